using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>What is due without the lines: the same as the total of the statement, and for the plans that are named so, without a byte of memory.</summary>
public sealed class EvaluationTests
{
    private static readonly TierTable Ten = TierTable.Percent(10);

    private static readonly Basis Share = Basis.AttainmentOf(Basis.NetRevenue);

    private static readonly TierTable ByOrders = TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(10), Tier.From(5).Percent(20));

    /// <summary>Plans of one component with at most a gate on attainment and a cap of the period, with facts and what is due.</summary>
    private static readonly Dictionary<string, (CommissionPlanBuilder Plan, CommissionFacts Facts, decimal Due)> Lean = new(StringComparer.Ordinal)
    {
        ["a rate"] = (Sales(), Revenue(100), 10m),
        ["a rate of nothing"] = (Sales(), Revenue(0), 0m),
        ["an amount with its currency"] = (Sales(), Ann().With(Basis.NetRevenue, M(100)), 10m),
        ["a basis that is equal but another object"] = (Plan("p").Pay(Ten, Basis.Money("x", BasisContents.None), Basis.Money("x", BasisContents.None), Cycle.Month), Ann().With(Basis.Money("x", BasisContents.None), 100), 10m),
        ["other facts before it"] = (Sales(), Ann().With(Basis.Margin, 7).WithTarget(Basis.NetRevenue, 9).With(Basis.NetRevenue, 100), 10m),
        ["the top itself"] = (Plan("p").Pay(Ten.EndingAt(1_000, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month), Revenue(1_000), 100m),
        ["a cap that is not reached"] = (Sales().Cap(M(50), Cycle.Month, Excess.Lost), Revenue(100), 10m),
        ["a cap that cuts"] = (Sales().Cap(M(5), Cycle.Month, Excess.Carried), Revenue(100), 5m),
        ["an open gate"] = (Sales().Gate(Share, 90), Revenue(900).WithTarget(Basis.NetRevenue, 1_000), 90m),
        ["a closed gate"] = (Sales().Gate(Share, 90), Revenue(899.999999m).WithTarget(Basis.NetRevenue, 1_000), 0m),
        ["a closed gate at the top"] = (Plan("p").Pay(Ten.EndingAt(100, AboveTop.Refused), Basis.NetRevenue, Cycle.Month).Gate(Share, 90), Revenue(100).WithTarget(Basis.NetRevenue, 1_000), 0m),
        ["a gate on another amount"] = (Sales().Gate(Basis.AttainmentOf(Basis.Orders), 100), Revenue(100).With(Basis.Orders, 5).WithTarget(Basis.Orders, 5), 10m),
        ["a selector"] = (Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month), Revenue(100).With(Basis.Orders, 5), 20m),
        ["a selector below its edge"] = (Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month), Revenue(100).With(Basis.Orders, 4.999999m), 10m),
        ["a selector of nothing"] = (Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month), Revenue(100).With(Basis.Orders, 0), 10m),
        ["what came before"] = (ToDate(Ten), Revenue(100).WithPrior(Basis.NetRevenue, 50), 10m),
        ["nothing before"] = (ToDate(Ten), Revenue(100).WithPrior(Basis.NetRevenue, 0), 10m),
        ["a cap to date"] = (ToDate(Ten).Cap(M(12), Cycle.Month, Excess.Lost), Revenue(100).WithPrior(Basis.NetRevenue, 50), 7m),
        ["the top to date"] = (ToDate(Ten.EndingAt(150, AboveTop.CountsToTop)), Revenue(100).WithPrior(Basis.NetRevenue, 50), 10m),
    };

    [Fact]
    public void A_lean_plan_pays_what_its_statement_says()
    {
        foreach (string name in Lean.Keys)
        {
            (CommissionPlanBuilder plan, CommissionFacts facts, decimal due) = Lean[name];
            Due(plan, facts).Should().Be(due, "of {0}", name);
        }
    }

