using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Holds what is stated of an account against the contract and against each other: whatever no settlement of the contract could leave is wrong.</summary>
internal sealed class AccountChecks
{
    private readonly List<ContractError> _errors = [];
    private readonly PartnerContract _contract;
    private readonly LocalDate _through;

    public AccountChecks(PartnerContract contract, LocalDate through)
    {
        _contract = contract;
        _through = through;
    }

    public IReadOnlyList<ContractError> Errors => _errors;

    private IEnumerable<ContractTerms> Terms => _contract.Versions.Select(version => version.Terms);

    public bool Through()
    {
        if (!_contract.Term.Contains(_through))
        {
            Add("settledThrough", $"{Dates.Text(_through)} is outside the term {Dates.Text(_contract.Term)}");
        }
        else if (_contract.Slices(_contract.Term).First(slice => slice.Contains(_through)) is DateInterval part && part.End != _through)
        {
            Add("settledThrough", $"{Dates.Text(_through)} ends inside a part that is settled as a whole, {Dates.Text(part)}");
        }

        return _errors.Count == 0;
    }

    /// <summary>The version and the number of parts, where nothing is stated those of the contract.</summary>
    public (int Version, int Parts) Settled(int? version, int? parts)
    {
        int now = _contract.AsOf(_through).Number;
        if (version is int number && (number < 1 || number > now))
        {
            Add("version", $"Version {Text(number)} was not in force by {Dates.Text(_through)}; expected a version from 1 to {Text(now)}");
        }

        // An amendment can split parts that were settled already, and never makes one of two.
        var days = new DateInterval(_contract.Term.Start, _through);
        int most = _contract.Slices(days).Count;
        int least = Dates.Cut(_contract.SettledPer, days, atMonthEnds: _contract.SettledPer == Cycle.Week).Count();
        if (parts is int count && (count < least || count > most))
        {
            Add("parts", $"{Text(count)} parts were not settled by {Dates.Text(_through)}; expected {(least == most ? Text(most) : $"{Text(least)} to {Text(most)}")}");
        }

        return (version ?? now, parts ?? most);
    }

    public void Amounts(Money balance, Money advance, Money carried, Money? level)
    {
        InCurrency("balance", balance);
        if (IsFromZero("advance", advance) && !advance.IsZero && Terms.All(terms => terms.Advance is null))
        {
            Add("advance", "The contract advances nothing");
        }

        if (IsFromZero("commissionCarried", carried) && !carried.IsZero && Terms.All(terms => terms.Commission is null))
        {
            Add("commissionCarried", "The contract pays no commission");
        }

        if (level is Money due)
        {
            IsFromZero("deposit.level", due);
        }
    }

    public void Deposit(DepositAccount deposit)
    {
        if (deposit.Currency != _contract.Currency)
        {
            Add("deposit", $"The deposit is in {deposit.Currency}, the contract in {_contract.Currency}");
        }

        if (deposit.Events.Count > 0 && Terms.All(terms => terms.Deposit is null))
        {
            Add("deposit", "The contract has no deposit");
        }

        for (int i = 0; i < deposit.Events.Count; i++)
        {
            if (deposit.Events[i] is { Reverses: null, Commitment: string code })
            {
                Commitment($"deposit.events[{Text(i)}].commitment", code);
            }
        }
    }

    public void Holdbacks(List<HeldBack> holdbacks)
    {
        for (int i = 0; i < holdbacks.Count; i++)
        {
            HeldBack held = holdbacks[i];
            string path = $"holdbacks[{Text(i)}]";
            if (InCurrency(path + ".amount", held.Amount) && held.Amount.Amount <= 0m)
            {
                Add(path + ".amount", $"{held.Amount} is not above 0");
            }

            if (held.HeldOn < _contract.Term.Start || held.HeldOn > _through)
            {
                Add(path + ".heldOn", $"{Dates.Text(held.HeldOn)} is not a settled day, {Dates.Text(new DateInterval(_contract.Term.Start, _through))}");
            }
            else if (holdbacks.FindIndex(other => other.HeldOn == held.HeldOn) < i)
            {
                Add(path + ".heldOn", $"{Dates.Text(held.HeldOn)} stands twice; expected each day once");
            }

            if (held.ReleaseOn <= _through)
            {
                Add(path + ".releaseOn", $"{Dates.Text(held.ReleaseOn)} is settled, so the amount is released; expected a day after {Dates.Text(_through)}");
            }
            else if (_through == _contract.Term.End)
            {
                Add(path, "The last settlement of the term releases all that is held back");
            }
        }

        if (holdbacks.Count > 0 && Terms.All(terms => terms.HoldbackShare.IsZero))
        {
            Add("holdbacks", "The contract holds nothing back");
        }
    }

