using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>A settlement that is stored is read back as it was, and verified from itself alone; whatever is changed in it is found.</summary>
public sealed class SettlementJsonTests
{
    private static readonly string Stored = File.ReadAllText(Path.Combine(RuleFile.Root, "tests", "ChannelModel.Serialization.SystemTextJson.Tests", "RuleFiles", "v1", "settlement.growth-plan-2025.json"));

    [Theory]
    [InlineData("mcn-2-2025", "panel")]
    [InlineData("mcn\\2\\t2025", "panel \\n \"x\" \\\\ 渠道")]
    public void A_settlement_is_read_back_as_it_was_and_holds(string id, string evidence)
    {
        Settlement settlement = February(id, evidence);
        string json = SettlementJson.Write([settlement]);
        StoredSettlement stored = SettlementJson.Read(Encoding.UTF8.GetBytes(json)).Value.Should().ContainSingle().Subject;
        Same.Differences(StoredSettlement.Of(settlement), stored).Should().BeEmpty();
        SettlementJson.Write([stored]).Should().Be(json);
        stored.Verify().Should().BeEmpty();
        stored.ToString().Should().Be(id + " 2025-02-01 to 2025-02-28");
        stored.Totals.NetDue.Should().Be(settlement.NetDue);
        stored.Totals.DepositAfter.Should().Be(Money.Of(100_000m, Currency.CNY));
        stored.Record.Should().Be(settlement.ToRecord());
        stored.Lines.Sum(line => line.Amount.Amount).Should().Be(settlement.NetDue.Amount);
        stored.Journal.Sum(line => line.Side == JournalSide.Debit ? line.Amount.Amount : -line.Amount.Amount).Should().Be(0m);
    }

    [Fact]
    public void A_changed_digit_is_found_wherever_it_stands()
    {
        int[] digits = [.. Enumerable.Range(0, Stored.Length).Where(i => char.IsAsciiDigit(Stored[i]) && !LineAt(i).Contains("\"schemaVersion\"", StringComparison.Ordinal))];
        digits.Should().HaveCountGreaterThan(3_000);
        Gen.Int[0, digits.Length - 1].Sample(
            which =>
            {
                int at = digits[which];
                char[] changed = Stored.ToCharArray();
                changed[at] = changed[at] == '9' ? '0' : (char)(changed[at] + 1);
                JsonReadResult<IReadOnlyList<StoredSettlement>> read = SettlementJson.Read(Encoding.UTF8.GetBytes(changed));
                (read.Succeeded && read.Value.All(settlement => settlement.Verify().Count == 0)).Should().BeFalse(LineAt(at));
            },
            iter: Laws.Iterations);
    }

