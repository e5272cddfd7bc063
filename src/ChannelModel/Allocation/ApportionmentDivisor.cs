using System;

namespace ChannelModel.Allocation;

/// <summary>A divisor of an apportionment, exactly: a fraction, or by Huntington and Hill the square root of one.</summary>
/// <remarks>
/// <para>Range: 0 or more. Equality is by value; there is no ordering. <c>default</c> is 0.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public readonly struct ApportionmentDivisor : IEquatable<ApportionmentDivisor>
{
    internal ApportionmentDivisor(Fraction value, int power)
    {
        Square = power == 2 ? value : Fraction.Of(value.Numerator * value.Numerator, value.Denominator * value.Denominator);
        Value = power == 2 ? null : value;
    }

    /// <summary>Gets the divisor times itself.</summary>
    public Fraction Square { get; }

    /// <summary>Gets the divisor; <see langword="null"/> where it is kept as a square root.</summary>
    public Fraction? Value { get; }

    /// <summary>Compares two divisors.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(ApportionmentDivisor left, ApportionmentDivisor right) => left.Equals(right);

    /// <summary>Compares two divisors.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ApportionmentDivisor left, ApportionmentDivisor right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ApportionmentDivisor other) => Square == other.Square;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ApportionmentDivisor other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Square.GetHashCode();

    /// <summary>Returns the fraction, or <c>sqrt(...)</c> around one.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value is Fraction value ? value.ToString() : $"sqrt({Square})";
}
