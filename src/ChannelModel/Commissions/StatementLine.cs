using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>One signed line of a statement.</summary>
/// <remarks>
/// Amounts of tiers are cut to 6 decimals; the rounding line takes what is left, so that the lines add up to the total exactly. Equality is by
/// reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class StatementLine
{
    internal StatementLine(string id, LineKind kind, BigInteger millionths, Currency currency)
    {
        Id = id;
        Kind = kind;
        Millionths = millionths;
        Amount = Money.OfMillionths(millionths, currency);
    }

    /// <summary>Gets an id that is the same in every run and once in a statement, such as <c>pay-1/tier-2</c>.</summary>
    public string Id { get; }

    /// <summary>Gets what the line is.</summary>
    public LineKind Kind { get; }

    /// <summary>Gets the signed amount.</summary>
    public Money Amount { get; }

    /// <summary>Gets the component, or <see langword="null"/> for a line about the whole.</summary>
    public string? Component { get; internal set; }

    /// <summary>Gets the record, for plans that rate each by itself.</summary>
    public string? Record { get; internal set; }

    /// <summary>Gets the number of the tier, from 1; 0 for none.</summary>
    public int Tier { get; internal set; }

    /// <summary>Gets the lower edge of the tier, in the selector's unit (rates in percent).</summary>
    public decimal? From { get; internal set; }

    /// <summary>Gets the upper edge of the tier; <see langword="null"/> where it is open.</summary>
    public decimal? To { get; internal set; }

    /// <summary>Gets what is paid on: an amount, a number of units or of blocks, cut to 10 decimals.</summary>
    public decimal? Portion => PerShown > 0 ? Cut(new Ratio(Units.Numerator, Units.Denominator * PerShown), 10) : null;

    /// <summary>Gets the rate, price or factor as text, such as <c>5%</c>, <c>1.4 each</c>, <c>40/2000</c>.</summary>
    public string? Rate { get; internal set; }

    /// <summary>Gets a value indicating whether the line takes off what was earned before the period.</summary>
    public bool IsPrior { get; internal set; }

    /// <summary>Gets more about the line, such as the basis of a gate.</summary>
    public LocalText? Note { get; internal set; }

    /// <summary>Gets the amount in millionths, which sums need more often than the amount.</summary>
    internal BigInteger Millionths { get; }

    /// <summary>Gets or sets a value indicating whether the line mirrors a value below 0: what the same value above 0 pays, taken back.</summary>
    internal bool IsMirrored { get; set; }

    /// <summary>Gets or sets exact factors behind a tier's amount: millionths per unit, and signed units.</summary>
    internal Ratio Slope { get; set; }

    internal Ratio Units { get; set; }

    /// <summary>Gets or sets how many units one of what is shown has; 0 for lines that have no portion.</summary>
    internal long PerShown { get; set; }

    /// <summary>Gets or sets the numbers that any other line is made from; which they are depends on its kind (see <see cref="StatementArithmetic"/>).</summary>
    internal IReadOnlyList<Ratio> Operands { get; set; } = [];

    /// <summary>Returns the line as a sentence without its amount.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text.</returns>
    public string Text(Language language) => StatementText.Of(this, language);

    internal StatementLine AsPrior() => new("prior/" + Id, Kind, -Millionths, Amount.Currency)
    {
        Component = Component,
        Record = Record,
        Tier = Tier,
        From = From,
        To = To,
        Rate = Rate,
        IsPrior = true,
        IsMirrored = IsMirrored,
        Note = Note,
        Slope = Slope,
        Units = Units,
        PerShown = PerShown,
        Operands = Operands,
    };

    /// <summary>As a person reads it, cut; a question mark beyond the range of decimals.</summary>
    internal static string Shown(Ratio value, int scale) => Cut(value, scale) is decimal number ? Number(number) : "?";

    internal static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    internal static decimal? Cut(Ratio value, int scale)
    {
        BigInteger units = Exact.Divide(value.Numerator * BigInteger.Pow(10, scale), value.Denominator, RoundingMode.TowardZero);
        return BigInteger.Abs(units) <= (BigInteger)decimal.MaxValue ? Exact.Canonical(Exact.ToDecimal(units, scale)) : null;
    }
}
