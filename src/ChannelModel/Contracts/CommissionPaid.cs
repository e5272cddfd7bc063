using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What a contract has paid as commission by one plan in one span of time, net of what was clawed back in it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class CommissionPaid
{
    internal CommissionPaid(Id<CommissionPlan> plan, Cycle per, DateInterval? span, Money amount)
    {
        Plan = plan;
        Per = per;
        Span = span;
        Amount = amount;
    }

    /// <summary>Gets the name of the plan, whatever its version.</summary>
    public Id<CommissionPlan> Plan { get; }

    /// <summary>Gets the kind of span; <see cref="Cycle.Once"/> is to date.</summary>
    public Cycle Per { get; }

    /// <summary>Gets the calendar span, both ends included; <see langword="null"/> for what was paid to date.</summary>
    public DateInterval? Span { get; }

    /// <summary>Gets what was paid; below 0 where more was taken back.</summary>
    public Money Amount { get; }
}
