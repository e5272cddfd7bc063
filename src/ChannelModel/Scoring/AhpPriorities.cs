using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>Priorities from pairwise judgements, and how far these contradict one another.</summary>
/// <typeparam name="T">What was judged.</typeparam>
/// <remarks>Law: the priorities add up to 1. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class AhpPriorities<T>
{
    /// <summary>The ratio up to which judgements count as consistent: 0.1.</summary>
    public const double AcceptableRatio = 0.1;

    internal AhpPriorities(Id<T>[] ids, double[][] ratios, double[] weights, Prioritisation by, double randomIndex)
    {
        Weights = new Figures<T>(ids, weights);
        By = by;
        RandomIndex = randomIndex;
        double[] consistency = Ahp.Consistency(ratios, weights);
        ConsistencyVector = new Figures<T>(ids, consistency);
        int n = ids.Length;
        LambdaMax = consistency.Aggregate(0d, (sum, value) => sum + value) / n;

        // Two items cannot contradict each other.
        ConsistencyIndex = n < 3 ? 0d : (LambdaMax - n) / (n - 1);
        ConsistencyRatio = n < 3 ? 0d : ConsistencyIndex / randomIndex;
        ToRevisit = JudgementToRevisit<T>.Find(ids, ratios, weights);
    }

    /// <summary>Gets the priorities.</summary>
    public Figures<T> Weights { get; }

    /// <summary>Gets how they were found.</summary>
    public Prioritisation By { get; }

    /// <summary>Gets the mean of <see cref="ConsistencyVector"/>: the largest eigenvalue, where the priorities are its eigenvector; the number of items, where all judgements agree.</summary>
    public double LambdaMax { get; }

    /// <summary>Gets (lambda max - n) / (n - 1); 0 for fewer than three items.</summary>
    public double ConsistencyIndex { get; }

    /// <summary>Gets the mean consistency index of random judgements that was used; 0 for fewer than three items of Saaty's table.</summary>
    public double RandomIndex { get; }

    /// <summary>Gets consistency index / random index; 0 for fewer than three items.</summary>
    public double ConsistencyRatio { get; }

    /// <summary>Gets a value indicating whether the ratio is at most <see cref="AcceptableRatio"/>.</summary>
    public bool IsConsistent => ConsistencyRatio <= AcceptableRatio;

    /// <summary>Gets, for each item, (judgements x priorities) / priority.</summary>
    public Figures<T> ConsistencyVector { get; }

    /// <summary>Gets the judgement that fits the others least; <see langword="null"/> where all agree, within 10^-9.</summary>
    public JudgementToRevisit<T>? ToRevisit { get; }

    /// <summary>Says whether the judgements are consistent, and which one to look at again.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The sentence.</returns>
    public string Explain(Language language)
    {
        string ratio = ConsistencyRatio.ToString("F4", CultureInfo.InvariantCulture);
        string revisit = IsConsistent || ToRevisit is null ? string.Empty : " " + ToRevisit.Explain(language);
        return language == Language.SimplifiedChinese
            ? $"一致性比率{ratio}，{(IsConsistent ? "不超过" : "超过")}0.1。{revisit.TrimStart()}"
            : $"The consistency ratio is {ratio}, {(IsConsistent ? "within" : "above")} 0.1.{revisit}";
    }
}
