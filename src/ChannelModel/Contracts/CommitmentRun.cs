using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Judges one commitment of one version over the facts.</summary>
internal sealed class CommitmentRun
{
    private readonly PartnerContract _contract;
    private readonly ContractVersion _version;
    private readonly Commitment _commitment;
    private readonly ExactCurve? _shortfall;
    private readonly ExactCurve? _overDelivery;
    private readonly List<ContractFact> _facts;
    private readonly DateInterval _range;

    public CommitmentRun(PartnerContract contract, ContractVersion version, int index, IEnumerable<ContractFact> facts)
    {
        _contract = contract;
        _version = version;
        _commitment = version.Terms.Commitments[index];
        (_shortfall, _overDelivery) = version.Terms.Prices[index];
        _facts = [.. facts.Where(fact => fact.Name == _commitment.Code || (fact.Kind == ContractFactKind.Excused && fact.Name is null) || (fact.Kind == ContractFactKind.Delivered && fact.Name == _commitment.Duty))];
        DateInterval days = _commitment.Per == CommitmentPeriod.Term ? contract.Term : version.Days;
        _range = _commitment.During is DateInterval during ? Dates.Common(days, during) ?? days : days;
        IsInForce = _commitment.During is null || Dates.Common(days, _commitment.During) is not null;
    }

    private bool IsInForce { get; }

    private bool IsAdded => _commitment.Metric.Kind == MetricKind.Count;

    /// <summary>The periods that are judged in a settlement of these days: those whose last day lies in them.</summary>
    public IEnumerable<(DateInterval Period, string? Session)> Periods(DateInterval slice)
    {
        if (!IsInForce)
        {
            return [];
        }

        if (_commitment.Per == CommitmentPeriod.Session)
        {
            return _facts.Where(fact => fact.Session is not null && slice.Contains(fact.Days.Start) && _range.Contains(fact.Days.Start))
                .Select(fact => (fact.Days, (string?)fact.Session)).Distinct();
        }

        IEnumerable<DateInterval> all = _commitment.Per switch
        {
            CommitmentPeriod.Term => [_range],
            CommitmentPeriod.Week => Dates.Cut(Cycle.Week, _range, _commitment.Weeks == WeekRule.ClippedAtMonthEnd),
            CommitmentPeriod.Quarter => Dates.Cut(Cycle.Quarter, _range, atMonthEnds: false),
            _ => Dates.Cut(Cycle.Month, _range, atMonthEnds: false),
        };
        return all.Where(period => slice.Contains(period.End)).Select(period => (period, (string?)null));
    }

    public CommitmentResult Judge(DateInterval period, string? session, Money spentInTerm)
    {
        var result = new CommitmentResult(_commitment, _version.Number, period, session, _contract.Currency);
        List<DateInterval> excuses = [.. _facts
            .Where(fact => fact.Kind == ContractFactKind.Excused && _commitment.IsExcusable)
            .Select(fact => Dates.Common(fact.Days, period)).OfType<DateInterval>()];
        int excused = Enumerable.Range(0, period.Length).Count(i => excuses.Exists(days => days.Contains(period.Start.PlusDays(i))));
        var evidence = new List<string>();
        evidence.AddRange(_facts.Where(fact => fact.Kind == ContractFactKind.Excused && _commitment.IsExcusable && Dates.Common(fact.Days, period) is not null).Select(fact => fact.Reference));
        Ratio threshold;
        if (_commitment.Duty is string duty)
        {
            threshold = Deliveries(result, duty, excuses, evidence);
        }
        else
        {
            threshold = ThresholdOf(period) * new Ratio(IsAdded && session is null ? period.Length - excused : 1, IsAdded && session is null ? period.Length : 1);
            Read(result, excuses, evidence);
        }

        result.Threshold = StatementLine.Cut(threshold, 6) ?? decimal.MaxValue;
        result.Evidence = evidence;
        if (excused == period.Length || (threshold.IsZero && _commitment.Duty is null))
        {
            result.Status = CommitmentStatus.Excused;
            result.Explanation = ResultText.Of(result);
            return result;
        }

        if (result.Value is decimal value)
        {
            Settle(result, new Ratio(Exact.ToUnits(value, 8), 100_000_000), threshold, excused > 0 && !IsAdded, spentInTerm);
        }

        if (result.Verdict == MeasurementVerdict.Falsified && _commitment.FalsifiedPenalty is Money penalty)
        {
            result.Penalty = penalty;
        }

        result.Explanation = ResultText.Of(result);
        return result;
    }

