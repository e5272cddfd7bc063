namespace ChannelModel.Allocation;

/// <summary>What becomes of the units that whole quotas leave over.</summary>
internal enum LeftOver
{
    LargestRemainder,
    First,
    FirstNonZero,
    Last,
    LargestWeight,
    Separate,
    Block,
    Cumulative,
    CascadeFromLast,
    ResidualToLast,
}
