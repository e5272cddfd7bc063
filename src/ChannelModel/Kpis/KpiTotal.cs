using System;
using System.Collections.Generic;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Readings of several places or periods become one, by the KPI's aggregation: exact, and the same in whatever order and groups they are added.</summary>
/// <remarks>
/// <para>
/// Sum: added up. Mean: weighted by sample size; where no reading has one, each counts once; where only some have one, there is no mean. Ratio: the sum of the numerators by the sum
/// of the denominators; where a reading has none, there is no ratio. Latest: the reading whose period ends last; where two end on that day and differ, there is none.
/// </para>
/// <para>A total does not look for readings that overlap; a <see cref="KpiSeries"/> does.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiTotal
{
    private readonly BigInteger _sum;
    private readonly BigInteger _weighted;
    private readonly BigInteger _samples;
    private readonly int _sampled;
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;
    private readonly int _parted;
    private readonly KpiValue? _latest;
    private readonly bool _latestDiffers;

    private KpiTotal(
        Kpi kpi,
        int count,
        DateInterval? span,
        (BigInteger Sum, BigInteger Weighted) values,
        (BigInteger Samples, int Sampled) samples,
        (BigInteger Numerator, BigInteger Denominator, int Parted) parts,
        (KpiValue? Value, bool Differs) latest)
    {
        Kpi = kpi;
        Count = count;
        Span = span;
        (_sum, _weighted) = values;
        (_samples, _sampled) = samples;
        (_numerator, _denominator, _parted) = parts;
        (_latest, _latestDiffers) = latest;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets the number of readings.</summary>
    public int Count { get; }

    /// <summary>Gets the days from the first to the last reading, or <see langword="null"/> if there is none; days without a reading may lie between.</summary>
    public DateInterval? Span { get; }

    /// <summary>Gets the value, rounded once where it is a quotient (8 decimals of a percentage, 6 of money, 10 of a number), or why there is none.</summary>
    public KpiFigure Figure => Kpi.Aggregation switch
    {
        _ when Count == 0 => KpiFigure.Missing(KpiGap.NoData),
        KpiAggregation.Sum => KpiArithmetic.Sum(Kpi.Unit, _sum),
        KpiAggregation.Mean when _sampled == 0 => KpiArithmetic.Round(Kpi.Unit, KpiArithmetic.OfUnits(_sum) / (BigInteger)Count),
        KpiAggregation.Mean when _sampled < Count => KpiFigure.Missing(KpiGap.MixedSamples),
        KpiAggregation.Mean => KpiArithmetic.Round(Kpi.Unit, KpiArithmetic.OfUnits(_weighted) / _samples),
        KpiAggregation.Ratio when _parted < Count => KpiFigure.Missing(KpiGap.NoParts),
        KpiAggregation.Ratio => KpiArithmetic.Quotient(Kpi.Unit, _numerator, _denominator),
        _ when _latestDiffers => KpiFigure.Missing(KpiGap.TwoLatest),
        _ => KpiFigure.Of(_latest!.Value),
    };

    /// <summary>Gets the value, or <see langword="null"/>; <see cref="Figure"/> has the reason.</summary>
    public KpiValue? Value => Figure.Value;

    /// <summary>Gets the sum of the sample sizes, or <see langword="null"/> if a reading has none or the sum is above 2^63 - 1.</summary>
    public long? SampleSize => _sampled == Count && Count > 0 && _samples <= long.MaxValue ? (long)_samples : null;

    /// <summary>Gets the sum of the numerators, or <see langword="null"/> if a reading has none.</summary>
    public decimal? Numerator => Part(_numerator);

    /// <summary>Gets the sum of the denominators, or <see langword="null"/> if a reading has none.</summary>
    public decimal? Denominator => Part(_denominator);

    /// <summary>Adds two totals of one KPI.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The total of the readings of both.</returns>
    /// <exception cref="ArgumentNullException">A total is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The totals are of different KPIs.</exception>
    public static KpiTotal operator +(KpiTotal left, KpiTotal right) => Guard.Against.Null(left).Add(right);

    /// <summary>Adds up readings.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="readings">Its readings, of any places and periods; none is legal.</param>
    /// <returns>The total.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A reading is of another KPI.</exception>
    public static KpiTotal Of(Kpi kpi, IEnumerable<KpiReading> readings)
    {
        var total = new KpiTotal(Guard.Against.Null(kpi), 0, null, default, default, default, default);
        foreach (KpiReading reading in Guard.Against.Null(readings))
        {
            if (reading.Kpi.Id != kpi.Id)
            {
                throw new ArgumentException($"The reading '{reading}' is not of KPI '{kpi.Id}'; expected readings of one KPI.", nameof(readings));
            }

            total = total.Add(Of(kpi, reading));
        }

        return total;
    }

    /// <summary>Adds the readings of another total.</summary>
    /// <param name="other">The other, of the same KPI.</param>
    /// <returns>The total of the readings of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> is of another KPI.</exception>
    public KpiTotal Add(KpiTotal other)
    {
        if (Guard.Against.Null(other).Kpi.Id != Kpi.Id)
        {
            throw new ArgumentException($"A total of KPI '{other.Kpi.Id}' cannot be added to one of '{Kpi.Id}'; expected totals of one KPI.", nameof(other));
        }

        return new KpiTotal(
            Kpi,
            Count + other.Count,
            Cover(Span, other.Span),
            (_sum + other._sum, _weighted + other._weighted),
            (_samples + other._samples, _sampled + other._sampled),
            (_numerator + other._numerator, _denominator + other._denominator, _parted + other._parted),
            Later(this, other));
    }

    /// <summary>Returns the value, or the reason in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Figure.ToString();

    private static KpiTotal Of(Kpi kpi, KpiReading reading)
    {
        BigInteger amount = KpiArithmetic.Units(reading.Value.Amount);
        BigInteger samples = reading.SampleSize ?? 0L;
        bool parted = reading.Numerator is not null;
        return new KpiTotal(
            kpi,
            1,
            reading.Period,
            (amount, amount * samples),
            (samples, reading.SampleSize is null ? 0 : 1),
            (KpiArithmetic.Units(reading.Numerator ?? 0m), KpiArithmetic.Units(reading.Denominator ?? 0m), parted ? 1 : 0),
            (reading.Value, false));
    }

    private static DateInterval? Cover(DateInterval? a, DateInterval? b) =>
        a is null ? b : b is null ? a : new DateInterval(LocalDate.Min(a.Start, b.Start), LocalDate.Max(a.End, b.End));

    private static (KpiValue? Value, bool Differs) Later(KpiTotal a, KpiTotal b)
    {
        if (a.Span is not DateInterval first || (b.Span is DateInterval second && second.End > first.End))
        {
            return (b._latest, b._latestDiffers);
        }

        return b.Span is null || b.Span.End < first.End
            ? (a._latest, a._latestDiffers)
            : (a._latest, a._latestDiffers || b._latestDiffers || a._latest != b._latest);
    }

    private decimal? Part(BigInteger units) =>
        Count == 0 || _parted < Count ? null : KpiArithmetic.Sum(KpiUnit.Number, units).Value?.Amount;
}
