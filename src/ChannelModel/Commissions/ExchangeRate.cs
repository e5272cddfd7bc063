using System;
using Ardalis.GuardClauses;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Commissions;

/// <summary>An exchange rate as a fact: an amount of one currency and what it is in another, on a date, from a source.</summary>
/// <remarks>
/// Both amounts are kept as they were quoted, since the other way round a rate seldom has finitely many decimals. Equality is by reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class ExchangeRate
{
    private ExchangeRate(Money amount, Money equals, LocalDate date, string source)
    {
        Amount = amount;
        Equal = equals;
        Date = date;
        Source = source;
    }

    /// <summary>Gets the quoted amount in the currency of the document.</summary>
    public Money Amount { get; }

    /// <summary>Gets what <see cref="Amount"/> is in the currency of the plan.</summary>
    public Money Equal { get; }

    /// <summary>Gets the date of the rate.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets who published it.</summary>
    public string Source { get; }

    /// <summary>States a rate as it is quoted: 1 USD is 7.1 CNY, or 100 JPY are 4.85 CNY.</summary>
    /// <param name="amount">In the currency of the document, such as 1 USD; above 0.</param>
    /// <param name="equals">The same in the currency of the plan, such as 7.1 CNY; above 0.</param>
    /// <param name="date">The date of the rate.</param>
    /// <param name="source">Who published it.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty, or the currencies are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above 0.</exception>
    public static ExchangeRate Of(Money amount, Money equals, LocalDate date, string source)
    {
        if (amount.Currency == equals.Currency)
        {
            throw new ArgumentException($"A rate is between two currencies, not {amount.Currency} and {equals.Currency}.", nameof(equals));
        }

        return amount.Amount > 0m && equals.Amount > 0m
            ? new ExchangeRate(amount, equals, date, Guard.Against.NullOrWhiteSpace(source))
            : throw new ArgumentOutOfRangeException(amount.Amount > 0m ? nameof(equals) : nameof(amount), amount.Amount > 0m ? equals : amount, "Expected an amount above 0.");
    }

    /// <summary>Converts an amount and rounds once.</summary>
    /// <param name="document">In the currency of <see cref="Amount"/>.</param>
    /// <param name="rounding">Applied to the exact result, document x <see cref="Equal"/> / <see cref="Amount"/>.</param>
    /// <returns>The amount in the currency of <see cref="Equal"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="document"/> has another currency.</exception>
    /// <exception cref="OverflowException">The result is outside the range of money.</exception>
    public Money Convert(Money document, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return document.Currency == Amount.Currency
            ? Money.Of(document.Amount, Equal.Currency).MultiplyDivide(Equal.Amount, Amount.Amount, rounding)
            : throw new ArgumentException($"{document} is not in {Amount.Currency}.", nameof(document));
    }

    /// <summary>Returns the rate with date and source.</summary>
    /// <returns>Such as <c>1 USD = 7.1 CNY on 2025-02-28 (central bank)</c>.</returns>
    public override string ToString() => Words(Language.English);

    internal string Words(Language language)
    {
        string pair = $"{StatementLine.Number(Amount.Amount)} {Amount.Currency.Code} = {StatementLine.Number(Equal.Amount)} {Equal.Currency.Code}";
        string date = LocalDatePattern.Iso.Format(Date);
        return language == Language.SimplifiedChinese ? $"{pair}，{date}（{Source}）" : $"{pair} on {date} ({Source})";
    }
}
