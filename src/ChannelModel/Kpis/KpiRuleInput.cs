using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>What a rule may look at: the readings up to a day.</summary>
internal sealed class KpiRuleInput
{
    private readonly Func<Id<KpiSubject>, LocalText> _name;

    public KpiRuleInput(KpiWatch watch, KpiSeries series, IReadOnlyList<KpiReading> all, Func<Id<KpiSubject>, LocalText> name)
    {
        Watch = watch;
        Series = series;
        All = all;
        _name = name;
    }

    public KpiWatch Watch { get; }

    /// <summary>Gets the readings of the KPI and one subject.</summary>
    public KpiSeries Series { get; }

    /// <summary>Gets the readings of all KPIs and subjects.</summary>
    public IReadOnlyList<KpiReading> All { get; }

    /// <summary>The KPI's name, and whose it is.</summary>
    public LocalText Name => Series.Subject is Id<KpiSubject> subject
        ? new LocalText($"{Watch.Kpi.Name.En} of {_name(subject).En}", $"{_name(subject).In(Language.SimplifiedChinese)}的{Zh}")
        : new LocalText(Watch.Kpi.Name.En, Zh);

    private string Zh => Watch.Kpi.Name.In(Language.SimplifiedChinese);

    public LocalText NameOf(Id<KpiSubject> subject) => _name(subject);

    /// <summary>The readings of another KPI for the same subject.</summary>
    public IEnumerable<KpiReading> Other(Id<Kpi> kpi) => All.Where(reading => reading.Kpi.Id == kpi && reading.Subject == Series.Subject);
}
