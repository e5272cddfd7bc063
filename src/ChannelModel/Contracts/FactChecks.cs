using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Contracts;

/// <summary>What makes a list of facts unfit for a contract, whatever the period.</summary>
internal static class FactChecks
{
    public static void Check(PartnerContract contract, IReadOnlyList<ContractFact> facts, List<FactError> errors)
    {
        foreach (ContractFact fact in facts)
        {
            if (Reason(contract, fact) is string reason)
            {
                errors.Add(new FactError(Name(fact.Kind), reason));
            }
        }

        // Two readings of the same days would be counted twice.
        foreach (IGrouping<(ContractFactKind, string?, string?), ContractFact> group in facts
            .Where(fact => fact.Kind is ContractFactKind.Reported or ContractFactKind.ThirdParty && Metric(contract, fact.Name)?.Kind != MetricKind.Level)
            .GroupBy(fact => (fact.Kind, fact.Name, fact.Session)))
        {
            ContractFact[] sorted = [.. group.OrderBy(fact => fact.Days.Start).ThenBy(fact => fact.Days.End)];
            for (int i = 1; i < sorted.Length; i++)
            {
                if (sorted[i].Days.Start <= sorted[i - 1].Days.End)
                {
                    errors.Add(new FactError(Name(group.Key.Item1), $"Two readings of '{group.Key.Item2}' cover the same days: {Dates.Text(sorted[i - 1].Days)} ({sorted[i - 1].Reference}) and {Dates.Text(sorted[i].Days)} ({sorted[i].Reference})."));
                }
            }
        }
    }

    /// <summary>Why a single fact does not belong to the contract, or null.</summary>
    public static string? Reason(PartnerContract contract, ContractFact fact)
    {
        bool isPayment = fact.Kind is ContractFactKind.DepositPaid or ContractFactKind.DepositToppedUp or ContractFactKind.DepositRefunded;
        if (isPayment ? fact.Days.Start > contract.Term.End : Dates.Common(fact.Days, contract.Term) is null)
        {
            return $"{Dates.Text(fact.Days)} is outside the term {Dates.Text(contract.Term)} ({fact.Reference}).";
        }

        if (fact.Amount is Money amount && amount.Currency != contract.Currency)
        {
            return $"{amount} is not in the contract's currency {contract.Currency} ({fact.Reference}).";
        }

        switch (fact.Kind)
        {
            case ContractFactKind.Reported or ContractFactKind.ThirdParty or ContractFactKind.MadeGood:
                return Metric(contract, fact.Name) is null ? $"The contract has no commitment '{fact.Name}' ({fact.Reference})." : null;
            case ContractFactKind.Excused:
                return fact.Name is not null && Metric(contract, fact.Name) is null ? $"The contract has no commitment '{fact.Name}' ({fact.Reference})." : null;
            case ContractFactKind.Delivered:
                return contract.Versions.All(version => version.Terms.DataDuties.All(duty => duty.Code != fact.Name)) ? $"The contract has no data duty '{fact.Name}' ({fact.Reference})." : null;
            case ContractFactKind.Commission:
                return fact.CommissionFacts!.Payee != contract.Partner.Payee ? $"The sales facts are of '{fact.CommissionFacts.Payee}', the contract is with '{contract.Partner}'." : null;
            case ContractFactKind.DepositPaid or ContractFactKind.DepositToppedUp:
                return contract.Versions.All(version => version.Terms.Deposit is null) ? $"The contract has no deposit ({fact.Reference})." : null;
            default:
                return null;
        }
    }

    public static string Name(ContractFactKind kind) => kind switch
    {
        ContractFactKind.Reported => "reported",
        ContractFactKind.ThirdParty => "third-party",
        ContractFactKind.MadeGood => "made-good",
        ContractFactKind.Delivered => "delivered",
        ContractFactKind.Excused => "excused",
        ContractFactKind.Commission => "commission",
        ContractFactKind.DepositPaid => "deposit-paid",
        ContractFactKind.DepositToppedUp => "deposit-topped-up",
        ContractFactKind.DepositRefunded => "deposit-refunded",
        ContractFactKind.ClawedBack => "clawed-back",
        ContractFactKind.Sales => "sales",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of fact."),
    };

    private static CommitmentMetric? Metric(PartnerContract contract, string? code) =>
        contract.Versions.Select(version => code is null ? null : version.Terms.Find(code)?.Metric).FirstOrDefault(metric => metric is not null);
}
