using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using NodaTime;

namespace ChannelModel.Tests.Kpis;

public sealed class KpiWatchTests
{
    private static readonly DateInterval Period = new(new LocalDate(2025, 1, 6), new LocalDate(2025, 3, 2));
    private static readonly Kpi Sales = Make("sales", KpiUnit.Money(Currency.CNY), KpiAggregation.Sum);
    private static readonly Kpi Followers = Make("followers", KpiUnit.Count, KpiAggregation.Latest);
    private static readonly Kpi Units = Make("units", KpiUnit.Count, KpiAggregation.Sum);
    private static readonly Kpi Stock = Make("stock", KpiUnit.Count, KpiAggregation.Latest);

    [Fact]
    public void A_warning_on_the_pace_is_raised_held_and_cleared()
    {
        // 56 days for 56 000: 7 000 a week. Ratios: 80 %, 85 % (held up to 95 %), 93.33 %, 97.5 %.
        KpiWatch watch = Paced(new KpiPaceRule(new("behind"), Rate.Percent(90m), Rate.Percent(95m)));
        KpiWatchReport report = Watch([watch], 4, Weekly(Sales, Yuan, 5_600, 6_300, 7_700, 7_700));

        report.Alerts.Select(alert => alert.State).Should().Equal(KpiAlertState.Raised, KpiAlertState.Held, KpiAlertState.Held, KpiAlertState.Cleared);
        report.Alerts.Select(alert => alert.ToString()).Should().Equal(
            "2025-01-12 Raised: sales is at 80.00% of its pace, 5 600.00 CNY against 7 000.00 CNY expected.",
            "2025-01-19 Held: sales is at 85.00% of its pace, 11 900.00 CNY against 14 000.00 CNY expected.",
            "2025-01-26 Held: sales is at 93.33% of its pace, 19 600.00 CNY against 21 000.00 CNY expected.",
            "2025-02-02 Cleared: sales is at 97.50% of its pace, 27 300.00 CNY against 28 000.00 CNY expected.");
        report.Alerts[0].Sentence.In(Language.SimplifiedChinese).Should().Be("触发：sales为应有进度的80.00%，实际5 600.00 CNY，应为7 000.00 CNY。");
        report.Alerts[3].Since.Should().Be(new LocalDate(2025, 1, 12));
        report.Alerts[0].Evidence.Select(number => (number.Key, number.Value.ToString())).Should().Equal(("ratio", "80%"), ("actual", "5600.00 CNY"), ("expected", "7000.00 CNY"));
        report.Active.Should().BeEmpty();
        Watch([watch], 3, Weekly(Sales, Yuan, 5_600, 6_300, 7_700, 7_700)).Active.Should().ContainSingle();
        Watch([watch], 3, Weekly(Sales, Yuan, 5_600, 6_300, 7_700, 7_700)).Later.Should().Be(1);
    }

    [Fact]
    public void A_warning_may_need_readings_in_a_row()
    {
        KpiFloorRule rule = new(new("clause"), 1_000, 1_100, raiseAfter: 2, clearAfter: 2);
        KpiWatchReport report = Watch([new KpiWatch(Followers, rules: [rule])], 8, Weekly(Followers, Count, 990, 1_000, 990, 980, 1_100, 1_050, 1_100, 1_100));
        report.Alerts.Select(alert => (alert.On.Day, alert.State)).Should().Equal(
            (2, KpiAlertState.Raised), (9, KpiAlertState.Held), (16, KpiAlertState.Held), (23, KpiAlertState.Held), (2, KpiAlertState.Cleared));
        report.Alerts[0].Sentence.En.Should().Be("Raised: followers is 980, below the agreed 1 000.");
    }

