using System;

namespace ChannelModel.Commissions;

/// <summary>What an amount of money includes beyond the goods. Withholding tax is never part of a basis: it is a line outside the commission.</summary>
[Flags]
public enum BasisContents
{
    /// <summary>The goods alone.</summary>
    None = 0,

    /// <summary>Sales tax or VAT is in.</summary>
    Tax = 1,

    /// <summary>Shipping is in.</summary>
    Shipping = 2,
}
