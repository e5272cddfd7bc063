using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Internal;
using NodaTime;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Settlements with every kind of line, by hand.</summary>
public sealed class SettlementTests
{
    private static readonly PartnerContract Full = Define()
        .Pay(Plan)
        .Commit(Traffic().FalsifiedReportCosts(Yuan(50_000m)).OverDeliveryEarns(DeviationPrice.PerUnit(0.05m), atMost: Yuan(10_000m)))
        .Commit(Commitment.AtLeast("followers", CommitmentMetric.Followers, 500_000m, CommitmentPeriod.Month, Measurement.ThirdParty)
            .ShortfallCosts(DeviationPrice.Of(
                TierTable.Step(Edge.LowerIncluded, Tier.From(0m).Flat(5_000m), Tier.From(10m).Flat(20_000m)), DeviationUnit.PercentOfThreshold))
            .CuredWithin(10))
        .HoldBack(Rate.Percent(10), 2)
        .Advance(new Draw(DrawKind.Recoverable, Yuan(8_000m), 1, Rate.Percent(50)))
        .ClawBack(Clawback.None.Through(2, Rate.Percent(50)).ForCause("own-fault", Rate.One))
        .Build();

    private static ContractFact[] January => [
        ContractFact.DepositPaid(Day("2024-12-30"), Yuan(200_000m), "bank-1"),
        Revenue(Month(1), 100_000m),
        .. Both("traffic", Month(1), 1_600_000m),
        ContractFact.ThirdParty("followers", Days("2025-01-10", "2025-01-10"), 520_000m, "m-1"),
        ContractFact.ThirdParty("followers", Days("2025-01-20", "2025-01-20"), 440_000m, "m-2"),
        ContractFact.ClawedBack(Day("2025-01-15"), 1, Yuan(400m), "order-7"),
        ContractFact.ClawedBackFor(Day("2025-01-16"), "own-fault", Yuan(100m), "order-8"),
    ];

    [Fact]
    public void Every_line_of_a_month_by_hand()
    {
        Settlement settled = Full.Settle(Month(1), January, Full.Open());

        // commission 5 % of 100 000 = 5 000; topped up by 3 000 to 8 000; 10 % of 5 000 held back;
        // clawed back 50 % of 400 and 100 % of 100; traffic 20 % short of 2 000 000: 20 points x 3 000 = 60 000;
        // followers 440 000 of 500 000, 12 % short, the second step: 20 000. The deposit of 200 000 meets both.
        settled.Lines.Where(line => !line.Amount.IsZero).Select(line => (line.Id, line.Amount.Amount)).Should().Equal(
            ("commission/2025-01-01", 5_000m),
            ("guarantee/2025-01-01", 3_000m),
            ("holdback/2025-01-01", -500m),
            ("clawback/2025-01-01/1", -200m),
            ("clawback/2025-01-01/2", -100m),
            ("compensation/traffic/2025-01-01", -60_000m),
            ("compensation/followers/2025-01-01", -20_000m),
            ("from-deposit/followers/2025-01-01", 20_000m),
            ("from-deposit/traffic/2025-01-01", 60_000m));
        settled.NetDue.Should().Be(Yuan(7_200m));
        settled.Closing.Deposit.Held.Should().Be(Yuan(120_000m));
        settled.Closing.Advance.Should().Be(Yuan(3_000m));
        settled.Verify().Should().BeEmpty();
        settled.Breaches.Select(breach => breach.Explanation.En).Should().Equal(
            "traffic, 2025-01-01 to 2025-01-31: 1 600 000 of at least 2 000 000, missed by 400 000",
            "followers, 2025-01-01 to 2025-01-31: 440 000 of at least 500 000, missed by 60 000");
        settled.Lines.Single(line => line.Id == "compensation/traffic/2025-01-01").Text.Should().Be(new LocalText(
            "traffic, 2025-01-01 to 2025-01-31: 1 600 000 of at least 2 000 000, missed by 400 000; 20 points x 3 000 = 60 000.00",
            "流量（traffic），2025-01-01 至 2025-01-31：1 600 000，约定不低于 2 000 000，差400 000；20个百分点 × 3 000 = 60 000.00"));
        settled.Journal.Sum(line => line.Signed.Amount).Should().Be(0m);
        settled.Journal.Where(line => line.Account == JournalAccount.PartnerPayable).Sum(line => -line.Signed.Amount).Should().Be(7_200m);
        settled.Journal.Where(line => line.Account == JournalAccount.DepositLiability).Sum(line => -line.Signed.Amount).Should().Be(120_000m);
    }

