using System;

namespace ChannelModel.Scoring;

/// <summary>How a weighted product came about.</summary>
public sealed class WeightedProductDetail : RankingDetail
{
    private readonly double[] _logs;

    internal WeightedProductDetail(NormalisedMatrix normalised, double[] logs)
    {
        Normalised = normalised;
        _logs = logs;
    }

    /// <summary>Gets the scaled values; 0 for criteria of weight 0.</summary>
    public NormalisedMatrix Normalised { get; }

    /// <summary>Returns the decimal logarithm of a candidate's score: the weighted sum of the logarithms of its scaled values.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The logarithm; <see langword="null"/> where the score is 0 because a scaled value is 0.</returns>
    /// <exception cref="ArgumentException">There is no such candidate.</exception>
    public double? Log10(Id<Candidate> candidate)
    {
        double log = _logs[Figures<Candidate>.Position(Normalised.Matrix.Ids, candidate)];
        return double.IsNegativeInfinity(log) ? null : log / Math.Log(10d);
    }
}
