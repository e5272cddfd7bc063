namespace ChannelModel.Planning;

/// <summary>A figure of an initiative that a claim can point to.</summary>
public enum InitiativeFigure
{
    /// <summary>The sales that the initiative is expected to bring.</summary>
    ExpectedSales = 0,

    /// <summary>The average order value.</summary>
    AverageOrderValue = 1,

    /// <summary>The share of customers who buy again.</summary>
    Repurchase = 2,

    /// <summary>The share of those reached who order.</summary>
    Conversion = 3,

    /// <summary>The number of orders.</summary>
    Orders = 4,
}
