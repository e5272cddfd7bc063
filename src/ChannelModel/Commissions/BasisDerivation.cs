namespace ChannelModel.Commissions;

/// <summary>How a basis is derived from another one and its target or baseline.</summary>
public enum BasisDerivation
{
    /// <summary>It is stated by the facts.</summary>
    None = 0,

    /// <summary>The value divided by its target.</summary>
    Attainment = 1,

    /// <summary>What the value exceeds its baseline by, divided by the baseline.</summary>
    Growth = 2,

    /// <summary>What the value exceeds its target by; 0 below.</summary>
    OverTarget = 3,

    /// <summary>What the value exceeds its baseline by; 0 below.</summary>
    OverBaseline = 4,
}
