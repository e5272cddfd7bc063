namespace ChannelModel.Scoring;

/// <summary>What a change of one value alone would bring.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ScoreLever
{
    internal ScoreLever(ScoreCriterion criterion, int direction, decimal one, decimal? needed)
    {
        Criterion = criterion;
        Direction = direction;
        PointsOfOneUnit = one;
        NeededForNextGrade = needed;
    }

    /// <summary>Gets the criterion.</summary>
    public ScoreCriterion Criterion { get; }

    /// <summary>Gets 1 if a larger value is better from here, -1 if a smaller one is, 0 if nothing more can be gained. Where both are, the one with the nearer value for the next grade; where neither leads there, the one in which one unit brings more, 1 if both bring the same.</summary>
    public int Direction { get; }

    /// <summary>Gets the points that one unit in that direction brings (one order, one percentage point, one CNY), rounded to 4 decimals; 0 before the next step of a curve with steps.</summary>
    public decimal PointsOfOneUnit { get; }

    /// <summary>Gets the value with which the next grade would be reached if nothing else changed; <see langword="null"/> if this criterion alone cannot do it.</summary>
    public decimal? NeededForNextGrade { get; }
}
