using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Allocation;

/// <summary>Reads a solved budget: the problem, and the record that states the solution.</summary>
internal static class BudgetSolutionReader
{
    private static readonly (string Word, BudgetGoal Value)[] Goals =
        [("total", BudgetGoal.Total), ("marginal-return", BudgetGoal.MarginalReturn), ("average-return", BudgetGoal.AverageReturn), ("response", BudgetGoal.Response)];

    private static readonly (string Word, BudgetStatus Value)[] Statuses =
    [
        ("optimal", BudgetStatus.Optimal), ("optimal-within-gap", BudgetStatus.OptimalWithinGap), ("saturated", BudgetStatus.Saturated), ("infeasible", BudgetStatus.Infeasible),
        ("target-unreachable", BudgetStatus.TargetUnreachable), ("unbounded", BudgetStatus.Unbounded),
    ];

    public static BudgetSolution<Id<Channel>>? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(BudgetSolutionJson.SchemaVersion);

        BudgetProblem<Id<Channel>>? problem = o.Required("problem") is JsonValue inner && inner.Object() is JsonObject members ? BudgetProblemReader.Members(inner, members) : null;
        JsonValue? goalValue = o.Required("goal");
        BudgetGoal? goal = goalValue?.OneOf(Goals);
        JsonValue? statusValue = o.Required("status");
        BudgetStatus? status = statusValue?.OneOf(Statuses);
        JsonValue? amountsValue = o.Optional("amounts");
        List<Tuple<string, decimal>> amounts = amountsValue?.Array(Amount) ?? [];
        JsonValue? recordValue = o.Required("record");
        string? record = recordValue?.Text();
        o.Done();
        if (!value.Reading.IsComplete || problem is null)
        {
            return null;
        }

        BudgetSolution<Id<Channel>> solution;
        try
        {
            solution = BudgetSolution<Id<Channel>>.OfRecord(problem, record!);
        }
        catch (FormatException broken)
        {
            (string problemOfIt, _) = DomainMessage.Split(broken);
            recordValue!.Error(problemOfIt, "a record as this package writes it");
            return null;
        }

        if (solution.Goal != goal)
        {
            goalValue!.Error($"the goal is not that of the record, {solution.Goal}", "the goal of the record");
        }

        if (solution.Status != status)
        {
            statusValue!.Error($"the status is not that of the record, {solution.Status}", "the status of the record");
        }

        if (!amounts.SequenceEqual(solution.Select(line => Tuple.Create(line.Key.Value, line.Amount.Amount))) || (amountsValue is null) == solution.HasAmounts)
        {
            (amountsValue ?? value).Error("the amounts are not those of the record", "the amount of each line of the problem, in its order, as the record has it");
        }

        return value.Reading.IsComplete ? solution : null;
    }

    private static Tuple<string, decimal>? Amount(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? id = o.Required("channel")?.Id<Channel>()?.Value;
        decimal? amount = o.Required("amount")?.Number(0m, Money.MaxAmount);
        o.Done();
        return id is not null && amount is decimal known ? Tuple.Create(id, known) : null;
    }
}
