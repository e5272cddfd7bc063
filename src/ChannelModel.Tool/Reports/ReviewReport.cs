using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>The review of a plan as a report: first what matters most, then the figures, last what was found right.</summary>
internal sealed class ReviewReport
{
    private readonly PlanReview _review;
    private readonly Language _language;
    private readonly ReviewPicture _picture;

    private ReviewReport(PlanReview review, Language language)
    {
        _review = review;
        _language = language;
        _picture = new ReviewPicture(review, language);
    }

    /// <summary>The review, and behind the plan's own budgets further chapters, each under its name.</summary>
    public static Report Of(PlanReview review, Language language, params (string Name, Report Chapter)[] further)
    {
        var report = new ReviewReport(review, language);
        GrowthPlan plan = review.Plan;
        string title = $"{plan.Name.In(language)} · {LocalDatePattern.Iso.Format(plan.Period.Start)} – {LocalDatePattern.Iso.Format(plan.Period.End)} · {plan.Currency}";
        ReportSection summary = report.Summary();
        ReportSection? findings = report.Findings();
        ReportSection? sales = report.Sales();
        ReportSection? budgets = report.Budgets();
        ReportSection?[] first = [summary, findings, sales, report.Kpis(), budgets];
        ReportSection?[] last = [report.Initiatives(), report.PriceMoves(), report.Counts(), report.Synergies(), report.Confirmed()];
        var whole = new Report(title, [.. first.Concat(last).OfType<ReportSection>()]) { Tiles = report._picture.Tiles(sales, summary, findings, budgets) };
        int at = first.OfType<ReportSection>().Count();
        foreach ((string name, Report chapter) in further)
        {
            whole = whole.With(chapter, name, at);
            at += chapter.Sections.Count;
        }

        return whole;
    }

    private ReportSection Summary()
    {
        var sentences = new List<string>();
        if (_review.Sales is { Attainment: Rate attainment, Variance: Money variance } sales)
        {
            string actual = Show(sales.Sales.Actual!.Value);
            string target = Show(sales.Sales.Target);
            string cycle = sales.Sales.Per == Cycle.Once ? string.Empty : Say($" ({Name(sales.Sales.Per)})", $"（{Name(sales.Sales.Per)}）");
            sentences.Add(Say(
                $"Sales{cycle}: {actual} of {target}, {Percent(attainment)} of target, {Show(variance)}.",
                $"销售额{cycle}：{actual}，目标{target}，达成率{Percent(attainment)}，差异{Show(variance)}。"));
            if (sales is { Growth: Rate growth, PlannedGrowth: Rate planned })
            {
                string baseline = Show(sales.Sales.Baseline!.Value);
                sentences.Add(Say(
                    $"Growth: {Percent(growth)} against {Percent(planned)} planned, from a base of {baseline}.",
                    $"增长：{Percent(growth)}，计划{Percent(planned)}，基数{baseline}。"));
            }
        }

        var findings = _review.Audit.Findings;
        if (findings.Count == 0)
        {
            sentences.Add(Say(
                $"Audit: no finding; {Whole(_review.Audit.Confirmed.Count)} comparisons of the plan's own figures hold.",
                $"审计：无发现；{Whole(_review.Audit.Confirmed.Count)}项核对均成立。"));
        }
        else
        {
            int Number(AuditSeverity severity) => findings.Count(line => line.Rule.Severity == severity);
            sentences.Add(Say(
                $"Audit: {Plural(findings.Count, "finding")}: {Plural(Number(AuditSeverity.Contradiction), "contradiction")}, {Plural(Number(AuditSeverity.Doubt), "doubt")}, {Plural(Number(AuditSeverity.Note), "note")}. What weighs most:",
                $"审计：{Whole(findings.Count)}项发现，其中矛盾{Whole(Number(AuditSeverity.Contradiction))}项、存疑{Whole(Number(AuditSeverity.Doubt))}项、提示{Whole(Number(AuditSeverity.Note))}项。最重要的是："));
            sentences.AddRange(findings.Take(3).Select((line, i) => $"{Whole(i + 1)}. {line.Sentence.In(_language)}"));
        }

        return new ReportSection(Say("Summary", "摘要"), sentences);
    }

