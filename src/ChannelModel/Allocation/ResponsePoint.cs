using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ChannelModel.Allocation;

/// <summary>A point of a piecewise-linear response: what is spent, and what comes back for it.</summary>
/// <remarks>
/// <para>Range: both finite, the spend 0 or more; in units of the currency and of the response.</para>
/// <para>Equality is by both numbers; there is no ordering. <c>default</c> is the origin.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct ResponsePoint : IEquatable<ResponsePoint>
{
    /// <summary>Initializes a new instance of the <see cref="ResponsePoint"/> struct.</summary>
    /// <param name="spend">What is spent, in units of the currency; finite, 0 or more.</param>
    /// <param name="response">What comes back; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the spend is negative.</exception>
    public ResponsePoint(double spend, double response)
    {
        Spend = ResponseCurve.Checked(spend, nameof(spend), zeroAllowed: true);
        Response = double.IsNaN(response) || double.IsInfinity(response)
            ? throw new ArgumentOutOfRangeException(nameof(response), response, "Expected a finite number.")
            : response;
    }

    /// <summary>Gets what is spent, in units of the currency.</summary>
    public double Spend { get; }

    /// <summary>Gets what comes back, in the unit of the response.</summary>
    public double Response { get; }

    /// <summary>Compares both numbers.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(ResponsePoint left, ResponsePoint right) => left.Equals(right);

    /// <summary>Compares both numbers.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ResponsePoint left, ResponsePoint right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ResponsePoint other) => Spend.Equals(other.Spend) && Response.Equals(other.Response);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ResponsePoint other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Spend.GetHashCode() * 397) ^ Response.GetHashCode());

    /// <summary>Returns spend and response, the same in every culture.</summary>
    /// <returns>Such as <c>(100, 42.5)</c>.</returns>
    public override string ToString() => $"({Spend.ToString("R", CultureInfo.InvariantCulture)}, {Response.ToString("R", CultureInfo.InvariantCulture)})";
}
