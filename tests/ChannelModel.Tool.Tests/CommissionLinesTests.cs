using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ChannelModel.Tool.Tests;

/// <summary>Order lines: they are added up by payee and period, and paid like facts that state the sums.</summary>
public sealed class CommissionLinesTests : IDisposable
{
    private const string Plan = "docs/plans/commissions/group-leader.json";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_are_paid_like_facts_that_state_their_sums(bool explained)
    {
        var random = new Random(11);
        var lines = new StringBuilder("payee,date,note,net-revenue,orders\n");
        var sums = new Dictionary<(string Payee, int Month), (decimal Revenue, decimal Orders)>();
        List<string> payees = [];
        for (int i = 0; i < 30_000; i++)
        {
            string payee = "p" + random.Next(2_500).ToString(CultureInfo.InvariantCulture);
            var day = new DateTime(2024, 1, 1).AddDays(random.Next(600));
            decimal revenue = random.Next(-20_000, 400_000) / 100m;
            decimal orders = random.Next(0, 9);
            lines.Append(CultureInfo.InvariantCulture, $"{payee},{day:yyyy-MM-dd},x,{revenue},{orders}\n");
            (string, int) key = (payee, (day.Year * 12) + day.Month - 1);
            (decimal Revenue, decimal Orders) before = sums.GetValueOrDefault(key);
            sums[key] = (before.Revenue + revenue, before.Orders + orders);
            if (!payees.Contains(payee))
            {
                payees.Add(payee);
            }
        }

        var facts = new StringBuilder("payee,start,end,net-revenue,orders,repurchase-rate\n");
        var rates = new StringBuilder("payee,repurchase-rate\n");
        foreach (string payee in payees)
        {
            string rate = (random.Next(400) / 10m).ToString(CultureInfo.InvariantCulture) + "%";
            rates.Append(payee).Append(',').Append(rate).Append('\n');
            foreach (((_, int month), (decimal revenue, decimal orders)) in sums.Where(sum => sum.Key.Payee == payee).OrderBy(sum => sum.Key.Month))
            {
                var start = new DateTime(month / 12, (month % 12) + 1, 1);
                facts.Append(CultureInfo.InvariantCulture, $"{payee},{start:yyyy-MM-dd},{start.AddMonths(1).AddDays(-1):yyyy-MM-dd},{revenue},{orders},{rate}\n");
            }
        }

        File.WriteAllText(At("lines.csv"), lines.ToString());
        File.WriteAllText(At("facts.csv"), facts.ToString());
        File.WriteAllText(At("rates.csv"), rates.ToString());
        string[] explain = explained ? ["--explain", At("l.csv")] : [];
        ToolRun byLines = ToolRun.With(["commission", "--plan", Plan, "--facts", At("lines.csv"), "--join", At("rates.csv"), "--ignore", "note", "--out", At("a.csv"), "--rejects", At("ra.csv"), .. explain]);
        ToolRun byFacts = ToolRun.With("commission", "--plan", Plan, "--facts", At("facts.csv"), "--out", At("b.csv"), "--rejects", At("rb.csv"), "--explain", At("lb.csv"));
        byLines.ExitCode.Should().Be(0);
        byLines.Error.Should().BeEmpty();
        File.ReadAllText(At("a.csv")).Should().Be(File.ReadAllText(At("b.csv")));
        byLines.Output.Should().StartWith("30000 rows read: ").And.Contain(" paid in ");
        string Commission(ToolRun run) => run.Output.Split('\n')[0].Split(';')[1];
        Commission(byLines).Should().Be(Commission(byFacts));
        byLines.Output.Split('\n')[1].Should().Be(byFacts.Output.Split('\n')[1], "what was read, paid and rejected of the net revenue is the same");
        if (explained)
        {
            File.ReadAllText(At("l.csv")).Should().Be(File.ReadAllText(At("lb.csv")));
        }

        // A statement whose sum is below 0 is refused, with each of its lines.
        File.ReadLines(At("rb.csv")).Count().Should().BeGreaterThan(1);
        File.ReadLines(At("ra.csv")).Count().Should().BeGreaterThan(1);
    }

