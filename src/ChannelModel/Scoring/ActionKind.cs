namespace ChannelModel.Scoring;

/// <summary>The kinds of <see cref="ScoreAction"/>.</summary>
public enum ActionKind
{
    /// <summary>Something must not be done.</summary>
    Block = 0,

    /// <summary>Something may be done, with a warning.</summary>
    Warn = 1,

    /// <summary>Someone should be told.</summary>
    Notify = 2,

    /// <summary>Something good is due, such as priority at renewal.</summary>
    Reward = 3,
}
