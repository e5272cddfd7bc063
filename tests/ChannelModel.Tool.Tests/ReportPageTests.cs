using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChannelModel.Tool.Tests;

/// <summary>The page that <c>--report</c> writes, read as text and as XML; a real browser looks at it in <c>tests/node/report.mjs</c>.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_leads_with_what_matters_and_each_figure_leads_to_its_section()
    {
        string page = Review("docs/plans/growth-plan-2025.json", "en");

        string[] tiles = Regex.Matches(page, "<a class=\"tile[^>]*>(?<tile>.*?)</a>", RegexOptions.Singleline, TimeSpan.FromSeconds(1))
            .Select(match => Regex.Replace(match.Groups["tile"].Value, "<[^>]+>", "|", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .ToArray();
        tiles.Should().Equal(
            "|Attainment of sales||95.83%||-6 000 000 CNY against target|",
            "|Contradictions in the plan||20||and 16 doubts; 11 comparisons hold|",
            "|Fees over the budget||1 150 000 CNY||4 150 000 CNY of 3 000 000 CNY|");
        string[] targets = Regex.Matches(page, "href=\"#(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["id"].Value).ToArray();
        targets.Should().HaveCount(3).And.OnlyContain(id => page.Contains($"<section id=\"{id}\"", StringComparison.Ordinal));
        page.Should().Contain("Arithmetic: 12 000 000 + 8 000 000 + 5 000 000 = 25 000 000 CNY");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Charts_are_well_formed_and_have_distinct_clips_and_only_colours_of_the_style_sheet(string language)
    {
        string page = Review("docs/plans/growth-plan-2025.json", language);

        string[] charts = Regex.Matches(page, "<svg.*?</svg>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Select(match => match.Value).ToArray();
        charts.Should().HaveCount(8, "four charts, each for a desk and for a phone");
        foreach (string chart in charts)
        {
            XElement svg = XElement.Parse(chart);
            svg.Attribute("aria-label")!.Value.Should().NotBeEmpty();
            svg.Descendants().Count(element => element.Name.LocalName is "rect").Should().BeGreaterThan(3);
        }

        string[] clips = Regex.Matches(page, "<clipPath id=\"(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["id"].Value).ToArray();
        clips.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        page.Should().NotMatchRegex(@"rgb\(1,[23],\d\)");
    }

    [Fact]
    public void A_page_needs_no_network_and_no_script()
    {
        string page = Review("docs/plans/growth-plan-2025.json", "en");

        page.Should().NotContain("<script").And.NotContain("<link").And.NotContain("<img").And.NotContain("@import").And.NotContain("url(http");
    }

    [Fact]
    public void A_name_of_the_plan_does_not_become_markup()
    {
        string plan = File.ReadAllText(Path.Combine(ToolRun.Root, "docs/plans/growth-plan-2025.json")).Replace("\"2025 growth plan\"", "\"<b>plan</b> & co\"", StringComparison.Ordinal);
        string file = Path.Combine(_folder, "plan.json");
        File.WriteAllText(file, plan);

        string page = Review(file, "en");

        page.Should().Contain("<h1>&lt;b&gt;plan&lt;/b&gt; &amp; co</h1>").And.NotContain("<b>");
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_said_in_one_line()
    {
        ToolRun run = ToolRun.With("review", "docs/plans/growth-plan-2025.json", "--report", Path.Combine(_folder, "missing", "page.html"));

        run.ExitCode.Should().Be(ToolProgram.BadInput);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("page.html: cannot be written: ");
        run.Error.TrimEnd('\n').Should().NotContain("\n");
    }

    private string Review(string plan, string language)
    {
        string file = Path.Combine(_folder, "page.html");
        ToolRun run = ToolRun.With("review", plan, "--lang", language, "--report", file);
        run.ExitCode.Should().Be(ToolProgram.Success, run.Error);
        return File.ReadAllText(file).Replace("&nbsp;", " ", StringComparison.Ordinal);
    }
}
