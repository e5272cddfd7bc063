using System;

namespace ChannelModel.Allocation;

/// <summary>
/// The inverse problems. The best response V of a total B rises with B, and its slope is the price of money; so each target is a root in B, found by Newton steps inside a
/// bracket.
/// </summary>
internal static class BudgetTargets
{
    private const int Scan = 48;

    /// <summary>Every line up to where its last unit brings the target.</summary>
    public static BudgetOutcome MarginalReturn(BudgetModel model, double target)
    {
        double[] ideal = AtPrice(model, target, out double amount);
        if (double.IsPositiveInfinity(amount))
        {
            return new BudgetOutcome(BudgetStatus.Unbounded);
        }

        var units = new long[ideal.Length];
        long total = model.FixedUnits;
        for (int k = 0; k < units.Length; k++)
        {
            // Cut off, so that the last unit of each line still brings the target.
            int line = model.Free[k];
            units[k] = Math.Max(model.Lo[line], Math.Min(model.Hi[line], (long)Math.Floor(ideal[k] * model.UnitsPerOne)));
            total += units[k];
        }

        return BudgetSolver.Report(model, total, amount, SplitSearch.AtPrice(model.SpaceFor(amount), ideal, target), units);
    }

    /// <summary>The least total whose best split brings the target.</summary>
    public static BudgetOutcome Response(BudgetModel model, double target)
    {
        (long least, long most) = model.Range();
        double low = model.ToAmount(least);
        double high = model.ToAmount(Math.Min(most, BudgetModel.MostUnits));
        SplitSearch found = SolveFor(model, low);
        double wanted = target - model.FixedResponse;
        double at = low;
        if (found.Value < wanted)
        {
            if (SolveFor(model, high).Value < wanted)
            {
                return new BudgetOutcome(BudgetStatus.TargetUnreachable);
            }

            (at, found) = Root(model, low, high, (search, _) => search.Value - wanted, search => search.Price);
        }

        long free = Math.Max(least, Math.Min(most, (long)Math.Ceiling((at * model.UnitsPerOne) - 1e-6)));
        for (; ; free++)
        {
            long[] units = WholeUnits.Of(model, found.Spend, free);
            BudgetOutcome outcome = BudgetSolver.Report(model, free + model.FixedUnits, at, found, units);
            if (outcome.Response >= target - (1e-12 * Math.Abs(target)) || free >= most)
            {
                return outcome;
            }
        }
    }

    /// <summary>The largest total that brings on average the target for each unit, over what no spend at all would bring.</summary>
    public static BudgetOutcome AverageReturn(BudgetModel model, double target)
    {
        (long least, long most) = model.Range();
        bool open = most > BudgetModel.MostUnits / 2;
        double low = model.ToAmount(least);
        double high = model.ToAmount(Math.Min(most, BudgetModel.MostUnits));
        double fixedAmount = model.ToAmount(model.FixedUnits);
        double nothing = BudgetSolver.ResponseOf(model, _ => 0d) - model.FixedResponse;

        // What is brought beyond the target: V concave has one peak, where the price of money is the target; right of it, one root.
        double Over(SplitSearch search, double amount) => search.Value - nothing - (target * (amount + fixedAmount));
        if (open)
        {
            AtPrice(model, target, out double peak);
            if (double.IsPositiveInfinity(peak))
            {
                return new BudgetOutcome(BudgetStatus.Unbounded);
            }

            double reach = Math.Max(peak, model.ToAmount(1));
            while (reach < high && Over(SolveFor(model, reach), reach) >= 0d)
            {
                reach *= 2d;
            }

            if (reach >= high)
            {
                return new BudgetOutcome(BudgetStatus.Unbounded);
            }

            high = Math.Min(high, reach * 2d);
        }

        double at = high;
        SplitSearch found = SolveFor(model, high);
        if (Over(found, high) < 0d)
        {
            // The largest total of a scan that meets the target, the peak among them; then the root above it.
            double[] totals = Totals(model, target, low, high);
            int k = totals.Length - 1;
            while (k >= 0 && Over(SolveFor(model, totals[k]), totals[k]) < 0d)
            {
                k--;
            }

            if (k < 0)
            {
                return new BudgetOutcome(BudgetStatus.TargetUnreachable);
            }

            (at, found) = Root(model, totals[k], k + 1 < totals.Length ? totals[k + 1] : high, (search, amount) => -Over(search, amount), search => target - search.Price);
        }

        if (at + fixedAmount <= 0d)
        {
            return new BudgetOutcome(BudgetStatus.TargetUnreachable); // nothing for nothing is no answer
        }

        for (long free = Math.Max(least, Math.Min(most, (long)Math.Floor((at * model.UnitsPerOne) + 1e-6))); ; free--)
        {
            long[] units = WholeUnits.Of(model, found.Spend, free);
            BudgetOutcome outcome = BudgetSolver.Report(model, free + model.FixedUnits, at, found, units);
            double spent = model.ToAmount(outcome.Total);
            double brought = outcome.Response - nothing - model.FixedResponse;
            if (brought >= (target * spent) - (1e-12 * Math.Abs(brought)) || free <= least)
            {
                return outcome;
            }
        }
    }