#if NET8_0_OR_GREATER
    [Fact]
    public void A_lean_plan_allocates_nothing()
    {
        foreach (string name in Lean.Keys)
        {
            (CommissionPlanBuilder plan, CommissionFacts facts, _) = Lean[name];
            ResolvedPlan rules = plan.Build().Resolve(January.End);
            Allocated(() => rules.Evaluate(facts)).Should().Be(0, "of {0}", name);
        }
    }

    private static long Allocated(Func<Money> evaluate)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = evaluate();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
#endif

    [Fact]
    public void One_amount_is_rated_up_to_its_top_and_cap()
    {
        ResolvedPlan rules = Plan("p").Pay(Ten.EndingAt(1_000, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month).Cap(M(90), Cycle.Month, Excess.Lost).Build().Resolve(January.End);
        new[] { 0m, 0.05m, 899.94m, 900m, 1_000m, 5_000m }.Select(value => rules.Evaluate(M(value)).Amount).Should().Equal(0m, 0.01m, 89.99m, 90m, 90m, 90m);
        ResolvedPlan refused = Plan("p").Pay(Ten.EndingAt(1_000, AboveTop.Refused), Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End);
        refused.Evaluate(M(1_000)).Should().Be(M(100));
        refused.Invoking(r => r.Evaluate(M(1_000.000001m))).Should().Throw<ArgumentException>().WithMessage("The facts of - cannot be rated by 'p': net-revenue: 'net-revenue' is 1000.000001, above the top of 'pay-1' (EndingAt).*");
        refused.Invoking(r => r.Evaluate(M(-0.01m))).Should().Throw<ArgumentException>().WithMessage("The facts of - cannot be rated by 'p': net-revenue: 'net-revenue' is below 0, and 'pay-1' does not say what that pays (OnNegative).*");
        Plan("p").Pay(Ten.OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month).Build().Resolve(January.End).Evaluate(M(-50)).Should().Be(M(-5));
    }

    [Fact]
    public void One_amount_is_not_enough_for_plans_that_need_more()
    {
        const string More = "The plan 'p' needs more than one number; give it facts.";
        Refused(Sales(), Money.Of(5, Currency.USD)).Should().Contain("'net-revenue' is in USD, the plan in CNY");
        Refused(Sales().Gate(Share, 90), M(5)).Should().Contain("The target of 'net-revenue' is missing.");
        Refused(Sales().Gate(Basis.Orders, 90), M(5)).Should().Contain("'orders' is missing.");
        Refused(Plan("p").Pay(TierTable.PerUnit(2), Basis.Orders, Cycle.Month), M(5)).Should().StartWith("The plan is paid on 'orders', not on money.");
        Refused(Sales().Pay(Ten, Basis.Margin, Cycle.Month), M(5)).Should().Be(More);
        Refused(Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month), M(5)).Should().Be(More);
        Refused(Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month).Pay(Ten, Basis.NetRevenue, Cycle.Month), M(5)).Should().Be(More);
        Sales().Cap(M(2), Cycle.Month, Excess.Lost).Floor(M(1)).Build().Resolve(January.End).Evaluate(M(5)).Should().Be(M(1));

        static string Refused(CommissionPlanBuilder plan, Money value) => plan.Build().Resolve(January.End).Invoking(rules => rules.Evaluate(value)).Should().Throw<ArgumentException>().Which.Message;
    }

    [Fact]
    public void Plans_that_are_not_lean_pay_what_their_statement_says()
    {
        CommissionFacts facts = Revenue(100).WithTarget(Basis.NetRevenue, 80).With(Basis.Orders, 3);
        Due(Sales().Pay(Ten, Basis.NetRevenue, Cycle.Month), facts).Should().Be(20m);
        Due(Sales().Floor(M(15)), facts).Should().Be(15m);
        Due(Sales().CapComponent("sales", M(7)), facts).Should().Be(7m);
        Due(Sales().CapAttainment(Basis.NetRevenue, 100), facts).Should().Be(8m);
        Due(Sales().Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.LowerIncluded, (0, 2))), facts).Should().Be(20m);
        Due(Sales().Gate(Share, 125).Gate(Share, 125.00000001m), facts).Should().Be(0m);
        Due(Sales().Gate(Share, 125).Gate(Share, 124), facts).Should().Be(10m);
        Due(Sales().Gate(Share, 10_000), facts).Should().Be(0m);
        Due(Sales().Gate(Share, 1_000_000_000_000_000m), facts).Should().Be(0m);
        Due(Sales().Gate(Share, -1_000_000_000_000_000m), facts).Should().Be(10m);
        Due(Sales().Gate(Share, 0), facts).Should().Be(10m);
        Due(Sales().Gate(Share, -5), facts).Should().Be(10m);
        Due(Sales().Gate(Basis.Orders, 3), facts).Should().Be(10m);
        Due(Sales().Gate(Basis.Orders, 1_000_000_000_000_000m), facts).Should().Be(0m);
        Due(Sales().Cap(M(8), Cycle.Month, Excess.Lost).Cap(M(9), Cycle.Year, Excess.Lost), facts.WithPaid(Cycle.Year, M(2))).Should().Be(7m);
        Due(Sales().Cap(M(9), Cycle.Year, Excess.Lost), facts.WithPaid(Cycle.Year, M(2))).Should().Be(7m);
        Due(Sales(), facts.WithCarriedIn(M(4))).Should().Be(14m);
        Due(Sales().Returns(ReturnPolicy.OriginalRate), facts.WithReturns(new LinkedReturn("r", M(10), M(4), M(0), M(5)))).Should().Be(8m);
        Due(Plan("p").Pay(TierTable.AtRateOf(Basis.RepurchaseRate), Basis.NetRevenue, Cycle.Month), facts.With(Basis.RepurchaseRate, 7)).Should().Be(7m);
        Due(Plan("p").Pay(ByOrders.InPercentOfTarget(), Basis.NetRevenue, Cycle.Month), facts).Should().Be(20m);
        Due(Plan("p").Pay(Ten, Basis.OverTarget(Basis.NetRevenue), Cycle.Month), facts).Should().Be(2m);
        Due(Plan("p").Pay(ByOrders, Basis.NetRevenue, Share, Cycle.Month), facts).Should().Be(20m);
        Due(Plan("p").Bonus(TierTable.PerUnit(2), Basis.Orders), facts).Should().Be(6m);
        Due(Plan("p").Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(1).AtLeast(5)).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Basis.Orders, Cycle.Month), facts).Should().Be(5m);
        Due(Plan("p").Pay(ByOrders.EndingAt(6, AboveTop.CountsToTop), Basis.NetRevenue, Basis.Orders, Cycle.Month), facts.With(Basis.Orders, 9)).Should().Be(20m);
        Due(Plan("p").Pay(Ten.EndingAt(50, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month), facts).Should().Be(5m);
        Due(ToDate(Ten.EndingAt(1_000, AboveTop.CountsToTop)), Revenue(200).WithPrior(Basis.NetRevenue, 900)).Should().Be(10m);
        Due(ToDate(Ten.OnNegative(NegativeValue.Mirrored)), Revenue(100).WithPrior(Basis.NetRevenue, -60)).Should().Be(10m);
        Due(ToDate(Ten), Revenue(100)).Should().Be(10m);
        CommissionPlanBuilder rates = Plan("p").Pay(TierTable.Step(Edge.LowerIncluded, Tier.From(0), Tier.From(50).Flat(9)), Basis.RepurchaseRate, Cycle.Month).Accumulate(Accumulation.Cumulative);
        Due(rates, Ann().With(Basis.RepurchaseRate, 60).WithPrior(Basis.RepurchaseRate, 40)).Should().Be(9m);
        Due(rates, Ann().With(Basis.RepurchaseRate, 60).WithPrior(Basis.RepurchaseRate, 60)).Should().Be(0m);
    }

    [Fact]
    public void Caps_and_tops_of_any_size_are_held()
    {
        Due(Sales().Cap(M(100_000_000_000_000_000m), Cycle.Month, Excess.Lost), Revenue(100)).Should().Be(10m);
        Due(Sales().Cap(M(100_000_000_000_000_000m), Cycle.Month, Excess.Lost), Revenue(2_000_000_000_000_000_000m)).Should().Be(100_000_000_000_000_000m);
        Due(Plan("p").Pay(Ten.EndingAt(1_000_000_000_000_000m, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month), Revenue(100)).Should().Be(10m);
        Due(Plan("p").Pay(Ten.EndingAt(1_000_000_000_000_000m, AboveTop.CountsToTop), Basis.NetRevenue, Cycle.Month), Revenue(2_000_000_000_000_000m)).Should().Be(100_000_000_000_000m);
    }

    [Fact]
    public void Facts_that_cannot_be_rated_are_refused_on_every_way()
    {
        Refused(Sales(), Ann()).Should().Contain("'net-revenue' is missing.");
        Refused(Sales(), Revenue(-1)).Should().Contain("'net-revenue' is below 0");
        Refused(Sales(), Ann().With(Basis.NetRevenue, Money.Of(1, Currency.USD))).Should().Contain("'net-revenue' is in USD");
        Refused(Sales(), Revenue(1).With(Basis.Margin, Money.Of(1, Currency.USD))).Should().Contain("'margin' is in USD");
        Refused(Sales(), Revenue(1).WithPaid(Cycle.Year, Money.Of(1, Currency.USD))).Should().Contain("1.00 USD is not in the plan's currency CNY.");
        Refused(Plan("p").Pay(ByOrders, Basis.NetRevenue, Basis.Orders, Cycle.Month), Revenue(1)).Should().Contain("'orders' is missing.");
        Refused(Sales().Gate(Share, 90), Revenue(1)).Should().Contain("The target of 'net-revenue' is missing.");
        Refused(Sales().Gate(Share, 90), Revenue(1).WithTarget(Basis.NetRevenue, 0)).Should().Contain("The target of 'net-revenue' is 0; it must be above 0.");
        Refused(Sales().Gate(Share, 90), Revenue(1).WithTarget(Basis.NetRevenue, -1)).Should().Contain("The target of 'net-revenue' is -1; it must be above 0.");
        Refused(Sales().Gate(Basis.AttainmentOf(Basis.Orders), 90), Revenue(1).WithTarget(Basis.Orders, 1)).Should().Contain("'orders' is missing.");
        Refused(Plan("p").Pay(Ten.EndingAt(100, AboveTop.Refused), Basis.NetRevenue, Cycle.Month).Gate(Share, 90), Revenue(100.5m).WithTarget(Basis.NetRevenue, 1_000)).Should().Contain("above the top");
        Refused(Plan("p").Pay(Ten.EndingAt(100, AboveTop.Refused), Basis.NetRevenue, Cycle.Month), Revenue(100.5m)).Should().Contain("above the top");
        Refused(Plan("p").Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(5)).InPercentOfTarget(), Basis.NetRevenue, Cycle.Month), Revenue(1).WithTarget(Basis.NetRevenue, 0)).Should()
            .Contain("The target of 'net-revenue' is 0; it must be above 0.");

        static string Refused(CommissionPlanBuilder plan, CommissionFacts facts)
        {
            ResolvedPlan rules = plan.Build().Resolve(January.End);
            string message = rules.Invoking(r => r.Evaluate(facts)).Should().Throw<ArgumentException>().Which.Message;
            rules.Invoking(r => r.Explain(facts)).Should().Throw<ArgumentException>().Which.Message.Should().Be(message);
            rules.Check(facts).Should().ContainSingle();
            return message;
        }
    }

    private static CommissionPlanBuilder Sales() => Plan("p").Pay(Ten, Basis.NetRevenue, Cycle.Month, "sales");

    private static CommissionPlanBuilder ToDate(TierTable table) => Plan("p").Pay(table, Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative);

    private static CommissionFacts Revenue(decimal value) => Ann().With(Basis.NetRevenue, value);

    private static decimal Due(CommissionPlanBuilder plan, CommissionFacts facts)
    {
        CommissionStatement statement = plan.Explain(facts);
        statement.Rules.Evaluate(facts).Should().Be(statement.Total);
        statement.Verify().Should().BeEmpty();
        return statement.Total.Amount;
    }
}
