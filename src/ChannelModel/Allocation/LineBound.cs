namespace ChannelModel.Allocation;

/// <summary>What held a line of a bounded split.</summary>
public enum LineBound
{
    /// <summary>Nothing: it got its share by weight.</summary>
    Between = 0,

    /// <summary>Its minimum: by weight it would have got less.</summary>
    AtMinimum = 1,

    /// <summary>Its maximum: by weight it would have got more.</summary>
    AtMaximum = 2,

    /// <summary>Its minimum and maximum are the same.</summary>
    Fixed = 3,

    /// <summary>Its weight is 0: it gets its minimum, whatever the total.</summary>
    NoWeight = 4,
}