    [Theory]
    [InlineData("\"zh-Hans\": \"2025-02-01 至", "\"zh-Hans\": \"2025-02-01 到", "The lines beside the record")]
    [InlineData("\"partner report\"", "\"another report\"", "The lines beside the record")]
    [InlineData("\"shortfall\": 60000", "\"shortfall\": 0", "What the deposit held or lacks beside the record")]
    [InlineData("\"measure\": \"net-revenue\",\n              \"column\": \"Value\",\n              \"value\": \"500000\"", "\"measure\": \"net-revenue\",\n              \"column\": \"Value\",\n              \"value\": \"500001\"", "The commission statements beside the record")]
    public void What_stands_beside_the_record_is_held_against_it(string from, string to, string problem)
    {
        string json = SettlementJson.Write([February(toppedUp: true)]);
        json.Should().Contain(from);
        StoredSettlement changed = SettlementJson.Read(Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal))).Value[0];
        changed.Verify().Should().Contain(found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_with_a_backslash_is_the_one_of_the_record()
    {
        StoredSettlement stored = StoredSettlement.Of(February(toppedUp: true, slip: @"scans\2025\slip"));
        stored.Verify().Should().BeEmpty();
        SettlementJson.Read(Encoding.UTF8.GetBytes(SettlementJson.Write([stored]))).Value[0].Verify().Should().BeEmpty();
    }

    [Fact]
    public void A_stored_settlement_holds_the_sales_facts_and_a_statement_of_another_is_found()
    {
        Settlement settlement = February();
        string json = SettlementJson.Write([settlement]);
        StoredSettlement stored = SettlementJson.Read(Encoding.UTF8.GetBytes(json)).Value[0];
        stored.Commissions.Select(statement => statement.Text).Should().Equal(settlement.Commissions.Select(statement => statement.ToRecord()));
        stored.Commissions[0].ToText(Language.English).Should().Be(settlement.Commissions[0].ToText(Language.English));

        // A statement that holds by itself, but is of other sales.
        CommissionStatement other = settlement.Commissions[0].Rules.Explain(CommissionFacts.For(new Id<Payee>("mcn-2"), settlement.Period).With(Basis.NetRevenue, 400_000m).WithPaid(Cycle.Once, Money.Of(0m, Currency.CNY)));
        string mixed = json.Replace(Statement(settlement.Commissions[0]), Statement(other), StringComparison.Ordinal);
        mixed.Should().NotBe(json);
        SettlementJson.Read(Encoding.UTF8.GetBytes(mixed)).Value[0].Verify().Should().Equal("The commission statements beside the record are not those of the record.");

        // The statement's own file, indented as it is inside.
        static string Statement(CommissionStatement statement)
        {
            string[] lines = CommissionStatementJson.Write(statement).Split('\n');
            return string.Join("\n", lines.Skip(2).Take(lines.Length - 4).Select(line => "        " + line));
        }
    }

    [Fact]
    public void All_errors_of_a_stored_settlement_come_at_once()
    {
        string text = Stored.Replace("\"side\": \"debit\"", "\"side\": \"left\"", StringComparison.Ordinal).Replace("\"currency\": \"CNY\"", "\"currency\": \"cny\"", StringComparison.Ordinal);
        string[] paths = [.. SettlementJson.Read(Encoding.UTF8.GetBytes(text)).Errors.Select(error => error.Path)];
        paths.Should().Contain("$.settlements[0].currency").And.Contain("$.settlements[0].journal[0].side");
        paths.Should().OnlyContain(path => path.EndsWith("currency") || path.EndsWith("side"));
    }

    private static string LineAt(int at) => Stored[(Stored.LastIndexOf('\n', at) + 1)..Stored.IndexOf('\n', at)];

    private static Settlement February(string id = "mcn-2-2025", string evidence = "panel", bool toppedUp = false, string slip = "bank slip")
    {
        Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
        var wave = new Partner(new Id<Partner>("mcn-2"), new LocalText("Wave MCN", "浪潮传媒"), PartnerKind.Mcn);
        CommissionPlan plan = CommissionPlan.Define("mcn-live", Currency.CNY)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(5), Tier.From(1_000_000).Percent(6)), Basis.NetRevenue, Cycle.Month)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
            .Build();
        PartnerContract contract = PartnerContract.Define(id, wave, new Id<Channel>("live"), new DateInterval(new LocalDate(2025, 2, 1), new LocalDate(2025, 12, 31)), Currency.CNY)
            .Value(Yuan(800_000m))
            .Pay(plan)
            .Commit(Commitment.AtLeast("traffic", CommitmentMetric.Traffic, 2_000_000m, CommitmentPeriod.Month, Measurement.Both(Rate.Percent(5), Rate.Percent(20))).ShortfallCosts(DeviationPrice.Proportional(300_000m)))
            .Deposit(toppedUp ? DepositTerms.OfValue(Rate.Percent(20)).ToppedUpWithin(15) : DepositTerms.OfValue(Rate.Percent(20)))
            .HoldBack(Rate.Percent(10), releasedAfterMonths: 2)
            .Round(Rounding.HalfAwayFromZero)
            .Build();
        var february = new DateInterval(new LocalDate(2025, 2, 1), new LocalDate(2025, 2, 28));
        ContractFact[] facts =
        [
            ContractFact.DepositPaid(new LocalDate(2025, 1, 30), Yuan(160_000m), slip),
            ContractFact.Commission(CommissionFacts.For(wave.Payee, february).With(Basis.NetRevenue, 500_000m)),
            ContractFact.Reported("traffic", february, 1_650_000m, "partner report"),
            ContractFact.ThirdParty("traffic", february, 1_600_000m, evidence),
        ];
        return contract.Settle(february, facts, contract.Open());
    }
}
