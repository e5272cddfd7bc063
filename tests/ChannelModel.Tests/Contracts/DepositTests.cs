using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>The deposit: what is due when, what comes in and goes out, and how a cost share moves its level.</summary>
public sealed class DepositTests
{
    private static readonly DepositAccount Paid = DepositAccount.Open(Cny).PayIn(Day("2025-01-02"), Yuan(100m), "bank-1");

    private static CostShare Shared => CostShare.Of(Yuan(50_000m), Rate.Percent(80), Rate.Percent(20))
        .AdjustedBySales(Yuan(31_000m), Day("2025-02-01"), (100m, Rate.Percent(10)), (0m, Rate.Percent(20)), (150m, Rate.Zero));

    [Fact]
    public void Instalments_are_due_by_their_days_and_the_last_takes_the_rest()
    {
        PartnerContract contract = Define().Deposit(DepositTerms.Of(Yuan(100m)).PaidIn(
            new DepositInstalment(Day("2025-03-31"), Rate.Percent(34)), new DepositInstalment(Day("2025-01-31"), Rate.Percent(33)), new DepositInstalment(Day("2025-02-28"), Rate.Percent(33)))).Build();
        contract.AsOf(Year.Start).Terms.Deposit!.Instalments.Select(part => part.DueOn).Should().Equal(Day("2025-01-31"), Day("2025-02-28"), Day("2025-03-31"));
        Missing(contract, "2025-01-30").Should().BeNull();
        Missing(contract, "2025-01-31").Should().Be("the deposit holds 0.00 CNY of 33.00 CNY, 33.00 CNY are missing");
        Missing(contract, "2025-02-28").Should().Contain("of 66.00 CNY");
        Missing(contract, "2025-03-31").Should().Contain("of 100.00 CNY");
        Missing(contract, "2025-12-30").Should().Contain("of 100.00 CNY");
        Missing(contract, "2025-12-31").Should().BeNull("on the last day it is given back");
    }

    [Fact]
    public void A_deposit_without_instalments_is_due_on_the_first_day()
    {
        PartnerContract contract = Define().Build();
        Missing(contract, "2025-01-01").Should().Be("the deposit holds 0.00 CNY of 200 000.00 CNY, 200 000.00 CNY are missing");
        Missing(contract, "2025-01-01", ContractFact.DepositPaid(Day("2025-01-01"), Yuan(200_000m), "bank")).Should().BeNull();
        Settlement january = contract.Settle(Month(1), [ContractFact.DepositPaid(Day("2024-12-20"), Yuan(150_000m), "bank")], contract.Open());
        (january.DepositShortfall, january.Closing.Deposit.Held).Should().Be((Yuan(50_000m), Yuan(150_000m)));
        Settlement february = contract.Settle(Month(2), [ContractFact.DepositToppedUp(Day("2025-02-03"), Yuan(60_000m), "bank")], january.Closing);
        (february.DepositShortfall, february.Closing.Deposit.Held).Should().Be((Yuan(0m), Yuan(210_000m)));
        Settlement rest = contract.Settle(new DateInterval(Day("2025-03-01"), Year.End), [ContractFact.DepositRefunded(Day("2025-03-05"), Yuan(10_000m), "bank-r")], february.Closing);
        rest.DepositMovements.Select(movement => (movement.Date, movement.Kind, movement.Amount.Amount)).Should().Equal(
            (Day("2025-03-05"), DepositEventKind.Refunded, 10_000m), (Year.End, DepositEventKind.Refunded, 200_000m));
        rest.DepositShortfall.Should().Be(Yuan(0m));
    }

