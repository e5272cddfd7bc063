using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>How far two rankings of the same candidates agree: 1 for the same order, about 0 for none, -1 for the opposite one.</summary>
/// <remarks>
/// <para>Uses + - x / and square root in a fixed order: the same bits on every runtime, but for <see cref="Ws"/> of ranks that are no multiple of a half.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class RankAgreement
{
    private RankAgreement(int count, double? spearman, double? kendall, double weighted, double ws)
    {
        Count = count;
        Spearman = spearman;
        KendallTauB = kendall;
        WeightedSpearman = weighted;
        Ws = ws;
    }

    /// <summary>Gets the number of candidates: 2 or more.</summary>
    public int Count { get; }

    /// <summary>Gets Spearman's coefficient: the correlation of ranks, ties having the average rank; <see langword="null"/> where a ranking ties all.</summary>
    public double? Spearman { get; }

    /// <summary>Gets Kendall's tau-b: agreeing pairs less disagreeing ones, with ties; <see langword="null"/> where a ranking ties all.</summary>
    public double? KendallTauB { get; }

    /// <summary>Gets the weighted Spearman coefficient (rw): differences near the top count more. 1 - 6 sum of (x - y)^2 ((n - x + 1) + (n - y + 1)) / (n^4 + n^3 - n^2 - n).</summary>
    public double WeightedSpearman { get; }

    /// <summary>Gets the WS coefficient: differences are weighted by 2 to the power of minus the reference's rank; it is not symmetric. 1 - sum of 2^-x |x - y| / max(|1 - x|, |n - x|).</summary>
    public double Ws { get; }

    /// <summary>Compares two rankings, ties having the average rank.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="other">A ranking of the same candidates.</param>
    /// <returns>The agreement.</returns>
    /// <exception cref="ArgumentException">The candidates differ, or there are fewer than 2.</exception>
    public static RankAgreement Between(Ranking reference, Ranking other)
    {
        Guard.Against.Null(reference);
        Guard.Against.Null(other);
        Id<Candidate>[] ids = reference.Matrix.Ids;
        if (ids.Length != other.Matrix.Ids.Length)
        {
            throw new ArgumentException($"The rankings have {ids.Length} and {other.Matrix.Ids.Length} candidates; expected the same ones.", nameof(other));
        }

        var x = new double[ids.Length];
        var y = new double[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            if (ids[i] != other.Matrix.Ids[i])
            {
                throw new ArgumentException($"One ranking has '{ids[i]}' where the other has '{other.Matrix.Ids[i]}'; expected the same candidates.", nameof(other));
            }

            x[i] = reference.GroupAt(reference.At(i).Position);
            y[i] = other.GroupAt(other.At(i).Position);
        }

        return Make(Column.AverageRanks(x), Column.AverageRanks(y));
    }

    /// <summary>Compares two lists of ranks, which are used as given.</summary>
    /// <param name="reference">The rank of each candidate in the reference, 1 for the best.</param>
    /// <param name="other">The rank of each in the other ranking.</param>
    /// <returns>The agreement.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, have fewer than 2 ranks, or one that is not from 1 to their number.</exception>
    public static RankAgreement Of(IReadOnlyList<double> reference, IReadOnlyList<double> other)
    {
        Guard.Against.Null(reference);
        Guard.Against.Null(other);
        return reference.Count == other.Count
            ? Make([.. reference], [.. other])
            : throw new ArgumentException($"The lists have {reference.Count} and {other.Count} ranks; expected as many.", nameof(other));
    }

    private static RankAgreement Make(double[] x, double[] y)
    {
        int n = x.Length;
        if (n < 2)
        {
            throw new ArgumentException($"There is {n} rank; expected two or more to compare.", nameof(x));
        }

        double weighted = 0d;
        double ws = 0d;
        for (int i = 0; i < n; i++)
        {
            if (!(x[i] >= 1d && x[i] <= n && y[i] >= 1d && y[i] <= n))
            {
                throw new ArgumentException($"The ranks of one candidate are {MatrixError.Format(x[i])} and {MatrixError.Format(y[i])}; expected 1 to {n}.", nameof(x));
            }

            double off = x[i] - y[i];
            weighted += off * off * ((n - x[i] + 1d) + (n - y[i] + 1d));
            ws += Halved(x[i]) * Math.Abs(off) / Math.Max(x[i] - 1d, n - x[i]);
        }

        double count = n;
        double whole = ((count * count * count * count) + (count * count * count)) - (count * count) - count;
        return new RankAgreement(n, Correlate(Column.AverageRanks(x), Column.AverageRanks(y)), Kendall.TauB(x, y), 1d - (6d * weighted / whole), 1d - ws);
    }

    /// <summary>2 to the power of minus a rank: exact for whole ranks, one square root more for halves.</summary>
    private static double Halved(double rank)
    {
        double twice = rank * 2d;
        if (twice != Math.Floor(twice))
        {
            return Math.Pow(2d, -rank);
        }

        double power = 1d;
        for (int i = 0; i < (int)Math.Floor(rank) && power > 0d; i++)
        {
            power /= 2d;
        }

        return rank == Math.Floor(rank) ? power : power * Math.Sqrt(0.5);
    }

    private static double? Correlate(double[] x, double[] y)
    {
        double mean = (x.Length + 1) / 2d;
        double both = 0d;
        double xs = 0d;
        double ys = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            both += (x[i] - mean) * (y[i] - mean);
            xs += (x[i] - mean) * (x[i] - mean);
            ys += (y[i] - mean) * (y[i] - mean);
        }

        return xs == 0d || ys == 0d ? null : Math.Min(1d, Math.Max(-1d, both / Math.Sqrt(xs * ys)));
    }
}