    [Fact]
    public void The_next_months_recoup_release_and_carry()
    {
        ContractAccount account = Full.Settle(Month(1), January, Full.Open()).Closing;
        Settlement february = Full.Settle(Month(2), [Revenue(Month(2), 300_000m), .. Both("traffic", Month(2), 2_300_000m), .. Followers(2, 500_000m)], account);

        // 15 000 commission; above the draw of 8 000 stand 7 000, half of it could be recouped, but only 3 000 are owed;
        // 300 000 views over at 0.05 are 15 000, capped at 10 000; followers exactly at the threshold are kept.
        february.Lines.Where(line => !line.Amount.IsZero).Select(line => (line.Kind, line.Amount.Amount)).Should().Equal(
            (SettlementLineKind.Commission, 15_000m), (SettlementLineKind.Recoupment, -3_000m), (SettlementLineKind.Holdback, -1_500m), (SettlementLineKind.Bonus, 10_000m));
        february.Lines.Single(line => line.Kind == SettlementLineKind.Bonus).Text.En.Should().EndWith("300 000 x 0.05, capped at 10 000.00");
        february.Verify().Should().BeEmpty();
        Settlement march = Full.Settle(Month(3), [Revenue(Month(3), 160_000m), .. Both("traffic", Month(3), 0m), .. Followers(3, 0m)], february.Closing);

        // The January holdback of 500 comes free on 31 March; 300 000 + 20 000 of compensation meet 120 000 of deposit.
        march.Sum(SettlementLineKind.HoldbackReleased).Should().Be(Yuan(500m));
        march.Sum(SettlementLineKind.MetFromDeposit).Should().Be(Yuan(120_000m));
        march.NetDue.Should().Be(Yuan(8_000m + 500m - 800m - 320_000m + 120_000m));
        march.Closing.Deposit.Unmet.Should().Be(Yuan(200_000m));
        Settlement april = Full.Settle(Month(4), [Revenue(Month(4), 160_000m), .. Both("traffic", Month(4), 2_000_000m), .. Followers(4, 500_000m)], march.Closing);
        april.Lines[0].Should().Match<SettlementLine>(line => line.Kind == SettlementLineKind.OpeningBalance && line.Amount == march.Carried);
    }

    [Fact]
    public void A_falsified_report_is_a_breach_even_where_the_measured_value_is_good()
    {
        Settlement settled = Full.Settle(Month(1), [.. January.Where(fact => fact.Name != "traffic"), ContractFact.Reported("traffic", Month(1), 2_520_000.01m, "r"), ContractFact.ThirdParty("traffic", Month(1), 2_100_000m, "t")], Full.Open());
        CommitmentResult traffic = settled.Results.Single(result => result.Commitment.Code == "traffic");
        (traffic.Verdict, traffic.Status, traffic.IsBreach).Should().Be((MeasurementVerdict.Falsified, CommitmentStatus.Exceeded, true));
        (traffic.Bonus, traffic.Penalty).Should().Be((Yuan(0m), Yuan(50_000m)));
    }

