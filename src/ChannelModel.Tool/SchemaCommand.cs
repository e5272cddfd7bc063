using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ChannelModel.Serialization.SystemTextJson;

namespace ChannelModel.Tool;

/// <summary><c>channelmodel schema NAME</c>.</summary>
internal static class SchemaCommand
{
    private static readonly KeyValuePair<string, Func<string>>[] Schemas =
    [
        new("commission-plan", CommissionPlanJson.Schema),
        new("scorecard", ScorecardJson.Schema),
        new("kpis", KpiSetJson.Schema),
        new("contract", ContractBookJson.Schema),
        new("budget-problem", BudgetProblemJson.Schema),
        new("growth-plan", GrowthPlanJson.Schema),
        new("split", SplitJson.Schema),
        new("partnerships", PartnershipBookJson.Schema),
        new("commission-statement", CommissionStatementJson.Schema),
        new("settlement", SettlementJson.Schema),
        new("score", Serialization.SystemTextJson.ScoreJson.Schema),
        new("split-solution", SplitJson.SolutionSchema),
        new("budget-solution", BudgetSolutionJson.Schema),
        new("contract-account", ContractAccountJson.Schema),
        new("commission-ledger", CommissionLedgerJson.Schema),
        new("plan-history", PlanHistoryJson.Schema),
        new("scorecard-history", ScorecardHistoryJson.Schema),
        new("ranking-problem", RankingProblemJson.Schema),
        new("ranking", RankingJson.Schema),
    ];

    private static string Names => string.Join(", ", Schemas.Select(schema => schema.Key));

    public static Command Create(TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("NAME") { Description = $"One of {Names}." };
        var command = new Command(
            "schema",
            "Prints the JSON Schema (2020-12) of a rule file, for editors that complete and check what is typed, or of what is stored.\n\n"
            + "Example: channelmodel schema commission-plan > commission-plan.schema.json\n\n"
            + "Exit codes: 0 printed, 2 there is no such schema (nothing on standard output).")
        {
            name,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(name), output, error));
        return command;
    }

    private static int Run(string name, TextWriter output, TextWriter error)
    {
        foreach (KeyValuePair<string, Func<string>> schema in Schemas)
        {
            if (schema.Key == name)
            {
                output.Write(schema.Value());
                return ToolProgram.Success;
            }
        }

        error.WriteLine($"channelmodel: there is no schema '{name}'; expected one of {Names}");
        return ToolProgram.BadInput;
    }
}
