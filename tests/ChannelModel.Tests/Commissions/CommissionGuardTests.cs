using System;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>What the types around a plan refuse, by the name of the argument, and their numbers just inside those bounds.</summary>
public sealed class CommissionGuardTests
{
    private static readonly LocalDate Day = new(2025, 1, 1);

    private static readonly Rate Half = Rate.Percent(50);

    [Fact]
    public void Nothing_may_be_missing()
    {
        Assignment assignment = Assignment.Of(new Id<Payee>("ann"), "pay-1", Day, null, Rate.One);
        Missing(() => assignment.WhyNot(null!), "sale");
        Missing(() => Basis.AttainmentOf(null!), "source");
        Missing(() => Basis.GrowthOf(null!), "source");
        Missing(() => Basis.OverTarget(null!), "source");
        Missing(() => Clawback.None.ForCause(null!, Half), "cause");
        FluentActions.Invoking(() => Clawback.None.ForCause(" ", Half)).Should().Throw<ArgumentException>().Which.ParamName.Should().Be("cause");
        Missing(() => Ann().ValueOf(null!), "basis");
        Missing(() => Ann().ActiveIn(null!), "active");
        Missing(() => CommissionLedger.Open(Currency.CNY).Replay(1, null!), "history");
        Missing(() => CommissionLedger.Open(Currency.CNY).Book("a", null!, Day), "document");
        Missing(() => CommissionLedger.Open(Currency.CNY).Correct(1, "a", null!, Day), "document");
        Missing(() => Crediting.Credit([], [], null!), "rounding");
        Missing(() => Crediting.Share([], [], null!), "rounding");
        Missing(() => ExchangeRate.Of(Money.Of(1, Currency.USD), M(7), Day, "bank").Convert(Money.Of(1, Currency.USD), null!), "rounding");
        Missing(() => Holdback.Of(Half).Withhold(M(1), null!), "rounding");
        Missing(() => InstalmentPlan.Of(null!), "weights");
        Missing(() => PayoutSplit.Of(null!), "shares");
        Missing(() => PayoutSplit.OfCredit(null!), "shares");
        Missing(() => PayoutSplit.Of(("a", Rate.One)).Split(M(1), null!), "rounding");
        Missing(() => PlanHistory.AnchoredAt(DateAnchor.Order).With(null!, Day, null), "plan");
        Rate[] quarters = [Rate.Percent(25), Rate.Percent(25), Rate.Percent(25), Rate.Percent(25)];
        Missing(() => QuotaProration.ByDays(M(1), quarters, null!, Rounding.HalfEven), "active");
        Missing(() => QuotaProration.ByDays(M(1), quarters, January, null!), "rounding");
        Missing(() => QuotaProration.ByMonths(M(1), null!, January, Rounding.HalfEven), "weights");
        Missing(() => new Draw(DrawKind.Recoverable, M(1), 1, Rate.One).Settle(1, M(1), M(0), null!), "rounding");
        Missing(() => StatementRecord.Of(null!), "statement");
        Missing(() => StatementRecord.Parse(null!), "text");
        Missing(() => StatementRecord.Verify(null!), "record");
        ResolvedPlan rules = Plan("p").Pay(TierTable.Percent(1), Basis.NetRevenue, Cycle.Month).Build().Resolve(Day);
        Missing(() => rules.Check(null!), "facts");
        Missing(() => rules.Evaluate((CommissionFacts)null!), "facts");
        Missing(() => rules.Explain(null!), "facts");

        static void Missing(Func<object?> call, string name) => call.Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be(name);
    }

    [Fact]
    public void A_basis_is_derived_once_and_states_its_contents()
    {
        foreach (Func<Basis, Basis> derive in new Func<Basis, Basis>[] { Basis.AttainmentOf, Basis.GrowthOf, Basis.OverTarget, Basis.OverBaseline })
        {
            derive.Invoking(d => d(Basis.OverTarget(Basis.Margin))).Should().Throw<ArgumentException>().WithMessage("'over target: margin' is derived already; a basis is derived once.*").Which.ParamName.Should().Be("source");
        }

        (Basis.GrossRevenue.Contents, Basis.Collected.Contents, Basis.NetRevenue.Contents).Should().Be((BasisContents.Tax | BasisContents.Shipping, BasisContents.Tax | BasisContents.Shipping, BasisContents.None));
        Basis.AttainmentOf(Basis.Collected).Contents.Should().Be(Basis.Collected.Contents);
    }