    [Theory]
    [InlineData(2_000_000, 2_100_000, MeasurementVerdict.Agrees)]
    [InlineData(2_205_000, 2_100_000, MeasurementVerdict.Agrees)]
    [InlineData(2_205_001, 2_100_000, MeasurementVerdict.Overstated)]
    [InlineData(2_520_000, 2_100_000, MeasurementVerdict.Overstated)]
    [InlineData(2_520_001, 2_100_000, MeasurementVerdict.Falsified)]
    [InlineData(1_000_000, 2_100_000, MeasurementVerdict.Understated)]
    [InlineData(1, 0, MeasurementVerdict.Falsified)]
    [InlineData(0, 0, MeasurementVerdict.Agrees)]
    public void Report_and_measurement_are_compared_exactly(int reported, int measured, MeasurementVerdict verdict) =>
        Full.Settle(Month(1), [.. January.Where(fact => fact.Name != "traffic"), ContractFact.Reported("traffic", Month(1), reported, "r"), ContractFact.ThirdParty("traffic", Month(1), measured, "t")], Full.Open())
            .Results[0].Verdict.Should().Be(verdict);

    [Theory]
    [InlineData("2025-02-10", 500_000, CommitmentStatus.Cured, 0)]
    [InlineData("2025-02-11", 500_000, CommitmentStatus.Missed, 20_000)]
    [InlineData("2025-02-10", 460_000, CommitmentStatus.Missed, 5_000)]
    public void A_shortfall_is_cured_within_the_days_of_grace_or_shrinks(string on, int value, CommitmentStatus status, int cost)
    {
        CommitmentResult followers = Full.Settle(Month(1), [.. January, ContractFact.MadeGood("followers", Month(1), value, Day(on), "m-9")], Full.Open()).Results.Single(r => r.Commitment.Code == "followers");
        (followers.Status, followers.Compensation).Should().Be((status, Yuan(cost)));
    }

    [Fact]
    public void Force_majeure_shortens_a_count_and_excuses_a_level()
    {
        // 10 of 31 days excused leave 21 / 31 of 2 000 000 = 1 354 838.709677: 1 600 000 is more.
        IReadOnlyList<CommitmentResult> results = Full.Settle(Month(1), [.. January, ContractFact.Excused(null, Days("2025-01-01", "2025-01-10"), "flood")], Full.Open()).Results;
        (results[0].Status, results[0].Threshold).Should().Be((CommitmentStatus.Exceeded, 1_354_838.709677m));
        results[1].Status.Should().Be(CommitmentStatus.Excused);
        results[1].Compensation.Should().Be(Yuan(0m));
        results[1].Evidence.Should().Equal("flood", "m-1", "m-2");
    }

    [Fact]
    public void Missing_readings_are_said_and_not_taken_for_zero()
    {
        ContractFact[] facts = [.. January.Where(fact => fact.Name != "traffic"), .. Both("traffic", Days("2025-01-01", "2025-01-30"), 1m)];
        CommitmentResult traffic = Full.Settle(Month(1), facts, Full.Open()).Results[0];
        (traffic.Status, traffic.Value, traffic.Compensation).Should().Be((CommitmentStatus.NotMeasured, null, Yuan(0m)));
        traffic.Explanation.En.Should().Contain("not judged, readings are missing");
    }

    [Fact]
    public void Facts_that_do_not_fit_are_listed_together()
    {
        IReadOnlyList<FactError> errors = Full.Check(
            Month(1),
            [
                ContractFact.Reported("likes", Month(1), 1m, "r-1"), .. Both("traffic", Month(1), 1m), ContractFact.Reported("traffic", Days("2025-01-31", "2025-02-02"), 1m, "r-2"),
                ContractFact.DepositPaid(Day("2025-01-02"), Money.Of(1m, Currency.USD), "bank-2"), ContractFact.DepositRefunded(Day("2025-01-03"), Yuan(1m), "bank-3"),
                ContractFact.ClawedBackFor(Day("2025-01-03"), "bad-luck", Yuan(1m), "order-1"), ContractFact.Delivered("weekly", Day("2025-01-01"), Day("2025-01-02"), "mail"),
                ContractFact.ThirdParty("traffic", Days("2026-01-01", "2026-01-01"), 1m, "late"),
            ],
            Full.Open());
        errors.Select(error => error.Name).Should().Equal("reported", "deposit-paid", "delivered", "third-party", "reported", "deposit-refunded", "commission", "clawed-back");
    }

