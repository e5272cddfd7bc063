using System;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Kpis;

/// <summary>One value of a KPI for a day or a period, with who says so and how many cases it stands on.</summary>
/// <remarks>
/// <para>
/// Range: a value of the KPI's unit; a sample size of 1 or more; a denominator above 0. A period without data has no reading: it is never a reading of 0.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiReading
{
    private KpiReading(Kpi kpi, DateInterval period, KpiValue value, KpiSource source, Id<KpiSubject>? subject, long? sampleSize, decimal? numerator, decimal? denominator)
    {
        Kpi = kpi;
        Period = period;
        Value = value;
        Source = source;
        Subject = subject;
        SampleSize = sampleSize;
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets the days that the reading is of, both ends included; a single day for a snapshot.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the value.</summary>
    public KpiValue Value { get; }

    /// <summary>Gets who says so.</summary>
    public KpiSource Source { get; }

    /// <summary>Gets whom the reading is of, or <see langword="null"/> for the whole.</summary>
    public Id<KpiSubject>? Subject { get; }

    /// <summary>Gets how many cases the reading stands on, 1 or more, or <see langword="null"/> if that is not known.</summary>
    public long? SampleSize { get; }

    /// <summary>Gets what a ratio divides, such as orders, or <see langword="null"/> if only the ratio is known.</summary>
    public decimal? Numerator { get; }

    /// <summary>Gets what a ratio divides by, such as visitors, above 0, or <see langword="null"/> if only the ratio is known.</summary>
    public decimal? Denominator { get; }

    /// <summary>Makes a reading of the whole for a period.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="period">The days, both ends included.</param>
    /// <param name="value">The value, of the KPI's unit.</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of the KPI's unit.</exception>
    public static KpiReading Of(Kpi kpi, DateInterval period, KpiValue value, KpiSource source) =>
        new(Guard.Against.Null(kpi), Guard.Against.Null(period), kpi.Check(value, nameof(value)), Guard.Against.Null(source), null, null, null, null);

    /// <summary>Makes a reading of the whole on one day, such as the number of followers.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="day">The day.</param>
    /// <param name="value">The value, of the KPI's unit.</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of the KPI's unit.</exception>
    public static KpiReading OnDay(Kpi kpi, LocalDate day, KpiValue value, KpiSource source) => Of(kpi, new DateInterval(day, day), value, source);

    /// <summary>Makes a reading of a ratio from its parts, so that it can be aggregated: 950 orders of 12 000 visitors.</summary>
    /// <param name="kpi">A KPI whose readings aggregate as a ratio.</param>
    /// <param name="period">The days, both ends included.</param>
    /// <param name="numerator">What is divided.</param>
    /// <param name="denominator">What it is divided by, above 0. A period without a single visitor has no conversion, hence no reading.</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The reading; its value is the quotient, rounded once, a half away from zero: to 8 decimals of a percentage, 6 of money, 10 of a number.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is 0 or less.</exception>
    /// <exception cref="ArgumentException">The KPI is no ratio, or the quotient is larger than its unit holds.</exception>
    public static KpiReading OfRatio(Kpi kpi, DateInterval period, decimal numerator, decimal denominator, KpiSource source)
    {
        Guard.Against.Null(kpi);
        if (kpi.Aggregation != KpiAggregation.Ratio)
        {
            throw new ArgumentException($"KPI '{kpi.Id}' aggregates by {kpi.Aggregation} and has no numerator and denominator; expected a ratio.", nameof(kpi));
        }

        if (denominator <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, $"Expected a denominator above 0 for KPI '{kpi.Id}'; a period without any has no reading.");
        }

        KpiFigure value = KpiArithmetic.Quotient(kpi.Unit, KpiArithmetic.Units(numerator), KpiArithmetic.Units(denominator));
        return value.Value is KpiValue known
            ? new KpiReading(kpi, Guard.Against.Null(period), known, Guard.Against.Null(source), null, null, Exact.Canonical(numerator), Exact.Canonical(denominator))
            : throw new ArgumentException($"{KpiText.Number(numerator)} / {KpiText.Number(denominator)} is outside what KPI '{kpi.Id}' in {kpi.Unit} holds.", nameof(numerator));
    }

    /// <summary>Returns the same reading, of a part of the whole.</summary>
    /// <param name="subject">Whom it is of.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is <see langword="null"/>.</exception>
    public KpiReading For(Id<KpiSubject> subject) => new(Kpi, Period, Value, Source, Guard.Against.Null(subject), SampleSize, Numerator, Denominator);

    /// <summary>Returns the same reading with the number of cases that it stands on.</summary>
    /// <param name="sampleSize">1 or more.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleSize"/> is 0 or less.</exception>
    public KpiReading WithSampleSize(long sampleSize) => sampleSize > 0
        ? new KpiReading(Kpi, Period, Value, Source, Subject, sampleSize, Numerator, Denominator)
        : throw new ArgumentOutOfRangeException(nameof(sampleSize), sampleSize, "Expected a sample size of 1 or more.");

    /// <summary>Returns KPI, days and value, such as <c>sales 2025-01-06..2025-01-12: 1200.00 CNY</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Period.Length == 1
        ? $"{Kpi.Id} {LocalDatePattern.Iso.Format(Period.Start)}: {Value}"
        : $"{Kpi.Id} {LocalDatePattern.Iso.Format(Period.Start)}..{LocalDatePattern.Iso.Format(Period.End)}: {Value}";

    /// <summary>The exact amount in 10^-28: of a ratio with parts it is the quotient before rounding, as a fraction.</summary>
    internal Ratio Amount => Numerator is decimal top && Denominator is decimal bottom
        ? KpiArithmetic.Fraction(Kpi.Unit, KpiArithmetic.Units(top), KpiArithmetic.Units(bottom))
        : KpiArithmetic.Of(Value.Amount);

    /// <summary>The amount for a day of the period where amounts add up; else the amount.</summary>
    internal Ratio Level => Kpi.Aggregation == KpiAggregation.Sum ? Amount / (BigInteger)Period.Length : Amount;
}
