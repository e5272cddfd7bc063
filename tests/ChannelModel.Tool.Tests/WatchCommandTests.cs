using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel watch</c>: the growth plan's KPIs as the files beside the plan say, and bad rows with line and reason.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private const string Kpis = "docs/plans/kpis/growth-plan-2025.json";
    private const string Header = "kpi,subject,start,end,value,numerator,denominator,sample,source\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("growth-plan-2025.watch.txt", "text", "en")]
    [InlineData("growth-plan-2025.watch.zh-Hans.md", "markdown", "zh-Hans")]
    [InlineData("growth-plan-2025.watch.json", "json", "en")]
    public void The_growth_plan_s_kpis_are_watched_as_committed(string file, string format, string language)
    {
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", "docs/plans/kpis/growth-plan-2025.csv", "--as-of", "2025-02-09", "--format", format, "--lang", language);
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(File.ReadAllText(Path.Combine(ToolRun.Root, "docs", "plans", "kpis", file)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void At_the_period_s_end_sales_are_95_83_percent_and_every_warning_has_its_end()
    {
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", "docs/plans/kpis/growth-plan-2025.csv", "--as-of", "2025-02-28", "--format", "json", "--strict");
        run.ExitCode.Should().Be(0, "every warning is cleared by then");
        using var json = JsonDocument.Parse(run.Output);
        JsonElement sales = json.RootElement.GetProperty("kpis")[0];
        sales.GetProperty("value").GetString().Should().Be("138000000.00 CNY");
        sales.GetProperty("attainment").GetString().Should().Be("95.83333333%");
        sales.GetProperty("forecast").GetProperty("low").GetString().Should().Be("138000000.00 CNY", "nothing is left to foresee");
        json.RootElement.GetProperty("alerts").EnumerateArray()
            .Where(alert => alert.GetProperty("rule").GetString() == "sales-behind" && alert.GetProperty("state").GetString() != "held")
            .Select(alert => alert.GetProperty("on").GetString() + " " + alert.GetProperty("state").GetString())
            .Should().Equal("2025-01-19 raised", "2025-02-23 cleared");
    }

    [Theory]
    [InlineData("sails,,2025-01-01,2025-01-05,1,,,,own-system", "kpi: 'sails' is not in the set, expected one of sales, ")]
    [InlineData("sales,,2025-01-05,2025-01-01,1,,,,own-system", "start and end: '2025-01-05' to '2025-01-01' is no period")]
    [InlineData("sales,,2025-01-01,2025-02-30,1,,,,own-system", "is no period")]
    [InlineData("sales,,2025-01-01,2025-01-05,1 000,,,,own-system", "value: '1 000' is not a value, expected a number such as 1234.56")]
    [InlineData("sales,,2025-01-01,2025-01-05,,,,,own-system", "value: there is none, expected a value, or numerator and denominator; a period without data has no row")]
    [InlineData("sales,,2025-01-01,2025-01-05,,1,2,,own-system", "aggregates by Sum and has no numerator and denominator; expected a ratio")]
    [InlineData("sales,,2025-01-01,2025-01-05,1,,,,Own System", "source: 'Own System' is not a code")]
    [InlineData("sales,,2025-01-01,2025-01-05,1,,,0,own-system", "sample: '0' is not a value, expected a whole number of 1 or more")]
    [InlineData("sales,,2025-01-01,2025-01-05,1,,,own-system", "the row has 8 cells, expected 9")]
    [InlineData("online-conversion,,2025-01-01,2025-01-05,8,,,,own-system", "value: '8' is not a value, expected a percentage such as 31.5%")]
    [InlineData("online-conversion,,2025-01-01,2025-01-05,9.5%,950,12000,,own-system", "value: '9.5%' is not 950 / 12000 = 7.91666667%, expected the quotient, or no value")]
    [InlineData("online-conversion,,2025-01-01,2025-01-05,,950,0,,own-system", "Expected a denominator above 0")]
    [InlineData("online-conversion,,2025-01-01,2025-01-05,,950,,,own-system", "numerator and denominator: '950 / ' is not a value")]
    [InlineData("satisfaction,,2025-01-01,2025-01-05,5.1,,,,own-system", "'satisfaction' is measured in score 0 to 5; 5.1 is not")]
    [InlineData("sales,,2025-01-12,2025-01-12,1,,,,own-system", "it shares a day with the reading sales 2025-01-06..2025-01-12: 5000.00 CNY")]
    public void A_bad_row_is_rejected_with_line_and_reason_and_loses_no_other(string row, string reason)
    {
        File.WriteAllText(At("r.csv"), Header + row + "\nsales,,2025-01-06,2025-01-12,5000,,,,own-system\nonline-conversion,,2025-01-06,2025-01-12,7.9%,950,12000,,own-system\n");
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", At("r.csv"), "--as-of", "2025-01-12", "--strict", "--format", "json");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("r.csv:2: ").And.Contain(reason);
        run.Output.Should().Contain("\"value\": \"5000.00 CNY\"").And.Contain("\"value\": \"7.91666667%\"").And.Contain("\"rejected\": 1");
    }

    [Fact]
    public void Rejects_go_to_their_file()
    {
        File.WriteAllText(At("r.csv"), Header + "sales,,2025-01-06,2025-01-12,5000,,,,own-system\nsales,,2025-01-06,2025-01-12,\"5,000\",,,,own-system\n");
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", At("r.csv"), "--as-of", "2025-01-12", "--rejects", At("bad.csv"));
        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        File.ReadAllLines(At("bad.csv")).Should().Equal(
            "line,reason,row",
            "3,\"value: '5,000' is not a value, expected a number such as 1234.56, with a point and no separators\",\"sales,,2025-01-06,2025-01-12,\"\"5,000\"\",,,,own-system\"");
        ToolRun.With("watch", "--kpis", Kpis, "--readings", At("r.csv"), "--as-of", "2025-01-12", "--rejects", At("r.csv")).ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("kpi,start,end\n", "2025-01-12", "r.csv:1: the column 'source' is missing, expected it in the header")]
    [InlineData("kpi,start,end,source,colour\n", "2025-01-12", "r.csv:1: the column 'colour' is not known, expected one of kpi, subject, start, end, value, numerator, denominator, sample, source")]
    [InlineData("kpi,start,end,source,kpi\n", "2025-01-12", "found 2 times")]
    [InlineData("kpi,start,end,source\n", "12.01.2025", "'12.01.2025' is not a date; expected a date of the calendar such as 2025-02-09")]
    public void Bad_input_exits_with_2_and_prints_nothing(string text, string day, string message)
    {
        File.WriteAllText(At("r.csv"), text);
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", At("r.csv"), "--as-of", day);
        (run.ExitCode, run.Output).Should().Be((2, string.Empty));
        run.Error.Should().Contain(message).And.NotContain("   at ");
        ToolRun.With("watch", "--kpis", Kpis, "--readings", At("none.csv"), "--as-of", "2025-01-12").Error.Should().Contain("there is no such file");
    }

    [Fact]
    public void Without_readings_every_kpi_has_no_data()
    {
        File.WriteAllText(At("r.csv"), Header);
        ToolRun run = ToolRun.With("watch", "--kpis", Kpis, "--readings", At("r.csv"), "--as-of", "2025-01-12", "--format", "json", "--strict");
        run.ExitCode.Should().Be(0);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("kpis").EnumerateArray().Should().OnlyContain(kpi => kpi.GetProperty("valueGap").GetString() == "no-data");
        json.RootElement.GetProperty("alerts").GetArrayLength().Should().Be(0);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
