using System;
using System.Collections.Generic;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>One version of a plan, ready to calculate: the same facts always give the same statement.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ResolvedPlan
{
    private readonly CompiledComponent? _single;
    private readonly ExactCurve? _curve;
    private readonly PlanGate? _gate;
    private readonly long _gatePercent;
    private readonly long _capUnits;
    private readonly long _top;
    private readonly int _scale;

    internal ResolvedPlan(CommissionPlan plan, LocalDate asOf, int version, DateAnchor anchor)
    {
        Plan = plan;
        AsOf = asOf;
        Version = version;
        Anchor = anchor;
        _scale = plan.Rounding.ScaleFor(plan.Currency);
        if (!IsSimple(plan))
        {
            return;
        }

        CompiledComponent single = plan.Compiled[0];
        _gate = plan.Gates.Count == 1 ? plan.Gates[0] : null;
        _gatePercent = _gate is null ? 0 : (long)TierCompiler.Units(_gate.AtLeast, 10_000_000_000);
        BigInteger cap = plan.Caps.Count == 0 ? long.MaxValue : plan.Caps[0].Amount.ToMillionths() / BigInteger.Pow(10, Money.MaxScale - _scale);
        BigInteger top = single.Top ?? long.MaxValue;
        if (cap <= long.MaxValue && top <= long.MaxValue)
        {
            _capUnits = (long)cap;
            _top = (long)top;
            _curve = single.Curves[0];
            _single = single;
        }
    }

    /// <summary>Gets the plan.</summary>
    public CommissionPlan Plan { get; }

    /// <summary>Gets the date that was looked up.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the number of the version, from 1.</summary>
    public int Version { get; }

    /// <summary>Gets which date of a sale chose the version.</summary>
    public DateAnchor Anchor { get; }

    /// <summary>Says why facts cannot be rated.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The reasons; none if they can.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<FactError> Check(CommissionFacts facts)
    {
        var errors = new List<FactError>();
        _ = new Calculation(Plan, Guard.Against.Null(facts), null, errors).Run();
        return errors;
    }

    /// <summary>Calculates what is due for one number, for plans with one component that is chosen by it and paid on it.</summary>
    /// <param name="value">The amount of the period, in the plan's currency.</param>
    /// <returns>The commission.</returns>
    /// <exception cref="ArgumentException">The plan needs more facts, or the value cannot be rated.</exception>
    /// <exception cref="OverflowException">The result is outside the range of money.</exception>
    public Money Evaluate(Money value)
    {
        if (_curve is not null && _gate is null && value.Currency == Plan.Currency && _single!.Component.By.Kind == BasisKind.Money && ReferenceEquals(_single.Component.On, _single.Component.By)
            && value.TryGetMillionths(out long units) && units >= 0 && units <= _top && _curve.TryPay(units, units, out long pays))
        {
            return Money.OfUnits(Math.Min(pays, _capUnits), _scale, Plan.Currency);
        }

        Basis on = Plan.Components[0].On;
        return on.Kind == BasisKind.Money ? Evaluate(Only(on).With(on, value)) : throw new ArgumentException($"The plan is paid on '{on}', not on money.", nameof(value));
    }

    /// <summary>Calculates what is due. Allocates nothing for plans of one component with at most a gate on attainment and a cap of the period.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The commission; the same as the total of <see cref="Explain"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The facts cannot be rated; the message lists all reasons.</exception>
    /// <exception cref="OverflowException">The result is outside the range of money.</exception>
    public Money Evaluate(CommissionFacts facts)
    {
        Guard.Against.Null(facts);
        if (_curve is not null && TryFast(facts, out long pays))
        {
            return Money.OfUnits(pays, _scale, Plan.Currency);
        }

        var errors = new List<FactError>();
        BigInteger total = new Calculation(Plan, facts, null, errors).Run();
        return errors.Count == 0 ? Money.OfMillionths(total, Plan.Currency) : throw Refused(facts, errors);
    }

    /// <summary>Calculates what is due and says how, line by line.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The statement; its lines add up to its total.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The facts cannot be rated; the message lists all reasons.</exception>
    /// <exception cref="OverflowException">The result is outside the range of money.</exception>
    public CommissionStatement Explain(CommissionFacts facts)
    {
        Guard.Against.Null(facts);
        var errors = new List<FactError>();
        var lines = new List<StatementLine>(8);
        var calculation = new Calculation(Plan, facts, lines, errors);
        BigInteger total = calculation.Run();
        return errors.Count == 0
            ? new CommissionStatement(this, facts, lines, Money.OfMillionths(total, Plan.Currency), Money.OfMillionths(calculation.Carried, Plan.Currency))
            : throw Refused(facts, errors);
    }

    private static bool IsSimple(CommissionPlan plan) =>
        plan.Compiled.Count == 1
        && plan.Compiled[0] is { Component: { Grid: null, IsBonus: false, On.How: BasisDerivation.None, By.How: BasisDerivation.None, Cap: null }, Table: { EdgesInPercentOfTarget: false, RateBy: null } } single
        && (single.Component.On == single.Component.By || single.Top is null)
        && plan.Accelerators.Count == 0 && plan.AttainmentCap is null && plan.Floor is null
        && (plan.Accumulation == Accumulation.PerPeriod || (plan.Accumulation == Accumulation.Cumulative && single.Component.On.Kind != BasisKind.Rate))
        && (plan.Gates.Count == 0 || (plan.Gates.Count == 1 && plan.Gates[0].By.How == BasisDerivation.Attainment && plan.Accumulation == Accumulation.PerPeriod && plan.Gates[0].AtLeast is > 0m and < 10_000m))
        && (plan.Caps.Count == 0 || (plan.Caps.Count == 1 && plan.IsWithin(plan.Caps[0])));

    private static bool IsAtLeast(long value, long target, long gate)
    {
#if NET8_0_OR_GREATER
        return (Int128)value * 10_000_000_000L >= (Int128)target * gate;
#else
        return (BigInteger)value * 10_000_000_000L >= (BigInteger)target * gate;
#endif
    }

    private bool TryFast(CommissionFacts facts, out long pays)
    {
        pays = 0;
        Basis on = _single!.Component.On;
        Basis by = _single.Component.By;
        if (facts.CarriedIn is not null || facts.Returns.Count != 0 || !AreInCurrency(facts)
            || !facts.Set.TryFindSmall(on, FactColumn.Value, out long basis) || basis < 0)
        {
            return false;
        }

        long selector = basis;
        if (!ReferenceEquals(on, by) && on != by && !facts.Set.TryFindSmall(by, FactColumn.Value, out selector))
        {
            return false;
        }

        if (_gate is not null)
        {
            if (!facts.Set.TryFindSmall(_gate.By.Source!, FactColumn.Value, out long value) || !facts.Set.TryFindSmall(_gate.By.Source!, FactColumn.Target, out long target) || target <= 0)
            {
                return false;
            }

            if (!IsAtLeast(value, target, _gatePercent))
            {
                // Facts that cannot be rated are refused even behind a closed gate.
                return basis <= _top;
            }
        }

        if (Plan.Accumulation == Accumulation.Cumulative)
        {
            return ReferenceEquals(on, by) && TryCumulative(facts, basis, out pays);
        }

        if (selector < 0 || selector > _top || !_curve!.TryPay(selector, basis, out pays))
        {
            return false;
        }

        pays = Math.Min(pays, _capUnits);
        return true;
    }

    private bool TryCumulative(CommissionFacts facts, long value, out long pays)
    {
        pays = 0;
        Basis on = _single!.Component.On;
        if (!facts.Set.TryFindSmall(on, FactColumn.Prior, out long prior) || prior < 0 || value + prior > _top
            || !_curve!.TryPay(value + prior, value + prior, out long after) || !_curve.TryPay(prior, prior, out long before))
        {
            return false;
        }

        pays = Math.Min(after, _capUnits) - Math.Min(before, _capUnits);
        return true;
    }

    private bool AreInCurrency(CommissionFacts facts)
    {
        foreach (FactSet.Fact fact in facts.Set.Facts)
        {
            if (fact.Currency is Currency currency && currency != Plan.Currency)
            {
                return false;
            }
        }

        return facts.Paid.Count == 0;
    }

    private CommissionFacts Only(Basis on) => Plan.Components.Count == 1 && Plan.Components[0].By == on
        ? CommissionFacts.For(new Id<Payee>("-"), new DateInterval(AsOf, AsOf))
        : throw new ArgumentException($"The plan '{Plan.Name}' needs more than one number; give it facts.");

    private ArgumentException Refused(CommissionFacts facts, List<FactError> errors) =>
        new($"The facts of {facts.Payee} cannot be rated by '{Plan.Name}': {string.Join(" | ", errors)}", nameof(facts));
}
