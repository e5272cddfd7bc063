using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using CsCheck;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>What holds for every contract, every order of events and every list of facts.</summary>
public sealed class SettlementLaws
{
    private static readonly PartnerContract Weekly = Define("weekly", Days("2024-01-10", "2024-04-20"))
        .SettleEach(Cycle.Week)
        .Pay(CommissionPlan.Define("weekly-plan", Cny).Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).Percent(3m), Tier.From(50_000m).Percent(7m)), Basis.NetRevenue, Cycle.Week).Round(Rounding.HalfEven, RoundingPlace.Statement).Build())
        .Commit(Traffic(CommitmentPeriod.Week, WeekRule.ClippedAtMonthEnd).OverDeliveryEarns(DeviationPrice.PerUnit(0.01m)))
        .Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 3_000m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(20m), atMost: Yuan(20_000m), atMostInTerm: Yuan(30_000m)))
        .HoldBack(Rate.Percent(10), 1)
        .Advance(new Draw(DrawKind.Recoverable, Yuan(900m), 2, Rate.Percent(30)))
        .Build();

    [Fact]
    public void A_month_is_the_sum_of_its_weeks() =>
        Gen.Select(Gen.Int[0, 200_000].Array[20], Gen.Int[0, 900_000].Array[110], Gen.Int[0, 60].Array[110]).Sample(
            (revenues, views, orders) =>
            {
                IReadOnlyList<DateInterval> weeks = Weekly.Slices(Weekly.Term);
                List<ContractFact> facts = [ContractFact.DepositPaid(Weekly.Term.Start, Yuan(200_000m), "bank")];
                facts.AddRange(weeks.Select((week, i) => Revenue(week, revenues[i])));
                for (int i = 0; i < Weekly.Term.Length; i++)
                {
                    var day = new DateInterval(Weekly.Term.Start.PlusDays(i), Weekly.Term.Start.PlusDays(i));
                    facts.AddRange(Both("traffic", day, views[i]));
                    facts.Add(ContractFact.Reported("orders", day, orders[i], "r"));
                }

                ContractAccount byWeek = Weekly.Open();
                ContractAccount byMonth = Weekly.Open();
                foreach (IGrouping<YearMonth, DateInterval> month in weeks.GroupBy(week => week.Start.ToYearMonth()))
                {
                    List<Settlement> parts = [];
                    foreach (DateInterval week in month)
                    {
                        parts.Add(Weekly.Settle(week, facts, byWeek));
                        byWeek = parts[^1].Closing;
                    }

                    Settlement whole = Weekly.Settle(new DateInterval(month.First().Start, month.Last().End), facts, byMonth);
                    byMonth = whole.Closing;
                    whole.Verify().Should().BeEmpty();
                    foreach (SettlementLineKind kind in Enum.GetValues<SettlementLineKind>().Where(kind => kind != SettlementLineKind.OpeningBalance))
                    {
                        whole.Sum(kind).Should().Be(Money.Sum(parts.Select(part => part.Sum(kind)), Cny));
                    }

                    whole.Total.Should().Be(Money.Sum(parts.Select(part => part.Total), Cny));
                    whole.DepositMovements.Select(e => (e.Date, e.Amount, e.Unmet)).Should().Equal(parts.SelectMany(part => part.DepositMovements).Select(e => (e.Date, e.Amount, e.Unmet)));
                    (byMonth.Deposit.Held, byMonth.Advance).Should().Be((byWeek.Deposit.Held, byWeek.Advance));
                }

                byMonth.Holdbacks.Should().BeEmpty("the last settlement of the term releases all");
                byMonth.Deposit.Held.Should().Be(Yuan(0m), "the rest went back at the end of the term");
            },
            iter: Math.Max(10, Laws.Iterations / 50));

    [Fact]
    public void A_deposit_conserves_money_at_every_date_in_every_order_of_events() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 500], Gen.Int[0, 3]).Array[0, 25].Sample(events =>
        {
            DepositAccount account = DepositAccount.Open(Cny);
            LocalDate day = Day("2024-02-27");
            decimal paid = 0m;
            decimal kept = 0m;
            decimal back = 0m;
            var held = new List<(LocalDate, decimal)>();
            for (int i = 0; i < events.Length; i++)
            {
                (int kind, int amount, int days) = events[i];
                day = day.PlusDays(days);
                switch (kind)
                {
                    case 0 or 1:
                        account = kind == 0 ? account.PayIn(day, Yuan(amount), "in") : account.TopUp(day, Yuan(amount), "top");
                        paid += amount;
                        break;
                    case 2:
                        account = account.Forfeit(day, Yuan(amount), "breach");
                        kept += Math.Min(amount, paid - kept - back);
                        break;
                    case 3 when amount <= paid - kept - back:
                        account = account.Refund(day, Yuan(amount), "out");
                        back += amount;
                        break;
                    case 4 when account.Events.FirstOrDefault(e => e.Kind == DepositEventKind.Forfeited && e.Reverses is null && account.Events.All(other => other.Reverses != e.Number)) is DepositEvent wrong:
                        account = account.Reverse(wrong.Number, day, "mistake");
                        kept -= wrong.Amount.Amount;
                        break;
                    default:
                        break;
                }

                (account.PaidIn, account.Forfeited, account.Refunded, account.Held).Should().Be((Yuan(paid), Yuan(kept), Yuan(back), Yuan(paid - kept - back)));
                account.Held.IsNegative.Should().BeFalse();
                held.Add((day, paid - kept - back));
            }

            foreach (IGrouping<LocalDate, (LocalDate Day, decimal Held)> known in held.GroupBy(entry => entry.Item1))
            {
                account.HeldOn(known.Key).Should().Be(Yuan(known.Last().Held));
            }

            account.Events.All(e => e.Reverses is not null || (!e.Unmet.IsNegative && !e.Amount.IsNegative)).Should().BeTrue();
        },
        iter: Laws.Iterations);

    [Fact]
    public void Terms_as_of_a_day_are_those_of_the_amendments_replayed() =>
        Gen.Select(Gen.Int[1, 364], Gen.Int[1, 1_000]).Array[0, 6].Sample(changes =>
        {
            (int Offset, int Value)[] amendments = [.. changes.GroupBy(change => change.Item1).Select(group => (group.Key, group.Last().Item2)).OrderBy(change => change.Key)];
            PartnerContract contract = Define().Build();
            foreach ((int offset, int value) in amendments)
            {
                LocalDate from = Year.Start.PlusDays(offset);
                contract = contract.Amend(from, from).Value(Yuan(1_000_000m + value)).Build();
            }

            for (int day = 0; day < 365; day++)
            {
                decimal expected = 1_000_000m;
                foreach ((int offset, int value) in amendments)
                {
                    expected = offset <= day ? 1_000_000m + value : expected;
                }

                contract.AsOf(Year.Start.PlusDays(day)).Terms.Value.Should().Be(Yuan(expected));
            }

            contract.Slices(Year).Sum(slice => slice.Length).Should().Be(365);
        },
        iter: Laws.Iterations / 10);

    [Fact]
    public void The_ledgers_net_is_what_was_paid_and_what_is_carried_and_reversal_restores() =>
        Gen.Select(Gen.Int[0, 400_000].Array[6], Gen.Int[0, 3_000_000].Array[6], Gen.Int[0, 3_000_000], Gen.Int[0, 5]).Sample(
            (revenues, views, changed, at) =>
            {
                PartnerContract contract = Define().Pay(Plan).Commit(Traffic()).HoldBack(Rate.Percent(10), 2).Build();
                List<ContractFact> facts = [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank")];
                for (int i = 0; i < 6; i++)
                {
                    facts.Add(Revenue(Month(i + 1), revenues[i]));
                    facts.AddRange(Both("traffic", Month(i + 1), views[i]));
                }

                CommissionLedger ledger = CommissionLedger.Open(Cny);
                ContractAccount account = contract.Open();
                List<Settlement> settled = [];
                for (int i = 0; i < 6; i++)
                {
                    settled.Add(contract.Settle(Month(i + 1), facts, account));
                    account = settled[i].Closing;
                    ledger = ledger.Book($"star {i}", settled[i], Month(i + 1).End);
                    ledger.Book($"star {i}", settled[i], Month(i + 1).End).Should().BeSameAs(ledger, "a replayed event is harmless");
                    ledger.NetOf(Star.Payee).Should().Be(Money.Sum(settled.Select(s => s.Paid), Cny) + account.Balance);
                    settled[i].NetDue.Should().Be(Money.Sum(settled[i].Lines.Select(line => line.Amount), Cny));
                    settled[i].Journal.Where(line => line.Account == JournalAccount.PartnerPayable).Sum(line => -line.Signed.Amount).Should().Be(settled[i].Total.Amount);
                }

                // The traffic of one month turns out to be another.
                List<ContractFact> right = [.. facts.Where(fact => fact.Name is null || fact.Days != Month(at + 1)), .. Both("traffic", Month(at + 1), changed)];
                Settlement again = contract.Settle(Month(at + 1), right, settled[at].Opening);
                CommissionLedger corrected = ledger.Correct(at + 1, "star corrected", again, Day("2025-07-10"));
                corrected.Entries.Count.Should().Be(8);
                corrected.NetOf(Star.Payee).Should().Be(ledger.NetOf(Star.Payee) - settled[at].Total + again.Total);
                ContractAccount there = account.Correct(settled[at], again, Day("2025-07-10"));
                ContractAccount back = there.Correct(again, settled[at], Day("2025-07-11"));

                // Money is conserved whatever the deposit can still meet: balance and deposit move against each other.
                (there.Balance - there.Deposit.Forfeited).Should().Be(account.Balance - account.Deposit.Forfeited + again.SumWithoutDeposit - settled[at].SumWithoutDeposit);
                (back.Balance, back.Deposit.Held, back.Advance).Should().Be((account.Balance + Restored(account, back), account.Deposit.Held - Restored(account, back), account.Advance));
                back.Holdbacks.Select(held => (held.HeldOn, held.Amount)).Should().Equal(account.Holdbacks.Select(held => (held.HeldOn, held.Amount)));
                back.Compensations.Where(c => !c.Value.IsZero).Should().BeEquivalentTo(account.Compensations.Where(c => !c.Value.IsZero));
                if (account.Deposit.Unmet.IsZero && there.Deposit.Unmet.IsZero)
                {
                    (back.Balance, back.Deposit.Held).Should().Be((account.Balance, account.Deposit.Held));
                }
            },
            iter: Math.Max(20, Laws.Iterations / 40));

    /// <summary>A forfeiture that is made again later may find more in the deposit than the first time; what it meets more is taken off less.</summary>
    private static Money Restored(ContractAccount before, ContractAccount after) => after.Deposit.Forfeited - before.Deposit.Forfeited;
}
