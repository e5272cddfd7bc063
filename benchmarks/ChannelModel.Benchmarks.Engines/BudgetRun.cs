using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ChannelModel;
using ChannelModel.Allocation;
using Google.OrTools.LinearSolver;

namespace ChannelModel.Benchmarks.Engines;

/// <summary>
/// The best split of a budget over lines with concave curves, by our solver on the smooth curves, by our solver on their piecewise-linear form, and by the linear programme of that form in Google.OrTools
/// (GLOP: a variable for each piece, one row for the total). Both answers to the piecewise-linear form are compared before they are timed. Ours end in whole cents, with a proof.
/// </summary>
internal static class BudgetRun
{
    private const int Pieces = 20;
    private const double Most = 4_000d;

    public static void Run(string[] args)
    {
        int lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var random = new Random(42);
        Money total = Money.Of(600m * lines, Currency.CNY);
        var smooth = new ResponseCurve[lines];
        var corners = new ResponsePoint[lines][];
        for (int i = 0; i < lines; i++)
        {
            double size = 50d + (1_000d * random.NextDouble());
            double scale = 100d + (2_000d * random.NextDouble());
            smooth[i] = (i % 3) switch
            {
                0 => ResponseCurve.Logarithmic(size, scale),
                1 => ResponseCurve.Exponential(size, scale),
                _ => ResponseCurve.MichaelisMenten(size, scale),
            };
            ResponseCurve curve = smooth[i];
            corners[i] = [.. Enumerable.Range(0, Pieces + 1).Select(k => new ResponsePoint(Most * k / Pieces, curve.ValueAt(Most * k / Pieces)))];
        }

        BudgetProblem<int> exact = BudgetProblem.Create(total, smooth.Select((curve, i) => BudgetLine.Of(i, curve).AtMost(Money.Of((decimal)Most, Currency.CNY))));
        BudgetProblem<int> straight = BudgetProblem.Create(total, corners.Select((points, i) => BudgetLine.Of(i, ResponseCurve.PiecewiseLinear(points)).AtMost(Money.Of((decimal)Most, Currency.CNY))));

        double best = exact.Solve().Certificate!.Response;
        double own = straight.Solve().Certificate!.IdealResponse;
        (double other, _, _) = Glop(corners, (double)total.Amount);
        if (Math.Abs(own - other) > 1e-9 * own)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"GLOP brings {other:R}, ours {own:R}."));
        }

        var times = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        for (int round = 0; round < rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            _ = exact.Solve();
            Add("1. ChannelModel, the curves themselves", Stopwatch.GetElapsedTime(start));
            start = Stopwatch.GetTimestamp();
            _ = straight.Solve();
            Add("2. ChannelModel, piecewise linear", Stopwatch.GetElapsedTime(start));
            (_, TimeSpan build, TimeSpan solve) = Glop(corners, (double)total.Amount);
            Add("3. GLOP, building the model", build);
            Add("4. GLOP, solving it", solve);
        }

        Console.WriteLine(FormattableString.Invariant($"{lines} lines, {Pieces} pieces each; piecewise linear: ours {own:R}, GLOP {other:R}; the curves themselves: {best:R}"));
        Console.WriteLine("| way | ms, best | ms, median |");
        Console.WriteLine("|---|---:|---:|");
        foreach ((string name, List<double> all) in times)
        {
            all.Sort();
            Console.WriteLine(FormattableString.Invariant($"| {name} | {all[0]:0.0} | {all[all.Count / 2]:0.0} |"));
        }

        void Add(string name, TimeSpan time)
        {
            if (!times.TryGetValue(name, out List<double>? all))
            {
                times.Add(name, all = []);
            }

            all.Add(time.TotalMilliseconds);
        }
    }

    /// <summary>The pieces of a concave curve fill in their order by themselves: no integers are needed.</summary>
    private static (double Response, TimeSpan Build, TimeSpan Solve) Glop(ResponsePoint[][] corners, double total)
    {
        long start = Stopwatch.GetTimestamp();
        using Solver solver = Solver.CreateSolver("GLOP");
        using Constraint row = solver.MakeConstraint(total, total);
        using Objective objective = solver.Objective();
        double nothing = 0d;
        foreach (ResponsePoint[] points in corners)
        {
            nothing += points[0].Response;
            for (int k = 1; k < points.Length; k++)
            {
                double width = points[k].Spend - points[k - 1].Spend;
                using Variable piece = solver.MakeNumVar(0d, width, string.Empty);
                row.SetCoefficient(piece, 1d);
                objective.SetCoefficient(piece, (points[k].Response - points[k - 1].Response) / width);
            }
        }

        objective.SetMaximization();
        TimeSpan build = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        Solver.ResultStatus status = solver.Solve();
        TimeSpan solve = Stopwatch.GetElapsedTime(start);
        return status == Solver.ResultStatus.OPTIMAL ? (objective.Value() + nothing, build, solve) : throw new InvalidOperationException("GLOP says " + status + ".");
    }
}
