using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;

namespace ChannelModel.Tool.Tests;

/// <summary>The pages of statements and scores, and the review's page with budget, KPIs and grades.</summary>
public sealed class FurtherPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_of_statements_leads_with_what_is_paid_and_shows_the_lines_of_each()
    {
        string page = Page("commission", "--plan", "docs/plans/commissions/group-leader.json", "--facts", "docs/plans/commissions/group-leader.csv");

        Tiles(page).Should().Equal(
            "Paid|27 210.52 CNY|in 3 statements",
            "Rejected rows|3|of 6 read",
            "Payees|3|the most: leader-017, 20 000.00 CNY");
        page.Should().Contain("Tier 2, 20 - 30: 64210.4 x 5% (orders from 100) = 3 210.52 CNY");
        page.Should().Contain("Every statement, the largest first, with its lines.");
        page.Should().Contain("'12 000' is not a value");
        Charts(page).Should().BePositive();
    }

    [Fact]
    public void A_page_of_many_statements_shows_the_largest_and_says_so()
    {
        string facts = Path.Combine(_folder, "facts.csv");
        string[] rows = [.. Enumerable.Range(1, 250).Select(i => FormattableString.Invariant($"p-{i:000},2025-02-01,2025-02-28,620,31.5%,{1000 + i}"))];
        File.WriteAllLines(facts, ["payee,start,end,orders,repurchase-rate,net-revenue", .. rows]);

        string page = Page("commission", "--plan", "docs/plans/commissions/group-leader.json", "--facts", facts);

        page.Should().Contain("The 200 largest of 250 statements");
        string[] payees = [.. Regex.Matches(page, "<td data-label=\"Payee\"><span>(?<payee>[^<]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["payee"].Value)];
        payees.Should().Equal(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"p-{250 - i:000}")));
    }

    [Fact]
    public void A_page_of_scores_leads_with_who_is_rated_and_shows_where_points_come_from()
    {
        string page = Page("score", "--model", "docs/models/group-leader.json", "--facts", "docs/models/group-leader.csv");

        Tiles(page).Should().Equal(
            "Partners rated|4|A 0, B 1, C 2, D 1",
            "Knocked out|0|by a gate, whatever the points",
            "Not rated|1|and 3 rejected rows");
        page.Should().Contain("Orders: 124, weight 40.00%: 29.8 points, 10.2 lost");
        page.Should().Contain("not rated<br>Fewer than 10 customers: too little to judge.");
        Charts(page).Should().Be(4, "two charts, each for a desk and for a phone");
    }

    [Fact]
    public void A_review_with_budget_kpis_and_scores_is_one_page_whose_figures_lead_to_their_sections()
    {
        string page = Page(
            "review", "docs/plans/growth-plan-2025.json",
            "--budget", "docs/plans/budgets/growth-plan-2025.json",
            "--kpis", "docs/plans/kpis/growth-plan-2025.json", "--readings", "docs/plans/kpis/growth-plan-2025.csv", "--as-of", "2025-02-09",
            "--scores", "docs/models/group-leader.json", "--facts", "docs/models/group-leader.csv");

        string[] tiles = Tiles(page);
        tiles.Should().HaveCount(8);
        tiles.Should().Contain("Best split of the budget|+7.6%|more response from 3 000 000.00 CNY, by the curves");
        tiles.Should().Contain("Partners rated|4|A 0, B 1, C 2, D 1");
        string[] targets = [.. Regex.Matches(page, "href=\"#(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["id"].Value)];
        targets.Should().HaveCount(8).And.OnlyContain(id => page.Contains($"<section id=\"{id}\"", StringComparison.Ordinal));
        string[] headings = [.. Regex.Matches(page, "<h2>(?<heading>[^<]+)</h2>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["heading"].Value)];
        headings.Should().ContainInOrder(
            "Summary", "Findings", "Budget against fees", "Budget split · Answer", "Budget split · Before and after", "Budget split · Proof", "Early warnings · KPIs", "Partner grades · Grades", "Partner grades · Candidates", "Initiatives");
        page.Should().Contain("no split can bring more than 6 245 527.74");
        page.Should().Contain("Response curves of the smaller channels");
    }

    [Theory]
    [InlineData("expected --report FILE.html with them", "--budget", "docs/plans/budgets/growth-plan-2025.json")]
    [InlineData("expected all three of them", "--report", "PAGE", "--kpis", "docs/plans/kpis/growth-plan-2025.json")]
    [InlineData("expected both of them", "--report", "PAGE", "--scores", "docs/models/group-leader.json")]
    [InlineData("there is no such file", "--report", "PAGE", "--budget", "docs/none.json")]
    [InlineData("is not a date", "--report", "PAGE", "--kpis", "docs/plans/kpis/growth-plan-2025.json", "--readings", "docs/plans/kpis/growth-plan-2025.csv", "--as-of", "today")]
    public void A_further_input_that_is_missing_or_wrong_is_said_and_no_page_is_written(string said, params string[] args)
    {
        string file = Path.Combine(_folder, "page.html");

        ToolRun run = ToolRun.With(["review", "docs/plans/growth-plan-2025.json", .. args.Select(arg => arg == "PAGE" ? file : arg)]);

        run.ExitCode.Should().Be(ToolProgram.BadInput);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(said);
        File.Exists(file).Should().BeFalse();
    }

    private static string[] Tiles(string page) =>
    [
        .. Regex.Matches(page, "<a class=\"tile[^>]*><span class=\"label\">(?<label>.*?)</span><strong>(?<figure>.*?)</strong><span class=\"note\">(?<note>.*?)</span></a>", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => $"{match.Groups["label"].Value}|{match.Groups["figure"].Value}|{match.Groups["note"].Value}"),
    ];

    private static int Charts(string page) => Regex.Matches(page, "<svg ", RegexOptions.None, TimeSpan.FromSeconds(1)).Count;

    private string Page(params string[] args)
    {
        string file = Path.Combine(_folder, "page.html");
        ToolRun run = ToolRun.With([.. args, "--report", file]);
        run.ExitCode.Should().Be(ToolProgram.Success, run.Error);
        return WebUtility.HtmlDecode(File.ReadAllText(file)).Replace('\u00a0', ' ');
    }
}
