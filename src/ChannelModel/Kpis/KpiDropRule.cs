using System;
using System.Collections.Generic;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Warns where a KPI has dropped from its highest reading by a share, such as a streamer who loses followers.</summary>
/// <remarks>The drop is (highest - value) / highest; where the highest is not above 0 there is no measurement. See <see cref="KpiRule"/> for the levels, equality and threads.</remarks>
public sealed class KpiDropRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiDropRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="raiseFrom">Warns from this drop on, itself included; above 0 %.</param>
    /// <param name="clearTo">Ends the warning down to this drop, itself included; below <paramref name="raiseFrom"/>, 0 % or more.</param>
    /// <param name="withinDays">The highest reading of so many days before the reading counts, 1 or more; of all time by default.</param>
    /// <param name="raiseAfter">How many readings in a row raise it.</param>
    /// <param name="clearAfter">How many readings in a row clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The levels are reversed or outside their range, or a number is below 1.</exception>
    public KpiDropRule(Id<KpiRule> id, Rate raiseFrom, Rate clearTo, int? withinDays = null, int raiseAfter = 1, int clearAfter = 1)
        : base(id, raiseAfter, clearAfter)
    {
        RaiseFrom = raiseFrom > Rate.Zero ? raiseFrom : throw new ArgumentOutOfRangeException(nameof(raiseFrom), raiseFrom, "Expected a drop above 0%.");
        ClearTo = clearTo < raiseFrom && !clearTo.IsNegative
            ? clearTo
            : throw new ArgumentOutOfRangeException(nameof(clearTo), clearTo, FormattableString.Invariant($"Expected a drop from 0% to below {raiseFrom}."));
        WithinDays = withinDays is not < 1 ? withinDays : throw new ArgumentOutOfRangeException(nameof(withinDays), withinDays, "Expected 1 or more days.");
    }

    /// <summary>Gets the drop from which it warns, included.</summary>
    public Rate RaiseFrom { get; }

    /// <summary>Gets the drop down to which the warning ends, included.</summary>
    public Rate ClearTo { get; }

    /// <summary>Gets the days before a reading whose highest reading counts; <see langword="null"/> for all.</summary>
    public int? WithinDays { get; }

    internal override string? Misfit(KpiWatch watch) => null;

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        for (int i = 1; i < input.Series.Count; i++)
        {
            KpiReading now = input.Series[i];
            KpiReading highest = now;
            for (int j = i - 1; j >= 0 && (WithinDays is not int days || input.Series[j].Period.End >= now.Period.End.PlusDays(-days)); j--)
            {
                highest = input.Series[j].Level.CompareTo(highest.Level) > 0 ? input.Series[j] : highest;
            }

            Ratio top = highest.Level;
            if (top.Sign <= 0 || KpiArithmetic.ToRate((top - now.Level) / top).Value is not Rate drop)
            {
                continue;
            }

            LocalDate on = highest.Period.End;
            LocalText name = input.Name;
            yield return new KpiMeasurement(
                now.Period.End,
                drop >= RaiseFrom,
                drop <= ClearTo,
                new LocalText(
                    $"{name.En} is {KpiText.Show(drop)} below its highest, {KpiText.Show(now.Value)} against {KpiText.Show(highest.Value)} on {KpiText.Date(on)}.",
                    $"{name.In(Language.SimplifiedChinese)}较最高值下降{KpiText.Show(drop)}，现为{KpiText.Show(now.Value)}，{KpiText.Date(on)}为{KpiText.Show(highest.Value)}。"),
                ("drop", drop),
                ("actual", now.Value),
                ("highest", highest.Value));
        }
    }
}
