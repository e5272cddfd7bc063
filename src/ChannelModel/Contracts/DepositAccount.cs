using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A deposit as the list of its events. At every date: paid in = held + forfeited + refunded, and held is never below 0.</summary>
/// <remarks>
/// Events are appended in the order of their dates; nothing is removed. Equality is by reference. Immutable, hence safe for use by several threads: every method returns another account.
/// </remarks>
public sealed class DepositAccount
{
    private DepositAccount(Currency currency, IReadOnlyList<DepositEvent> events, Money paidIn, Money forfeited, Money refunded, Money unmet)
    {
        Currency = currency;
        Events = events;
        PaidIn = paidIn;
        Forfeited = forfeited;
        Refunded = refunded;
        Unmet = unmet;
    }

    /// <summary>Gets the currency.</summary>
    public Currency Currency { get; }

    /// <summary>Gets all events, in order.</summary>
    public IReadOnlyList<DepositEvent> Events { get; }

    /// <summary>Gets all that came in, top-ups included, reversals taken off.</summary>
    public Money PaidIn { get; }

    /// <summary>Gets what was kept against breaches.</summary>
    public Money Forfeited { get; }

    /// <summary>Gets what went back.</summary>
    public Money Refunded { get; }

    /// <summary>Gets what is held.</summary>
    public Money Held => PaidIn - Forfeited - Refunded;

    /// <summary>Gets what forfeitures asked for and the deposit did not cover: receivables that a settlement takes off.</summary>
    public Money Unmet { get; }

    /// <summary>Opens an account.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>An account without events.</returns>
    public static DepositAccount Open(Currency currency)
    {
        Money zero = Money.Zero(currency);
        return new DepositAccount(currency, [], zero, zero, zero, zero);
    }

    /// <summary>Records money that came in.</summary>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="amount">Above 0.</param>
    /// <param name="reference">The payment; not empty.</param>
    /// <returns>The account with it.</returns>
    /// <exception cref="ArgumentException">The date is before the last event, the currency differs or the reference is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public DepositAccount PayIn(LocalDate date, Money amount, string reference) => Append(date, DepositEventKind.PaidIn, Positive(amount), Zero, reference, null, null);

    /// <summary>Records money that came in to reach the level again.</summary>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="amount">Above 0.</param>
    /// <param name="reference">The payment; not empty.</param>
    /// <returns>The account with it.</returns>
    /// <exception cref="ArgumentException">The date is before the last event, the currency differs or the reference is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public DepositAccount TopUp(LocalDate date, Money amount, string reference) => Append(date, DepositEventKind.ToppedUp, Positive(amount), Zero, reference, null, null);

    /// <summary>Keeps money against a breach: as much as is held; the rest is the event's unmet part.</summary>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="compensation">What the breach costs, above 0.</param>
    /// <param name="reference">The settlement or the decision; not empty.</param>
    /// <param name="commitment">The code of the breached commitment.</param>
    /// <returns>The account with it.</returns>
    /// <exception cref="ArgumentException">The date is before the last event, the currency differs or the reference is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public DepositAccount Forfeit(LocalDate date, Money compensation, string reference, string? commitment = null)
    {
        Money met = Positive(compensation) < Held ? compensation : Held;
        return Append(date, DepositEventKind.Forfeited, met, compensation - met, reference, commitment, null);
    }

    /// <summary>Gives money back.</summary>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="amount">Above 0 and at most what is held.</param>
    /// <param name="reference">The payment; not empty.</param>
    /// <returns>The account with it.</returns>
    /// <exception cref="ArgumentException">The date is before the last event, the currency differs or the reference is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0, or more than is held.</exception>
    public DepositAccount Refund(LocalDate date, Money amount, string reference) => Positive(amount) > Held
        ? throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Expected at most what is held, {Held}.")
        : Append(date, DepositEventKind.Refunded, amount, Zero, reference, null, null);

    /// <summary>Gives back all that is held, at the end of a contract.</summary>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="reference">The payment; not empty.</param>
    /// <returns>The account with it; this one if nothing is held.</returns>
    /// <exception cref="ArgumentException">The date is before the last event, or the reference is empty.</exception>
    public DepositAccount RefundRest(LocalDate date, string reference) => Held.IsZero ? this : Refund(date, Held, reference);

    /// <summary>Takes an event back by another of the opposite sign.</summary>
    /// <param name="number">The number of the event, not a reversal and not reversed yet.</param>
    /// <param name="date">The day, not before the last event.</param>
    /// <param name="reference">Why; not empty.</param>
    /// <returns>The account with the reversal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    /// <exception cref="ArgumentException">The event is a reversal, was reversed, or what it brought in is not held any more.</exception>
    public DepositAccount Reverse(int number, LocalDate date, string reference)
    {
        if (number < 1 || number > Events.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, $"Expected an event from 1 to {Events.Count}.");
        }

        DepositEvent wrong = Events[number - 1];
        if (wrong.Reverses is not null || Events.Any(e => e.Reverses == number) || wrong.Change > Held)
        {
            throw new ArgumentException(FormattableString.Invariant($"Event {number} is a reversal, was reversed, or brought in {wrong.Change}, more than the {Held} that is held."), nameof(number));
        }

        return Append(date, wrong.Kind, -wrong.Amount, -wrong.Unmet, reference, wrong.Commitment, number);
    }

    /// <summary>Gets what was held at the end of a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The amount, at or above 0.</returns>
    public Money HeldOn(LocalDate date) => Money.Sum(Events.Where(e => e.Date <= date).Select(e => e.Change), Currency);

    internal Money Zero => Money.Zero(Currency);

    private DepositAccount Append(LocalDate date, DepositEventKind kind, Money amount, Money unmet, string reference, string? commitment, int? reverses)
    {
        Guard.Against.NullOrWhiteSpace(reference);
        if (Events.Count > 0 && date < Events[Events.Count - 1].Date)
        {
            throw new ArgumentException(FormattableString.Invariant($"{date:uuuu-MM-dd} is before the last event of {Events[Events.Count - 1].Date:uuuu-MM-dd}; events are appended in the order of their dates."), nameof(date));
        }

        bool comesIn = kind is DepositEventKind.PaidIn or DepositEventKind.ToppedUp;
        return new DepositAccount(
            Currency,
            [.. Events, new DepositEvent(Events.Count + 1, date, kind, amount, unmet, reference, commitment, reverses)],
            comesIn ? PaidIn + amount : PaidIn,
            kind == DepositEventKind.Forfeited ? Forfeited + amount : Forfeited,
            kind == DepositEventKind.Refunded ? Refunded + amount : Refunded,
            Unmet + unmet);
    }

    private Money Positive(Money amount) => amount.Currency != Currency
        ? throw new ArgumentException($"{amount} is not in the account's currency {Currency}.", nameof(amount))
        : amount.Amount > 0m ? amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected an amount above 0.");
}
