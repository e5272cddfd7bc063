using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>How an amount is rounded: a mode, and the number of decimals that remain.</summary>
/// <remarks>
/// <para>Range: nine modes; 0 to 6 decimals, or "the currency's own" (2 for CNY, 0 for JPY, 3 for KWD), which is what the ready-made ones use.</para>
/// <para>Equality is by mode and decimals; there is no ordering. There is no default value: rounding is always named.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Rounding : IEquatable<Rounding>
{
    private static readonly string[] Names =
    [
        "half-away-from-zero", "half-even", "half-toward-zero", "half-up", "half-down", "away-from-zero", "toward-zero", "ceiling", "floor",
    ];

    private Rounding(RoundingMode mode, int? scale)
    {
        Mode = mode;
        Scale = scale;
    }

    /// <summary>Gets nearest, a half away from zero, to the currency's decimals.</summary>
    public static Rounding HalfAwayFromZero { get; } = new(RoundingMode.HalfAwayFromZero, null);

    /// <summary>Gets nearest, a half to the even neighbour, to the currency's decimals.</summary>
    public static Rounding HalfEven { get; } = new(RoundingMode.HalfEven, null);

    /// <summary>Gets nearest, a half toward zero, to the currency's decimals.</summary>
    public static Rounding HalfTowardZero { get; } = new(RoundingMode.HalfTowardZero, null);

    /// <summary>Gets nearest, a half toward positive infinity, to the currency's decimals.</summary>
    public static Rounding HalfUp { get; } = new(RoundingMode.HalfUp, null);

    /// <summary>Gets nearest, a half toward negative infinity, to the currency's decimals.</summary>
    public static Rounding HalfDown { get; } = new(RoundingMode.HalfDown, null);

    /// <summary>Gets always away from zero, to the currency's decimals.</summary>
    public static Rounding AwayFromZero { get; } = new(RoundingMode.AwayFromZero, null);

    /// <summary>Gets cut off toward zero, to the currency's decimals.</summary>
    public static Rounding TowardZero { get; } = new(RoundingMode.TowardZero, null);

    /// <summary>Gets always toward positive infinity, to the currency's decimals.</summary>
    public static Rounding Ceiling { get; } = new(RoundingMode.Ceiling, null);

    /// <summary>Gets always toward negative infinity, to the currency's decimals.</summary>
    public static Rounding Floor { get; } = new(RoundingMode.Floor, null);

    /// <summary>Gets all nine ready-made policies.</summary>
    public static IReadOnlyList<Rounding> All { get; } =
        [HalfAwayFromZero, HalfEven, HalfTowardZero, HalfUp, HalfDown, AwayFromZero, TowardZero, Ceiling, Floor];

    /// <summary>Gets which neighbour is taken.</summary>
    public RoundingMode Mode { get; }

    /// <summary>Gets the number of decimals that remain, 0 to 6; <see langword="null"/> means the currency's own.</summary>
    public int? Scale { get; }

    /// <summary>Compares mode and decimals.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both round alike.</returns>
    public static bool operator ==(Rounding? left, Rounding? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares mode and decimals.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they round differently.</returns>
    public static bool operator !=(Rounding? left, Rounding? right) => !(left == right);

    /// <summary>Reads what <see cref="ToString"/> prints, such as <c>half-even</c> or <c>half-even/4</c>.</summary>
    /// <param name="text">The name of a mode in lower case, then for a fixed number of decimals a slash and one digit.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not such a name.</exception>
    public static Rounding Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out Rounding? rounding)
            ? rounding
            : throw new FormatException($"'{text}' is not a rounding; expected one of {string.Join(", ", Names)}, or one of them with /0 to /6 decimals.");
    }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    /// <param name="text">Such as <c>half-even</c> or <c>half-even/4</c>.</param>
    /// <param name="rounding">The policy, or <see langword="null"/>.</param>
    /// <returns>Whether <paramref name="text"/> names a policy.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Rounding? rounding)
    {
        rounding = null;
        if (text is null)
        {
            return false;
        }

        int slash = text.IndexOf('/');
        int mode = Array.IndexOf(Names, slash < 0 ? text : text.Substring(0, slash));
        if (mode < 0)
        {
            return false;
        }

        if (slash < 0)
        {
            rounding = All[mode];
            return true;
        }

        if (slash != text.Length - 2 || text[slash + 1] is < '0' or > '6')
        {
            return false;
        }

        rounding = new Rounding((RoundingMode)mode, text[slash + 1] - '0');
        return true;
    }

    /// <summary>Returns the same mode with a fixed number of decimals.</summary>
    /// <param name="scale">0 to 6, both included.</param>
    /// <returns>The policy; this one if nothing changes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is outside 0 to 6.</exception>
    public Rounding WithScale(int scale)
    {
        if (scale is < 0 or > Money.MaxScale)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected 0 to 6 decimals.");
        }

        return Scale == scale ? this : new Rounding(Mode, scale);
    }

    /// <summary>Returns the number of decimals for amounts of a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns><see cref="Scale"/> if it is fixed; else the currency's minor units; 6 for currencies without one.</returns>
    public int ScaleFor(Currency currency) => Scale ?? currency.MinorUnits ?? Money.MaxScale;

    /// <summary>Rounds a plain number.</summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="scale">The number of decimals that remain, 0 to 28; used instead of <see cref="Scale"/>.</param>
    /// <returns>The rounded number, without trailing zeros.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is outside 0 to 28.</exception>
    /// <exception cref="OverflowException">The rounded number carries beyond the range of a decimal.</exception>
    public decimal Round(decimal value, int scale)
    {
        if (scale is < 0 or > 28)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected 0 to 28 decimals.");
        }

        return Exact.Round(value, scale, Mode);
    }

    /// <inheritdoc/>
    public bool Equals(Rounding? other) => other is not null && Mode == other.Mode && Scale == other.Scale;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Rounding);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Mode * 8) + (Scale ?? 7);

    /// <summary>Returns the name, such as <c>half-even</c> or <c>half-even/4</c>.</summary>
    /// <returns>The name; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() =>
        Scale is int scale ? Names[(int)Mode] + "/" + scale.ToString(CultureInfo.InvariantCulture) : Names[(int)Mode];
}
