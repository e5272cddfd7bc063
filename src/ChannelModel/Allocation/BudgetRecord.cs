using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A solution as text, and the check of such a text against its problem alone.</summary>
internal static class BudgetRecord
{
    private const string Head = "channelmodel-budget\t1";
    private const string NotARecord = "This is not a budget record of version 1.";

    // exp, log and pow agree to 10^-12 between runtimes.
    private const double Close = 1e-11;

    public static string Write<TKey>(BudgetSolution<TKey> solution)
        where TKey : notnull, IComparable<TKey>
    {
        BudgetOutcome outcome = solution.Outcome;
        var text = new StringBuilder();
        Row(text, Head);
        Row(text, "goal", solution.Goal.ToString(), Text(solution.Target));
        Row(text, "status", solution.Status.ToString());
        if (solution.Certificate is not null)
        {
            foreach ((string name, double value) in Numbers(outcome))
            {
                Row(text, name, Text(value));
            }

            Row(text, "total", Text(outcome.Total));
            for (int i = 0; i < outcome.Units.Length; i++)
            {
                SolvedLine<TKey> line = solution[i];
                Row(text, "line", line.Key.ToString() ?? string.Empty, line.Status.ToString(), Text(outcome.Units[i]), Text(line.Ideal), Text(line.Response), Text(line.Marginal), Text(line.ReducedMarginal), Text(line.ShadowPrice));
            }

            foreach (BoundStep step in outcome.Proof)
            {
                Row(text, step.Line < 0 ? "price" : "cut", step.Line < 0 ? string.Empty : Text(step.Line), Text(step.Value));
            }
        }
        else if (solution.Shortfall is not null)
        {
            Row(text, "shortfall", outcome.TotalTooSmall ? "small" : "large", Text(outcome.Missing));
        }

        return text.ToString();
    }

    public static IReadOnlyList<string> Verify<TKey>(BudgetProblem<TKey> problem, string record)
        where TKey : notnull, IComparable<TKey>
    {
        if (!Heads(record, out BudgetGoal goal, out double target, out BudgetStatus status, out string[][] body))
        {
            return [NotARecord];
        }

        var problems = new List<string>();
        if (!body.Any(row => row[0] == "total"))
        {
            // Without amounts there is nothing to check but that there are none.
            BudgetSolution<TKey>? again = Again(problem, goal, target);
            if (again is null || Write(again) != record)
            {
                problems.Add($"The problem does not answer '{status}'; it answers '{again?.Status.ToString() ?? "no such target"}'.");
            }

            return problems;
        }

        BudgetOutcome? claimed = Read(problem, status, body, problems);
        if (claimed is null)
        {
            return problems;
        }

        Check(problem, goal, target, claimed, problems);
        var solution = new BudgetSolution<TKey>(problem, goal, target, claimed);
        string[][] lines = body.Where(row => row[0] == "line").ToArray();
        for (int i = 0; i < lines.Length; i++)
        {
            SolvedLine<TKey> line = solution[i];
            string name = line.Key.ToString() ?? string.Empty;
            Expect(lines[i][1] == name, $"Line {i} is of '{lines[i][1]}', expected '{name}'.", problems);
            Expect(lines[i][2] == line.Status.ToString(), $"The status of '{name}' is {lines[i][2]}, expected {line.Status}.", problems);
            Same(lines[i][5], line.Response, $"The response of '{name}'", Math.Abs(line.Response), problems);
            Same(lines[i][6], line.Marginal, $"The marginal of '{name}'", Math.Abs(line.Marginal), problems);
            double scale = Math.Max(Math.Abs(line.Marginal), Math.Abs(claimed.Multiplier));
            Same(lines[i][7], line.ReducedMarginal, $"The reduced marginal of '{name}'", scale, problems);
            Same(lines[i][8], line.ShadowPrice, $"The shadow price of '{name}'", scale, problems);
        }

        return problems;
    }

    /// <summary>Makes the solution that a record states, right or wrong.</summary>
    public static BudgetSolution<TKey> Parse<TKey>(BudgetProblem<TKey> problem, string record)
        where TKey : notnull, IComparable<TKey>
    {
        if (!Heads(record, out BudgetGoal goal, out double target, out BudgetStatus status, out string[][] body))
        {
            throw new FormatException(NotARecord);
        }

        if (body.Any(row => row[0] == "total"))
        {
            var problems = new List<string>();
            BudgetOutcome? claimed = Read(problem, status, body, problems);
            return claimed is not null && status is BudgetStatus.Optimal or BudgetStatus.OptimalWithinGap or BudgetStatus.Saturated
                ? new BudgetSolution<TKey>(problem, goal, target, claimed, record)
                : throw new FormatException(problems.Count > 0 ? string.Join(" ", problems) : $"The status {status} has no amounts.");
        }

        bool small = false;
        long missing = 0;
        bool known = status switch
        {
            BudgetStatus.Infeasible => body.Length == 1 && body[0].Length == 3 && body[0][0] == "shortfall" && (small = body[0][1] == "small") != (body[0][1] == "large")
                && long.TryParse(body[0][2], NumberStyles.None, CultureInfo.InvariantCulture, out missing) && missing <= BudgetModel.MostUnits,
            BudgetStatus.TargetUnreachable or BudgetStatus.Unbounded => body.Length == 0,
            _ => false,
        };
        return known
            ? new BudgetSolution<TKey>(problem, goal, target, new BudgetOutcome(status) { Total = problem.TotalUnits, TotalTooSmall = small, Missing = missing }, record)
            : throw new FormatException($"The rows of the record are not those of the status {status}.");
    }

