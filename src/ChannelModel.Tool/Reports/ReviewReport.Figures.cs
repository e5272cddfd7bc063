using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <content>Sales, KPIs and budgets.</content>
internal sealed partial class ReviewReport
{
    private ReportSection? Sales()
    {
        if (_review.Sales is not { Categories.Count: > 0 } sales)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Category", "类别"), false),
            (Say("Planned", "计划占比"), true),
            (Say("Reached", "实际占比"), true),
            (Say("Target", "目标"), true),
            (Say("Actual", "实际"), true),
            (Say("Attainment", "达成率"), true),
            (Say("Variance", "差异"), true),
            (Say("of it volume", "其中：量差"), true),
            (Say("of it mix", "其中：结构差"), true));
        foreach (CategoryReview category in sales.Categories)
        {
            table.Add(
                category.Category.Name.In(_language),
                Percent(category.TargetShare),
                Percent(category.ActualShare),
                Amount(category.Target),
                Amount(category.Actual),
                category.Attainment is Rate attainment ? Percent(attainment) : "–",
                Amount(category.Variance),
                Amount(category.Volume),
                Amount(category.Mix));
        }

        Currency currency = _review.Plan.Currency;
        Money Sum(System.Func<CategoryReview, Money> part) => Money.Sum(sales.Categories.Select(part), currency);
        table.Add(
            Say("Total", "合计"),
            Percent(Rate.One),
            Percent(Rate.One),
            Amount(Sum(category => category.Target)),
            Amount(Sum(category => category.Actual)),
            Percent(sales.Attainment!.Value),
            Amount(Sum(category => category.Variance)),
            Amount(Sum(category => category.Volume)),
            Amount(Sum(category => category.Mix)));
        return new ReportSection(Say("Sales by category", "分类别销售"), [], table)
        {
            Charts = _picture.Sales(),
            Explanations =
            [
                Say(
                    "Target and actual are the totals split by their shares, exactly; attainment = actual / target; variance = actual - target.",
                    "目标与实际为总额按占比精确拆分；达成率 = 实际 / 目标；差异 = 实际 - 目标。"),
                Say("Volume = planned share x variance of the total; mix = variance - volume, and adds up to 0.", "量差 = 计划占比 × 总差异；结构差 = 差异 - 量差，合计为0。"),
            ],
        };
    }

    private ReportSection? Kpis()
    {
        if (_review.Kpis.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            ("KPI", false),
            (Say("Baseline", "基线"), true),
            (Say("Target", "目标"), true),
            (Say("Actual", "实际"), true),
            (Say("Against target", "与目标差"), true),
            (Say("Way done", "进度"), true));
        string noData = Say("no data", "无数据");
        foreach (KpiReview kpi in _review.Kpis)
        {
            table.Add(
                kpi.Kpi.Kpi.Name.In(_language),
                kpi.Kpi.Baseline is Figure baseline ? Show(baseline) : "–",
                Show(kpi.Kpi.Target),
                kpi.Kpi.Actual is Figure actual ? Show(actual) : noData,
                kpi.Difference is Figure difference ? Show(difference) : "–",
                kpi.Progress is Rate progress ? Percent(progress) : "–");
        }

        return new ReportSection(Say("KPIs, from baseline to target", "指标进度"), [], table)
        {
            Explanations = [Say("Way done = (actual - baseline) / (target - baseline); no data is not 0.", "进度 = (实际 - 基线) / (目标 - 基线)；无数据不等于0。")],
        };
    }

    private ReportSection? Budgets()
    {
        if (_review.Budgets.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Scope", "范围"), false),
            (Say("Budget", "预算"), true),
            (Say("Fees of the period", "计划期费用"), true),
            (Say("Left", "结余"), true));
        foreach (BudgetReview budget in _review.Budgets)
        {
            table.Add(
                budget.Category?.Name.In(_language) ?? Say("Whole plan", "整个计划"),
                Amount(budget.Budget),
                Amount(budget.Fees),
                Amount(budget.Left));
        }

        return new ReportSection(Say("Budget against fees", "预算与费用"), [], table)
        {
            Charts = _picture.Budgets(),
            Explanations =
            [
                Say(
                    "Fees are those of the initiatives over the plan's period; left = budget - fees, negative where the fees are over it.",
                    "费用为计划期内各举措的费用；结余 = 预算 - 费用，超支为负。"),
            ],
        };
    }
}
