using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>A plan and the days it is in force: from the first, until before the second; an amendment is a new version.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanVersion
{
    internal PlanVersion(int number, CommissionPlan plan, LocalDate from, LocalDate? until)
    {
        Number = number;
        Plan = plan;
        From = from;
        Until = until;
    }

    /// <summary>Gets the number, from 1, in the order of time.</summary>
    public int Number { get; }

    /// <summary>Gets the plan.</summary>
    public CommissionPlan Plan { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the day after the last, or <see langword="null"/> while it is open.</summary>
    public LocalDate? Until { get; }
}
