using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Planning.Rules;

/// <summary>Target, growth, attainment and period of the sales fit together.</summary>
internal static class SalesRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        if (plan.Sales is not SalesTarget sales)
        {
            yield break;
        }

        if (sales.Per != Cycle.Once)
        {
            yield return Period(plan, sales);
        }

        if (sales.StatedBaseline is Money baseline && sales.Growth is Rate growth)
        {
            yield return GrowthLine(sales, baseline, growth);
        }

        if (sales.StatedAttainment is Rate stated && sales.Actual is Money actual)
        {
            yield return Attainment(sales, stated, actual);
        }
    }

    private static AuditLine Period(GrowthPlan plan, SalesTarget sales)
    {
        bool holds = CycleCount.IsWhole(sales.Per, plan.Period);
        int cycleDays = CycleCount.DaysOfCycle(sales.Per, plan.Period.Start);
        LocalText cycle = PlanView.NameOf(sales.Per);
        Figure left = Figure.Days(cycleDays);
        Figure right = Figure.Days(plan.Period.Length);
        (BigInteger top, BigInteger bottom) = CycleCount.In(sales.Per, plan.Period);
        Figure proRata = Figure.Of(sales.Target.MultiplyDivide(1m, top, bottom, Rounding.HalfAwayFromZero));
        string arithmetic = $"{Say.Bare(Figure.Of(sales.Target))} x {top.ToString(CultureInfo.InvariantCulture)}/{bottom.ToString(CultureInfo.InvariantCulture)} {cycle.En} = {Say.En(proRata)}";
        return Say.Line(
            AuditRule.TargetPeriod,
            holds,
            ["$.sales.per", "$.period"],
            Say.Side($"the {cycle.En} of the target", $"目标所指{Say.Zh(cycle)}", left),
            Say.Side("the plan's period", "计划期", right),
            arithmetic,
            holds
                ? Say.Text($"The sales target is for a {cycle.En}, and the plan runs for whole ones.", $"销售目标按{Say.Zh(cycle)}设定，计划期为整{Say.Zh(cycle)}。")
                : Say.Text(
                    $"The sales target is for a {cycle.En} of {Say.En(left)}, but the plan runs for {Say.En(right)} ({Date(plan.Period.Start)} to {Date(plan.Period.End)}); by days its share would be {Say.En(proRata)}.",
                    $"销售目标按{Say.Zh(cycle)}（{Say.Zh(left)}）设定，计划期却只有{Say.Zh(right)}（{Date(plan.Period.Start)}至{Date(plan.Period.End)}）；按天数折算应为{Say.Zh(proRata)}。"));
    }

    private static AuditLine GrowthLine(SalesTarget sales, Money baseline, Rate growth)
    {
        Figure left = Figure.Of(sales.Target);
        Figure right = Figure.Of(baseline.Multiply(Rate.One + growth, Rounding.HalfAwayFromZero));
        bool holds = left == right;
        return Say.Line(
            AuditRule.Growth,
            holds,
            ["$.sales.target", "$.sales.baseline", "$.sales.growth"],
            Say.Side("stated target", "所述目标", left),
            Say.Side("baseline x (1 + growth)", "基数 ×（1 + 增长率）", right),
            $"{Say.Bare(Figure.Of(baseline))} x (1 + {growth}) = {Say.En(right)}",
            holds
                ? Say.Text($"The target of {Say.En(left)} is the baseline and {growth} more, as stated.", $"目标{Say.Zh(left)}等于基数增长{growth}，与所述一致。")
                : Say.Text(
                    $"The target is stated as {Say.En(left)}, but the baseline of {Say.En(Figure.Of(baseline))} and {growth} more give {Say.En(right)}.",
                    $"所述目标为{Say.Zh(left)}，但基数{Say.Zh(Figure.Of(baseline))}增长{growth}应为{Say.Zh(right)}。"));
    }

    private static AuditLine Attainment(SalesTarget sales, Rate stated, Money actual)
    {
        Rate exact = Rate.Of(actual, sales.Target);
        int decimals = Exact.Scale(stated.ToPercent());
        bool holds = exact.Round(decimals, RoundingMode.HalfAwayFromZero) == stated;
        Figure left = Figure.Of(stated);
        Figure right = Figure.Of(exact);
        return Say.Line(
            AuditRule.Attainment,
            holds,
            ["$.sales.statedAttainment", "$.sales.actual", "$.sales.target"],
            Say.Side("stated attainment", "所述达成率", left),
            Say.Side("actual / target", "实际 / 目标", right),
            $"{Say.Bare(Figure.Of(actual))} / {Say.Bare(Figure.Of(sales.Target))} = {Say.En(right)}",
            holds
                ? Say.Text($"The stated attainment of {Say.En(left)} is {Say.En(right)}, rounded as stated.", $"所述达成率{Say.Zh(left)}为{Say.Zh(right)}的舍入值。")
                : Say.Text($"The attainment is stated as {Say.En(left)}, but it is {Say.En(right)}.", $"所述达成率为{Say.Zh(left)}，实际为{Say.Zh(right)}。"));
    }

    private static string Date(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
