using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>What was booked, in order. Nothing is removed or changed: a correction is a reversal and a rebooking, and the net is the sum of all entries.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads: booking returns another ledger.</remarks>
public sealed class CommissionLedger
{
    private CommissionLedger(Currency currency, IReadOnlyList<LedgerEntry> entries)
    {
        Currency = currency;
        Entries = entries;
    }

    /// <summary>Gets the currency.</summary>
    public Currency Currency { get; }

    /// <summary>Gets all entries, in order.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Starts a ledger.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>An empty ledger.</returns>
    public static CommissionLedger Open(Currency currency) => new(currency, []);

    /// <summary>Books a statement or a settlement. A key that was booked before changes nothing, so a replayed event is harmless.</summary>
    /// <param name="key">The idempotency key of the event; 1 to 100 characters.</param>
    /// <param name="document">The statement or the settlement.</param>
    /// <param name="bookedOn">The day it is booked on.</param>
    /// <returns>The ledger with it; this one if the same event was booked before.</returns>
    /// <exception cref="ArgumentException">The key was used for another statement, or the currency differs.</exception>
    public CommissionLedger Book(string key, LedgerDocument document, LocalDate bookedOn)
    {
        Check(key, document);
        if (Entries.FirstOrDefault(entry => entry.Key == key) is LedgerEntry same)
        {
            return Known(same, key, document);
        }

        return new CommissionLedger(Currency, [.. Entries, new LedgerEntry(Entries.Count + 1, key, EntryKind.Statement, bookedOn, document, document.Total, null)]);
    }

    /// <summary>Corrects a booked statement: its reversal, and the statement that takes its place.</summary>
    /// <param name="number">The number of the entry, a statement or a rebooking that was not reversed yet.</param>
    /// <param name="key">The idempotency key of the correction.</param>
    /// <param name="document">What takes its place.</param>
    /// <param name="bookedOn">The day it is booked on.</param>
    /// <returns>The ledger with both; this one if the same correction was booked before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    /// <exception cref="ArgumentException">The entry was reversed already, or belongs to another payee, or the key was used for another statement.</exception>
    public CommissionLedger Correct(int number, string key, LedgerDocument document, LocalDate bookedOn)
    {
        Check(key, document);
        if (Entries.FirstOrDefault(entry => entry.Key == key && entry.Kind != EntryKind.Reversal) is LedgerEntry same)
        {
            return Known(same, key, document);
        }

        if (number < 1 || number > Entries.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, $"Expected an entry from 1 to {Entries.Count}.");
        }

        LedgerEntry wrong = Entries[number - 1];
        if (wrong.Kind == EntryKind.Reversal || Entries.Any(entry => entry.Corrects == number) || wrong.Document.Payee != document.Payee)
        {
            throw new ArgumentException(FormattableString.Invariant($"Entry {number} is a reversal, was reversed, or belongs to {wrong.Document.Payee}."), nameof(number));
        }

        return new CommissionLedger(
            Currency,
            [
                .. Entries,
                new LedgerEntry(Entries.Count + 1, key, EntryKind.Reversal, bookedOn, wrong.Document, -wrong.Amount, number),
                new LedgerEntry(Entries.Count + 2, key, EntryKind.Rebooking, bookedOn, document, document.Total, null),
            ]);
    }

    /// <summary>Adds up all entries of a payee, reversals included.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The signed sum.</returns>
    public Money NetOf(Id<Payee> payee) => Money.Sum(Entries.Where(entry => entry.Document.Payee == payee).Select(entry => entry.Amount), Currency);

    /// <summary>Makes a booked statement again, under the version it was made with, and compares.</summary>
    /// <param name="number">The number of the entry.</param>
    /// <param name="history">The history that holds that version.</param>
    /// <returns>The differences, line by line; none if it is the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry, or no version is in force on its date.</exception>
    /// <exception cref="ArgumentException">The entry is no commission statement, or only the record of one, which has no facts to make it again from.</exception>
    public IReadOnlyList<string> Replay(int number, PlanHistory history)
    {
        Guard.Against.Null(history);
        if (number < 1 || number > Entries.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, $"Expected an entry from 1 to {Entries.Count}.");
        }

        CommissionStatement then = Entries[number - 1].Document as CommissionStatement
            ?? throw new ArgumentException(FormattableString.Invariant($"Entry {number} is {(Entries[number - 1].Document is StatementRecord ? "the record of a statement; explain its facts again" : "the settlement of a contract; settle again")} and compare the records."), nameof(number));
        string[] before = then.ToRecord().Split('\n');
        string[] now = history.Resolve(then.Rules.AsOf).Explain(then.Facts).ToRecord().Split('\n');
        return [.. before.Except(now, StringComparer.Ordinal).Select(row => "- " + row), .. now.Except(before, StringComparer.Ordinal).Select(row => "+ " + row)];
    }

    /// <summary>Re-checks every document from its own record.</summary>
    /// <returns>What is wrong, with the number of the entry; nothing if all holds.</returns>
    public IReadOnlyList<string> Verify() => [.. Entries.Where(entry => entry.Kind != EntryKind.Reversal).SelectMany(entry => entry.Document.Verify().Select(problem => $"Entry {entry.Number}: {problem}"))];

    private CommissionLedger Known(LedgerEntry same, string key, LedgerDocument document) =>
        same.Document.Fingerprint() == document.Fingerprint() && same.Document.Total == document.Total
            ? this
            : throw new ArgumentException($"The key '{key}' was booked before for other facts or another total (entry {same.Number}).", nameof(key));

    private void Check(string key, LedgerDocument document)
    {
        _ = new Id<CommissionLedger>(key);
        if (Guard.Against.Null(document).Total.Currency != Currency)
        {
            throw new ArgumentException($"The amount is in {document.Total.Currency}, the ledger in {Currency}.", nameof(document));
        }
    }
}
