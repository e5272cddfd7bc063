using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Channels;

/// <summary>One of the named definitions of return on investment. A bare "ROI" is not a number here: it always carries its definition.</summary>
/// <remarks>
/// <para>A closed set: each has a formula of its own. Equality is by reference, since there is one instance of each.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class RoiDefinition
{
    private readonly Func<RoiFacts, decimal?> _top;
    private readonly Func<RoiFacts, decimal?> _bottom;

    private RoiDefinition(string code, LocalText name, LocalText formula, RoiUnit unit, Func<RoiFacts, decimal?> top, Func<RoiFacts, decimal?> bottom)
    {
        Code = code;
        Name = name;
        Formula = formula;
        Unit = unit;
        _top = top;
        _bottom = bottom;
    }

    /// <summary>Gets return on advertising spend: revenue / cost.</summary>
    public static RoiDefinition Roas { get; } = new(
        "roas",
        new LocalText("ROAS", "广告支出回报率"),
        new LocalText("revenue / cost", "收入 / 费用"),
        RoiUnit.Ratio,
        facts => facts.Revenue?.Amount,
        facts => facts.Cost.Amount);

    /// <summary>Gets gross profit / cost.</summary>
    public static RoiDefinition GrossProfitOnCost { get; } = new(
        "gross-profit-on-cost",
        new LocalText("gross profit on cost", "毛利费用比"),
        new LocalText("gross profit / cost", "毛利 / 费用"),
        RoiUnit.Ratio,
        facts => facts.GrossProfit?.Amount,
        facts => facts.Cost.Amount);

    /// <summary>Gets (gross profit - cost) / cost, what is left after the cost is paid back.</summary>
    public static RoiDefinition NetReturnOnCost { get; } = new(
        "net-return-on-cost",
        new LocalText("net return on cost", "净投资回报率"),
        new LocalText("(gross profit - cost) / cost", "(毛利 - 费用) / 费用"),
        RoiUnit.Ratio,
        facts => facts.GrossProfit?.Amount - facts.Cost.Amount,
        facts => facts.Cost.Amount);

    /// <summary>Gets the months until the gross profit has paid the cost back: cost / gross profit of a month.</summary>
    public static RoiDefinition Payback { get; } = new(
        "payback",
        new LocalText("payback", "回收期"),
        new LocalText("cost / gross profit of a month", "费用 / 月毛利"),
        RoiUnit.Months,
        facts => facts.Cost.Amount,
        facts => facts.MonthlyGrossProfit?.Amount);

    /// <summary>Gets cost / orders.</summary>
    public static RoiDefinition CostPerOrder { get; } = new(
        "cost-per-order",
        new LocalText("cost per order", "单均费用"),
        new LocalText("cost / orders", "费用 / 订单数"),
        RoiUnit.Money,
        facts => facts.Cost.Amount,
        facts => facts.Orders);

    /// <summary>Gets cost / clicks.</summary>
    public static RoiDefinition CostPerClick { get; } = new(
        "cost-per-click",
        new LocalText("cost per click", "单次点击费用"),
        new LocalText("cost / clicks", "费用 / 点击量"),
        RoiUnit.Money,
        facts => facts.Cost.Amount,
        facts => facts.Clicks);

    /// <summary>Gets cost / new customers, also called customer acquisition cost.</summary>
    public static RoiDefinition CostPerNewCustomer { get; } = new(
        "cost-per-new-customer",
        new LocalText("cost per new customer", "新客获取成本"),
        new LocalText("cost / new customers", "费用 / 新客数"),
        RoiUnit.Money,
        facts => facts.Cost.Amount,
        facts => facts.NewCustomers);

    /// <summary>Gets all definitions.</summary>
    public static IReadOnlyList<RoiDefinition> All { get; } =
        [Roas, GrossProfitOnCost, NetReturnOnCost, Payback, CostPerOrder, CostPerClick, CostPerNewCustomer];

    /// <summary>Gets the code, such as <c>roas</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the name to show.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the formula in words.</summary>
    public LocalText Formula { get; }

    /// <summary>Gets what the figure is measured in.</summary>
    public RoiUnit Unit { get; }

    /// <summary>Finds a definition by its code.</summary>
    /// <param name="code">Such as <c>roas</c>.</param>
    /// <returns>The definition, or <see langword="null"/> if there is none of that code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    public static RoiDefinition? Find(string code)
    {
        Guard.Against.Null(code);
        foreach (RoiDefinition definition in All)
        {
            if (definition.Code == code)
            {
                return definition;
            }
        }

        return null;
    }

    /// <summary>Computes the figure by this definition.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="decimals">The decimals that remain, 0 to 10; a half goes away from zero.</param>
    /// <returns>The figure, or <see langword="null"/> if a fact that the formula needs is not known or the divisor is 0: no data is not zero.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0 to 10.</exception>
    public decimal? Of(RoiFacts facts, int decimals)
    {
        Guard.Against.Null(facts);
        if (decimals is < 0 or > 10)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Expected 0 to 10 decimals.");
        }

        return _top(facts) is decimal top && _bottom(facts) is decimal bottom && bottom != 0m
            ? Exact.Quotient(top, bottom, decimals, RoundingMode.HalfAwayFromZero)
            : null;
    }

    /// <summary>Returns the code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;
}
