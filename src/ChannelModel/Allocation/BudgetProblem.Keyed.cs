using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A budget to be split over lines with diminishing returns, within bounds.</summary>
/// <typeparam name="TKey">What gets a part of the budget.</typeparam>
/// <remarks>
/// <para>The same problem always gives the same amounts: no clock, no randomness, and nothing depends on the order of the lines but the order of the answer. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed partial class BudgetProblem<TKey>
    where TKey : notnull, IComparable<TKey>
{
    private readonly BudgetLine<TKey>[] _lines;

    internal BudgetProblem(Money total, IEnumerable<BudgetLine<TKey>> lines)
    {
        _lines = Guard.Against.Null(lines).ToArray();
        Total = total;
        Scale = total.Currency.MinorUnits ?? Money.MaxScale;
        TotalUnits = Units(total, "The total", nameof(total));
        if (total.IsNegative)
        {
            throw new ArgumentException($"The total is {total}; expected 0 or more.", nameof(total));
        }

        if (_lines.Length == 0)
        {
            throw new ArgumentException("There is no line; expected at least one.", nameof(lines));
        }

        int n = _lines.Length;
        var curves = new ResponseCurve[n];
        var lo = new long[n];
        var hi = new long[n];
        var current = new long[n];
        var roles = new BudgetLineStatus[n];
        var seen = new HashSet<TKey>();
        for (int i = 0; i < n; i++)
        {
            BudgetLine<TKey> line = _lines[i] ?? throw new ArgumentException($"The line {i} is null.", nameof(lines));
            if (!seen.Add(line.Key))
            {
                throw new ArgumentException($"The key '{line.Key}' is there twice; expected each key once.", nameof(lines));
            }

            curves[i] = line.Curve;
            current[i] = line.Current is Money spent ? Units(spent, $"The current spend of '{line.Key}'", nameof(lines)) : -1;
            (lo[i], hi[i], roles[i]) = Bounds(line);
        }

        Model = new BudgetModel(curves, lo, hi, current, roles, Math.Pow(10d, Scale), KeyOrder<TKey>.Sorted(Array.ConvertAll(_lines, line => line.Key)));
    }

    /// <summary>Gets what is to be spent.</summary>
    public Money Total { get; }

    /// <summary>Gets the lines, in the order in which they were given.</summary>
    public IReadOnlyList<BudgetLine<TKey>> Lines => _lines;

    internal BudgetModel Model { get; }

    internal long TotalUnits { get; }

    internal int Scale { get; }

    /// <summary>Finds the split of the total that brings most.</summary>
    /// <returns>The solution; <see cref="BudgetSolution{TKey}.Status"/> says whether there is one.</returns>
    public BudgetSolution<TKey> Solve() => new(this, BudgetGoal.Total, 0d, BudgetSolver.Solve(Model, TotalUnits));

    /// <summary>Spends on each line as long as its last unit brings at least a given response; the problem's total plays no part.</summary>
    /// <param name="target">Response for one unit of the currency; above 0.</param>
    /// <returns>The solution, with its own total.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not above 0 or not finite.</exception>
    public BudgetSolution<TKey> SolveForMarginalReturn(double target) =>
        new(this, BudgetGoal.MarginalReturn, target, BudgetTargets.MarginalReturn(Model, ResponseCurve.Checked(target, nameof(target), zeroAllowed: false)));

    /// <summary>Spends as much as brings on average at least a given response for each unit; the problem's total plays no part.</summary>
    /// <param name="target">Response for one unit of the currency, over what no spend at all would bring (carry-over); above 0.</param>
    /// <returns>The solution, with its own total.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not above 0 or not finite.</exception>
    public BudgetSolution<TKey> SolveForAverageReturn(double target) =>
        new(this, BudgetGoal.AverageReturn, target, BudgetTargets.AverageReturn(Model, ResponseCurve.Checked(target, nameof(target), zeroAllowed: false)));

    /// <summary>Finds the least spend that brings a given response; the problem's total plays no part.</summary>
    /// <param name="target">The response of all lines together, carry-over included; finite.</param>
    /// <returns>The solution, with its own total.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is negative or not finite.</exception>
    public BudgetSolution<TKey> SolveForResponse(double target) =>
        new(this, BudgetGoal.Response, target, BudgetTargets.Response(Model, ResponseCurve.Checked(target, nameof(target), zeroAllowed: true)));

    /// <summary>Solves for totals at even steps: the efficient frontier, what the best split of each total brings.</summary>
    /// <param name="from">The first total.</param>
    /// <param name="to">The last total, above the first.</param>
    /// <param name="points">How many totals, both ends included; at least 2.</param>
    /// <returns>A solution for each total, ascending; each total is rounded down to the smallest unit.</returns>
    /// <exception cref="ArgumentException">A total is in another currency, negative or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 points, or <paramref name="to"/> is not above <paramref name="from"/>.</exception>
    public IReadOnlyList<BudgetSolution<TKey>> Frontier(Money from, Money to, int points)
    {
        long first = Units(from, "The first total", nameof(from));
        long last = Units(to, "The last total", nameof(to));
        if (points < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(points), points, "Expected 2 or more.");
        }

        if (last <= first || first < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"Expected more than {from}, and no negative amount.");
        }

        var solutions = new BudgetSolution<TKey>[points];
        for (int i = 0; i < points; i++)
        {
            long units = first + (long)((BigInteger)(last - first) * i / (points - 1));
            solutions[i] = WithTotal(ToMoney(units)).Solve();
        }

        return solutions;
    }

    /// <summary>Exchanges the total.</summary>
    /// <param name="total">0 or more, in the same currency.</param>
    /// <returns>The problem with it; this one if nothing changes.</returns>
    /// <exception cref="ArgumentException">The total is in another currency, negative or too large.</exception>
    public BudgetProblem<TKey> WithTotal(Money total) => total == Total ? this : total.Currency == Total.Currency
        ? new BudgetProblem<TKey>(total, _lines)
        : throw new ArgumentException($"The total {total} is in {total.Currency}; expected {Total.Currency}.", nameof(total));

    /// <summary>Checks the record of a solution from this problem alone: every number in it is worked out again, the optimum's bound by its proof.</summary>
    /// <param name="record">What <see cref="BudgetSolution{TKey}.ToRecord"/> wrote.</param>
    /// <returns>What is wrong; nothing if all holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Verify(string record) => BudgetRecord.Verify(this, Guard.Against.Null(record));

    internal Money ToMoney(long units) => Money.OfUnits(units, Scale, Total.Currency);

    private (long Lo, long Hi, BudgetLineStatus Role) Bounds(BudgetLine<TKey> line)
    {
        if (line.ExcludedFor is not null)
        {
            return (0, 0, BudgetLineStatus.Excluded);
        }

        if (line.FixedAmount is Money amount)
        {
            long units = Units(amount, $"The fixed amount of '{line.Key}'", "lines");
            return (units, units, BudgetLineStatus.Fixed);
        }

        long lo = line.Minimum is Money least ? Units(least, $"The minimum of '{line.Key}'", "lines", RoundingMode.Ceiling) : 0;
        long hi = line.Maximum is Money most ? Units(most, $"The maximum of '{line.Key}'", "lines", RoundingMode.Floor) : BudgetModel.MostUnits;
        if ((line.MinimumOfCurrent ?? line.MaximumOfCurrent) is Rate share && line.Current is null)
        {
            throw new ArgumentException($"The line '{line.Key}' has a bound of {share} of its current spend, which is not given.", "lines");
        }

        if (line.MinimumOfCurrent is Rate low)
        {
            lo = Math.Max(lo, Share(line, low, RoundingMode.Ceiling));
        }

        if (line.MaximumOfCurrent is Rate high)
        {
            hi = Math.Min(hi, Share(line, high, RoundingMode.Floor));
        }

        return lo <= hi
            ? (lo, hi, BudgetLineStatus.Interior)
            : throw new ArgumentException($"The minimum of '{line.Key}' is {ToMoney(lo)}, above its maximum of {ToMoney(hi)}.", "lines");
    }

    private long Share(BudgetLine<TKey> line, Rate share, RoundingMode mode)
    {
        BigInteger units = Exact.Divide(Exact.ToUnits(line.Current!.Value.Amount, Scale) * share.TenBillionths, BigInteger.Pow(10, Rate.Scale), mode);
        if (units <= BudgetModel.MostUnits)
        {
            return (long)units;
        }

        return mode == RoundingMode.Floor
            ? BudgetModel.MostUnits
            : throw new ArgumentException($"The minimum of '{line.Key}' is {share} of {line.Current}; expected at most {ToMoney(BudgetModel.MostUnits)}, 2^53 smallest units.", "lines");
    }

    private long Units(Money amount, string what, string parameter, RoundingMode? mode = null)
    {
        if (amount.Currency != Total.Currency)
        {
            throw new ArgumentException($"{what} is {amount}; expected an amount in {Total.Currency}.", parameter);
        }

        if (mode is null && Exact.Scale(amount.Amount) > Scale)
        {
            throw new ArgumentException($"{what} is {amount}, which has more decimals than {amount.Currency}; expected a whole number of its smallest unit.", parameter);
        }

        BigInteger units = Exact.ToUnits(mode is RoundingMode how ? Exact.Round(amount.Amount, Scale, how) : amount.Amount, Scale);
        return units <= BudgetModel.MostUnits && units >= -BudgetModel.MostUnits
            ? (long)units
            : throw new ArgumentException($"{what} is {amount}; expected at most {ToMoney(BudgetModel.MostUnits)}, 2^53 smallest units.", parameter);
    }
}
