using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What a partner promises, how it is measured, and what it costs or earns to be off.</summary>
/// <remarks>
/// <para>A value at the threshold keeps the commitment. Rates are in percent. Amounts are in the contract's currency.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads: every method returns another commitment.</para>
/// </remarks>
public sealed class Commitment
{
    private Commitment(string code, CommitmentMetric metric, CommitmentBound bound, decimal threshold, CommitmentPeriod per, Measurement measurement, string? duty)
    {
        Code = CommitmentMetric.IsLegal(code) ? code : throw new ArgumentException($"'{code}' is not a code; expected lower-case letters, digits and single hyphens between them.", nameof(code));
        Metric = Guard.Against.Null(metric);
        Bound = bound;
        Threshold = Exact.Canonical(threshold);
        Per = per;
        Measurement = Guard.Against.Null(measurement);
        Duty = duty;
    }

    private Commitment(Commitment other)
    {
        Code = other.Code;
        Metric = other.Metric;
        Bound = other.Bound;
        Threshold = other.Threshold;
        Per = other.Per;
        Measurement = other.Measurement;
        Duty = other.Duty;
        Shortfall = other.Shortfall;
        ShortfallCap = other.ShortfallCap;
        ShortfallCapInTerm = other.ShortfallCapInTerm;
        OverDelivery = other.OverDelivery;
        OverDeliveryCap = other.OverDeliveryCap;
        FalsifiedPenalty = other.FalsifiedPenalty;
        GraceDays = other.GraceDays;
        Weeks = other.Weeks;
        IsExcusable = other.IsExcusable;
        During = other.During;
    }

    /// <summary>Gets the code, once in a contract.</summary>
    public string Code { get; }

    /// <summary>Gets what is measured.</summary>
    public CommitmentMetric Metric { get; }

    /// <summary>Gets on which side of the threshold the commitment is kept.</summary>
    public CommitmentBound Bound { get; }

    /// <summary>Gets the threshold of one whole period, above 0; 0 for a data duty, where every delivery that is due counts.</summary>
    public decimal Threshold { get; }

    /// <summary>Gets the span it is judged over.</summary>
    public CommitmentPeriod Per { get; }

    /// <summary>Gets how it is measured.</summary>
    public Measurement Measurement { get; }

    /// <summary>Gets the code of the data duty whose deliveries are counted.</summary>
    public string? Duty { get; }

    /// <summary>Gets what a shortfall costs; <see langword="null"/> for nothing.</summary>
    public DeviationPrice? Shortfall { get; private set; }

    /// <summary>Gets the most that one period's shortfall costs.</summary>
    public Money? ShortfallCap { get; private set; }

    /// <summary>Gets the most that all shortfalls of the term cost together.</summary>
    public Money? ShortfallCapInTerm { get; private set; }

    /// <summary>Gets what over-delivery earns; <see langword="null"/> for nothing.</summary>
    public DeviationPrice? OverDelivery { get; private set; }

    /// <summary>Gets the most that one period's over-delivery earns.</summary>
    public Money? OverDeliveryCap { get; private set; }

    /// <summary>Gets what a falsified report costs, beside the shortfall.</summary>
    public Money? FalsifiedPenalty { get; private set; }

    /// <summary>Gets the days after a period in which a shortfall can be cured.</summary>
    public int GraceDays { get; private set; }

    /// <summary>Gets to which month a week belongs that two months share.</summary>
    public WeekRule Weeks { get; private set; }

    /// <summary>Gets a value indicating whether force majeure excuses a shortfall.</summary>
    public bool IsExcusable { get; private set; } = true;

    /// <summary>Gets the days of the term in which the commitment is in force, both ends included; <see langword="null"/> for all.</summary>
    public DateInterval? During { get; private set; }

    /// <summary>Gets a value indicating whether the threshold of a part of a period is prorated by days.</summary>
    public bool IsProrated => Metric.Kind == MetricKind.Count && Duty is null && Per is not (CommitmentPeriod.Session or CommitmentPeriod.Term);

    /// <summary>Promises at least a value.</summary>
    /// <param name="code">A code, once in a contract, such as <c>traffic</c>.</param>
    /// <param name="metric">What is measured.</param>
    /// <param name="threshold">The least of one whole period, above 0; at most 6 decimals, rates in percent with at most 8.</param>
    /// <param name="per">The span it is judged over.</param>
    /// <param name="measured">How it is measured.</param>
    /// <returns>A commitment whose shortfall costs nothing yet.</returns>
    /// <exception cref="ArgumentException">The code is none.</exception>
    public static Commitment AtLeast(string code, CommitmentMetric metric, decimal threshold, CommitmentPeriod per, Measurement measured) =>
        new(code, metric, CommitmentBound.AtLeast, threshold, per, measured, null);

    /// <summary>Promises at most a value, such as a rate of complaints.</summary>
    /// <param name="code">A code, once in a contract.</param>
    /// <param name="metric">What is measured.</param>
    /// <param name="threshold">The most of one whole period, above 0; at most 6 decimals, rates in percent with at most 8.</param>
    /// <param name="per">The span it is judged over.</param>
    /// <param name="measured">How it is measured.</param>
    /// <returns>A commitment whose excess costs nothing yet.</returns>
    /// <exception cref="ArgumentException">The code is none.</exception>
    public static Commitment AtMost(string code, CommitmentMetric metric, decimal threshold, CommitmentPeriod per, Measurement measured) =>
        new(code, metric, CommitmentBound.AtMost, threshold, per, measured, null);