    /// <summary>What the free lines ask for at a price; the sum is infinite if a line without a maximum asks for all there is.</summary>
    private static double[] AtPrice(BudgetModel model, double price, out double amount)
    {
        var ideal = new double[model.Free.Length];
        amount = 0d;
        for (int k = 0; k < ideal.Length; k++)
        {
            int line = model.Free[k];
            double lo = model.ToAmount(model.Lo[line]);
            ideal[k] = model.Curves[line].Best(price, lo, model.ToAmount(model.Hi[line]), high: true);
            amount += model.Hi[line] >= BudgetModel.MostUnits && ideal[k] * model.UnitsPerOne >= BudgetModel.MostUnits / 2 ? double.PositiveInfinity : ideal[k];
        }

        return ideal;
    }

    private static SplitSearch SolveFor(BudgetModel model, double amount) => SplitSearch.Solve(model.SpaceFor(amount), BudgetSolver.Tolerance, null);

    private static double[] Totals(BudgetModel model, double target, double low, double high)
    {
        if (high <= 0d)
        {
            return [low]; // no line is free to move: there is nothing to scan
        }

        AtPrice(model, target, out double peak);
        var totals = new double[Scan + 2];
        double from = Math.Max(low, high * 1e-9);
        totals[0] = low;
        for (int i = 0; i < Scan; i++)
        {
            totals[i + 1] = from * Math.Pow(high / from, i / (double)Scan);
        }

        totals[Scan + 1] = Math.Max(low, Math.Min(high, peak));
        Array.Sort(totals);
        return totals;
    }

    /// <summary>The total between two ends at which a function that rises from below 0 to above 0 is 0.</summary>
    private static (double At, SplitSearch Found) Root(BudgetModel model, double low, double high, Func<SplitSearch, double, double> value, Func<SplitSearch, double> slope)
    {
        double at = low;
        SplitSearch found = SolveFor(model, at);
        double smallest = Math.Max(low, high * 1e-18);
        for (int i = 0; i < 300; i++)
        {
            double now = value(found, at);
            if (now == 0d)
            {
                break;
            }

            if (now < 0d)
            {
                low = at;
            }
            else
            {
                high = at;
            }

            double step = slope(found);
            double next = step > 0d && step < double.MaxValue ? at - (now / step) : double.NaN;
            if (!(next > low && next < high) || i % 8 == 7)
            {
                double from = Math.Max(low, smallest);
                next = high > 4d * from ? Math.Sqrt(from) * Math.Sqrt(high) : low + ((high - low) * 0.5);
            }

            if (!(next > low && next < high) || Math.Abs(next - at) <= 1e-16 * at)
            {
                break;
            }

            at = next;
            found = SolveFor(model, at);
        }

        return (at, found);
    }
}
