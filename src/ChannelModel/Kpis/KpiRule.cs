using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Kpis;

/// <summary>When to warn of a KPI, and when the warning ends: two levels and how many readings in a row each needs, so that a warning does not flap.</summary>
/// <remarks>
/// <para>
/// A warning is raised where the figure has been at the raising level for <see cref="RaiseAfter"/> readings in a row, and cleared where it has been at the clearing level for <see cref="ClearAfter"/>.
/// Between the levels nothing changes. A reading in which the figure is missing changes nothing and breaks no row.
/// </para>
/// <para>A closed set: pace, fall, drop, floor, concentration, stock. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public abstract class KpiRule
{
    private protected KpiRule(Id<KpiRule> id, int raiseAfter, int clearAfter)
    {
        Id = Guard.Against.Null(id);
        RaiseAfter = raiseAfter >= 1 ? raiseAfter : throw new ArgumentOutOfRangeException(nameof(raiseAfter), raiseAfter, "Expected 1 or more readings in a row.");
        ClearAfter = clearAfter >= 1 ? clearAfter : throw new ArgumentOutOfRangeException(nameof(clearAfter), clearAfter, "Expected 1 or more readings in a row.");
    }

    /// <summary>Gets the id.</summary>
    public Id<KpiRule> Id { get; }

    /// <summary>Gets how many readings in a row raise the warning, 1 or more.</summary>
    public int RaiseAfter { get; }

    /// <summary>Gets how many readings in a row clear the warning, 1 or more.</summary>
    public int ClearAfter { get; }

    /// <summary>Returns the id.</summary>
    /// <returns>The id's text.</returns>
    public sealed override string ToString() => Id.Value;

    /// <summary>Why the rule does not fit a KPI, with what was expected; null if it fits.</summary>
    internal abstract string? Misfit(KpiWatch watch);

    /// <summary>What the rule sees, reading by reading.</summary>
    internal abstract IEnumerable<KpiMeasurement> Measure(KpiRuleInput input);

    /// <summary>Follows the warning through the readings.</summary>
    internal IEnumerable<KpiAlert> Follow(KpiRuleInput input)
    {
        bool raised = false;
        int adverse = 0;
        int recovered = 0;
        LocalDate since = default;
        foreach (KpiMeasurement measurement in Measure(input))
        {
            adverse = measurement.IsAdverse ? adverse + 1 : 0;
            recovered = measurement.IsRecovered ? recovered + 1 : 0;
            if (!raised && adverse < RaiseAfter)
            {
                continue;
            }

            KpiAlertState state = !raised ? KpiAlertState.Raised : recovered >= ClearAfter ? KpiAlertState.Cleared : KpiAlertState.Held;
            since = state == KpiAlertState.Raised ? measurement.On : since;
            raised = state != KpiAlertState.Cleared;
            yield return new KpiAlert(this, input.Watch.Kpi, input.Series.Subject, state, since, measurement);
        }
    }
}
