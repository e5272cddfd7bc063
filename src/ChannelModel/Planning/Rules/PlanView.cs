using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Internal;

namespace ChannelModel.Planning.Rules;

/// <summary>What several rules ask of a plan: fees over the period, figures by name, places as paths.</summary>
internal static class PlanView
{
    public static string Place(string list, int index, string member = "") => FormattableString.Invariant($"$.{list}[{index}]{member}");

    /// <summary>The fees of an initiative over the plan's period; null if it states none.</summary>
    public static Money? Fees(GrowthPlan plan, Initiative initiative) => initiative.Fees.Count == 0
        ? null
        : Money.Sum(initiative.Fees.Select(fee => CycleCount.Times(fee.Amount, fee.Per, plan.Period, Rounding.HalfAwayFromZero)), plan.Currency);

    /// <summary>The fees of all initiatives of a category, or of all.</summary>
    public static IReadOnlyList<(int Index, Initiative Initiative, Money Fees)> FeesOf(GrowthPlan plan, ChannelCategory? category) => plan.Initiatives
        .Select((initiative, index) => (index, initiative, Fees(plan, initiative)))
        .Where(entry => entry.Item3 is not null && (category is null || entry.initiative.Channel.Category == category))
        .Select(entry => (entry.index, entry.initiative, entry.Item3!.Value))
        .ToArray();

    /// <summary>
    /// What is known of an initiative's return, all for the same time. A funnel whose reach says its time is taken over the plan's period, with the fees of the period; one that says
    /// none is held against one cycle of the fees. Expected sales are for the period. Null where the initiative states no fees.
    /// </summary>
    public static RoiFacts? Facts(GrowthPlan plan, Initiative initiative)
    {
        if (Fees(plan, initiative) is not Money fees)
        {
            return null;
        }

        Funnel? funnel = initiative.Funnel;
        decimal? clicks = funnel?.Reach is { } reach && reach.Unit == ReachUnit.Clicks ? reach.Total : null;
        if (funnel?.Reach?.Per is Cycle per)
        {
            (System.Numerics.BigInteger top, System.Numerics.BigInteger bottom) = CycleCount.In(per, plan.Period);
            decimal? Over(decimal? perCycle) => perCycle is decimal value
                ? Exact.Multiply(value, top, bottom, 6, RoundingMode.HalfAwayFromZero)
                : null;
            Money? revenue = initiative.ExpectedSales
                ?? (funnel is { Orders: decimal orders, AverageOrderValue: Money value } ? value.MultiplyDivide(orders, top, bottom, Rounding.HalfAwayFromZero) : null);
            return new RoiFacts(fees, revenue, orders: Over(funnel.Orders), clicks: Over(clicks), newCustomers: Over(funnel.NewCustomers));
        }

        if (initiative.ExpectedSales is Money expected)
        {
            return new RoiFacts(fees, expected);
        }

        Money oneCycle = Money.Sum(initiative.Fees.Select(fee => fee.Amount), plan.Currency);
        return new RoiFacts(oneCycle, funnel?.Revenue(Rounding.HalfAwayFromZero), orders: funnel?.Orders, clicks: clicks, newCustomers: funnel?.NewCustomers);
    }

    public static Figure? FigureOf(Initiative initiative, InitiativeFigure figure) => figure switch
    {
        InitiativeFigure.ExpectedSales => initiative.ExpectedSales is Money sales ? Figure.Of(sales) : null,
        InitiativeFigure.AverageOrderValue => initiative.Funnel?.AverageOrderValue is Money value ? Figure.Of(value) : null,
        InitiativeFigure.Repurchase => initiative.Funnel?.Repurchase is Rate rate ? Figure.Of(rate) : null,
        InitiativeFigure.Conversion => initiative.Funnel?.Conversion is Rate rate ? Figure.Of(rate) : null,
        InitiativeFigure.Orders => initiative.Funnel?.Orders is decimal orders ? Figure.Count(orders) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Not a figure of an initiative."),
    };

