namespace ChannelModel.Planning;

/// <summary>How a plan says that two figures compare.</summary>
public enum ClaimRelation
{
    /// <summary>The left figure is below the right one; equal is not below.</summary>
    Below = 0,

    /// <summary>The left figure is above the right one; equal is not above.</summary>
    Above = 1,

    /// <summary>Both figures are equal.</summary>
    Equal = 2,
}
