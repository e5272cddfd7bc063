using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Tests;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>KPIs from JSON: the set of the growth plan, every error at its place, and what is written is read back.</summary>
public sealed class KpiSetJsonTests
{
    private static readonly LocalDate Day1 = new(2025, 1, 1);

    private static string Plan => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kpis", "growth-plan-2025.json"));

    [Fact]
    public void The_growth_plan_s_kpis_are_read()
    {
        KpiSet set = Read(Plan).Value;
        set.Kpis.Should().HaveCount(12);
        set.Subjects.Select(subject => subject.Name.In(Language.SimplifiedChinese)).Should().Equal("主播A", "主播B", "主播C");
        KpiWatch sales = set.Find(new("sales"))!;
        sales.Target!.From.Should().Be((KpiValue)Money.Of(144_000_000m, Currency.CNY));
        sales.Pace!.ShareThrough(new LocalDate(2025, 1, 27)).Should().Be(Rate.Percent(56m));
        (sales.Bands!.Measure, sales.Bands.Edge, sales.Bands.Margin, sales.Bands.Above.Count).Should().Be((KpiMeasure.Pace, Edge.LowerIncluded, Rate.Percent(1m), 2));
        sales.Rules.Should().ContainSingle().Which.Should().BeOfType<KpiPaceRule>().Which.ClearFrom.Should().Be(Rate.Percent(95m));
        set.Find(new("satisfaction"))!.Kpi.Unit.Should().Be(KpiUnit.Score(0m, 5m));
        set.Find(new("live-conversion"))!.Check!.Allowed.Should().Be(Rate.Percent(5m));
        KpiStockRule stock = set.Find(new("pop-up-stock"))!.Rules.Should().ContainSingle().Which.Should().BeOfType<KpiStockRule>().Which;
        (stock.Demand.Value, stock.LeadTimeDays, stock.ClearFromDays, stock.DemandDays).Should().Be(("pop-up-items", 7, 10, 14));
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "$.schemaVersion: version 2 is newer than this reader, expected 1")]
    [InlineData("\"target\": \"12%\"", "\"target\": 12", "$.kpis[2].target: the number 12 was found, expected a percentage in double quotes, such as \"5%\"")]
    [InlineData("\"share\": \"8%\"", "\"share\": \"7.5%\"", "$.kpis[0].pace: the shares add up to 99.5%, expected exactly 100%")]
    [InlineData("\"start\": \"2025-01-20\"", "\"start\": \"2025-01-21\"", "$.kpis[0].pace: a part begins on 2025-01-21 after one that ends on 2025-01-19, expected the next day, without a gap")]
    [InlineData("\"kind\": \"falling\"", "\"kind\": \"sinking\"", "$.kpis[2].rules[0].kind: 'sinking' is not known here, expected one of below-pace, falling, drop, below-floor, concentration, stock-out")]
    [InlineData("\"clearFrom\": \"95%\"", "\"clearFrom\": \"93%\"", "$.kpis[0].rules[0]: 93% is outside the range, expected a clearing level not below 94%")]
    [InlineData("\"demand\": \"pop-up-items\"", "\"demand\": \"items\"", "$.kpis: the rule 'pop-up-runs-out' asks for the demand 'items', which is not in the set, expected a KPI of the set")]
    [InlineData("\"falls\": 2", "\"falls\": 2, \"raiseAfter\": 2", "$.kpis[2].rules[0].raiseAfter: the member 'raiseAfter' is not known here, expected one of kind, id, clearAfter, falls")]
    [InlineData("\"money\": \"CNY\"", "\"money\": \"CNX\"", "$.kpis[0].unit.money: 'CNX' is not an active currency code")]
    [InlineData("\"source\": \"third-party\"", "\"sauce\": \"third-party\"", "$.kpis[9].sauce: the member 'sauce' is not known here")]
    [InlineData("\"id\": \"followers-drop\"", "\"id\": \"followers-clause\"", "$.kpis: the rule 'followers-clause' is there twice, expected each id once")]
    public void An_error_is_named_at_its_place(string good, string bad, string error)
    {
        Plan.Should().Contain(good);
        int at = Plan.IndexOf(good, StringComparison.Ordinal);
        JsonReadResult<KpiSet> result = Read(string.Concat(Plan.AsSpan(0, at), bad, Plan.AsSpan(at + good.Length)));
        result.Succeeded.Should().BeFalse();
        string.Join("\n", result.Errors).Should().Contain(error);
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        JsonReadResult<KpiSet> result = Read("""{ "schemaVersion": 1, "id": "", "period": { "start": "2025-02-30", "end": "2025-01-01" }, "kpis": [{ "id": "a", "unit": {}, "direction": "up", "aggregation": "sum", "baseline": 3 }] }""");
        result.Errors.Select(entry => entry.Path).Should().Equal("$", "$.id", "$.period.start", "$.kpis[0]", "$.kpis[0].unit", "$.kpis[0].direction", "$.kpis[0].baseline");
    }

    [Fact]
    public void No_change_of_one_character_throws()
    {
        byte[] good = Encoding.UTF8.GetBytes(Plan);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            entry =>
            {
                byte[] bytes = (byte[])good.Clone();
                bytes[entry.Item1] = entry.Item2;
                JsonReadResult<KpiSet> result = KpiSetJson.Read(bytes);
                result.Succeeded.Should().Be(result.Errors.Count == 0);
            },
            iter: Laws.Iterations / 5);
    }

    [Fact]
    public void What_is_written_is_read_back_member_for_member() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                KpiSet set = Random(new Random(seed));
                string json = KpiSetJson.Write(set);
                JsonReadResult<KpiSet> read = Read(json);
                read.Errors.Should().BeEmpty(json);
                KpiSetJson.Write(read.Value).Should().Be(json);
                string.Join("\n", Members(read.Value, 0)).Should().Be(string.Join("\n", Members(set, 0)));
            },
            iter: Laws.Iterations / 5);

    [Fact]
    public void What_is_written_fits_the_schema()
    {
        using var schema = JsonDocument.Parse(KpiSetJson.Schema());
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                using var set = JsonDocument.Parse(KpiSetJson.Write(Random(new Random(seed))));
                SchemaCheck.Problems(schema.RootElement, set.RootElement).Should().BeEmpty(set.RootElement.GetRawText());
            },
            iter: Laws.Iterations / 5);
        using var plan = JsonDocument.Parse(Plan);
        SchemaCheck.Problems(schema.RootElement, plan.RootElement).Should().BeEmpty();
        using var bad = JsonDocument.Parse(Plan.Replace("\"12%\"", "true", StringComparison.Ordinal));
        SchemaCheck.Problems(schema.RootElement, bad.RootElement).Should().NotBeEmpty();
    }

    /// <summary>Every public member that is reachable, with its place and text: what a comparison of two sets looks at.</summary>
    private static IEnumerable<string> Members(object? value, int depth)
    {
        if (value is System.Collections.IEnumerable list and not string)
        {
            return list.Cast<object?>().SelectMany(item => Members(item, depth + 1));
        }

        // An array's namespace is that of its elements, so lists come first.
        if (value is null || value is Enum || value.GetType().Namespace != "ChannelModel.Kpis" || value is KpiValue or KpiUnit)
        {
            return [$"{depth} {value?.GetType().Name} {Text(value)}"];
        }

        return value.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false })
            .SelectMany(property => Members(property.GetValue(value), depth + 1).Select(text => property.Name + " " + text))
            .Prepend(value.GetType().Name);
    }

    private static string? Text(object? value) => value switch
    {
        LocalText text => text.En + "/" + text.ZhHans,
        KeyValuePair<DateInterval, Rate> part => $"{part.Key} {part.Value}",
        _ => value?.ToString(),
    };

    private static KpiSet Random(Random random)
    {
        var period = new DateInterval(Day1, Day1.PlusDays(random.Next(2, 90)));
        int rule = 0;
        var demand = new Kpi(new("demand"), new LocalText("Demand"), KpiUnit.Count, KpiDirection.Higher, KpiAggregation.Sum);
        var kpis = new List<KpiWatch> { new(demand) };
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            kpis.Add(Watch(random, period, "kpi " + i.ToString(System.Globalization.CultureInfo.InvariantCulture), ref rule));
        }

        return new KpiSet(new("set"), Name(random), period, kpis, random.Next(2) == 0 ? null : [new KpiSubject(new("主播"), Name(random))]);
    }

    private static KpiWatch Watch(Random random, DateInterval period, string id, ref int rule)
    {
        KpiUnit unit = random.Next(5) switch { 0 => KpiUnit.Percent, 1 => KpiUnit.Money(Currency.KWD), 2 => KpiUnit.Score(-1m, 9.5m), 3 => KpiUnit.Count, _ => KpiUnit.Number };
        KpiAggregation[] legal = unit.Kind switch
        {
            KpiUnitKind.Percent => [KpiAggregation.Mean, KpiAggregation.Ratio, KpiAggregation.Latest],
            KpiUnitKind.Score => [KpiAggregation.Mean, KpiAggregation.Latest],
            KpiUnitKind.Count => [KpiAggregation.Sum, KpiAggregation.Mean, KpiAggregation.Latest],
            _ => [KpiAggregation.Sum, KpiAggregation.Mean, KpiAggregation.Ratio, KpiAggregation.Latest],
        };
        var direction = (KpiDirection)random.Next(4);
        var kpi = new Kpi(new(id), Name(random), unit, direction, legal[random.Next(legal.Length)]);
        KpiValue Value(int least) => unit.Kind switch
        {
            KpiUnitKind.Percent => Rate.OfTenBillionths((long)random.Next(1_000_000) + (least * 1_000_000_000L)),
            KpiUnitKind.Money => Money.Of(random.Next(1_000_000) / 1_000_000m + least, Currency.KWD),
            KpiUnitKind.Count => (decimal)least,
            _ => random.Next(100) / 1_000m + least,
        };
        KpiValue? baseline = random.Next(2) == 0 ? null : Value(1);
        KpiTarget? target = random.Next(4) == 0 ? null : direction == KpiDirection.InRange ? KpiTarget.InRange(kpi, Value(2), Value(5), baseline) : new KpiTarget(kpi, Value(4), baseline);
        LocalDate middle = period.Start.PlusDays(random.Next(period.Length - 1));
        long share = random.NextInt64(Rate.One.TenBillionths);
        PaceProfile? pace = random.Next(3) switch
        {
            0 => null,
            1 => PaceProfile.Linear(period),
            _ => PaceProfile.Seasonal([new(new DateInterval(period.Start, middle), Rate.OfTenBillionths(share)), new(new DateInterval(middle.PlusDays(1), period.End), Rate.OfTenBillionths(Rate.One.TenBillionths - share))]),
        };
        var edge = (Edge)random.Next(2);
        KpiStatus own = KpiStatus.Of("own", random.Next(2) == 0 ? null : Name(random));
        KpiBands? bands = random.Next(3) switch
        {
            0 => null,
            1 => new KpiBands(KpiMeasure.Value, own, [new(Value(1), KpiStatus.AtRisk), new(Value(3), KpiStatus.OnTrack)], edge, random.Next(2) == 0 ? null : Value(0)),
            _ => target is null ? null : new KpiBands(pace is null ? KpiMeasure.Progress : KpiMeasure.Pace, KpiStatus.OffTrack, [new(Rate.Percent(-3m), own)], edge, Rate.Percent(0.5m)),
        };
        var rules = new List<KpiRule>();
        Id<KpiRule> Next(ref int number) => new("rule " + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture));
        int again = random.Next(1, 3);
        rules.Add(new KpiFallRule(Next(ref rule), random.Next(1, 5), again));
        rules.Add(new KpiDropRule(Next(ref rule), Rate.Percent(10m), Rate.Percent(random.Next(10)), random.Next(2) == 0 ? null : 7, again, 2));
        rules.Add(new KpiFloorRule(Next(ref rule), Value(1), Value(2), again));
        if (kpi.Aggregation == KpiAggregation.Sum)
        {
            rules.Add(new KpiConcentrationRule(Next(ref rule), Rate.Percent(50m), Rate.Percent(45.5m), again));
        }

        if (kpi.Aggregation == KpiAggregation.Latest)
        {
            rules.Add(new KpiStockRule(Next(ref rule), new("demand"), 3, 5, 7, again, again));
        }

        if (target is not null && pace is not null && direction != KpiDirection.InRange && (kpi.Aggregation == KpiAggregation.Sum || baseline is not null))
        {
            rules.Add(new KpiPaceRule(Next(ref rule), Rate.Percent(90m), Rate.Percent(95.25m), again, again));
        }

        KpiSource? source = random.Next(3) switch { 0 => null, 1 => KpiSource.ThirdParty, _ => KpiSource.Of("erp", Name(random)) };
        ReportedTolerance? check = source is null ? null : new ReportedTolerance(1.5m, 2.5m, Rate.Percent(random.Next(3)));
        return new KpiWatch(kpi, target, pace, bands, rules, source, check);
    }

    private static LocalText Name(Random random) => random.Next(3) switch { 0 => new LocalText("name"), 1 => new LocalText("a \"name\"", "名称"), _ => new LocalText("x < y & z", "甲") };

    private static JsonReadResult<KpiSet> Read(string text) => KpiSetJson.Read(Encoding.UTF8.GetBytes(text));
}
