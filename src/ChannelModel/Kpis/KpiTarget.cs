using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>What a KPI shall reach, and where it started.</summary>
/// <remarks>
/// <para>Range: one target value, or for <see cref="KpiDirection.InRange"/> two bounds, both included; the baseline is optional.</para>
/// <para>A class, since no target would be a good default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiTarget
{
    /// <summary>Initializes a new instance of the <see cref="KpiTarget"/> class with one target value.</summary>
    /// <param name="kpi">The KPI; its direction is not <see cref="KpiDirection.InRange"/>.</param>
    /// <param name="target">The value to reach: a rate, an amount of money or a number, as the KPI's unit is.</param>
    /// <param name="baseline">The value at the start, or <see langword="null"/> if it is not known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is not of the KPI's unit, or the KPI wants a range.</exception>
    public KpiTarget(Kpi kpi, KpiValue target, KpiValue? baseline = null)
        : this(kpi, target, target, baseline)
    {
        if (kpi.Direction == KpiDirection.InRange)
        {
            throw new ArgumentException($"KPI '{kpi.Id}' shall lie in a range; use KpiTarget.InRange with two bounds.", nameof(kpi));
        }
    }

    private KpiTarget(Kpi kpi, KpiValue from, KpiValue to, KpiValue? baseline)
    {
        Kpi = Guard.Against.Null(kpi);
        From = kpi.Check(from, "target");
        To = kpi.Check(to, "target");
        Baseline = baseline is KpiValue start ? kpi.Check(start, nameof(baseline)) : null;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets the target, or the lower bound of the range, included.</summary>
    public KpiValue From { get; }

    /// <summary>Gets the target, or the upper bound of the range, included.</summary>
    public KpiValue To { get; }

    /// <summary>Gets the value at the start, or <see langword="null"/> if it is not known.</summary>
    public KpiValue? Baseline { get; }

    /// <summary>Makes a target range.</summary>
    /// <param name="kpi">The KPI; its direction is <see cref="KpiDirection.InRange"/>.</param>
    /// <param name="from">The lower bound, included.</param>
    /// <param name="to">The upper bound, included; not below <paramref name="from"/>.</param>
    /// <param name="baseline">The value at the start, or <see langword="null"/> if it is not known.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is not of the KPI's unit, the bounds are reversed, or the KPI wants one value.</exception>
    public static KpiTarget InRange(Kpi kpi, KpiValue from, KpiValue to, KpiValue? baseline = null)
    {
        Guard.Against.Null(kpi);
        if (kpi.Direction != KpiDirection.InRange)
        {
            throw new ArgumentException($"KPI '{kpi.Id}' has the direction {kpi.Direction}; a range needs InRange.", nameof(kpi));
        }

        if (from.Amount > to.Amount)
        {
            throw new ArgumentException($"The range of KPI '{kpi.Id}' runs from {from} down to {to}.", nameof(from));
        }

        return new KpiTarget(kpi, from, to, baseline);
    }

    /// <summary>
    /// Returns how much of the target is reached. Higher: value / target. Lower: target / value. On target: 1 - |value - target| / target, not below 0.
    /// In range: 1 inside, else value / lower bound or upper bound / value.
    /// </summary>
    /// <param name="value">The value, or <see langword="null"/> for no data.</param>
    /// <returns>1 when the target is just reached; <see langword="null"/> without data or where the quotient has no meaning, see <see cref="Assess"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of the KPI's unit.</exception>
    public Rate? Attainment(KpiValue? value) => Assess(value).Attainment;

    /// <summary>Returns how far the way from baseline to target is gone: (value - baseline) / (target - baseline); for a range, to the bound nearer to the baseline.</summary>
    /// <param name="value">The value, or <see langword="null"/> for no data.</param>
    /// <returns>0 at the baseline, 1 at the target, negative when moving away; <see langword="null"/> without data or baseline, see <see cref="Assess"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of the KPI's unit.</exception>
    public Rate? Progress(KpiValue? value) => Assess(value).Progress;

    /// <summary>Judges a value: attainment, progress, distance, and the reason for each figure that is missing.</summary>
    /// <param name="value">The value, or <see langword="null"/> for no data.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of the KPI's unit.</exception>
    public KpiAssessment Assess(KpiValue? value)
    {
        if (value is not KpiValue known)
        {
            return new KpiAssessment(this, null, null, KpiGap.NoData, null, KpiGap.NoData, null);
        }

        decimal amount = Kpi.Check(known, nameof(value)).Amount;
        (Rate? attainment, KpiGap attainmentGap) = AttainmentOf(amount);
        (Rate? progress, KpiGap progressGap) = ProgressOf(amount);
        return new KpiAssessment(this, known, attainment, attainmentGap, progress, progressGap, IsMetBy(amount));
    }

    internal bool IsMetBy(decimal amount) => Kpi.Direction switch
    {
        KpiDirection.Higher => amount >= From.Amount,
        KpiDirection.Lower => amount <= To.Amount,
        _ => amount >= From.Amount && amount <= To.Amount,
    };

    /// <summary>How much of an expected amount is reached, by the direction; the rules of <see cref="Attainment"/> for one target.</summary>
    internal static (Rate? Value, KpiGap Gap) Reach(KpiDirection direction, Ratio value, Ratio target)
    {
        if (target.Sign <= 0 || (direction == KpiDirection.Lower && value.Sign <= 0))
        {
            return (null, KpiGap.NotPositive);
        }

        return KpiArithmetic.ToRate(direction switch
        {
            KpiDirection.Lower => target / value,
            KpiDirection.OnTarget => KpiArithmetic.Max(Ratio.Zero, target - KpiArithmetic.Abs(value - target)) / target,
            _ => value / target,
        });
    }

    private (Rate? Value, KpiGap Gap) AttainmentOf(decimal amount)
    {
        Ratio value = KpiArithmetic.Of(amount);
        Ratio from = KpiArithmetic.Of(From.Amount);
        Ratio to = KpiArithmetic.Of(To.Amount);
        if (Kpi.Direction != KpiDirection.InRange)
        {
            return Reach(Kpi.Direction, value, from);
        }

        return value.CompareTo(from) < 0 ? Reach(KpiDirection.Higher, value, from)
            : value.CompareTo(to) <= 0 ? (Rate.One, KpiGap.None)
            : Reach(KpiDirection.Lower, value, to);
    }

    private (Rate? Value, KpiGap Gap) ProgressOf(decimal amount)
    {
        if (Baseline is not KpiValue start)
        {
            return (null, KpiGap.NoBaseline);
        }

        if (From.Amount <= start.Amount && start.Amount <= To.Amount)
        {
            return (null, KpiGap.NoWayToGo);
        }

        Ratio baseline = KpiArithmetic.Of(start.Amount);
        Ratio goal = KpiArithmetic.Of(start.Amount > To.Amount ? To.Amount : From.Amount);
        return KpiArithmetic.ToRate((KpiArithmetic.Of(amount) - baseline) / (goal - baseline));
    }
}
