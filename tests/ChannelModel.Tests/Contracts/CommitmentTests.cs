using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Every kind of commitment, judged by hand: counts, levels and rates, at least and at most, by session, week, month, quarter and term.</summary>
public sealed class CommitmentTests
{
    private static readonly DateInterval January = Month(1);

    private static readonly CommitmentMetric Complaints = CommitmentMetric.Of("complaints", MetricKind.Rate, new LocalText("Complaints", "投诉率"));

    private static readonly CommitmentMetric DaysToShip = CommitmentMetric.Of("days-to-ship", MetricKind.Level);

    [Theory]
    [InlineData(2.5, CommitmentStatus.Missed, 0.5, 500, 0)]
    [InlineData(2.00000001, CommitmentStatus.Missed, 0, 0, 0)]
    [InlineData(2, CommitmentStatus.Kept, 0, 0, 0)]
    [InlineData(1.25, CommitmentStatus.Exceeded, 0.75, 0, 7.5)]
    public void A_rate_may_be_at_most_its_threshold_and_its_last_reading_counts(double rate, CommitmentStatus status, double off, double costs, double earns)
    {
        Commitment rare = Commitment.AtMost("complaints", Complaints, 2m, CommitmentPeriod.Month, Measurement.ThirdParty)
            .ShortfallCosts(DeviationPrice.PerUnit(1_000m)).OverDeliveryEarns(DeviationPrice.PerUnit(10m));
        CommitmentResult result = Judge(rare, January, Third("complaints", "2025-01-11", "2025-01-31", (decimal)rate), Third("complaints", "2025-01-01", "2025-01-10", 9m)).Single();
        (result.Status, result.Value, result.Threshold, result.Deviation).Should().Be((status, (decimal)rate, 2m, (decimal)off));
        (result.Compensation, result.Bonus, result.Verdict, result.Reported).Should().Be((Yuan((decimal)costs), Yuan((decimal)earns), MeasurementVerdict.SingleSource, null));
    }

    [Fact]
    public void Of_a_level_the_worst_reading_counts_in_both_directions()
    {
        Commitment fast = Commitment.AtMost("shipping", DaysToShip, 6m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.Fixed(70m));
        CommitmentResult slow = Judge(fast, January, Said("shipping", "2025-01-03", "2025-01-03", 3m), Said("shipping", "2025-01-09", "2025-01-09", 8m), Said("shipping", "2025-01-20", "2025-01-20", 5m)).Single();
        (slow.Status, slow.Value, slow.Deviation, slow.Compensation, slow.Measured).Should().Be((CommitmentStatus.Missed, 8m, 2m, Yuan(70m), null));
        Commitment many = Commitment.AtLeast("followers", CommitmentMetric.Followers, 6m, CommitmentPeriod.Month, Measurement.Reported);
        Judge(many, January, Said("followers", "2025-01-03", "2025-01-03", 7m), Said("followers", "2025-01-09", "2025-01-09", 6.5m)).Single().Value.Should().Be(6.5m);
        Judge(many, January).Single().Status.Should().Be(CommitmentStatus.NotMeasured);
        Judge(many, January, Third("followers", "2025-01-03", "2025-01-03", 7m)).Single().Status.Should().Be(CommitmentStatus.NotMeasured);
    }

