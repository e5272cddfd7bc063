using System;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Contracts;

/// <summary>How a commitment is measured, and how far a report may be off.</summary>
/// <remarks>
/// <para>Tolerances are shares of the third party's value; a difference of exactly the tolerance is within it. Where the third party has 0, any report above 0 is beyond every tolerance.</para>
/// <para>Equality is by all properties. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Measurement : IEquatable<Measurement>
{
    private Measurement(MeasurementSource source, Rate tolerance, Rate falsifiedAbove)
    {
        Source = source;
        Tolerance = tolerance;
        FalsifiedAbove = falsifiedAbove;
    }

    /// <summary>Gets the partner's report alone.</summary>
    public static Measurement Reported { get; } = new(MeasurementSource.Reported, Rate.Zero, Rate.Zero);

    /// <summary>Gets a third party's measurement alone.</summary>
    public static Measurement ThirdParty { get; } = new(MeasurementSource.ThirdParty, Rate.Zero, Rate.Zero);

    /// <summary>Gets whose reading counts.</summary>
    public MeasurementSource Source { get; }

    /// <summary>Gets the share by which report and measurement may differ and still agree.</summary>
    public Rate Tolerance { get; }

    /// <summary>Gets the share above which a report that favours the partner is falsified.</summary>
    public Rate FalsifiedAbove { get; }

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Measurement? left, Measurement? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Measurement? left, Measurement? right) => !(left == right);

    /// <summary>Asks for both, and compares them.</summary>
    /// <param name="tolerance">The share of the measured value by which they may differ and still agree; 0 % or more.</param>
    /// <param name="falsifiedAbove">The share above which a report that favours the partner is falsified; not below the tolerance.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    public static Measurement Both(Rate tolerance, Rate falsifiedAbove) => tolerance.IsNegative || falsifiedAbove < tolerance
        ? throw new ArgumentOutOfRangeException(nameof(falsifiedAbove), falsifiedAbove, $"Expected a tolerance of 0 % or more (got {tolerance}) and a falsification bound not below it.")
        : new Measurement(MeasurementSource.Both, tolerance, falsifiedAbove);

    /// <inheritdoc/>
    public bool Equals(Measurement? other) => other is not null && Source == other.Source && Tolerance == other.Tolerance && FalsifiedAbove == other.FalsifiedAbove;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Measurement);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Source * 397) ^ Tolerance.GetHashCode();

    /// <summary>Compares report and measurement by cross-multiplication, so that nothing is rounded.</summary>
    internal MeasurementVerdict Compare(decimal reported, decimal measured, CommitmentBound bound)
    {
        BigInteger report = Exact.ToUnits(reported, 8);
        BigInteger truth = Exact.ToUnits(measured, 8);
        BigInteger off = BigInteger.Abs(report - truth) * 10_000_000_000;
        BigInteger whole = BigInteger.Abs(truth);
        if (off <= whole * Tolerance.TenBillionths)
        {
            return MeasurementVerdict.Agrees;
        }

        bool favours = bound == CommitmentBound.AtLeast ? report > truth : report < truth;
        return !favours ? MeasurementVerdict.Understated
            : off > whole * FalsifiedAbove.TenBillionths ? MeasurementVerdict.Falsified
            : MeasurementVerdict.Overstated;
    }
}
