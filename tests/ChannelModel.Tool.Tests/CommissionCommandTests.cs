using System;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel commission</c>: bad rows are rejected with line and reason, the rest is paid to the cent.</summary>
public sealed class CommissionCommandTests : IDisposable
{
    private const string Plan = "docs/plans/commissions/group-leader.json";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Good_rows_are_paid_and_bad_rows_are_rejected_with_line_and_reason()
    {
        ToolRun run = ToolRun.With(
            "commission", "--plan", Plan, "--facts", "docs/plans/commissions/group-leader.csv", "--out", At("s.csv"), "--explain", At("l.csv"), "--rejects", At("r.csv"));
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(
            "6 rows read: 3 paid, 3 rejected; commission 27 210.52 CNY in all\n"
            + "orders: 1 499 read = 1 240 paid + 259 rejected\n"
            + "net-revenue: 482 821.35 read = 400 610.95 paid + 82 210.4 rejected (and 1 unreadable)\n");
        Lines("s.csv").Should().Equal(
            "payee,start,end,plan,currency,orders,orders.attainment,repurchase-rate,net-revenue,net-revenue.attainment,total,carried",
            "leader-017,2025-02-01,2025-02-28,group-leader,CNY,620,,31.5%,286400.55,,20000,0",
            "leader-018,2025-02-01,2025-02-28,group-leader,CNY,120,,22%,64210.4,,3210.52,0",
            "\"leader, the 21st\",2025-02-01,2025-02-28,group-leader,CNY,500,,30%,50000,,4000,0");
        Lines("r.csv").Should().Equal(
            "line,reason,row",
            "4,repurchase-rate: 'repurchase-rate' is missing.,\"leader-019,2025-02-01,2025-02-28,40,,18000\"",
            "5,\"net-revenue: '12 000' is not a value, expected a number such as 1234.56, with a point and no separators\",\"leader-020,2025-02-01,2025-02-28,99,19.99%,12 000\"",
            "7,\"the same payee and period stand in line 3, expected each once\",\"leader-018,2025-02-01,2025-02-28,120,22%,64210.4\"");

        // The lines of each statement add up to its total: 22 912.044 - 0.004 - 2 912.04 = 20 000.
        Lines("l.csv").Skip(1).Where(line => line.StartsWith("leader-017", StringComparison.Ordinal))
            .Sum(line => decimal.Parse(line[(line.LastIndexOf(',') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Should().Be(20_000m);
    }

    [Fact]
    public void Targets_are_columns_and_strict_counts_rejects()
    {
        File.WriteAllText(At("f.csv"), "payee,start,end,net-revenue,net-revenue.target,orders\na,2025-01-01,2025-03-31,12000,10000,100\nb,2025-01-01,2025-03-31,12000,,100\n");
        ToolRun run = ToolRun.With("commission", "--plan", "docs/plans/commissions/retroactive.json", "--facts", At("f.csv"), "--strict", "--explain-one", "a", "--lang", "zh-Hans");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("1 056.00").And.Contain("读取2行：支付1行，拒绝1行；佣金合计1 056.00 CNY");
        run.Error.Should().Contain("f.csv:3: ").And.Contain("target");
    }

    [Theory]
    [InlineData("payee,start,stop,orders\n", "1: column 3 is 'stop', expected 'end'")]
    [InlineData("payee,start,end,order\n", "1: the plan has no measure 'order', expected one of net-revenue, repurchase-rate, orders, alone or with .target, .baseline or .prior; or one of record, return")]
    [InlineData("payee,start,end,orders,orders\n", "1: Col name 'orders' found 2 times")]
    [InlineData("", "1: column 1 is '', expected 'payee'")]
    public void A_wrong_header_exits_with_2_and_writes_nothing(string text, string message)
    {
        File.WriteAllText(At("f.csv"), text);
        ToolRun run = ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--out", At("s.csv"));
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("f.csv:" + message).And.NotContain("   at ");
        File.Exists(At("s.csv")).Should().BeFalse();
    }

    [Theory]
    [InlineData("a,2025-02-01,2025-02-28,1,1%", "the row has 5 cells, expected 6")]
    [InlineData("a,2025-02-28,2025-02-01,1,1%,1", "start and end: '2025-02-28' to '2025-02-01' is no period")]
    [InlineData("a,2025-02-01,2025-02-30,1,1%,1", "is no period")]
    [InlineData(",2025-02-01,2025-02-28,1,1%,1", "payee: '' is not an id")]
    [InlineData("a,2025-02-01,2025-02-28,1,1,1", "repurchase-rate: '1' is not a value, expected a percentage such as 31.5%")]
    [InlineData("a,2025-02-01,2025-02-28,1,1%,1e5", "net-revenue: '1e5' is not a value")]
    [InlineData("a,2025-02-01,2025-02-28,1,1%,0.1234567", "net-revenue: '0.1234567' is not a value")]
    [InlineData("a,2025-02-01,2025-02-28,1,1%,-5", "below 0")]
    public void A_bad_row_never_loses_the_good_row_beside_it(string row, string reason)
    {
        File.WriteAllText(At("f.csv"), "payee,start,end,orders,repurchase-rate,net-revenue\n" + row + "\nz,2025-02-01,2025-02-28,500,30%,50000\n");
        ToolRun run = ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"));
        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("2 rows read: 1 paid, 1 rejected; commission 4 000.00 CNY in all\n");
        run.Error.Should().Contain("f.csv:2: ").And.Contain(reason);
    }

    [Fact]
    public void Records_and_returns_have_rows_of_their_own()
    {
        File.WriteAllText(At("p.json"), """
            { "schemaVersion": 1, "id": "deals", "currency": "CNY", "per": "month", "accumulate": "per-record", "capEachRecord": 50, "floorEachRecord": 2, "returns": "original-rate",
              "pay": [{ "on": "net-revenue", "tiers": { "mode": "graduated", "edge": "lower-included", "tiers": [{ "from": 0, "rate": "10%" }, { "from": 100, "rate": "20%" }] } }],
              "rounding": "half-even", "roundingPlace": "statement" }
            """);
        File.WriteAllText(At("f.csv"), string.Join('\n', [
            "payee,start,end,record,net-revenue,return,return.sold,return.commission,return.before,return.amount",
            "a,2025-01-01,2025-01-31,d1,80,,,,,",          // 8
            "a,2025-01-01,2025-01-31,d2,1000,,,,,",        // 10 + 180, cut to 50
            "a,2025-01-01,2025-01-31,d3,5,,,,,",           // 0.50, lifted to 2
            "a,2025-01-01,2025-01-31,,,r1,300,30,,100",    // - 10
            "a,2025-01-01,2025-01-31,,,r2,300,30,,",       // no amount
            "b,2025-01-01,2025-01-31,,7,,,,,",             // no record
            "b,2025-01-01,2025-01-31,d1,70,,,,,",          // 7
            "a,2025-01-01,2025-01-31,d4,80,,,,,",          // apart from the others
            string.Empty]));
        ToolRun run = ToolRun.With("commission", "--plan", At("p.json"), "--facts", At("f.csv"), "--rejects", At("r.csv"), "--explain-one", "a");
        run.ExitCode.Should().Be(0);
        run.Output.Should().EndWith("8 rows read: 5 paid in 2 statements, 3 rejected; commission 57.00 CNY in all\nnet-revenue: 1 242 read = 1 155 paid + 87 rejected\n");
        run.Output.Should().Contain("d2: Cut by the cap on one record (at most 50.00 CNY)").And.Contain("d3: Topped up to the floor of one record (at least 2.00 CNY)");
        Lines("r.csv").Skip(1).Select(line => line.Split(',')[0] + " " + line.Split(',')[1].Trim('"')).Should().Equal(
            "6 return: 'r2' needs return.sold",
            "7 record: the id of the record is missing",
            "9 the statement of this payee and period started in line 2 and ended");
    }

    [Fact]
    public void State_is_carried_in_and_out()
    {
        File.WriteAllText(At("p.json"), """
            { "schemaVersion": 1, "id": "capped", "currency": "CNY", "per": "month", "pay": [{ "on": "net-revenue", "rateOf": { "by": { "rate": "own" } } }],
              "caps": [{ "amount": 100, "per": "month", "excess": "carried" }, { "amount": 150, "per": "year", "excess": "lost" }], "floor": { "amount": 31, "proratedByDays": true },
              "rounding": "half-even", "roundingPlace": "statement" }
            """);
        File.WriteAllText(At("f.csv"), "payee,start,end,net-revenue,own,carried-in,paid.year,active-start,active-end,note\na,2025-01-01,2025-01-31,1000,5%,70,40,,,x\nb,2025-01-01,2025-01-31,0,5%,,0,2025-01-11,2025-01-31,\nd,2025-01-01,2025-01-31,0,5%,,,,,\nc,2025-01-01,2025-01-31,0,5%,,,2025-01-11,,\n");
        ToolRun run = ToolRun.With("commission", "--plan", At("p.json"), "--facts", At("f.csv"), "--out", At("s.csv"), "--ignore", "note");
        Lines("s.csv").Should().Equal(
            "payee,start,end,plan,currency,net-revenue,net-revenue.attainment,own,total,carried",
            "a,2025-01-01,2025-01-31,capped,CNY,1000,,5%,100,10", // 50 + 70 carried in, cut by the year to 110 and by the month to 100
            "b,2025-01-01,2025-01-31,capped,CNY,0,,5%,21,0");     // 31 x 21 / 31 days
        run.Error.Should().Contain("f.csv:4: paid: What was paid before is missing, and a cap per year needs it");
        run.Error.Should().Contain("f.csv:5: active-start and active-end: one of them is missing");
    }

    [Fact]
    public void Outputs_never_overwrite_inputs()
    {
        File.WriteAllText(At("f.csv"), "payee,start,end,orders\n");
        ToolRun run = ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--out", At("f.csv"));
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("the same file");
        File.ReadAllText(At("f.csv")).Should().Be("payee,start,end,orders\n");
        ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--out", Path.Combine(_folder, "none", "s.csv")).ExitCode.Should().Be(2);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string[] Lines(string name) => File.ReadAllLines(At(name));
}
