using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>What is paid, for what, and with every choice named. A plan that exists is legal; <see cref="Define"/> starts one.</summary>
/// <remarks>
/// <para>
/// Order of a calculation: the attainment cap on values; gates; tiers, each component with its cap; accelerators; bonuses with their caps; rounding; cap
/// and floor of each record; the cap of the period; less what was earned before (cumulative) or paid (true-up); linked returns; excess carried in; caps
/// of longer spans; the floor. Draws, offsets
/// against balances and withholding tax come after the plan and are types of their own.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class CommissionPlan
{
    internal CommissionPlan(
        Id<CommissionPlan> name,
        Currency currency,
        Cycle cycle,
        IReadOnlyList<PlanComponent> components,
        IReadOnlyList<CompiledComponent> compiled,
        Accumulation accumulation,
        IReadOnlyList<PlanGate> gates,
        IReadOnlyList<Accelerator> accelerators,
        (Basis Of, decimal Percent)? attainmentCap,
        Money? recordCap,
        Money? recordFloor,
        IReadOnlyList<PlanCap> caps,
        PlanFloor? floor,
        ReturnPolicy? returns,
        Rounding rounding,
        RoundingPlace place)
    {
        Name = name;
        Currency = currency;
        Cycle = cycle;
        Components = [.. components];
        Compiled = [.. compiled];
        Paying = [.. compiled.Where(c => !c.Component.IsBonus)];
        Bonuses = [.. compiled.Where(c => c.Component.IsBonus)];
        Accumulation = accumulation;
        Gates = [.. gates];
        Accelerators = [.. accelerators];
        AttainmentCap = attainmentCap;
        RecordCap = recordCap;
        RecordFloor = recordFloor;
        Caps = [.. caps];
        Floor = floor;
        Returns = returns;
        Rounding = rounding;
        RoundingPlace = place;
        RoundingUnit = System.Numerics.BigInteger.Pow(10, Money.MaxScale - rounding.ScaleFor(currency));
    }

    /// <summary>Gets the name.</summary>
    public Id<CommissionPlan> Name { get; }

    /// <summary>Gets the currency of every amount.</summary>
    public Currency Currency { get; }

    /// <summary>Gets the period that is paid for.</summary>
    public Cycle Cycle { get; }

    /// <summary>Gets the components in the order given, bonuses last.</summary>
    public IReadOnlyList<PlanComponent> Components { get; }

    /// <summary>Gets over what the tiers count.</summary>
    public Accumulation Accumulation { get; }

    /// <summary>Gets the gates.</summary>
    public IReadOnlyList<PlanGate> Gates { get; }

    /// <summary>Gets the accelerators, in order.</summary>
    public IReadOnlyList<Accelerator> Accelerators { get; }

    /// <summary>Gets the value that counts only up to a percentage of its target, and that percentage.</summary>
    public (Basis Of, decimal Percent)? AttainmentCap { get; }

    /// <summary>Gets the most that one record pays.</summary>
    public Money? RecordCap { get; }

    /// <summary>Gets the least that one record pays.</summary>
    public Money? RecordFloor { get; }

    /// <summary>Gets the caps by span of time.</summary>
    public IReadOnlyList<PlanCap> Caps { get; }

    /// <summary>Gets the least for a period.</summary>
    public PlanFloor? Floor { get; }

    /// <summary>Gets how returns take commission back.</summary>
    public ReturnPolicy? Returns { get; }

    /// <summary>Gets the rounding.</summary>
    public Rounding Rounding { get; }

    /// <summary>Gets where it is applied.</summary>
    public RoundingPlace RoundingPlace { get; }

    /// <summary>Gets the rounding unit in millionths.</summary>
    internal System.Numerics.BigInteger RoundingUnit { get; }

    internal IReadOnlyList<CompiledComponent> Compiled { get; }

    internal IReadOnlyList<CompiledComponent> Paying { get; }

    internal IReadOnlyList<CompiledComponent> Bonuses { get; }

    /// <summary>Starts a plan.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="currency">The currency of every amount.</param>
    /// <returns>A builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a legal id.</exception>
    public static CommissionPlanBuilder Define(string name, Currency currency) => new(name, currency);

    /// <summary>Resolves the plan for the date of an order: this one version, whatever the date. Plans that change are <see cref="PlanHistory"/>.</summary>
    /// <param name="asOf">The date that is looked up, kept in every statement.</param>
    /// <returns>The rules.</returns>
    public ResolvedPlan Resolve(LocalDate asOf) => Resolve(asOf, DateAnchor.Order);

    /// <summary>Resolves the plan for a date of a sale that is named: this one version, whatever the date.</summary>
    /// <param name="asOf">The date that is looked up, kept in every statement.</param>
    /// <param name="anchor">Which date it is, kept in every statement.</param>
    /// <returns>The rules.</returns>
    public ResolvedPlan Resolve(LocalDate asOf, DateAnchor anchor) => new(this, asOf, 1, anchor);

    /// <summary>Whether a cap is part of C: that of the plan's own period.</summary>
    internal bool IsWithin(PlanCap cap) => cap.Per == Cycle;
}
