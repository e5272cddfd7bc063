using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;
using CsCheck;

namespace ChannelModel.Tests.Allocation;

/// <summary>What a budget solution promises, against moves of single units, exhaustive search and its own proof.</summary>
public sealed class BudgetLaws
{
    private static readonly Gen<double> Size = Gen.Double[0.5, 3d].Select(exponent => Math.Pow(10d, exponent));

    private static readonly Gen<ResponseCurve> Concave = Gen.OneOf(
        Gen.Select(Size, Size).Select(p => ResponseCurve.Logarithmic(p.Item1, p.Item2)),
        Gen.Select(Size, Gen.Double[0.1, 0.9]).Select(p => ResponseCurve.Power(p.Item1, p.Item2)),
        Gen.Select(Size, Size).Select(p => ResponseCurve.Exponential(p.Item1, p.Item2)),
        Gen.Select(Size, Size).Select(p => ResponseCurve.MichaelisMenten(p.Item1, p.Item2)),
        Gen.Select(Size, Size, Gen.Double[0.3, 1d], Gen.Double[0d, 50d]).Select(p => ResponseCurve.Hill(p.Item1, p.Item2, p.Item3, p.Item4)),
        Gen.Select(Size, Size).Select(p => ResponseCurve.Logistic(p.Item1, 1d / p.Item2)),
        Gen.Select(Size, Size).Select(p => ResponseCurve.Quadratic(p.Item1, p.Item1 / (100d * p.Item2))),
        Gen.Double[0d, 2d].Select(p => ResponseCurve.Linear(p)),
        Gen.Select(Gen.Double[0d, 3d].Array[1, 4], Size).Select(p => Falling(p.Item1, p.Item2)));

    private static readonly Gen<ResponseCurve> Any = Gen.OneOf(
        Concave,
        Gen.Select(Size, Size, Gen.Double[1.2, 4d], Gen.OneOf(Gen.Const(0d), Gen.Double[0d, 20d])).Select(p => ResponseCurve.Hill(p.Item1, p.Item2, p.Item3, p.Item4)),
        Gen.Select(Gen.Double[-0.5, 3d].Array[2, 5], Size).Select(p => Broken(p.Item1, p.Item2)));

