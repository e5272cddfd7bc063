using System.IO;
using System.Linq;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>The files of the reference plan speak of the same channels: budget, split and contracts name initiatives of the growth plan.</summary>
public sealed class ReferenceFilesTests
{
    [Fact]
    public void Budget_split_and_contracts_name_channels_of_the_plan()
    {
        string[] initiatives = [.. GrowthPlanJson.Read(Bytes("plans/growth-plan-2025.json")).Value.Initiatives.Select(initiative => initiative.Channel.Id.Value)];
        string[] budget = [.. BudgetProblemJson.Read(Bytes("plans/budgets/growth-plan-2025.json")).Value.Lines.Select(line => line.Key.Value)];
        string[] split = [.. SplitJson.ReadProblem(Bytes("plans/splits/marketing-budget.json")).Value.Lines.Select(line => line.Id)];
        string[] contracts = [.. ContractBookJson.Read(Bytes("contracts/growth-plan-2025.json")).Value.Contracts.Select(contract => contract.Channel.Value)];
        budget.Should().HaveCount(8).And.BeSubsetOf(initiatives);
        split.Should().HaveCount(7).And.BeSubsetOf(initiatives);
        contracts.Should().HaveCount(23).And.BeSubsetOf(initiatives);
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(RuleFile.Root, "docs", file));
}
