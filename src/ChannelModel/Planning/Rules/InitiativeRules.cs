using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Planning.Rules;

/// <summary>Prices, margins, funnels and densities of the initiatives.</summary>
internal static class InitiativeRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        for (int i = 0; i < plan.Initiatives.Count; i++)
        {
            Initiative initiative = plan.Initiatives[i];
            string place = PlanView.Place("initiatives", i);
            IEnumerable<AuditLine?> lines =
            [
                Price(initiative, place), Margin(initiative, place), Expected(plan, initiative, place),
                Trial(initiative, place), Density(initiative, place), ReachTime(initiative, place),
            ];
            foreach (AuditLine line in lines.OfType<AuditLine>())
            {
                yield return line;
            }
        }

        foreach (AuditLine line in Densities(plan))
        {
            yield return line;
        }
    }

    private static AuditLine? Price(Initiative initiative, string place)
    {
        if (initiative.PriceMove is not { StatedNewPrice: Money stated } move)
        {
            return null;
        }

        Figure left = Figure.Of(stated);
        Figure right = Figure.Of(move.Price.Multiply(move.PriceCut.Complement(), Rounding.HalfAwayFromZero));
        LocalText name = initiative.Channel.Name;
        return Say.Line(
            AuditRule.Price,
            left == right,
            [place + ".priceMove.newPrice"],
            Say.Side("stated new price", "所述新价", left),
            Say.Side("price x (1 - cut)", "原价 ×（1 - 降幅）", right),
            $"{Say.Bare(Figure.Of(move.Price))} x (1 - {move.PriceCut}) = {Say.En(right)}",
            left == right
                ? Say.Text($"The new price of {name.En}, {Say.En(left)}, is {move.PriceCut} below the old one.", $"{Say.Zh(name)}新价{Say.Zh(left)}为原价下调{move.PriceCut}。")
                : Say.Text($"The new price of {name.En} is stated as {Say.En(left)}, but {move.PriceCut} off gives {Say.En(right)}.", $"{Say.Zh(name)}所述新价为{Say.Zh(left)}，下调{move.PriceCut}应为{Say.Zh(right)}。"));
    }

    private static AuditLine? Margin(Initiative initiative, string place)
    {
        if (initiative.PriceMove is not { Claim: not MarginClaim.None } move)
        {
            return null;
        }

        UnitEconomics after = UnitEconomics.OfMargin(move.Price, Rate.Zero).AfterPriceCut(move.PriceCut).WithMargin(move.Margin);
        UnitEconomics before = after.BeforeCostSaving(move.CostSaving).BeforePriceCut(move.PriceCut);
        Figure left = Figure.Of(move.Margin);
        Figure right = Figure.Of(before.Margin);
        Figure change = Figure.Difference(left, right)!;
        bool holds = move.Claim == MarginClaim.Kept ? change.Value == 0m : change.Value > 0m;
        LocalText name = initiative.Channel.Name;
        (string en, string zh) = move.Claim == MarginClaim.Kept ? ("kept", "保持") : ("raised", "提升");
        Figure Cost(UnitEconomics unit) => Figure.Of(unit.UnitCost(Rounding.HalfAwayFromZero));
        Figure PriceOf(UnitEconomics unit) => Figure.Of(unit.Price(Rounding.HalfAwayFromZero));
        return Say.Line(
            AuditRule.Margin,
            holds,
            [place + ".priceMove.claim", place + ".priceMove.margin"],
            Say.Side("margin after the move", "调整后毛利率", left),
            Say.Side("margin before the move", "调整前毛利率", right),
            $"cost after {Say.Bare(PriceOf(after))} x (1 - {move.Margin}) = {Say.Bare(Cost(after))}; before the saving {Say.Bare(Cost(after))} / (1 - {move.CostSaving}) = {Say.Bare(Cost(before))}; "
                + $"margin before 1 - {Say.Bare(Cost(before))} / {Say.Bare(PriceOf(before))} = {Say.En(right)}",
            holds
                ? Say.Text($"The margin of {name.En} is {en}: {Say.En(right)} before, {Say.En(left)} after.", $"{Say.Zh(name)}毛利率{zh}：调整前{Say.Zh(right)}，调整后{Say.Zh(left)}。")
                : Say.Text(
                    $"The margin of {name.En} is said to be {en} at {Say.En(left)}, but it was {Say.En(right)} before: a {(change.Value < 0m ? "fall" : "rise")} of {Say.En(Say.Absolute(change))}.",
                    $"称{Say.Zh(name)}毛利率{zh}在{Say.Zh(left)}，但调整前为{Say.Zh(right)}，{(change.Value < 0m ? "下降" : "上升")}{Say.Zh(Say.Absolute(change))}。"));
    }

    private static AuditLine? Expected(GrowthPlan plan, Initiative initiative, string place)
    {
        if (initiative is not { ExpectedSales: Money expected, Funnel: { Orders: decimal orders, Reach: { Per: Cycle per } } funnel } || orders == 0m)
        {
            return null;
        }

        (System.Numerics.BigInteger top, System.Numerics.BigInteger bottom) = CycleCount.In(per, plan.Period);
        decimal all = Exact.Multiply(orders, top, bottom, 6, RoundingMode.HalfAwayFromZero);
        string count = $"{Say.En(Figure.Count(orders))} orders a {PlanView.NameOf(per).En} x {Say.En(Figure.Number(Exact.Quotient((decimal)top, (decimal)bottom, 4, RoundingMode.HalfAwayFromZero)))} = {Say.En(Figure.Count(all))} orders";
        LocalText name = initiative.Channel.Name;
        if (funnel.AverageOrderValue is Money orderValue)
        {
            Figure stated = Figure.Of(expected);
            Figure follows = Figure.Of(orderValue.MultiplyDivide(orders, top, bottom, Rounding.HalfAwayFromZero));
            return Say.Line(
                AuditRule.ExpectedSales,
                stated == follows,
                [place + ".expectedSales", place + ".funnel"],
                Say.Side("expected sales", "预期销售额", stated),
                Say.Side("orders x average order value", "订单数 × 客单价", follows),
                $"{count}; x {Say.Bare(Figure.Of(orderValue))} = {Say.En(follows)}",
                stated == follows
                    ? Say.Text($"The expected sales of {name.En}, {Say.En(stated)}, follow from its funnel.", $"{Say.Zh(name)}预期销售额{Say.Zh(stated)}与漏斗一致。")
                    : Say.Text($"The expected sales of {name.En} are {Say.En(stated)}, but its funnel gives {Say.En(follows)}.", $"{Say.Zh(name)}预期销售额为{Say.Zh(stated)}，按漏斗却为{Say.Zh(follows)}。"));
        }

        if (plan.CompanyAverageOrderValue is not Money company || all == 0m)
        {
            return null;
        }

        Figure left = Figure.Of(expected.Divide(all, Rounding.HalfAwayFromZero));
        Figure right = Figure.Of(company);
        bool holds = left.Value * 2m >= right.Value && left.Value <= right.Value * 2m;
        return Say.Line(
            AuditRule.ImpliedOrderValue,
            holds,
            [place + ".expectedSales", place + ".funnel", "$.companyAverageOrderValue"],
            Say.Side("implied average order value", "隐含客单价", left),
            Say.Side("company average order value", "公司客单价", right),
            $"{count}; {Say.Bare(Figure.Of(expected))} / {Say.En(Figure.Count(all))} = {Say.En(left)}",
            holds
                ? Say.Text($"The expected sales of {name.En} imply an order value of {Say.En(left)}, near the company's {Say.En(right)}.", $"{Say.Zh(name)}隐含客单价{Say.Zh(left)}，与公司{Say.Zh(right)}相近。")
                : Say.Text(
                    $"The expected sales of {name.En} over {Say.En(Figure.Count(orders))} orders a {PlanView.NameOf(per).En} imply an order value of {Say.En(left)}, against {Say.En(right)} for the company.",
                    $"{Say.Zh(name)}每{Say.Zh(PlanView.NameOf(per))}{Say.Zh(Figure.Count(orders))}单对应的预期销售额隐含客单价仅{Say.Zh(left)}，而公司客单价为{Say.Zh(right)}。"));
    }

    private static AuditLine? Trial(Initiative initiative, string place)
    {
        if (initiative is not { TrialConversion: Rate trial, Funnel: { Conversion: Rate planned } })
        {
            return null;
        }

        Figure left = Figure.Of(planned);
        Figure right = Figure.Of(trial);
        LocalText name = initiative.Channel.Name;
        bool holds = planned <= trial;
        return Say.Line(
            AuditRule.TrialConversion,
            holds,
            [place + ".funnel.conversion", place + ".trialConversion"],
            Say.Side("planned conversion", "计划转化率", left),
            Say.Side("conversion in the trial", "试运行转化率", right),
            $"{Say.En(left)} - {Say.En(right)} = {Say.En(Figure.Difference(left, right)!)}",
            holds
                ? Say.Text($"The planned conversion of {name.En}, {Say.En(left)}, is backed by its trial.", $"{Say.Zh(name)}计划转化率{Say.Zh(left)}有试运行支持。")
                : Say.Text(
                    $"{name.En} plans with a conversion of {Say.En(left)}, but its own trial reached {Say.En(right)}.",
                    $"{Say.Zh(name)}按{Say.Zh(left)}转化率计划，试运行仅达{Say.Zh(right)}。"));
    }

    private static AuditLine? Density(Initiative initiative, string place)
    {
        if (initiative.SalesDensity is not { } density)
        {
            return null;
        }

        string readings = initiative.Space is Space space
            ? $"per store {Say.En(Figure.Of(density.Amount * space.Stores))}, per square metre {Say.En(Figure.Of(density.Amount.Multiply(space.SquareMetres, Rounding.HalfAwayFromZero)))} a {PlanView.NameOf(density.Per).En} in all"
            : "-";
        return Unit(density, initiative.Channel.Name, place + ".salesDensity", readings);
    }

    private static IEnumerable<AuditLine> Densities(GrowthPlan plan)
    {
        for (int i = 0; i < plan.Counts.Count; i++)
        {
            foreach (KeyValuePair<string, SalesDensity> density in plan.Counts[i].SalesDensity)
            {
                LocalText name = Say.Text($"{plan.Counts[i].Name.En}, {density.Key}", $"{Say.Zh(plan.Counts[i].Name)}（{density.Key}）");
                yield return Unit(density.Value, name, PlanView.Place("counts", i, ".salesDensity." + density.Key), "-");
            }
        }
    }

    private static AuditLine Unit(SalesDensity density, LocalText name, string place, string readings)
    {
        Figure left = Figure.Of(density.Amount);
        LocalText cycle = PlanView.NameOf(density.Per);
        return Say.Line(
            AuditRule.UnitMissing,
            density.Unit is not null,
            [place],
            Say.Side($"sales density a {cycle.En}", $"每{Say.Zh(cycle)}坪效", left),
            Say.Side("for each", "计量单位", Figure.Of(density.Unit?.Name ?? Say.Text("unit not stated", "未注明单位"))),
            readings,
            density.Unit is not null
                ? Say.Text($"The sales density of {name.En} is for each {density.Unit.Name.En}.", $"{Say.Zh(name)}的坪效按每{Say.Zh(density.Unit.Name)}计。")
                : Say.Text(
                    $"The sales density of {name.En}, {Say.En(left)} a {cycle.En}, does not say for what: a store, a square metre, a member of staff.",
                    $"{Say.Zh(name)}每{Say.Zh(cycle)}{Say.Zh(left)}的坪效未注明单位：每店、每平方米还是每人。"));
    }

    private static AuditLine? ReachTime(Initiative initiative, string place)
    {
        if (initiative.Funnel?.Reach is not Reach reach)
        {
            return null;
        }

        LocalText name = initiative.Channel.Name;
        Figure left = Figure.Count(reach.Total);
        return Say.Line(
            AuditRule.UnitMissing,
            reach.Per is not null,
            [place + ".funnel.reach"],
            Say.Side(new LocalText($"reach, {reach.Unit.Name.En}", $"触达{Say.Zh(reach.Unit.Name)}"), left),
            Say.Side("in which time", "所属时间", Figure.Of(reach.Per is Cycle per ? PlanView.NameOf(per) : Say.Text("time not stated", "未注明时间"))),
            "-",
            reach.Per is not null
                ? Say.Text($"The reach of {name.En} says in which time.", $"{Say.Zh(name)}触达量注明了时间。")
                : Say.Text(
                    $"The reach of {name.En}, {Say.En(left)} {reach.Unit.Name.En}, does not say in which time; its orders and revenue are for each {Say.En(left)} reached.",
                    $"{Say.Zh(name)}触达{Say.Zh(left)}未注明时间，其订单与收入仅为每触达{Say.Zh(left)}的数值。"));
    }
}
