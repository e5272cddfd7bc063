using System;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>How a rate from a small sample is moved before it is scored, so that 3 orders at 100 % do not beat 3 000 at 97 %.</summary>
/// <remarks>
/// <para>
/// Range: Wilson with z from 0.01 to 10; Beta with a prior rate of 0 % to 100 % and a strength above 0, at most 10^9. Wilson takes the end of the interval that
/// gives fewer points: the lower end where the curve never falls, the upper end where it never rises (E. B. Wilson, 1927). Beta is
/// (rate x n + prior x strength) / (n + strength). Both come nearer to the rate as the sample grows, up to the last bits of a double.
/// </para>
/// <para>Equality is by kind and numbers; there is no ordering. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Shrinkage : IEquatable<Shrinkage>
{
    private Shrinkage(ShrinkageKind kind, decimal strength, Rate prior)
    {
        Kind = kind;
        Strength = Exact.Canonical(strength);
        Prior = prior;
    }

    /// <summary>Gets the kind.</summary>
    public ShrinkageKind Kind { get; }

    /// <summary>Gets z of a Wilson interval, or how many observations the prior rate is worth.</summary>
    public decimal Strength { get; }

    /// <summary>Gets the prior rate of a Beta prior; 0 % for Wilson.</summary>
    public Rate Prior { get; }

    /// <summary>Compares two ways.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(Shrinkage? left, Shrinkage? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two ways.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Shrinkage? left, Shrinkage? right) => !(left == right);

    /// <summary>Makes the cautious end of a Wilson interval.</summary>
    /// <param name="z">How many standard errors wide: 1.96 for 95 % on both sides, 1.645 for 95 % on one.</param>
    /// <returns>The way.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is outside 0.01 to 10.</exception>
    public static Shrinkage Wilson(decimal z = 1.96m) => z is >= 0.01m and <= 10m
        ? new Shrinkage(ShrinkageKind.Wilson, z, Rate.Zero)
        : throw new ArgumentOutOfRangeException(nameof(z), z, "Expected 0.01 to 10 standard errors.");

    /// <summary>Makes a Beta prior.</summary>
    /// <param name="prior">The rate without any evidence, such as the average of all partners.</param>
    /// <param name="strength">How many observations the prior is worth.</param>
    /// <returns>The way.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="prior"/> is no share, or <paramref name="strength"/> is not above 0 and at most 10^9.</exception>
    public static Shrinkage Beta(Rate prior, decimal strength)
    {
        if (!prior.IsShare)
        {
            throw new ArgumentOutOfRangeException(nameof(prior), prior, "Expected a rate from 0% to 100%.");
        }

        return strength is > 0m and <= 1_000_000_000m
            ? new Shrinkage(ShrinkageKind.Beta, strength, prior)
            : throw new ArgumentOutOfRangeException(nameof(strength), strength, "Expected a strength above 0 and at most 1000000000.");
    }

    /// <summary>Moves a rate.</summary>
    /// <param name="rate">The observed rate, 0 % to 100 %.</param>
    /// <param name="sample">How many observations, at least 1.</param>
    /// <param name="higherIsBetter">Whether Wilson takes the lower end.</param>
    /// <returns>The moved rate, rounded to 10 decimals.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is no share, or <paramref name="sample"/> is below 1.</exception>
    public Rate Apply(Rate rate, long sample, bool higherIsBetter = true)
    {
        if (!rate.IsShare)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Expected a rate from 0% to 100%.");
        }

        if (sample < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(sample), sample, "Expected at least one observation.");
        }

        double percent = Compile(higherIsBetter).Apply(Real.Of(rate.ToPercent()), sample);
        long units = CompiledScorecard.Round(Math.Min(100d, Math.Max(0d, percent)) * 1e8);
        return Rate.OfTenBillionths(units);
    }

    /// <inheritdoc/>
    public bool Equals(Shrinkage? other) => other is not null && Kind == other.Kind && Strength == other.Strength && Prior == other.Prior;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shrinkage);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Strength.GetHashCode();

    /// <summary>Returns the way in words, such as <c>wilson 1.96</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind == ShrinkageKind.Wilson
        ? "wilson " + Exact.Format(Strength, 0, string.Empty)
        : $"beta {Prior} x {Exact.Format(Strength, 0, string.Empty)}";

    internal CompiledShrinkage Compile(bool higherIsBetter) => Kind == ShrinkageKind.Wilson
        ? CompiledShrinkage.Wilson(Real.Of(Strength), higherIsBetter)
        : CompiledShrinkage.Beta(Real.Of(Prior.ToFraction()), Real.Of(Strength));
}
