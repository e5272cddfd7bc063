using System;
using System.Globalization;
using System.IO;
using nietras.SeparatedValues;

namespace ChannelModel.Benchmarks.Tool;

/// <summary>What the tool is measured against, each a process of its own: the same file, the same columns, the same library and the same options as the tool's.</summary>
internal static class SepCopy
{
    public static int Run(string way, string path, string to)
    {
        using FileStream stream = File.OpenRead(path);
        using SepReader rows = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).From(stream);
        switch (way)
        {
            case "fields":
                Fields(rows);
                return 0;
            case "values":
                Values(rows);
                return 0;
            case "rows":
                Rows(rows, to);
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>Copies the characters of every field into a buffer.</summary>
    private static void Fields(SepReader rows)
    {
        var buffer = new char[1 << 20];
        int used = 0;
        long characters = 0;
        foreach (SepReader.Row row in rows)
        {
            used = used > buffer.Length - 4096 ? 0 : used;
            for (int i = 0; i < row.ColCount; i++)
            {
                ReadOnlySpan<char> field = row[i].Span;
                field.CopyTo(buffer.AsSpan(used));
                used += field.Length;
                characters += field.Length;
            }
        }

        Console.WriteLine(characters);
    }

    /// <summary>Copies the text of the payee, and parses the date, the amount and the count by the library's own way.</summary>
    private static void Values(SepReader rows)
    {
        var buffer = new char[1 << 20];
        int used = 0;
        decimal sum = 0m;
        long days = 0;
        long orders = 0;
        foreach (SepReader.Row row in rows)
        {
            used = used > buffer.Length - 4096 ? 0 : used;
            ReadOnlySpan<char> payee = row[0].Span;
            payee.CopyTo(buffer.AsSpan(used));
            used += payee.Length;
            days += DateOnly.ParseExact(row[1].Span, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
            sum += row[2].Parse<decimal>();
            orders += row[3].Parse<int>();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{days} {sum} {orders}"));
    }

    /// <summary>Copies the rows, field by field, to another file.</summary>
    private static void Rows(SepReader rows, string to)
    {
        string[] names = [.. rows.Header.ColNames];
        using SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(to);
        foreach (SepReader.Row row in rows)
        {
            using SepWriter.Row copy = writer.NewRow();
            for (int i = 0; i < names.Length; i++)
            {
                copy[names[i]].Set(row[i].Span);
            }
        }
    }
}
