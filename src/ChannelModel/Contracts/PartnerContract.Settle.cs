using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <content>Settling: a pure function of contract, facts and what stood open before.</content>
public sealed partial class PartnerContract
{
    /// <summary>Opens the account of the contract, before its first settlement.</summary>
    /// <returns>An account with nothing in it.</returns>
    public ContractAccount Open() => new(this);

    /// <summary>Opens the account in mid-term, for a contract whose first parts were settled elsewhere: what stands open is stated, and checked against the contract.</summary>
    /// <param name="settledThrough">The last day that is settled, which ends a part.</param>
    /// <returns>A builder that holds an account with nothing in it.</returns>
    public ContractAccountBuilder OpenAfter(LocalDate settledThrough) => new(this, settledThrough);

    /// <summary>Says why a single fact does not belong to the contract.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The reason, or <see langword="null"/> if it belongs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fact"/> is <see langword="null"/>.</exception>
    public string? Refusal(ContractFact fact) => FactChecks.Reason(this, Guard.Against.Null(fact));

    /// <summary>Says why a period cannot be settled.</summary>
    /// <param name="period">Whole parts, both ends included, that follow the last settlement.</param>
    /// <param name="facts">All facts, also of other periods.</param>
    /// <param name="opening">What stands open.</param>
    /// <returns>The reasons; none if it can.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The period is not made of whole parts, does not follow the last settlement, or the account is of another contract.</exception>
    public IReadOnlyList<FactError> Check(DateInterval period, IEnumerable<ContractFact> facts, ContractAccount opening)
    {
        IReadOnlyList<DateInterval> slices = WholeSlices(Guard.Against.Null(period), Guard.Against.Null(opening));
        var run = new SettlementRun(this, period, [.. Guard.Against.Null(facts)], opening);
        _ = run.Settle(slices);
        return run.Errors;
    }

    /// <summary>Settles a period: judges commitments, pays commission, meets breaches from the deposit, and says what is due and carried.</summary>
    /// <param name="period">Whole parts, both ends included, that follow the last settlement; a month of a contract settled by weeks is the sum of its weeks.</param>
    /// <param name="facts">All facts, also of other periods.</param>
    /// <param name="opening">What stands open: <see cref="Open"/>, what <see cref="OpenAfter"/> builds, or the closing account of the settlement before.</param>
    /// <returns>The settlement.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The facts cannot be settled (the message lists all reasons), the period is not made of whole parts or does not follow the last settlement, or the account is of another contract.</exception>
    public Settlement Settle(DateInterval period, IEnumerable<ContractFact> facts, ContractAccount opening) =>
        Run(period, WholeSlices(Guard.Against.Null(period), Guard.Against.Null(opening)), Guard.Against.Null(facts), opening);

    /// <summary>Accrues what is earned up to a cut-off and not settled yet.</summary>
    /// <param name="cutOff">The last day; the days after the last settlement up to it are accrued.</param>
    /// <param name="facts">All facts; the commission's are those of the days up to the cut-off.</param>
    /// <param name="opening">What stands open.</param>
    /// <returns>The accrual.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The facts cannot be settled, or the cut-off is not after the last settlement inside the term.</exception>
    public Accrual Accrue(LocalDate cutOff, IEnumerable<ContractFact> facts, ContractAccount opening)
    {
        LocalDate first = NextDay(Guard.Against.Null(opening));
        if (cutOff < first || cutOff > Term.End)
        {
            throw new ArgumentException($"{Dates.Text(cutOff)} is not a day from {Dates.Text(first)} to the end of the term on {Dates.Text(Term.End)}.", nameof(cutOff));
        }

        var days = new DateInterval(first, cutOff);
        return new Accrual(Run(days, Slices(days), Guard.Against.Null(facts), opening));
    }

    internal Money DepositDueBy(ContractAccount account, LocalDate day)
    {
        DepositTerms? deposit = AsOf(LocalDate.Max(Term.Start, LocalDate.Min(day, Term.End))).Terms.Deposit;
        if (deposit is null || day >= Term.End)
        {
            return Money.Zero(Currency);
        }

        Money level = account.DepositLevel ?? Versions[0].Terms.LevelOf(Currency, Rounding) ?? Money.Zero(Currency);
        Money due = deposit.DueBy(day, level, Term, Rounding);

        // What was kept against breaches is missing again only where the contract asks for a top-up.
        Money kept = deposit.ToppedUpWithinDays is null ? account.Deposit.Forfeited : Money.Zero(Currency);
        return due > kept ? due - kept : Money.Zero(Currency);
    }

    private LocalDate NextDay(ContractAccount opening) => opening.SettledThrough is LocalDate last ? last.PlusDays(1) : Term.Start;

    private Settlement Run(DateInterval period, IReadOnlyList<DateInterval> slices, IEnumerable<ContractFact> facts, ContractAccount opening)
    {
        var run = new SettlementRun(this, period, [.. facts], opening);
        Settlement? settlement = run.Settle(slices);
        return run.Errors.Count == 0 && settlement is not null
            ? settlement
            : throw new ArgumentException($"The contract '{Id}' cannot be settled for {Dates.Text(period)}: {string.Join(" | ", run.Errors)}", nameof(facts));
    }

    private IReadOnlyList<DateInterval> WholeSlices(DateInterval period, ContractAccount opening)
    {
        if (opening.Contract != Id)
        {
            throw new ArgumentException($"The account is of the contract '{opening.Contract}', not of '{Id}'.", nameof(opening));
        }

        IReadOnlyList<DateInterval> slices = Slices(period);
        if (slices.Count == 0 || period.Start > slices[0].Start || period.End < slices[slices.Count - 1].End)
        {
            throw new ArgumentException($"{Dates.Text(period)} has no day of the term, {Dates.Text(Term)}.", nameof(period));
        }

        if (slices[0].Start != NextDay(opening))
        {
            throw new ArgumentException($"{Dates.Text(period)} does not follow the last settlement; expected a period from {Dates.Text(NextDay(opening))}.", nameof(period));
        }

        DateInterval lastWhole = Slices(Term).First(slice => slice.Contains(slices[slices.Count - 1].Start));
        return lastWhole.End == slices[slices.Count - 1].End
            ? slices
            : throw new ArgumentException($"{Dates.Text(period)} ends inside a part that is settled as a whole, {Dates.Text(lastWhole)}; use Accrue for a part of it.", nameof(period));
    }
}
