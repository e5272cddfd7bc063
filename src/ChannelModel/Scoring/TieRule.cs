namespace ChannelModel.Scoring;

/// <summary>Which ranks candidates with equal scores get.</summary>
public enum TieRule
{
    /// <summary>They share the better rank, and the next rank is left out: 1, 2, 2, 4. As in sports.</summary>
    Competition = 0,

    /// <summary>They share a rank, and none is left out: 1, 2, 2, 3.</summary>
    Dense = 1,

    /// <summary>Each has its own rank: 1, 2, 3, 4; the tie-break chain decides, and at its end the id.</summary>
    Ordinal = 2,
}
