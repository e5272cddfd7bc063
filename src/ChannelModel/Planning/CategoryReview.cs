using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>Plan against actual for one category, with the variance split into volume and mix.</summary>
/// <remarks>
/// <para>
/// Target and actual are the totals split by their mixes, exactly: the categories add up to the totals. Volume is the category's part, by the planned mix, of the total
/// variance; mix is the rest, what the shift of shares brought. Volume + mix = variance, for each category and in sum; mix adds up to 0.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class CategoryReview
{
    internal CategoryReview(ChannelCategory category, Rate targetShare, Money target, Rate actualShare, Money actual, Money volume)
    {
        Category = category;
        TargetShare = targetShare;
        Target = target;
        ActualShare = actualShare;
        Actual = actual;
        Volume = volume;
    }

    /// <summary>Gets the category.</summary>
    public ChannelCategory Category { get; }

    /// <summary>Gets the planned share.</summary>
    public Rate TargetShare { get; }

    /// <summary>Gets the planned sales.</summary>
    public Money Target { get; }

    /// <summary>Gets the share reached.</summary>
    public Rate ActualShare { get; }

    /// <summary>Gets the sales reached.</summary>
    public Money Actual { get; }

    /// <summary>Gets actual / target, rounded to ten decimals; <see langword="null"/> where the target is 0.</summary>
    public Rate? Attainment => Target.IsZero ? null : Rate.Of(Actual, Target);

    /// <summary>Gets actual - target.</summary>
    public Money Variance => Actual - Target;

    /// <summary>Gets the part of the variance that comes from the total being missed or passed.</summary>
    public Money Volume { get; }

    /// <summary>Gets the part of the variance that comes from the shift of shares.</summary>
    public Money Mix => Variance - Volume;
}
