using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using NodaTime;

namespace ChannelModel.Tests.Planning;

/// <summary>Building plans, and one rule of the audit at a time: each is seen to hold and to fail.</summary>
public sealed class GrowthPlanTests
{
    private static readonly DateInterval Quarter = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 3, 31));

    [Fact]
    public void A_plan_that_does_not_fit_together_names_every_defect()
    {
        GrowthPlanBuilder builder = Define()
            .Add(Initiative("a"))
            .Add(Initiative("a"))
            .Add(Budget.Root(new("b"), new LocalText("chapter"), Money.Of(1, Currency.USD), [Budget.ForInitiative(new("nobody"), Yuan(1))]))
            .Add(new BestClaim(new LocalText("best"), new("c"), [InitiativeFigure.Orders]));
        builder.TryBuild(out GrowthPlan? plan, out IReadOnlyList<PlanDefect> defects).Should().BeFalse();
        plan.Should().BeNull();
        defects.Select(defect => defect.ToString()).Should().Equal(
            "$.initiatives[1].id: the id 'a' is there twice, first at $.initiatives[0].id; expected an id of its own",
            "$.budgets[0].lines[0].initiative: the plan has no initiative 'nobody'; expected one of a",
            "$.claims[0].initiative: the plan has no initiative 'c'; expected one of a",
            "$.budgets[0].amount: the amount is in USD; expected the plan's currency, CNY");
        ((Action)(() => builder.Build())).Should().Throw<ArgumentException>().WithMessage("The plan cannot be built:*nobody*USD*");
    }

    [Fact]
    public void An_empty_plan_has_no_finding_and_no_figure()
    {
        PlanReview review = PlanReview.Of(Define().Build());
        review.Audit.Findings.Should().BeEmpty();
        review.Audit.Confirmed.Should().BeEmpty();
        review.Sales.Should().BeNull();
        review.Budgets.Should().BeEmpty();
    }

    [Theory]
    [InlineData(3_000_000, true, 0)]
    [InlineData(3_000_001, false, 1)]
    [InlineData(2_999_999, false, -1)]
    public void A_budget_equals_the_sum_of_its_lines(int total, bool holds, int difference)
    {
        AuditLine line = Only(AuditRule.Sum, Define().Add(Budget.Root(
            new("b"),
            new LocalText("chapter"),
            Yuan(total),
            [Budget.ForCategory(ChannelCategory.Online, Yuan(2_200_000)), Budget.ForCategory(ChannelCategory.Offline, Yuan(800_000))])));
        line.Holds.Should().Be(holds);
        line.Difference.Should().Be(Figure.Of(Yuan(difference)));
        line.Arithmetic.Should().Be("2 200 000 + 800 000 = 3 000 000 CNY");
        line.Places[0].Should().Be("$.budgets[0].amount");
    }

    [Theory]
    [InlineData(60_000, true)]
    [InlineData(59_999, false)]
    public void Monthly_fees_over_the_period_stay_within_the_budget_line(int budget, bool holds)
    {
        AuditLine line = Only(AuditRule.FeesOverLine, Define()
            .Add(Initiative("a", fees: [new Fee(Yuan(20_000), Cycle.Month)]))
            .Add(Budget.Root(new("b"), new LocalText("chapter"), Yuan(budget), [Budget.ForInitiative(new("a"), Yuan(budget))])));
        line.Holds.Should().Be(holds);
        line.Left.Figure.Should().Be(Figure.Of(Yuan(60_000)));
    }

    [Theory]
    [InlineData("96", true)]
    [InlineData("95.8", true)]
    [InlineData("95.83", true)]
    [InlineData("95.84", false)]
    [InlineData("95", false)]
    public void A_stated_attainment_is_compared_at_the_precision_stated(string percent, bool holds)
    {
        AuditLine line = Only(AuditRule.Attainment, Define().Sales(new SalesTarget(
            Cycle.Quarter,
            Yuan(144_000_000),
            actual: Yuan(138_000_000),
            statedAttainment: Rate.Parse(percent + "%"))));
        line.Holds.Should().Be(holds);
    }

    [Theory]
    [InlineData(120_000_000, true)]
    [InlineData(119_000_000, false)]
    public void A_target_is_its_baseline_with_the_growth(int baseline, bool holds) =>
        Only(AuditRule.Growth, Define().Sales(new SalesTarget(Cycle.Quarter, Yuan(144_000_000), Rate.Percent(20), Yuan(baseline)))).Holds.Should().Be(holds);

    [Theory]
    [InlineData(Cycle.Quarter, 1, 1, 3, 31, true)]
    [InlineData(Cycle.Quarter, 1, 1, 6, 30, true)]
    [InlineData(Cycle.Quarter, 1, 1, 2, 28, false)]
    [InlineData(Cycle.Quarter, 1, 2, 4, 1, false)]
    [InlineData(Cycle.Month, 1, 1, 2, 28, true)]
    [InlineData(Cycle.Year, 1, 1, 12, 31, true)]
    [InlineData(Cycle.Week, 1, 6, 1, 12, true)]
    [InlineData(Cycle.Week, 1, 7, 1, 13, false)]
    public void A_target_is_for_a_cycle_that_the_period_holds(Cycle per, int fromMonth, int fromDay, int toMonth, int toDay, bool holds)
    {
        var period = new DateInterval(new LocalDate(2025, fromMonth, fromDay), new LocalDate(2025, toMonth, toDay));
        GrowthPlanBuilder plan = GrowthPlan.Define(new("p"), new LocalText("plan"), Currency.CNY, period).Sales(new SalesTarget(per, Yuan(1)));
        Only(AuditRule.TargetPeriod, plan).Holds.Should().Be(holds);
    }

    [Theory]
    [InlineData(ClaimRelation.Below, false)]
    [InlineData(ClaimRelation.Above, true)]
    [InlineData(ClaimRelation.Equal, false)]
    public void A_comparison_is_checked(ClaimRelation relation, bool holds)
    {
        AuditLine line = Only(AuditRule.Comparison, Define().Add(new ComparisonClaim(
            new LocalText("conversion"),
            ClaimPart.Of(new LocalText("head KOLs"), Figure.Of(Rate.Percent(1.2m))),
            relation,
            ClaimPart.Of(new LocalText("ordinary KOLs"), Figure.Of(Rate.Percent(0.6m))))));
        line.Holds.Should().Be(holds);
        line.Difference!.ToText(Language.English).Should().Be("0.6 points");
    }

    [Theory]
    [InlineData(MarginClaim.Kept, "10", "5", false)]
    [InlineData(MarginClaim.Kept, "4", "4", true)]
    [InlineData(MarginClaim.Raised, "4", "5", true)]
    [InlineData(MarginClaim.Raised, "4", "4", false)]
    public void A_margin_said_to_be_kept_is_worked_out(MarginClaim claim, string cut, string saving, bool holds)
    {
        var move = new PriceMove(Yuan(300), Rate.Parse(cut + "%"), Rate.Parse(saving + "%"), Rate.Percent(15), claim);
        Only(AuditRule.Margin, Define().Add(Initiative("a", move: move))).Holds.Should().Be(holds);
    }

    [Fact]
    public void Figures_without_a_unit_are_named()
    {
        GrowthPlanBuilder plan = Define()
            .Add(Initiative("a", density: new SalesDensity(Yuan(20_000), Cycle.Month, null)))
            .Add(Initiative("b", density: new SalesDensity(Yuan(20_000), Cycle.Month, DensityUnit.Store)))
            .Add(Initiative("c", funnel: Funnel.FromReach(new Reach(10, ReachUnit.Clicks, null), Rate.Percent(1))));
        PlanAudit audit = PlanAudit.Of(plan.Build());
        audit.Findings.Where(line => line.Rule == AuditRule.UnitMissing).Select(line => line.Places[0]).Should().Equal(
            "$.initiatives[0].salesDensity", "$.initiatives[2].funnel.reach");
        audit.Confirmed.Should().ContainSingle(line => line.Rule == AuditRule.UnitMissing).Which.Places[0].Should().Be("$.initiatives[1].salesDensity");
    }

    [Theory]
    [InlineData(100, 0, 50, 0)]
    [InlineData(99, 1, 50, 1)]
    public void The_best_is_beaten_or_not(int own, int findings, int other, int expected)
    {
        PlanAudit audit = PlanAudit.Of(Define()
            .Add(Initiative("a", funnel: Funnel.FromOrders(own)))
            .Add(Initiative("b", funnel: Funnel.FromOrders(findings == 0 ? other : 100)))
            .Add(new BestClaim(new LocalText("most orders"), new("a"), [InitiativeFigure.Orders]))
            .Build());
        audit.Findings.Count(line => line.Rule == AuditRule.Best).Should().Be(expected);
    }

    [Fact]
    public void Kpi_targets_and_baselines_are_compared_with_what_other_chapters_say()
    {
        PlanKpi Kpi(string id, decimal baseline, decimal restated) => new(
            new Kpi(new(id), new LocalText(id), KpiUnit.Percent, KpiDirection.Higher, KpiAggregation.Latest),
            Figure.Of(Rate.Percent(75)),
            Figure.Of(Rate.Percent(baseline)),
            baselineParts: [new(new LocalText("east"), Figure.Of(Rate.Percent(8))), new(new LocalText("north"), Figure.Of(Rate.Percent(18)))],
            restatedTargets: [new(new LocalText("chapter"), Figure.Of(Rate.Percent(restated)))]);
        PlanAudit audit = PlanAudit.Of(Define().Add(Kpi("good", 12, 75)).Add(Kpi("bad", 8, 82)).Build());
        audit.Findings.Select(line => (line.Rule, line.Places[0])).Should().Equal(
            (AuditRule.KpiRestated, "$.kpis[1].target"), (AuditRule.BaselineOfPart, "$.kpis[1].baseline"));
        audit.Confirmed.Select(line => (line.Rule, line.Places[0])).Should().Equal(
            (AuditRule.KpiRestated, "$.kpis[0].target"), (AuditRule.BaselineOfPart, "$.kpis[0].baseline"));
    }

    [Fact]
    public void Expected_sales_follow_from_the_funnel_or_imply_an_order_value()
    {
        var reach = new Reach(300, ReachUnit.Visitors, Cycle.Day, 500);
        AuditLine stated = Only(AuditRule.ExpectedSales, Define().Add(Initiative("a", funnel: Funnel.FromReach(reach, Rate.Percent(3), Yuan(10)), expected: Yuan(4_050_000))));
        stated.Holds.Should().BeTrue("4 500 orders a day for 90 days at 10 each");
        AuditLine implied = Only(AuditRule.ImpliedOrderValue, Define().CompanyAverageOrderValue(Yuan(20)).Add(Initiative("a", funnel: Funnel.FromReach(reach, Rate.Percent(3)), expected: Yuan(4_050_000))));
        implied.Holds.Should().BeTrue("half of the company's is still of its order of magnitude");
        implied.Left.Figure.Should().Be(Figure.Of(Yuan(10)));
        Only(AuditRule.ImpliedOrderValue, Define().CompanyAverageOrderValue(Yuan(20.01m)).Add(Initiative("a", funnel: Funnel.FromReach(reach, Rate.Percent(3)), expected: Yuan(4_050_000))))
            .Holds.Should().BeFalse();
    }

    [Theory]
    [InlineData("3.5", true)]
    [InlineData("3.50", true)]
    [InlineData("4", true)]
    [InlineData("3.4", false)]
    public void A_return_with_a_definition_is_recomputed_for_the_same_time(string roas, bool holds)
    {
        Initiative initiative = Initiative(
            "a",
            fees: [new Fee(Yuan(6_000_000), Cycle.Month)],
            funnel: Funnel.FromReach(new Reach(400_000, ReachUnit.Viewers, Cycle.Month), Rate.Percent(1.5m), Yuan(3_500)),
            roi: new StatedRoi(decimal.Parse(roas, System.Globalization.CultureInfo.InvariantCulture), RoiDefinition.Roas));
        Only(AuditRule.RoiValue, Define().Add(initiative)).Holds.Should().Be(holds);
    }

    [Fact]
    public void A_difference_of_figures_is_exact_or_throws()
    {
        Figure.Difference(Figure.Of(Yuan(0.1m)), Figure.Of(Yuan(0.3m))).Should().Be(Figure.Of(Yuan(-0.2m)));
        Figure.Difference(Figure.Of(Rate.Percent(8)), Figure.Of(Rate.Percent(18))).Should().Be(Figure.Points(Rate.Percent(-10)));
        Figure.Difference(Figure.Of(Yuan(1)), Figure.Count(1)).Should().BeNull();
        Figure.Difference(Figure.Of(Yuan(1)), Figure.Of(Money.Of(1, Currency.USD))).Should().BeNull();
        ((Action)(() => Figure.Difference(Figure.Of(Yuan(Money.MaxAmount)), Figure.Of(Yuan(-Money.MaxAmount))))).Should().Throw<OverflowException>();
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_titles_in_both_languages()
    {
        AuditRule.All.Select(rule => rule.Id).Should().OnlyHaveUniqueItems();
        AuditRule.All.Should().OnlyContain(rule => rule.Title.ZhHans != null);
        AuditRule.All.Should().HaveCount(typeof(AuditRule).GetProperties().Count(property => property.PropertyType == typeof(AuditRule)));
    }

    private static AuditLine Only(AuditRule rule, GrowthPlanBuilder plan)
    {
        PlanAudit audit = PlanAudit.Of(plan.Build());
        AuditLine line = audit.Findings.Concat(audit.Confirmed).Should().ContainSingle(entry => entry.Rule == rule).Which;
        line.Sentence.ZhHans.Should().NotBeNullOrEmpty();
        return line;
    }

    private static GrowthPlanBuilder Define() => GrowthPlan.Define(new("p"), new LocalText("plan"), Currency.CNY, Quarter);

    private static Initiative Initiative(
        string id,
        IEnumerable<Fee>? fees = null,
        Funnel? funnel = null,
        Money? expected = null,
        StatedRoi? roi = null,
        PriceMove? move = null,
        SalesDensity? density = null) =>
        new(new Channel(new(id), new LocalText(id), ChannelCategory.Online, ChannelFormat.Marketplace), fees, funnel, null, expected, roi, move, null, density);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
