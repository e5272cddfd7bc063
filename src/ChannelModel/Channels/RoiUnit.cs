namespace ChannelModel.Channels;

/// <summary>What a return on investment is measured in.</summary>
public enum RoiUnit
{
    /// <summary>A plain ratio: 2.375 means 2.375 for each 1 spent.</summary>
    Ratio = 0,

    /// <summary>An amount of the plan's currency, such as a cost for each order.</summary>
    Money = 1,

    /// <summary>A number of months.</summary>
    Months = 2,
}
