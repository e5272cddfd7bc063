using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Tool.Paying;
using nietras.SeparatedValues;

namespace ChannelModel.Tool.Tests;

/// <summary>Facts that are paid as columns: files, rejects and summary are those of the plan that pays row by row, to the byte.</summary>
public sealed class CommissionColumnsTests : IDisposable
{
    private const string Grid = "docs/plans/commissions/group-leader.json";
    private const string Tiers = """
        "tiers": { "mode": "graduated", "edge": "lower-included", "tiers": [{ "from": 0, "rate": "3%" }, { "from": 1000.5, "rate": "4.25%" }, { "from": 20000, "rate": "8%" }], "negative": "mirrored" }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string> Plans() => new()
    {
        { "grid", "orders,repurchase-rate,net-revenue" },
        { "grid", "orders,repurchase-rate,net-revenue,net-revenue.target,net-revenue.prior,orders.target" },
        { """ "per": "month", "pay": [{ "on": "net-revenue", TIERS }], "gates": [{ "by": { "attainmentOf": "net-revenue" }, "atLeast": "90%" }] """, "net-revenue.target,net-revenue" },
        { """ "per": "month", "accumulate": "cumulative", "pay": [{ "on": "net-revenue", TIERS }] """, "net-revenue,net-revenue.prior,net-revenue.target" },
        { """ "per": "month", "pay": [{ "on": "net-revenue", TIERS }], "caps": [{ "amount": 900, "per": "year", "excess": "lost" }] """, "net-revenue,paid.year,carried-in" },
        { """ "per": "month", "pay": [{ "on": "net-revenue", TIERS }], "caps": [{ "amount": 900, "per": "month", "excess": "carried" }] """, "net-revenue,carried-in" },
        { """ "per": "month", "pay": [{ "on": "net-revenue", "rateOf": { "by": { "rate": "own" } } }] """, "net-revenue,own" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Columns_give_the_bytes_of_the_plan_row_by_row(string plan, string columns)
    {
        File.WriteAllText(At("f.csv"), Facts(columns, 6_000));
        ToolRun fast = Pay(plan, "fast");
        ToolRun slow = Pay(plan, "slow", "--explain", At("lines.csv"));
        fast.ExitCode.Should().Be(0);
        fast.Error.Should().BeEmpty();
        fast.Output.Should().Be(slow.Output);
        File.ReadAllBytes(At("fast.csv")).Should().Equal(File.ReadAllBytes(At("slow.csv")));
        File.ReadAllBytes(At("fast.rejects.csv")).Should().Equal(File.ReadAllBytes(At("slow.rejects.csv")));
        File.ReadLines(At("fast.csv")).Count().Should().BeGreaterThan(3_000);
        File.ReadLines(At("fast.rejects.csv")).Count().Should().BeGreaterThan(300);
    }

    [Fact]
    public void One_payee_is_explained_whatever_way_the_others_are_paid()
    {
        File.WriteAllText(At("f.csv"), Facts("orders,repurchase-rate,net-revenue", 3_000));
        ToolRun fast = Pay("grid", "fast", "--explain-one", "p7");
        ToolRun slow = Pay("grid", "slow", "--explain-one", "p7", "--explain", At("lines.csv"));
        fast.Output.Should().Contain("p7, 2025-").And.Be(slow.Output);
    }

    [Fact]
    public void Rejected_rows_keep_their_quotes()
    {
        File.WriteAllText(At("f.csv"), "payee,start,end,orders,repurchase-rate,net-revenue\n\"a, b\",2025-02-01,2025-02-28,1,1%,\"1,000\"\n\"c \"\"d\"\"\",2025-02-01,2025-02-28,500,30%,50000\n");
        ToolRun run = Pay("grid", "fast");
        run.ExitCode.Should().Be(0);
        File.ReadAllLines(At("fast.csv"))[1].Should().StartWith("\"c \"\"d\"\"\",2025-02-01,");
        File.ReadAllText(At("fast.rejects.csv")).Should().Contain(",\"\"\"a, b\"\",2025-02-01,2025-02-28,1,1%,\"\"1,000\"\"\"\n");
    }

    [Fact]
    public void A_number_of_a_cell_is_what_the_amount_reads_or_left_to_it()
    {
        var random = new Random(7);
        const string Alphabet = "0123456789.-0123456789 e+";
        int read = 0;
        for (int i = 0; i < 100_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Alphabet[random.Next(random.Next(10, Alphabet.Length + 1))])]);
            if (CellNumber.TryRead(text, 6, out long units))
            {
                read++;
                Money.TryParse(text + " XXX", out Money money).Should().BeTrue("'{0}' is read", text);
                (units / 1_000_000m).Should().Be(money.Amount);
            }
            else
            {
                Money.TryParse(text + " XXX", out _).Should().Be(text.Contains('.', StringComparison.Ordinal) && text.Length - text.IndexOf('.', StringComparison.Ordinal) > 7 && Money.TryParse(text + " XXX", out _), "'{0}' is left", text);
            }

            CellNumber.TryReadPercent(text + "%", out long percent).Should().Be(Rate.TryParse(text + "%", out Rate rate));
            Rate.OfTenBillionths(percent).Should().Be(rate);
        }

        read.Should().BeGreaterThan(5_000);
        CellNumber.TryRead("999999999999.999999", 6, out long most).Should().BeTrue();
        most.Should().Be(999_999_999_999_999_999);
        CellNumber.TryRead("1000000000000", 6, out _).Should().BeFalse();
    }

    [Fact]
    public void Cells_are_written_as_the_library_writes_them()
    {
        string[] texts = ["a", string.Empty, " b ", "c,d", "e\"f", "g\nh", "中文", new string('x', 70_000)];
        using (SepWriter sep = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(At("sep.csv")))
        using (var own = new CsvRows(At("own.csv"), "x", "y,z", "n"))
        {
            foreach (string text in texts)
            {
#pragma warning disable xUnit1051 // the overload with a token is for asynchronous writing
                using SepWriter.Row row = sep.NewRow();
#pragma warning restore xUnit1051
                row["x"].Set(text);
                row["y,z"].Set("k");
                row["n"].Set("-0.05%");
                own.Cell(text);
                own.Cells("k"u8);
                own.Cell(-5_000_000, 8, "%"u8);
                own.EndRow();
            }
        }

        File.ReadAllBytes(At("own.csv")).Should().Equal(File.ReadAllBytes(At("sep.csv")));
        foreach ((Int128 units, int scale) in new (Int128, int)[] { (0, 6), (1, 6), (-1, 0), (10_500_000, 6), (long.MinValue, 6), (long.MaxValue, 8), ((Int128)long.MaxValue * 1_000, 8), ((Int128)long.MinValue * 500, 6) })
        {
            using (var own = new CsvRows(At("n.csv"), "n"))
            {
                own.Cell(units, scale, default);
                own.EndRow();
            }

            decimal value = Payments.Decimal(units, scale);
            File.ReadAllText(At("n.csv")).Should().Be($"n\n{(value == 0 ? "0" : value.ToString("0.##########", CultureInfo.InvariantCulture))}\n");
        }
    }

    /// <summary>Rows of which some are wrong in every way that there is.</summary>
    private static string Facts(string columns, int rows)
    {
        var random = new Random(columns.Length);
        var text = new StringBuilder("payee,start,end," + columns + "\n");
        string[] names = columns.Split(',');
        string[] months = ["2025-01-01,2025-01-31", "2025-02-01,2025-02-28", "2025-03-01,2025-03-31"];
        string[] odd = ["", "abc", "1.2345678", "1.50000000", "-3", "12 000", "9999999999999", "12345678901234567890", "\"7,5\"", "0", "1e5"];
        for (int i = 0; i < rows; i++)
        {
            string payee = random.Next(40) switch { 0 => $"\"q, {i}\"", 1 => " x", 2 => $"星{i}", _ => $"p{i}" };
            string period = random.Next(50) switch { 0 => "2025-02-30,2025-03-01", 1 => "2025-03-01,2025-02-01", 2 => "x,y", 3 => "2025-01-06,2025-01-12", _ => months[i % 3] };
            text.Append(random.Next(20) == 0 && i > 0 ? $"p{random.Next(i)}" : payee).Append(',').Append(period);
            foreach (string name in names)
            {
                string percent = name is "repurchase-rate" or "own" ? "%" : string.Empty;
                text.Append(',').Append(name == "carried-in" && random.Next(5) > 0 ? string.Empty : random.Next(60) == 0 ? odd[random.Next(odd.Length)] + percent : percent.Length > 0
                    ? (random.Next(0, 500_000) / 10_000m).ToString(CultureInfo.InvariantCulture) + percent
                    : (random.Next(0, 5_000_000) / 100m).ToString(CultureInfo.InvariantCulture));
            }

            text.Append(random.Next(100) == 0 ? ",9\n" : "\n");
        }

        return text.ToString();
    }

    private ToolRun Pay(string plan, string name, params string[] more)
    {
        string path = Grid;
        if (plan != "grid")
        {
            path = At("p.json");
            File.WriteAllText(path, $$"""{ "schemaVersion": 1, "id": "a, \"plan\"", "currency": "CNY", "rounding": "half-even", "roundingPlace": "statement", {{plan.Replace("TIERS", Tiers, StringComparison.Ordinal)}} }""");
        }

        return ToolRun.With(["commission", "--plan", path, "--facts", At("f.csv"), "--out", At(name + ".csv"), "--rejects", At(name + ".rejects.csv"), .. more]);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
