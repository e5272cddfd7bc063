using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Warns where a stock will run out before new goods can arrive: days of cover against lead time.</summary>
/// <remarks>
/// Days of cover = stock / demand for a day, where the demand is the sum of another KPI over the days of its readings in the days before. Without readings of the demand there is no measurement; with a demand of 0 the
/// stock lasts, which counts for clearing. See <see cref="KpiRule"/> for the levels, equality and threads.
/// </remarks>
public sealed class KpiStockRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiStockRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="demand">The KPI, a sum, that says what is used up, in the stock's own unit.</param>
    /// <param name="leadTimeDays">Warns where the stock covers fewer days than new goods take, 1 or more.</param>
    /// <param name="clearFromDays">Ends the warning from so many days of cover, included; not below <paramref name="leadTimeDays"/>.</param>
    /// <param name="demandDays">Over how many days up to the reading's last day the demand is looked at, 1 or more.</param>
    /// <param name="raiseAfter">How many readings in a row raise it.</param>
    /// <param name="clearAfter">How many readings in a row clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="demand"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public KpiStockRule(Id<KpiRule> id, Id<Kpi> demand, int leadTimeDays, int clearFromDays, int demandDays = 28, int raiseAfter = 1, int clearAfter = 1)
        : base(id, raiseAfter, clearAfter)
    {
        Demand = Guard.Against.Null(demand);
        LeadTimeDays = leadTimeDays >= 1 ? leadTimeDays : throw new ArgumentOutOfRangeException(nameof(leadTimeDays), leadTimeDays, "Expected 1 or more days.");
        ClearFromDays = clearFromDays >= leadTimeDays
            ? clearFromDays
            : throw new ArgumentOutOfRangeException(nameof(clearFromDays), clearFromDays, $"Expected {KpiText.Number(leadTimeDays)} or more days.");
        DemandDays = demandDays >= 1 ? demandDays : throw new ArgumentOutOfRangeException(nameof(demandDays), demandDays, "Expected 1 or more days.");
    }

    /// <summary>Gets the KPI that says what is used up.</summary>
    public Id<Kpi> Demand { get; }

    /// <summary>Gets the days that new goods take.</summary>
    public int LeadTimeDays { get; }

    /// <summary>Gets the days of cover from which the warning ends, included.</summary>
    public int ClearFromDays { get; }

    /// <summary>Gets the days over which the demand is looked at.</summary>
    public int DemandDays { get; }

    internal override string? Misfit(KpiWatch watch) =>
        watch.Kpi.Aggregation == KpiAggregation.Latest ? null : $"aggregates by {watch.Kpi.Aggregation}; expected the latest for a stock";

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        KpiReading[] demand = [.. input.Other(Demand)];
        foreach (KpiReading stock in input.Series)
        {
            LocalDate on = stock.Period.End;
            LocalDate from = on.PlusDays(1 - DemandDays);
            KpiReading[] used = [.. demand.Where(reading => reading.Period.Start >= from && reading.Period.End <= on)];
            Ratio sum = used.Aggregate(Ratio.Zero, (total, reading) => total + KpiArithmetic.Of(reading.Value.Amount));
            if (used.Length == 0 || sum.Sign < 0)
            {
                continue;
            }

            LocalText name = input.Name;
            string zh = name.In(Language.SimplifiedChinese);
            if (sum.IsZero)
            {
                yield return new KpiMeasurement(on, false, true, new LocalText($"{name.En} is not used up at all.", $"{zh}无消耗。"), ("stock", stock.Value));
                continue;
            }

            Ratio cover = KpiArithmetic.Of(stock.Value.Amount) * KpiArithmetic.Of(used.Sum(reading => reading.Period.Length)) / sum;
            if (KpiArithmetic.Round(cover, 2) is not decimal days)
            {
                continue;
            }

            yield return new KpiMeasurement(
                on,
                cover.CompareTo(KpiArithmetic.Of(LeadTimeDays)) < 0,
                cover.CompareTo(KpiArithmetic.Of(ClearFromDays)) >= 0,
                new LocalText(
                    $"{name.En} of {KpiText.Show(stock.Value)} covers {KpiText.Number(days)} days; new goods take {KpiText.Number(LeadTimeDays)}.",
                    $"{zh}{KpiText.Show(stock.Value)}可供{KpiText.Number(days)}天；补货需{KpiText.Number(LeadTimeDays)}天。"),
                ("days-of-cover", days),
                ("stock", stock.Value),
                ("lead-time-days", LeadTimeDays));
        }
    }
}