    [Fact]
    public void Falls_drops_and_a_floor_look_at_each_subject()
    {
        KpiRule[] rules = [new KpiFallRule(new("falling"), 3), new KpiDropRule(new("drop"), Rate.Percent(10m), Rate.Percent(4m)), new KpiFloorRule(new("clause"), 900, 900)];
        IEnumerable<KpiReading> readings = Weekly(Followers, Count, 1_000, 980, 950, 890, 960).Select(reading => reading.For(new("anna")))
            .Concat(Weekly(Followers, Count, 500, 510, 520, 530, 540).Select(reading => reading.For(new("ben"))));
        KpiWatchReport report = new KpiSet(new("s"), new LocalText("S"), Period, [new KpiWatch(Followers, rules: rules)], [new KpiSubject(new("anna"), new LocalText("Anna", "安娜"))])
            .Watch(readings, Period.End);

        report.Alerts.Where(alert => alert.Subject == new Id<KpiSubject>("anna")).Select(alert => alert.ToString()).Should().Equal(
            "2025-02-02 Raised: followers of Anna has fallen 3 times in a row, from 1 000 to 890.",
            "2025-02-02 Raised: followers of Anna is 11.00% below its highest, 890 against 1 000 on 2025-01-12.",
            "2025-02-02 Raised: followers of Anna is 890, below the agreed 900.",
            "2025-02-09 Cleared: followers of Anna has stopped falling, 960 after 890.",
            "2025-02-09 Cleared: followers of Anna is 4.00% below its highest, 960 against 1 000 on 2025-01-12.",
            "2025-02-09 Cleared: followers of Anna is 960, not below the agreed 900.");
        report.Alerts.First().Sentence.In(Language.SimplifiedChinese).Should().Be("触发：ben的followers为500，低于约定的900。");
        report.Active.Should().ContainSingle().Which.Subject.Should().Be(new Id<KpiSubject>("ben"));
        report.Lines.Select(line => line.Subject?.Value).Should().Equal("anna", "ben");
    }

    [Fact]
    public void A_drop_may_look_back_a_number_of_days()
    {
        KpiDropRule month = new(new("drop"), Rate.Percent(10m), Rate.Zero, withinDays: 14);
        KpiWatchReport report = Watch([new KpiWatch(Followers, rules: [month])], 8, Weekly(Followers, Count, 2_000, 1_000, 950, 940, 935));
        report.Alerts.Select(alert => (alert.State, alert.On.Day)).Should().Equal(
            (KpiAlertState.Raised, 19), (KpiAlertState.Held, 26), (KpiAlertState.Held, 2), (KpiAlertState.Held, 9));
        report.Alerts[2].Evidence[2].Value.Should().Be((KpiValue)1_000, "2 000 is more than 14 days ago");
    }

    [Fact]
    public void Too_much_on_one_streamer_is_named()
    {
        KpiConcentrationRule rule = new(new("one-streamer"), Rate.Percent(50m), Rate.Percent(40m));
        IEnumerable<KpiReading> readings = Of("anna", 500, 600, 450, 400).Concat(Of("ben", 300, 300, 450, 300)).Concat(Of("cleo", 200, 100, 100, 300));
        KpiWatchReport report = Watch([new KpiWatch(Sales, rules: [rule])], 8, readings);
        report.Alerts.Select(alert => alert.ToString()).Should().Equal(
            "2025-01-19 Raised: anna has 60.00% of sales, 600.00 CNY; limit 50.00%.",
            "2025-01-26 Held: anna has 45.00% of sales, 450.00 CNY; limit 50.00%.",
            "2025-02-02 Cleared: anna has 40.00% of sales, 400.00 CNY; limit 50.00%.");

        static IEnumerable<KpiReading> Of(string who, params int[] amounts) => Weekly(Sales, Yuan, amounts).Select(reading => reading.For(new(who)));
    }

    [Fact]
    public void A_stock_is_held_against_the_lead_time()
    {
        KpiStockRule rule = new(new("stock-out"), Units.Id, leadTimeDays: 10, clearFromDays: 14, demandDays: 14);
        KpiWatchReport report = Watch(
            [new KpiWatch(Stock, rules: [rule]), new KpiWatch(Units)],
            8,
            Weekly(Stock, Count, 200, 100, 80, 130, 300).Concat(Weekly(Units, Count, 70, 70, 70, 70, 0, 0)));
        report.Alerts.Select(alert => alert.ToString()).Should().Equal(
            "2025-01-26 Raised: stock of 80 covers 8 days; new goods take 10.",
            "2025-02-02 Held: stock of 130 covers 13 days; new goods take 10.",
            "2025-02-09 Cleared: stock of 300 covers 60 days; new goods take 10.");
        Watch([new KpiWatch(Stock, rules: [rule]), new KpiWatch(Units)], 8, Weekly(Stock, Count, 200, 0)).Alerts.Should().BeEmpty("without demand readings nothing is known");
    }

