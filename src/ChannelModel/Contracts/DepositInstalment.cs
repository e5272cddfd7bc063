using System;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A part of a deposit and the day by which it is paid, that day included.</summary>
/// <remarks>Equality is by both properties. Immutable, hence safe for use by several threads.</remarks>
public sealed class DepositInstalment : IEquatable<DepositInstalment>
{
    /// <summary>Initializes a new instance of the <see cref="DepositInstalment"/> class.</summary>
    /// <param name="dueOn">The last day on which it is in time.</param>
    /// <param name="share">The share of the deposit, above 0 % and at most 100 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public DepositInstalment(LocalDate dueOn, Rate share)
    {
        DueOn = dueOn;
        Share = share.IsShare && !share.IsZero ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "Expected above 0 % and at most 100 %.");
    }

    /// <summary>Gets the last day on which it is in time.</summary>
    public LocalDate DueOn { get; }

    /// <summary>Gets the share of the deposit.</summary>
    public Rate Share { get; }

    /// <summary>Compares both properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(DepositInstalment? left, DepositInstalment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares both properties.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DepositInstalment? left, DepositInstalment? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(DepositInstalment? other) => other is not null && DueOn == other.DueOn && Share == other.Share;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DepositInstalment);

    /// <inheritdoc/>
    public override int GetHashCode() => DueOn.GetHashCode();
}
