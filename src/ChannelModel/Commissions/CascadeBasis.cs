namespace ChannelModel.Commissions;

/// <summary>What a higher level of a cascade is paid on.</summary>
public enum CascadeBasis
{
    /// <summary>All levels are paid on the same value: overrides beside the earner's share.</summary>
    SameValue = 0,

    /// <summary>Each level is paid on the value less what the levels below earned: 1000 at 10 % gives 100, 90, 81.</summary>
    LessLowerLevels = 1,

    /// <summary>Each level is a share of the level below: rates chain.</summary>
    CommissionBelow = 2,
}