    private ReportSection? Findings()
    {
        if (_review.Audit.Findings.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            ("#", true),
            (Say("Rule and place", "规则与位置"), false),
            (Say("Finding", "发现"), false),
            (Say("Left", "左值"), true),
            (Say("Right", "右值"), true),
            (Say("Difference", "差异"), true));
        int number = 0;
        foreach (AuditLine line in _review.Audit.Findings)
        {
            number++;
            table.Add(
                Whole(number),
                $"{Name(line.Rule.Severity)} {line.Rule.Id}\n{line.Places[0]}",
                line.Sentence.In(_language),
                Show(line.Left.Figure),
                Show(line.Right.Figure),
                line.Difference is Figure difference ? Show(difference) : "–");
            table.Explain(_picture.Explain(line));
        }

        return new ReportSection(Say("Findings", "审计发现"), [], table);
    }

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

    private ReportSection? Initiatives()
    {
        if (_review.Initiatives.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Initiative", "举措"), false),
            (Say("Fees", "费用"), true),
            (Say("Orders", "订单"), true),
            (Say("Revenue", "收入"), true),
            (Say("Expected sales", "预期销售额"), true),
            (Say("What it would bring", "预期回报"), false));
        foreach (InitiativeReview initiative in _review.Initiatives)
        {
            table.Add(
                initiative.Initiative.Channel.Name.In(_language),
                initiative.Fees is Money fees ? Amount(fees) : "–",
                initiative.Orders is decimal orders ? Show(Figure.Count(orders)) + Per(initiative) : "–",
                initiative.Revenue is Money revenue ? Amount(revenue) + Per(initiative) : "–",
                initiative.Initiative.ExpectedSales is Money expected ? Amount(expected) : "–",
                Returns(initiative));
        }

        return new ReportSection(
            Say("Initiatives", "举措"),
            [
                Say("Orders and revenue are for the time that the reach is stated for.", "订单与收入按触达所述时间计。"),
                Say(
                    "Returns are for the plan's period; for a reach that says no time, on one cycle of the fees, such as one month's fee.",
                    "回报按计划期计；触达未注明时间的，按一个周期的费用（如一个月）计。"),
            ],
            table);
    }

    private string Per(InitiativeReview initiative) => initiative.Initiative.Funnel?.Reach?.Per is Cycle per && per != Cycle.Once
        ? Say($" a {Name(per)}", $"/{Name(per)}")
        : string.Empty;

    private string Returns(InitiativeReview initiative)
    {
        var parts = initiative.Returns.Select(entry => entry.Key.Name.In(_language) + " " + Value(entry.Key, entry.Value)).ToList();
        if (initiative.Initiative.Roi is { Definition: null } roi && initiative.StatedReturn is Money back)
        {
            parts.Add(Say($"ROI {Show(Figure.Number(roi.Value))} is a return of {Amount(back)}", $"ROI {Show(Figure.Number(roi.Value))}即回报{Amount(back)}"));
        }

        if (initiative.ImpliedGrossMargin is Rate margin)
        {
            parts.Add(Say($"as gross profit / cost it implies a gross margin of {Percent(margin)}", $"若为毛利/费用，隐含毛利率{Percent(margin)}"));
        }

        return parts.Count == 0 ? "–" : string.Join(Say("; ", "；"), parts);
    }

    private string Value(RoiDefinition definition, decimal value) => definition.Unit switch
    {
        RoiUnit.Money => Amount(Money.Of(Rounding.HalfAwayFromZero.Round(value, value < 1m ? 4 : System.Math.Max(2, _review.Plan.Currency.MinorUnits ?? 2)), _review.Plan.Currency)),
        _ => Show(Figure.Number(value)),
    };

