using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>How the scores of several periods become one. A period without a score is not scored: it is left out, never 0 and never 100.</summary>
/// <remarks>
/// <para>
/// Range: a linear decay over 1 to 1 000 periods, in which the period of age k weighs (n - k) / n, the newest having age 0; stated weights by age; or exponential smoothing, old x (1 - a) + new x a,
/// which starts with the oldest score. A period without a score keeps its place in age under the first two, and changes nothing under the third. With no scored period of
/// a weight above 0 there is no total.
/// </para>
/// <para>Equality is by kind and numbers; there is no ordering. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PeriodPolicy : IEquatable<PeriodPolicy>
{
    private PeriodPolicy(PeriodPolicyKind kind, int window, decimal alpha, decimal[] weights)
    {
        Kind = kind;
        Window = window;
        Alpha = Exact.Canonical(alpha);
        Weights = [.. weights.Select(Exact.Canonical)];
    }

    /// <summary>Gets the kind.</summary>
    public PeriodPolicyKind Kind { get; }

    /// <summary>Gets after how many periods a score no longer counts, for a decay; else 0.</summary>
    public int Window { get; }

    /// <summary>Gets the share of the new score, for smoothing; else 0.</summary>
    public decimal Alpha { get; }

    /// <summary>Gets the weights by age, the newest first; empty for the other kinds.</summary>
    public IReadOnlyList<decimal> Weights { get; }

    /// <summary>Compares two policies.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(PeriodPolicy? left, PeriodPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two policies.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PeriodPolicy? left, PeriodPolicy? right) => !(left == right);

    /// <summary>Makes a linear decay.</summary>
    /// <param name="periods">How many periods count; the oldest of 12 weighs a twelfth of the newest.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is outside 1 to 1 000.</exception>
    public static PeriodPolicy Decay(int periods) => periods is >= 1 and <= 1000
        ? new PeriodPolicy(PeriodPolicyKind.Decay, periods, 0m, [])
        : throw new ArgumentOutOfRangeException(nameof(periods), periods, "Expected 1 to 1000 periods.");

    /// <summary>Makes exponential smoothing.</summary>
    /// <param name="alpha">The share of the new score, above 0 and at most 1, at most 6 decimals.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is outside the range.</exception>
    public static PeriodPolicy Smoothing(decimal alpha) => alpha is > 0m and <= 1m && Exact.Scale(alpha) <= 6
        ? new PeriodPolicy(PeriodPolicyKind.Smoothing, 0, alpha, [])
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a share above 0 and at most 1 with at most 6 decimals.");

    /// <summary>Makes weights by age; equal ones give the plain mean of the latest periods.</summary>
    /// <param name="weights">The newest first; 0 or more with at most 9 decimals, not all 0, 1 to 1 000 of them. Older periods do not count.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is outside 0 to 10^9, or there are too many.</exception>
    public static PeriodPolicy Weighted(params decimal[] weights)
    {
        Guard.Against.Null(weights);
        return weights.Length is >= 1 and <= 1000 && weights.All(weight => weight is >= 0m and <= 1_000_000_000m && Exact.Scale(weight) <= 9) && weights.Any(weight => weight > 0m)
            ? new PeriodPolicy(PeriodPolicyKind.Weights, 0, 0m, weights)
            : throw new ArgumentException($"The weights {string.Join(", ", weights.Select(weight => Exact.Format(weight, 0, string.Empty)))} are not legal; expected 1 to 1000 weights of 0 to 10^9 with at most 9 decimals, one of them above 0.", nameof(weights));
    }

    /// <summary>Makes one score of several.</summary>
    /// <param name="newestFirst">The scores, 0 to 100 with at most 7 decimals, the newest first; <see langword="null"/> for a period without a score. At most 1 000.</param>
    /// <param name="decimals">The decimals of the total, 0 to 7; rounded once, a half away from zero.</param>
    /// <returns>The total with its parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="newestFirst"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score or <paramref name="decimals"/> is outside its range, or there are too many periods.</exception>
    public PeriodTotal Total(IReadOnlyList<decimal?> newestFirst, int decimals = 1)
    {
        Guard.Against.Null(newestFirst);
        if (decimals is < 0 or > 7)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Expected 0 to 7 decimals.");
        }

        if (newestFirst.Count > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(newestFirst), newestFirst.Count, "Expected at most 1000 periods.");
        }

        foreach (decimal? score in newestFirst)
        {
            if (score is < 0m or > 100m || (score is decimal known && Exact.Scale(known) > 7))
            {
                throw new ArgumentOutOfRangeException(nameof(newestFirst), score, "Expected scores from 0 to 100 with at most 7 decimals.");
            }
        }

        BigInteger[] weights = WeightsOf(newestFirst);
        BigInteger sum = BigInteger.Zero;
        BigInteger counted = BigInteger.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Units(newestFirst[i] ?? 0m);
            counted += weights[i];
        }

        decimal? total = counted.IsZero
            ? null
            : Exact.Canonical(Exact.ToDecimal(Exact.Divide(sum, counted * BigInteger.Pow(10, 7 - decimals), RoundingMode.HalfAwayFromZero), decimals));
        return new PeriodTotal(total, newestFirst, [.. weights.Select(weight => counted.IsZero ? Rate.Zero : Rate.OfTenBillionths((long)Exact.Divide(weight * 10_000_000_000, counted, RoundingMode.HalfEven)))]);
    }

    /// <inheritdoc/>
    public bool Equals(PeriodPolicy? other) => other is not null && Kind == other.Kind && Window == other.Window && Alpha == other.Alpha && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PeriodPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Window ^ Alpha.GetHashCode();

    /// <summary>Returns the policy in words, such as <c>decay over 12 periods</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        PeriodPolicyKind.Decay => $"decay over {Window} periods",
        PeriodPolicyKind.Smoothing => "smoothing " + Exact.Format(Alpha, 0, string.Empty),
        _ => "weights " + string.Join(", ", Weights.Select(weight => Exact.Format(weight, 0, string.Empty))),
    };

    private static BigInteger Units(decimal score) => Exact.ToUnits(score, 7);

    /// <summary>Whole numbers in the proportion of the weights; 0 for a period without a score. Smoothing too is a weighted mean: a x (1 - a)^k, the oldest with what is left.</summary>
    private BigInteger[] WeightsOf(IReadOnlyList<decimal?> scores)
    {
        var weights = new BigInteger[scores.Count];
        if (Kind != PeriodPolicyKind.Smoothing)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                bool counts = scores[i] is not null;
                weights[i] = !counts ? BigInteger.Zero
                    : Kind == PeriodPolicyKind.Decay ? Math.Max(0, Window - i)
                    : i < Weights.Count ? Exact.ToUnits(Weights[i], 9) : BigInteger.Zero;
            }

            return weights;
        }

        int[] scored = [.. Enumerable.Range(0, scores.Count).Where(i => scores[i] is not null)];
        BigInteger one = BigInteger.Pow(10, 6);
        BigInteger share = Exact.ToUnits(Alpha, 6);
        for (int k = 0; k < scored.Length; k++)
        {
            // In whole multiples of 10^(-6 x (scored - 1)): only the oldest has no share of its own taken off.
            bool oldest = k == scored.Length - 1;
            weights[scored[k]] = BigInteger.Pow(one - share, k) * (oldest ? BigInteger.One : share * BigInteger.Pow(one, scored.Length - 2 - k));
        }

        return weights;
    }
}
