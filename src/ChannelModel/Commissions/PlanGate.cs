namespace ChannelModel.Commissions;

/// <summary>A condition without which the components pay nothing (bonuses and floors are beside it).</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanGate
{
    internal PlanGate(Basis by, decimal atLeast)
    {
        By = by;
        AtLeast = atLeast;
    }

    /// <summary>Gets what is looked at.</summary>
    public Basis By { get; }

    /// <summary>Gets the least value that opens the gate, itself included (rates in percent).</summary>
    public decimal AtLeast { get; }
}
