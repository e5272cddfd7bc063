#if !NETFX_REPLAY // the hash is internal
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Internal;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>A number of a settlement's record that is changed, with the hash made to match, is found by doing the arithmetic again; here row by row.</summary>
public sealed class SettlementRecordTests
{
    private const string NoRecord = "This is not a settlement record of version 2.";

    private const string Form = "A row is not of the form of this record.";

    private const string Below = "What is paid or held is below 0, or what is carried above.";

    private static PartnerContract Full => Define()
        .Pay(Plan)
        .Commit(Traffic())
        .Commit(Commitment.AtLeast("orders", CommitmentMetric.Orders, 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(0.005m)))
        .Commit(Commitment.AtLeast("likes", CommitmentMetric.Of("likes", MetricKind.Count), 100m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.PerUnit(1m), Yuan(10m)))
        .HoldBack(Rate.Percent(10), 2)
        .Advance(new Draw(DrawKind.BalanceForgiven, Yuan(8_000m), 1, Rate.Percent(50), lastPeriod: 1))
        .ClawBack(Clawback.None.Through(2, Rate.Percent(50)))
        .Build();

    private static string Record => Settled().ToRecord();

    [Fact]
    public void The_rows_are_what_the_edits_below_take_them_for()
    {
        // 5 000 and 3 000 on top, which are forgiven; 500 held back, 200 clawed back; 60 000 of traffic, 0.15 of orders, 10 of likes, of which the deposit meets 50 000.
        string[] rows = [.. Record.Split('\n').Select(row => row.Replace('\t', '|'))];
        rows.Where(row => row.StartsWith("line|", StringComparison.Ordinal)).Select(row => string.Join("|", row.Split('|').Where((_, cell) => cell is >= 1 and <= 3))).Should().Equal(
            "commission/2025-01-01|Commission|5000000000",
            "guarantee/2025-01-01|GuaranteeTopUp|3000000000",
            "forgiven/2025-01-01|AdvanceForgiven|0",
            "holdback/2025-01-01|Holdback|-500000000",
            "clawback/2025-01-01/1|Clawback|-200000000",
            "compensation/traffic/2025-01-01|Compensation|-60000000000",
            "compensation/orders/2025-01-01|Compensation|-150000",
            "compensation/likes/2025-01-01|Compensation|-10000000",
            "from-deposit/likes/2025-01-01|MetFromDeposit|10000000",
            "from-deposit/orders/2025-01-01|MetFromDeposit|150000",
            "from-deposit/traffic/2025-01-01|MetFromDeposit|49989850000");
        rows.Where(row => row.StartsWith("net|", StringComparison.Ordinal) || row.StartsWith("held|", StringComparison.Ordinal) || row.StartsWith("advance|", StringComparison.Ordinal) || row.StartsWith("excess|", StringComparison.Ordinal) || row.StartsWith("unit|", StringComparison.Ordinal)).Should().Equal(
            "unit|10000|0", "held|0|0|150000000000", "advance|0|0|3000000000", "excess|0|0", "net|0|-2710150000|0|-2710150000");
        rows.Where(row => row.StartsWith("paid|", StringComparison.Ordinal)).Should().Equal("paid|live-5|Once|||0|4800000000", "paid|live-5|Quarter|2025-01-01|2025-03-31|0|4800000000", "paid|live-5|Year|2025-01-01|2025-12-31|0|4800000000");
        SettlementRecord.Verify(Record).Should().BeEmpty();
    }

