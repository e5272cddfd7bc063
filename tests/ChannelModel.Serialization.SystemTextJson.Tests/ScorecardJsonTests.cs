using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

public sealed class ScorecardJsonTests
{
    public static IEnumerable<TheoryDataRow<int>> Ready() => Enumerable.Range(0, ReadyScorecards.All.Count).Select(i => new TheoryDataRow<int>(i));

    [Theory]
    [MemberData(nameof(Ready))]
    public void A_ready_model_comes_back_as_it_was_and_stands_in_the_docs(int number)
    {
        Scorecard card = ReadyScorecards.All[number];
        string text = ScorecardJson.Write(card);
        Read(text).Should().Be(card);
        ScorecardJson.Write(Read(text)).Should().Be(text);
        File.ReadAllText(Path.Combine(Root(), "docs", "models", card.Id.Value + ".json")).Should().Be(text);
    }

    [Fact]
    public void Every_member_comes_back()
    {
        var kpi = new Kpi(new Id<Kpi>("roi"), new LocalText("ROI", "投资回报"), KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Ratio);
        Scorecard card = Scorecard.Define("all", new LocalText("All"))
            .Add(ScoreCriterion.Of(kpi, ValueCurve.Through((-1.5m, 0m), (0m, 33.3333333m), (4m, 100m)), 0.123456789m).WhenMissing(MissingPolicy.Worst))
            .Add(ScoreCriterion.Of("bins", new LocalText("Bins"), KpiUnit.Money(Currency.EUR), ValueCurve.Bins(Edge.UpperIncluded, 30m, 1m, (10.5m, 10m), (20m, 30m)).WithMissing(7m), 2m))
            .Add(ScoreCriterion.Of("returns", new LocalText("Returns"), KpiUnit.Percent, ValueCurve.Falling(1m, 12.5m), 3m).WithShrinkage(Shrinkage.Wilson(1.645m)).WithMinimumSample(12))
            .Add(ScoreCriterion.Of("fit", new LocalText("Fit"), KpiUnit.Score(0m, 5m), ValueCurve.Rising(1m, 5m), 1m).WhenMissing(MissingPolicy.Points(40.5m)))
            .Add(ScoreCriterion.Of("days", new LocalText("Days"), KpiUnit.Count, ValueCurve.Steps(Edge.LowerIncluded, 100m, (3m, 50m), (7m, 0m)), 0m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("stock", new LocalText("Stock"), KpiUnit.Percent, ValueCurve.TargetRange(10m, 20m, 2.5m, 0m), 4m).WithShrinkage(Shrinkage.Beta(Rate.Percent(18), 50m)).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.ForGates("lies", new LocalText("Lies"), KpiUnit.Percent).WhenMissing(MissingPolicy.Fail))
            .Gate(ScoreGate.KnockOutAbove("lies", 20m, new LocalText("No.", "否")).AlsoWhenMissing().With(new ScoreAction(ActionKind.Block, "contract", new LocalText("Do not sign.", "不签约"))))
            .Gate(ScoreGate.CapBelow("roi", -0.5m, "low", new LocalText("Loss.")))
            .Gate(ScoreGate.Evidence("returns", 30, new LocalText("Few.")))
            .Grades(GradeScale.Of(Edge.UpperIncluded, new Grade("low", 0m), new Grade("high", 50.25m, new LocalText("high", "高"), new ScoreAction(ActionKind.Reward, "renewal"), new ScoreAction(ActionKind.Notify, "boss"))).WithHysteresis(1.5m))
            .MinimumCoverage(Rate.Percent(62.5m))
            .Periods(PeriodPolicy.Weighted(3m, 2m, 0.5m))
            .Decimals(2)
            .Build();
        Scorecard read = Read(ScorecardJson.Write(card));
        read.Should().Be(card);
        read.Criteria.Should().Equal(card.Criteria);
        read.Gates.Should().Equal(card.Gates);
        read.Grades.Should().Be(card.Grades);
        read.Periods.Should().Be(card.Periods);
        read.Name.Should().Be(card.Name);
        (read.MinimumCoverage, read.Decimals).Should().Be((card.MinimumCoverage, card.Decimals));
    }

    [Fact]
    public void All_errors_of_a_text_are_reported_with_their_places()
    {
        string text = ScorecardJson.Write(ReadyScorecards.PartnerScreening)
            .Replace("\"decimals\": 1", "\"decimals\": 9, \"colour\": 1", StringComparison.Ordinal)
            .Replace("\"zeroAt\": \"20%\"", "\"zeroAt\": 20", StringComparison.Ordinal)
            .Replace("\"missing\": \"exclude\"", "\"missing\": \"zero\"", StringComparison.Ordinal);
        JsonReadResult<Scorecard> read = ScorecardJson.Read(Encoding.UTF8.GetBytes(text));
        read.Succeeded.Should().BeFalse();
        read.Errors.Select(error => error.Path).Should().Equal("$.decimals", "$.colour", "$.criteria[0].curve.zeroAt", "$.criteria[2].missing");
    }

    [Fact]
    public void What_contradicts_is_found_at_its_place()
    {
        string text = ScorecardJson.Write(ReadyScorecards.GroupLeader)
            .Replace("\"id\": \"repurchase\"", "\"id\": \"orders\"", StringComparison.Ordinal)
            .Replace("\"grade\": \"C\"", "\"grade\": \"Z\"", StringComparison.Ordinal);
        JsonReadResult<Scorecard> read = ScorecardJson.Read(Encoding.UTF8.GetBytes(text));
        read.Errors.Select(error => error.Path).Should().Equal("$.criteria[1].id", "$.gates[0].grade", "$.gates[1].criterion");
        read.Errors[0].Problem.Should().Be("the id 'orders' is there twice, first as criterion 1");
        read.Errors[0].Expected.Should().Be("each once");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":2,\"id\":\"a\",\"criteria\":[]}")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\",\"criteria\":[{}]}")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\",\"criteria\":[{\"id\":\"x\",\"name\":\"x\",\"unit\":\"number\",\"weight\":1,\"curve\":{\"kind\":\"through\",\"points\":[]}}]}")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\",\"criteria\":[{\"id\":\"x\",\"name\":\"x\",\"unit\":\"number\",\"weight\":1e400,\"curve\":{\"kind\":\"rising\",\"zeroAt\":1,\"fullAt\":1}}]}")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\",\"criteria\":[],\"hysteresis\":1,\"grades\":[{\"code\":\" \",\"from\":0}]}")]
    [InlineData("{\"schemaVersion\":1,\"id\":\"a\",\"criteria\":[],\"periods\":{\"kind\":\"smoothing\",\"alpha\":0}}")]
    public void No_input_throws(string text) => ScorecardJson.Read(Encoding.UTF8.GetBytes(text)).Errors.Should().NotBeEmpty();

    [Fact]
    public void The_schema_is_the_one_in_the_docs_and_knows_every_member()
    {
        string schema = ScorecardJson.Schema();
        schema.Should().Be(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", "scorecard.schema.json")));
        using JsonDocument document = JsonDocument.Parse(schema);
        document.RootElement.GetProperty("$schema").GetString().Should().Be("https://json-schema.org/draft/2020-12/schema");
        document.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("schemaVersion", "id", "name", "decimals", "criteria", "gates", "grades", "gradeEdge", "hysteresis", "minimumCoverage", "periods");
        document.RootElement.GetProperty("$defs").GetProperty("criterion").GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("id", "name", "unit", "currency", "minimum", "maximum", "kpi", "weight", "curve", "missing", "shrinkage", "minimumSample");
    }

    private static Scorecard Read(string text)
    {
        JsonReadResult<Scorecard> read = ScorecardJson.Read(Encoding.UTF8.GetBytes(text));
        read.Errors.Should().BeEmpty();
        return read.Value;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
