using System;
using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Warns where a KPI falls behind the pace to its target.</summary>
/// <remarks>Looks at <see cref="KpiPacing.Ratio"/> with each reading of the whole. See <see cref="KpiRule"/> for the levels, equality and threads.</remarks>
public sealed class KpiPaceRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiPaceRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="raiseBelow">Warns below this share of the pace, itself excluded, such as 90 %.</param>
    /// <param name="clearFrom">Ends the warning from this share on, itself included; not below <paramref name="raiseBelow"/>.</param>
    /// <param name="raiseAfter">How many readings in a row raise it.</param>
    /// <param name="clearAfter">How many readings in a row clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The levels are reversed, or a number of readings is below 1.</exception>
    public KpiPaceRule(Id<KpiRule> id, Rate raiseBelow, Rate clearFrom, int raiseAfter = 1, int clearAfter = 1)
        : base(id, raiseAfter, clearAfter)
    {
        RaiseBelow = raiseBelow;
        ClearFrom = clearFrom >= raiseBelow ? clearFrom : throw new ArgumentOutOfRangeException(nameof(clearFrom), clearFrom, FormattableString.Invariant($"Expected a clearing level not below {raiseBelow}."));
    }

    /// <summary>Gets the share of the pace below which it warns.</summary>
    public Rate RaiseBelow { get; }

    /// <summary>Gets the share of the pace from which the warning ends, included.</summary>
    public Rate ClearFrom { get; }

    internal override string? Misfit(KpiWatch watch) =>
        watch.Target is null || watch.Pace is null ? "has no target or no pace; expected both for a rule on the pace"
        : watch.Kpi.Direction == KpiDirection.InRange ? "shall lie in a range; expected another direction for a rule on the pace"
        : watch.Kpi.Aggregation != KpiAggregation.Sum && watch.Target.Baseline is null ? "does not add up and has no baseline; expected a baseline for a rule on the pace"
        : null;

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        if (input.Series.Subject is not null)
        {
            yield break; // the target is the whole's
        }

        foreach (KpiReading reading in input.Series.Within(input.Watch.Pace!.Period))
        {
            LocalDate on = reading.Period.End;
            KpiPacing pacing = KpiPacing.Of(input.Watch.Target!, input.Watch.Pace, input.Series, on);
            if (pacing is { Ratio: Rate ratio, Actual.Value: KpiValue actual, Expected.Value: KpiValue expected })
            {
                LocalText name = input.Name;
                yield return new KpiMeasurement(
                    on,
                    ratio < RaiseBelow,
                    ratio >= ClearFrom,
                    new LocalText(
                        $"{name.En} is at {KpiText.Show(ratio)} of its pace, {KpiText.Show(actual)} against {KpiText.Show(expected)} expected.",
                        $"{name.In(Language.SimplifiedChinese)}为应有进度的{KpiText.Show(ratio)}，实际{KpiText.Show(actual)}，应为{KpiText.Show(expected)}。"),
                    ("ratio", ratio),
                    ("actual", actual),
                    ("expected", expected));
            }
        }
    }
}