    [Fact]
    public void A_status_is_followed_with_hysteresis()
    {
        var bands = new KpiBands(KpiMeasure.Pace, KpiStatus.OffTrack, [new(Rate.Percent(80m), KpiStatus.AtRisk), new(Rate.Percent(95m), KpiStatus.OnTrack)], margin: Rate.Percent(3m));
        KpiWatch watch = new(Sales, new KpiTarget(Sales, Yuan(56_000)), PaceProfile.Linear(Period), bands);
        KpiReading[] readings = [.. Weekly(Sales, Yuan, 7_000, 6_000, 5_000)];
        Watch([watch], 2, readings).Lines[0].Status.Should().Be(KpiStatus.OnTrack, "92.86 % is within 3 points of 95 %");
        Watch([watch], 3, readings).Lines[0].Status.Should().Be(KpiStatus.AtRisk);
        KpiWatchLine none = Watch([watch], 0, readings).Lines[0];
        (none.Status, none.StatusGap, none.Total.Value).Should().Be(((KpiStatus?)null, KpiGap.NoData, (KpiValue?)null));
        none.Assessment!.AttainmentGap.Should().Be(KpiGap.NoData);
    }

    [Fact]
    public void Reports_are_held_against_measurements_and_one_another()
    {
        Kpi conversion = Make("conversion", KpiUnit.Percent, KpiAggregation.Ratio);
        KpiWatch watch = new(conversion, source: KpiSource.ThirdParty, check: ReportedTolerance.Default);
        var readings = new List<KpiReading>();
        for (int i = 0; i < 7; i++)
        {
            readings.Add(KpiReading.OfRatio(conversion, WeekAt(0), i == 6 ? 400 : 200 + i, 10_000, KpiSource.Reported).For(new("p" + i)));
            readings.Add(KpiReading.OfRatio(conversion, WeekAt(0), 200, 10_000, KpiSource.ThirdParty).For(new("p" + i)));
        }

        readings.Add(KpiReading.OfRatio(conversion, WeekAt(0), 400, 10_000, KpiSource.Reported).For(new("alone")));
        KpiWatchReport report = Watch([watch], 8, readings);
        report.Reported.Select(line => (line.Subject!.Value, line.Check.Verdict, line.IsOutlier)).Should().Equal(
            ("alone", null, false),
            ("p0", ReportedVerdict.Consistent, false),
            ("p1", ReportedVerdict.Consistent, false),
            ("p2", ReportedVerdict.Consistent, false),
            ("p3", ReportedVerdict.Consistent, false),
            ("p4", ReportedVerdict.Consistent, false),
            ("p5", ReportedVerdict.Consistent, false),
            ("p6", ReportedVerdict.Contradicted, true));
        report.Reported[0].Check.Gap.Should().Be(KpiGap.NoCounterpart);
        report.Lines.Should().OnlyContain(line => line.Readings.All(reading => reading.Source == KpiSource.ThirdParty));
    }

    [Fact]
    public void A_bad_reading_loses_none_of_the_others()
    {
        Kpi other = Make("other", KpiUnit.Number, KpiAggregation.Sum);
        Kpi wrong = Make("sales", KpiUnit.Money(Currency.USD), KpiAggregation.Sum);
        KpiReading[] good = [.. Weekly(Sales, Yuan, 7_000, 6_000)];
        KpiReading[] all =
        [
            KpiReading.Of(other, WeekAt(0), 5, KpiSource.OwnSystem),
            good[1],
            KpiReading.Of(wrong, WeekAt(2), Money.Of(1m, Currency.USD), KpiSource.OwnSystem),
            good[0],
            KpiReading.Of(Sales, new DateInterval(WeekAt(0).End, WeekAt(1).Start), Yuan(1), KpiSource.OwnSystem),
        ];
        KpiWatchReport report = Watch([new KpiWatch(Sales)], 8, all);
        report.Lines[0].Total.Value.Should().Be(Yuan(13_000));
        report.Rejected.Select(rejection => (rejection.Index, rejection.Reason.En)).Should().Equal(
            (0, "KPI 'other' is not in the set"),
            (2, "KPI 'sales' has another unit or aggregation than in the set"),
            (4, "it shares a day with the reading sales 2025-01-06..2025-01-12: 7000.00 CNY"));
    }

