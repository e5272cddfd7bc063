namespace ChannelModel.Scoring;

/// <summary>The intermediate values of a method: match it with the type of the method's own, such as <see cref="VikorDetail"/>.</summary>
/// <remarks>A closed set. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public abstract class RankingDetail
{
    private protected RankingDetail()
    {
    }

    /// <summary>Gets what the method says beyond its scores, or <see langword="null"/>.</summary>
    public virtual LocalText? Verdict => null;
}