    [Fact]
    public void Bad_lines_are_rejected_and_so_are_all_lines_of_a_refused_statement()
    {
        File.WriteAllText(At("f.csv"), string.Join('\n', [
            "payee,date,net-revenue,orders",
            "a,2025-02-01,100.5,1",
            "a,2025-02-28,1.5000000,2",            // more zeros than decimals
            "b,2025-02-10,-50,1",
            "\"c, d\",2025-03-01,7,",              // orders are not stated in any line of March
            "a,2025-02-30,1,1",
            "a,2025-02-03,\"1,000\",1",
            "a,2025-02-03,99999999999999,1",
            "b,2025-02-11,10,1",
            ",2025-02-11,10,1",
            "a,2025-02-11,10",
            "a,2025-03-11,,4",
            "a,2025-03-12,10,",
            string.Empty]));
        File.WriteAllText(At("j.csv"), "payee,start,repurchase-rate\na,2025-02-01,25%\na,2025-03-01,25%\nb,2025-02-01,25%\nz,2025-02-01,25%\n");
        ToolRun run = ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--join", At("j.csv"), "--out", At("s.csv"), "--rejects", At("r.csv"), "--strict");
        run.ExitCode.Should().Be(1);
        run.Error.Should().BeEmpty();
        File.ReadAllLines(At("s.csv")).Should().Equal(
            "payee,start,end,plan,currency,net-revenue,net-revenue.attainment,orders,orders.attainment,repurchase-rate,total,carried",
            "a,2025-02-01,2025-02-28,group-leader,CNY,102,,3,,25%,4.08,0",
            "a,2025-03-01,2025-03-31,group-leader,CNY,10,,4,,25%,0.4,0",
            "z,2025-02-01,2025-02-28,group-leader,CNY,0,,0,,25%,0,0");
        string[] rejects = File.ReadAllLines(At("r.csv"));
        rejects.Skip(1).Select(line => line.Split(',')[0]).Should().Equal("6", "7", "8", "10", "11", "4", "5", "9");
        rejects[1].Should().Contain("date: '2025-02-30' is not a date");
        rejects[2].Should().Contain("net-revenue: '1,000' is not a value").And.EndWith(",\"a,2025-02-03,\"\"1,000\"\",1\"");
        rejects[3].Should().Contain("too large for a line");
        rejects[4].Should().Contain("payee: '' is not an id");
        rejects[5].Should().Contain("the row has 3 cells, expected 4");
        rejects[6].Should().Contain("below 0").And.EndWith(",\"b,2025-02-10,-50,1\"");
        rejects[7].Should().Contain("is missing").And.EndWith(",\"\"\"c, d\"\",2025-03-01,7,\"");
        run.Output.Should().Be(
            "12 rows read: 4 paid in 3 statements, 8 rejected; commission 4.48 CNY in all\n"
            + "net-revenue: 100 000 000 000 089 read = 112 paid + 99 999 999 999 977 rejected (and 2 unreadable)\n"
            + "orders: 13 read = 7 paid + 6 rejected (and 1 unreadable)\n");
    }

    [Fact]
    public void The_calendar_says_where_a_line_belongs()
    {
        File.WriteAllText(At("p.json"), """
            { "schemaVersion": 1, "id": "tiered", "currency": "CNY", "per": "year", "pay": [{ "on": "net-revenue", "tiers": { "mode": "graduated", "edge": "lower-included", "tiers": [{ "from": 0, "rate": "10%" }] } }],
              "rounding": "half-even", "roundingPlace": "statement" }
            """);
        File.WriteAllText(At("f.csv"), "payee,date,net-revenue\na,2024-12-31,1\na,2025-01-01,2\na,2025-07-01,4\na,1899-01-01,8\n");
        ToolRun run = ToolRun.With("commission", "--plan", At("p.json"), "--facts", At("f.csv"), "--out", At("s.csv"));
        run.Error.Should().Contain("f.csv:5: date: the calendar 'year' has no period for 1899-01-01");
        File.ReadAllLines(At("s.csv"))[1..].Should().Equal("a,2024-01-01,2024-12-31,tiered,CNY,1,,0.1,0", "a,2025-01-01,2025-12-31,tiered,CNY,6,,0.6,0");
        ToolRun.With("commission", "--plan", At("p.json"), "--facts", At("f.csv"), "--out", At("s.csv"), "--calendar", "quarter").ExitCode.Should().Be(0);
        File.ReadAllLines(At("s.csv"))[2..].Should().Equal("a,2024-10-01,2024-12-31,tiered,CNY,1,,0.1,0", "a,2025-01-01,2025-03-31,tiered,CNY,2,,0.2,0", "a,2025-07-01,2025-09-30,tiered,CNY,4,,0.4,0");
    }

    [Theory]
    [InlineData("payee,date,net-revenue,repurchase-rate", "'repurchase-rate' is no amount or count of the plan, expected one of net-revenue, orders; rates, targets and what was paid before come with --join")]
    [InlineData("payee,date,net-revenue.target", "'net-revenue.target' is no amount or count of the plan")]
    [InlineData("payee,date", "there is nothing to add up, expected a column of net-revenue, orders")]
    public void A_header_that_does_not_add_up_is_refused(string header, string message)
    {
        File.WriteAllText(At("f.csv"), header + "\n");
        ToolRun run = ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--out", At("s.csv"));
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("f.csv:1: " + message);
        File.Exists(At("s.csv")).Should().BeFalse();
    }

    [Fact]
    public void What_does_not_go_with_lines_is_said()
    {
        File.WriteAllText(At("f.csv"), "payee,start,end,orders\n");
        ToolRun.With("commission", "--plan", Plan, "--facts", At("f.csv"), "--calendar", "month").Error.Should().Contain("f.csv:1: --join and --calendar are for order lines");
        File.WriteAllText(At("p.json"), """
            { "schemaVersion": 1, "id": "deals", "currency": "CNY", "per": "month", "accumulate": "per-record", "pay": [{ "on": "net-revenue", "tiers": { "mode": "graduated", "edge": "lower-included", "tiers": [{ "from": 0, "rate": "10%" }] } }],
              "rounding": "half-even", "roundingPlace": "statement" }
            """);
        File.WriteAllText(At("f.csv"), "payee,date,net-revenue\n");
        ToolRun.With("commission", "--plan", At("p.json"), "--facts", At("f.csv")).Error.Should().Contain("f.csv:1: the plan rates each record by itself");
    }

    private string At(string name) => Path.Combine(_folder, name);
}