    /// <summary>The exact threshold of a period, prorated by days where it is a part of a cycle.</summary>
    public Ratio ThresholdOf(DateInterval period)
    {
        var whole = new Ratio(Exact.ToUnits(_commitment.Threshold, 8), 100_000_000);
        if (!_commitment.IsProrated)
        {
            return whole;
        }

        Cycle cycle = _commitment.Per switch
        {
            CommitmentPeriod.Week => Cycle.Week,
            CommitmentPeriod.Quarter => Cycle.Quarter,
            _ => Cycle.Month,
        };
        return whole * new Ratio(period.Length, CycleCount.DaysOfCycle(cycle, period.Start));
    }

    private Ratio Deliveries(CommitmentResult result, string code, List<DateInterval> excuses, List<string> evidence)
    {
        DataDuty duty = _version.Terms.DataDuties.First(other => other.Code == code);
        int due = 0;
        int onTime = 0;
        foreach (DateInterval cycle in DutyCycles(duty, result.Period).Where(cycle => !excuses.Exists(days => days.Contains(cycle.End))))
        {
            due++;
            ContractFact? delivery = _facts.Where(fact => fact.Kind == ContractFactKind.Delivered && cycle.Contains(fact.Days.Start)).OrderBy(fact => fact.On).FirstOrDefault();
            if (delivery is not null)
            {
                evidence.Add(delivery.Reference);
                onTime += delivery.On <= cycle.End.PlusDays(duty.DueWithinDays) ? 1 : 0;
            }
        }

        result.Value = onTime;
        result.Reported = onTime;
        result.Verdict = MeasurementVerdict.SingleSource;
        return new Ratio(due, BigInteger.One);
    }

    /// <summary>The whole calendar cycles whose last day lies in the period and that begin within the term, or before it.</summary>
    internal static IEnumerable<DateInterval> DutyCycles(DataDuty duty, DateInterval period)
    {
        for (DateInterval cycle = Dates.CycleOf(duty.Per, period.Start); cycle.End <= period.End; cycle = Dates.CycleOf(duty.Per, cycle.End.PlusDays(1)))
        {
            yield return cycle;
        }
    }

    private void Read(CommitmentResult result, List<DateInterval> excuses, List<string> evidence)
    {
        result.Reported = _commitment.Measurement.Source == MeasurementSource.ThirdParty ? null : Total(ContractFactKind.Reported, result, excuses, evidence);
        result.Measured = _commitment.Measurement.Source == MeasurementSource.Reported ? null : Total(ContractFactKind.ThirdParty, result, excuses, evidence);
        switch (_commitment.Measurement.Source)
        {
            case MeasurementSource.Reported:
                result.Value = result.Reported;
                break;
            case MeasurementSource.ThirdParty:
                result.Value = result.Measured;
                break;
            default:
                result.Value = result.Reported is null ? null : result.Measured;
                break;
        }

        result.Verdict = result.Value is null ? MeasurementVerdict.Missing
            : _commitment.Measurement.Source != MeasurementSource.Both ? MeasurementVerdict.SingleSource
            : _commitment.Measurement.Compare(result.Reported!.Value, result.Measured!.Value, _commitment.Bound);
    }

    /// <summary>Puts readings together: counts are added and must cover every day, of levels the worst counts, a rate has one reading for all the days.</summary>
    private decimal? Total(ContractFactKind kind, CommitmentResult result, List<DateInterval> excuses, List<string> evidence)
    {
        List<ContractFact> readings = [.. _facts.Where(fact => fact.Kind == kind && fact.Session == result.Session && result.Period.Contains(fact.Days)).OrderBy(fact => fact.Days.Start)];
        if (readings.Count == 0)
        {
            return null;
        }

        if (IsAdded && result.Session is null)
        {
            bool covered = Enumerable.Range(0, result.Period.Length).Select(i => result.Period.Start.PlusDays(i))
                .All(day => excuses.Exists(days => days.Contains(day)) || readings.Exists(reading => reading.Days.Contains(day)));
            if (!covered)
            {
                return null;
            }
        }

        evidence.AddRange(readings.Select(reading => reading.Reference));
        return _commitment.Metric.Kind switch
        {
            MetricKind.Count => readings.Sum(reading => reading.Value!.Value),
            MetricKind.Level => _commitment.Bound == CommitmentBound.AtLeast ? readings.Min(reading => reading.Value!.Value) : readings.Max(reading => reading.Value!.Value),
            _ => readings[readings.Count - 1].Value,
        };
    }

