using System;

namespace ChannelModel.Allocation;

/// <summary>Solves a model for a total, and says what the result is worth.</summary>
internal static class BudgetSolver
{
    public const double Tolerance = 1e-9;

    public static BudgetOutcome Solve(BudgetModel model, long total)
    {
        (long least, long most) = model.Range();
        long free = total - model.FixedUnits;
        if (free < least || free > most)
        {
            return new BudgetOutcome(BudgetStatus.Infeasible) { Total = total, TotalTooSmall = free < least, Missing = free < least ? least - free : free - most };
        }

        double amount = model.ToAmount(free);
        SplitSpace space = model.SpaceFor(amount);
        double[]? start = Start(model, free, space);
        SplitSearch found = SplitSearch.Solve(space, Tolerance, start);
        long[] units = WholeUnits.Of(model, found.Spend, free);
        if (start is not null && space.ValueOf(ToAmounts(model, units)) <= space.ValueOf(start))
        {
            // The present split is as good to the last digit: then nothing moves.
            for (int k = 0; k < units.Length; k++)
            {
                units[k] = model.Current[model.Free[k]];
            }
        }

        return Report(model, total, amount, found, units);
    }

    /// <summary>The multiplier: what one more unit brings. Inside the bounds all lines agree; else the best of the lines that have room.</summary>
    public static double MultiplierOf(BudgetModel model, double[] ideal, double price)
    {
        double up = double.NegativeInfinity;
        double down = double.PositiveInfinity;
        foreach (int i in model.Free)
        {
            bool room = ideal[i] < model.ToAmount(model.Hi[i]);
            bool give = ideal[i] > model.ToAmount(model.Lo[i]);
            if (room && give && model.Curves[i].SlopeBefore(ideal[i]) == model.Curves[i].SlopeNear(ideal[i]) && Math.Abs(model.Curves[i].SlopeNear(ideal[i]) - price) <= 1e-6 * Math.Abs(price))
            {
                return price;
            }

            up = room ? Math.Max(up, model.Curves[i].SlopeNear(ideal[i])) : up;
            down = give ? Math.Min(down, model.Curves[i].SlopeBefore(ideal[i])) : down;
        }

        return double.IsNegativeInfinity(up) ? Math.Min(0d, down) : up;
    }

    /// <summary>How far the lines are from the conditions of an optimum, relative to the multiplier, or as it is where that is 0; 0 is exact.</summary>
    public static double KktResidualOf(BudgetModel model, double[] ideal, double multiplier)
    {
        double worst = 0d;
        foreach (int i in model.Free)
        {
            double slope = model.Curves[i].SlopeNear(ideal[i]);
            if (slope > multiplier && ideal[i] < model.ToAmount(model.Hi[i]))
            {
                worst = Math.Max(worst, slope - multiplier);
            }

            double before = model.Curves[i].SlopeBefore(ideal[i]);
            if (ideal[i] > model.ToAmount(model.Lo[i]) && before < multiplier)
            {
                worst = Math.Max(worst, multiplier - before);
            }
        }

        return multiplier == 0d ? worst : worst / Math.Abs(multiplier);
    }

    public static double ResponseOf(BudgetModel model, Func<int, double> amount)
    {
        double sum = 0d;
        foreach (int i in model.ByKey)
        {
            if (model.Roles[i] != BudgetLineStatus.Excluded)
            {
                sum += model.Curves[i].Value(amount(i));
            }
        }

        return sum;
    }

    /// <summary>What the present spends bring; null if one is not known.</summary>
    public static double? CurrentResponseOf(BudgetModel model)
    {
        for (int i = 0; i < model.Curves.Length; i++)
        {
            if (model.Current[i] < 0 && model.Roles[i] != BudgetLineStatus.Excluded)
            {
                return null;
            }
        }

        return ResponseOf(model, i => model.ToAmount(model.Current[i]));
    }

