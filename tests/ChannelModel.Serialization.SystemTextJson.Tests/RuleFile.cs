using System;
using System.Collections.Generic;
using System.IO;
using ChannelModel.Contracts;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>The kinds of files, rules and what is stored: how each is read, and how it is written again where it can be.</summary>
internal sealed class RuleFile
{
    private RuleFile(string kind, Func<byte[], (IReadOnlyList<JsonError> Errors, string? Written)> read)
    {
        Kind = kind;
        Read = read;
    }

    /// <summary>Gets the root of the repository: the folder above this one that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The contracts whose accounts stand in files: an account is read against its contract.</summary>
    private static Lazy<ContractBook> Contracts { get; } = new(() => ContractBookJson.Read(File.ReadAllBytes(Path.Combine(Root, "docs", "contracts", "growth-plan-2025.json"))).Value);

    public static IReadOnlyList<RuleFile> Kinds { get; } =
    [
        new("commission-plan", bytes => Of(CommissionPlanJson.Read(bytes), CommissionPlanJson.Write)),
        new("scorecard", bytes => Of(ScorecardJson.Read(bytes), ScorecardJson.Write)),
        new("kpis", bytes => Of(KpiSetJson.Read(bytes), KpiSetJson.Write)),
        new("contract", bytes => Of(ContractBookJson.Read(bytes), ContractBookJson.Write)),
        new("budget-problem", bytes => Of(BudgetProblemJson.Read(bytes), BudgetProblemJson.Write)),
        new("growth-plan", bytes => Of(GrowthPlanJson.Read(bytes), GrowthPlanJson.Write)),
        new("split", bytes => Of(SplitJson.ReadProblem(bytes), SplitJson.Write)),
        new("partnerships", bytes => Of(PartnershipBookJson.Read(bytes), PartnershipBookJson.Write)),
        new("commission-statement", bytes => Of(CommissionStatementJson.Read(bytes), CommissionStatementJson.Write)),
        new("settlement", bytes => Of(SettlementJson.Read(bytes), SettlementJson.Write)),
        new("score", bytes => Of(ScoreJson.Read(bytes), ScoreJson.Write)),
        new("split-solution", bytes => Of(SplitJson.ReadSolution(bytes), SplitJson.Write)),
        new("budget-solution", bytes => Of(BudgetSolutionJson.Read(bytes), BudgetSolutionJson.Write)),
        new("contract-account", bytes => Of(ContractAccountJson.Read(bytes, Contracts.Value), ContractAccountJson.Write)),
        new("commission-ledger", bytes => Of(CommissionLedgerJson.Read(bytes), CommissionLedgerJson.Write)),
        new("plan-history", bytes => Of(PlanHistoryJson.Read(bytes), PlanHistoryJson.Write)),
        new("ranking-problem", bytes => Of(RankingProblemJson.Read(bytes), RankingProblemJson.Write)),
        new("ranking", bytes => Of(RankingJson.Read(bytes), RankingJson.Write)),
        new("scorecard-history", bytes => Of(ScorecardHistoryJson.Read(bytes), ScorecardHistoryJson.Write)),
    ];

    public string Kind { get; }

    /// <summary>Gets what reads a file: its errors, or none and the text that the package writes of it (null where it writes none).</summary>
    public Func<byte[], (IReadOnlyList<JsonError> Errors, string? Written)> Read { get; }

    private static (IReadOnlyList<JsonError> Errors, string? Written) Of<T>(JsonReadResult<T> result, Func<T, string> write)
        where T : class => (result.Errors, result.Succeeded ? write(result.Value) : null);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
