namespace ChannelModel.Commissions;

/// <summary>What kind of number a <see cref="Basis"/> is.</summary>
public enum BasisKind
{
    /// <summary>An amount of money, with at most 6 decimals; edges are in units of the plan's currency.</summary>
    Money = 0,

    /// <summary>A count or quantity, with at most 6 decimals.</summary>
    Count = 1,

    /// <summary>A rate or share; edges are in percent, with at most 8 decimals.</summary>
    Rate = 2,
}