    private static bool Heads(string record, out BudgetGoal goal, out double target, out BudgetStatus status, out string[][] body)
    {
        goal = default;
        target = 0d;
        status = default;
        string[][] rows = record.Split('\n').Select(row => row.Split('\t')).ToArray();
        bool known = rows.Length >= 4 && string.Join("\t", rows[0]) == Head && rows[1].Length == 3 && rows[1][0] == "goal" && rows[2].Length == 2 && rows[2][0] == "status" && rows[rows.Length - 1].Length == 1 && rows[rows.Length - 1][0].Length == 0
            && RecordRow.IsOneOf(rows[1][1], out goal) && Number(rows[1][2], out target) && RecordRow.IsOneOf(rows[2][1], out status);
        body = known ? rows.Skip(3).Take(rows.Length - 4).ToArray() : [];
        return known;
    }

    private static BudgetSolution<TKey>? Again<TKey>(BudgetProblem<TKey> problem, BudgetGoal goal, double target)
        where TKey : notnull, IComparable<TKey>
    {
        bool positive = target > 0d && !double.IsInfinity(target);
        return goal switch
        {
            BudgetGoal.Total => problem.Solve(),
            BudgetGoal.MarginalReturn when positive => problem.SolveForMarginalReturn(target),
            BudgetGoal.AverageReturn when positive => problem.SolveForAverageReturn(target),
            BudgetGoal.Response when positive || target == 0d => problem.SolveForResponse(target),
            _ => null,
        };
    }

    private static (string Name, double Value)[] Numbers(BudgetOutcome outcome) =>
    [
        ("multiplier", outcome.Multiplier),
        ("kkt-residual", outcome.KktResidual),
        ("response", outcome.Response),
        ("ideal-response", outcome.IdealResponse),
        ("current-response", outcome.CurrentResponse ?? double.NaN),
        ("bound", outcome.Bound),
        ("gap", outcome.Gap),
        ("relative-gap", outcome.RelativeGap),
    ];

