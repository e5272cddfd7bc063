using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Tests;

/// <summary>AdventureWorks from orders to statements, by the tool alone; what the docs show is what it writes.</summary>
public sealed class AdventureWorksRunTests : IDisposable
{
    private const string Data = "docs/data/adventureworks/";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Statements_at_own_rates_are_the_committed_ones()
    {
        ToolRun credit = ToolRun.With(
            "credit", "--sales", Data + "orders.csv", "--assignments", Data + "sellers.csv", "--currency", "USD", "--calendar", Data + "quarters.csv", "--join", Data + "quotas.csv", Data + "rates.csv", "--facts", At("facts.csv"));
        credit.Error.Should().BeEmpty();
        File.ReadAllText(At("facts.csv")).ReplaceLineEndings("\n").Should().Be(Committed("seller-quarters.csv"));
        ToolRun paid = ToolRun.With("commission", "--plan", "docs/plans/commissions/own-rate.json", "--facts", At("facts.csv"), "--out", At("statements.csv"));
        paid.Output.Should().Be("163 rows read: 163 paid, 0 rejected; commission 1 101 643.43 USD in all\nnet-revenue: 80 487 704.1832 read = 80 487 704.1832 paid + 0 rejected\n");
        string statements = File.ReadAllText(At("statements.csv")).ReplaceLineEndings("\n");
        statements.Should().Be(Committed("seller-quarters.statements.csv"));
        string[][] rows = [.. statements.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        rows.Sum(row => decimal.Parse(row[5], CultureInfo.InvariantCulture)).Should().Be(80_487_704.1832m);
        rows.Should().OnlyContain(row => row[6].EndsWith('%'), "every quarter has its attainment");
    }

    [Fact]
    public void Territories_split_every_sale_and_name_those_of_nobody()
    {
        ToolRun run = ToolRun.With(
            "credit", "--sales", Data + "orders.csv", "--assignments", Data + "territories.csv", "--currency", "USD", "--calendar", Data + "quarters.csv", "--share", "--facts", At("facts.csv"), "--credits", At("credits.csv"));
        run.Output.Should().Contain("31 465 sales of 109 846 381.4039 USD: 28 749 of 103 106 741.5285 earn for somebody, 2 716 of 6 739 639.8754 for nobody.");
        decimal Sum(string file, int column) => File.ReadLines(At(file)).Skip(1).Sum(line => decimal.Parse(line.Split(',')[column], CultureInfo.InvariantCulture));
        Sum("credits.csv", 4).Should().Be(103_106_741.5285m);
        Sum("facts.csv", 3).Should().Be(103_106_741.5285m);
        File.ReadLines(At("credits.csv")).Count(line => line.EndsWith("nobody held territory 9 on that day", StringComparison.Ordinal)).Should().Be(1_899);
    }

    [Fact]
    public void Bad_sales_are_said_and_the_rest_is_credited()
    {
        File.WriteAllText(At("s.csv"), "id,date,amount,territory\n1,2025-01-05,10,East\n2,2025-01-99,10,East\n3,2025-01-06,ten,East\n4,2025-01-07,5.01,\n5,2025-02-07,7,West\n");
        File.WriteAllText(At("a.csv"), "payee,start,end,credit,territory\nann,2025-01-01,,50%,East\nbob,2025-01-01,2025-01-31,25%,East\ncas,2025-01-01,2025-01-31,,West\n");
        ToolRun run = ToolRun.With("credit", "--sales", At("s.csv"), "--assignments", At("a.csv"), "--currency", "CNY", "--share", "--facts", At("f.csv"), "--credits", At("c.csv"));
        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("s.csv:3: '2025-01-99' is not a date").And.Contain("s.csv:4: ");
        run.Output.Should().Contain("2 rows of sales were rejected.");
        File.ReadAllLines(At("f.csv")).Should().Equal("payee,start,end,net-revenue", "ann,2025-01-01,2025-01-31,6.67", "bob,2025-01-01,2025-01-31,3.33");
        File.ReadAllLines(At("c.csv"))[3..].Should().Equal("4,2025-01-07,5.01,,0,it has no territory", "5,2025-02-07,7,,0,nobody held territory West on that day");
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static string Committed(string name) => File.ReadAllText(Path.Combine(ToolRun.Root, Data, name)).ReplaceLineEndings("\n");
}
