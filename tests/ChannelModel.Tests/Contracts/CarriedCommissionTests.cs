using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What commission plans carry from part to part is carried by the account of the contract: what caps left over, and what was paid in longer spans and to date.</summary>
public sealed class CarriedCommissionTests
{
    private static readonly DateInterval TwoYears = Days("2025-01-01", "2026-12-31");

    [Fact]
    public void What_a_cap_carries_is_paid_as_soon_as_there_is_room()
    {
        PartnerContract contract = Paying(Capped(Cycle.Month, Excess.Carried));
        List<Settlement> months = Settle(contract, 300_000m, 100_000m, 40_000m, 60_000m);

        // 15 000, 5 000, 2 000 and 3 000 are earned; at most 10 000 a month.
        months.Select(month => (month.Sum(SettlementLineKind.Commission).Amount, month.Closing.CommissionCarried.Amount))
            .Should().Equal((10_000m, 5_000m), (10_000m, 0m), (2_000m, 0m), (3_000m, 0m));
        months[0].ToText(Language.English).Should().Contain("5 000.00  Commission above its cap, for later parts");
        months[1].Commissions[0].Facts.CarriedIn.Should().Be(Yuan(5_000m));
        months[2].Commissions[0].Facts.CarriedIn.Should().BeNull();
    }

    [Fact]
    public void A_cap_of_a_year_knows_what_was_paid_in_it_and_starts_again_with_the_next()
    {
        PartnerContract contract = Paying(Capped(Cycle.Year, Excess.Lost));
        List<Settlement> months = Settle(contract, [.. Enumerable.Repeat(100_000m, 14)]);

        // 5 000 a month: two months reach the cap of 10 000, and January 2026 starts again.
        months.Select(month => month.Sum(SettlementLineKind.Commission).Amount).Should().Equal(5_000m, 5_000m, 0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m, 5_000m, 5_000m);
        months[1].Closing.CommissionsPaid.Select(paid => (paid.Per, paid.Span?.Start, paid.Amount.Amount)).Should().Equal(
            (Cycle.Once, null, 10_000m), (Cycle.Quarter, Day("2025-01-01"), 10_000m), (Cycle.Year, Day("2025-01-01"), 10_000m));
    }

    [Fact]
    public void A_cap_of_a_quarter_that_carries_pays_the_rest_in_the_next()
    {
        List<Settlement> months = Settle(Paying(Capped(Cycle.Quarter, Excess.Carried)), 120_000m, 120_000m, 120_000m, 20_000m);

        // 6 000 a month, at most 10 000 a quarter: 6 000 + 4 000 + 0, and 8 000 in April beside its own 1 000.
        months.Select(month => month.Sum(SettlementLineKind.Commission).Amount).Should().Equal(6_000m, 4_000m, 0m, 9_000m);
    }