    private void Settle(CommitmentResult result, Ratio value, Ratio threshold, bool isExcused, Money spentInTerm)
    {
        int side = _commitment.Bound == CommitmentBound.AtLeast ? 1 : -1;
        Ratio better = (value - threshold) * new Ratio(side, BigInteger.One);
        if (better.Sign < 0 && Cure(result, value) is Ratio after)
        {
            better = (after - threshold) * new Ratio(side, BigInteger.One);
            if (better.Sign >= 0)
            {
                better = Ratio.Zero; // cured, no more: what comes late earns no bonus
                result.Status = CommitmentStatus.Cured;
            }
        }

        result.Deviation = Math.Abs(StatementLine.Cut(better, 6) ?? 0m);
        if (better.Sign >= 0)
        {
            result.Status = result.Status == CommitmentStatus.Cured ? CommitmentStatus.Cured : better.Sign > 0 ? CommitmentStatus.Exceeded : CommitmentStatus.Kept;
            if (result.Status == CommitmentStatus.Exceeded && _overDelivery is not null && result.Verdict != MeasurementVerdict.Falsified)
            {
                Money earns = Price(result, _overDelivery, _commitment.OverDelivery!, better, threshold);
                result.Bonus = Least(earns, _commitment.OverDeliveryCap);
                result.IsCapped = result.Bonus < earns;
            }

            return;
        }

        result.Status = isExcused ? CommitmentStatus.Excused : CommitmentStatus.Missed;
        if (!isExcused && _shortfall is not null)
        {
            Money costs = Price(result, _shortfall, _commitment.Shortfall!, -better, threshold);
            Money cost = Least(costs, _commitment.ShortfallCap);
            result.Compensation = _commitment.ShortfallCapInTerm is Money most ? Least(cost, most > spentInTerm ? most - spentInTerm : Money.Zero(_contract.Currency)) : cost;
            result.IsCapped = result.Compensation < costs;
        }
    }

    /// <summary>The value with what was made good within the days of grace; null where that is nothing, or no better.</summary>
    private Ratio? Cure(CommitmentResult result, Ratio value)
    {
        List<ContractFact> late = [.. _facts.Where(fact => fact.Kind == ContractFactKind.MadeGood && fact.Days == result.Period
            && fact.On > result.Period.End && fact.On <= result.Period.End.PlusDays(_commitment.GraceDays)).OrderBy(fact => fact.On)];
        if (late.Count == 0)
        {
            return null;
        }

        decimal made = IsAdded ? result.Value!.Value + late.Sum(fact => fact.Value!.Value) : late[late.Count - 1].Value!.Value;
        var after = new Ratio(Exact.ToUnits(made, 8), 100_000_000);
        int order = after.CompareTo(value);
        if (_commitment.Bound == CommitmentBound.AtLeast ? order <= 0 : order >= 0)
        {
            return null;
        }

        result.Value = made;
        result.Evidence = [.. result.Evidence, .. late.Select(fact => fact.Reference)];
        return after;
    }

    private Money Price(CommitmentResult result, ExactCurve curve, DeviationPrice price, Ratio deviation, Ratio threshold)
    {
        Ratio units = price.Units(deviation, threshold).Reduce();
        int at = curve.Locate(units);
        ExactPiece piece = curve.Pieces[at];
        result.Priced = (piece, piece.Portion(units));
        BigInteger unit = BigInteger.Pow(10, Money.MaxScale - _contract.Rounding.ScaleFor(_contract.Currency));
        BigInteger pays = curve.Pay(at, units).RoundTo(unit, _contract.Rounding.Mode);
        return Money.OfMillionths(pays, _contract.Currency);
    }

    private static Money Least(Money amount, Money? cap) => cap is Money most && most < amount ? most : amount;
}
