using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ChannelModel.Allocation;

namespace ChannelModel.Benchmarks.Allocation;

/// <summary>
/// A budget over 100 000 lines with concave curves of six families and bounds, to a proven relative gap of 10^-9 and whole cents. Beside it what a user would write: bisection on the price of money, without
/// proof and without whole cents. The loop that gives cent by cent to the line where the next one brings most is measured over 100 lines, beside ours over the same. The responses are compared first.
/// </summary>
[MemoryDiagnoser]
public class BudgetBenchmarks
{
    private const int Lines = 100_000;
    private const int Few = 100;
    private const int FewCents = 1_000_000;
    private readonly (double A, double B)[] _sizes = new (double, double)[Lines];
    private ResponseCurve[] _curves = [];
    private double[] _most = [];
    private BudgetLine<int>[] _lines = [];
    private BudgetProblem<int> _problem = null!;
    private BudgetProblem<int> _few = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(42);
        _curves = [.. Enumerable.Range(0, Lines).Select(i => Curve(i, 50d + (1_000d * random.NextDouble()), 100d + (2_000d * random.NextDouble())))];
        _most = [.. _curves.Select((_, i) => i % 3 == 0 ? 200d + random.Next(800) : 100_000d)];
        _lines = [.. _curves.Select((curve, i) => BudgetLine.Of(i, curve).AtMost(Money.Of((decimal)_most[i], Currency.CNY)))];
        _problem = BudgetProblem.Create(Money.Of(30_000_000m, Currency.CNY), _lines);
        _few = BudgetProblem.Create(Money.OfMinorUnits(FewCents, Currency.CNY), _lines.Take(Few));
        BudgetSolution<int> solution = Solve();
        Require(solution.Certificate!.RelativeGap <= 1e-9 && solution.Status == BudgetStatus.Optimal, "The gap is not closed.");
        double price = Bisection();
        double response = _curves.Select((curve, i) => curve.ValueAt(Ask(i, price))).Sum();
        Require(Math.Abs(response - solution.Certificate.IdealResponse) <= 1e-9 * response, "Bisection brings something else.");
        double fewer = CentByCent();
        Require(Math.Abs(fewer - FewLines().Certificate!.Response) <= 1e-9 * fewer, "The loop over cents brings something else.");
    }

    [Benchmark(Baseline = true)]
    public BudgetSolution<int> Solve() => _problem.Solve();

    [Benchmark]
    public BudgetSolution<int> CreateAndSolve() => BudgetProblem.Create(_problem.Total, _lines).Solve();

    /// <summary>The price at which the lines ask for the total, to the last digit that a double has.</summary>
    [Benchmark]
    public double Bisection()
    {
        double total = (double)_problem.Total.Amount;
        double low = 1e-12;
        double high = 1e12;
        for (int i = 0; i < 200; i++)
        {
            double price = Math.Sqrt(low * high);
            if (price <= low || price >= high)
            {
                break;
            }

            double sum = 0d;
            for (int k = 0; k < Lines; k++)
            {
                sum += Ask(k, price);
            }

            if (sum > total)
            {
                low = price;
            }
            else
            {
                high = price;
            }
        }

        return high;
    }

    [Benchmark]
    public BudgetSolution<int> FewLines() => _few.Solve();

    [Benchmark]
    public double CentByCent()
    {
        int[] cents = new int[Few];
        double[] next = new double[Few];
        double sum = 0d;
        for (int k = 0; k < Few; k++)
        {
            sum += _curves[k].ValueAt(0d);
            next[k] = Gain(k);
        }

        for (int left = FewCents; left > 0; left--)
        {
            int best = 0;
            for (int k = 1; k < Few; k++)
            {
                best = next[k] > next[best] ? k : best;
            }

            sum += next[best];
            cents[best]++;
            next[best] = Gain(best);
        }

        return sum;

        double Gain(int k) => cents[k] >= 100d * _most[k] ? double.NegativeInfinity : _curves[k].ValueAt((cents[k] + 1) / 100d) - _curves[k].ValueAt(cents[k] / 100d);
    }

    private ResponseCurve Curve(int i, double size, double scale)
    {
        _sizes[i] = (i % 6) switch
        {
            1 => (size / 20d, 0.3 + (scale / 5_000d)),
            4 => (size, 4d / scale),
            5 => (2d * size / scale, 2d * size / (scale * scale)),
            _ => (size, scale),
        };
        (double a, double b) = _sizes[i];
        return (i % 6) switch
        {
            0 => ResponseCurve.Logarithmic(a, b),
            1 => ResponseCurve.Power(a, b),
            2 => ResponseCurve.Exponential(a, b),
            3 => ResponseCurve.MichaelisMenten(a, b),
            4 => ResponseCurve.Logistic(a, b),
            _ => ResponseCurve.Quadratic(a, b),
        };
    }

    /// <summary>The inverses of the slopes, as a textbook has them.</summary>
    private double Ask(int i, double price)
    {
        (double a, double b) = _sizes[i];
        double free = (i % 6) switch
        {
            0 => (a / price) - b,
            1 => Math.Pow(price / (a * b), 1d / (b - 1d)),
            2 => -b * Math.Log(price * b / a),
            3 => Math.Sqrt(a * b / price) - b,
            4 => price >= 0.5 * a * b ? 0d : 2d / b * Math.Acosh(Math.Sqrt(0.5 * a * b / price)),
            _ => (a - price) / b,
        };
        return Math.Clamp(free, 0d, _most[i]);
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}
