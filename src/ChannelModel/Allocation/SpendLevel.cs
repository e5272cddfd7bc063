using System;
using System.Runtime.InteropServices;

namespace ChannelModel.Allocation;

/// <summary>One of the levels at which a line can be run: what it costs, and what it brings.</summary>
/// <remarks>
/// <para>Range: a spend of 0 or more, any response. Equality is by both; there is no ordering. <c>default</c> costs and brings nothing, in no currency.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct SpendLevel : IEquatable<SpendLevel>
{
    /// <summary>Initializes a new instance of the <see cref="SpendLevel"/> struct.</summary>
    /// <param name="spend">What it costs; 0 or more.</param>
    /// <param name="response">What it brings.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative.</exception>
    public SpendLevel(Money spend, decimal response)
    {
        Spend = spend.IsNegative ? throw new ArgumentOutOfRangeException(nameof(spend), spend, "Expected an amount of 0 or more.") : spend;
        Response = response;
    }

    /// <summary>Gets what it costs.</summary>
    public Money Spend { get; }

    /// <summary>Gets what it brings.</summary>
    public decimal Response { get; }

    /// <summary>Compares spend and response.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(SpendLevel left, SpendLevel right) => left.Equals(right);

    /// <summary>Compares spend and response.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SpendLevel left, SpendLevel right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SpendLevel other) => Spend == other.Spend && Response == other.Response;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SpendLevel other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Spend.GetHashCode() * 397) ^ Response.GetHashCode());

    /// <summary>Returns spend and response.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Spend}: {Response}");
}
