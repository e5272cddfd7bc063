using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>Cases of a calculation that differ only by one choice, each with the number worked out by hand; and what facts cannot say.</summary>
public sealed class CalculationCaseTests
{
    private static readonly TierTable Ten = TierTable.Percent(10);

    private static readonly TierTable Back = Ten.OnNegative(NegativeValue.Mirrored);

    private static readonly Basis Share = Basis.AttainmentOf(Basis.NetRevenue);

    [Fact]
    public void The_cap_of_the_period_cuts_the_sum_of_records()
    {
        CommissionFacts facts = Ann().WithRecords(Record("a", 600), Record("b", 700));
        Due(Sales().Accumulate(Accumulation.PerRecord), facts).Should().Be(130m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Cap(M(100), Cycle.Month, Excess.Lost), facts).Should().Be(100m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Cap(M(100), Cycle.Month, Excess.Carried), facts.WithCarriedIn(M(5))).Should().Be(100m);
        Sales().Accumulate(Accumulation.PerRecord).Cap(M(100), Cycle.Month, Excess.Carried).Explain(facts.WithCarriedIn(M(5))).Carried.Should().Be(M(35));
    }

    [Fact]
    public void Records_round_once_where_the_statement_does_and_one_by_one_elsewhere()
    {
        CommissionFacts facts = Ann().WithRecords(Record("a", 0.04m), Record("b", 0.04m));
        Due(Records(RoundingPlace.Statement), facts).Should().Be(0.01m);
        Due(Records(RoundingPlace.Line), facts).Should().Be(0m);
        Due(Records(RoundingPlace.Tier), facts).Should().Be(0m);
        Due(Records(RoundingPlace.Statement).CapEachRecord(M(5)), facts).Should().Be(0m, "a cap holds an amount of money");
        Due(Records(RoundingPlace.Statement).FloorEachRecord(M(0)), facts).Should().Be(0m);
        Due(Records(RoundingPlace.Statement).FloorEachRecord(M(0.01m)), facts).Should().Be(0.02m);

        static CommissionPlanBuilder Records(RoundingPlace place) => Plan("p", place).Pay(Ten, Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord);
    }

    [Fact]
    public void What_is_taken_back_whole_rounds_as_it_was_paid()
    {
        // Half-up lifts -0.005 to 0; the same paid would be 0.01, so taken back alone it is -0.01.
        Due(HalfUp().Pay(Back, Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, -0.05m)).Should().Be(-0.01m);
        Due(HalfUp().Pay(Back, Basis.NetRevenue, Cycle.Month).Bonus(TierTable.PerUnit(1), Basis.Orders), Ann().With(Basis.NetRevenue, -0.05m).With(Basis.Orders, 0)).Should().Be(0m);
        Due(HalfUp().Pay(Back, Basis.NetRevenue, Cycle.Month).Pay(Ten, Basis.Margin, Cycle.Month), Ann().With(Basis.NetRevenue, -0.05m).With(Basis.Margin, 0)).Should().Be(0m);
        CommissionPlanBuilder records = HalfUp().Pay(Back, Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord);
        Due(records, Ann().WithRecords(Record("a", -0.05m))).Should().Be(-0.01m);
        Due(records, Ann().WithRecords(Record("a", -0.04m), Record("b", -0.01m))).Should().Be(-0.01m);
        Due(records, Ann().WithRecords(Record("a", -0.1m), Record("b", 0.05m))).Should().Be(0m);
        Due(records, Ann().WithRecords(Record("a", 0.05m), Record("b", -0.1m))).Should().Be(0m);

        static CommissionPlanBuilder HalfUp() => CommissionPlan.Define("p", Currency.CNY).Round(Rounding.HalfUp, RoundingPlace.Statement);
    }

