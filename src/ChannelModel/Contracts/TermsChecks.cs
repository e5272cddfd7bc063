using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Finds all that is wrong with one version's terms, and brings the prices of its commitments into the normal form.</summary>
internal static class TermsChecks
{
    public static IReadOnlyList<(ExactCurve? Shortfall, ExactCurve? OverDelivery)> Check(
        ContractTerms terms, string path, DateInterval term, Currency currency, Rounding rounding, Cycle settledPer, List<ContractError> errors)
    {
        if (terms.Value is Money value && (value.Currency != currency || value.Amount <= 0m))
        {
            errors.Add(new ContractError(path + ".value", FormattableString.Invariant($"The contract's value {value} is not an amount above 0 in {currency}.")));
        }

        if (terms.Commission is PlanVersion plan)
        {
            if (plan.Plan.Currency != currency)
            {
                errors.Add(new ContractError(path + ".commission", $"The plan '{plan.Plan.Name}' is in {plan.Plan.Currency}, the contract in {currency}."));
            }

            if (plan.Plan.Cycle != settledPer)
            {
                errors.Add(new ContractError(path + ".commission", $"The plan '{plan.Plan.Name}' pays each {plan.Plan.Cycle}, but the contract is settled each {settledPer}."));
            }

            if (plan.Plan.Caps.Any(cap => cap.Excess == Excess.Carried) && plan.Plan.Accumulation == Accumulation.TrueUp)
            {
                errors.Add(new ContractError(path + ".commission", $"The plan '{plan.Plan.Name}' trues up to date, which claims again what its cap left over; a cap that carries the rest as well would pay it twice. Let the rest be lost."));
            }
            else if (plan.Plan.Caps.Any(cap => cap.Excess == Excess.Carried) && ContractAccount.CoversToDate(plan.Plan))
            {
                errors.Add(new ContractError(path + ".commission", $"The plan '{plan.Plan.Name}' accumulates under a cap on all that was earned to date, so what a cap leaves over and carries never finds room. Let the rest be lost."));
            }
        }

        if (terms.Advance is Draw draw && draw.Amount.Currency != currency)
        {
            errors.Add(new ContractError(path + ".advance", $"{draw.Amount} is not in the contract's currency {currency}."));
        }

        bool noHoldback = terms.HoldbackShare.IsZero && terms.HoldbackMonths == 0;
        if (!noHoldback && (!terms.HoldbackShare.IsShare || terms.HoldbackShare.IsZero || terms.HoldbackMonths is < 1 or > 60))
        {
            errors.Add(new ContractError(path + ".holdback", $"Expected a holdback above 0 % and at most 100 %, released after 1 to 60 months; got {terms.HoldbackShare} and {terms.HoldbackMonths} months."));
        }

        terms.CostShare?.Check(path + ".costShare", currency, term, errors);
        CheckDeposit(terms, path + ".deposit", term, currency, rounding, errors);
        return Prices(terms, path, term, currency, rounding, errors);
    }

    private static void CheckDeposit(ContractTerms terms, string path, DateInterval term, Currency currency, Rounding rounding, List<ContractError> errors)
    {
        if (terms.Deposit is not DepositTerms deposit)
        {
            return;
        }

        if (deposit.Share is Rate share && (share.IsNegative || share.IsZero))
        {
            errors.Add(new ContractError(path + ".share", $"The deposit's share {share} is not above 0%."));
        }

        if (deposit.Share is not null && terms.Value is null)
        {
            errors.Add(new ContractError(path + ".share", "The deposit is a share of the contract's value, which is not stated (Value)."));
        }

        if (deposit.IsFromCostShare && terms.CostShare is null)
        {
            errors.Add(new ContractError(path, "The deposit is the partner's share of a cost share, which is not stated (ShareCost)."));
        }

        if (deposit.Amount is Money amount && (amount.Currency != currency || amount.Amount <= 0m))
        {
            errors.Add(new ContractError(path + ".amount", $"The deposit {amount} is not an amount above 0 in {currency}."));
        }
        else if (terms.Value is Money value && value.Currency == currency && (!deposit.IsFromCostShare || terms.CostShare?.Goods.Currency == currency)
            && terms.LevelOf(currency, rounding) is Money level && level > value)
        {
            errors.Add(new ContractError(path, FormattableString.Invariant($"The deposit {level} is above the contract's value {value}.")));
        }

        foreach (DepositInstalment part in deposit.Instalments.Where(part => part.DueOn > term.End))
        {
            errors.Add(new ContractError(path + ".instalments", $"The instalment due on {Dates.Text(part.DueOn)} is after the end of the term on {Dates.Text(term.End)}."));
        }

        foreach (string code in deposit.ForfeitureOrder.Where(code => terms.Find(code) is null))
        {
            errors.Add(new ContractError(path + ".forfeitedFirstFor", $"The order of forfeiture names '{code}', which is no commitment of the contract."));
        }

        if (deposit.ForfeitureOrder.Distinct(StringComparer.Ordinal).Count() != deposit.ForfeitureOrder.Count)
        {
            errors.Add(new ContractError(path + ".forfeitedFirstFor", "The order of forfeiture names a commitment twice."));
        }
    }

    private static List<(ExactCurve? Shortfall, ExactCurve? OverDelivery)> Prices(ContractTerms terms, string path, DateInterval term, Currency currency, Rounding rounding, List<ContractError> errors)
    {
        var prices = new List<(ExactCurve?, ExactCurve?)>();
        for (int i = 0; i < terms.Commitments.Count; i++)
        {
            Commitment commitment = terms.Commitments[i];
            string place = $"{path}.commitments[{i}]";
            commitment.Check(place, currency, term, terms.DataDuties, errors);
            prices.Add((
                commitment.Shortfall?.Compile(currency, rounding, place + ".shortfall", errors),
                commitment.OverDelivery?.Compile(currency, rounding, place + ".overDelivery", errors)));
        }

        return prices;
    }
}