    [Fact]
    public void Sessions_are_judged_one_by_one_and_in_full()
    {
        Commitment live = Commitment.AtLeast("viewers", CommitmentMetric.Traffic, 1_000m, CommitmentPeriod.Session, Measurement.Reported)
            .ShortfallCosts(DeviationPrice.PerUnit(0.5m)).InForce(Days("2025-01-05", "2025-02-28"));
        PartnerContract contract = Define().Commit(live).Build();
        ContractFact[] facts =
        [
            ContractFact.Reported("viewers", Days("2025-01-04", "2025-01-04"), 1m, "before", "s-0"),
            ContractFact.Reported("viewers", Days("2025-01-05", "2025-01-05"), 900m, "log-2", "s-2"),
            ContractFact.Reported("viewers", Days("2025-01-20", "2025-01-20"), 400m, "log-3a", "s-3"),
            ContractFact.Reported("viewers", Days("2025-01-20", "2025-01-20"), 1_100m, "log-4", "s-4"),
            ContractFact.Reported("viewers", Days("2025-02-01", "2025-02-01"), 1m, "after", "s-5"),
            ContractFact.Excused(null, Days("2025-01-05", "2025-01-06"), "storm"),
        ];
        Settlement settled = contract.Settle(January, facts, contract.Open());
        settled.Results.Select(result => (result.Session, result.Status, result.Threshold, result.Compensation.Amount)).Should().Equal(
            ("s-2", CommitmentStatus.Excused, 1_000m, 0m), ("s-3", CommitmentStatus.Missed, 1_000m, 300m), ("s-4", CommitmentStatus.Exceeded, 1_000m, 0m));
        settled.Lines.Select(line => line.Id).Should().Equal("judged/viewers/2025-01-05/s-2", "compensation/viewers/2025-01-20/s-3", "judged/viewers/2025-01-20/s-4");
        settled.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Weeks_belong_to_the_month_of_their_last_day_or_are_cut_at_its_end()
    {
        Commitment weekly = Commitment.AtLeast("orders", CommitmentMetric.Orders, 700m, CommitmentPeriod.Week, Measurement.Reported);
        ContractFact[] none = [];
        Judge(weekly, January, none).Select(result => (result.Period.Start.Day, result.Period.End.Day, result.Threshold)).Should().Equal(
            (1, 5, 500m), (6, 12, 700m), (13, 19, 700m), (20, 26, 700m));
        Judge(weekly.WithWeeks(WeekRule.ClippedAtMonthEnd), January, none).Select(result => (result.Period.Start.Day, result.Period.End.Day, result.Threshold)).Should().Equal(
            (1, 5, 500m), (6, 12, 700m), (13, 19, 700m), (20, 26, 700m), (27, 31, 500m));
    }

    [Fact]
    public void Quarters_are_calendar_quarters_and_prorated_where_the_term_cuts_them()
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 90m, CommitmentPeriod.Quarter, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(2m));
        CommitmentResult first = Judge(orders, Days("2025-01-01", "2025-03-31"), Said("orders", "2025-01-01", "2025-02-28", 50m), Said("orders", "2025-03-01", "2025-03-31", 30m)).Single();
        (first.Period, first.Threshold, first.Value, first.Compensation).Should().Be((Days("2025-01-01", "2025-03-31"), 90m, 80m, Yuan(20m)));
        PartnerContract late = Define(term: Days("2025-02-01", "2025-12-31")).Commit(orders).Build();
        late.Settle(Days("2025-02-01", "2025-03-31"), [], late.Open()).Results.Single().Threshold.Should().Be(59m);
        IEnumerable<DateInterval> year = Judge(orders, Year).Select(result => result.Period);
        year.Should().Equal(Days("2025-01-01", "2025-03-31"), Days("2025-04-01", "2025-06-30"), Days("2025-07-01", "2025-09-30"), Days("2025-10-01", "2025-12-31"));
    }

    [Fact]
    public void A_promise_for_the_term_is_judged_once_at_its_end_whatever_was_amended()
    {
        DateInterval term = Days("2025-01-01", "2025-02-28");
        Commitment all = Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Term, Measurement.Reported);
        PartnerContract contract = Define(term: term).Commit(all).Amend(Day("2025-02-01"), Day("2025-01-20")).Value(Yuan(2_000_000m)).Build();
        Settlement january = contract.Settle(January, [], contract.Open());
        january.Results.Should().BeEmpty();
        CommitmentResult result = contract.Settle(Month(2), [Said("orders", "2025-01-01", "2025-01-31", 70m), Said("orders", "2025-02-01", "2025-02-28", 30m)], january.Closing).Results.Single();
        (result.Period, result.Threshold, result.Value, result.Status, result.Version).Should().Be((term, 100m, 100m, CommitmentStatus.Kept, 2));
    }

    [Fact]
    public void A_campaign_is_judged_inside_its_days_only()
    {
        Commitment campaign = Commitment.AtLeast("orders", CommitmentMetric.Orders, 310m, CommitmentPeriod.Month, Measurement.Reported).InForce(Days("2025-01-22", "2025-02-14"));
        Judge(campaign, Days("2025-01-01", "2025-03-31")).Select(result => (result.Period, result.Threshold)).Should().Equal(
            (Days("2025-01-22", "2025-01-31"), 100m), (Days("2025-02-01", "2025-02-14"), 155m));
        PartnerContract amended = Define().Commit(campaign).Amend(Day("2025-03-01"), Day("2025-02-20")).Build();
        amended.Settle(Days("2025-01-01", "2025-03-31"), [], amended.Open()).Results.Should().HaveCount(2);
    }

    [Fact]
    public void Deliveries_count_that_came_in_time_once_for_each_cycle()
    {
        // The weeks that end in January: those of the 5th, 12th, 19th and 26th. Data is due two days after its week.
        ContractFact[] facts =
        [
            ContractFact.Delivered("weekly", Day("2025-01-01"), Day("2025-01-07"), "mail-1"),
            ContractFact.Delivered("weekly", Day("2025-01-12"), Day("2025-01-15"), "mail-2"),
            ContractFact.Delivered("weekly", Day("2025-01-13"), Day("2025-01-25"), "mail-3b"),
            ContractFact.Delivered("weekly", Day("2025-01-14"), Day("2025-01-21"), "mail-3a"),
            ContractFact.Delivered("monthly", Day("2025-01-26"), Day("2025-01-26"), "mail-4"),
        ];
        CommitmentResult result = Delivered(facts);
        (result.Threshold, result.Value, result.Status, result.Deviation, result.Compensation).Should().Be((4m, 2m, CommitmentStatus.Missed, 2m, Yuan(200m)));
        (result.Verdict, result.Reported).Should().Be((MeasurementVerdict.SingleSource, 2m));
        result.Evidence.Should().Equal("mail-1", "mail-2", "mail-3a");
        CommitmentResult excused = Delivered([.. facts, ContractFact.Excused("data", Days("2025-01-20", "2025-01-26"), "outage")]);
        (excused.Threshold, excused.Value, excused.Compensation).Should().Be((3m, 2m, Yuan(100m)));
        excused.Evidence.Should().Equal("outage", "mail-1", "mail-2", "mail-3a");
        CommitmentResult kept = Delivered([.. facts.Where(fact => fact.Reference != "mail-2"), ContractFact.Delivered("weekly", Day("2025-01-06"), Day("2025-01-13"), "m-2"), ContractFact.Delivered("weekly", Day("2025-01-20"), Day("2025-01-28"), "m-4")]);
        (kept.Value, kept.Status, kept.Compensation).Should().Be((4m, CommitmentStatus.Kept, Yuan(0m)));

        static CommitmentResult Delivered(ContractFact[] facts)
        {
            PartnerContract contract = Define()
                .Deliver(new DataDuty("monthly", new LocalText("Monthly data"), Cycle.Month, 5)).Deliver(new DataDuty("weekly", new LocalText("Weekly data"), Cycle.Week, 2))
                .Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Month).ShortfallCosts(DeviationPrice.PerUnit(100m))).Build();
            return contract.Settle(January, facts, contract.Open()).Results.Single();
        }
    }

    [Theory]
    [InlineData(300, 100, CommitmentStatus.Cured, 2_000, 0, 0)]
    [InlineData(900, 100, CommitmentStatus.Cured, 2_600, 0, 0)]
    [InlineData(50, 100, CommitmentStatus.Missed, 1_750, 250, 250)]
    public void What_is_made_good_of_a_count_is_added(int first, int second, CommitmentStatus status, int value, int off, int costs)
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 2_000m, CommitmentPeriod.Month, Measurement.Reported)
            .ShortfallCosts(DeviationPrice.PerUnit(1m)).OverDeliveryEarns(DeviationPrice.PerUnit(5m)).CuredWithin(10);
        CommitmentResult result = Judge(
            orders,
            January,
            Said("orders", "2025-01-01", "2025-01-31", 1_600m),
            ContractFact.MadeGood("orders", January, second, Day("2025-02-10"), "late-2"),
            ContractFact.MadeGood("orders", January, first, Day("2025-02-01"), "late-1"),
            ContractFact.MadeGood("orders", January, 9_000m, Day("2025-01-31"), "not-late"),
            ContractFact.MadeGood("orders", January, 9_000m, Day("2025-02-11"), "too-late"),
            ContractFact.MadeGood("orders", Month(2), 9_000m, Day("2025-02-05"), "other-month")).Single();
        (result.Status, result.Value, result.Deviation, result.Compensation, result.Bonus).Should().Be((status, value, off, Yuan(costs), Yuan(0m)));
        result.Evidence.Should().Equal("2025-01-01", "late-1", "late-2");
    }

    [Theory]
    [InlineData(5, CommitmentStatus.Cured, 5, 0)]
    [InlineData(6, CommitmentStatus.Cured, 6, 0)]
    [InlineData(7, CommitmentStatus.Missed, 7, 10)]
    [InlineData(8, CommitmentStatus.Missed, 8, 20)]
    [InlineData(9, CommitmentStatus.Missed, 8, 20)]
    public void A_level_is_made_good_by_its_last_reading_if_that_is_better(int last, CommitmentStatus status, int value, int costs)
    {
        Commitment fast = Commitment.AtMost("shipping", DaysToShip, 6m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(10m)).CuredWithin(28);
        CommitmentResult result = Judge(
            fast, January, Said("shipping", "2025-01-09", "2025-01-09", 8m), ContractFact.MadeGood("shipping", January, last, Day("2025-02-20"), "b"), ContractFact.MadeGood("shipping", January, 1m, Day("2025-02-10"), "a")).Single();
        (result.Status, result.Value, result.Compensation).Should().Be((status, value, Yuan(costs)));
        result.Evidence.Should().Equal(last < 8 ? ["2025-01-09", "a", "b"] : ["2025-01-09"]);
    }

    [Fact]
    public void Costs_are_capped_for_each_period_and_for_the_term()
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Month, Measurement.Reported)
            .ShortfallCosts(DeviationPrice.PerUnit(1m), atMost: Yuan(60m), atMostInTerm: Yuan(90m));
        Settlement settled = Settled(
            orders,
            Days("2025-01-01", "2025-04-30"),
            Said("orders", "2025-01-01", "2025-01-31", 40m),
            Said("orders", "2025-02-01", "2025-02-28", 90m),
            Said("orders", "2025-03-01", "2025-03-31", 20m),
            Said("orders", "2025-04-01", "2025-04-30", 20m));
        settled.Results.Select(result => result.Compensation.Amount).Should().Equal(60m, 10m, 20m, 0m);
        settled.Lines.Select(line => line.Text.En.Split("; ").Last()).Should().Equal("60 x 1 = 60.00", "10 x 1 = 10.00", "80 x 1, capped at 20.00", "orders, 2025-04-01 to 2025-04-30: 20 of at least 100, missed by 80");
        settled.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Force_majeure_excuses_only_what_it_names_and_what_may_be_excused()
    {
        ContractFact storm = ContractFact.Excused("orders", Days("2025-01-01", "2025-01-31"), "storm");
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 310m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(1m));
        ContractFact nothing = Said("orders", "2025-01-01", "2025-01-31", 0m);
        (Judge(orders, January, nothing, storm).Single().Status, Judge(orders, January, nothing, storm).Single().Threshold).Should().Be((CommitmentStatus.Excused, 0m));
        CommitmentResult strict = Judge(orders.WithoutForceMajeure(), January, nothing, storm).Single();
        (strict.Status, strict.Threshold, strict.Compensation).Should().Be((CommitmentStatus.Missed, 310m, Yuan(310m)));
        strict.Evidence.Should().Equal("2025-01-01");

        // 21 days are left, and only they need a reading; the excuses overlap and count once.
        CommitmentResult part = Judge(
            orders,
            January,
            Said("orders", "2025-01-11", "2025-01-31", 210m),
            ContractFact.Excused(null, Days("2024-12-20", "2025-01-06"), "flood"),
            ContractFact.Excused("orders", Days("2025-01-05", "2025-01-10"), "strike")).Single();
        (part.Status, part.Threshold, part.Value).Should().Be((CommitmentStatus.Kept, 210m, 210m));
        Commitment level = Commitment.AtLeast("followers", CommitmentMetric.Followers, 100m, CommitmentPeriod.Month, Measurement.Reported).OverDeliveryEarns(DeviationPrice.PerUnit(1m));
        CommitmentResult good = Judge(level, January, Said("followers", "2025-01-05", "2025-01-05", 130m), ContractFact.Excused(null, Days("2025-01-01", "2025-01-02"), "flood")).Single();
        (good.Status, good.Threshold, good.Bonus).Should().Be((CommitmentStatus.Exceeded, 100m, Yuan(30m)));
    }

    [Theory]
    [InlineData(100, 100, MeasurementVerdict.Agrees)]
    [InlineData(95, 100, MeasurementVerdict.Agrees)]
    [InlineData(105, 100, MeasurementVerdict.Agrees)]
    [InlineData(106, 100, MeasurementVerdict.Understated)]
    [InlineData(94, 100, MeasurementVerdict.Overstated)]
    [InlineData(80, 100, MeasurementVerdict.Overstated)]
    [InlineData(79, 100, MeasurementVerdict.Falsified)]
    public void A_report_of_fewer_complaints_than_measured_favours_the_partner(int reported, int measured, MeasurementVerdict verdict)
    {
        Commitment rare = Commitment.AtMost("complaints", Complaints, 200m, CommitmentPeriod.Month, Measurement.Both(Rate.Percent(5), Rate.Percent(20))).FalsifiedReportCosts(Yuan(9m));
        CommitmentResult result = Judge(rare, January, Both("complaints", January, measured)[1], ContractFact.Reported("complaints", January, reported, "r")).Single();
        (result.Verdict, result.Value, result.Penalty).Should().Be((verdict, measured, Yuan(verdict == MeasurementVerdict.Falsified ? 9m : 0m)));
        Judge(rare, January, ContractFact.Reported("complaints", January, reported, "r")).Single().Verdict.Should().Be(MeasurementVerdict.Missing);
        Judge(rare, January, Both("complaints", January, measured)[1]).Single().Verdict.Should().Be(MeasurementVerdict.Missing);
    }

    [Theory]
    [InlineData("2", MetricKind.Rate, true)]
    [InlineData("0.12345678", MetricKind.Rate, true)]
    [InlineData("0.123456789", MetricKind.Rate, false)]
    [InlineData("0.123456", MetricKind.Count, true)]
    [InlineData("0.1234567", MetricKind.Count, false)]
    [InlineData("1000000000000000", MetricKind.Level, true)]
    [InlineData("1000000000000000.000001", MetricKind.Level, false)]
    [InlineData("0", MetricKind.Level, false)]
    [InlineData("-1", MetricKind.Level, false)]
    public void Thresholds_have_bounds(string threshold, MetricKind kind, bool isLegal) =>
        Errors(Commitment.AtLeast("c", CommitmentMetric.Of("metric", kind), decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture), CommitmentPeriod.Month, Measurement.Reported))
            .Should().HaveCount(isLegal ? 0 : 1);

    [Fact]
    public void Amounts_and_duties_of_a_commitment_are_checked()
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 1m, CommitmentPeriod.Month, Measurement.Reported);
        Money dollars = Money.Of(1m, Currency.USD);
        Errors(orders.ShortfallCosts(DeviationPrice.PerUnit(1m), atMost: dollars, atMostInTerm: Yuan(0m)).OverDeliveryEarns(DeviationPrice.PerUnit(1m), atMost: Yuan(-1m)).FalsifiedReportCosts(dollars)).Should().Equal(
            "versions[0].commitments[0].atMost: 1.00 USD of the commitment 'orders' is not above 0 in CNY.",
            "versions[0].commitments[0].atMostInTerm: 0.00 CNY of the commitment 'orders' is not above 0 in CNY.",
            "versions[0].commitments[0].bonusAtMost: -1.00 CNY of the commitment 'orders' is not above 0 in CNY.",
            "versions[0].commitments[0].falsifiedCosts: 1.00 USD of the commitment 'orders' is not above 0 in CNY.");
        Errors(orders.ShortfallCosts(DeviationPrice.PerUnit(1m), atMost: Yuan(0.01m), atMostInTerm: Yuan(0.01m)).FalsifiedReportCosts(Yuan(0.01m))).Should().BeEmpty();
        Errors(Commitment.AtLeast("data", CommitmentMetric.DataOnTime, 1m, CommitmentPeriod.Month, Measurement.Reported)).Should().Equal(
            "versions[0].commitments[0].metric: The commitment 'data' counts data on time; it names a data duty instead of a threshold.");
        Define().Deliver(new DataDuty("daily", new LocalText("d"), Cycle.Day, 0)).Deliver(new DataDuty("weekly", new LocalText("w"), Cycle.Week, 0)).Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Week))
            .TryBuild(out _, out IReadOnlyList<ContractError> none).Should().BeTrue();
        none.Should().BeEmpty();
    }

    [Fact]
    public void Arguments_have_bounds()
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 1m, CommitmentPeriod.Month, Measurement.Reported);
        (orders.CuredWithin(1).GraceDays, orders.CuredWithin(366).GraceDays).Should().Be((1, 366));
        orders.Invoking(c => c.CuredWithin(0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected 1 to 366 days.*");
        orders.Invoking(c => c.CuredWithin(367)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Commitment.AtLeast("Orders", CommitmentMetric.Orders, 1m, CommitmentPeriod.Month, Measurement.Reported)).Should().Throw<ArgumentException>().WithMessage("'Orders' is not a code*");
        FluentActions.Invoking(() => new DataDuty("a b", new LocalText("x"), Cycle.Day, 0)).Should().Throw<ArgumentException>().WithMessage("'a b' is not a code*");
        FluentActions.Invoking(() => new DataDuty("a", new LocalText("x"), Cycle.Once, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DataDuty("a", new LocalText("x"), Cycle.Day, -1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DataDuty("a", new LocalText("x"), Cycle.Day, 367)).Should().Throw<ArgumentOutOfRangeException>();
        new DataDuty("a", new LocalText("x"), Cycle.Year, 366).DueWithinDays.Should().Be(366);
        FluentActions.Invoking(() => Measurement.Both(Rate.Percent(5), Rate.Percent(4.99m))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Measurement.Both(Rate.Percent(-1), Rate.Percent(4))).Should().Throw<ArgumentOutOfRangeException>();
        Measurement.Both(Rate.Percent(5), Rate.Percent(5)).FalsifiedAbove.Should().Be(Rate.Percent(5));
        CommitmentMetric.Of("orders", MetricKind.Rate).Should().BeSameAs(CommitmentMetric.Orders, "a known code keeps its meaning");
        Traffic().IsExcusable.Should().BeTrue();
        (Traffic().IsProrated, Traffic(CommitmentPeriod.Session).IsProrated, Traffic(CommitmentPeriod.Term).IsProrated).Should().Be((true, false, false));
        (Commitment.AtMost("c", Complaints, 1m, CommitmentPeriod.Month, Measurement.Reported).IsProrated, Commitment.Deliver("d", "weekly", CommitmentPeriod.Month).IsProrated).Should().Be((false, false));
    }

    [Theory]
    [InlineData(true, "versions[0].commitments[0].shortfall: An amount is below 0; what a deviation costs or earns is 0 or more.")]
    [InlineData(false, null)]
    public void A_price_of_a_deviation_is_never_negative(bool isNegative, string? error)
    {
        decimal sign = isNegative ? -1m : 1m;
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Month, Measurement.Reported);
        DeviationPrice[] prices =
        [
            DeviationPrice.Fixed(1m * sign),
            DeviationPrice.PerUnit(1m * sign),
            DeviationPrice.Proportional(50m * sign),
            DeviationPrice.Of(TierTable.Step(Edge.LowerIncluded, Tier.From(0m), Tier.From(10m).Flat(7m * sign)), DeviationUnit.Units),
        ];
        foreach (DeviationPrice price in prices)
        {
            Errors(orders.ShortfallCosts(price)).Should().Equal(error is null ? [] : [error]);
        }
    }

    [Fact]
    public void A_price_of_nothing_missing_is_nothing_unless_the_table_says_otherwise()
    {
        Commitment orders = Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Month, Measurement.Reported);
        Cost(DeviationPrice.Fixed(12m), 99.999999m).Should().Be(12m);
        Cost(DeviationPrice.Fixed(12m), 100m).Should().Be(0m);
        Cost(DeviationPrice.Proportional(300m), 75m).Should().Be(75m);
        Cost(DeviationPrice.PerUnit(0.33m), 75m).Should().Be(8.25m);

        decimal Cost(DeviationPrice price, decimal value) => Judge(orders.ShortfallCosts(price), January, Said("orders", "2025-01-01", "2025-01-31", value)).Single().Compensation.Amount;
    }

    private static ContractFact Said(string code, string start, string end, decimal value) => ContractFact.Reported(code, Days(start, end), value, start);

    private static ContractFact Third(string code, string start, string end, decimal value) => ContractFact.ThirdParty(code, Days(start, end), value, start);

    private static IReadOnlyList<CommitmentResult> Judge(Commitment commitment, DateInterval period, params ContractFact[] facts) => Settled(commitment, period, facts).Results;

    private static Settlement Settled(Commitment commitment, DateInterval period, params ContractFact[] facts)
    {
        PartnerContract contract = Define().Commit(commitment).Build();
        return contract.Settle(period, facts, contract.Open());
    }

    private static IEnumerable<string> Errors(Commitment commitment)
    {
        Define().Commit(commitment).TryBuild(out _, out IReadOnlyList<ContractError> errors);
        return errors.Select(error => error.ToString());
    }
}
