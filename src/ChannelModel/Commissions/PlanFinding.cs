namespace ChannelModel.Commissions;

/// <summary>One thing about a plan that is legal but may cost money or trust.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanFinding
{
    internal PlanFinding(FindingKind kind, string component, int tier, decimal? at, Money? size, LocalText message)
    {
        Kind = kind;
        Component = component;
        Tier = tier;
        At = at;
        Size = size;
        Message = message;
    }

    /// <summary>Gets what it is.</summary>
    public FindingKind Kind { get; }

    /// <summary>Gets the component.</summary>
    public string Component { get; }

    /// <summary>Gets the tier, from 1; 0 for none.</summary>
    public int Tier { get; }

    /// <summary>Gets the value where it happens, in the unit of the basis (rates in percent).</summary>
    public decimal? At { get; }

    /// <summary>Gets how much the payout changes there, below 0 for a fall.</summary>
    public Money? Size { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Message { get; }

    /// <summary>Returns the sentence in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Component + ": " + Message.En;
}
