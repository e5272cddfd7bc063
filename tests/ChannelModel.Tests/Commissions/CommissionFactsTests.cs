using System;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Facts that a plan needs are asked for, never taken for nothing; and what can be confused is refused.</summary>
public sealed class CommissionFactsTests
{
    private static readonly Currency Cny = Currency.CNY;
    private static readonly DateInterval January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));

    private static Money M(decimal amount) => Money.Of(amount, Cny);

    private static CommissionFacts Facts() => CommissionFacts.For(new Id<Payee>("p-1"), January);

    private static CommissionPlanBuilder TenPercent(Cycle per = Cycle.Month) =>
        CommissionPlan.Define("ten", Cny).Pay(TierTable.Percent(10), Basis.NetRevenue, per).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement);

    [Fact]
    public void What_was_paid_before_is_asked_for()
    {
        ResolvedPlan capped = TenPercent().Cap(M(5_000), Cycle.Year, Excess.Lost).Build().Resolve(default);
        CommissionFacts facts = Facts().With(Basis.NetRevenue, 20_000);
        capped.Check(facts).Should().ContainSingle().Which.Message.Should().Be("What was paid before is missing, and a cap per year needs it: state it (WithPaid, Cycle.Year), at first as 0.");
        ((Action)(() => capped.Evaluate(facts))).Should().Throw<ArgumentException>();
        capped.Evaluate(facts.WithPaid(Cycle.Year, M(0))).Should().Be(M(2_000));
        capped.Evaluate(facts.WithPaid(Cycle.Year, M(4_400))).Should().Be(M(600));

        ResolvedPlan trueUp = TenPercent().Accumulate(Accumulation.TrueUp).Build().Resolve(default);
        trueUp.Evaluate(facts).Should().Be(M(2_000), "nothing came before");
        CommissionFacts later = facts.WithPrior(Basis.NetRevenue, 100_000);
        trueUp.Check(later).Should().ContainSingle().Which.Name.Should().Be("paid");
        trueUp.Evaluate(later.WithPaid(Cycle.Once, M(10_000))).Should().Be(M(2_000));
    }

    [Fact]
    public void A_plan_that_rates_records_asks_for_records()
    {
        ResolvedPlan rules = TenPercent().Accumulate(Accumulation.PerRecord).Build().Resolve(default);
        rules.Check(Facts().With(Basis.NetRevenue, 1_000)).Should().ContainSingle().Which.Name.Should().Be("records");
        ((Action)(() => rules.Evaluate(M(1_000)))).Should().Throw<ArgumentException>().WithMessage("*state the records*");
        rules.Explain(Facts()).Total.Should().Be(M(0), "a month without a record is one");
        rules.Evaluate(Facts().WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, M(1_000)))).Should().Be(M(100));
        rules.Check(Facts().WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, Money.Of(1, Currency.USD)))).Should().ContainSingle().Which.Message.Should().Contain("state an exchange rate");
    }

    [Fact]
    public void Records_are_gated_and_accelerated_by_the_attainment_of_the_period()
    {
        CommissionPlanBuilder plan = TenPercent().Accumulate(Accumulation.PerRecord).Gate(Basis.AttainmentOf(Basis.NetRevenue), 90)
            .Accelerate(Accelerator.OnWhole(Basis.AttainmentOf(Basis.NetRevenue), Edge.LowerIncluded, (0, 1), (110, 2)));
        CommissionFacts facts = Facts().WithTarget(Basis.NetRevenue, 10_000);
        CommissionFacts Deals(params int[] values) => facts.WithRecords(values.Select((value, i) => FactRecord.Of($"deal-{i}").With(Basis.NetRevenue, value)));
        ResolvedPlan rules = plan.Build().Resolve(default);
        rules.Evaluate(Deals(4_000, 4_000, 4_000)).Should().Be(M(2_400), "120 % of the target, twice 10 %");
        rules.Evaluate(Deals(4_000, 5_000)).Should().Be(M(900));
        CommissionStatement closed = rules.Explain(Deals(4_000, 4_999));
        closed.Total.Should().Be(M(0));
        closed.Lines[0].Text(Language.English).Should().Contain("89.99%");
        rules.Explain(Deals(4_000, 5_000)).Verify().Should().BeEmpty();
        plan.Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 1), (100, 1.5m))).TryBuild(out _, out var errors).Should().BeFalse();
        errors.Should().Contain(error => error.Message.Contains("needs the total of the period", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cap_to_date_says_so()
    {
        ResolvedPlan rules = TenPercent(Cycle.Year).Accumulate(Accumulation.Cumulative).Cap(M(20_000), Cycle.Year, Excess.Lost).Build().Resolve(default);
        CommissionStatement february = rules.Explain(Facts().With(Basis.NetRevenue, 150_000).WithPrior(Basis.NetRevenue, 150_000));
        february.Total.Should().Be(M(5_000));
        february.Lines.Single(line => line.Kind == LineKind.Cap).Text(Language.English).Should().Contain("20000.00 CNY per year to date, the rest is lost");
        february.Lines.Single(line => line.Kind == LineKind.Cap).Text(Language.SimplifiedChinese).Should().Contain("每年累计上限 20000.00 CNY");
    }

    [Fact]
    public void A_number_is_of_the_kind_of_its_basis()
    {
        Facts().With(Basis.RepurchaseRate, Rate.Percent(31.5m)).ValueOf(Basis.RepurchaseRate).Should().Be(31.5m);
        ((Action)(() => Facts().With(Basis.RepurchaseRate, M(31.5m)))).Should().Throw<ArgumentException>().WithMessage("'repurchase-rate' counts a rate, and cannot be 31.50 CNY*");
        ((Action)(() => Facts().With(Basis.Orders, M(620)))).Should().Throw<ArgumentException>().WithMessage("'orders' counts things*");
        ((Action)(() => Facts().With(Basis.NetRevenue, Rate.Percent(5)))).Should().Throw<ArgumentException>().WithMessage("'net-revenue' counts money*");
        ((Action)(() => FactRecord.Of("a").With(Basis.Orders, M(620)))).Should().Throw<ArgumentException>();
        FactRecord rated = FactRecord.Of("a").With(Basis.RepurchaseRate, Rate.Percent(31.5m));
        rated.Id.Should().Be("a");
    }

    [Fact]
    public void A_rate_of_exchange_is_stated_as_it_is_quoted()
    {
        var day = new LocalDate(2025, 1, 31);
        var quote = ExchangeRate.Of(Money.Of(1, Currency.USD), Money.Of(7.1m, Cny), day, "central bank");
        quote.ToString().Should().Be("1 USD = 7.1 CNY on 2025-01-31 (central bank)");
        quote.Convert(Money.Of(100_000, Currency.USD), Rounding.HalfAwayFromZero).Should().Be(M(710_000));
        ExchangeRate.Of(Money.Of(100, Currency.JPY), Money.Of(4.85m, Cny), day, "bank").Convert(Money.Of(12_345, Currency.JPY), Rounding.HalfAwayFromZero).Should().Be(M(598.73m));
        ExchangeRate.Of(Money.Of(7.1m, Cny), Money.Of(1, Currency.USD), day, "bank").Convert(M(710), Rounding.HalfAwayFromZero).Should().Be(Money.Of(100, Currency.USD));
        ((Action)(() => quote.Convert(M(1), Rounding.HalfAwayFromZero))).Should().Throw<ArgumentException>().WithMessage("1.00 CNY is not in USD*");
        ((Action)(() => ExchangeRate.Of(M(1), M(7), day, "x"))).Should().Throw<ArgumentException>();
        ((Action)(() => ExchangeRate.Of(Money.Of(0, Currency.USD), M(7), day, "x"))).Should().Throw<ArgumentOutOfRangeException>();

        CommissionFacts facts = Facts().With(Basis.NetRevenue, Money.Of(100_000, Currency.USD), quote, Rounding.HalfAwayFromZero);
        CommissionStatement statement = TenPercent().Build().Resolve(default).Explain(facts);
        statement.Total.Should().Be(M(71_000));
        statement.ToText(Language.English).Should().Contain("1 USD = 7.1 CNY on 2025-01-31 (central bank)");
    }

    [Fact]
    public void A_plan_is_not_asked_backwards_past_its_gates_and_floors()
    {
        foreach (CommissionPlanBuilder builder in new[] { TenPercent().Gate(Basis.NetRevenue, 5_000), TenPercent().Floor(M(200)), TenPercent().Accumulate(Accumulation.PerRecord), TenPercent().CapAttainment(Basis.NetRevenue, 120) })
        {
            ResolvedPlan rules = builder.Build().Resolve(default);
            ((Action)(() => PlanInverse.ValueFor(rules, M(100)))).Should().Throw<ArgumentException>();
        }

        ResolvedPlan blocks = CommissionPlan.Define("blocks", Cny).Pay(TierTable.Packages(100, 10, BlockRounding.Down), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        ((Action)(() => PlanInverse.BreakEven(blocks, TenPercent().Build().Resolve(default), 1_050))).Should().Throw<ArgumentException>().WithMessage("*blocks*");
    }

    [Fact]
    public void No_culture_shows_in_a_statement_or_a_finding()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            (string Record, string Text, string Lint) plain = Texts(seed);
            using var foreign = new ForeignCulture();
            Texts(seed).Should().Be(plain);
        }

        static (string Record, string Text, string Lint) Texts(int seed)
        {
            CommissionPlan plan = RandomPlans.Plan(seed);
            CommissionStatement statement = plan.Resolve(new LocalDate(2025, 1, 31)).Explain(RandomPlans.Facts(plan, seed));
            return (statement.ToRecord(), statement.ToText(Language.English), string.Join('\n', PlanLint.Check(plan).Select(finding => finding.Message.En + finding.Message.ZhHans)));
        }
    }

    [Fact]
    public void Rounding_up_takes_back_no_more_than_was_paid()
    {
        ClawbackResult back = Clawback.None.Through(6, Rate.One).After(1, M(0.6m), M(0), Rounding.AwayFromZero.WithScale(0));
        (back.Amount, back.NetPaid).Should().Be((M(-0.6m), M(0)));
    }

    [Fact]
    public void A_version_keeps_its_number()
    {
        CommissionPlan plan = TenPercent().Build();
        PlanHistory history = PlanHistory.AnchoredAt(DateAnchor.Order).With(plan, new LocalDate(2025, 1, 1), null);
        history.With(plan, new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)).Resolve(new LocalDate(2025, 6, 1)).Version.Should().Be(1);
        history.With(plan, new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)).Resolve(new LocalDate(2024, 6, 1)).Version.Should().Be(2);
    }

    [Fact]
    public void A_linked_return_is_in_one_currency() =>
        ((Action)(() => new LinkedReturn("r", Money.Of(300, Currency.USD), M(30), Money.Zero(Currency.USD), Money.Of(100, Currency.USD)))).Should().Throw<ArgumentException>().WithMessage("*different currencies*");
}