    [Theory]
    [InlineData(null, 140_000, "2025-01-31", "140 000.00 CNY, 9 998.00 CNY are missing")]
    [InlineData(10, 200_000, "2025-02-10", "200 000.00 CNY, 69 998.00 CNY are missing")]
    public void What_was_kept_is_missing_again_only_where_a_top_up_is_agreed(int? within, int level, string by, string missing)
    {
        DepositTerms terms = DepositTerms.OfValue(Rate.Percent(20));
        PartnerContract contract = Define().Deposit(within is int days ? terms.ToppedUpWithin(days) : terms).Commit(Traffic()).Build();
        Settlement january = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(190_000m), "bank"), .. Both("traffic", Month(1), 1_600_000m)], contract.Open());
        january.Closing.Deposit.Held.Should().Be(Yuan(130_000m));
        january.DepositShortfall.Should().Be(Yuan(level - 130_000m));
        ContractWarning warning = ContractWarning.Of(contract, [ContractFact.DepositToppedUp(Day("2025-01-31"), Yuan(1m), "settled already"), ContractFact.DepositToppedUp(Day("2025-02-01"), Yuan(2m), "bank")], january.Closing, Day("2025-02-05"))
            .Single(found => found.Kind == ContractWarningKind.DepositBelowLevel);
        (warning.By, warning.Text.En).Should().Be((Day(by), $"the deposit holds 130 002.00 CNY of {missing}"));
        FluentActions.Invoking(() => terms.ToppedUpWithin(0)).Should().Throw<ArgumentOutOfRangeException>();
        terms.ToppedUpWithin(1).ToppedUpWithinDays.Should().Be(1);
    }

    [Fact]
    public void An_account_keeps_gives_back_and_takes_back()
    {
        DepositAccount account = Paid.TopUp(Day("2025-01-02"), Yuan(20m), "bank-2").Forfeit(Day("2025-02-01"), Yuan(30m), "breach-1", "traffic").Refund(Day("2025-02-02"), Yuan(10m), "bank-3");
        (account.PaidIn, account.Forfeited, account.Refunded, account.Unmet, account.Held).Should().Be((Yuan(120m), Yuan(30m), Yuan(10m), Yuan(0m), Yuan(80m)));
        account.Forfeit(Day("2025-02-02"), Yuan(80m), "exact").Should().Match<DepositAccount>(a => a.Held.IsZero && a.Unmet.IsZero);
        account.Forfeit(Day("2025-02-02"), Yuan(81m), "more").Should().Match<DepositAccount>(a => a.Held.IsZero && a.Unmet == Yuan(1m));
        account.Refund(Day("2025-02-02"), Yuan(80m), "all").Held.Should().Be(Yuan(0m));
        account.RefundRest(Day("2025-02-03"), "end").Events.Last().Should().Match<DepositEvent>(e => e.Kind == DepositEventKind.Refunded && e.Amount == Yuan(80m));
        DepositAccount empty = DepositAccount.Open(Cny);
        empty.RefundRest(Day("2025-02-03"), "end").Should().BeSameAs(empty);
        DepositAccount back = account.Reverse(3, Day("2025-02-05"), "appeal");
        (back.Held, back.Forfeited, back.Events.Last().Reverses, back.Events.Last().Commitment).Should().Be((Yuan(110m), Yuan(0m), 3, "traffic"));
        FluentActions.Invoking(() => back.Reverse(3, Day("2025-02-06"), "twice")).Should().Throw<ArgumentException>().WithParameterName("number");
        new[] { "2025-01-01", "2025-01-02", "2025-02-01", "2025-02-05" }.Select(day => back.HeldOn(Day(day)).Amount).Should().Equal(0m, 120m, 90m, 110m);
    }

    [Fact]
    public void An_account_refuses_what_cannot_have_happened()
    {
        Paid.Invoking(a => a.Refund(Day("2025-01-03"), Yuan(100.01m), "r")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected at most what is held, 100.00 CNY.*");
        Paid.Invoking(a => a.PayIn(Day("2025-01-01"), Yuan(1m), "r")).Should().Throw<ArgumentException>().WithMessage("2025-01-01 is before the last event of 2025-01-02*");
        Paid.Invoking(a => a.PayIn(Day("2025-01-02"), Yuan(0m), "r")).Should().Throw<ArgumentOutOfRangeException>();
        Paid.Invoking(a => a.TopUp(Day("2025-01-02"), Yuan(-1m), "r")).Should().Throw<ArgumentOutOfRangeException>();
        Paid.Invoking(a => a.Forfeit(Day("2025-01-02"), Money.Of(1m, Currency.USD), "r")).Should().Throw<ArgumentException>().WithMessage("1.00 USD is not in the account's currency CNY.*");
        Paid.Invoking(a => a.PayIn(Day("2025-01-02"), Yuan(1m), " ")).Should().Throw<ArgumentException>();
        Paid.Invoking(a => a.Reverse(0, Day("2025-01-02"), "r")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected an event from 1 to 1.*");
        Paid.Invoking(a => a.Reverse(2, Day("2025-01-02"), "r")).Should().Throw<ArgumentOutOfRangeException>();
        DepositAccount reversed = Paid.Reverse(1, Day("2025-01-02"), "r");
        reversed.Invoking(a => a.Reverse(1, Day("2025-01-02"), "r")).Should().Throw<ArgumentException>().WithMessage("Event 1 is a reversal, was reversed,*");
        reversed.Invoking(a => a.Reverse(2, Day("2025-01-02"), "r")).Should().Throw<ArgumentException>();
        DepositAccount spent = Paid.Refund(Day("2025-01-03"), Yuan(1m), "r");
        spent.Invoking(a => a.Reverse(1, Day("2025-01-03"), "r")).Should().Throw<ArgumentException>().WithMessage("*brought in 100.00 CNY, more than the 99.00 CNY that is held.*");
        spent.Reverse(2, Day("2025-01-03"), "r").Reverse(1, Day("2025-01-03"), "r").Held.Should().Be(Yuan(0m));
        FluentActions.Invoking(() => new DepositInstalment(Day("2025-01-01"), Rate.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DepositInstalment(Day("2025-01-01"), Rate.Percent(101))).Should().Throw<ArgumentOutOfRangeException>();
        new DepositInstalment(Day("2025-01-01"), Rate.One).Share.Should().Be(Rate.One);
    }

    [Theory]
    [InlineData("30999.99", 10_000, 0)]
    [InlineData("31000", 5_000, 5_000)]
    [InlineData("46499.99", 5_000, 5_000)]
    [InlineData("46500", 0, 10_000)]
    public void Sales_shift_the_partners_share_and_the_deposit_with_it(string sales, int level, int refunded)
    {
        PartnerContract contract = Define().Deposit(DepositTerms.OfCostShare()).ShareCost(Shared).Build();
        Settlement january = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(10_000m), "bank"), ContractFact.SalesOf(Month(1), Yuan(99_000m), "too early")], contract.Open());
        (january.Closing.DepositLevel, january.Lines.Count).Should().Be((Yuan(10_000m), 0));

        // March has 31 days and February 28: the target of a month is met by its own sales, whatever its days.
        decimal amount = decimal.Parse(sales, System.Globalization.CultureInfo.InvariantCulture);
        Settlement february = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(amount - 1m), "shop"), ContractFact.SalesOf(Days("2025-02-28", "2025-02-28"), Yuan(1m), "web")], january.Closing);
        february.Closing.DepositLevel.Should().Be(Yuan(level));
        february.DepositMovements.Sum(movement => movement.Amount.Amount).Should().Be(refunded);
        february.Lines.Single().Evidence.Should().Equal("shop", "web");
        contract.Invoking(c => c.Settle(Month(2), [], january.Closing)).Should().Throw<ArgumentException>().WithMessage("*The cost share follows the sales of 2025-02-01 to 2025-02-28, which are not stated.*");
    }

    [Fact]
    public void A_part_of_a_month_has_its_part_of_the_sales_target()
    {
        PartnerContract contract = Define(term: Days("2025-02-01", "2025-03-10")).Deposit(DepositTerms.OfCostShare()).ShareCost(Shared).Build();
        ContractAccount account = contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(0m), "none")], contract.Open()).Closing;
        account.DepositLevel.Should().Be(Yuan(10_000m));
        contract.Settle(Days("2025-03-01", "2025-03-10"), [ContractFact.SalesOf(Days("2025-03-01", "2025-03-10"), Yuan(10_000m), "shop")], account).Closing.DepositLevel.Should().Be(Yuan(5_000m));
        contract.Settle(Days("2025-03-01", "2025-03-10"), [ContractFact.SalesOf(Days("2025-03-01", "2025-03-10"), Yuan(9_999.99m), "shop")], account).Closing.DepositLevel.Should().Be(Yuan(10_000m));
    }

    [Fact]
    public void A_target_missed_by_a_cent_does_not_read_as_met()
    {
        PartnerContract contract = Define(term: Days("2025-02-01", "2025-12-31")).Deposit(DepositTerms.OfCostShare()).ShareCost(Shared).Build();
        Text(30_999.99m).Should().Be("Sales 99.99% of target: the partner bears 20% of 50 000.00 CNY, deposit level 10 000.00 CNY to 10 000.00 CNY");
        Text(31_000m).Should().Be("Sales 100% of target: the partner bears 10% of 50 000.00 CNY, deposit level 10 000.00 CNY to 5 000.00 CNY");

        string Text(decimal sales) => contract.Settle(Month(2), [ContractFact.SalesOf(Month(2), Yuan(sales), "shop")], contract.Open()).Lines.Single().Text.En;
    }

    [Fact]
    public void A_cost_share_is_checked()
    {
        Rate half = Rate.Percent(50);
        CostShare even = CostShare.Of(Yuan(1m), half, half);
        LocalDate from = Day("2025-02-01");
        Errors(even).Should().BeEmpty();
        Errors(CostShare.Of(Yuan(1m), Rate.One, Rate.Zero)).Should().BeEmpty();
        Errors(CostShare.Of(Yuan(0m), half, half)).Should().Equal("versions[0].costShare.goods: 0.00 CNY is not an amount above 0 in CNY.");
        Errors(CostShare.Of(Money.Of(1m, Currency.USD), half, half)).Should().ContainSingle().Which.Should().StartWith("versions[0].costShare.goods: 1.00 USD");
        Errors(CostShare.Of(Yuan(1m), Rate.Percent(120), Rate.Percent(-20))).Should().ContainSingle().Which.Should().StartWith("versions[0].costShare: The brand's share 120%");
        Errors(CostShare.Of(Yuan(1m), Rate.Percent(-20), Rate.Percent(120))).Should().ContainSingle();
        Errors(CostShare.Of(Yuan(1m), half, Rate.Percent(49))).Should().ContainSingle().Which.Should().EndWith("add up to 99%, not to 100%.");
        Errors(even.AdjustedBySales(Yuan(0m), from, (0m, half))).Should().Equal("versions[0].costShare.monthlySales: 0.00 CNY is not an amount above 0 in CNY.");
        Errors(even.AdjustedBySales(Money.Of(1m, Currency.USD), from, (0m, half))).Should().ContainSingle().Which.Should().StartWith("versions[0].costShare.monthlySales: 1.00 USD");
        Errors(even.AdjustedBySales(Yuan(1m), Day("2026-01-01"), (0m, half))).Should().Equal("versions[0].costShare.adjustedFrom: 2026-01-01 is outside the term 2025-01-01 to 2025-12-31.");
        Errors(even.AdjustedBySales(Yuan(1m), Year.End, (0m, half), (0.00000001m, Rate.One), (1_000_000m, Rate.Zero))).Should().BeEmpty();
        (decimal, Rate)[][] wrong = [[], [(1m, half)], [(0m, half), (0m, half)], [(0m, Rate.Percent(101))], [(0m, half), (0.000000001m, half)], [(0m, half), (1_000_001m, half)], [(-1m, half), (0m, half)]];
        foreach ((decimal, Rate)[] steps in wrong)
        {
            Errors(even.AdjustedBySales(Yuan(1m), from, steps)).Should().ContainSingle().Which.Should().StartWith("versions[0].costShare.steps: The steps start at an attainment of 0");
        }

        static IEnumerable<string> Errors(CostShare share) => Wrong(Define().ShareCost(share));
    }

    [Fact]
    public void A_deposit_is_checked_against_what_it_stands_for()
    {
        Wrong(Define().Deposit(DepositTerms.OfValue(Rate.Zero))).Should().Equal("versions[0].deposit.share: The deposit's share 0% is not above 0%.");
        Wrong(Define().Deposit(DepositTerms.OfValue(Rate.Percent(-1)))).Should().ContainSingle();
        Wrong(Define().Deposit(DepositTerms.OfValue(Rate.One))).Should().BeEmpty();
        Wrong(Define().Deposit(DepositTerms.OfValue(Rate.Percent(100.01m)))).Should().Equal("versions[0].deposit: The deposit 1000100.00 CNY is above the contract's value 1000000.00 CNY.");
        Wrong(Define().Deposit(DepositTerms.OfCostShare())).Should().Equal("versions[0].deposit: The deposit is the partner's share of a cost share, which is not stated (ShareCost).");
        Wrong(Define().Deposit(DepositTerms.Of(Yuan(0m)))).Should().Equal("versions[0].deposit.amount: The deposit 0.00 CNY is not an amount above 0 in CNY.");
        Wrong(Define().Deposit(DepositTerms.Of(Money.Of(5m, Currency.USD)))).Should().ContainSingle();
        Wrong(Define().Commit(Traffic()).Deposit(DepositTerms.Of(Yuan(5m)).ForfeitedFirstFor("traffic", "traffic"))).Should().Equal("versions[0].deposit.forfeitedFirstFor: The order of forfeiture names a commitment twice.");
        Wrong(Define().Deposit(DepositTerms.Of(Yuan(5m)).PaidIn(new DepositInstalment(Year.End, Rate.One)))).Should().BeEmpty();
        Wrong(Define().Value(Yuan(0m)).Deposit(DepositTerms.Of(Yuan(5m)))).Should().Contain("versions[0].value: The contract's value 0.00 CNY is not an amount above 0 in CNY.");
        Wrong(PartnerContract.Define("none", Star, Live, Year, Cny).Round(Rounding.HalfEven).Deposit(DepositTerms.OfValue(Rate.Percent(20)))).Should().Equal(
            "versions[0].deposit.share: The deposit is a share of the contract's value, which is not stated (Value).");
        Wrong(Define().HoldBack(Rate.One, 60)).Should().BeEmpty();
        Wrong(Define().HoldBack(Rate.Percent(1), 61)).Should().ContainSingle().Which.Should().StartWith("versions[0].holdback: Expected a holdback above 0 %");
        Wrong(Define().HoldBack(Rate.Percent(1), 0)).Should().ContainSingle();
        Wrong(Define().HoldBack(Rate.Zero, 1)).Should().ContainSingle();
        Wrong(Define().Advance(new Draw(DrawKind.Recoverable, Money.Of(1m, Currency.USD), 1, Rate.One))).Should().Equal("versions[0].advance: 1.00 USD is not in the contract's currency CNY.");
    }

    private static IEnumerable<string> Wrong(PartnerContractBuilder builder)
    {
        builder.TryBuild(out _, out IReadOnlyList<ContractError> errors);
        return errors.Select(error => error.ToString());
    }

    private static string? Missing(PartnerContract contract, string day, params ContractFact[] facts) =>
        ContractWarning.Of(contract, facts, contract.Open(), Day(day)).SingleOrDefault(warning => warning.Kind == ContractWarningKind.DepositBelowLevel)?.Text.En;
}
