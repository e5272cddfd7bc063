using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Planning;

namespace ChannelModel.Tool.Reports;

/// <summary>What a page of a review shows beside its tables: the figures to read first, and charts. All of it stands in the tables too.</summary>
internal sealed class ReviewPicture
{
    private readonly PlanReview _review;
    private readonly Language _language;

    public ReviewPicture(PlanReview review, Language language)
    {
        _review = review;
        _language = language;
    }

    private string Currency => _review.Plan.Currency.Code;

    public IReadOnlyList<ReportChart> Sales()
    {
        if (_review.Sales is not { Categories.Count: > 0 } sales)
        {
            return [];
        }

        string[] names = sales.Categories.Select(category => category.Category.Name.In(_language)).ToArray();
        double[] Of(System.Func<CategoryReview, decimal> value) => sales.Categories.Select(category => (double)value(category)).ToArray();
        string target = Say("target", "目标");
        string actual = Say("actual", "实际");
        var steps = new List<string> { Say("Target", "目标") };
        var values = new List<double> { (double)sales.Sales.Target.Amount };
        foreach (CategoryReview category in sales.Categories)
        {
            string name = category.Category.Name.In(_language);
            steps.Add(name + Say(": volume", "：量差"));
            values.Add((double)category.Volume.Amount);
            steps.Add(name + Say(": mix", "：结构差"));
            values.Add((double)category.Mix.Amount);
        }

        steps.Add(Say("Actual", "实际"));
        values.Add((double)sales.Sales.Actual!.Value.Amount);
        return
        [
            ReportChart.Bars(
                Say("Sales against target", "销售额与目标"),
                Say("Each category's target and actual sales.", "各类别的目标与实际销售额。"),
                Currency,
                names,
                new ChartSeries(target, Of(category => category.Target.Amount)),
                new ChartSeries(actual, Of(category => category.Actual.Amount))),
            ReportChart.Bars(
                Say("Mix", "渠道占比"),
                Say("Each category's share of sales, planned and reached.", "各类别占销售额的比例：计划与实际。"),
                "%",
                names,
                new ChartSeries(Say("planned", "计划"), Of(category => category.TargetShare.ToPercent())),
                new ChartSeries(Say("reached", "实际"), Of(category => category.ActualShare.ToPercent()))),
            ReportChart.Bridge(
                Say("From target to actual", "从目标到实际"),
                Say("The variance of each category, split into volume and mix. The axis does not begin at 0.", "各类别差异，分为量差与结构差。坐标轴不从0开始。"),
                Currency,
                steps,
                values),
        ];
    }

    public IReadOnlyList<ReportChart> Budgets() => _review.Budgets.Count == 0
        ? []
        :
        [
            ReportChart.Bars(
                Say("Budget against fees", "预算与费用"),
                Say("What each budget holds and what the initiatives cost over the plan's period.", "各项预算与计划期内举措费用。"),
                Currency,
                _review.Budgets.Select(Scope).ToArray(),
                new ChartSeries(Say("budget", "预算"), _review.Budgets.Select(budget => (double)budget.Budget.Amount).ToArray()),
                new ChartSeries(Say("fees", "费用"), _review.Budgets.Select(budget => (double)budget.Fees.Amount).ToArray())),
        ];

    public IReadOnlyList<ReportTile> Tiles(ReportSection? sales, ReportSection summary, ReportSection? findings, ReportSection? budgets)
    {
        var tiles = new List<ReportTile>();
        if (_review.Sales is { Attainment: Rate attainment, Variance: Money variance })
        {
            tiles.Add(new ReportTile(
                Say("Attainment of sales", "销售达成率"),
                attainment.ToString("2", CultureInfo.InvariantCulture),
                Figure.Of(variance).ToText(_language) + Say(" against target", "（与目标差）"),
                sales ?? summary,
                variance.IsNegative));
        }

        int contradictions = _review.Audit.Findings.Count(line => line.Rule.Severity == AuditSeverity.Contradiction);
        int doubts = _review.Audit.Findings.Count(line => line.Rule.Severity == AuditSeverity.Doubt);
        tiles.Add(new ReportTile(
            Say("Contradictions in the plan", "计划中的矛盾"),
            contradictions.ToString(CultureInfo.InvariantCulture),
            Say($"and {doubts} doubts; {_review.Audit.Confirmed.Count} comparisons hold", $"另有存疑{doubts}项；{_review.Audit.Confirmed.Count}项核对成立"),
            findings ?? summary,
            contradictions > 0));
        if (budgets is not null && _review.Budgets.FirstOrDefault(budget => budget.Category is null) is BudgetReview whole)
        {
            tiles.Add(new ReportTile(
                whole.Left.IsNegative ? Say("Fees over the budget", "费用超预算") : Say("Budget left", "预算结余"),
                Figure.Of(whole.Left.IsNegative ? -whole.Left : whole.Left).ToText(_language),
                Say($"{Figure.Of(whole.Fees).ToText(_language)} of {Figure.Of(whole.Budget).ToText(_language)}", $"费用{Figure.Of(whole.Fees).ToText(_language)}，预算{Figure.Of(whole.Budget).ToText(_language)}"),
                budgets,
                whole.Left.IsNegative));
        }

        return tiles;
    }

    /// <summary>How a finding was computed, and where in the plan its figures stand.</summary>
    public string[] Explain(AuditLine line) =>
    [
        Say("Arithmetic: ", "计算：") + line.Arithmetic,
        Say("Left: ", "左值：") + line.Left.Name.In(_language) + Say("; right: ", "；右值：") + line.Right.Name.In(_language),
        Say("Places: ", "位置：") + string.Join(", ", line.Places),
    ];

    private string Scope(BudgetReview budget) => budget.Category?.Name.In(_language) ?? Say("Whole plan", "整个计划");

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;
}
