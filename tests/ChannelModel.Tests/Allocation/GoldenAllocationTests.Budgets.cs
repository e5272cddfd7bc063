using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <content>Budgets under response curves.</content>
public sealed partial class GoldenAllocationTests
{
    /// <summary>Checks the case if its kind is one of these.</summary>
    private static bool IsBudget(string kind, JsonElement of)
    {
        JsonElement inputs = of.GetProperty("inputs");
        JsonElement expected = of.GetProperty("expected");
        double tolerance = of.TryGetProperty("tolerance", out JsonElement stated) ? stated.GetDouble() : 1e-9;
        switch (kind)
        {
            case "concave_max":
                Concave(inputs, expected, tolerance);
                return true;
            case "scurve_max":
                SCurves(inputs, expected, tolerance);
                return true;
            case "target_mroi":
                Reaches(Lines(inputs, null).SolveForMarginalReturn(inputs.GetProperty("targetMarginal").GetDouble()), expected, tolerance);
                return true;
            case "min_spend_for_response":
                Reaches(Lines(inputs, null).SolveForResponse(inputs.GetProperty("targetResponse").GetDouble()), expected, tolerance);
                return true;
            case "max_response_at_roi":
                Reaches(Lines(inputs, null).SolveForAverageReturn(inputs.GetProperty("targetRoi").GetDouble()), expected, tolerance);
                return true;
            case "discrete_greedy":
                Greedy(inputs, expected);
                return true;
            case "grid_max":
                Grid(inputs, expected);
                return true;
            default:
                return false;
        }
    }

    private static void Greedy(JsonElement inputs, JsonElement expected)
    {
        KeyValuePair<int, IReadOnlyList<decimal>>[] gains = inputs.GetProperty("marginalGains").EnumerateArray()
            .Select((list, i) => new KeyValuePair<int, IReadOnlyList<decimal>>(i, list.EnumerateArray().Select(gain => gain.GetDecimal()).ToArray())).ToArray();
        GainSplit<int> split = UnitSplit.ByMarginalGain(inputs.GetProperty("units").GetInt64(), gains);
        split.Select(part => part.Value).Should().Equal(expected.GetProperty("units").EnumerateArray().Select(units => units.GetInt64()));
        split.Gain.Should().Be(expected.GetProperty("objective").GetDecimal());
        if (expected.TryGetProperty("order", out JsonElement order))
        {
            split.Order.Should().Equal(order.EnumerateArray().Select(line => line.GetInt32()));
        }
    }

    private static void Grid(JsonElement inputs, JsonElement expected)
    {
        JsonElement grid = inputs.GetProperty("grid");
        bool shared = grid[0].ValueKind == JsonValueKind.Number;
        KeyValuePair<int, IReadOnlyList<SpendLevel>>[] levels = inputs.GetProperty("responses").EnumerateArray()
            .Select((list, i) => new KeyValuePair<int, IReadOnlyList<SpendLevel>>(
                i,
                list.EnumerateArray().Zip((shared ? grid : grid[i]).EnumerateArray(), (response, spend) => new SpendLevel(Money.Of(spend.GetDecimal(), Currency.XXX), response.GetDecimal())).ToArray()))
            .ToArray();
        LevelChoice<int> choice = LevelChoice.Best(Money.Of(inputs.GetProperty("total").GetDecimal(), Currency.XXX), levels);
        choice.Response.Should().Be(expected.GetProperty("objective").GetDecimal());
        choice.Select(level => level.Value.Spend.Amount).Should().Equal(expected.GetProperty("x").EnumerateArray().Select(spend => spend.GetDecimal()));
    }

    private static void Concave(JsonElement inputs, JsonElement expected, double tolerance)
    {
        BudgetSolution<int> solution = Lines(inputs, inputs.GetProperty("total")).Solve();
        solution.Status.Should().Be(BudgetStatus.Optimal);
        Amounts(solution, expected.GetProperty("x"), tolerance);
        Close(solution.Certificate!.IdealResponse, expected, "objective", 1e-9);
        Close(solution.Certificate.Multiplier, expected, "lambda", 1e-9);
        if (expected.TryGetProperty("marginal", out JsonElement marginals))
        {
            double[] values = Numbers(marginals);
            solution.Should().HaveCount(values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                solution[i].Marginal.Should().BeApproximately(values[i], 1e-9 * Math.Max(Math.Abs(values[i]), solution.Certificate.Multiplier), "marginal {0}", i);
            }
        }

        (solution.Certificate.Bound - solution.Certificate.IdealResponse).Should().BeLessThanOrEqualTo(1e-9 * solution.Certificate.IdealResponse);
        solution.Certificate.KktResidual.Should().BeLessThanOrEqualTo(1e-9);
        solution.Verify().Should().BeEmpty();
    }

