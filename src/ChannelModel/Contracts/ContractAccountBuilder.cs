using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>States what stands open in a contract that was settled elsewhere so far; nothing is checked before <see cref="Build"/> or <see cref="TryBuild"/>, which see all errors at once.</summary>
/// <remarks>What is not stated is 0, or what the contract says. Used by one thread at a time; what it builds is immutable.</remarks>
public sealed class ContractAccountBuilder
{
    private readonly PartnerContract _contract;
    private readonly LocalDate _through;
    private readonly List<HeldBack> _holdbacks = [];
    private readonly List<KeyValuePair<string, Money>> _compensations = [];
    private readonly List<(Id<CommissionPlan> Plan, Cycle Per, Money Amount, DateInterval? Span)> _paid = [];
    private readonly List<ContractFact> _facts = [];
    private readonly List<string> _taken = [];
    private DepositAccount _deposit;
    private Money? _level;
    private bool _isLevelStated;
    private Money _balance;
    private Money _advance;
    private Money _carried;
    private int? _version;
    private int? _parts;

    internal ContractAccountBuilder(PartnerContract contract, LocalDate through)
    {
        _contract = contract;
        _through = through;
        _deposit = DepositAccount.Open(contract.Currency);
        _balance = _advance = _carried = Money.Zero(contract.Currency);
    }

    /// <summary>States the deposit, by its events so far or by one that brings in what is held.</summary>
    /// <param name="deposit">The deposit.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deposit"/> is <see langword="null"/>.</exception>
    public ContractAccountBuilder Deposit(DepositAccount deposit)
    {
        _deposit = Guard.Against.Null(deposit);
        return this;
    }

    /// <summary>States what the deposit should hold; without it, what the terms say. A level that sales have shifted has to be stated.</summary>
    /// <param name="level">0 or more; <see langword="null"/> where none is agreed.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder DepositLevel(Money? level)
    {
        _level = level;
        _isLevelStated = true;
        return this;
    }

    /// <summary>States what is carried into the next settlement.</summary>
    /// <param name="balance">Below 0 what the partner owes; above 0 what a correction left to be paid.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder Balance(Money balance)
    {
        _balance = balance;
        return this;
    }

    /// <summary>Adds an amount that is held back.</summary>
    /// <param name="amount">Above 0.</param>
    /// <param name="heldOn">The last day of the part whose commission it was held back of, each day once.</param>
    /// <param name="releaseOn">The day from which a settlement releases it, not settled yet.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder HoldBack(Money amount, LocalDate heldOn, LocalDate releaseOn)
    {
        _holdbacks.Add(new HeldBack(amount, heldOn, releaseOn));
        return this;
    }

    /// <summary>States what is owed of advances.</summary>
    /// <param name="owed">0 or more.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder Advance(Money owed)
    {
        _advance = owed;
        return this;
    }

    /// <summary>States what shortfalls of a commitment have cost in the term so far.</summary>
    /// <param name="commitment">The code of the commitment, each once.</param>
    /// <param name="spent">0 or more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commitment"/> is <see langword="null"/>.</exception>
    public ContractAccountBuilder Compensation(string commitment, Money spent)
    {
        _compensations.Add(new KeyValuePair<string, Money>(Guard.Against.Null(commitment), spent));
        return this;
    }

    /// <summary>States what caps of commission plans left over and carry.</summary>
    /// <param name="carried">0 or more.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder CommissionCarried(Money carried)
    {
        _carried = carried;
        return this;
    }

    /// <summary>States what was paid as commission by one plan in one span, net of what was clawed back.</summary>
    /// <param name="plan">The name of the plan.</param>
    /// <param name="per">A span longer than a part, or <see cref="Cycle.Once"/> for what was paid to date; each once for a plan.</param>
    /// <param name="amount">Below 0 where more was taken back.</param>
    /// <param name="span">The calendar span, both ends included; <see langword="null"/> for that of the last settled day, or to date.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public ContractAccountBuilder CommissionPaid(Id<CommissionPlan> plan, Cycle per, Money amount, DateInterval? span = null)
    {
        _paid.Add((Guard.Against.Null(plan), per, amount, span ?? (per == Cycle.Once ? null : Dates.CycleOf(per, _through))));
        return this;
    }

    /// <summary>Adds facts that were taken in so far. One of settled days that is not among them is shown as unused where it is given again.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    public ContractAccountBuilder Took(params IEnumerable<ContractFact> facts)
    {
        _facts.AddRange(Guard.Against.Null(facts));
        return this;
    }

    /// <summary>Adds keys of facts that were taken in so far.</summary>
    /// <param name="keys">As <see cref="ContractAccount.Taken"/> has them.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> is <see langword="null"/>.</exception>
    public ContractAccountBuilder TookKeys(params IEnumerable<string> keys)
    {
        _taken.AddRange(Guard.Against.Null(keys));
        return this;
    }

    /// <summary>States by which version of the contract the last part was settled; without it, by the one in force on the last settled day.</summary>
    /// <param name="number">From 1. An older one than that of the day says that an amendment came after the settlement.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder SettledBy(int number)
    {
        _version = number;
        return this;
    }

    /// <summary>States how many parts were settled; without it, as many as the contract has to the last settled day.</summary>
    /// <param name="count">1 or more. Fewer than the contract has say that an amendment, which splits a part, came after the settlement.</param>
    /// <returns>This builder.</returns>
    public ContractAccountBuilder Parts(int count)
    {
        _parts = count;
        return this;
    }

    /// <summary>Builds the account.</summary>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">Something does not fit the contract; the message lists all errors.</exception>
    public ContractAccount Build() => TryBuild(out ContractAccount? account, out IReadOnlyList<ContractError> errors)
        ? account
        : throw new ArgumentException($"The account of '{_contract.Id}' has {errors.Count} error{(errors.Count == 1 ? string.Empty : "s")}: {string.Join(" | ", errors)}");

    /// <summary>Builds the account, if all that is stated fits the contract.</summary>
    /// <param name="account">The account, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool TryBuild([NotNullWhen(true)] out ContractAccount? account, out IReadOnlyList<ContractError> errors)
    {
        var checks = new AccountChecks(_contract, _through);
        errors = checks.Errors;
        account = null;
        if (!checks.Through())
        {
            return false; // what is settled is what all else is held against
        }

        (int version, int parts) = checks.Settled(_version, _parts);
        checks.Amounts(_balance, _advance, _carried, _isLevelStated ? _level : null);
        checks.Deposit(_deposit);
        checks.Holdbacks(_holdbacks);
        checks.Compensations(_compensations);
        checks.Paid(_paid);
        checks.Taken(_facts, _taken);
        if (checks.Errors.Count > 0)
        {
            return false;
        }

        account = new ContractAccount(_contract)
        {
            Deposit = _deposit,
            DepositLevel = _isLevelStated ? _level : _contract.Versions[version - 1].Terms.LevelOf(_contract.Currency, _contract.Rounding),
            Balance = _balance,
            Holdbacks = [.. _holdbacks.OrderBy(held => held.HeldOn)],
            Advance = _advance,
            Compensations = [.. _compensations],
            CommissionCarried = _carried,
            CommissionsPaid = [.. _paid.OrderBy(paid => paid.Plan.Value, StringComparer.Ordinal).ThenBy(paid => paid.Per).Select(paid => new CommissionPaid(paid.Plan, paid.Per, paid.Span, paid.Amount))],
            SettledThrough = _through,
            Version = version,
            Parts = parts,
            Taken = [.. _taken, .. _facts.Select(fact => TakenFacts.Key(_contract, fact))],
        };
        return true;
    }
}