    public void Compensations(List<KeyValuePair<string, Money>> compensations)
    {
        for (int i = 0; i < compensations.Count; i++)
        {
            string path = $"compensations[{Text(i)}]";
            string code = compensations[i].Key;
            IsFromZero(path + ".amount", compensations[i].Value);
            Commitment(path + ".commitment", code);
            if (compensations.FindIndex(other => other.Key == code) < i)
            {
                Add(path + ".commitment", $"'{code}' stands twice; expected each commitment once");
            }
        }
    }

    public void Paid(List<(Id<CommissionPlan> Plan, Cycle Per, Money Amount, DateInterval? Span)> entries)
    {
        var settled = new DateInterval(_contract.Term.Start, _through);
        for (int i = 0; i < entries.Count; i++)
        {
            (Id<CommissionPlan> plan, Cycle per, Money amount, DateInterval? span) = entries[i];
            string path = $"commissionsPaid[{Text(i)}]";
            InCurrency(path + ".amount", amount);
            if (Terms.All(terms => terms.Commission?.Plan.Name != plan))
            {
                Add(path + ".plan", $"The contract pays by no plan '{plan}'");
            }

            if (per != Cycle.Once && (per <= _contract.SettledPer || per > Cycle.Year))
            {
                Add(path + ".per", $"Commission per {per} is not kept; expected a span longer than a {_contract.SettledPer}, or {Cycle.Once} for what was paid to date");
                continue;
            }

            if (per == Cycle.Once ? span is not null : span is null || Dates.CycleOf(per, span.Start) != span || Dates.Common(span, settled) is null)
            {
                string what = per == Cycle.Once ? "no span, since it is what was paid to date" : $"a calendar {per} with days from {Dates.Text(settled)}";
                Add(path + ".span", $"{(span is null ? "No span" : Dates.Text(span))} is not what {per} means; expected {what}");
                continue;
            }

            if (entries.FindIndex(other => other.Plan == plan && other.Per == per) < i)
            {
                Add(path, $"'{plan}' per {per} stands twice; expected each span of a plan once");
            }
            else if (entries.Exists(other => other.Plan == plan && other.Span is not null && span is not null && Dates.Common(other.Span, span) is null))
            {
                Add(path + ".span", $"{Dates.Text(span!)} has no day in common with another span of '{plan}'; expected spans of one day, the last that it paid for");
            }
        }
    }

    public void Taken(List<ContractFact> facts, List<string> keys)
    {
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i] is not { Length: 64 } key || !key.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
            {
                Add($"taken[{Text(i)}]", "This is not the key of a fact; expected 64 digits from 0 to f");
            }
        }

        foreach (ContractFact fact in facts)
        {
            if (FactChecks.Reason(_contract, fact) is string reason)
            {
                Add("taken", reason.TrimEnd('.'));
            }
        }
    }

    private void Commitment(string path, string code)
    {
        if (Terms.All(terms => terms.Find(code) is null))
        {
            Add(path, $"The contract has no commitment '{code}'");
        }
    }

    private bool IsFromZero(string path, Money amount)
    {
        if (InCurrency(path, amount) && amount.IsNegative)
        {
            Add(path, $"{amount} is below 0");
            return false;
        }

        return amount.Currency == _contract.Currency;
    }

    private bool InCurrency(string path, Money amount)
    {
        if (amount.Currency == _contract.Currency)
        {
            return true;
        }

        Add(path, $"{amount} is not in the contract's currency {_contract.Currency}");
        return false;
    }

    private void Add(string path, string message) => _errors.Add(new ContractError(path, message + "."));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