    [Fact]
    public void Amounts_add_up_stay_in_bounds_and_no_move_of_a_unit_brings_more()
    {
        Problems(Concave, 2, 7).Sample(
            problem =>
            {
                BudgetSolution<int> solution = problem.Solve();
                Adds(problem, solution);
                if (!solution.HasAmounts)
                {
                    return;
                }

                solution.Status.Should().BeOneOf(BudgetStatus.Optimal, BudgetStatus.Saturated);
                BudgetCertificate proof = solution.Certificate!;
                proof.Gap.Should().BeGreaterThanOrEqualTo(0d);

                // Relative to the multiplier; but a slope, a difference of numbers up to 1000, has no digits below 10^-13.
                (proof.Multiplier == 0d ? proof.KktResidual : proof.KktResidual * Math.Abs(proof.Multiplier)).Should().BeLessThanOrEqualTo((1e-7 * Math.Abs(proof.Multiplier)) + 1e-12, "{0} {1}", Show(problem), solution.ToRecord());
                (proof.Bound - proof.IdealResponse).Should().BeLessThanOrEqualTo(1e-9 * Math.Abs(proof.IdealResponse) + 1e-12);
                foreach (SolvedLine<int> to in solution.Where(line => Room(line, 1)))
                {
                    foreach (SolvedLine<int> from in solution.Where(line => Room(line, -1) && line.Key != to.Key))
                    {
                        double gain = Value(to, 1) - Value(to, 0) + Value(from, -1) - Value(from, 0);
                        gain.Should().BeLessThanOrEqualTo(1e-13 * (Math.Abs(Value(to, 0)) + Math.Abs(Value(from, 0))), "moving a unit from {0} to {1} in {2}", from, to, Show(problem));
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void The_bound_holds_against_exhaustive_search_whatever_the_curves()
    {
        // Whole yuan in XXX-like steps: a total of at most 40 units over 2 or 3 lines is searched completely.
        Gen.Select(Any.Array[2, 3], Gen.Int[1, 40], Gen.Int[0, 10].Array[3, 3], Gen.Int[0, 30].Array[3, 3]).Sample(
            entry =>
            {
                (ResponseCurve[] curves, int total, int[] lo, int[] width) = entry;
                BudgetProblem<int> problem = BudgetProblem.Create(
                    Money.Of(total, Currency.JPY),
                    curves.Select((curve, i) => BudgetLine.Of(i, curve).AtLeast(Money.Of(lo[i], Currency.JPY)).AtMost(Money.Of(lo[i] + width[i], Currency.JPY))));
                BudgetSolution<int> solution = problem.Solve();
                Adds(problem, solution);
                double best = Exhaustive(curves, lo, width, total);
                solution.HasAmounts.Should().Be(!double.IsNegativeInfinity(best));
                if (solution.HasAmounts)
                {
                    double scale = Math.Max(Math.Abs(best), 1d);
                    solution.Certificate!.Bound.Should().BeGreaterThanOrEqualTo(best - (1e-12 * scale), "{0}", Show(problem));
                    solution.Certificate.Response.Should().BeLessThanOrEqualTo(best + (1e-12 * scale));
                    if (curves.All(curve => curve.IsConcave))
                    {
                        solution.Certificate.Response.Should().BeApproximately(best, 1e-12 * scale, "{0}", Show(problem));
                    }
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void An_s_curve_answer_is_as_good_as_a_fine_grid()
    {
        Problems(Any, 2, 3).Sample(
            problem =>
            {
                BudgetSolution<int> solution = problem.Solve();
                if (!solution.HasAmounts || solution.Status == BudgetStatus.OptimalWithinGap)
                {
                    // Where the search stops early it says by how much it may be wrong.
                    (solution.Certificate is null || solution.Certificate.RelativeGap > 0d).Should().BeTrue();
                    return;
                }

                double best = Grid(problem, 60);
                solution.Certificate!.IdealResponse.Should().BeGreaterThanOrEqualTo(best - (2e-9 * Math.Abs(best)), "{0}", Show(problem));
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void The_response_grows_with_the_total_and_least_spend_is_its_inverse()
    {
        Problems(Concave, 2, 5).Where(problem => problem.Lines.All(line => line.Curve.Shape is not (ResponseShape.Quadratic or ResponseShape.PiecewiseLinear))).Sample(
            problem =>
            {
                BudgetSolution<int> solution = problem.Solve();
                if (!solution.HasAmounts || solution.Certificate!.Multiplier <= 0d)
                {
                    return;
                }

                BudgetSolution<int> more = problem.WithTotal(problem.Total + Money.OfMinorUnits(500, problem.Total.Currency)).Solve();
                if (more.HasAmounts)
                {
                    more.Certificate!.Response.Should().BeGreaterThanOrEqualTo(solution.Certificate.Response * (1d - 1e-12));
                    for (int i = 0; i < solution.Count; i++)
                    {
                        // With concave curves nobody loses when the total grows.
                        more[i].Ideal.Should().BeGreaterThanOrEqualTo(solution[i].Ideal - (1e-7 * (1d + solution[i].Ideal)));
                    }
                }

                BudgetSolution<int> least = problem.SolveForResponse(solution.Certificate.Response * (1d - 1e-10));
                least.HasAmounts.Should().BeTrue("{0} in {1} is {2}", solution.Certificate.Response, Show(problem), least.Status);
                least.Certificate!.Response.Should().BeGreaterThanOrEqualTo(solution.Certificate.Response * (1d - 2e-10));
                (least.Total <= problem.Total).Should().BeTrue("{0} against {1}", least.Total, problem.Total);
                least.Verify().Should().BeEmpty();
            },
            iter: Laws.Iterations / 2);
    }

    [Fact]
    public void A_solution_verifies_and_a_changed_number_is_found()
    {
        Gen.Select(Problems(Any, 2, 5), Gen.Int[0, 10_000]).Sample(
            entry =>
            {
                BudgetSolution<int> solution = entry.Item1.Solve();
                string record = solution.ToRecord();
                entry.Item1.Verify(record).Should().BeEmpty("{0} {1}", Show(entry.Item1), record);

                // One number of the record, any, is changed by a thousandth, or by one if it is a whole number.
                string[] rows = record.TrimEnd('\n').Split('\n').Select(row => row).ToArray();
                int row = 3 + (entry.Item2 % (rows.Length - 3));
                string[] cells = rows[row].Split('\t');
                int cell = Enumerable.Range(1, cells.Length - 1).Where(i => double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out _)).OrderBy(i => (i * 7919 + entry.Item2) % 101).FirstOrDefault(-1);
                if (cell < 0)
                {
                    return;
                }

                double old = double.Parse(cells[cell], CultureInfo.InvariantCulture);
                if (double.IsNaN(old) || double.IsInfinity(old))
                {
                    return;
                }

                bool whole = long.TryParse(cells[cell], out long units);
                cells[cell] = whole ? (units + 1).ToString(CultureInfo.InvariantCulture) : (old * 1.001).ToString("R", CultureInfo.InvariantCulture);
                rows[row] = string.Join("\t", cells);
                bool proof = cells[0] is "cut" or "price";
                IReadOnlyList<string> problems = entry.Item1.Verify(string.Join("\n", rows) + "\n");

                // A reduced marginal or a shadow price is a difference: below 10^-6 of what it is the difference of, it is rounding; so is a residual below 10^-6.
                double scale = cells[0] == "line" && cell > 6 ? Math.Max(Math.Abs(solution.Certificate?.Multiplier ?? 0d), Math.Abs(double.Parse(cells[6], CultureInfo.InvariantCulture))) : cells[0] == "kkt-residual" ? 1d : 1e-3;
                if (!proof && Math.Abs(old) > 1e-6 * scale)
                {
                    problems.Should().NotBeEmpty("{0} was changed in {1}", rows[row], record);
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Equal_lines_get_equal_amounts_to_one_unit_and_order_plays_no_part_at_all()
    {
        Gen.Select(Gen.Bool.SelectMany(concave => Problems(concave ? Concave : Any, 1, 3)), Gen.Int[2, 4], Gen.Int).Sample(
            entry =>
            {
                (BudgetProblem<int> problem, int copies, int seed) = entry;
                bool concave = problem.Lines.All(line => line.Curve.IsConcave);
                int n = problem.Lines.Count;
                BudgetLine<int>[] lines = Enumerable.Range(0, n * copies).Select(i => Copy(problem.Lines[i % n], i)).ToArray();
                BudgetSolution<int> solution = BudgetProblem.Create(problem.Total * copies, lines).Solve();
                BudgetSolution<int> shuffled = BudgetProblem.Create(problem.Total * copies, Shuffled(lines, seed)).Solve();
                Certificate(shuffled).Should().Equal(Certificate(solution));
                for (int i = 0; i < solution.Count; i++)
                {
                    if (concave)
                    {
                        decimal off = solution[i].Amount.Amount - solution[i % n].Amount.Amount;
                        Math.Abs(off).Should().BeLessThanOrEqualTo(0.01m, "{0}", Show(problem));
                        solution[i].Ideal.Should().BeApproximately(solution[i % n].Ideal, 1e-9 * (1d + solution[i].Ideal));
                    }

                    shuffled.LineOf(i).Amount.Should().Be(solution[i].Amount, "{0} {1} {2}", Show(problem), solution.ToRecord(), shuffled.ToRecord());
                    shuffled.LineOf(i).Ideal.Should().Be(solution[i].Ideal);
                }
            },
            iter: Laws.Iterations / 2);
    }

    [Fact]
    public void The_present_split_is_never_beaten_by_the_answer_the_other_way_round()
    {
        Gen.Select(Any.Array[2, 5], Gen.Int[0, 20_000].Array[5, 5]).Sample(
            entry =>
            {
                BudgetLine<int>[] lines = entry.Item1.Select((curve, i) => BudgetLine.Of(i, curve).Spending(Money.OfMinorUnits(entry.Item2[i], Currency.CNY))).ToArray();
                Money total = Money.Sum(lines.Select(line => line.Current!.Value), Currency.CNY);
                BudgetSolution<int> solution = BudgetProblem.Create(total, lines).Solve();
                solution.Certificate!.Lift!.Value.Should().BeGreaterThanOrEqualTo(0d, "{0}", Show(solution.Problem));

                // Once applied, nothing moves, and the reason says so.
                BudgetSolution<int> again = BudgetProblem.Create(total, solution.Select(line => line.Line.Spending(line.Amount))).Solve();
                if (again.IsUnchanged)
                {
                    again.Summary.En.Should().StartWith("Nothing moves: ");
                }
                else
                {
                    (again.Certificate!.Lift!.Value <= 1e-6 * Math.Abs(again.Certificate.Response)).Should().BeTrue();
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void The_unit_of_the_currency_does_not_change_the_answer()
    {
        Gen.Select(Size, Size, Gen.Double[0.3, 1d], Gen.Int[1, 100_000]).Sample(
            entry =>
            {
                (double size, double scale, double n, int total) = entry;
                ResponseCurve[] Curves(double unit) =>
                [
                    ResponseCurve.Logarithmic(size, scale * unit), ResponseCurve.Hill(size, scale * unit, n), ResponseCurve.Exponential(2d * size, scale * unit), ResponseCurve.Logistic(size, 1d / (scale * unit)),
                ];
                BudgetSolution<int> small = BudgetProblem.Create(Money.Of(total, Currency.JPY), Curves(1d).Select((curve, i) => BudgetLine.Of(i, curve))).Solve();
                BudgetSolution<int> large = BudgetProblem.Create(Money.Of(total * 1_000_000L, Currency.JPY), Curves(1e6).Select((curve, i) => BudgetLine.Of(i, curve))).Solve();
                for (int i = 0; i < small.Count; i++)
                {
                    large[i].Ideal.Should().BeApproximately(1e6 * small[i].Ideal, 1e-9 * 1e6 * total);
                }
            },
            iter: Laws.Iterations / 2);
    }

    internal static ResponseCurve Falling(double[] slopes, double width) => Broken(slopes.OrderByDescending(slope => slope).ToArray(), width);

    internal static ResponseCurve Broken(double[] slopes, double width)
    {
        var points = new List<ResponsePoint> { new(0d, 0d) };
        foreach (double slope in slopes)
        {
            points.Add(new ResponsePoint(points[^1].Spend + width, points[^1].Response + (slope * width)));
        }

        return ResponseCurve.PiecewiseLinear(points);
    }

    private static BudgetLine<int> Copy(BudgetLine<int> line, int key)
    {
        BudgetLine<int> copy = BudgetLine.Of(key, line.Curve);
        copy = line.Minimum is Money least ? copy.AtLeast(least) : copy;
        return line.Maximum is Money most ? copy.AtMost(most) : copy;
    }

    private static Gen<BudgetProblem<int>> Problems(Gen<ResponseCurve> curve, int fewest, int most) =>
        Gen.Select(curve.Array[fewest, most], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 100_000]), Gen.Int[0, 5_000].Array[8, 8], Gen.Int[0, 50_000].Array[8, 8], Gen.Int[0, 255]).Select(
            entry => BudgetProblem.Create(
                Money.OfMinorUnits(entry.Item2, Currency.CNY),
                entry.Item1.Select((response, i) =>
                {
                    BudgetLine<int> line = BudgetLine.Of(i, response);
                    long least = (entry.Item5 & (1 << i)) != 0 ? Math.Min(entry.Item3[i], entry.Item2 / entry.Item1.Length) : 0;
                    line = least > 0 ? line.AtLeast(Money.OfMinorUnits(least, Currency.CNY)) : line;
                    return (entry.Item5 & (2 << i)) != 0 ? line.AtMost(Money.OfMinorUnits(least + entry.Item4[i], Currency.CNY)) : line;
                })));

    private static void Adds(BudgetProblem<int> problem, BudgetSolution<int> solution)
    {
        if (!solution.HasAmounts)
        {
            solution.Status.Should().Be(BudgetStatus.Infeasible);
            solution.Shortfall!.Amount.IsNegative.Should().BeFalse();
            solution.Shortfall.Amount.IsZero.Should().BeFalse();
            return;
        }

        Money.Sum(solution.Select(line => line.Amount), problem.Total.Currency).Should().Be(problem.Total);
        solution.Should().OnlyContain(line => line.Amount >= line.Minimum && (line.Maximum == null || line.Amount <= line.Maximum));
    }

    private static IEnumerable<BudgetLine<int>> Shuffled(BudgetLine<int>[] lines, int seed)
    {
        var random = new Random(seed);
        return lines.OrderBy(_ => random.Next());
    }

    private static double[] Certificate(BudgetSolution<int> solution) => solution.Certificate is BudgetCertificate proof
        ? [(double)solution.Status, proof.Multiplier, proof.KktResidual, proof.Response, proof.IdealResponse, proof.Bound, proof.CurrentResponse ?? -1d]
        : [(double)solution.Status];

    private static bool Room(SolvedLine<int> line, int step) => step > 0
        ? line.Maximum is null || line.Amount < line.Maximum
        : line.Amount > line.Minimum;

    private static double Value(SolvedLine<int> line, int cents) => line.Line.Curve.ValueAt((double)(line.Amount.Amount + (cents * 0.01m)));

    private static double Exhaustive(ResponseCurve[] curves, int[] lo, int[] width, int total)
    {
        double best = double.NegativeInfinity;
        Next(0, total, 0d);
        return best;

        void Next(int i, int left, double sum)
        {
            if (i == curves.Length - 1)
            {
                if (left >= lo[i] && left <= lo[i] + width[i])
                {
                    best = Math.Max(best, sum + curves[i].ValueAt(left));
                }

                return;
            }

            for (int x = lo[i]; x <= Math.Min(left, lo[i] + width[i]); x++)
            {
                Next(i + 1, left - x, sum + curves[i].ValueAt(x));
            }
        }
    }

    private static double Grid(BudgetProblem<int> problem, int steps)
    {
        double total = (double)problem.Total.Amount;
        BudgetSolution<int> bounds = problem.Solve();
        double[] lo = bounds.Select(line => (double)line.Minimum.Amount).ToArray();
        double[] hi = bounds.Select(line => Math.Min(total, line.Maximum is Money most ? (double)most.Amount : total)).ToArray();
        double best = double.NegativeInfinity;
        Next(0, total, 0d);
        return best;

        void Next(int i, double left, double sum)
        {
            if (i == lo.Length - 1)
            {
                if (left >= lo[i] && left <= hi[i])
                {
                    best = Math.Max(best, sum + problem.Lines[i].Curve.ValueAt(left));
                }

                return;
            }

            for (int k = 0; k <= steps; k++)
            {
                double x = lo[i] + ((hi[i] - lo[i]) * k / steps);
                if (x <= left)
                {
                    Next(i + 1, left - x, sum + problem.Lines[i].Curve.ValueAt(x));
                }
            }
        }
    }

    private static string Show(BudgetProblem<int> problem) =>
        $"{problem.Total} over {string.Join("; ", problem.Lines.Select(line => $"{line} [{line.Minimum?.ToString() ?? "0"}, {line.Maximum?.ToString() ?? "-"}]"))}";
}
