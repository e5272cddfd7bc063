using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Who bears the cost of the first goods, and how later sales shift it: the brand supplies 80 %, the retailer leaves 20 % as a deposit.</summary>
/// <remarks>
/// <para>
/// The partner's share is what the deposit stands for. From a day on, the share follows the sales of each settled month: the step of the table that the attainment of the month's sales target
/// reaches says the partner's share; the deposit's level moves with it, by a refund or a call for a top-up.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads: every method returns another.</para>
/// </remarks>
public sealed class CostShare
{
    private CostShare(Money goods, Rate brand, Rate partner)
    {
        Goods = goods;
        BrandShare = brand;
        PartnerShare = partner;
    }

    /// <summary>Gets the cost of the first goods.</summary>
    public Money Goods { get; }

    /// <summary>Gets the brand's share.</summary>
    public Rate BrandShare { get; }

    /// <summary>Gets the partner's share at the start.</summary>
    public Rate PartnerShare { get; }

    /// <summary>Gets the sales target of a whole month, if sales shift the share.</summary>
    public Money? MonthlySales { get; private set; }

    /// <summary>Gets the first day whose sales shift the share.</summary>
    public LocalDate? AdjustedFrom { get; private set; }

    /// <summary>Gets the steps: attainment in percent from which on, itself included, the partner bears a share.</summary>
    public IReadOnlyList<KeyValuePair<decimal, Rate>> Steps { get; private set; } = [];

    /// <summary>States who bears what. Shares that are not 100 % together are refused when the contract is built.</summary>
    /// <param name="goods">The cost of the first goods, above 0.</param>
    /// <param name="brand">The brand's share.</param>
    /// <param name="partner">The partner's share.</param>
    /// <returns>The cost share.</returns>
    public static CostShare Of(Money goods, Rate brand, Rate partner) => new(goods, brand, partner);

    /// <summary>Lets the sales of later months shift the partner's share.</summary>
    /// <param name="monthlySales">The sales target of a whole month, above 0; prorated by days for a part of one.</param>
    /// <param name="from">The first day whose sales count.</param>
    /// <param name="steps">Attainment in percent and the partner's share from it on; the first at 0.</param>
    /// <returns>The cost share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is <see langword="null"/>.</exception>
    public CostShare AdjustedBySales(Money monthlySales, LocalDate from, params IEnumerable<(decimal AttainmentPercent, Rate PartnerShare)> steps) => new(Goods, BrandShare, PartnerShare)
    {
        MonthlySales = monthlySales,
        AdjustedFrom = from,
        Steps = [.. Guard.Against.Null(steps).OrderBy(step => step.AttainmentPercent).Select(step => new KeyValuePair<decimal, Rate>(Exact.Canonical(step.AttainmentPercent), step.PartnerShare))],
    };

    /// <summary>Whether another says the same: versions of a contract that is read from a file state what they leave alone once more.</summary>
    internal bool IsSame(CostShare other) => Goods == other.Goods && BrandShare == other.BrandShare && PartnerShare == other.PartnerShare
        && MonthlySales == other.MonthlySales && AdjustedFrom == other.AdjustedFrom && Steps.SequenceEqual(other.Steps);

    internal void Check(string path, Currency currency, DateInterval term, List<ContractError> errors)
    {
        if (Goods.Currency != currency || Goods.Amount <= 0m)
        {
            errors.Add(new ContractError(path + ".goods", $"{Goods} is not an amount above 0 in {currency}."));
        }

        if (!BrandShare.IsShare || !PartnerShare.IsShare || BrandShare + PartnerShare != Rate.One)
        {
            errors.Add(new ContractError(path, $"The brand's share {BrandShare} and the partner's {PartnerShare} add up to {BrandShare + PartnerShare}, not to 100%."));
        }

        if (MonthlySales is not Money sales)
        {
            return;
        }

        if (sales.Currency != currency || sales.Amount <= 0m)
        {
            errors.Add(new ContractError(path + ".monthlySales", $"{sales} is not an amount above 0 in {currency}."));
        }

        if (AdjustedFrom is LocalDate from && !term.Contains(from))
        {
            errors.Add(new ContractError(path + ".adjustedFrom", $"{Dates.Text(from)} is outside the term {Dates.Text(term)}."));
        }

        if (Steps.Count == 0 || Steps[0].Key != 0m || Steps.Select(step => step.Key).Distinct().Count() != Steps.Count
            || Steps.Any(step => !step.Value.IsShare || Exact.Scale(step.Key) > 8 || step.Key > 1_000_000m))
        {
            errors.Add(new ContractError(path + ".steps", "The steps start at an attainment of 0, each stands once with at most 8 decimals, and each share is 0 % to 100 %."));
        }
    }

    /// <summary>The partner's share for sales of a part of a month, and the attainment in percent, cut to 8 decimals for showing.</summary>
    internal (Rate Share, decimal Attainment) ShareFor(Money sales, DateInterval slice)
    {
        // attainment = sales x days of the month / (target x days of the slice), in percent
        int days = CycleCount.DaysOfCycle(Cycle.Month, slice.Start);
        var attainment = new Ratio(sales.ToMillionths() * days * 100, MonthlySales!.Value.ToMillionths() * slice.Length);
        Rate share = Steps[0].Value;
        foreach (KeyValuePair<decimal, Rate> step in Steps)
        {
            if (attainment.CompareTo(new Ratio(Exact.ToUnits(step.Key, 8), 100_000_000)) >= 0)
            {
                share = step.Value;
            }
        }

        return (share, StatementLine.Cut(attainment, 8) ?? decimal.MaxValue);
    }
}