    [Fact]
    public void A_set_that_does_not_fit_together_is_refused()
    {
        KpiPaceRule pace = new(new("r"), Rate.Percent(90m), Rate.Percent(95m));
        FluentActions.Invoking(() => new KpiWatch(Sales, rules: [pace])).Should().Throw<ArgumentException>().WithMessage("KPI 'sales' has the rule 'r' and has no target or no pace; expected both*");
        FluentActions.Invoking(() => new KpiWatch(Stock, rules: [new KpiConcentrationRule(new("c"), Rate.One, Rate.One)])).Should().Throw<ArgumentException>().WithMessage("*aggregates by Latest; expected a sum*");
        FluentActions.Invoking(() => new KpiWatch(Followers, rules: [new KpiFloorRule(new("c"), Rate.One, Rate.One)])).Should().Throw<ArgumentException>().WithMessage("*measured in count*");
        FluentActions.Invoking(() => new KpiWatch(Sales, new KpiTarget(Units, 5))).Should().Throw<ArgumentException>().WithMessage("*target of 'units'*");
        FluentActions.Invoking(() => new KpiWatch(Sales, check: ReportedTolerance.Default)).Should().Throw<ArgumentException>().WithMessage("*expected a source*");
        KpiWatch paced = Paced(pace);
        KpiSet Set(DateInterval period, params KpiWatch[] kpis) => new(new("s"), new LocalText("S"), period, kpis);
        FluentActions.Invoking(() => Set(Period)).Should().Throw<ArgumentException>().WithMessage("*no KPI*");
        FluentActions.Invoking(() => Set(Period, paced, paced)).Should().Throw<ArgumentException>().WithMessage("*'sales' is there twice*");
        FluentActions.Invoking(() => Set(new DateInterval(Period.Start, Period.Start), paced)).Should().Throw<ArgumentException>().WithMessage("*covers 2025-01-06 to 2025-03-02*");
        KpiWatch stock = new(Stock, rules: [new KpiStockRule(new("o"), new("nothing"), 1, 1)]);
        FluentActions.Invoking(() => Set(Period, stock)).Should().Throw<ArgumentException>().WithMessage("*'nothing', which is not in the set*");
        FluentActions.Invoking(() => new KpiPaceRule(new("r"), Rate.Percent(95m), Rate.Percent(90m))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new KpiFallRule(new("r"), 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new KpiDropRule(new("r"), Rate.Percent(5m), Rate.Percent(5m))).Should().Throw<ArgumentOutOfRangeException>();
    }

    internal static KpiWatch Paced(KpiRule rule) => new(Sales, new KpiTarget(Sales, Yuan(56_000)), PaceProfile.Linear(Period), rules: [rule]);

    internal static DateInterval WeekAt(int week) => new(Period.Start.PlusWeeks(week), Period.Start.PlusWeeks(week).PlusDays(6));

    internal static KpiWatchReport Watch(KpiWatch[] kpis, int weeks, IEnumerable<KpiReading> readings) =>
        new KpiSet(new("s"), new LocalText("S"), Period, kpis).Watch(readings, weeks == 0 ? Period.Start : WeekAt(weeks - 1).End);

    internal static IEnumerable<KpiReading> Weekly(Kpi kpi, Func<int, KpiValue> value, params int[] amounts) =>
        amounts.Select((amount, week) => KpiReading.Of(kpi, WeekAt(week), value(amount), KpiSource.OwnSystem));

    internal static KpiValue Yuan(int amount) => Money.Of(amount, Currency.CNY);

    internal static KpiValue Count(int amount) => amount;

    private static Kpi Make(string id, KpiUnit unit, KpiAggregation aggregation) => new(new Id<Kpi>(id), new LocalText(id), unit, KpiDirection.Higher, aggregation);
}
