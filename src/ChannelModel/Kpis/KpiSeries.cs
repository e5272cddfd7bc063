using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Readings of one KPI and one subject in the order of time; a period without a reading has no data, which is not 0.</summary>
/// <remarks>
/// <para>Range: any number of readings, none included; no two of them share a day, so that nothing is counted twice.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiSeries : IReadOnlyList<KpiReading>
{
    private readonly KpiReading[] _readings;

    /// <summary>Initializes a new instance of the <see cref="KpiSeries"/> class.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="readings">Its readings in any order, all of the same subject.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A reading is of another KPI or subject, or two readings share a day.</exception>
    public KpiSeries(Kpi kpi, IEnumerable<KpiReading> readings)
    {
        Kpi = Guard.Against.Null(kpi);
        _readings = [.. Guard.Against.Null(readings).OrderBy(reading => reading.Period.Start)];
        for (int i = 0; i < _readings.Length; i++)
        {
            if (_readings[i].Kpi.Id != kpi.Id || _readings[i].Subject != _readings[0].Subject)
            {
                throw new ArgumentException($"The reading '{_readings[i]}' is of another KPI or subject; expected readings of '{kpi.Id}' and one subject.", nameof(readings));
            }

            if (i > 0 && _readings[i].Period.Start <= _readings[i - 1].Period.End)
            {
                throw new ArgumentException($"The readings '{_readings[i - 1]}' and '{_readings[i]}' share a day; expected each day once.", nameof(readings));
            }
        }
    }

    private KpiSeries(Kpi kpi, KpiReading[] sorted)
    {
        Kpi = kpi;
        _readings = sorted;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets whom the readings are of; <see langword="null"/> for the whole, and where there is no reading.</summary>
    public Id<KpiSubject>? Subject => _readings.Length == 0 ? null : _readings[0].Subject;

    /// <summary>Gets the number of readings.</summary>
    public int Count => _readings.Length;

    /// <summary>Gets the newest reading, or <see langword="null"/> if there is none.</summary>
    public KpiReading? Latest => _readings.Length == 0 ? null : _readings[_readings.Length - 1];

    /// <summary>Gets a reading by its place, the oldest first.</summary>
    /// <param name="index">The place, 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public KpiReading this[int index] => _readings[index];

    /// <summary>Returns the readings that lie wholly within a period.</summary>
    /// <param name="period">The days, both ends included.</param>
    /// <returns>The series; a reading that crosses an end of the period is not in it, since its share of the days is not its share of the value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    public KpiSeries Within(DateInterval period)
    {
        Guard.Against.Null(period);
        return new KpiSeries(Kpi, _readings.Where(reading => reading.Period.Start >= period.Start && reading.Period.End <= period.End).ToArray());
    }

    /// <summary>Returns the readings that were complete on a day.</summary>
    /// <param name="day">The last day that a reading may end on.</param>
    /// <returns>The series.</returns>
    public KpiSeries Through(LocalDate day) => new(Kpi, _readings.TakeWhile(reading => reading.Period.End <= day).ToArray());

    /// <summary>Adds up the readings.</summary>
    /// <returns>The total.</returns>
    public KpiTotal Total() => KpiTotal.Of(Kpi, _readings);

    /// <summary>Returns how many readings at the end of the series are each below the one before; sums are compared by the day, so that a short month is no fall.</summary>
    /// <returns>0 if the last reading is not below the one before, and for fewer than two readings.</returns>
    public int FallsInARow()
    {
        int falls = 0;
        while (falls + 1 < _readings.Length
            && _readings[_readings.Length - 1 - falls].Level.CompareTo(_readings[_readings.Length - 2 - falls].Level) < 0)
        {
            falls++;
        }

        return falls;
    }

    /// <summary>
    /// Returns the mean of the readings in which older ones weigh less: a reading that lies n places before the newest weighs <paramref name="keep"/>^n. Of a ratio the numerators and the
    /// denominators are weighted, of a mean the sample sizes; of a sum it is the mean of the periods' amounts.
    /// </summary>
    /// <param name="keep">What a reading's weight becomes with each newer reading: above 0 %, at most 100 %.</param>
    /// <returns>The mean, or why there is none. It is exact and rounded once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is outside its range.</exception>
    public KpiFigure Decayed(Rate keep)
    {
        if (keep <= Rate.Zero || keep > Rate.One)
        {
            throw new ArgumentOutOfRangeException(nameof(keep), keep, "Expected a rate above 0% and at most 100%.");
        }

        if (_readings.Length == 0)
        {
            return KpiFigure.Missing(KpiGap.NoData);
        }

        bool ratio = Kpi.Aggregation == KpiAggregation.Ratio;
        int sampled = Kpi.Aggregation == KpiAggregation.Mean ? _readings.Count(reading => reading.SampleSize is not null) : 0;
        if (ratio && _readings.Any(reading => reading.Numerator is null))
        {
            return KpiFigure.Missing(KpiGap.NoParts);
        }

        if (sampled > 0 && sampled < _readings.Length)
        {
            return KpiFigure.Missing(KpiGap.MixedSamples);
        }

        // Horner's scheme from the oldest reading: top <- top x keep + value; whole numbers, with 10^10 for one in each step.
        BigInteger one = Rate.One.TenBillionths;
        BigInteger scale = BigInteger.One;
        BigInteger top = BigInteger.Zero;
        BigInteger bottom = BigInteger.Zero;
        foreach (KpiReading reading in _readings)
        {
            scale *= one;
            BigInteger weight = sampled > 0 ? reading.SampleSize!.Value : 1L;
            BigInteger part = ratio ? KpiArithmetic.Units(reading.Numerator!.Value) : KpiArithmetic.Units(reading.Value.Amount) * weight;
            BigInteger whole = ratio ? KpiArithmetic.Units(reading.Denominator!.Value) : KpiArithmetic.Units(1m) * weight;
            top = (top * keep.TenBillionths) + (part * scale);
            bottom = (bottom * keep.TenBillionths) + (whole * scale);
        }

        return ratio ? KpiArithmetic.Quotient(Kpi.Unit, top, bottom) : KpiArithmetic.Round(Kpi.Unit, new Ratio(top, bottom));
    }

    /// <inheritdoc/>
    public IEnumerator<KpiReading> GetEnumerator() => ((IEnumerable<KpiReading>)_readings).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
