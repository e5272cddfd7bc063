namespace ChannelModel;

/// <summary>Which end of a piece between two edges belongs to it: at an edge exactly, the two readings may pay or score differently.</summary>
public enum Edge
{
    /// <summary>From the lower edge, included, to the upper edge, excluded: [from, to).</summary>
    LowerIncluded = 0,

    /// <summary>From the lower edge, excluded, to the upper edge, included: (from, to].</summary>
    UpperIncluded = 1,
}
