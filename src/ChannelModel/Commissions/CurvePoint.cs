using System;

namespace ChannelModel.Commissions;

/// <summary>A point of a payout curve: this value pays this amount.</summary>
/// <remarks>Equality is by both numbers. Immutable, hence safe for use by several threads.</remarks>
public sealed class CurvePoint : IEquatable<CurvePoint>
{
    /// <summary>Initializes a new instance of the <see cref="CurvePoint"/> class.</summary>
    /// <param name="value">In the unit of the basis (rates in percent).</param>
    /// <param name="payout">In the plan's currency.</param>
    public CurvePoint(decimal value, decimal payout)
    {
        Value = value;
        Payout = payout;
    }

    /// <summary>Gets the value, in the unit of the basis (rates in percent).</summary>
    public decimal Value { get; }

    /// <summary>Gets the payout, in the plan's currency.</summary>
    public decimal Payout { get; }

    /// <summary>Compares value and payout.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(CurvePoint? left, CurvePoint? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares value and payout.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CurvePoint? left, CurvePoint? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(CurvePoint? other) => other is not null && Value == other.Value && Payout == other.Payout;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CurvePoint);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
