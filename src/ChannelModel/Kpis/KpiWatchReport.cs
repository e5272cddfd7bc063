using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>How the KPIs of a set stand on a day.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiWatchReport
{
    internal KpiWatchReport(
        KpiSet set,
        LocalDate asOf,
        IReadOnlyList<KpiWatchLine> lines,
        IReadOnlyList<KpiAlert> alerts,
        IReadOnlyList<KpiReportedLine> reported,
        IReadOnlyList<KpiRejection> rejected,
        int later)
    {
        Set = set;
        AsOf = asOf;
        Lines = lines;
        Alerts = alerts;
        Reported = reported;
        Rejected = rejected;
        Later = later;
        Active = alerts
            .GroupBy(alert => (alert.Rule.Id, alert.Subject))
            .Select(group => group.Last())
            .Where(alert => alert.State != KpiAlertState.Cleared)
            .ToArray();
    }

    /// <summary>Gets the set.</summary>
    public KpiSet Set { get; }

    /// <summary>Gets the day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets a line for each KPI, the whole first, then its subjects by id.</summary>
    public IReadOnlyList<KpiWatchLine> Lines { get; }

    /// <summary>Gets what became of every warning with every reading, by day.</summary>
    public IReadOnlyList<KpiAlert> Alerts { get; }

    /// <summary>Gets the warnings that are not cleared, each with its newest alert.</summary>
    public IReadOnlyList<KpiAlert> Active { get; }

    /// <summary>Gets the reports that were held against measurements.</summary>
    public IReadOnlyList<KpiReportedLine> Reported { get; }

    /// <summary>Gets the readings that are not looked at, and why.</summary>
    public IReadOnlyList<KpiRejection> Rejected { get; }

    /// <summary>Gets how many readings end after the day.</summary>
    public int Later { get; }
}
