using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Words a contract, step by step; nothing is checked before <see cref="Build"/> or <see cref="TryBuild"/>, which see all errors at once.</summary>
/// <remarks>
/// The steps word the first version, which begins with the term; <see cref="Amend"/> begins the next with the same terms, and what follows changes them. Used by one thread at a time; what it
/// builds is immutable.
/// </remarks>
public sealed class PartnerContractBuilder
{
    private readonly Id<PartnerContract> _id;
    private readonly Partner _partner;
    private readonly Id<Channel> _channel;
    private readonly DateInterval _term;
    private readonly Currency _currency;
    private readonly List<Draft> _drafts = [];
    private Rounding? _rounding;
    private Cycle _per = Cycle.Month;
    private Id<PartnerContract>? _renews;

    internal PartnerContractBuilder(Id<PartnerContract> id, Partner partner, Id<Channel> channel, DateInterval term, Currency currency)
    {
        _id = id;
        _partner = partner;
        _channel = channel;
        _term = term;
        _currency = currency;
        _drafts.Add(new Draft(term.Start, term.Start, new ContractTerms()));
    }

    internal PartnerContractBuilder(PartnerContract contract)
    {
        _id = contract.Id;
        _partner = contract.Partner;
        _channel = contract.Channel;
        _term = contract.Term;
        _currency = contract.Currency;
        _rounding = contract.Rounding;
        _per = contract.SettledPer;
        _renews = contract.Renews;
        _drafts.AddRange(contract.Versions.Select(version => new Draft(version.From, version.AgreedOn, new ContractTerms(version.Terms))));
    }

    private ContractTerms Now => _drafts[_drafts.Count - 1].Terms;

    /// <summary>States when the current version was agreed on; without it, on its first day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder AgreedOn(LocalDate day)
    {
        _drafts[_drafts.Count - 1].AgreedOn = day;
        return this;
    }

    /// <summary>Ends the current version before the next one or the term does; where it leaves a gap or an overlap, building says so.</summary>
    /// <param name="day">The day after its last.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Until(LocalDate day)
    {
        _drafts[_drafts.Count - 1].Until = day;
        return this;
    }

    /// <summary>Begins the next version with the terms of the current one.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="agreedOn">The day it is agreed on; after the first day it is retroactive, and refused.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Amend(LocalDate from, LocalDate agreedOn)
    {
        _drafts.Add(new Draft(from, agreedOn, new ContractTerms(Now)));
        return this;
    }

    /// <summary>Words the current version from nothing, instead of from the terms before it.</summary>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder WithoutTerms()
    {
        _drafts[_drafts.Count - 1].Terms = new ContractTerms();
        return this;
    }

    /// <summary>States the contract's value over its term.</summary>
    /// <param name="value">Above 0.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Value(Money value) => Set(terms => terms.Value = value);

    /// <summary>Pays commission by one version of a plan.</summary>
    /// <param name="version">The version, from <see cref="PlanHistory.Versions"/>.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Pay(PlanVersion version) => Set(terms => terms.Commission = Guard.Against.Null(version));

    /// <summary>Pays commission by a plan that has only one version.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Pay(CommissionPlan plan) => Pay(new PlanVersion(1, Guard.Against.Null(plan), _term.Start, null));

    /// <summary>Pays commission by a version of a plan that is numbered elsewhere.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="version">The number of the version, from 1.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The day after its last, or <see langword="null"/> for an open end.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public PartnerContractBuilder Pay(CommissionPlan plan, int version, LocalDate from, LocalDate? until) => version >= 1
        ? Pay(new PlanVersion(version, Guard.Against.Null(plan), from, until))
        : throw new ArgumentOutOfRangeException(nameof(version), version, "Expected 1 or more.");

    /// <summary>Adds a commitment, or changes the one of the same code.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Commit(Commitment commitment)
    {
        Guard.Against.Null(commitment);
        bool known = Now.Commitments.Any(other => other.Code == commitment.Code);
        return Set(terms => terms.Commitments = known
            ? [.. terms.Commitments.Select(other => other.Code == commitment.Code ? commitment : other)]
            : [.. terms.Commitments, commitment]);
    }

