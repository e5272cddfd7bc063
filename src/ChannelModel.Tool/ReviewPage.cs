using System.Collections.Generic;
using System.IO;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;

namespace ChannelModel.Tool;

/// <summary>The page of a review: the plan, and of budget, KPIs and partners' scores what is given.</summary>
internal sealed class ReviewPage
{
    private readonly TextWriter _error;

    public ReviewPage(TextWriter error)
    {
        _error = error;
    }

    public string? PagePath { get; init; }

    public string? BudgetPath { get; init; }

    public string? KpisPath { get; init; }

    public string? ReadingsPath { get; init; }

    public string? AsOf { get; init; }

    public string? ScoresPath { get; init; }

    public string? FactsPath { get; init; }

    /// <summary>Writes the page, if one is asked for; false where an input is wrong or the page cannot be written, which has been said.</summary>
    public bool TryWrite(string planPath, PlanReview review, Language language)
    {
        string?[] further = [BudgetPath, KpisPath, ReadingsPath, ScoresPath, FactsPath];
        if (PagePath is null)
        {
            return further.Append(AsOf).All(path => path is null)
                || Refuse("--budget, --kpis, --readings, --as-of, --scores and --facts are shown on the page; expected --report FILE.html with them");
        }

        if (!InputFile.AreApart([planPath, .. further.OfType<string>()], [PagePath], _error))
        {
            return false;
        }

        return Complete(review, language) is Report report && OutputFile.TryWrite(PagePath, writer => HtmlReportWriter.Write(report, language, writer), _error);
    }

    private Report? Complete(PlanReview review, Language language)
    {
        bool chinese = language == Language.SimplifiedChinese;
        var chapters = new List<(string Name, Report Chapter)>();
        if ((KpisPath is null) != (ReadingsPath is null) || (KpisPath is null) != (AsOf is null))
        {
            Refuse("--kpis, --readings and --as-of go together; expected all three of them");
            return null;
        }

        if ((ScoresPath is null) != (FactsPath is null))
        {
            Refuse("--scores and --facts go together; expected both of them");
            return null;
        }

        if (BudgetPath is not null)
        {
            if (AllocateCommand.Read(BudgetPath, _error) is not BudgetProblem<Id<Channel>> problem)
            {
                return null;
            }

            Dictionary<Id<Channel>, string> names = review.Plan.Initiatives
                .GroupBy(initiative => initiative.Channel.Id)
                .ToDictionary(group => group.Key, group => group.First().Channel.Name.In(language));
            chapters.Add((
                chinese ? "预算分配" : "Budget split",
                AllocationReport.Of(problem.Solve(), [], language, id => names.TryGetValue(id, out string? name) ? name : id.Value)));
        }

        if (KpisPath is not null)
        {
            if (WatchCommand.Watch(KpisPath, ReadingsPath!, null, AsOf!, language, _error) is not (var watched, int rejected, _))
            {
                return null;
            }

            chapters.Add((chinese ? "预警" : "Early warnings", WatchReport.Of(watched, rejected, language)));
        }

        if (ScoresPath is not null)
        {
            var run = new ScoreRun(TextWriter.Null, _error) { ModelPath = ScoresPath, FactsPath = FactsPath!, Rank = "score", Format = "text", Ignored = [], Explains = true, Language = language };
            if (run.Report() is not Report scores)
            {
                return null;
            }

            chapters.Add((chinese ? "合作方评分" : "Partner grades", scores));
        }

        return ReviewReport.Of(review, language, [.. chapters]);
    }

    private bool Refuse(string what)
    {
        _error.WriteLine("channelmodel: " + what);
        return false;
    }
}
