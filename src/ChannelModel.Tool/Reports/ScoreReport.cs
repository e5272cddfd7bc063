using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tool.Reports;

/// <summary>The scores of a file of candidates as a page: grades, the best, and each candidate with its points.</summary>
internal sealed class ScoreReport
{
    /// <summary>Rows of a table, which a person can still look through.</summary>
    public const int MostRows = 200;

    private const int MostBars = 12;

    private readonly Scorecard _card;
    private readonly IReadOnlyList<ScoreRow> _rows;
    private readonly IReadOnlyList<RejectedRow> _rejected;
    private readonly Language _language;

    private ScoreReport(Scorecard card, IReadOnlyList<ScoreRow> rows, IReadOnlyList<RejectedRow> rejected, Language language)
    {
        _card = card;
        _language = language;
        _rejected = rejected;

        // The best first; those without a score last, in the order of the file.
        _rows = [.. rows.OrderBy(row => row.Status switch { ScoreStatus.Rated => 0, ScoreStatus.KnockedOut => 1, _ => 2 }).ThenBy(row => row.Rank ?? int.MaxValue)];
    }

    public static Report Of(Scorecard card, IReadOnlyList<ScoreRow> rows, IReadOnlyList<RejectedRow> rejected, Language language)
    {
        var report = new ScoreReport(card, rows, rejected, language);
        ReportSection grades = report.Grades();
        ReportSection candidates = report.Candidates();
        ReportSection?[] sections = [grades, candidates, report.Rejects()];
        string title = $"{card.Name.In(language)} · {report.Say($"{Whole(rows.Count)} candidates", $"{Whole(rows.Count)}个候选方")}";
        return new Report(title, [.. sections.OfType<ReportSection>()]) { Tiles = report.Tiles(grades, candidates) };
    }

    private IReadOnlyList<ReportTile> Tiles(ReportSection grades, ReportSection candidates)
    {
        string rated = _card.Grades is GradeScale scale
            ? string.Join(Say(", ", "，"), scale.Grades.Reverse().Select(grade => $"{grade.Name.In(_language)} {Whole(Of(grade))}"))
            : Say($"of {Whole(_rows.Count)} candidates", $"共{Whole(_rows.Count)}个候选方");
        int barred = Count(ScoreStatus.KnockedOut);
        int open = Count(ScoreStatus.NotRated);
        return
        [
            new ReportTile(Say("Partners rated", "已评分合作方"), Whole(Count(ScoreStatus.Rated)), rated, grades),
            new ReportTile(Say("Knocked out", "一票否决"), Whole(barred), Say("by a gate, whatever the points", "触发否决条件，与得分无关"), candidates, barred > 0),
            new ReportTile(Say("Not rated", "不予评分"), Whole(open), Say($"and {Whole(_rejected.Count)} rejected rows", $"另有拒绝{Whole(_rejected.Count)}行"), candidates, open > 0),
        ];
    }

    private ReportSection Grades()
    {
        var charts = new List<ReportChart>();
        if (_card.Grades is GradeScale scale)
        {
            Grade[] down = [.. scale.Grades.Reverse()];
            charts.Add(ReportChart.Bars(
                Say("Partners by grade", "各等级合作方数"),
                Say("How many of those who are rated have each grade.", "已评分合作方的等级分布。"),
                Say("partners", "个"),
                [.. down.Select(grade => grade.Name.In(_language))],
                new ChartSeries(string.Empty, [.. down.Select(grade => (double)Of(grade))])));
        }

        ScoreRow[] best = [.. _rows.Where(row => row.Status == ScoreStatus.Rated).Take(MostBars)];
        if (best.Length > 0)
        {
            charts.Add(ReportChart.Bars(
                Say("The best", "得分最高"),
                Say($"The scores of the best {Whole(best.Length)}, of 100 points.", $"排名前{Whole(best.Length)}的得分，满分100。"),
                Say("points", "分"),
                [.. best.Select(row => row.Candidate.Value)],
                new ChartSeries(string.Empty, [.. best.Select(row => (double)row.Score!.Value)])));
        }

        return new ReportSection(
            Say("Grades", "等级"),
            [
                Say(
                    $"{Whole(Count(ScoreStatus.Rated))} rated, {Whole(Count(ScoreStatus.KnockedOut))} knocked out, {Whole(Count(ScoreStatus.NotRated))} not rated, {Whole(_rejected.Count)} rows rejected.",
                    $"评分{Whole(Count(ScoreStatus.Rated))}个，一票否决{Whole(Count(ScoreStatus.KnockedOut))}个，不予评分{Whole(Count(ScoreStatus.NotRated))}个，拒绝{Whole(_rejected.Count)}行。"),
            ])
        {
            Charts = charts,
        };
    }

    private ReportSection Candidates()
    {
        var table = new ReportTable(
            (Say("Rank", "名次"), true), (Say("Candidate", "候选方"), false), (Say("Score", "得分"), true), (Say("Grade", "等级"), false), (Say("Status and reason", "状态与原因"), false));
        foreach (ScoreRow row in _rows.Take(MostRows))
        {
            string status = row.Status switch
            {
                ScoreStatus.Rated => Say("rated", "已评分"),
                ScoreStatus.KnockedOut => Say("knocked out", "一票否决"),
                _ => Say("not rated", "不予评分"),
            };
            table.Add(
                row.Rank is int rank ? Whole(rank) : "–",
                row.Candidate.Value,
                row.Score is null ? "–" : ScoreRun.Points(row.Score, _card),
                row.Grade is null ? "–" : _card.Grades?.Grades.FirstOrDefault(grade => grade.Code == row.Grade)?.Name.In(_language) ?? row.Grade,
                row.Reason.Length > 0 ? status + "\n" + row.Reason : status);
            table.Explain([.. row.Explanation.Select(line => line.Trim())]);
        }

        string sentence = _rows.Count <= MostRows
            ? Say("Every candidate, the best first, and where its points come from.", "全部候选方及得分来源，按名次排列。")
            : Say($"The first {Whole(MostRows)} of {Whole(_rows.Count)} candidates, the best first; --out writes all of them.", $"{Whole(_rows.Count)}个候选方中的前{Whole(MostRows)}个，按名次排列；--out写出全部。");
        return new ReportSection(Say("Candidates", "候选方"), [sentence], table);
    }

    private ReportSection? Rejects()
    {
        if (_rejected.Count == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Line", "行号"), true), (Say("Reason", "原因"), false));
        foreach (RejectedRow row in _rejected.Take(MostRows))
        {
            table.Add(Whole(row.Line), row.Reason);
        }

        return new ReportSection(
            Say("Rejected rows", "拒绝的行"),
            [
                _rejected.Count <= MostRows
                    ? Say("Rows that are not scored, and why.", "未评分的数据行及原因。")
                    : Say($"The first {Whole(MostRows)} of {Whole(_rejected.Count)} rows that are not scored; --rejects writes all of them.", $"未评分的{Whole(_rejected.Count)}行中的前{Whole(MostRows)}行；--rejects写出全部。"),
            ],
            table);
    }

    private int Count(ScoreStatus status) => _rows.Count(row => row.Status == status);

    private int Of(Grade grade) => _rows.Count(row => row.Grade == grade.Code);

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