    /// <summary>Drops a commitment.</summary>
    /// <param name="code">Its code.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is none of that code.</exception>
    public PartnerContractBuilder Release(string code) => Now.Find(code) is null
        ? throw new ArgumentException($"The contract has no commitment '{code}'.", nameof(code))
        : Set(terms => terms.Commitments = [.. terms.Commitments.Where(other => other.Code != code)]);

    /// <summary>Demands a deposit.</summary>
    /// <param name="deposit">The terms.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Deposit(DepositTerms deposit) => Set(terms => terms.Deposit = Guard.Against.Null(deposit));

    /// <summary>Shares the cost of the first goods.</summary>
    /// <param name="share">The shares.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder ShareCost(CostShare share) => Set(terms => terms.CostShare = Guard.Against.Null(share));

    /// <summary>States what is exclusive.</summary>
    /// <param name="what">Such as a first launch.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Exclusive(LocalText what) => Set(terms => terms.Exclusivity = Guard.Against.Null(what));

    /// <summary>Adds a data duty, or changes the one of the same code.</summary>
    /// <param name="duty">The duty.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Deliver(DataDuty duty)
    {
        Guard.Against.Null(duty);
        return Set(terms => terms.DataDuties = [.. terms.DataDuties.Where(other => other.Code != duty.Code), duty]);
    }

    /// <summary>States when and how a renewal is decided.</summary>
    /// <param name="renewal">The terms.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Renewal(RenewalTerms renewal) => Set(terms => terms.Renewal = Guard.Against.Null(renewal));

    /// <summary>Adds a clause by reference, once.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="reference">Where it stands.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Clause(ClauseKind kind, string reference)
    {
        var clause = new ContractClause(kind, reference);
        return Set(terms => terms.Clauses = [.. terms.Clauses.Where(other => other != clause), clause]);
    }

    /// <summary>Guarantees or advances an amount each settlement period.</summary>
    /// <param name="advance">A guarantee is a draw that is not recoverable; an advance is one that is.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Advance(Draw advance) => Set(terms => terms.Advance = Guard.Against.Null(advance));