    public static string MemberOf(InitiativeFigure figure) => figure switch
    {
        InitiativeFigure.ExpectedSales => ".expectedSales",
        InitiativeFigure.AverageOrderValue => ".funnel.averageOrderValue",
        InitiativeFigure.Repurchase => ".funnel.repurchase",
        InitiativeFigure.Conversion => ".funnel.conversion",
        _ => ".funnel.orders",
    };

    public static LocalText NameOf(InitiativeFigure figure) => figure switch
    {
        InitiativeFigure.ExpectedSales => Say.Text("expected sales", "预期销售额"),
        InitiativeFigure.AverageOrderValue => Say.Text("average order value", "客单价"),
        InitiativeFigure.Repurchase => Say.Text("repurchase rate", "复购率"),
        InitiativeFigure.Conversion => Say.Text("conversion rate", "转化率"),
        _ => Say.Text("orders", "订单数"),
    };

    public static LocalText NameOf(Cycle cycle) => cycle switch
    {
        Cycle.Day => Say.Text("day", "日"),
        Cycle.Week => Say.Text("week", "周"),
        Cycle.Month => Say.Text("month", "月"),
        Cycle.Quarter => Say.Text("quarter", "季度"),
        Cycle.Year => Say.Text("year", "年"),
        _ => Say.Text("period", "计划期"),
    };

    public static int IndexOf(GrowthPlan plan, Id<Channel> initiative)
    {
        for (int i = 0; i < plan.Initiatives.Count; i++)
        {
            if (plan.Initiatives[i].Channel.Id == initiative)
            {
                return i;
            }
        }

        throw new ArgumentException($"The plan has no initiative '{initiative}'.", nameof(initiative));
    }

    /// <summary>A part of a claim with its name, figure and place; the figure is null where the initiative does not state it.</summary>
    public static (LocalText Name, Figure? Figure, string Place) Resolve(GrowthPlan plan, ClaimPart part, string ownPlace)
    {
        if (part.Initiative is not Id<Channel> id)
        {
            return (part.Name!, part.Figure, ownPlace);
        }

        int index = IndexOf(plan, id);
        return (
            plan.Initiatives[index].Channel.Name,
            FigureOf(plan.Initiatives[index], part.InitiativeFigure),
            Place("initiatives", index, MemberOf(part.InitiativeFigure)));
    }

    /// <summary>Every amount that the plan states as the budget of a scope: a category, or null for the whole plan.</summary>
    public static IReadOnlyList<(LocalText Source, Money Amount, string Place)> BudgetsOf(GrowthPlan plan, ChannelCategory? category)
    {
        var found = new List<(LocalText, Money, string)>();
        for (int i = 0; i < plan.Budgets.Count; i++)
        {
            Collect(plan.Budgets[i], plan.Budgets[i].Source!, category, Place("budgets", i), found);
        }

        return found;
    }

    /// <summary>The categories that the plan speaks of, in the order of first mention.</summary>
    public static IReadOnlyList<ChannelCategory> Categories(GrowthPlan plan) => (plan.Sales?.TargetMix?.Keys ?? [])
        .Concat(plan.Sales?.ActualMix?.Keys ?? [])
        .Concat(plan.Initiatives.Select(initiative => initiative.Channel.Category))
        .Concat(plan.Budgets.SelectMany(CategoriesIn))
        .Distinct()
        .ToArray();

    private static IEnumerable<ChannelCategory> CategoriesIn(Budget budget) =>
        (budget.Category is null ? Enumerable.Empty<ChannelCategory>() : [budget.Category]).Concat(budget.Lines.SelectMany(CategoriesIn));

    private static void Collect(Budget node, LocalText source, ChannelCategory? category, string place, List<(LocalText, Money, string)> found)
    {
        if (node.Initiative is null && node.Category == category)
        {
            found.Add((source, node.Amount, place + ".amount"));
            return; // what is below belongs to this amount
        }

        for (int i = 0; i < node.Lines.Count; i++)
        {
            Collect(node.Lines[i], source, category, FormattableString.Invariant($"{place}.lines[{i}]"), found);
        }
    }
}
