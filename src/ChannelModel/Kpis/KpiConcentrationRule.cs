using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Warns where too much of a KPI hangs on one subject, such as sales on one streamer.</summary>
/// <remarks>
/// For each period that subjects have readings of, the largest share of their sum; the KPI adds up. A period with a negative reading, or whose sum is 0, has no shares and no measurement.
/// See <see cref="KpiRule"/> for the levels, equality and threads.
/// </remarks>
public sealed class KpiConcentrationRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiConcentrationRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="raiseAbove">Warns above this share of the largest, itself excluded.</param>
    /// <param name="clearTo">Ends the warning down to this share, itself included; not above <paramref name="raiseAbove"/>.</param>
    /// <param name="raiseAfter">How many periods in a row raise it.</param>
    /// <param name="clearAfter">How many periods in a row clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The levels are reversed, or a number of periods is below 1.</exception>
    public KpiConcentrationRule(Id<KpiRule> id, Rate raiseAbove, Rate clearTo, int raiseAfter = 1, int clearAfter = 1)
        : base(id, raiseAfter, clearAfter)
    {
        RaiseAbove = raiseAbove;
        ClearTo = clearTo <= raiseAbove ? clearTo : throw new ArgumentOutOfRangeException(nameof(clearTo), clearTo, FormattableString.Invariant($"Expected a clearing level not above {raiseAbove}."));
    }

    /// <summary>Gets the share of the largest above which it warns.</summary>
    public Rate RaiseAbove { get; }

    /// <summary>Gets the share of the largest down to which the warning ends, included.</summary>
    public Rate ClearTo { get; }

    internal override string? Misfit(KpiWatch watch) =>
        watch.Kpi.Aggregation == KpiAggregation.Sum ? null : $"aggregates by {watch.Kpi.Aggregation}; expected a sum for a rule on concentration";

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        if (input.Series.Subject is not null)
        {
            yield break; // it is about all of them together
        }

        IEnumerable<IGrouping<DateInterval, KpiReading>> periods = input.All
            .Where(reading => reading.Kpi.Id == input.Watch.Kpi.Id && reading.Subject is not null)
            .GroupBy(reading => reading.Period)
            .OrderBy(period => period.Key.End)
            .ThenBy(period => period.Key.Start);
        foreach (IGrouping<DateInterval, KpiReading> period in periods)
        {
            KpiReading largest = period.First();
            BigInteger sum = BigInteger.Zero;
            bool negative = false;
            foreach (KpiReading reading in period)
            {
                sum += KpiArithmetic.Units(reading.Value.Amount);
                negative |= reading.Value.Amount < 0m;
                bool more = reading.Value.Amount > largest.Value.Amount || (reading.Value.Amount == largest.Value.Amount && reading.Subject < largest.Subject);
                largest = more ? reading : largest;
            }

            if (negative || sum.IsZero)
            {
                continue;
            }

            Rate share = KpiArithmetic.ToRate(new Ratio(KpiArithmetic.Units(largest.Value.Amount), sum)).Value!.Value;
            LocalText name = input.Watch.Kpi.Name;
            LocalText who = input.NameOf(largest.Subject!);
            int count = period.Count();
            yield return new KpiMeasurement(
                period.Key.End,
                share > RaiseAbove,
                share <= ClearTo,
                new LocalText(
                    $"{who.En} has {KpiText.Show(share)} of {name.En}, {KpiText.Show(largest.Value)}; limit {KpiText.Show(RaiseAbove)}.",
                    $"{who.In(Language.SimplifiedChinese)}占{name.In(Language.SimplifiedChinese)}的{KpiText.Show(share)}，为{KpiText.Show(largest.Value)}；上限{KpiText.Show(RaiseAbove)}。"),
                ("share", share),
                ("largest", largest.Value),
                ("subjects", count));
        }
    }
}