    // kind#which.cell=value, one or several; each finding as the record says it.
    [Theory]
    [InlineData("line#0.3=5000000001", "The lines add up to -2710149999 millionths, not to -2710150000.|The commission statements add up to 5000000000 millionths, not to 5000000001.")]
    [InlineData("line#1.3=2999999999", "The lines add up to -2710150001 millionths, not to -2710150000.")]
    [InlineData("line#10.3=49989850001", "The lines add up to -2710149999 millionths, not to -2710150000.|The forfeitures add up to 50000000000 millionths, not to 50000000001.")]
    [InlineData("line#5.3=-60000000001", "compensation/traffic/2025-01-01: the price of the deviation is 60000000000 millionths, not 60000000001.|The lines add up to -2710150001 millionths, not to -2710150000.")]
    [InlineData("line#5.3=-59999999999", "compensation/traffic/2025-01-01: the price of the deviation is 60000000000 millionths, not 59999999999.|The lines add up to -2710149999 millionths, not to -2710150000.")]
    [InlineData("line#5.11=capped", "compensation/traffic/2025-01-01: the price of the deviation is 60000000000 millionths, not 60000000000.")]
    [InlineData("line#5.5=10000", "compensation/traffic/2025-01-01: the price of the deviation is 60000010000 millionths, not 60000000000.")]
    [InlineData("line#5.6=10000", "compensation/traffic/2025-01-01: the price of the deviation is 60000010000 millionths, not 60000000000.")]
    [InlineData("line#5.7=31", "compensation/traffic/2025-01-01: the price of the deviation is 62000000000 millionths, not 60000000000.")]
    [InlineData("line#5.8=2", "compensation/traffic/2025-01-01: the price of the deviation is 30000000000 millionths, not 60000000000.")]
    [InlineData("line#5.9=2001000000", "compensation/traffic/2025-01-01: the price of the deviation is 60030000000 millionths, not 60000000000.")]
    [InlineData("line#5.10=3", "compensation/traffic/2025-01-01: the price of the deviation is 20000000000 millionths, not 60000000000.")]
    [InlineData("line#5.8=0", Form)]
    [InlineData("line#5.9=x", Form)]
    [InlineData("line#7.11=", "compensation/likes/2025-01-01: the price of the deviation is 40000000 millionths, not 10000000.")]
    [InlineData("line#7.9=9000000", "compensation/likes/2025-01-01: the price of the deviation is 9000000 millionths, not 10000000.")]
    [InlineData("line#7.9=10000000", "compensation/likes/2025-01-01: the price of the deviation is 10000000 millionths, not 10000000.")]
    [InlineData("line#7.9=11000000", "")]
    [InlineData("unit#0.1=20000", "compensation/orders/2025-01-01: the price of the deviation is 160000 millionths, not 150000.")]
    [InlineData("unit#0.1=0", Form)]
    [InlineData("unit#0.1=-10000", Form)]
    [InlineData("unit#0.2=x", Form)]
    [InlineData("unit#0.2=-1", Form)]
    [InlineData("unit#0.2=8", "")]
    [InlineData("unit#0.2=9", Form)]
    [InlineData("net#0.2=-2710150001", "The lines add up to -2710150000 millionths, not to -2710150001.|Paid and carried add up to -2710150000 millionths, not to -2710150001.")]
    [InlineData("net#0.4=-2710150001", "Paid and carried add up to -2710150001 millionths, not to -2710150000.")]
    [InlineData("net#0.3=1", "Paid and carried add up to -2710149999 millionths, not to -2710150000.")]
    [InlineData("net#0.1=1", "The opening balance add up to 0 millionths, not to 1.")]
    [InlineData("net#0.3=-1;net#0.4=-2710149999", Below)]
    [InlineData("net#0.3=-2710150001;net#0.4=1", Below)]
    [InlineData("net#0.3=-2710150000;net#0.4=0", Below)]
    [InlineData("net#0.0=gross", Form)]
    [InlineData("held#0.1=1", "The deposit's movements add up to 1 millionths, not to 0.")]
    [InlineData("held#0.2=1", "The deposit's movements add up to 0 millionths, not to 1.")]
    [InlineData("held#0.1=-1;held#0.2=-1", Below)]
    [InlineData("held#0.3=-1", Below)]
    [InlineData("held#0.3=0", "")]
    [InlineData("deposit#0.4=50000000001", "The deposit's movements add up to 1 millionths, not to 0.")]
    [InlineData("deposit#3.5=49989850001", "The forfeitures add up to 50000000001 millionths, not to 50000000000.")]
    [InlineData("deposit#3.3=Refunded", "The forfeitures add up to 10150000 millionths, not to 50000000000.")]
    [InlineData("commission#0.4=5000000001", "The commission statements add up to 5000000001 millionths, not to 5000000000.|What 'live-5' paid (Once) add up to 4800000001 millionths, not to 4800000000.|What 'live-5' paid (Quarter) add up to 4800000001 millionths, not to 4800000000.|What 'live-5' paid (Year) add up to 4800000001 millionths, not to 4800000000.")]
    [InlineData("commission#0.7=1", "What caps carried add up to 1 millionths, not to 0.")]
    [InlineData("commission#0.6=1", "What caps carried add up to -1 millionths, not to 0.")]
    [InlineData("commission#0.6=1;commission#0.7=1", "")]
    [InlineData("excess#0.1=1", "What caps carried add up to 1 millionths, not to 0.")]
    [InlineData("excess#0.2=1", "What caps carried add up to 0 millionths, not to 1.")]
    [InlineData("paid#0.5=1", "What 'live-5' paid (Once) add up to 4800000001 millionths, not to 4800000000.")]
    [InlineData("paid#1.6=1", "What 'live-5' paid (Quarter) add up to 4800000000 millionths, not to 1.")]
    [InlineData("paid#1.3=2025-01-02", "What 'live-5' paid (Quarter) add up to 0 millionths, not to 4800000000.")]
    [InlineData("paid#1.4=2024-12-31", "What 'live-5' paid (Quarter) add up to 0 millionths, not to 4800000000.")]
    [InlineData("paid#1.4=2025-01-01", "")]
    [InlineData("paid#2.1=live-6", "What 'live-6' paid (Year) add up to 0 millionths, not to 4800000000.")]
    [InlineData("advance#0.3=3000000001", "The forgiven advances in the journal add up to 3000000000 millionths, not to 3000000001.")]
    [InlineData("line#2.1=forgiven/2025-01-02", "The forgiven advances in the journal add up to 0 millionths, not to 3000000000.")]
    [InlineData("line#2.2=Judgement", "The forgiven advances in the journal add up to 0 millionths, not to 3000000000.")]
    [InlineData("line#4.2=Judgement", "What 'live-5' paid (Once) add up to 5000000000 millionths, not to 4800000000.|What 'live-5' paid (Quarter) add up to 5000000000 millionths, not to 4800000000.|What 'live-5' paid (Year) add up to 5000000000 millionths, not to 4800000000.")]
    [InlineData("line#4.1=clawback/2025-02-01/1", "What 'live-5' paid (Once) add up to 5000000000 millionths, not to 4800000000.|What 'live-5' paid (Quarter) add up to 5000000000 millionths, not to 4800000000.|What 'live-5' paid (Year) add up to 5000000000 millionths, not to 4800000000.")]
    [InlineData("line#1.2=OpeningBalance", "The opening balance add up to 3000000000 millionths, not to 0.")]
    [InlineData("journal#0.3=5000000001", "Debits and credits add up to 1 millionths, not to 0.")]
    [InlineData("journal#1.3=5000000001", "Debits and credits add up to -1 millionths, not to 0.")]
    [InlineData("journal#0.2=Credit", "Debits and credits add up to -10000000000 millionths, not to 0.")]
    public void A_number_that_contradicts_the_others_is_found(string edits, string found) =>
        SettlementRecord.Verify(Changed(edits)).Should().Equal(found.Length == 0 ? [] : found.Split('|'));