    [Fact]
    public void Periods_follow_each_other_and_are_whole()
    {
        ContractAccount account = Full.Settle(Month(1), January, Full.Open()).Closing;
        Full.Invoking(c => c.Settle(Month(1), January, account)).Should().Throw<ArgumentException>().WithMessage("*expected a period from 2025-02-01*");
        Full.Invoking(c => c.Settle(Month(3), January, account)).Should().Throw<ArgumentException>().WithMessage("*expected a period from 2025-02-01*");
        Full.Invoking(c => c.Settle(Days("2025-02-01", "2025-02-27"), January, account)).Should().Throw<ArgumentException>().WithMessage("*2025-02-01 to 2025-02-28; use Accrue*");
        Full.Invoking(c => c.Settle(Month(1), January, Define("other").Build().Open())).Should().Throw<ArgumentException>().WithMessage("The account is of the contract 'other'*");
    }

#if !NETFX_REPLAY // the hash is internal, and the slices are not there on .NET Framework
    [Fact]
    public void Any_number_changed_in_a_record_is_found()
    {
        string record = Full.Settle(Month(1), January, Full.Open()).ToRecord();
        SettlementRecord.Verify(record).Should().BeEmpty();
        MatchCollection numbers = Regex.Matches(record, "[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1));
        numbers.Count.Should().BeGreaterThan(300);
        foreach (Match number in numbers)
        {
            string last = number.Value[^1] == '9' ? "8" : (number.Value[^1] - '0' + 1).ToString(CultureInfo.InvariantCulture);
            string changed = record[..number.Index] + number.Value[..^1] + last + record[(number.Index + number.Length)..];
            SettlementRecord.Verify(changed).Should().NotBeEmpty("{0} at {1} was changed", number.Value, number.Index);
        }
    }

    [Theory]
    [InlineData("line\tcommission/2025-01-01\tCommission\t5000000000", "line\tcommission/2025-01-01\tCommission\t5000000001", "add up to")]
    [InlineData("net\t0\t7200000000", "net\t0\t7200000001", "add up to")]
    [InlineData("-60000000000", "-60000000001", "the price of the deviation is 60000000000")]
    [InlineData("held\t0\t120000000000", "held\t0\t120000000001", "The deposit's movements")]
    [InlineData("journal\tpartner-payable\tCredit\t5000000000", "journal\tpartner-payable\tCredit\t5000000001", "Debits and credits")]
    public void The_arithmetic_is_done_again_even_under_a_new_hash(string from, string to, string problem)
    {
        string record = Full.Settle(Month(1), January, Full.Open()).ToRecord();
        record.Should().Contain(from);
        string[] rows = record.Replace(from, to, StringComparison.Ordinal).Split('\n');
        rows[^2] = "sha256\t" + RecordRow.Hash(rows.Take(rows.Length - 2));
        SettlementRecord.Verify(string.Join("\n", rows)).Should().Contain(found => found.Contains(problem, StringComparison.Ordinal)).And.NotContain(found => found.Contains("SHA-256", StringComparison.Ordinal));
    }
#endif

    [Fact]
    public void An_accrual_balances_and_is_taken_back_a_day_later()
    {
        var half = new DateInterval(Day("2025-01-01"), Day("2025-01-15"));
        PartnerContract contract = Define("accrued").Pay(Plan).Build();
        Accrual accrual = contract.Accrue(half.End, [Revenue(half, 40_000m)], contract.Open());
        accrual.Amount.Should().Be(Yuan(2_000m));
        accrual.ReversedOn.Should().Be(Day("2025-01-16"));
        accrual.Lines.Select(line => (line.Account.Code, line.Side, line.Amount.Amount)).Should().Equal(("commission-expense", JournalSide.Debit, 2_000m), ("accrued-payable", JournalSide.Credit, 2_000m));
        accrual.Lines.Concat(accrual.Reversal).GroupBy(line => line.Account).Should().OnlyContain(group => group.Sum(line => line.Signed.Amount) == 0m);
    }

    private static ContractFact[] Followers(int month, decimal value) => [ContractFact.ThirdParty("followers", new DateInterval(Month(month).Start, Month(month).Start), value, "m")];
}
