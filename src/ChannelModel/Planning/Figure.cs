using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Planning;

/// <summary>A figure with its unit, as a plan states it or an audit derives it.</summary>
/// <remarks>
/// <para>Range: that of its kind. The value is exact; only <see cref="ToText(Language)"/> rounds, for reading.</para>
/// <para>Equality is by kind and value; there is no ordering, since kinds differ. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Figure : IEquatable<Figure>
{
    private Figure(FigureKind kind, decimal value, Currency currency, LocalText? words)
    {
        Kind = kind;
        Value = Exact.Canonical(value);
        Currency = currency;
        Words = words;
    }

    /// <summary>Gets what the figure is measured in.</summary>
    public FigureKind Kind { get; }

    /// <summary>Gets the number: an amount, percent (5 for 5 %), percentage points, a count; 0 for words.</summary>
    public decimal Value { get; }

    /// <summary>Gets the currency of an amount; XXX for every other kind.</summary>
    public Currency Currency { get; }

    /// <summary>Gets the words of a figure without a number.</summary>
    public LocalText? Words { get; }

    /// <summary>Compares kind and value.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Figure? left, Figure? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares kind and value.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Figure? left, Figure? right) => !(left == right);

    /// <summary>Makes a figure of money.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The figure.</returns>
    public static Figure Of(Money amount) => new(FigureKind.Money, amount.Amount, amount.Currency, null);

    /// <summary>Makes a percentage.</summary>
    /// <param name="rate">The rate.</param>
    /// <returns>The figure.</returns>
    public static Figure Of(Rate rate) => new(FigureKind.Percent, rate.ToPercent(), default, null);

    /// <summary>Makes a difference of two percentages.</summary>
    /// <param name="difference">The difference: 5 % for five points.</param>
    /// <returns>The figure.</returns>
    public static Figure Points(Rate difference) => new(FigureKind.Points, difference.ToPercent(), default, null);

    /// <summary>Makes a number of things.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The figure.</returns>
    public static Figure Count(decimal count) => new(FigureKind.Count, count, default, null);

    /// <summary>Makes a plain ratio or score.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The figure.</returns>
    public static Figure Number(decimal number) => new(FigureKind.Number, number, default, null);

    /// <summary>Makes a number of days.</summary>
    /// <param name="days">How many.</param>
    /// <returns>The figure.</returns>
    public static Figure Days(int days) => new(FigureKind.Days, days, default, null);

    /// <summary>Makes a figure of words.</summary>
    /// <param name="words">What is stated in place of a number.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is <see langword="null"/>.</exception>
    public static Figure Of(LocalText words) => new(FigureKind.Words, 0m, default, Guard.Against.Null(words));

    /// <summary>Returns left - right, for figures of one kind.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, which is taken away.</param>
    /// <returns>The difference; of two percentages in points; <see langword="null"/> where the kinds or currencies differ, or there are only words.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The difference is outside the range of its kind.</exception>
    public static Figure? Difference(Figure left, Figure right)
    {
        Guard.Against.Null(left);
        Guard.Against.Null(right);
        if (left.Kind != right.Kind || left.Currency != right.Currency || left.Kind == FigureKind.Words)
        {
            return null;
        }

        // Amounts are subtracted as money: exact, or an overflow.
        return left.Kind == FigureKind.Money
            ? Of(Money.Of(left.Value, left.Currency) - Money.Of(right.Value, right.Currency))
            : new Figure(left.Kind == FigureKind.Percent ? FigureKind.Points : left.Kind, left.Value - right.Value, left.Currency, null);
    }

    /// <summary>Returns the figure as a person reads it.</summary>
    /// <param name="language">The language of units and words.</param>
    /// <returns>
    /// Such as <c>24 000 000 CNY</c>, <c>229.50 CNY</c>, <c>95.83%</c>, <c>-4.47 points</c>; percentages and points are rounded to two decimals, counts and numbers to four, a half away
    /// from zero; money is not rounded.
    /// </returns>
    public string ToText(Language language)
    {
        bool chinese = language == Language.SimplifiedChinese;
        return Kind switch
        {
            FigureKind.Money => Amount() + " " + Currency.Code,
            FigureKind.Percent => Rounded(2) + "%",
            FigureKind.Points => Rounded(2) + (chinese ? "个百分点" : " points"),
            FigureKind.Days => Rounded(0) + (chinese ? "天" : " days"),
            FigureKind.Words => Words!.In(language),
            _ => Rounded(4),
        };
    }

    /// <inheritdoc/>
    public bool Equals(Figure? other) =>
        other is not null && Kind == other.Kind && Value == other.Value && Currency == other.Currency && Words == other.Words;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Figure);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((int)Kind * 397) ^ Value.GetHashCode());

    /// <summary>Returns the figure in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(Language.English);

    /// <summary>Refuses what a plan does not state: words, days, differences in points, and counts that are negative or not whole.</summary>
    internal Figure Stated(string parameter) => Kind is FigureKind.Words or FigureKind.Points or FigureKind.Days
        ? throw new ArgumentException($"The figure {this} is {(Kind == FigureKind.Words ? "words" : Kind == FigureKind.Points ? "a difference in points" : "in days")}; expected a percentage, an amount, a count or a number.", parameter)
        : Kind == FigureKind.Count && (Value < 0m || Value > long.MaxValue || Exact.Scale(Value) > 0)
            ? throw new ArgumentException($"The count {this} is not whole or below 0; expected 0, 1, 2 and so on.", parameter)
            : this;

    private string Amount() =>
        Exact.Format(Value, Exact.Scale(Value) == 0 ? 0 : Currency.MinorUnits ?? 0, " ");

    private string Rounded(int decimals) =>
        Exact.Format(Exact.Round(Value, decimals, RoundingMode.HalfAwayFromZero), 0, " ");
}