    [Fact]
    public void A_carried_balance_opens_the_next_record()
    {
        Settlement january = Settled();
        string[] rows = Full.Settle(Month(2), [Revenue(Month(2), 0m), .. Both("traffic", Month(2), 2_000_000m), ContractFact.Reported("orders", Month(2), 100m, "o"), ContractFact.Reported("likes", Month(2), 100m, "l")], january.Closing).ToRecord().Split('\n');
        rows.Should().Contain(row => row.StartsWith("net\t-2710150000\t-2710150000\t0\t-2710150000", StringComparison.Ordinal)).And.Contain("paid\tlive-5\tOnce\t\t\t4800000000\t4800000000");
        SettlementRecord.Verify(string.Join("\n", rows)).Should().BeEmpty();
    }

    [Fact]
    public void What_is_no_record_is_said_to_be_none()
    {
        SettlementRecord.Verify(string.Empty).Should().Equal(NoRecord);
        SettlementRecord.Verify(Record + "x").Should().Equal(NoRecord);
        SettlementRecord.Verify(Record.TrimEnd('\n')).Should().Equal(NoRecord);
        SettlementRecord.Verify(Record.Replace("channelmodel-settlement\t2", "channelmodel-settlement\t1")).Should().Equal(NoRecord);
        SettlementRecord.Verify(Record.Replace("sha256\t", "sha512\t")).Should().Equal(NoRecord);
        SettlementRecord.Verify("channelmodel-settlement\t2\nsha256\t0\n").Should().Equal(NoRecord);
        SettlementRecord.Verify("channelmodel-settlement\t2\nunit\nsha256\t0\n").Should().Equal("The rows do not match their SHA-256.", Form);
        SettlementRecord.Verify(Record.Replace("Star", "Moon").Replace("mcn-star", "mcn-moon")).Should().Equal("The rows do not match their SHA-256.");
        FluentActions.Invoking(() => SettlementRecord.Verify(null!)).Should().Throw<ArgumentNullException>().WithParameterName("record");

        // A row that is there once may not be there twice.
        string[] rows = Record.Split('\n');
        foreach (string kind in new[] { "unit", "net", "held", "advance", "excess" })
        {
            string row = rows.Single(one => one.StartsWith(kind + "\t", StringComparison.Ordinal));
            SettlementRecord.Verify(Hashed([.. rows.SelectMany(one => one == row ? new[] { one, one } : [one])])).Should().Contain(Form);
            SettlementRecord.Verify(Hashed([.. rows.Where(one => one != row)])).Should().Contain(Form);
            SettlementRecord.Verify(Hashed([.. rows.Select(one => one == row ? one + "\t0" : one)])).Should().Contain(Form);
        }
    }

