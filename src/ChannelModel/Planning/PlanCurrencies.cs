using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning;

/// <summary>Every amount of a plan must have the plan's currency; this finds those that do not.</summary>
internal static class PlanCurrencies
{
    public static IEnumerable<PlanDefect> Check(GrowthPlan plan) =>
        from entry in Amounts(plan)
        where entry.Currency != plan.Currency
        select new PlanDefect(entry.Path, $"the amount is in {entry.Currency}", $"the plan's currency, {plan.Currency}");

    private static IEnumerable<(Currency Currency, string Path)> Amounts(GrowthPlan plan)
    {
        if (plan.Sales is SalesTarget sales)
        {
            yield return (sales.Target.Currency, "$.sales.target");
        }

        if (plan.CompanyAverageOrderValue is Money company)
        {
            yield return (company.Currency, "$.companyAverageOrderValue");
        }

        for (int i = 0; i < plan.Kpis.Count; i++)
        {
            if (plan.Kpis[i].Target.Kind == FigureKind.Money)
            {
                yield return (plan.Kpis[i].Target.Currency, FormattableString.Invariant($"$.kpis[{i}].target"));
            }
        }

        for (int i = 0; i < plan.Counts.Count; i++)
        {
            foreach (var density in plan.Counts[i].SalesDensity)
            {
                yield return (density.Value.Amount.Currency, FormattableString.Invariant($"$.counts[{i}].salesDensity.{density.Key}.amount"));
            }
        }

        for (int i = 0; i < plan.Budgets.Count; i++)
        {
            foreach (var amount in InBudget(plan.Budgets[i], FormattableString.Invariant($"$.budgets[{i}]")))
            {
                yield return amount;
            }
        }

        for (int i = 0; i < plan.Initiatives.Count; i++)
        {
            foreach (var amount in InInitiative(plan.Initiatives[i], FormattableString.Invariant($"$.initiatives[{i}]")))
            {
                yield return amount;
            }
        }

        for (int i = 0; i < plan.Claims.Count; i++)
        {
            foreach (var amount in InClaim(plan.Claims[i], FormattableString.Invariant($"$.claims[{i}]")))
            {
                yield return amount;
            }
        }
    }

    private static IEnumerable<(Currency Currency, string Path)> InBudget(Budget budget, string path)
    {
        yield return (budget.Amount.Currency, path + ".amount");
        for (int i = 0; i < budget.Lines.Count; i++)
        {
            foreach (var amount in InBudget(budget.Lines[i], FormattableString.Invariant($"{path}.lines[{i}]")))
            {
                yield return amount;
            }
        }
    }

    private static IEnumerable<(Currency Currency, string Path)> InInitiative(Initiative initiative, string path)
    {
        for (int i = 0; i < initiative.Fees.Count; i++)
        {
            yield return (initiative.Fees[i].Amount.Currency, FormattableString.Invariant($"{path}.fees[{i}].amount"));
        }

        if (initiative.Funnel?.AverageOrderValue is Money orderValue)
        {
            yield return (orderValue.Currency, path + ".funnel.averageOrderValue");
        }

        if (initiative.ExpectedSales is Money expected)
        {
            yield return (expected.Currency, path + ".expectedSales");
        }

        if (initiative.PriceMove is PriceMove move)
        {
            yield return (move.Price.Currency, path + ".priceMove.price");
        }

        if (initiative.SalesDensity is { } density)
        {
            yield return (density.Amount.Currency, path + ".salesDensity.amount");
        }
    }

    private static IEnumerable<(Currency Currency, string Path)> InClaim(PlanClaim claim, string path)
    {
        IEnumerable<(Figure? Figure, string Path)> figures = claim switch
        {
            SumClaim sum => sum.Parts
                .Select((part, k) => (part.Figure, FormattableString.Invariant($"{path}.parts[{k}].value")))
                .Prepend((sum.Total, path + ".total")),
            ComparisonClaim comparison => [(comparison.Left.Figure, path + ".left.value"), (comparison.Right.Figure, path + ".right.value")],
            _ => [],
        };
        foreach ((Figure? figure, string place) in figures)
        {
            if (figure is { Kind: FigureKind.Money })
            {
                yield return (figure.Currency, place);
            }
        }
    }
}
