using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>--format json</c>: every command that prints a result prints it as one JSON object too, with nothing beside it.</summary>
public sealed class JsonFormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("review docs/plans/growth-plan-2025.json", "plan")]
    [InlineData("watch --kpis docs/plans/kpis/growth-plan-2025.json --readings docs/plans/kpis/growth-plan-2025.csv --as-of 2025-02-09", "kpis")]
    [InlineData("lint docs/plans/commissions/retroactive.json", "findings")]
    [InlineData("commission --plan docs/plans/commissions/group-leader.json --facts docs/plans/commissions/group-leader.csv --explain-one leader-017", "explained")]
    [InlineData("credit --sales docs/data/adventureworks/orders.csv --assignments docs/data/adventureworks/territories.csv --currency USD --by channel", "nobodyByReason")]
    [InlineData("compare docs/plans/commissions/shadow-old.csv docs/plans/commissions/shadow-new.csv", "differences")]
    [InlineData("score --model docs/models/group-leader.json --facts docs/models/group-leader.csv --explain-one leader-017", "candidates")]
    [InlineData("rank --matrix docs/data/electric-cars/cars.csv --criteria docs/data/electric-cars/criteria.csv --method topsis", "ranking")]
    [InlineData("split --total 78 --weights WEIGHTS", "parts")]
    [InlineData("allocate docs/plans/budgets/growth-plan-2025.json", "lines")]
    [InlineData("settle --contracts docs/contracts/growth-plan-2025.json --facts docs/contracts/growth-plan-2025.csv --period 2025-02 --out OUT --explain", "settlements")]
    [InlineData("pipeline docs/contracts/partnerships-2025.json --as-of 2025-03-04", "stages")]
    public void Every_result_is_one_JSON_object(string command, string member)
    {
        File.WriteAllText(At("w.csv"), "id,weight\na,40\nb,60\n");
        string[] args = command.Replace("OUT", At("out.json"), StringComparison.Ordinal).Replace("WEIGHTS", At("w.csv"), StringComparison.Ordinal).Split(' ');
        foreach (string language in new[] { "en", "zh-Hans" })
        {
            ToolRun run = ToolRun.With([.. args, "--format", "json", "--lang", language]);
            run.ExitCode.Should().Be(0);
            run.Output.Should().StartWith("{\n").And.EndWith("}\n");
            using JsonDocument read = JsonDocument.Parse(run.Output);
            read.RootElement.GetProperty("schemaVersion").GetInt32().Should().Be(1);
            read.RootElement.TryGetProperty(member, out _).Should().BeTrue("'{0}' is a member", member);
        }
    }

    [Fact]
    public void Commission_says_what_it_says_in_words()
    {
        JsonElement paid = Json("commission --plan docs/plans/commissions/group-leader.json --facts docs/plans/commissions/group-leader.csv --explain-one leader-018");
        paid.GetProperty("rows").GetRawText().Replace(" ", string.Empty, StringComparison.Ordinal).Should().Contain("\"read\":6,").And.Contain("\"paid\":3,").And.Contain("\"rejected\":3");
        paid.GetProperty("commission").GetString().Should().Be("27210.52");
        paid.GetProperty("statements").GetInt32().Should().Be(3);
        paid.TryGetProperty("rowByRow", out _).Should().BeFalse();
        JsonElement revenue = paid.GetProperty("measures")[1];
        revenue.GetProperty("read").GetString().Should().Be("482821.35");
        revenue.GetProperty("paid").GetString().Should().Be("400610.95");
        revenue.GetProperty("unreadable").GetInt32().Should().Be(1);
        JsonElement one = paid.GetProperty("explained").EnumerateArray().Single();
        one.GetProperty("payee").GetString().Should().Be("leader-018");
        one.GetProperty("total").GetString().Should().Be("3210.52");
        one.GetProperty("lines").EnumerateArray().Sum(line => decimal.Parse(line.GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(3210.52m);
        Json("commission --plan docs/plans/commissions/own-rate.json --facts docs/data/adventureworks/seller-quarters.csv").GetProperty("rowByRow").GetString().Should().Be("it pays at a rate of the facts");
    }

    [Fact]
    public void Score_credit_settle_and_pipeline_say_what_they_say_in_words()
    {
        ToolRun words = ToolRun.With("score", "--model", "docs/models/group-leader.json", "--facts", "docs/models/group-leader.csv");
        JsonElement rows = Json("score --model docs/models/group-leader.json --facts docs/models/group-leader.csv").GetProperty("rows");
        words.Output.Should().StartWith($"{rows.GetProperty("read")} rows read: {rows.GetProperty("rated")} rated, {rows.GetProperty("knockedOut")} knocked out, {rows.GetProperty("notRated")} not rated, {rows.GetProperty("rejected")} rejected\n");
        JsonElement candidate = Json("score --model docs/models/group-leader.json --facts docs/models/group-leader.csv --explain-one leader-017").GetProperty("candidates").EnumerateArray().Single(one => one.GetProperty("candidate").GetString() == "leader-017");
        candidate.GetProperty("points").EnumerateObject().Sum(points => decimal.Parse(points.Value.GetString()!, System.Globalization.CultureInfo.InvariantCulture))
            .Should().BeApproximately(decimal.Parse(candidate.GetProperty("score").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 0.5m);
        candidate.GetProperty("explanation").GetArrayLength().Should().BeGreaterThan(1);

        JsonElement credit = Json("credit --sales docs/data/adventureworks/orders.csv --assignments docs/data/adventureworks/territories.csv --currency USD --calendar docs/data/adventureworks/quarters.csv --share --by channel");
        credit.GetProperty("credited").GetString().Should().Be("103106741.5285");
        credit.GetProperty("nobody").GetProperty("count").GetInt32().Should().Be(2_716);
        credit.GetProperty("nobodyByReason").EnumerateArray().Sum(reason => reason.GetProperty("count").GetInt32()).Should().Be(2_716);
        credit.GetProperty("salesBy").EnumerateArray().Select(one => one.GetProperty("channel").GetString()).Should().Equal("online", "reseller");

        JsonElement settled = Json($"settle --contracts docs/contracts/growth-plan-2025.json --facts docs/contracts/growth-plan-2025.csv --period 2025-02 --out {At("out.json")}");
        settled.GetProperty("toPay")[0].GetProperty("amount").GetString().Should().Be("992857");
        settled.GetProperty("settlements").GetArrayLength().Should().Be(23);
        settled.GetProperty("settlements").EnumerateArray().Sum(one => one.GetProperty("breaches").GetArrayLength()).Should().Be(4);
        File.Exists(At("out.json")).Should().BeTrue();

        JsonElement pipeline = Json("pipeline docs/contracts/partnerships-2025.json --as-of 2025-03-04");
        pipeline.GetProperty("asOf").GetString().Should().Be("2025-03-04");
        pipeline.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()).Should().Contain("contract-signed");
    }

    [Fact]
    public void Without_a_day_the_watch_is_on_that_of_the_last_reading_and_says_so()
    {
        const string Watch = "watch --kpis docs/plans/kpis/growth-plan-2025.json --readings docs/plans/kpis/growth-plan-2025.csv";
        JsonElement last = Json(Watch);
        last.GetProperty("asOfIs").GetString().Should().Be("last-reading");
        string day = last.GetProperty("asOf").GetString()!;
        JsonElement given = Json(Watch + " --as-of " + day);
        given.TryGetProperty("asOfIs", out _).Should().BeFalse();
        given.GetProperty("kpis").GetRawText().Should().Be(last.GetProperty("kpis").GetRawText());
        given.GetProperty("later").GetInt32().Should().Be(0);
        File.ReadAllText(Path.Combine(ToolRun.Root, "docs/plans/kpis/growth-plan-2025.csv")).Should().Contain(day);
        ToolRun.With(Watch.Split(' ')).Output.Should().Contain($"as of {day}, the day of the last reading");
        ToolRun.With([.. Watch.Split(' '), "--lang", "zh-Hans"]).Output.Should().Contain($"截至 {day}（最后一次读数之日）");
        File.WriteAllText(At("none.csv"), "kpi,start,end,source,value\n");
        ToolRun none = ToolRun.With("watch", "--kpis", "docs/plans/kpis/growth-plan-2025.json", "--readings", At("none.csv"));
        none.ExitCode.Should().Be(2);
        none.Error.Should().EndWith("none.csv: there is no reading, and so no last day; expected readings, or --as-of\n");
    }

    private static JsonElement Json(string command)
    {
        ToolRun run = ToolRun.With([.. command.Split(' '), "--format", "json"]);
        run.ExitCode.Should().Be(0);
        using JsonDocument read = JsonDocument.Parse(run.Output);
        return read.RootElement.Clone();
    }

    private string At(string name) => Path.Combine(_folder, name);
}
