using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>Which of many figures stand out from the others, such as the excess that partners report: outliers that do not hide each other.</summary>
/// <remarks>
/// <para>
/// The modified z-score is (x - median) / (1.4826 x MAD), where the MAD is the median of the distances from the median and 1.4826 makes it the standard deviation of normal figures; beyond 3.5 a figure is an
/// outlier (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers). Where more than half of the figures are the same the MAD is 0, and the mean distance x 1.2533 takes its place.
/// </para>
/// <para>At least three figures are needed. Exact fractions; scores are rounded to 4 decimals, but outliers are told by the exact score.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
/// <typeparam name="TKey">What the figures are listed by, such as the id of a partner.</typeparam>
public sealed class RobustOutliers<TKey>
{
    private RobustOutliers(KpiGap gap, decimal? median, decimal? scale, IReadOnlyList<KeyValuePair<TKey, decimal>> scores, IReadOnlyList<TKey> outliers)
    {
        Gap = gap;
        Median = median;
        Deviation = scale;
        Scores = scores;
        Outliers = outliers;
    }

    /// <summary>Gets why there are no scores: too few figures, or figures that are all the same.</summary>
    public KpiGap Gap { get; }

    /// <summary>Gets the median, rounded to ten decimals, or <see langword="null"/> if there is no figure.</summary>
    public decimal? Median { get; }

    /// <summary>Gets what a score of 1 is: 1.4826 x MAD, rounded to ten decimals, or <see langword="null"/>.</summary>
    public decimal? Deviation { get; }

    /// <summary>Gets the modified z-scores in the order given, rounded to 4 decimals; empty where there are none.</summary>
    public IReadOnlyList<KeyValuePair<TKey, decimal>> Scores { get; }

    /// <summary>Gets the keys whose score is beyond the cutoff either way, in the order given.</summary>
    public IReadOnlyList<TKey> Outliers { get; }

    /// <summary>Looks for outliers.</summary>
    /// <param name="figures">The figures by key, of magnitudes up to 10^18.</param>
    /// <param name="cutoff">The score beyond which a figure is an outlier, above 0.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cutoff"/> is 0 or less, or a figure is beyond 10^18.</exception>
    public static RobustOutliers<TKey> Of(IEnumerable<KeyValuePair<TKey, decimal>> figures, decimal cutoff = 3.5m)
    {
        KeyValuePair<TKey, decimal>[] lines = [.. Guard.Against.Null(figures)];
        if (cutoff <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "Expected a cutoff above 0.");
        }

        const decimal Largest = 1_000_000_000_000_000_000m;
        foreach (KeyValuePair<TKey, decimal> line in lines)
        {
            _ = Math.Abs(line.Value) <= Largest ? 0 : throw new ArgumentOutOfRangeException(nameof(figures), line.Value, "Expected figures from -10^18 to 10^18.");
        }

        if (lines.Length == 0)
        {
            return new RobustOutliers<TKey>(KpiGap.NoData, null, null, [], []);
        }

        Ratio[] values = [.. lines.Select(line => KpiArithmetic.Of(line.Value))];
        Ratio median = KpiArithmetic.Median([.. values]);
        decimal? shown = KpiArithmetic.Round(median, KpiArithmetic.NumberScale);
        if (lines.Length < 3)
        {
            return new RobustOutliers<TKey>(KpiGap.TooFewReadings, shown, null, [], []);
        }

        Ratio[] distances = [.. values.Select(value => KpiArithmetic.Abs(value - median))];
        Ratio scale = KpiArithmetic.Median([.. distances]) * KpiArithmetic.Of(1.4826m);
        if (scale.IsZero)
        {
            Ratio sum = distances.Aggregate(Ratio.Zero, (total, distance) => total + distance);
            scale = sum / new BigInteger(lines.Length) * KpiArithmetic.Of(1.2533m);
        }

        if (scale.IsZero)
        {
            return new RobustOutliers<TKey>(KpiGap.NoVariation, shown, null, [], []);
        }

        var scores = new KeyValuePair<TKey, decimal>[lines.Length];
        var outliers = new List<TKey>();
        for (int i = 0; i < lines.Length; i++)
        {
            Ratio score = (values[i] - median) / scale;
            scores[i] = new KeyValuePair<TKey, decimal>(lines[i].Key, KpiArithmetic.Round(score, 4) ?? (score.Sign < 0 ? decimal.MinValue : decimal.MaxValue));
            if (KpiArithmetic.Abs(score).CompareTo(KpiArithmetic.Of(cutoff)) > 0)
            {
                outliers.Add(lines[i].Key);
            }
        }

        return new RobustOutliers<TKey>(KpiGap.None, shown, KpiArithmetic.Round(scale, KpiArithmetic.NumberScale), scores, outliers);
    }
}
