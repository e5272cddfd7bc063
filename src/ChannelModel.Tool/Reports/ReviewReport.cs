using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>The review of a plan as a report: first what matters most, then the figures, last what was found right.</summary>
internal sealed partial class ReviewReport
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