    private static Settlement Settled() => Full.Settle(
        Month(1),
        [
            ContractFact.DepositPaid(Day("2024-12-30"), Yuan(50_000m), "bank-1"), Revenue(Month(1), 100_000m), .. Both("traffic", Month(1), 1_600_000m), ContractFact.Reported("orders", Month(1), 70m, "o"),
            ContractFact.Reported("likes", Month(1), 60m, "l"), ContractFact.ClawedBack(Day("2025-01-15"), 2, Yuan(400m), "order-7"),
        ],
        Full.Open());

    private static string Changed(string edits)
    {
        string[] rows = Record.Split('\n');
        foreach (string edit in edits.Split(';'))
        {
            string[] sides = edit.Split('=');
            string[] place = sides[0].Split('#', '.');
            int row = Enumerable.Range(0, rows.Length).Where(i => rows[i].StartsWith(place[0] + "\t", StringComparison.Ordinal)).ElementAt(int.Parse(place[1], CultureInfo.InvariantCulture));
            string[] cells = rows[row].Split('\t');
            cells[int.Parse(place[2], CultureInfo.InvariantCulture)] = sides[1];
            rows[row] = string.Join("\t", cells);
        }

        return Hashed(rows);
    }

    private static string Hashed(string[] rows)
    {
        rows[rows.Length - 2] = "sha256\t" + RecordRow.Hash(rows.Take(rows.Length - 2));
        return string.Join("\n", rows);
    }
}
#endif
