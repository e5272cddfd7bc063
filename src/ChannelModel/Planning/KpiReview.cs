namespace ChannelModel.Planning;

/// <summary>A KPI's way from baseline to target.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiReview
{
    internal KpiReview(PlanKpi kpi)
    {
        Kpi = kpi;
    }

    /// <summary>Gets the KPI as the plan states it.</summary>
    public PlanKpi Kpi { get; }

    /// <summary>Gets actual - target; <see langword="null"/> where there is no data.</summary>
    public Figure? Difference => Kpi.Actual is Figure actual ? Figure.Difference(actual, Kpi.Target) : null;

    /// <summary>
    /// Gets the part of the way that is done: (actual - baseline) / (target - baseline), rounded to ten decimals. <see langword="null"/> where there is no data or no
    /// baseline, or where the target is the baseline, so that there is no way to go: no data is not zero.
    /// </summary>
    public Rate? Progress => Kpi.Actual is Figure actual ? Kpi.Goal.Progress(PlanKpi.ValueOf(actual)) : null;
}
