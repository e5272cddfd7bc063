using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

public sealed class CommissionPlanTests
{
    private static readonly Currency Cny = Currency.CNY;
    private static readonly DateInterval January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));

    private static Money M(decimal amount) => Money.Of(amount, Cny);

    private static CommissionFacts Leader() => CommissionFacts.For(new Id<Payee>("leader-017"), January);

    [Theory]
    [InlineData(99, "19.99", 10_000, 300)]
    [InlineData(100, "20", 10_000, 500)]
    [InlineData(500, "30", 10_000, 800)]
    [InlineData(5_000, "80", 400_000, 20_000)]
    public void Group_leaders_are_paid_by_orders_and_repurchase(int orders, string repurchase, int revenue, int due)
    {
        CommissionPlan plan = CommissionPlan.Define("group-leader", Cny)
            .Pay(RateGrid.Percent(Axis.Orders(0, 100, 500), Axis.RepurchasePercent(0, 20, 30), Edge.LowerIncluded, new decimal[,] { { 3, 4, 5 }, { 4, 5, 6 }, { 5, 6, 8 } }), on: Basis.NetRevenue, per: Cycle.Month)
            .Cap(M(20_000), per: Cycle.Month, Excess.Lost)
            .Returns(ReturnPolicy.ReRatePeriod)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
            .Build();
        CommissionFacts facts = Leader().With(Basis.Orders, orders).With(Basis.RepurchaseRate, decimal.Parse(repurchase, System.Globalization.CultureInfo.InvariantCulture)).With(Basis.NetRevenue, revenue);
        CommissionStatement statement = plan.Resolve(new LocalDate(2025, 1, 31)).Explain(facts);
        statement.Total.Should().Be(M(due));
        statement.Verify().Should().BeEmpty();
    }

    [Fact]
    public void A_gate_takes_everything_and_says_why()
    {
        ResolvedPlan rules = CommissionPlan.Define("gated", Cny).Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month)
            .Gate(Basis.AttainmentOf(Basis.NetRevenue), 90).Cap(M(5_000), Cycle.Month, Excess.Lost)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        CommissionFacts below = Leader().With(Basis.NetRevenue, 89_999.99m).WithTarget(Basis.NetRevenue, 100_000);
        rules.Evaluate(below).Should().Be(M(0));
        CommissionStatement zero = rules.Explain(below);
        zero.Total.Should().Be(M(0));
        zero.Lines[0].Text(Language.English).Should().Be("Gate (attainment of net-revenue 89.99999% against 90%: not met)");
        zero.Lines.Last().Text(Language.SimplifiedChinese).Should().Be("门槛（未达到，不计佣金）");
        rules.Evaluate(below.With(Basis.NetRevenue, 90_000)).Should().Be(M(4_500));
        rules.Evaluate(below.With(Basis.NetRevenue, 900_000)).Should().Be(M(5_000));
    }

    [Fact]
    public void Below_0_the_first_tier_takes_back_its_rate_alone()
    {
        // -4 in blocks of 10, rounded up, are no block at all: then nothing is taken back, and the flat amount of the tier is not written either.
        TierTable table = TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).PerBlock(10, 7, BlockRounding.Up).Flat(8), Tier.From(100).Percent(5)).OnZero(ZeroValue.TouchesFirstTier).OnNegative(NegativeValue.AtFirstTier);
        ResolvedPlan rules = CommissionPlan.Define("back", Cny).Pay(table, Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        CommissionStatement none = rules.Explain(Leader().With(Basis.NetRevenue, -4));
        none.Lines.Should().ContainSingle().Which.Kind.Should().Be(LineKind.Tier);
        none.Total.Should().Be(M(0));
        CommissionStatement back = rules.Explain(Leader().With(Basis.NetRevenue, -25));
        back.Lines.Should().ContainSingle().Which.Amount.Should().Be(M(-14));
        back.Verify().Should().BeEmpty();
        rules.Evaluate(Leader().With(Basis.NetRevenue, 4)).Should().Be(M(15));
    }

    [Fact]
    public void Accelerators_work_on_the_whole_and_on_the_excess()
    {
        CommissionFacts facts = Leader().With(Basis.NetRevenue, 120_000).WithTarget(Basis.NetRevenue, 100_000);
        Accelerated(Accelerator.OnWhole(Basis.AttainmentOf(Basis.NetRevenue), Edge.LowerIncluded, (0, 0.5m), (100, 1.5m))).Explain(facts).Total.Should().Be(M(9_000));
        Accelerated(Accelerator.OnExcess(Basis.NetRevenue, (0, 1), (100, 1.5m))).Explain(facts).Total.Should().Be(M(6_500)); // 5 000 + 1 000 x 1.5
    }

    [Fact]
    public void Floors_are_prorated_and_carried_excess_comes_back()
    {
        ResolvedPlan rules = CommissionPlan.Define("modified", Cny).Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month)
            .Cap(M(1_000), Cycle.Month, Excess.Carried).Floor(M(310), proratedByDays: true)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        CommissionStatement capped = rules.Explain(Leader().With(Basis.NetRevenue, 15_000));
        capped.Total.Should().Be(M(1_000));
        capped.Carried.Should().Be(M(500));
        rules.Evaluate(Leader().With(Basis.NetRevenue, 2_000).WithCarriedIn(capped.Carried)).Should().Be(M(700));
        rules.Evaluate(Leader().With(Basis.NetRevenue, 0)).Should().Be(M(310));
        rules.Evaluate(Leader().With(Basis.NetRevenue, 0).ActiveIn(new DateInterval(new LocalDate(2025, 1, 22), January.End))).Should().Be(M(100));
    }

    [Fact]
    public void Longer_caps_count_what_was_paid_and_cumulative_caps_carry_nothing_in()
    {
        CommissionPlanBuilder builder = CommissionPlan.Define("year", Cny).Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month)
            .Cap(M(1_000), Cycle.Month, Excess.Lost).Cap(M(5_000), Cycle.Year, Excess.Carried).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);
        CommissionStatement december = builder.Build().Resolve(default).Explain(Leader().With(Basis.NetRevenue, 20_000).WithPaid(Cycle.Year, M(4_400)));
        december.Total.Should().Be(M(600));
        december.Sum(LineKind.Cap).Should().Be(M(-1_400));
        december.Carried.Should().Be(M(400));
        builder.Accumulate(Accumulation.Cumulative).Build().Resolve(default).Check(Leader().With(Basis.NetRevenue, 1).WithCarriedIn(M(1)))
            .Should().ContainSingle().Which.Name.Should().Be("carried-in");
    }

    [Fact]
    public void A_record_has_its_own_cap_and_lines()
    {
        ResolvedPlan rules = CommissionPlan.Define("records", Cny).Pay(TierTable.Percent(9), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord)
            .CapEachRecord(M(250)).Round(Rounding.HalfAwayFromZero, RoundingPlace.Line).Build().Resolve(default);
        CommissionStatement statement = rules.Explain(Leader().WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, 3_010), FactRecord.Of("b").With(Basis.NetRevenue, 100)));
        statement.Sum(LineKind.RecordCap).Should().Be(M(-20.9m));
        (statement.SumOfRecord("a"), statement.SumOfRecord("b"), statement.Total).Should().Be((M(250), M(9), M(259)));
        statement.Verify().Should().BeEmpty();
    }

    [Fact]
    public void Bonuses_stand_beside_gates_and_a_graduated_grid_follows_its_row()
    {
        ResolvedPlan rules = CommissionPlan.Define("grid", Cny)
            .Pay(RateGrid.GraduatedPercent(Axis.Orders(0, 10), Axis.NetRevenue(0, 1_000), Edge.LowerIncluded, new decimal[,] { { 1, 2 }, { 3, 4 } }), Basis.NetRevenue, Cycle.Month)
            .Bonus(TierTable.Step(Edge.LowerIncluded, Tier.From(0), Tier.From(5).Flat(100)), Basis.Orders).Gate(Basis.Orders, 8)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        Due(7).Should().Be(M(100));
        Due(9).Should().Be(M(130)); // 10 + 20 + the bonus
        Due(10).Should().Be(M(170)); // 30 + 40 + the bonus

        Money Due(int orders) => rules.Explain(Leader().With(Basis.Orders, orders).With(Basis.NetRevenue, 2_000)).Total;
    }

    [Fact]
    public void Growth_is_paid_on_the_excess_over_a_baseline()
    {
        ResolvedPlan rules = CommissionPlan.Define("growth", Cny)
            .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(1), Tier.From(10).Percent(3)), Basis.OverBaseline(Basis.NetRevenue), Basis.GrowthOf(Basis.NetRevenue), Cycle.Quarter)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        CommissionFacts facts = Leader().WithBaseline(Basis.NetRevenue, 1_000);
        rules.Evaluate(facts.With(Basis.NetRevenue, 1_100)).Should().Be(M(3));
        rules.Evaluate(facts.With(Basis.NetRevenue, 1_099)).Should().Be(M(0.99m));
        rules.Evaluate(facts.With(Basis.NetRevenue, 900)).Should().Be(M(0));
        rules.Check(Leader().With(Basis.NetRevenue, 900)).Should().NotBeEmpty();
    }

    [Fact]
    public void Linked_returns_take_the_exact_rest()
    {
        ResolvedPlan rules = CommissionPlan.Define("returns", Cny).Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Returns(ReturnPolicy.OriginalRate)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        Money[] taken = [.. new[] { 0m, 100m, 200m }.Select(before => rules.Evaluate(Leader().With(Basis.NetRevenue, 0).WithReturns(new LinkedReturn("r", M(300), M(10), M(before), M(100)))))];
        taken.Should().Equal(M(-3.33m), M(-3.34m), M(-3.33m));
    }

    [Fact]
    public void Versions_are_half_open_and_do_not_overlap()
    {
        CommissionPlan five = Percent(5);
        PlanHistory history = PlanHistory.AnchoredAt(DateAnchor.Order).With(five, new LocalDate(2025, 1, 1), null).Amend(Percent(10), new LocalDate(2025, 2, 1));
        history.Resolve(new LocalDate(2025, 1, 31)).Version.Should().Be(1);
        history.Resolve(new LocalDate(2025, 2, 1)).Version.Should().Be(2);
        history.Invoking(h => h.Resolve(new LocalDate(2024, 12, 31))).Should().Throw<ArgumentOutOfRangeException>();
        history.Invoking(h => h.With(five, new LocalDate(2025, 1, 31), new LocalDate(2025, 2, 1))).Should().Throw<ArgumentException>().WithMessage("*overlaps version 1*");
    }

    [Fact]
    public void The_ledger_replays_corrects_and_ignores_repeats()
    {
        PlanHistory history = PlanHistory.AnchoredAt(DateAnchor.Order).With(Percent(5), new LocalDate(2025, 1, 1), null).Amend(Percent(10), new LocalDate(2025, 2, 1));
        ResolvedPlan rules = history.Resolve(new LocalDate(2025, 1, 31));
        CommissionStatement first = rules.Explain(Leader().With(Basis.NetRevenue, 1_000));
        CommissionStatement right = rules.Explain(Leader().With(Basis.NetRevenue, 1_200));
        var day = new LocalDate(2025, 2, 3);
        CommissionLedger ledger = CommissionLedger.Open(Cny).Book("jan", first, day);
        ledger.Book("jan", rules.Explain(Leader().With(Basis.NetRevenue, 1_000)), day).Should().BeSameAs(ledger);
        ledger.Invoking(l => l.Book("jan", right, day)).Should().Throw<ArgumentException>();
        CommissionLedger corrected = ledger.Correct(1, "jan-fix", right, day);
        corrected.Entries.Select(e => e.Amount).Should().Equal(M(50), M(-50), M(60));
        corrected.Entries.Select(e => e.Kind).Should().Equal(EntryKind.Statement, EntryKind.Reversal, EntryKind.Rebooking);
        corrected.Correct(1, "jan-fix", right, day).Should().BeSameAs(corrected);
        corrected.NetOf(new Id<Payee>("leader-017")).Should().Be(M(60));
        corrected.Replay(3, history).Should().BeEmpty();
        PlanHistory rewritten = PlanHistory.AnchoredAt(DateAnchor.Order).With(Percent(6), new LocalDate(2025, 1, 1), null);
        corrected.Replay(3, rewritten).Should().NotBeEmpty();
    }

    [Fact]
    public void The_five_draws_differ()
    {
        Money[] earned = [M(500), M(3_000)];
        Paid(DrawKind.Recoverable, null).Should().Equal(M(1_000), M(2_500));
        Paid(DrawKind.NonRecoverable, null).Should().Equal(M(1_000), M(3_000));
        Paid(DrawKind.AdvanceOnTop, 1).Should().Equal(M(1_500), M(2_000));
        Paid(DrawKind.AdvanceSettled, null).Should().Equal(M(0), M(1_500));
        Draw forgiven = new(DrawKind.BalanceForgiven, M(1_000), 1, Rate.One, lastPeriod: 1);
        DrawPeriod last = forgiven.Settle(1, M(500), M(0), Rounding.HalfEven);
        (last.Forgiven, last.Balance).Should().Be((M(500), M(0)));

        IEnumerable<Money> Paid(DrawKind kind, int? end) =>
            new Draw(kind, M(1_000), kind == DrawKind.AdvanceOnTop ? 2 : 1, Rate.One, end).SettleAll(earned, M(0), Rounding.HalfEven).Select(p => p.Paid);
    }

    [Theory]
    [InlineData(10, 100, 90, 10)]
    [InlineData(33.33333333, 0.01, 0.01, 0)]
    [InlineData(100, 7.77, 0, 7.77)]
    [InlineData(10, -50, -50, 0)]
    public void A_holdback_pays_the_rest_now_and_loses_nothing_later(decimal percent, decimal due, decimal now, decimal later)
    {
        Holdback holdback = Holdback.Of(Rate.Percent(percent), InstalmentPlan.Of(Rate.Percent(33), Rate.Percent(33), Rate.Percent(34)));
        HeldCommission held = holdback.Withhold(M(due), Rounding.HalfAwayFromZero);
        (held.PaidNow, held.Held).Should().Be((M(now), M(later)));
        (held.PaidNow + Money.Sum(held.Releases, Cny)).Should().Be(M(due));
        held.StillHeldAfter(0).Should().Be(M(later));
        held.StillHeldAfter(3).Should().Be(M(0));
        held.Invoking(h => h.StillHeldAfter(4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Holdback.Of(Rate.Percent(101))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_component_has_a_cap_of_its_own_before_accelerators()
    {
        CommissionPlanBuilder plan = CommissionPlan.Define("capped", Cny)
            .Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month, "sales").Pay(TierTable.PerUnit(1), Basis.Orders, Cycle.Month, "orders")
            .CapComponent("sales", M(50)).Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.LowerIncluded, (0, 2)))
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);
        CommissionStatement statement = plan.Build().Resolve(default).Explain(Leader().With(Basis.NetRevenue, 600.005m).With(Basis.Orders, 3));
        statement.Total.Should().Be(M(106)); // (60.0005 cut to 50, and 3) x 2
        statement.Sum(LineKind.ComponentCap).Should().Be(M(-10.0005m));
        plan.CapComponent("none", M(1)).Invoking(p => p.Build()).Should().Throw<ArgumentException>().WithMessage("*no component 'none'*");
    }

    [Fact]
    public void Growth_without_a_baseline_is_named()
    {
        CommissionFacts facts = Leader().With(Basis.NetRevenue, 1_000);
        CommissionFacts nought = facts.WithBaseline(Basis.NetRevenue, 0);
        Due(NoBaseline.CountsAsZero, facts).Should().Be(M(100));
        Due(NoBaseline.CountsAsZero, nought).Should().Be(M(100));
        Due(NoBaseline.Skipped, nought).Should().Be(M(0));
        Due(NoBaseline.Skipped, facts.WithBaseline(Basis.NetRevenue, 400)).Should().Be(M(60));
        FluentActions.Invoking(() => Due(NoBaseline.Refused, facts)).Should().Throw<ArgumentException>().WithMessage("*The baseline of 'net-revenue' is missing*");
        Basis.GrowthOf(Basis.NetRevenue).Invoking(b => b.WhenNoBaseline(NoBaseline.CountsAsZero)).Should().Throw<InvalidOperationException>();
        Plan(NoBaseline.Skipped).Explain(facts).Lines.Single().Text(Language.English).Should().Be("pay-1: Nothing is due (there is no baseline, so no growth)");

        ResolvedPlan Plan(NoBaseline policy) => CommissionPlan.Define("growth", Cny).Pay(TierTable.Percent(10), Basis.OverBaseline(Basis.NetRevenue).WhenNoBaseline(policy), Cycle.Month)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        Money Due(NoBaseline policy, CommissionFacts given) => Plan(policy).Evaluate(given);
    }

    [Fact]
    public void Rates_in_a_cumulative_plan_do_not_add_up()
    {
        ResolvedPlan rules = CommissionPlan.Define("own", Cny).Pay(TierTable.AtRateOf(Basis.Rate("own")), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        CommissionFacts facts = Leader().With(Basis.NetRevenue, 100).WithPrior(Basis.NetRevenue, 1_000).With(Basis.Rate("own"), 5);
        rules.Evaluate(facts).Should().Be(M(5)); // 5 % of 1 100 less 5 % of 1 000
        rules.Evaluate(facts.WithPrior(Basis.Rate("own"), 4)).Should().Be(M(15)); // 55 less 40
    }

    [Fact]
    public void Tiers_in_percent_of_target_round_and_end_in_money()
    {
        TierTable table = TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(3.3333m), Tier.From(100).Percent(7.7777m)).InPercentOfTarget();
        Due(table, RoundingPlace.Tier, 1_234.56m, 1_000).Should().Be(M(51.57m)); // 33.333 is 33.33 and 18.2434 is 18.24
        Due(table, RoundingPlace.Statement, 1_234.56m, 1_000).Should().Be(M(51.58m));
        TierTable whole = TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(10)).InPercentOfTarget().EndingAt(150, AboveTop.CountsToTop);
        Due(whole, RoundingPlace.Statement, 9_999, 1_000).Should().Be(M(150)); // counts to 1 500

        static Money Due(TierTable table, RoundingPlace place, decimal value, decimal target) => CommissionPlan.Define("share", Cny).Pay(table, Basis.NetRevenue, Cycle.Month)
            .Round(Rounding.HalfAwayFromZero, place).Build().Resolve(default).Evaluate(Leader().With(Basis.NetRevenue, value).WithTarget(Basis.NetRevenue, target));
    }

    [Fact]
    public void What_a_plan_cannot_mean_is_refused()
    {
        CommissionPlanBuilder Plan() => CommissionPlan.Define("p", Cny).Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Quarter).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);
        Refuses(Plan().Pay(TierTable.Percent(1), Basis.Margin, Cycle.Month), "per Month and per Quarter");
        Refuses(Plan().Cap(M(1), Cycle.Month, Excess.Lost), "shorter than the plan's own period");
        Refuses(Plan().CapEachRecord(M(1)), "needs PerRecord");
        Refuses(Plan().Accumulate(Accumulation.PerRecord).CapEachRecord(M(1)).FloorEachRecord(M(2)), "below its floor");
        Refuses(Plan().Gate(Basis.RepurchaseRate, 0.123456789m), "at most 8 decimals");
        Refuses(Plan().CapAttainment(Basis.AttainmentOf(Basis.NetRevenue), 100), "an amount or count that facts state");
        Refuses(Plan().Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 1))).Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 2))), "Two accelerators on the excess");
        Refuses(Plan().Pay(RateGrid.Percent(Axis.Orders(0, 0.0000001m), Axis.RepurchasePercent(0), Edge.LowerIncluded, new decimal[,] { { 1 }, { 2 } }), Basis.NetRevenue, Cycle.Quarter), "has more than 6 decimals");
        static void Refuses(CommissionPlanBuilder plan, string message) => plan.Invoking(p => p.Build()).Should().Throw<ArgumentException>().WithMessage($"*{message}*");
    }

    [Fact]
    public void Resolving_again_gives_the_same_record()
    {
        CommissionPlan plan = Percent(7);
        CommissionFacts facts = Leader().With(Basis.NetRevenue, 123.45m);
        plan.Resolve(January.End).Explain(facts).ToRecord().Should().Be(plan.Resolve(January.End).Explain(facts).ToRecord());
    }

    private static ResolvedPlan Accelerated(Accelerator accelerator) => CommissionPlan.Define("fast", Cny).Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month)
        .Accelerate(accelerator).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);

    private static CommissionPlan Percent(decimal percent) => CommissionPlan.Define("p", Cny).Pay(TierTable.Percent(percent), Basis.NetRevenue, Cycle.Month)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
}
