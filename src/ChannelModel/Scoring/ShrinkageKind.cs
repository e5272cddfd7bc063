namespace ChannelModel.Scoring;

/// <summary>The kinds of <see cref="Shrinkage"/>.</summary>
public enum ShrinkageKind
{
    /// <summary>The cautious end of the Wilson score interval.</summary>
    Wilson = 0,

    /// <summary>The mean of a Beta distribution that starts from a prior rate.</summary>
    Beta = 1,
}
