using System;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>An exchange rate as a fact: so many units of one currency for one of another, on a date, from a source.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ExchangeRate
{
    /// <summary>Initializes a new instance of the <see cref="ExchangeRate"/> class.</summary>
    /// <param name="from">The currency of the document.</param>
    /// <param name="to">The currency of the plan.</param>
    /// <param name="fromPerTo">How many units of <paramref name="from"/> are one unit of <paramref name="to"/>; above 0.</param>
    /// <param name="date">The date of the rate.</param>
    /// <param name="source">Who published it.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty, or the currencies are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fromPerTo"/> is not above 0.</exception>
    public ExchangeRate(Currency from, Currency to, decimal fromPerTo, LocalDate date, string source)
    {
        if (from == to)
        {
            throw new ArgumentException($"A rate is between two currencies, not {from} and {to}.", nameof(to));
        }

        if (fromPerTo <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(fromPerTo), fromPerTo, "Expected a rate above 0.");
        }

        From = from;
        To = to;
        FromPerTo = fromPerTo;
        Date = date;
        Source = Guard.Against.NullOrWhiteSpace(source);
    }

    /// <summary>Gets the currency of the document.</summary>
    public Currency From { get; }

    /// <summary>Gets the currency of the plan.</summary>
    public Currency To { get; }

    /// <summary>Gets how many units of <see cref="From"/> are one unit of <see cref="To"/>.</summary>
    public decimal FromPerTo { get; }

    /// <summary>Gets the date of the rate.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets who published it.</summary>
    public string Source { get; }

    /// <summary>Converts an amount and rounds once.</summary>
    /// <param name="amount">In <see cref="From"/>.</param>
    /// <param name="rounding">Applied to the exact quotient.</param>
    /// <returns>The amount in <see cref="To"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="amount"/> has another currency.</exception>
    public Money Convert(Money amount, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return amount.Currency == From
            ? Money.Of(amount.Amount, To).Divide(FromPerTo, rounding)
            : throw new ArgumentException($"{amount} is not in {From}.", nameof(amount));
    }

    /// <summary>Returns the rate with date and source.</summary>
    /// <returns>Such as <c>7.1 CNY per USD on 2025-02-28 (central bank)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{FromPerTo} {From.Code} per {To.Code} on {Date:uuuu-MM-dd} ({Source})");
}