    /// <summary>Promises every delivery of a data duty on time.</summary>
    /// <param name="code">A code, once in a contract.</param>
    /// <param name="duty">The code of the duty.</param>
    /// <param name="per">The span it is judged over: the deliveries of cycles whose last day lies in it.</param>
    /// <returns>A commitment whose threshold is the number of deliveries that are due.</returns>
    /// <exception cref="ArgumentException">A code is none.</exception>
    public static Commitment Deliver(string code, string duty, CommitmentPeriod per) =>
        new(code, CommitmentMetric.DataOnTime, CommitmentBound.AtLeast, 0m, per, Measurement.Reported, Guard.Against.NullOrWhiteSpace(duty));

    /// <summary>Names what a shortfall costs.</summary>
    /// <param name="price">The price of the deviation.</param>
    /// <param name="atMost">The most that one period costs.</param>
    /// <param name="atMostInTerm">The most that all periods of the term cost together.</param>
    /// <returns>The commitment.</returns>
    public Commitment ShortfallCosts(DeviationPrice price, Money? atMost = null, Money? atMostInTerm = null) =>
        new(this) { Shortfall = Guard.Against.Null(price), ShortfallCap = atMost, ShortfallCapInTerm = atMostInTerm };

    /// <summary>Names what over-delivery earns.</summary>
    /// <param name="price">The price of the deviation.</param>
    /// <param name="atMost">The most that one period earns.</param>
    /// <returns>The commitment.</returns>
    public Commitment OverDeliveryEarns(DeviationPrice price, Money? atMost = null) => new(this) { OverDelivery = Guard.Against.Null(price), OverDeliveryCap = atMost };

    /// <summary>Names what a falsified report costs, beside the shortfall.</summary>
    /// <param name="penalty">An amount above 0.</param>
    /// <returns>The commitment.</returns>
    public Commitment FalsifiedReportCosts(Money penalty) => new(this) { FalsifiedPenalty = penalty };

    /// <summary>Lets a shortfall be cured: what is made good until some days after the period counts as if it had come in time.</summary>
    /// <param name="days">1 to 366 days after the period's last day, that day included.</param>
    /// <returns>The commitment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are outside their range.</exception>
    public Commitment CuredWithin(int days) => days is >= 1 and <= 366
        ? new(this) { GraceDays = days }
        : throw new ArgumentOutOfRangeException(nameof(days), days, "Expected 1 to 366 days.");

    /// <summary>Names to which month a week belongs that two months share.</summary>
    /// <param name="rule">The choice.</param>
    /// <returns>The commitment.</returns>
    public Commitment WithWeeks(WeekRule rule) => new(this) { Weeks = rule };

    /// <summary>Lets force majeure excuse nothing.</summary>
    /// <returns>The commitment.</returns>
    public Commitment WithoutForceMajeure() => new(this) { IsExcusable = false };

    /// <summary>Limits the commitment to a part of the term, such as a campaign.</summary>
    /// <param name="days">Inside the term, both ends included.</param>
    /// <returns>The commitment.</returns>
    public Commitment InForce(DateInterval days) => new(this) { During = Guard.Against.Null(days) };

    internal void Check(string path, Currency currency, DateInterval term, IReadOnlyList<DataDuty> duties, List<ContractError> errors)
    {
        if (During is not null && !term.Contains(During))
        {
            errors.Add(new ContractError(path + ".during", $"The commitment '{Code}' is in force {Dates.Text(During)}, outside the term {Dates.Text(term)}."));
        }

        int scale = Metric.Kind == MetricKind.Rate ? 8 : 6;
        if (Duty is null && (Threshold <= 0m || Exact.Scale(Threshold) > scale || Threshold > 1_000_000_000_000_000m))
        {
            errors.Add(new ContractError(path + ".threshold", FormattableString.Invariant($"The commitment '{Code}' has the threshold {Threshold}; expected a number above 0 and at most 10^15 with at most {scale} decimals.")));
        }

        if (Metric == CommitmentMetric.DataOnTime != (Duty is not null))
        {
            errors.Add(new ContractError(path + ".metric", $"The commitment '{Code}' counts data on time; it names a data duty instead of a threshold."));
        }

        if (Duty is not null && !Exists(duties, Duty))
        {
            errors.Add(new ContractError(path + ".duty", $"The commitment '{Code}' names the data duty '{Duty}', which the contract does not have."));
        }

        foreach ((string name, Money? amount) in new[] { ("atMost", ShortfallCap), ("atMostInTerm", ShortfallCapInTerm), ("bonusAtMost", OverDeliveryCap), ("falsifiedCosts", FalsifiedPenalty) })
        {
            if (amount is Money money && (money.Currency != currency || money.Amount <= 0m))
            {
                errors.Add(new ContractError($"{path}.{name}", $"{money} of the commitment '{Code}' is not above 0 in {currency}."));
            }
        }
    }

    private static bool Exists(IReadOnlyList<DataDuty> duties, string code)
    {
        foreach (DataDuty duty in duties)
        {
            if (duty.Code == code)
            {
                return true;
            }
        }

        return false;
    }
}
