namespace ChannelModel.Commissions;

/// <summary>A most that is paid in a span of time.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanCap
{
    internal PlanCap(Money amount, Cycle per, Excess excess)
    {
        Amount = amount;
        Per = per;
        Excess = excess;
    }

    /// <summary>Gets the most.</summary>
    public Money Amount { get; }

    /// <summary>Gets the span; <see cref="Cycle.Once"/> is the whole life of the agreement.</summary>
    public Cycle Per { get; }

    /// <summary>Gets what becomes of the rest.</summary>
    public Excess Excess { get; }
}
