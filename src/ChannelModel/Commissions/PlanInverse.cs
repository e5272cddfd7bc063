using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Asks a plan backwards: what is missing to the next tier, what value pays a target, what the next unit brings.</summary>
/// <remarks>For plans of one component of tiers that is chosen by the amount of money or count it is paid on, within one period: no records, gates, accelerators, floor or cap on attainment.</remarks>
public static class PlanInverse
{
    /// <summary>Finds the smallest value in the next tier.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="value">The value now, at or above 0.</param>
    /// <returns>What is missing, in steps of 0.000001; <see langword="null"/> in the last tier.</returns>
    /// <exception cref="ArgumentException">The plan is of another kind, or the value below 0.</exception>
    public static decimal? ToNextTier(ResolvedPlan rules, decimal value)
    {
        ExactCurve curve = CurveOf(rules, value, out BigInteger units);
        int tier = curve.Pieces[curve.Locate(units)].Tier;
        ExactPiece? next = curve.Pieces.FirstOrDefault(piece => piece.Tier > Math.Max(tier, 1));
        return next is null ? null : StatementLine.Cut(new Ratio(next.Start - units, 1_000_000), 6);
    }

    /// <summary>Finds the smallest value that pays at least a target, rounding and the period's cap included.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="payout">The target, above 0.</param>
    /// <returns>The value, to 0.000001; <see langword="null"/> if none pays so much.</returns>
    /// <exception cref="ArgumentException">The plan is of another kind.</exception>
    public static decimal? ValueFor(ResolvedPlan rules, Money payout)
    {
        ExactCurve curve = CurveOf(rules, 0m, out _);
        CommissionPlan plan = rules.Plan;
        BigInteger target = payout.ToMillionths();
        if (plan.Caps.Any(cap => plan.IsWithin(cap) && cap.Amount < payout))
        {
            return null;
        }

        BigInteger unit = BigInteger.Pow(10, Money.MaxScale - plan.Rounding.ScaleFor(plan.Currency));
        BigInteger end = plan.Compiled[0].Top ?? ((BigInteger)decimal.MaxValue);
        for (int i = 0; i < curve.Pieces.Count; i++)
        {
            // Inside a piece the payout is monotone, so the first value is found by halving.
            BigInteger low = curve.Pieces[i].Start;
            BigInteger high = BigInteger.Min(i + 1 < curve.Pieces.Count ? curve.Pieces[i + 1].Start - 1 : end, end);
            if (Pays(low) >= target)
            {
                return StatementLine.Cut(new Ratio(low, 1_000_000), 6);
            }

            if (high <= low || Pays(high) < target)
            {
                continue;
            }

            while (high - low > 1)
            {
                BigInteger middle = (low + high) / 2;
                (low, high) = Pays(middle) >= target ? (low, middle) : (middle, high);
            }

            return StatementLine.Cut(new Ratio(high, 1_000_000), 6);

            BigInteger Pays(BigInteger value) => curve.Pay(i, value).RoundTo(unit, plan.Rounding.Mode);
        }

        return null;
    }

    /// <summary>Says what a step further pays: C(value + step) - C(value), below 0 across a fall.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="value">The value now, at or above 0.</param>
    /// <param name="step">The step, above 0.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The plan is of another kind, or the value below 0.</exception>
    public static Money NextStep(ResolvedPlan rules, decimal value, decimal step)
    {
        _ = CurveOf(rules, value, out _);
        return At(value + step) - At(value);

        Money At(decimal x) => rules.Evaluate(CommissionFacts.For(new Id<Payee>("-"), new NodaTime.DateInterval(rules.AsOf, rules.AsOf)).With(rules.Plan.Components[0].On, x));
    }

    /// <summary>Finds where two plans pay alike and cross: such as whole-amount tiers against graduated ones.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="upTo">The largest value looked at, above 0.</param>
    /// <returns>The smallest values, to 0.000001, from which on the other one pays more (before rounding), ascending.</returns>
    /// <exception cref="ArgumentException">A plan is of another kind, or pays by blocks, which cross at every step.</exception>
    public static IReadOnlyList<decimal> BreakEven(ResolvedPlan first, ResolvedPlan second, decimal upTo)
    {
        ExactCurve a = CurveOf(first, 0m, out _);
        ExactCurve b = CurveOf(second, upTo, out BigInteger end);
        if (a.Pieces.Concat(b.Pieces).Any(piece => !piece.Block.IsZero))
        {
            throw new ArgumentException("Expected plans without blocks: their payouts cross at every step.", nameof(first));
        }

        BigInteger[] starts = [.. a.Pieces.Concat(b.Pieces).Select(piece => piece.Start).Append(end + 1).Where(start => start <= end + 1).Distinct().OrderBy(start => start)];
        var found = new List<decimal>();
        int ahead = 0;
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            foreach (BigInteger at in new[] { starts[i], starts[i + 1] - 1 })
            {
                int sign = Difference(at);
                if (sign != 0 && ahead != 0 && sign != ahead)
                {
                    BigInteger low = at == starts[i] ? at - 1 : starts[i];
                    BigInteger high = at;
                    while (high - low > 1)
                    {
                        BigInteger middle = (low + high) / 2;
                        (low, high) = Difference(middle) == sign ? (low, middle) : (middle, high);
                    }

                    found.Add(StatementLine.Cut(new Ratio(high, 1_000_000), 6) ?? 0m);
                }

                ahead = sign == 0 ? ahead : sign;
            }
        }

        return found;

        int Difference(BigInteger value) => (a.Pay(value) - b.Pay(value)).Sign;
    }

    private static ExactCurve CurveOf(ResolvedPlan rules, decimal value, out BigInteger units)
    {
        CommissionPlan plan = Guard.Against.Null(rules).Plan;
        PlanComponent component = plan.Components[0];
        if (plan.Components.Count != 1 || component.Table is null || component.On != component.By || component.On.Kind == BasisKind.Rate || component.Table.EdgesInPercentOfTarget || component.Table.RateBy is not null || component.Cap is not null || value < 0m
            || plan.Accumulation == Accumulation.PerRecord || plan.Gates.Count > 0 || plan.Accelerators.Count > 0 || plan.Floor is not null || plan.AttainmentCap is not null)
        {
            throw new ArgumentException($"Expected one component of tiers on one amount or count, without records, gates, accelerators, floor or cap on attainment, and a value at or above 0 (got {StatementLine.Number(value)}).", nameof(rules));
        }

        units = FactSet.ToUnits(component.On, value);
        return plan.Compiled[0].Curves[0];
    }
}