    [Fact]
    public void A_true_up_takes_off_what_the_contract_has_paid_to_date()
    {
        CommissionPlan plan = CommissionPlan.Define("true-up", Cny)
            .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0m).Percent(5m), Tier.From(200_000m).Percent(6m)), Basis.NetRevenue, Cycle.Month)
            .Accumulate(Accumulation.TrueUp)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
            .Build();
        PartnerContract contract = Paying(plan);
        List<Settlement> months = Settle(contract, true, 150_000m, 100_000m, 50_000m);

        // 5 % of 150 000 = 7 500; 6 % of 250 000 less 7 500 = 7 500; 6 % of 300 000 less 15 000 = 3 000.
        months.Select(month => month.Sum(SettlementLineKind.Commission).Amount).Should().Equal(7_500m, 7_500m, 3_000m);
        months.SelectMany(month => month.Verify()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, "0 months", "0个月")]
    [InlineData(1, "1 month", "1个月")]
    [InlineData(2, "2 months", "2个月")]
    public void A_clawback_says_how_many_months_are_over(int months, string en, string zh)
    {
        PartnerContract contract = Define(term: TwoYears).Pay(Capped(Cycle.Year, Excess.Lost)).ClawBack(Clawback.None.Through(2, Rate.Percent(50))).Build();
        LocalText text = contract.Settle(Month(1), [Revenue(Month(1), 1_000m), ContractFact.ClawedBack(Day("2025-01-20"), months, Yuan(10m), "r-1")], contract.Open()).Lines.Single(line => line.Kind == SettlementLineKind.Clawback).Text;
        (text.En, text.In(Language.SimplifiedChinese)).Should().Be(($"Clawed back: 50% of 10.00 CNY ({en})", $"追回佣金：10.00 CNY 的 50%（{zh}）"));
    }

    [Fact]
    public void A_clawback_opens_room_under_a_cap_again()
    {
        PartnerContract contract = Define(term: TwoYears).Pay(Capped(Cycle.Year, Excess.Lost)).ClawBack(Clawback.None.ForCause("own-fault", Rate.One)).Build();
        Settlement january = contract.Settle(Month(1), [Revenue(Month(1), 200_000m), ContractFact.ClawedBackFor(Day("2025-01-20"), "own-fault", Yuan(1_000m), "order-1")], contract.Open());
        Settlement february = contract.Settle(Month(2), [Revenue(Month(2), 200_000m)], january.Closing);
        january.Closing.CommissionsPaid[0].Amount.Should().Be(Yuan(9_000m));
        february.Sum(SettlementLineKind.Commission).Should().Be(Yuan(1_000m));
        january.Verify().Concat(february.Verify()).Should().BeEmpty();
    }

    [Fact]
    public void Facts_that_state_what_was_paid_or_carried_must_agree_with_the_account()
    {
        PartnerContract contract = Paying(Capped(Cycle.Year, Excess.Carried));
        CommissionFacts january = CommissionFacts.For(Star.Payee, Month(1)).With(Basis.NetRevenue, 200_000m).WithPaid(Cycle.Year, Yuan(4_000m)).WithCarriedIn(Yuan(500m));
        Settlement first = contract.Settle(Month(1), [ContractFact.Commission(january)], contract.Open());

        // Before the first part they are taken over: 10 000 + 500, of which 6 000 fit beside the 4 000 of the year.
        first.Sum(SettlementLineKind.Commission).Should().Be(Yuan(6_000m));
        first.Closing.CommissionCarried.Should().Be(Yuan(4_500m));
        first.Closing.CommissionsPaid.Single(paid => paid.Per == Cycle.Year).Amount.Should().Be(Yuan(10_000m));
        first.Verify().Should().BeEmpty();
        CommissionFacts february = CommissionFacts.For(Star.Payee, Month(2)).With(Basis.NetRevenue, 0m);
        contract.Check(Month(2), [ContractFact.Commission(february.WithPaid(Cycle.Year, Yuan(10_000m)).WithCarriedIn(Yuan(4_500m)))], first.Closing).Should().BeEmpty();
        contract.Check(Month(2), [ContractFact.Commission(february.WithPaid(Cycle.Year, Yuan(9_999m)).WithCarriedIn(Yuan(4_501m)))], first.Closing).Select(error => error.Name).Should().Equal("paid", "carried-in");
    }

    [Fact]
    public void A_plan_that_rates_each_record_refuses_totals_and_pays_records()
    {
        CommissionPlan plan = CommissionPlan.Define("deals", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
        PartnerContract contract = Paying(plan);
        contract.Check(Month(1), [Revenue(Month(1), 1_000m)], contract.Open()).Select(error => error.Message).Should().Equal("The plan 'deals' rates each record, but the sales facts of 2025-01-01 to 2025-01-31 state totals and no records.");
        CommissionFacts deals = CommissionFacts.For(Star.Payee, Month(1)).WithRecords(FactRecord.Of("d-1").With(Basis.NetRevenue, 1_000m), FactRecord.Of("d-2").With(Basis.NetRevenue, 2_000m));
        contract.Settle(Month(1), [ContractFact.Commission(deals)], contract.Open()).NetDue.Should().Be(Yuan(150m));
        contract.Settle(Month(1), [ContractFact.Commission(CommissionFacts.For(Star.Payee, Month(1)))], contract.Open()).NetDue.Should().Be(Yuan(0m), "a month without deals");
    }

    [Theory]
    [InlineData(Accumulation.TrueUp, Cycle.Year, Excess.Carried, "claims again what its cap left over")]
    [InlineData(Accumulation.Cumulative, Cycle.Month, Excess.Carried, "never finds room")]
    [InlineData(Accumulation.TrueUp, Cycle.Year, Excess.Lost, null)]
    [InlineData(Accumulation.Cumulative, Cycle.Month, Excess.Lost, null)]
    [InlineData(Accumulation.Cumulative, Cycle.Year, Excess.Carried, null)]
    public void Plans_that_would_carry_twice_or_never_are_refused(Accumulation accumulation, Cycle per, Excess excess, string? reason)
    {
        Define().Pay(Capped(per, excess, accumulation)).TryBuild(out _, out IReadOnlyList<ContractError> errors).Should().Be(reason is null);
        (errors.Count == 0 ? null : errors.Single().Message).Should().Match(message => reason == null || message.Contains(reason));
    }

    [Fact]
    public void What_was_paid_before_the_first_part_is_taken_over_with_its_span()
    {
        // 9 000 of the year's 10 000 were paid before: January earns 5 000 and pays 1 000, and 2026 begins anew.
        PartnerContract contract = Paying(Capped(Cycle.Year, Excess.Lost));
        CommissionFacts facts = CommissionFacts.For(Star.Payee, Month(1)).With(Basis.NetRevenue, 100_000m).WithPaid(Cycle.Year, Yuan(9_000m)).WithPaid(Cycle.Once, Yuan(30_000m));
        Settlement january = contract.Settle(Month(1), [ContractFact.Commission(facts)], contract.Open());
        january.Sum(SettlementLineKind.Commission).Should().Be(Yuan(1_000m));
        january.Closing.CommissionsPaid.Select(paid => (paid.Per, paid.Span?.Start, paid.Span?.End, paid.Amount.Amount)).Should().Equal(
            (Cycle.Once, null, null, 31_000m), (Cycle.Quarter, Day("2025-01-01"), Day("2025-03-31"), 1_000m), (Cycle.Year, Day("2025-01-01"), Day("2025-12-31"), 10_000m));
        january.Verify().Should().BeEmpty();
    }

    [Fact]
    public void What_is_carried_in_is_taken_over_once()
    {
        // Nothing is carried by the account in February, so that 5 000 of a month before cannot be.
        PartnerContract contract = Paying(Capped(Cycle.Month, Excess.Carried));
        CommissionFacts Stating(int month, decimal carried) => CommissionFacts.For(Star.Payee, Month(month)).With(Basis.NetRevenue, 100_000m).WithCarriedIn(Yuan(carried));
        Settlement first = contract.Settle(Month(1), [ContractFact.Commission(Stating(1, 7_000m))], contract.Open());
        (first.Sum(SettlementLineKind.Commission), first.Closing.CommissionCarried).Should().Be((Yuan(10_000m), Yuan(2_000m)));
        ContractAccount none = contract.Settle(Month(1), [Revenue(Month(1), 100_000m)], contract.Open()).Closing;
        contract.Check(Month(2), [ContractFact.Commission(Stating(2, 5_000m))], none).Select(error => (error.Name, error.Message)).Should().Equal(
            ("carried-in", "The sales facts of 2025-02-01 to 2025-02-28 state 5000.00 CNY as carried in; by the account it is 0.00 CNY."));
    }

    [Fact]
    public void A_correction_takes_back_what_was_carried_and_paid_too_much()
    {
        PartnerContract contract = Paying(Capped(Cycle.Month, Excess.Carried));
        List<Settlement> months = Settle(contract, 300_000m, 100_000m);
        Settlement right = contract.Settle(Month(1), [Revenue(Month(1), 240_000m)], months[0].Opening);

        // 12 000 instead of 15 000 were earned in January, 5 000 in February: 20 000 are paid of 17 000.
        ContractAccount account = months[1].Closing.Correct(months[0], right, Day("2025-03-01"));
        (account.Balance, account.CommissionCarried).Should().Be((Yuan(-3_000m), Yuan(0m)));
        ContractAccount early = months[0].Closing.Correct(months[0], right, Day("2025-02-01"));
        (early.Balance, early.CommissionCarried).Should().Be((Yuan(0m), Yuan(2_000m)));
        early.CommissionsPaid.Should().OnlyContain(paid => paid.Amount == Yuan(10_000m));
    }

    [Fact]
    public void A_statement_says_that_the_contract_chose_the_version_of_the_plan()
    {
        PartnerContract contract = Define().Pay(Plan).Build();
        contract = contract.Amend(Day("2025-02-01"), Day("2025-01-20")).Value(Yuan(1_100_000m)).Build();
        Settlement both = contract.Settle(Days("2025-01-01", "2025-02-28"), [Revenue(Month(1), 100m), Revenue(Month(2), 100m)], contract.Open());
        both.Commissions.Select(statement => statement.ToText(Language.English).Split('\n')[0]).Should().Equal(
            "mcn-star, 2025-01-01 to 2025-01-31, plan live-5 version 1 (by contract date 2025-01-01), CNY",
            "mcn-star, 2025-02-01 to 2025-02-28, plan live-5 version 1 (by contract date 2025-02-01), CNY");
    }

    private static CommissionPlan Capped(Cycle per, Excess excess, Accumulation accumulation = Accumulation.PerPeriod) => CommissionPlan.Define("capped", Cny)
        .Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month)
        .Accumulate(accumulation)
        .Cap(Yuan(10_000m), per, excess)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
        .Build();

    private static PartnerContract Paying(CommissionPlan plan) => Define(term: TwoYears).Pay(plan).Build();

    private static List<Settlement> Settle(PartnerContract contract, params decimal[] revenues) => Settle(contract, false, revenues);

    private static List<Settlement> Settle(PartnerContract contract, bool prior, params decimal[] revenues)
    {
        var settled = new List<Settlement>();
        ContractAccount account = contract.Open();
        for (int i = 0; i < revenues.Length; i++)
        {
            DateInterval month = Month((i % 12) + 1, 2025 + (i / 12));
            CommissionFacts facts = CommissionFacts.For(Star.Payee, month).With(Basis.NetRevenue, revenues[i]);
            facts = prior ? facts.WithPrior(Basis.NetRevenue, revenues.Take(i).Sum()) : facts;
            settled.Add(contract.Settle(month, [ContractFact.Commission(facts)], account));
            settled[i].Verify().Should().BeEmpty();
            account = settled[i].Closing;
        }

        return settled;
    }
}