    /// <summary>Holds back a share of each commission.</summary>
    /// <param name="share">Above 0 % and at most 100 %.</param>
    /// <param name="releasedAfterMonths">Months after a settlement's last day, 1 to 60; the settlement that holds that day releases it, and the last one of the term releases all.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder HoldBack(Rate share, int releasedAfterMonths) => Set(terms =>
    {
        terms.HoldbackShare = share;
        terms.HoldbackMonths = releasedAfterMonths;
    });

    /// <summary>Takes paid commission back.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder ClawBack(Clawback schedule) => Set(terms => terms.Clawback = Guard.Against.Null(schedule));

    /// <summary>Names what is settled at a time; a month unless named. It holds for all versions.</summary>
    /// <param name="per">A month, a quarter, or a week, which is cut at month ends.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder SettleEach(Cycle per)
    {
        _per = per;
        return this;
    }

    /// <summary>Names how amounts are rounded. Required; it holds for all versions.</summary>
    /// <param name="rounding">The rounding.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Round(Rounding rounding)
    {
        _rounding = Guard.Against.Null(rounding);
        return this;
    }

    /// <summary>Names the contract that this one renews.</summary>
    /// <param name="contract">Its id.</param>
    /// <returns>This builder.</returns>
    public PartnerContractBuilder Renews(Id<PartnerContract> contract)
    {
        _renews = Guard.Against.Null(contract);
        return this;
    }

    /// <summary>Builds the contract.</summary>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all errors.</exception>
    public PartnerContract Build() => TryBuild(out PartnerContract? contract, out IReadOnlyList<ContractError> errors)
        ? contract
        : throw new ArgumentException($"The contract '{_id}' has {errors.Count} error{(errors.Count == 1 ? string.Empty : "s")}: {string.Join(" | ", errors)}");

    /// <summary>Builds the contract, if nothing is wrong with it.</summary>
    /// <param name="contract">The contract, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool TryBuild([NotNullWhen(true)] out PartnerContract? contract, out IReadOnlyList<ContractError> errors)
    {
        var found = new List<ContractError>();
        errors = found;
        contract = null;
        if (_rounding is null)
        {
            found.Add(new ContractError("rounding", "Name how amounts are rounded (Round)."));
        }

        if (_per is not (Cycle.Week or Cycle.Month or Cycle.Quarter))
        {
            found.Add(new ContractError("settledPer", $"A contract is settled each week, month or quarter, not '{_per}'."));
        }

        if (_renews == _id)
        {
            found.Add(new ContractError("renews", $"The contract '{_id}' renews itself."));
        }

        if (_term.End == LocalDate.MaxIsoValue)
        {
            // A version ends before the day after it, and the calendar has none.
            found.Add(new ContractError("term.end", $"The term ends on {Dates.Text(_term.End)}, the last day of the calendar; a contract ends on an earlier day."));
            contract = null;
            return false;
        }

        CheckVersions(found);
        var versions = new List<ContractVersion>();
        for (int i = 0; i < _drafts.Count; i++)
        {
            Draft draft = _drafts[i];
            var terms = new ContractTerms(draft.Terms);
            terms.Prices = TermsChecks.Check(terms, $"versions[{i}]", _term, _currency, _rounding ?? Rounding.HalfAwayFromZero, _per, found);
            versions.Add(new ContractVersion(i + 1, draft.From, EndOf(i), draft.AgreedOn, terms));
        }

        contract = found.Count > 0 ? null : new PartnerContract(_id, _partner, _channel, _term, _currency, _rounding!, _per, _renews, versions);
        return contract is not null;
    }

    private LocalDate EndOf(int draft) => _drafts[draft].Until ?? (draft + 1 < _drafts.Count ? _drafts[draft + 1].From : _term.End.PlusDays(1));

    private void CheckVersions(List<ContractError> errors)
    {
        for (int i = 0; i < _drafts.Count; i++)
        {
            Draft draft = _drafts[i];
            LocalDate until = EndOf(i);
            if (draft.AgreedOn > draft.From)
            {
                string what = i == 0 ? "begins" : $"changes version {i}";
                errors.Add(new ContractError($"versions[{i}].agreedOn", $"Version {i + 1} is retroactive: it {what} on {Dates.Text(draft.From)}, but was agreed on {Dates.Text(draft.AgreedOn)}."));
            }

            if (!_term.Contains(draft.From) || until > _term.End.PlusDays(1))
            {
                errors.Add(new ContractError($"versions[{i}].from", $"Version {i + 1}, {Range(draft.From, until)}, is not inside the term {Dates.Text(_term)}."));
            }

            if (i == 0)
            {
                continue;
            }

            LocalDate before = EndOf(i - 1);
            if (draft.From <= _drafts[i - 1].From)
            {
                errors.Add(new ContractError($"versions[{i}].from", $"Version {i + 1} begins on {Dates.Text(draft.From)}, not after version {i}, which begins on {Dates.Text(_drafts[i - 1].From)}: it would rewrite version {i} from its start."));
            }
            else if (draft.From < before)
            {
                errors.Add(new ContractError($"versions[{i}].from", $"Version {i + 1}, {Range(draft.From, until)}, overlaps version {i}, {Range(_drafts[i - 1].From, before)}."));
            }
            else if (draft.From > before)
            {
                errors.Add(new ContractError($"versions[{i}].from", $"Between version {i}, {Range(_drafts[i - 1].From, before)}, and version {i + 1}, {Range(draft.From, until)}, is a gap from {Dates.Text(before)} to {Dates.Text(draft.From.PlusDays(-1))}."));
            }
        }

        LocalDate last = EndOf(_drafts.Count - 1);
        if (last <= _term.End)
        {
            errors.Add(new ContractError($"versions[{_drafts.Count - 1}].until", $"Version {_drafts.Count}, {Range(_drafts[_drafts.Count - 1].From, last)}, leaves a gap to the end of the term on {Dates.Text(_term.End)}."));
        }
    }

    private static string Range(LocalDate from, LocalDate until) => $"[{Dates.Text(from)}, {Dates.Text(until)})";

    private PartnerContractBuilder Set(Action<ContractTerms> change)
    {
        change(Now);
        return this;
    }

    private sealed class Draft
    {
        public Draft(LocalDate from, LocalDate agreedOn, ContractTerms terms)
        {
            From = from;
            AgreedOn = agreedOn;
            Terms = terms;
        }

        public LocalDate From { get; }

        public LocalDate AgreedOn { get; set; }

        public LocalDate? Until { get; set; }

        public ContractTerms Terms { get; set; }
    }
}
