using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ChannelModel.Benchmarks.Tool;

/// <summary>
/// Order lines of a year, from a seed: payee, date, net revenue (a twentieth of them returns) and orders, payees and days in no order. It keeps the sums by payee and month, made while the lines are written and by
/// nothing of the library, and writes them as facts, a statement a row.
/// </summary>
internal sealed class OrderLinesFile
{
    private const int Months = 12;
    private static readonly string[] Days = [.. Enumerable.Range(0, 365).Select(i => new DateTime(2025, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private readonly long[] _cents;
    private readonly long[] _orders;
    private readonly int[] _order; // payees as they first appear
    private readonly int _seen;

    public OrderLinesFile(string path, int rows, int payees, int seed)
    {
        Path = path;
        Rows = rows;
        _cents = new long[payees * Months];
        _orders = new long[payees * Months];
        _order = new int[payees];
        var known = new bool[payees];
        var random = new Random(seed);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine("payee,date,net-revenue,orders");
        Span<char> row = stackalloc char[100];
        for (int i = 0; i < rows; i++)
        {
            int payee = random.Next(payees);
            int day = random.Next(Days.Length);
            long cents = random.Next(1_000_000) - 50_000;
            int orders = random.Next(1, 10);
            int group = (payee * Months) + (((Days[day][5] - '0') * 10) + Days[day][6] - '0' - 1);
            _cents[group] += cents;
            _orders[group] += orders;
            if (!known[payee])
            {
                known[payee] = true;
                _order[_seen++] = payee;
            }

            _ = row.TryWrite(CultureInfo.InvariantCulture, $"leader-{payee:D7},{Days[day]},{cents / 100m},{orders}", out int length);
            writer.WriteLine(row[..length]);
        }
    }

    public string Path { get; }

    public int Rows { get; }

    public decimal Revenue => _cents.Sum() / 100m;

    /// <summary>Gets the sums by statement, of which those without lines have no orders.</summary>
    public (long[] Cents, long[] Orders) Sums => (_cents, _orders);

    /// <summary>Writes the sums as facts, in the order in which their payees first appear.</summary>
    public int WriteFacts(string path)
    {
        int rows = 0;
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine("payee,start,end,net-revenue,orders");
        foreach (int payee in _order.AsSpan(0, _seen))
        {
            for (int month = 0; month < Months; month++)
            {
                int group = (payee * Months) + month;
                if (_orders[group] > 0)
                {
                    var start = new DateTime(2025, month + 1, 1);
                    writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"leader-{payee:D7},{start:yyyy-MM-dd},{start.AddMonths(1).AddDays(-1):yyyy-MM-dd},{_cents[group] / 100m},{_orders[group]}"));
                    rows++;
                }
            }
        }

        return rows;
    }
}
