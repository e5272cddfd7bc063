using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>An account that is opened in mid-term settles what one that was settled from the start settles, and whatever does not fit the contract is refused.</summary>
public sealed class ContractAccountBuilderTests
{
    private static readonly CommissionPlan Capped = CommissionPlan.Define("capped", Cny)
        .Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month)
        .Cap(Yuan(9_000m), Cycle.Quarter, Excess.Carried)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
        .Build();

    private static readonly PartnerContract Rich = Define().Pay(Capped).Commit(Traffic()).HoldBack(Rate.Percent(10), 2).Advance(new Draw(DrawKind.Recoverable, Yuan(6_000m), 2, Rate.Percent(50))).Build();

    [Fact]
    public void An_account_that_is_stated_goes_on_like_the_one_that_was_settled()
    {
        List<ContractFact> facts = [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank")];
        for (int month = 1; month <= 4; month++)
        {
            facts.Add(Revenue(Month(month), 100_000m * month));
            facts.AddRange(Both("traffic", Month(month), 1_900_000m));
        }

        ContractAccount account = Rich.Open();
        Settlement[] settled = new Settlement[4];
        for (int month = 1; month <= 4; month++)
        {
            settled[month - 1] = Rich.Settle(Month(month), facts, account);
            account = settled[month - 1].Closing;
        }

        // After two months another system hands over what stands open.
        ContractAccount kept = settled[1].Closing;
        ContractAccountBuilder stated = Rich.OpenAfter(Day("2025-02-28"))
            .Deposit(kept.Deposit)
            .Balance(kept.Balance)
            .Advance(kept.Advance)
            .Compensation("traffic", Yuan(30_000m))
            .CommissionCarried(kept.CommissionCarried)
            .CommissionPaid(Capped.Name, Cycle.Year, Yuan(9_000m))
            .CommissionPaid(Capped.Name, Cycle.Quarter, Yuan(9_000m))
            .CommissionPaid(Capped.Name, Cycle.Once, Yuan(9_000m))
            .Took(facts.Where(fact => fact.Days.Start <= Day("2025-02-28")));
        foreach (HeldBack held in kept.Holdbacks.Reverse())
        {
            stated.HoldBack(held.Amount, held.HeldOn, held.ReleaseOn);
        }

        ContractAccount handed = stated.Build();
        (handed.Parts, handed.Version, handed.DepositLevel).Should().Be((2, 1, kept.DepositLevel));
        handed.Taken.Should().BeEquivalentTo(kept.Taken);
        for (int month = 3; month <= 4; month++)
        {
            Settlement again = Rich.Settle(Month(month), facts, handed);
            again.ToRecord().Should().Be(settled[month - 1].ToRecord());
            again.Unused.Should().BeEmpty();
            handed = again.Closing;
        }
    }

    [Fact]
    public void All_that_does_not_fit_is_said_at_once()
    {
        PartnerContract plain = Define().Commit(Traffic()).Build();
        var usd = Money.Of(1m, Currency.USD);
        ContractAccountBuilder wrong = plain.OpenAfter(Day("2025-02-28"))
            .Deposit(DepositAccount.Open(Currency.USD).PayIn(Year.Start, usd, "bank").Forfeit(Year.Start, usd, "x", "likes"))
            .DepositLevel(Yuan(-1m))
            .Balance(usd)
            .Advance(Yuan(1m))
            .CommissionCarried(Yuan(-1m))
            .Compensation("traffic", Yuan(1m))
            .Compensation("traffic", Yuan(-1m))
            .HoldBack(Yuan(0m), Day("2025-02-28"), Day("2025-03-01"))
            .HoldBack(Yuan(1m), Day("2025-02-28"), Day("2025-02-28"))
            .CommissionPaid(new Id<CommissionPlan>("other"), Cycle.Week, Yuan(1m))
            .SettledBy(0)
            .Parts(3)
            .Took(Revenue(Month(1, 2024), 5m))
            .TookKeys("ABC");
        wrong.TryBuild(out ContractAccount? account, out IReadOnlyList<ContractError> errors).Should().BeFalse();
        account.Should().BeNull();
        errors.Select(error => error.Path).Should().Equal(
            "version", "parts", "balance", "advance", "commissionCarried", "deposit.level", "deposit", "deposit.events[1].commitment", "holdbacks[0].amount", "holdbacks[1].heldOn", "holdbacks[1].releaseOn",
            "holdbacks", "compensations[1].amount", "compensations[1].commitment", "commissionsPaid[0].plan", "commissionsPaid[0].per", "taken[0]", "taken");
        wrong.Invoking(builder => builder.Build()).Should().Throw<ArgumentException>().WithMessage("The account of 'star-2025' has 18 errors: version: Version 0 was not in force by 2025-02-28; expected a version from 1 to 1. | parts: *");
    }

    [Fact]
    public void What_is_held_back_and_advanced_needs_terms_and_a_day_that_is_not_settled()
    {
        Rich.OpenAfter(Year.End).HoldBack(Yuan(1m), Month(11).End, Day("2026-01-31")).TryBuild(out _, out IReadOnlyList<ContractError> last).Should().BeFalse();
        last.Select(error => error.ToString()).Should().Equal("holdbacks[0]: The last settlement of the term releases all that is held back.");
        Rich.OpenAfter(Day("2024-12-31")).TryBuild(out _, out IReadOnlyList<ContractError> before).Should().BeFalse();
        before.Should().ContainSingle().Which.Message.Should().Be("2024-12-31 is outside the term 2025-01-01 to 2025-12-31.");
        PartnerContract bare = PartnerContract.Define("bare", Star, Live, Year, Cny).Round(Rounding.HalfEven).Build();
        bare.OpenAfter(Month(1).End).Deposit(DepositAccount.Open(Cny).PayIn(Year.Start, Yuan(1m), "bank")).TryBuild(out _, out IReadOnlyList<ContractError> none).Should().BeFalse();
        none.Should().ContainSingle().Which.ToString().Should().Be("deposit: The contract has no deposit.");
        bare.OpenAfter(Month(1).End).Build().DepositLevel.Should().BeNull();
    }

    [Fact]
    public void A_plan_has_spans_that_hold_one_day()
    {
        Rich.OpenAfter(Month(6).End)
            .CommissionPaid(Capped.Name, Cycle.Year, Yuan(1m))
            .CommissionPaid(Capped.Name, Cycle.Quarter, Yuan(1m), Days("2025-04-01", "2025-06-30"))
            .Build().CommissionsPaid.Select(paid => paid.Per).Should().Equal(Cycle.Quarter, Cycle.Year);
        PartnerContract weekly = Define(term: Days("2025-01-10", "2025-06-20")).SettleEach(Cycle.Week).Pay(CommissionPlan.Define("weekly", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Week).Round(Rounding.HalfEven, RoundingPlace.Statement).Build()).Build();
        var plan = new Id<CommissionPlan>("weekly");
        weekly.OpenAfter(Day("2025-04-30"))
            .CommissionPaid(plan, Cycle.Month, Yuan(1m), Month(3))
            .CommissionPaid(plan, Cycle.Quarter, Yuan(1m))
            .CommissionPaid(plan, Cycle.Year, Yuan(1m), Days("2026-01-01", "2026-12-31"))
            .TryBuild(out _, out IReadOnlyList<ContractError> errors).Should().BeFalse();
        errors.Select(error => error.Path).Should().Equal("commissionsPaid[0].span", "commissionsPaid[1].span", "commissionsPaid[2].span");
    }

    [Fact]
    public void An_advance_that_was_none_is_paid_back()
    {
        PartnerContract contract = Define().Pay(Plan).Advance(new Draw(DrawKind.Recoverable, Yuan(900m), 1, Rate.Percent(100))).Build();
        ContractFact later = Revenue(Month(2), 100_000m);
        Settlement wrong = contract.Settle(Month(1), [Revenue(Month(1), 0m), later], contract.Open());
        Settlement second = contract.Settle(Month(2), [later], wrong.Closing);
        (wrong.Closing.Advance, second.Closing.Advance).Should().Be((Yuan(900m), Yuan(0m)));

        // January had sold enough after all: nothing was advanced, so February recouped 900 too much.
        Settlement right = contract.Settle(Month(1), [Revenue(Month(1), 18_000m), later], contract.Open());
        ContractAccount corrected = second.Closing.Correct(wrong, right, Day("2025-03-02"));
        (corrected.Advance, corrected.Balance).Should().Be((Yuan(0m), Yuan(900m)));
        contract.Settle(Month(3), [Revenue(Month(3), 100_000m)], corrected).Paid.Should().Be(Yuan(5_900m));
    }

    [Fact]
    public void A_deposit_that_comes_to_follow_the_cost_share_has_its_level()
    {
        CostShare Share() => CostShare.Of(Yuan(500_000m), Rate.Percent(80), Rate.Percent(20)).AdjustedBySales(Yuan(100_000m), Day("2025-03-01"), (0m, Rate.Percent(25)), (80m, Rate.Percent(15)));
        PartnerContract contract = Define().ShareCost(Share())
            .Amend(Day("2025-02-01"), Day("2025-01-20")).Deposit(DepositTerms.OfCostShare())
            .Amend(Day("2025-04-01"), Day("2025-03-20")).ShareCost(Share())
            .Amend(Day("2025-05-01"), Day("2025-04-20")).ShareCost(CostShare.Of(Yuan(500_000m), Rate.Percent(70), Rate.Percent(30)))
            .Build();
        ContractAccount account = contract.Open();
        Settlement[] settled = new Settlement[5];
        ContractFact[] facts = [.. Enumerable.Range(1, 5).Select(month => ContractFact.SalesOf(Month(month), Yuan(10_000m), "till"))];
        for (int month = 1; month <= 5; month++)
        {
            settled[month - 1] = contract.Settle(Month(month), facts, account);
            account = settled[month - 1].Closing;
        }

        // 20 % of the value, then of the cost share, which sales shift to 25 %; begun anew where it changes.
        settled.Select(settlement => settlement.Closing.DepositLevel).Should().Equal(Yuan(200_000m), Yuan(100_000m), Yuan(125_000m), Yuan(125_000m), Yuan(150_000m));

        // Stated once more in the same words, as a contract that is read from a file does, it leaves the level alone.
        settled[3].Lines.Single(line => line.Id == "cost-share/2025-04-01").Text.En.Should().EndWith("deposit level 125 000.00 CNY to 125 000.00 CNY");
    }
}