    private static BudgetOutcome? Read<TKey>(BudgetProblem<TKey> problem, BudgetStatus status, string[][] body, List<string> problems)
        where TKey : notnull, IComparable<TKey>
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        var units = new List<long>();
        var ideal = new List<double>();
        var proof = new List<BoundStep>();
        long total = -1;
        foreach (string[] row in body)
        {
            bool known = row[0] switch
            {
                "line" => row.Length == 9 && Whole(row[3], units) && Number(row[4], ideal) && row.Skip(5).All(cell => Number(cell, out _)),
                "cut" => row.Length == 3 && int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out int line) && Number(row[2], out double at) && Add(proof, BoundStep.Cut(line, at)),
                "price" => row.Length == 3 && row[1].Length == 0 && Number(row[2], out double price) && Add(proof, BoundStep.Price(price)),
                "total" => row.Length == 2 && long.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out total),
                _ => row.Length == 2 && !numbers.ContainsKey(row[0]) && Number(row[1], out double value) && Add(numbers, row[0], value),
            };
            if (!known)
            {
                problems.Add($"'{string.Join(" ", row)}' is not a row of a budget record.");
                return null;
            }
        }

        if (units.Count != problem.Lines.Count || numbers.Count != 8 || !Numbers(new BudgetOutcome(status)).All(number => numbers.ContainsKey(number.Name)))
        {
            problems.Add($"The record has {units.Count} lines and {numbers.Count} numbers, expected {problem.Lines.Count} and 8.");
            return null;
        }

        var claimed = new BudgetOutcome(status)
        {
            Total = total,
            Units = units.ToArray(),
            Ideal = ideal.ToArray(),
            Proof = proof,
            Multiplier = numbers["multiplier"],
            KktResidual = numbers["kkt-residual"],
            Response = numbers["response"],
            IdealResponse = numbers["ideal-response"],
            CurrentResponse = double.IsNaN(numbers["current-response"]) ? null : numbers["current-response"],
            Bound = numbers["bound"],
        };

        // Differences and quotients of the record's own numbers: the same to the last bit everywhere.
        Near(numbers["gap"], claimed.Gap, "The gap", 0d, problems);
        Near(numbers["relative-gap"], claimed.RelativeGap, "The relative gap", 0d, problems);
        return claimed;
    }

    private static void Check<TKey>(BudgetProblem<TKey> problem, BudgetGoal goal, double target, BudgetOutcome claimed, List<string> problems)
        where TKey : notnull, IComparable<TKey>
    {
        BudgetModel model = problem.Model;
        Expect(goal != BudgetGoal.Total || claimed.Total == problem.TotalUnits, $"The total is {problem.ToMoney(claimed.Total)}, expected {problem.Total}.", problems);
        long sum = 0;
        double amount = 0d;
        for (int i = 0; i < claimed.Units.Length; i++)
        {
            sum += claimed.Units[i];
            string name = $"'{problem.Lines[i].Key}'";
            Expect(claimed.Units[i] >= model.Lo[i] && claimed.Units[i] <= model.Hi[i], $"The amount of {name} is outside its bounds.", problems);
            double lo = model.ToAmount(model.Lo[i]);
            double hi = model.ToAmount(model.Hi[i]);
            Expect(claimed.Ideal[i] >= lo && claimed.Ideal[i] <= hi, $"The ideal amount of {name} is outside its bounds.", problems);
            amount += model.Roles[i] == BudgetLineStatus.Interior ? claimed.Ideal[i] : 0d;
        }

        Expect(sum == claimed.Total, $"The amounts add up to {problem.ToMoney(sum)}, not to the total of {problem.ToMoney(claimed.Total)}.", problems);
        double free = model.ToAmount(claimed.Total - model.FixedUnits);
        double distance = goal == BudgetGoal.Total ? Close * Math.Max(free, 1d / model.UnitsPerOne) : (claimed.Units.Length + 1000d) / model.UnitsPerOne;
        Expect(Math.Abs(amount - free) <= distance, "The ideal amounts do not add up to the total.", problems);
        if (problems.Count > 0)
        {
            return; // what follows would only repeat it
        }

        double response = BudgetSolver.ResponseOf(model, i => model.ToAmount(claimed.Units[i]));
        double ideal = BudgetSolver.ResponseOf(model, i => claimed.Ideal[i]);
        Near(claimed.Response, response, "The response", Math.Abs(response), problems);
        Near(claimed.IdealResponse, ideal, "The ideal response", Math.Abs(ideal), problems);
        double? current = BudgetSolver.CurrentResponseOf(model);
        Near(claimed.CurrentResponse ?? double.NaN, current ?? double.NaN, "The current response", Math.Abs(current ?? 0d), problems);
        double multiplier = BudgetSolver.MultiplierOf(model, claimed.Ideal, claimed.Multiplier);
        Near(claimed.Multiplier, multiplier, "The multiplier", Math.Abs(multiplier), problems);
        Near(claimed.KktResidual, BudgetSolver.KktResidualOf(model, claimed.Ideal, claimed.Multiplier), "The KKT residual", 1d, problems);
        double bound = model.SpaceFor(free).BoundOf(claimed.Proof) + model.FixedResponse;
        Near(claimed.Bound, Math.Max(bound, response), "The bound", Math.Abs(response), problems);
        BudgetStatus status = BudgetSolver.StatusOf(model, claimed.Units, goal == BudgetGoal.Total ? free : amount, ideal, claimed.Multiplier, model.SpaceFor(goal == BudgetGoal.Total ? free : amount).BoundOf(claimed.Proof));
        Expect(claimed.Status == status, $"The status is {claimed.Status}, expected {status}.", problems);
        if (goal != BudgetGoal.Total)
        {
            // Runtimes agree on the total to what exp and log leave open, and to a unit for each line.
            Money? total = Again(problem, goal, target) is { HasAmounts: true } again ? again.Total : null;
            double off = total is Money answer ? Math.Abs((double)(answer.Amount - problem.ToMoney(claimed.Total).Amount)) : double.PositiveInfinity;
            Expect(
                off <= ((claimed.Units.Length + 1d) / model.UnitsPerOne) + (1e-9 * free),
                $"The target {goal} {Text(target)} leads to a total of {(total is Money stated ? $"{stated}" : "none")}, not of {problem.ToMoney(claimed.Total)}.",
                problems);
        }

        Expect(goal != BudgetGoal.Response || response >= target - (1e-11 * Math.Abs(target)), "The response does not reach the target.", problems);
    }

    private static bool Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    private static bool Add(Dictionary<string, double> numbers, string name, double value)
    {
        numbers.Add(name, value);
        return true;
    }

    private static void Expect(bool holds, string problem, List<string> problems)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }

    private static void Same(string claimed, double expected, string what, double scale, List<string> problems) =>
        Near(Number(claimed, out double value) ? value : double.NaN, expected, what, scale, problems);

    private static void Near(double claimed, double expected, string what, double scale, List<string> problems) =>
        Expect(
            claimed.Equals(expected) || Math.Abs(claimed - expected) <= Close * scale,
            $"{what} is {Text(claimed)}, expected {Text(expected)}.",
            problems);

    private static void Row(StringBuilder text, params string[] cells) => text.Append(string.Join("\t", cells)).Append('\n');

    private static string Text(double value) => Real.Text(value);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool Number(string text, List<double> values)
    {
        bool read = Number(text, out double value);
        values.Add(value);
        return read;
    }

    private static bool Whole(string text, List<long> values)
    {
        bool read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value);
        values.Add(value);
        return read;
    }
}
