using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>What a rule sees in one reading. Where it sees nothing, since a figure is missing, there is no measurement, and the warning stays as it is.</summary>
internal sealed class KpiMeasurement
{
    public KpiMeasurement(LocalDate on, bool adverse, bool recovered, LocalText sentence, params (string Name, KpiValue Value)[] evidence)
    {
        On = on;
        IsAdverse = adverse;
        IsRecovered = recovered;
        Sentence = sentence;
        var named = new KeyValuePair<string, KpiValue>[evidence.Length];
        for (int i = 0; i < evidence.Length; i++)
        {
            named[i] = new KeyValuePair<string, KpiValue>(evidence[i].Name, evidence[i].Value);
        }

        Evidence = named;
    }

    public LocalDate On { get; }

    public bool IsAdverse { get; }

    public bool IsRecovered { get; }

    public LocalText Sentence { get; }

    public IReadOnlyList<KeyValuePair<string, KpiValue>> Evidence { get; }
}
