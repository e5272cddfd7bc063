namespace ChannelModel.Scoring;

/// <summary>How far one weight can move before candidates swap, the other weights keeping their proportions to one another.</summary>
/// <remarks>
/// <para>Both ends are included: at an end two candidates are equal, beyond it they have swapped. Ends are 0 and 1 where nothing swaps on that side.</para>
/// <para>Both ends are the weight itself, without a pair, where nothing is known beyond it: another share would give weight to a criterion that now has none, and that the method cannot use.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class WeightInterval
{
    internal WeightInterval(Id<DecisionCriterion> criterion, double weight, WeightLimit from, WeightLimit to, WeightLimit topFrom, WeightLimit topTo)
    {
        Criterion = criterion;
        Weight = weight;
        From = from;
        To = to;
        TopFrom = topFrom;
        TopTo = topTo;
    }

    /// <summary>Gets the criterion.</summary>
    public Id<DecisionCriterion> Criterion { get; }

    /// <summary>Gets its weight as a share of all weights, from 0 to 1.</summary>
    public double Weight { get; }

    /// <summary>Gets the smallest share at which the whole order still holds.</summary>
    public WeightLimit From { get; }

    /// <summary>Gets the largest share at which the whole order still holds.</summary>
    public WeightLimit To { get; }

    /// <summary>Gets the smallest share at which the first stays first.</summary>
    public WeightLimit TopFrom { get; }

    /// <summary>Gets the largest share at which the first stays first.</summary>
    public WeightLimit TopTo { get; }
}