    /// <summary>Puts a search's result into the order of the problem's lines and judges it.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="total">The units spent in all, fixed lines included.</param>
    /// <param name="amount">What the search gave to the free lines, before rounding.</param>
    /// <param name="found">The search.</param>
    /// <param name="units">The units of the free lines.</param>
    public static BudgetOutcome Report(BudgetModel model, long total, double amount, SplitSearch found, long[] units)
    {
        int n = model.Curves.Length;
        var all = new long[n];
        var ideal = new double[n];
        for (int i = 0; i < n; i++)
        {
            if (model.Roles[i] == BudgetLineStatus.Fixed)
            {
                all[i] = model.Lo[i];
                ideal[i] = model.ToAmount(model.Lo[i]);
            }
        }

        for (int k = 0; k < units.Length; k++)
        {
            all[model.Free[k]] = units[k];
            ideal[model.Free[k]] = found.Spend[k];
        }

        double multiplier = MultiplierOf(model, ideal, found.Price);
        double response = ResponseOf(model, found, units);
        double idealResponse = found.Value + model.FixedResponse;
        double free = model.ToAmount(total - model.FixedUnits);
        double proven = free == amount ? found.Bound : model.SpaceFor(free).BoundOf(found.Proof);
        double bound = Math.Max(response, proven + model.FixedResponse);
        return new BudgetOutcome(StatusOf(model, all, amount, idealResponse, multiplier, found.Bound))
        {
            Total = total,
            Units = all,
            Ideal = ideal,
            Multiplier = multiplier,
            KktResidual = KktResidualOf(model, ideal, multiplier),
            Response = response,
            IdealResponse = idealResponse,
            CurrentResponse = CurrentResponseOf(model),
            Bound = bound,
            Proof = found.Proof,
        };
    }

    /// <summary>The status that amounts, multiplier and proof deserve.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="units">The units of all lines.</param>
    /// <param name="amount">What the free lines get, before rounding.</param>
    /// <param name="idealResponse">What all lines bring, before rounding.</param>
    /// <param name="multiplier">The multiplier.</param>
    /// <param name="bound">What the free lines cannot exceed with that amount.</param>
    public static BudgetStatus StatusOf(BudgetModel model, long[] units, double amount, double idealResponse, double multiplier, double bound)
    {
        double gap = bound + model.FixedResponse - idealResponse;
        return !(gap <= Tolerance * Math.Abs(idealResponse)) ? BudgetStatus.OptimalWithinGap
            : amount > 0d && multiplier <= 0d && SomeHaveRoom(model, units) ? BudgetStatus.Saturated
            : BudgetStatus.Optimal;
    }

    /// <summary>Whether some line has room: a total that fills all maxima is not saturated by its curves.</summary>
    private static bool SomeHaveRoom(BudgetModel model, long[] units)
    {
        foreach (int i in model.Free)
        {
            if (units[i] < model.Hi[i])
            {
                return true;
            }
        }

        return false;
    }

    private static double ResponseOf(BudgetModel model, SplitSearch found, long[] units)
    {
        double sum = 0d;
        if (found.Columns is ResponseColumns columns)
        {
            var x = new double[units.Length];
            for (int k = 0; k < x.Length; k++)
            {
                x[k] = model.ToAmount(units[columns.Order[k]]);
            }

            sum = columns.ValueOf(x);
        }
        else
        {
            for (int k = 0; k < units.Length; k++)
            {
                sum += model.Curves[model.Free[k]].Value(model.ToAmount(units[k]));
            }
        }

        return sum + model.FixedResponse;
    }

    private static double[] ToAmounts(BudgetModel model, long[] units) => Array.ConvertAll(units, model.ToAmount);

    /// <summary>The present split of the free lines, if it is one of the total within the bounds.</summary>
    private static double[]? Start(BudgetModel model, long free, SplitSpace space)
    {
        var start = new double[model.Free.Length];
        long sum = 0;
        for (int k = 0; k < start.Length; k++)
        {
            long units = model.Current[model.Free[k]];
            if (units < model.Lo[model.Free[k]] || units > model.Hi[model.Free[k]])
            {
                return null;
            }

            sum += units;
            start[k] = Math.Min(model.ToAmount(units), space.Hi[k]);
        }

        return sum == free ? start : null;
    }
}
