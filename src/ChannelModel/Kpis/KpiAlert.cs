using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>A warning on a day: which rule, on what numbers, and whether it begins, goes on or ends.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiAlert
{
    internal KpiAlert(KpiRule rule, Kpi kpi, Id<KpiSubject>? subject, KpiAlertState state, LocalDate since, KpiMeasurement measurement)
    {
        Rule = rule;
        Kpi = kpi;
        Subject = subject;
        State = state;
        Since = since;
        On = measurement.On;
        Evidence = measurement.Evidence;
        (string en, string zh) = state switch
        {
            KpiAlertState.Raised => ("Raised", "触发"),
            KpiAlertState.Held => ("Held", "持续"),
            _ => ("Cleared", "解除"),
        };
        Sentence = new LocalText($"{en}: {measurement.Sentence.En}", $"{zh}：{measurement.Sentence.In(Language.SimplifiedChinese)}");
    }

    /// <summary>Gets the rule.</summary>
    public KpiRule Rule { get; }

    /// <summary>Gets the KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Gets whom it is about, or <see langword="null"/> for the whole.</summary>
    public Id<KpiSubject>? Subject { get; }

    /// <summary>Gets the last day of the reading that it stands on.</summary>
    public LocalDate On { get; }

    /// <summary>Gets whether it begins, goes on or ends.</summary>
    public KpiAlertState State { get; }

    /// <summary>Gets the day that it was raised on.</summary>
    public LocalDate Since { get; }

    /// <summary>Gets the numbers that it stands on, by name, such as <c>actual</c> and <c>expected</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, KpiValue>> Evidence { get; }

    /// <summary>Gets one sentence with the numbers.</summary>
    public LocalText Sentence { get; }

    /// <summary>Returns day and sentence in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{KpiText.Date(On)} {Sentence.En}";
}