    private static void SCurves(JsonElement inputs, JsonElement expected, double tolerance)
    {
        BudgetSolution<int> solution = Lines(inputs, inputs.GetProperty("total")).Solve();
        solution.Status.Should().Be(BudgetStatus.Optimal, "the search closes the gap");
        double objective = expected.GetProperty("objective").GetDouble();
        solution.Certificate!.IdealResponse.Should().BeApproximately(objective, tolerance * objective);
        if (expected.TryGetProperty("envelopeUpperBound", out JsonElement envelope))
        {
            // The root bound is the envelope's; cutting can only lower it.
            solution.Certificate.Bound.Should().BeLessThanOrEqualTo(envelope.GetDouble() * (1d + 1e-3));
        }

        double[] x = Numbers(expected.GetProperty("x"));
        IEnumerable<double[]> optima = expected.TryGetProperty("alsoOptimal", out JsonElement others) ? others.EnumerateArray().Select(Numbers).Prepend(x) : [x];
        double largest = Math.Max(1d, x.Max(Math.Abs));
        optima.Should().Contain(
            optimum => optimum.Zip(solution, (want, line) => Math.Abs(want - line.Ideal)).All(off => off <= 1e-5 * largest),
            "the split is {0}", string.Join(", ", solution.Select(line => line.Ideal)));
        solution.Verify().Should().BeEmpty();
    }

    private static void Reaches(BudgetSolution<int> solution, JsonElement expected, double tolerance)
    {
        solution.Status.Should().Be(BudgetStatus.Optimal);
        Amounts(solution, expected.GetProperty("x"), tolerance);
        Close(solution.Sum(line => line.Ideal), expected, "total", 1e-9);
        Close(solution.Certificate!.IdealResponse, expected, "objective", 1e-9);
        Close(solution.Certificate.Multiplier, expected, "lambda", 1e-9);
        solution.Verify().Should().BeEmpty();
    }

    /// <summary>The tolerance is absolute, but no finer than four steps of a double at the number.</summary>
    private static void Amounts(BudgetSolution<int> solution, JsonElement x, double tolerance)
    {
        double[] values = Numbers(x);
        solution.Should().HaveCount(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            solution[i].Ideal.Should().BeApproximately(values[i], Math.Max(tolerance, 9e-16 * Math.Abs(values[i])), "line {0}", i);
        }
    }

    private static void Close(double value, JsonElement expected, string name, double tolerance)
    {
        if (expected.TryGetProperty(name, out JsonElement wanted))
        {
            value.Should().BeApproximately(wanted.GetDouble(), tolerance * Math.Max(Math.Abs(wanted.GetDouble()), 1e-300), name);
        }
    }

    /// <summary>A total of the cases is a plain number: six decimals of no currency hold it, and a line without "hi" can take all of it.</summary>
    private static BudgetProblem<int> Lines(JsonElement inputs, JsonElement? total)
    {
        Money sum = Amount(total is JsonElement stated ? stated.GetDecimal() : 0m);
        return BudgetProblem.Create(sum, inputs.GetProperty("channels").EnumerateArray().Select((channel, i) =>
        {
            BudgetLine<int> line = BudgetLine.Of(i, Curve(channel.GetProperty("curve")));
            if (channel.TryGetProperty("lo", out JsonElement lo) && lo.ValueKind == JsonValueKind.Number)
            {
                line = line.AtLeast(Amount(lo.GetDecimal()));
            }

            return channel.TryGetProperty("hi", out JsonElement hi) && hi.ValueKind == JsonValueKind.Number ? line.AtMost(Amount(hi.GetDecimal()))
                : total is null ? line
                : line.AtMost(sum);
        }));

        // A thousandth of a millionth would be too fine for 10^10: large totals are in whole cents.
        Money Amount(decimal value) => Money.Of(value, total is JsonElement large && large.GetDecimal() > 1_000_000_000m ? Currency.CNY : Currency.XXX);
    }

    private static ResponseCurve Curve(JsonElement curve)
    {
        return curve.GetProperty("type").GetString() switch
        {
            "log" => ResponseCurve.Logarithmic(Of("a"), Of("b")),
            "power" => ResponseCurve.Power(Of("a"), Of("p")),
            "exp" => ResponseCurve.Exponential(Of("a"), Of("b")),
            "hill" => ResponseCurve.Hill(Of("a"), Of("k"), Of("n"), Or("c", Or("carryover", Or("carry", 0d)))),
            "michaelis" => ResponseCurve.MichaelisMenten(Of("a"), Of("k")),
            "logistic" => ResponseCurve.Logistic(Of("a"), Of("lam")),
            "quadratic" => ResponseCurve.Quadratic(Of("a"), Of("b")),
            "linear" => ResponseCurve.Linear(Of("a")),
            "piecewise" => ResponseCurve.PiecewiseLinear(curve.GetProperty("points").EnumerateArray().Select(point => new ResponsePoint(point[0].GetDouble(), point[1].GetDouble()))),
            string other => throw new NotSupportedException($"A curve of type '{other}'."),
            null => throw new NotSupportedException("A curve without a type."),
        };

        double Of(string name) => curve.GetProperty(name).GetDouble();

        double Or(string name, double missing) => curve.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : missing;
    }

    private static double[] Numbers(JsonElement array) => array.EnumerateArray().Select(value => value.GetDouble()).ToArray();
}
