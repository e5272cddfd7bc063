using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Channels;

namespace ChannelModel.Tool.Reports;

/// <summary>What a page shows of a budget's split: its response curves with the points now and best, and the figure to read first.</summary>
internal sealed class AllocationPicture
{
    /// <summary>Lines of one chart: of more, one hides the other.</summary>
    private const int CurvesOfAChart = 4;

    private const int PointsOfACurve = 60;

    private readonly BudgetSolution<Id<Channel>> _solution;
    private readonly Func<Id<Channel>, string> _name;
    private readonly Language _language;

    public AllocationPicture(BudgetSolution<Id<Channel>> solution, Func<Id<Channel>, string> name, Language language)
    {
        _solution = solution;
        _name = name;
        _language = language;
    }

    /// <summary>The curves, those with the largest spend first, and bars of all channels before and after.</summary>
    public IReadOnlyList<ReportChart> Charts()
    {
        SolvedLine<Id<Channel>>[] lines = [.. _solution.Where(line => line.Status != BudgetLineStatus.Excluded).OrderByDescending(End)];
        if (lines.Length == 0)
        {
            return [];
        }

        string currency = _solution.Total.Currency.Code;
        var charts = new List<ReportChart>
        {
            ReportChart.Bars(
                Say("Budget now and best", "现投入与最优投入"),
                Say("What each channel spends now, and in the best split.", "各渠道的现投入与最优投入。"),
                currency,
                [.. lines.Select(line => _name(line.Key))],
                new ChartSeries(Say("now", "现投入"), [.. lines.Select(line => (double)(line.Line.Current?.Amount ?? 0m))]),
                new ChartSeries(Say("best", "最优"), [.. lines.Select(line => (double)line.Amount.Amount)])),
        };
        charts.AddRange(lines.Chunk(CurvesOfAChart).Select((some, i) => ReportChart.Curves(
            i == 0 ? Say("Response curves", "效果曲线") : Say("Response curves of the smaller channels", "效果曲线：投入较小的渠道"),
            Say(
                "What each spend brings. A hollow circle is the spend now, a filled diamond the best one; where a curve is flatter, more money brings less.",
                "各投入水平带来的效果。空心圆为现投入，实心菱形为最优投入；曲线越平，追加投入的回报越低。"),
            Say("(response)", "（效果）"),
            currency,
            [.. some.Select(Curve)])));
        return charts;
    }

    /// <summary>The figure that leads: what the split brings more than the present one, or that there is none.</summary>
    public ReportTile Tile(ReportSection answer)
    {
        string label = Say("Best split of the budget", "预算最优分配");
        if (_solution.Certificate is not BudgetCertificate proof)
        {
            return new ReportTile(label, Say("impossible", "无解"), Say("the bounds cannot be met", "约束无法同时满足"), answer, isWarning: true);
        }

        string total = _solution.Total.ToString("N", CultureInfo.InvariantCulture);
        if (proof is { Lift: double lift, CurrentResponse: double current } && current > 0d)
        {
            return new ReportTile(
                label,
                (100d * lift / current).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%",
                Say($"more response from {total}, by the curves", $"同样投入{total}，按曲线估计的效果增幅"),
                answer);
        }

        return new ReportTile(label, AllocationReport.Number(proof.Response), Say($"is what {total} bring, by the curves", $"投入{total}，按曲线估计的效果"), answer);
    }

    private ChartSeries Curve(SolvedLine<Id<Channel>> line)
    {
        double end = 1.25d * Math.Max(End(line), 1d);
        double[] below = [.. Enumerable.Range(0, PointsOfACurve + 1).Select(i => end * i / PointsOfACurve)];
        double best = (double)line.Amount.Amount;
        var marks = new List<(double X, double Y, string Name)>();
        if (line.Line.Current is Money current)
        {
            marks.Add(((double)current.Amount, line.Line.Curve.ValueAt((double)current.Amount), Say("now", "现投入")));
        }
        else
        {
            marks.Add((0d, line.Line.Curve.BaseResponse, Say("now", "现投入")));
        }

        marks.Add((best, line.Line.Curve.ValueAt(best), Say("best", "最优")));
        return new ChartSeries(_name(line.Key), [.. below.Select(line.Line.Curve.ValueAt)], below, marks);
    }

    private static double End(SolvedLine<Id<Channel>> line) => (double)Math.Max(line.Amount.Amount, line.Line.Current?.Amount ?? 0m);

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;
}
