namespace ChannelModel.Channels;

/// <summary>What one channel lifts in another.</summary>
public enum SynergyMetric
{
    /// <summary>The share of those reached who order.</summary>
    Conversion = 0,

    /// <summary>The average order value.</summary>
    AverageOrderValue = 1,

    /// <summary>The return on investment, by whatever definition the plan names.</summary>
    Roi = 2,

    /// <summary>The share of the orders of one channel whose customers came from the other.</summary>
    OrdersLedOver = 3,
}
