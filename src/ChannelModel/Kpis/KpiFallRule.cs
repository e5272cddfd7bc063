using System;
using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>Warns where a KPI has fallen reading after reading, and ends with the first that does not fall.</summary>
/// <remarks>Sums are compared by the day. See <see cref="KpiSeries.FallsInARow"/>, and <see cref="KpiRule"/> for equality and threads.</remarks>
public sealed class KpiFallRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiFallRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="falls">How many falls in a row raise the warning, 1 or more; 3 need four readings.</param>
    /// <param name="clearAfter">How many readings in a row that do not fall clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public KpiFallRule(Id<KpiRule> id, int falls, int clearAfter = 1)
        : base(id, 1, clearAfter)
    {
        Falls = falls >= 1 ? falls : throw new ArgumentOutOfRangeException(nameof(falls), falls, "Expected 1 or more falls.");
    }

    /// <summary>Gets how many falls in a row raise the warning.</summary>
    public int Falls { get; }

    internal override string? Misfit(KpiWatch watch) => null;

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        int falls = 0;
        for (int i = 1; i < input.Series.Count; i++)
        {
            KpiReading before = input.Series[i - 1];
            KpiReading now = input.Series[i];
            falls = now.Level.CompareTo(before.Level) < 0 ? falls + 1 : 0;
            KpiReading first = input.Series[i - falls];
            LocalText name = input.Name;
            yield return new KpiMeasurement(
                now.Period.End,
                falls >= Falls,
                falls == 0,
                falls == 0
                    ? new LocalText(
                        $"{name.En} has stopped falling, {KpiText.Show(now.Value)} after {KpiText.Show(before.Value)}.",
                        $"{name.In(Language.SimplifiedChinese)}已停止下降，由{KpiText.Show(before.Value)}变为{KpiText.Show(now.Value)}。")
                    : new LocalText(
                        $"{name.En} has fallen {(falls == 1 ? "once" : $"{KpiText.Number(falls)} times")} in a row, from {KpiText.Show(first.Value)} to {KpiText.Show(now.Value)}.",
                        $"{name.In(Language.SimplifiedChinese)}连续下降{KpiText.Number(falls)}期，由{KpiText.Show(first.Value)}降至{KpiText.Show(now.Value)}。"),
                ("falls", falls),
                ("first", first.Value),
                ("actual", now.Value));
        }
    }
}