    private ReportSection? PriceMoves()
    {
        var moves = _review.Initiatives.Where(initiative => initiative.After is not null).ToArray();
        if (moves.Length == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Initiative", "举措"), false),
            (Say("Step", "步骤"), false),
            (Say("Price", "价格"), true),
            (Say("Unit cost", "单位成本"), true),
            (Say("Margin", "毛利率"), true));
        foreach (InitiativeReview initiative in moves)
        {
            string name = initiative.Initiative.Channel.Name.In(_language);
            void Row(string step, UnitEconomics unit) => table.Add(
                name,
                step,
                Amount(unit.Price(Rounding.HalfAwayFromZero)),
                Amount(unit.UnitCost(Rounding.HalfAwayFromZero)),
                Percent(unit.Margin));
            Row(Say("before", "调整前"), initiative.Before!);
            Row(Say("after, as stated", "调整后（所述）"), initiative.After!);
        }

        return new ReportSection(Say("Price and margin", "价格与毛利"), [], table);
    }

    private ReportSection? Counts()
    {
        if (_review.Counts.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Count", "数量"), false),
            (Say("Part", "部分"), false),
            (Say("Share", "占比"), true),
            (Say("Exact", "精确值"), true),
            (Say("Largest remainder", "最大余数法"), true));
        foreach (CountReview count in _review.Counts)
        {
            for (int i = 0; i < count.Quotas.Count; i++)
            {
                table.Add(
                    $"{Show(Figure.Count(count.Count.Total))} {count.Count.Name.In(_language)}",
                    count.Quotas[i].Key,
                    Percent(count.Count.Mix[count.Quotas[i].Key]),
                    Show(Figure.Count(count.Quotas[i].Value)),
                    Show(Figure.Count(count.Whole[i].Value)));
            }
        }

        return new ReportSection(Say("Counts", "数量拆分"), [], table);
    }

    private ReportSection? Synergies()
    {
        if (_review.Plan.Synergies.Count == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Synergy", "协同"), false), (Say("Lifts", "提升"), false), (Say("By", "幅度"), true));
        foreach (Synergy synergy in _review.Plan.Synergies)
        {
            table.Add(
                synergy.Name.In(_language),
                synergy.Metric switch
                {
                    SynergyMetric.Conversion => Say("conversion rate", "转化率"),
                    SynergyMetric.AverageOrderValue => Say("average order value", "客单价"),
                    SynergyMetric.Roi => "ROI",
                    _ => Say("share of orders led over", "导流订单占比"),
                },
                Percent(synergy.Uplift));
        }

        return new ReportSection(Say("Synergies, as stated", "协同效应（所述）"), [], table);
    }

    private ReportSection? Confirmed()
    {
        if (_review.Audit.Confirmed.Count == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Rule", "规则"), false), (Say("Place", "位置"), false), (Say("Holds", "核对成立"), false));
        foreach (AuditLine line in _review.Audit.Confirmed)
        {
            table.Add(line.Rule.Id, line.Places[0], line.Sentence.In(_language));
        }

        return new ReportSection(Say("Compared and found right", "核对无误"), [], table);
    }

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;

    private string Show(Figure figure) => figure.ToText(_language);

    private string Show(Money amount) => Figure.Of(amount).ToText(_language);

    /// <summary>An amount in a table, whose currency stands in the title.</summary>
    private string Amount(Money amount)
    {
        string text = Show(amount);
        return text[..^4];
    }

    private static string Percent(Rate rate) => rate.ToString("2", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plural(int number, string noun) => Whole(number) + " " + noun + (number == 1 ? string.Empty : "s");

    private string Name(AuditSeverity severity) => severity switch
    {
        AuditSeverity.Contradiction => Say("contradiction", "矛盾"),
        AuditSeverity.Doubt => Say("doubt", "存疑"),
        _ => Say("note", "提示"),
    };

    private string Name(Cycle cycle) => cycle switch
    {
        Cycle.Day => Say("day", "日"),
        Cycle.Week => Say("week", "周"),
        Cycle.Month => Say("month", "月"),
        Cycle.Quarter => Say("quarter", "季度"),
        Cycle.Year => Say("year", "年"),
        _ => Say("period", "计划期"),
    };
}
