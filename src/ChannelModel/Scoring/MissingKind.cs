namespace ChannelModel.Scoring;

/// <summary>The kinds of <see cref="MissingPolicy"/>.</summary>
public enum MissingKind
{
    /// <summary>The criterion is left out, and its weight goes to the others.</summary>
    Exclude = 0,

    /// <summary>Stated points stand in.</summary>
    Points = 1,

    /// <summary>0 points.</summary>
    Worst = 2,

    /// <summary>There is no score.</summary>
    Fail = 3,
}
