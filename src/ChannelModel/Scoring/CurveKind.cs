namespace ChannelModel.Scoring;

/// <summary>The ways to word a value curve.</summary>
public enum CurveKind
{
    /// <summary>A straight line from no points to full points, for values that should rise.</summary>
    Rising = 0,

    /// <summary>A straight line from full points to no points, for values that should fall.</summary>
    Falling = 1,

    /// <summary>Straight lines through points, level outside them.</summary>
    Through = 2,

    /// <summary>Full points inside a range, straight lines down to no points on both sides of it.</summary>
    TargetRange = 3,

    /// <summary>Points that jump at edges.</summary>
    Steps = 4,

    /// <summary>Points of bins as credit scorecards have them, out of the most that the criterion gives.</summary>
    Bins = 5,
}