    [Fact]
    public void Facts_are_stated_of_what_can_be_stated()
    {
        FluentActions.Invoking(() => Ann().With(Basis.GrowthOf(Basis.NetRevenue), 5)).Should().Throw<ArgumentException>().WithMessage("'growth of net-revenue' is derived; state 'net-revenue' and its target or baseline.*").Which.ParamName.Should().Be("basis");
        FluentActions.Invoking(() => Ann().With(Basis.NetRevenue, 1.0000001m)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected 'net-revenue' with at most 6 decimals; round first, by a rounding of your choice.*");
        FluentActions.Invoking(() => Ann().With(Basis.RepurchaseRate, 1.000000001m)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected 'repurchase-rate' with at most 8 decimals; round first, by a rounding of your choice.*");
        Ann().With(Basis.RepurchaseRate, 1.00000001m).ValueOf(Basis.RepurchaseRate).Should().Be(1.00000001m);
        FluentActions.Invoking(() => Ann().WithCarriedIn(M(-0.01m))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected an amount at or above 0.*");
        Ann().WithCarriedIn(M(0)).CarriedIn.Should().Be(M(0));
        FluentActions.Invoking(() => Ann().ActiveIn(new DateInterval(January.Start, January.End.PlusDays(1)))).Should().Throw<ArgumentException>().WithMessage("[2025-01-01, 2025-02-01] is not inside the period [2025-01-01, 2025-01-31].*");
        ((object?)Ann().ActiveIn(January).Active).Should().Be(January);
    }

    [Fact]
    public void A_number_that_is_stated_again_takes_the_place_of_the_first()
    {
        CommissionStatement statement = Plan("p").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month)
            .Explain(Ann().With(Basis.NetRevenue, 1).With(Basis.Orders, 7).With(Basis.NetRevenue, 100).With(Basis.Orders, 8));
        statement.Total.Should().Be(M(10));
        statement.ToRecord().Split('\n').Where(row => row.StartsWith("fact\tnumber", StringComparison.Ordinal)).Should().Equal("fact\tnumber\t\tnet-revenue\tValue\t100\t\t", "fact\tnumber\t\torders\tValue\t8\t\t");
        Ann().With(Basis.NetRevenue, 5).WithPaid(Cycle.Year, M(1)).WithPaid(Cycle.Once, M(2)).WithPaid(Cycle.Year, M(3)).Paid.Select(paid => (paid.Key, paid.Value)).Should().Equal((Cycle.Once, M(2)), (Cycle.Year, M(3)));
    }

    [Fact]
    public void Attainment_adds_what_came_before_but_not_rates()
    {
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 30).WithTarget(Basis.NetRevenue, 80);
        facts.AttainmentOf(Basis.NetRevenue).Should().Be(37.5m);
        facts.WithPrior(Basis.NetRevenue, 20).AttainmentOf(Basis.NetRevenue).Should().Be(62.5m);
        facts.WithTarget(Basis.NetRevenue, 0).AttainmentOf(Basis.NetRevenue).Should().BeNull();
        facts.WithTarget(Basis.NetRevenue, -80).AttainmentOf(Basis.NetRevenue).Should().BeNull();
        Ann().With(Basis.NetRevenue, 30).AttainmentOf(Basis.NetRevenue).Should().BeNull();
        Ann().WithTarget(Basis.NetRevenue, 30).AttainmentOf(Basis.NetRevenue).Should().BeNull();
        Ann().With(Basis.RepurchaseRate, 30).WithTarget(Basis.RepurchaseRate, 40).WithPrior(Basis.RepurchaseRate, 20).AttainmentOf(Basis.RepurchaseRate).Should().Be(75m);
        CommissionFacts records = Ann().WithTarget(Basis.NetRevenue, 40).WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, 10), FactRecord.Of("b").With(Basis.NetRevenue, 20));
        (records.ValueOf(Basis.NetRevenue), records.AttainmentOf(Basis.NetRevenue), records.ValueOf(Basis.Orders)).Should().Be((30m, 75m, null));
    }

    [Fact]
    public void A_rate_of_exchange_names_the_amount_that_is_not_above_zero()
    {
        foreach (decimal wrong in new[] { 0m, -1m })
        {
            ArgumentOutOfRangeException equals = FluentActions.Invoking(() => ExchangeRate.Of(Money.Of(1, Currency.USD), M(wrong), Day, "x")).Should().Throw<ArgumentOutOfRangeException>().Which;
            (equals.ParamName, equals.ActualValue).Should().Be(("equals", M(wrong)));
            ArgumentOutOfRangeException amount = FluentActions.Invoking(() => ExchangeRate.Of(Money.Of(wrong, Currency.USD), M(7), Day, "x")).Should().Throw<ArgumentOutOfRangeException>().Which;
            (amount.ParamName, amount.ActualValue).Should().Be(("amount", Money.Of(wrong, Currency.USD)));
            amount.Message.Should().StartWith("Expected an amount above 0.");
        }

        ExchangeRate.Of(Money.Of(0.000001m, Currency.USD), M(0.000001m), Day, "x").Source.Should().Be("x");
    }

    [Fact]
    public void A_ledger_is_in_one_currency()
    {
        CommissionStatement yen = CommissionPlan.Define("p", Currency.JPY).Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Explain(Ann().With(Basis.NetRevenue, 10));
        CommissionLedger ledger = CommissionLedger.Open(Currency.CNY).Book("a", TrueUp(), Day);
        ledger.Invoking(l => l.Book("b", yen, Day)).Should().Throw<ArgumentException>().WithMessage("The amount is in JPY, the ledger in CNY.*").Which.ParamName.Should().Be("document");
        ledger.Invoking(l => l.Correct(1, "b", yen, Day)).Should().Throw<ArgumentException>().WithMessage("The amount is in JPY, the ledger in CNY.*").Which.ParamName.Should().Be("document");
        ledger.Invoking(l => l.Correct(1, " ", TrueUp(), Day)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_shared_sale_goes_by_what_is_left_not_by_the_size_of_a_credit()
    {
        Assignment[] held = [.. new[] { ("ann", 50m), ("bob", 30m), ("cas", 20m) }.Select(a => Assignment.Of(new Id<Payee>(a.Item1), "pay-1", Day, null, Rate.Percent(a.Item2)))];
        Amounts(0.04m).Should().Equal(0.02m, 0.01m, 0.01m); // 2, 1.2 and 0.8 cents
        Amounts(-0.04m).Should().Equal(-0.02m, -0.01m, -0.01m);
        Amounts(0m).Should().Equal(0m, 0m, 0m);
        Crediting.Share([new SaleLine("fine", Day.PlusDays(-1), M(0.001m))], held, Rounding.HalfEven).Should().ContainSingle().Which.Assignment.Should().BeNull("nobody shares it, so it is not cut");
        PayoutSplit.Of(("a", Half), ("b", Half)).Split(M(0), Rounding.HalfEven).Select(part => part.Amount).Should().Equal(M(0), M(0));

        decimal[] Amounts(decimal sold) => [.. Crediting.Share([new SaleLine("s", Day, M(sold))], held, Rounding.HalfEven).Select(credit => credit.Amount.Amount)];
    }

    [Fact]
    public void Rounding_up_holds_back_no_more_than_is_due_and_weights_are_shares()
    {
        HeldCommission held = Holdback.Of(Half).Withhold(M(0.6m), Rounding.AwayFromZero.WithScale(0));
        (held.PaidNow, held.Held).Should().Be((M(0), M(0.6m)));
        (Holdback.Of(Half).Withhold(M(3), Rounding.AwayFromZero.WithScale(0)).Held, Holdback.Of(Half).Withhold(M(1), Rounding.AwayFromZero.WithScale(0)).Held).Should().Be((M(2), M(1)));
        FluentActions.Invoking(() => InstalmentPlan.Of(Rate.One, Half, Rate.Percent(-50))).Should().Throw<ArgumentException>().WithMessage("The weights 100%, 50%, -50% do not add up to 100% of shares.*");
        AdvanceRecoupment state = AdvanceRecoupment.Of(M(100), M(50), M(80));
        (state.DueNow, state.RemainingGuarantee, state.Unrecouped).Should().Be((M(30), M(20), M(0)));
    }

    [Fact]
    public void A_draw_has_bounds()
    {
        foreach ((decimal amount, int from, decimal share, int? last) in new (decimal, int, decimal, int?)[] { (-0.01m, 1, 100, null), (1, 0, 100, null), (1, 1, 100.01m, null), (1, 1, -0.01m, null), (1, 1, 100, 0) })
        {
            FluentActions.Invoking(() => new Draw(DrawKind.Recoverable, M(amount), from, Rate.Percent(share), last)).Should().Throw<ArgumentOutOfRangeException>()
                .WithMessage($"Expected a draw at or above 0, recovery from period 1 or later (got {from}) of 0 % to 100 % (got {Rate.Percent(share)}), and a last period of 1 or later.*").Which.ParamName.Should().Be("amount");
        }

        var draw = new Draw(DrawKind.Recoverable, M(0), 1, Rate.Zero, 1);
        foreach ((int period, decimal earned, decimal balance) in new[] { (0, 0m, 0m), (1, -0.01m, 0m), (1, 0m, -0.01m) })
        {
            draw.Invoking(d => d.Settle(period, M(earned), M(balance), Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>()
                .WithMessage($"Expected a period from 1 (got {period}), earnings and a balance (got {M(balance)}) at or above 0.*").Which.ParamName.Should().Be("earned");
        }

        draw.Settle(1, M(0), M(0), Rounding.HalfEven).Paid.Should().Be(M(0));
    }

    [Theory]
    [InlineData(DrawKind.NonRecoverable, 1, 3_000, 500, 0, 0, 3_000, 0)]
    [InlineData(DrawKind.Recoverable, 1, 3_000, 500, 0, 0, 3_000, 500)] // before the second period nothing is recovered
    [InlineData(DrawKind.Recoverable, 2, 3_000, 500, 0, 500, 2_500, 0)]
    [InlineData(DrawKind.Recoverable, 2, 600, 500, 400, 0, 1_000, 900)]
    [InlineData(DrawKind.Recoverable, 3, 600, 500, 0, 300, 300, 200)] // after the last period the whole is there to recover from
    [InlineData(DrawKind.AdvanceSettled, 1, 3_000, 500, 1_000, 1_500, 1_500, 0)]
    [InlineData(DrawKind.AdvanceSettled, 2, 1_000, 500, 1_000, 500, 500, 1_000)]
    [InlineData(DrawKind.AdvanceOnTop, 1, 400, 500, 1_000, 0, 1_400, 1_500)]
    [InlineData(DrawKind.AdvanceOnTop, 2, 400, 500, 1_000, 200, 1_200, 1_300)]
    [InlineData(DrawKind.BalanceForgiven, 2, 600, 500, 400, 0, 1_000, 0)]
    public void A_draw_of_a_thousand_in_two_periods_recovers_half_from_the_second(DrawKind kind, int period, int earned, int balance, int advanced, int recovered, int paid, int after)
    {
        DrawPeriod settled = new Draw(kind, M(1_000), 2, Half, 2).Settle(period, M(earned), M(balance), Rounding.HalfEven);
        (settled.Advanced, settled.Recovered, settled.Paid, settled.Balance).Should().Be((M(advanced), M(recovered), M(paid), M(after)));
    }
}
