using System;
using ChannelModel.Internal;

namespace ChannelModel.Planning;

/// <summary>The selling space of an initiative: so many stores of so many square metres.</summary>
/// <remarks>
/// <para>Range: at least one store; the area of each is above 0, at most 10^9.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Space
{
    /// <summary>Initializes a new instance of the <see cref="Space"/> class.</summary>
    /// <param name="stores">The number of stores, 1 or more.</param>
    /// <param name="squareMetresEach">The area of each in square metres, above 0 to 10^9, with at most 6 decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public Space(int stores, decimal squareMetresEach)
    {
        Stores = stores >= 1 ? stores : throw new ArgumentOutOfRangeException(nameof(stores), stores, "Expected at least one store.");
        SquareMetresEach = squareMetresEach is > 0m and <= 1_000_000_000m && Exact.Scale(squareMetresEach) <= 6
            ? Exact.Canonical(squareMetresEach)
            : throw new ArgumentOutOfRangeException(nameof(squareMetresEach), squareMetresEach, "Expected an area above 0, up to 1000000000 square metres, with at most 6 decimals.");
    }

    /// <summary>Gets the number of stores.</summary>
    public int Stores { get; }

    /// <summary>Gets the area of each store in square metres.</summary>
    public decimal SquareMetresEach { get; }

    /// <summary>Gets the area of all stores in square metres.</summary>
    public decimal SquareMetres => Stores * SquareMetresEach;
}
