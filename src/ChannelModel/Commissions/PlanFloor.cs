namespace ChannelModel.Commissions;

/// <summary>A least that is paid for a period (a minimum guarantee), topped up by a line of its own.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanFloor
{
    internal PlanFloor(Money amount, bool proratedByDays)
    {
        Amount = amount;
        IsProratedByDays = proratedByDays;
    }

    /// <summary>Gets the least.</summary>
    public Money Amount { get; }

    /// <summary>Gets a value indicating whether only the days count in which the payee took part.</summary>
    public bool IsProratedByDays { get; }
}
