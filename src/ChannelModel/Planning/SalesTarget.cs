using System;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>What a plan says of its sales: the target for a stated cycle, how much growth that is, how it is mixed, and what came of it.</summary>
/// <remarks>
/// <para>
/// Range: amounts are 0 or more, the target is above 0, growth is above -100 %. Everything but cycle and target may be missing; what is missing is derived where it
/// follows from the rest, and where it is stated as well, an audit compares the two.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SalesTarget
{
    /// <summary>Initializes a new instance of the <see cref="SalesTarget"/> class.</summary>
    /// <param name="per">The cycle that target, baseline and actual are for.</param>
    /// <param name="target">The target; above 0.</param>
    /// <param name="growth">The growth that the target is over the baseline; above -100 %.</param>
    /// <param name="baseline">The sales before; above 0.</param>
    /// <param name="actual">The sales reached; 0 or more.</param>
    /// <param name="statedAttainment">The attainment that the plan states, to be compared with actual / target.</param>
    /// <param name="targetMix">The planned mix by category.</param>
    /// <param name="actualMix">The mix reached.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount, the growth or the attainment is outside its range.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public SalesTarget(
        Cycle per,
        Money target,
        Rate? growth = null,
        Money? baseline = null,
        Money? actual = null,
        Rate? statedAttainment = null,
        Mix<ChannelCategory>? targetMix = null,
        Mix<ChannelCategory>? actualMix = null)
    {
        Per = per;
        Target = Above(target, nameof(target));
        Growth = growth is Rate rate && rate <= -Rate.One
            ? throw new ArgumentOutOfRangeException(nameof(growth), rate, "Expected a growth above -100%.")
            : growth;
        StatedBaseline = baseline is Money before ? Same(Above(before, nameof(baseline)), nameof(baseline)) : null;
        Actual = actual is Money reached ? Same(NotNegative(reached), nameof(actual)) : null;
        StatedAttainment = statedAttainment is Rate stated && stated < Rate.Zero
            ? throw new ArgumentOutOfRangeException(nameof(statedAttainment), stated, "Expected an attainment of 0% or more.")
            : statedAttainment;
        TargetMix = targetMix;
        ActualMix = actualMix;
    }

    /// <summary>Gets the cycle that the amounts are for.</summary>
    public Cycle Per { get; }

    /// <summary>Gets the target, above 0.</summary>
    public Money Target { get; }

    /// <summary>Gets the stated growth of the target over the baseline.</summary>
    public Rate? Growth { get; }

    /// <summary>Gets the stated baseline.</summary>
    public Money? StatedBaseline { get; }

    /// <summary>Gets the sales reached.</summary>
    public Money? Actual { get; }

    /// <summary>Gets the stated attainment.</summary>
    public Rate? StatedAttainment { get; }

    /// <summary>Gets the planned mix by category.</summary>
    public Mix<ChannelCategory>? TargetMix { get; }

    /// <summary>Gets the mix reached.</summary>
    public Mix<ChannelCategory>? ActualMix { get; }

    /// <summary>Gets the baseline: as stated, or target / (1 + growth) rounded to the currency's decimals, a half away from zero.</summary>
    public Money? Baseline => StatedBaseline
        ?? (Growth is Rate growth ? Target.Divide(1m + growth.ToFraction(), Rounding.HalfAwayFromZero) : null);

    private static Money Above(Money amount, string name) => amount.Amount > 0m
        ? amount
        : throw new ArgumentOutOfRangeException(name, amount, "Expected an amount above 0.");

    private static Money NotNegative(Money actual) => actual.IsNegative
        ? throw new ArgumentOutOfRangeException(nameof(actual), actual, "Expected an amount of 0 or more.")
        : actual;

    private Money Same(Money amount, string name) => amount.Currency == Target.Currency
        ? amount
        : throw new ArgumentException($"The target {Target} and {amount} have different currencies, {Target.Currency} and {amount.Currency}.", name);
}
