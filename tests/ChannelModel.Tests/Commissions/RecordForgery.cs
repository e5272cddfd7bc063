using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ChannelModel.Tests.Commissions;

/// <summary>Changes the text of a record as a forger would: the rows, and then the hashes over them.</summary>
internal static class RecordForgery
{
    /// <summary>SHA-256 of rows with line feeds between them, in lower-case digits.</summary>
    public static string Hash(IEnumerable<string> rows)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(string.Join("\n", rows)));
        return string.Concat(sha.GetHashAndReset().Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The rows with both hashes written anew.</summary>
    public static string Rehashed(IEnumerable<string> rows)
    {
        string[] all = [.. rows];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Is(all[i], "facts-sha256") ? "facts-sha256\t" + Hash(all.Where(row => Is(row, "fact") || Is(row, "rule")))
                : Is(all[i], "lines-sha256") ? "lines-sha256\t" + Hash(all.Where(row => Is(row, "line")))
                : all[i];
        }

        return string.Join("\n", all);
    }

    /// <summary>The record with the only row of a start changed, its cells counted from 0.</summary>
    public static string With(string record, string start, int cell, string value) => Rehashed(Replaced(record, start, cell, value));

    /// <summary>The same, with the old hashes.</summary>
    public static string[] Replaced(string record, string start, int cell, string value)
    {
        string[] rows = record.Split('\n');
        int at = Array.IndexOf(rows, rows.Single(row => row.StartsWith(start + "\t", StringComparison.Ordinal)));
        string[] cells = rows[at].Split('\t');
        cells[cell] = value;
        rows[at] = string.Join("\t", cells);
        return rows;
    }

    private static bool Is(string row, string kind) => row.StartsWith(kind + "\t", StringComparison.Ordinal);
}