    [Fact]
    public void A_record_is_held_against_its_own_counts_and_the_shares_of_the_period()
    {
        CommissionFacts facts = Ann().WithTarget(Basis.NetRevenue, 500).WithRecords(Record("a", 100).With(Basis.Orders, 3), Record("b", 400).With(Basis.Orders, 2));
        Due(Sales().Accumulate(Accumulation.PerRecord).Gate(Basis.Orders, 3), facts).Should().Be(10m, "the gate of the second record is closed");
        Due(Sales().Accumulate(Accumulation.PerRecord).Gate(Share, 100), facts).Should().Be(50m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Gate(Share, 100.00000001m), facts).Should().Be(0m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.LowerIncluded, (0, 1), (3, 2))), facts).Should().Be(60m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Accelerate(Accelerator.OnWhole(Share, Edge.UpperIncluded, (0, 1), (99, 2), (100, 5))), facts).Should().Be(100m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Gate(Share, 100), facts.WithPrior(Basis.NetRevenue, 900)).Should().Be(50m);
        Due(Sales().Accumulate(Accumulation.PerRecord).Gate(Share, 101), facts.WithPrior(Basis.NetRevenue, 900)).Should().Be(0m, "what came before is no part of a record");
    }

    [Fact]
    public void What_came_before_counts_where_the_plan_adds_it_up()
    {
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 100).WithPrior(Basis.NetRevenue, 1_000);
        Due(Sales(), facts).Should().Be(10m);
        Due(Sales().Accumulate(Accumulation.PerRecord), facts.WithRecords(Record("a", 100))).Should().Be(10m);
        Due(Sales().Accumulate(Accumulation.Cumulative), facts).Should().Be(10m);
        Due(Sales().Accumulate(Accumulation.TrueUp), facts.WithPaid(Cycle.Once, M(30))).Should().Be(80m);
        Due(Sales().Accumulate(Accumulation.TrueUp), Ann().With(Basis.NetRevenue, 100).WithPaid(Cycle.Once, M(3))).Should().Be(7m);
        Due(Sales().Accumulate(Accumulation.TrueUp), Ann().With(Basis.NetRevenue, 100)).Should().Be(10m, "the first period needs no word about what was paid");
    }

    [Fact]
    public void Before_the_first_period_nothing_was_earned_not_even_for_zero()
    {
        CommissionPlanBuilder flat = Plan("p").Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(10).Flat(5)).OnZero(ZeroValue.TouchesFirstTier), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative);
        Due(flat, Ann().With(Basis.NetRevenue, 100)).Should().Be(15m);
        Due(flat, Ann().With(Basis.NetRevenue, 100).WithPrior(Basis.NetRevenue, 0)).Should().Be(10m);
    }

    [Fact]
    public void A_closed_gate_is_written_even_where_it_takes_nothing()
    {
        CommissionStatement statement = Sales().Gate(Basis.Orders, 1).Explain(Ann().With(Basis.NetRevenue, 0).With(Basis.Orders, 0));
        statement.Lines.Select(line => line.Id).Should().Equal("gate-1", "sales/tier-1", "gate");
        statement.Verify().Should().BeEmpty();
        Due(Sales().Gate(Basis.Orders, 1).Gate(Basis.Units, 1), Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 1).With(Basis.Units, 0)).Should().Be(0m);
        Due(Sales().Gate(Basis.Orders, 1).Gate(Basis.Units, 1), Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 0).With(Basis.Units, 1)).Should().Be(0m);
        Due(Sales().Gate(Basis.Orders, 1).Gate(Basis.Units, 1), Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 1).With(Basis.Units, 1)).Should().Be(10m);
    }

    [Fact]
    public void Growth_without_a_baseline_opens_no_gate_and_below_zero_counts_as_none()
    {
        CommissionPlanBuilder gated = Sales().Gate(Basis.GrowthOf(Basis.NetRevenue).WhenNoBaseline(NoBaseline.Skipped), 1);
        Due(gated, Ann().With(Basis.NetRevenue, 1_000)).Should().Be(0m);
        Due(gated, Ann().With(Basis.NetRevenue, 1_000).WithBaseline(Basis.NetRevenue, 0)).Should().Be(0m);
        Due(gated, Ann().With(Basis.NetRevenue, 1_000).WithBaseline(Basis.NetRevenue, 990)).Should().Be(100m);
        CommissionPlanBuilder over = Plan("p").Pay(Ten, Basis.OverBaseline(Basis.NetRevenue).WhenNoBaseline(NoBaseline.CountsAsZero), Cycle.Month);
        Due(over, Ann().With(Basis.NetRevenue, -5)).Should().Be(0m);
        Due(over, Ann().With(Basis.NetRevenue, 5)).Should().Be(0.5m);
        Basis growth = Basis.GrowthOf(Basis.NetRevenue).WhenNoBaseline(NoBaseline.Skipped);
        TierTable byGrowth = TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(10));
        Due(Plan("p").Pay(byGrowth, Basis.NetRevenue, growth, Cycle.Month), Ann().With(Basis.NetRevenue, 1_000)).Should().Be(0m, "what chooses the tier is skipped");
        Due(Plan("p").Pay(byGrowth, Basis.OverBaseline(Basis.Margin).WhenNoBaseline(NoBaseline.Skipped), Basis.NetRevenue, Cycle.Month), Ann().With(Basis.NetRevenue, 1_000).With(Basis.Margin, 9)).Should().Be(0m, "what is paid on is skipped");
    }

    [Fact]
    public void A_row_of_a_grid_is_chosen_by_an_exact_share()
    {
#pragma warning disable CA1814 // a grid is a rectangle
        decimal[,] rates = { { 1 }, { 50 } };
#pragma warning restore CA1814
        CommissionPlanBuilder grid = Plan("p").Pay(RateGrid.Percent(Axis.Of(Share, 0, 34), Axis.Orders(0), Edge.LowerIncluded, rates), Basis.NetRevenue, Cycle.Month);
        Due(grid, Ann().With(Basis.NetRevenue, 100).WithTarget(Basis.NetRevenue, 300).With(Basis.Orders, 0)).Should().Be(1m, "a third is not 34 %");
        Due(grid, Ann().With(Basis.NetRevenue, 102).WithTarget(Basis.NetRevenue, 300).With(Basis.Orders, 0)).Should().Be(51m);
    }

    [Fact]
    public void Amounts_of_another_currency_are_refused_wherever_they_stand()
    {
        CommissionPlanBuilder plan = Sales().Returns(ReturnPolicy.OriginalRate);
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 1);
        Money five = Money.Of(5, Currency.USD);
        Errors(plan, facts.WithPaid(Cycle.Year, five)).Should().Equal("amount: 5.00 USD is not in the plan's currency CNY.");
        Errors(plan, facts.WithPaid(Cycle.Year, M(5))).Should().BeEmpty();
        Errors(plan, facts.With(Basis.NetRevenue, five)).Should().Equal("net-revenue: 'net-revenue' is in USD, the plan in CNY; state an exchange rate.");
        Errors(Sales().Accumulate(Accumulation.PerRecord), Ann().WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, five))).Should().Equal("net-revenue: 'net-revenue' is in USD, the plan in CNY; state an exchange rate.");
        Errors(plan, facts.WithCarriedIn(five)).Should().Equal("amount: 5.00 USD is not in the plan's currency CNY.");
        Errors(plan, facts.WithReturns(new LinkedReturn("r", Money.Of(9, Currency.USD), five, Money.Of(0, Currency.USD), five))).Should().Equal("amount: 5.00 USD is not in the plan's currency CNY.");
        Errors(plan, facts.WithCarriedIn(M(1)).WithPaid(Cycle.Year, M(1))).Should().BeEmpty();
    }

    [Fact]
    public void Returns_need_the_policy_that_links_them()
    {
        var back = new LinkedReturn("r", M(100), M(10), M(0), M(50));
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 100).WithReturns(back);
        Errors(Sales(), facts).Should().Equal("returns: The plan takes returns by no named policy; linked returns need ReturnPolicy.OriginalRate.");
        Errors(Sales().Returns(ReturnPolicy.ReRatePeriod), facts).Should().Equal("returns: The plan takes returns by ReRatePeriod; linked returns need ReturnPolicy.OriginalRate.");
        Errors(Sales().Returns(ReturnPolicy.OriginalRate), facts.WithReturns(back)).Should().Equal("returns: The return 'r' is there twice.");
        Due(Sales().Returns(ReturnPolicy.OriginalRate), facts).Should().Be(5m);
        Due(Sales().Returns(ReturnPolicy.OriginalRate), facts.WithReturns(new LinkedReturn("R", M(100), M(10), M(0), M(50)))).Should().Be(0m);
        Due(Sales(), Ann().With(Basis.NetRevenue, 100)).Should().Be(10m);
    }

    [Fact]
    public void Records_are_there_once_and_instead_of_the_period()
    {
        CommissionPlanBuilder plan = Sales().Accumulate(Accumulation.PerRecord);
        Errors(plan, Ann().WithRecords(Record("a", 1), Record("a", 2), Record("A", 3))).Should().Equal("records: The record 'a' is there twice.");
        Errors(plan, Ann().With(Basis.NetRevenue, 1)).Should().Equal("records: 'net-revenue' is stated for the period, but the plan rates each record by itself; state the records (WithRecords).");
        CommissionPlanBuilder over = Plan("p").Pay(Ten, Basis.OverTarget(Basis.NetRevenue), Cycle.Month).Pay(Ten, Basis.NetRevenue, Cycle.Month).Pay(Ten, Basis.Margin, Cycle.Month).Accumulate(Accumulation.PerRecord);
        Errors(over, Ann().With(Basis.NetRevenue, 1).WithTarget(Basis.NetRevenue, 1)).Should().Equal("records: 'net-revenue' is stated for the period, but the plan rates each record by itself; state the records (WithRecords).");
        Errors(plan, Ann().With(Basis.Margin, 1)).Should().BeEmpty("the plan does not pay on it");
    }

    [Fact]
    public void Each_thing_that_is_missing_is_said_once()
    {
        CommissionPlanBuilder plan = Sales().Pay(Ten, Basis.NetRevenue, Cycle.Month).Pay(Ten, Basis.Margin, Cycle.Month).Gate(Share, 1);
        Errors(plan, Ann()).Should().Equal("net-revenue: 'net-revenue' is missing.", "net-revenue: The target of 'net-revenue' is missing.", "margin: 'margin' is missing.");
        foreach (decimal target in new[] { 0m, -5.5m })
        {
            string shown = target == 0m ? "0" : "-5.5";
            Errors(Sales().Gate(Share, 1), Ann().With(Basis.NetRevenue, 1).WithTarget(Basis.NetRevenue, target)).Should().Equal($"net-revenue: The target of 'net-revenue' is {shown}; it must be above 0.");
        }

        Errors(Plan("p").Pay(Ten, Basis.OverBaseline(Basis.NetRevenue), Cycle.Month), Ann().With(Basis.NetRevenue, 1).WithBaseline(Basis.NetRevenue, 0)).Should().Equal("net-revenue: The baseline of 'net-revenue' is 0; it must be above 0.");
        Errors(Sales().Accumulate(Accumulation.TrueUp), Ann().With(Basis.NetRevenue, 1).WithPrior(Basis.NetRevenue, 1)).Should()
            .Equal("paid: What was paid before is missing, and a true-up needs it: state it (WithPaid, Cycle.Once), at first as 0.");
        Errors(Sales().Cap(M(5), Cycle.Quarter, Excess.Lost), Ann().With(Basis.NetRevenue, 1)).Should()
            .Equal("paid: What was paid before is missing, and a cap per quarter needs it: state it (WithPaid, Cycle.Quarter), at first as 0.");
        Sales().Gate(Share, 1).Build().Resolve(January.End).Invoking(rules => rules.Evaluate(Ann().With(Basis.NetRevenue, 1))).Should().Throw<System.ArgumentException>()
            .WithMessage("The facts of ann cannot be rated by 'p': net-revenue: The target of 'net-revenue' is missing.*").Which.ParamName.Should().Be("facts");
        Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month).Pay(Ten, Basis.Margin, Cycle.Month).Build().Resolve(January.End).Invoking(rules => rules.Explain(Ann())).Should().Throw<System.ArgumentException>()
            .WithMessage("The facts of ann cannot be rated by 'p': net-revenue: 'net-revenue' is missing. | margin: 'margin' is missing.*");
    }

    [Fact]
    public void What_is_carried_in_fits_caps_that_start_anew()
    {
        const string Wrong = "carried-in: The cap of a plan that accumulates already covers all that was earned to date; nothing can be carried into it.";
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 100).WithPaid(Cycle.Once, M(0)).WithPaid(Cycle.Year, M(0)).WithCarriedIn(M(7));
        foreach (Accumulation accumulation in new[] { Accumulation.Cumulative, Accumulation.TrueUp })
        {
            Errors(Sales().Accumulate(accumulation).Cap(M(500), Cycle.Month, Excess.Carried), facts).Should().Equal(Wrong);
            Due(Sales().Accumulate(accumulation).Cap(M(500), Cycle.Year, Excess.Carried), facts).Should().Be(17m, "a cap of the year is another");
            Due(Sales().Accumulate(accumulation), facts).Should().Be(17m);
        }

        Due(Sales().Cap(M(12), Cycle.Month, Excess.Carried), facts).Should().Be(12m);
        Due(Sales().Cap(M(12), Cycle.Year, Excess.Carried), facts.WithPaid(Cycle.Year, M(3))).Should().Be(9m);
        Due(Sales().Cap(M(12), Cycle.Year, Excess.Carried), facts.WithPaid(Cycle.Year, M(30))).Should().Be(0m, "no room is not less than none");
    }

    private static CommissionPlanBuilder Sales() => Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month, "sales");

    private static FactRecord Record(string id, decimal revenue) => FactRecord.Of(id).With(Basis.NetRevenue, revenue);

    private static IEnumerable<string> Errors(CommissionPlanBuilder plan, CommissionFacts facts) => plan.Build().Resolve(January.End).Check(facts).Select(error => error.ToString());

    private static decimal Due(CommissionPlanBuilder plan, CommissionFacts facts)
    {
        CommissionStatement statement = plan.Explain(facts);
        statement.Rules.Evaluate(facts).Should().Be(statement.Total);
        statement.Verify().Should().BeEmpty();
        return statement.Total.Amount;
    }
}
