using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using CsCheck;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Whatever is sold, nothing that a plan carries is lost or paid twice, and records of settlements throw nothing.</summary>
public sealed class CarriedCommissionLaws
{
    [Fact]
    public void Paid_and_carried_together_are_what_was_earned_and_no_span_pays_above_its_cap() =>
        Gen.Select(Gen.Int[0, 400_000].Array[12], Gen.Int[0, 3], Gen.Int[1, 12]).Sample(
            (revenues, which, together) =>
            {
                Cycle per = new[] { Cycle.Month, Cycle.Quarter, Cycle.Year, Cycle.Once }[which];
                CommissionPlan plan = CommissionPlan.Define("capped", Cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Cap(Yuan(25_000m), per, Excess.Carried).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();
                PartnerContract contract = Define().Pay(plan).Build();
                ContractFact[] facts = [.. revenues.Select((revenue, i) => Revenue(Month(i + 1), revenue))];
                ContractAccount account = contract.Open();
                var paid = new List<decimal>();
                decimal owed = 0m;
                for (int i = 0; i < 12; i++)
                {
                    Settlement month = contract.Settle(Month(i + 1), facts, account);
                    month.Verify().Should().BeEmpty();
                    account = month.Closing;
                    paid.Add(month.Sum(SettlementLineKind.Commission).Amount);

                    // The oracle: what is owed so far, as far as the span has room.
                    int span = per switch { Cycle.Month => 1, Cycle.Quarter => 3, _ => 12 };
                    decimal room = 25_000m - paid.Take(i).Skip(i / span * span).Sum();
                    owed += decimal.Round(revenues[i] * 0.05m, 2, MidpointRounding.AwayFromZero);
                    decimal pays = Math.Min(owed, room);
                    owed -= pays;
                    paid[i].Should().Be(pays);
                    account.CommissionCarried.Should().Be(Yuan(owed));
                }

                // Months that are settled together end in the same account.
                ContractAccount whole = contract.Open();
                for (int i = 1; i <= 12; i += together)
                {
                    Settlement some = contract.Settle(new DateInterval(Month(i).Start, Month(Math.Min(12, i + together - 1)).End), facts, whole);
                    some.Verify().Should().BeEmpty();
                    some.Unused.Should().BeEmpty();
                    whole = some.Closing;
                }

                whole.CommissionCarried.Should().Be(account.CommissionCarried);
                whole.CommissionsPaid.Select(entry => (entry.Per, entry.Span, entry.Amount)).Should().Equal(account.CommissionsPaid.Select(entry => (entry.Per, entry.Span, entry.Amount)));
            },
            iter: Math.Max(20, Laws.Iterations / 20));

    [Theory]
    [InlineData("channelmodel-settlement\t2\nx\nsha256\t\n")]
    [InlineData("channelmodel-settlement\t2\n\n\nsha256\t\n")]
    [InlineData("channelmodel-settlement\t1\nx\nsha256\t\n")]
    [InlineData("")]
    public void A_text_that_is_no_record_is_said_to_be_none(string text) => SettlementRecord.Verify(text).Should().NotBeEmpty();

    [Fact]
    public void Verifying_a_record_throws_nothing_whatever_is_changed_in_it()
    {
        PartnerContract contract = Define().Pay(Plan).Commit(Traffic()).Advance(new Draw(DrawKind.BalanceForgiven, Yuan(8_000m), 1, Rate.Percent(50), 1)).Build();
        string record = contract.Settle(Month(1), [ContractFact.DepositPaid(Year.Start, Yuan(200_000m), "bank"), Revenue(Month(1), 100_000m), .. Both("traffic", Month(1), 1_600_000m)], contract.Open()).ToRecord();
        SettlementRecord.Verify(record).Should().BeEmpty();
        string[] rows = record.Split('\n');
        for (int i = 0; i < rows.Length; i++)
        {
            // A row that is gone, there twice, or cut short.
            SettlementRecord.Verify(string.Join("\n", rows.Where((_, at) => at != i))).Should().NotBeEmpty();
            SettlementRecord.Verify(string.Join("\n", rows.Select((row, at) => at == i && row.Contains('\t') ? row[..row.LastIndexOf('\t')] : at == i ? row + "x" : row))).Should().NotBeEmpty();
        }

        SettlementRecord.Verify(record.Replace("unit\t10000\t", "unit\t10000\t99999999999", StringComparison.Ordinal)).Should().Contain("A row is not of the form of this record.");
        Gen.Select(Gen.Int[0, record.Length - 1], Gen.Char, Gen.Int[0, 2]).Sample(
            (at, letter, how) =>
            {
                string changed = how switch { 0 => record[..at] + letter + record[(at + 1)..], 1 => record[..at] + record[(at + 1)..], _ => record[..at] + letter + record[at..] };
                (SettlementRecord.Verify(changed).Count == 0).Should().Be(changed == record);
            },
            iter: Laws.Iterations);
        Gen.String[0, 60].Sample(text => SettlementRecord.Verify("channelmodel-settlement\t2\n" + text + "\nsha256\t\n").Should().NotBeEmpty(), iter: Laws.Iterations);
    }
}
