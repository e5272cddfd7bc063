using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ChannelModel.Internal;

/// <summary>Rows of the texts that results are kept in: cells between tabs, in which tabs, line ends and backslashes are written as \t, \n, \r and \\.</summary>
internal static class RecordRow
{
    public static string Of(params IEnumerable<string> cells) => string.Join("\t", cells.Select(Escape));

    public static string[] Cells(string row) => [.. row.Split('\t').Select(Unescape)];

    /// <summary>A value by its name: what has none would be read, and written again, as its number.</summary>
    public static bool IsOneOf<T>(string cell, out T value)
        where T : struct, Enum => Enum.TryParse(cell, out value) && value.ToString() == cell && char.IsLetter(cell[0]);

    /// <summary>SHA-256 of the rows in UTF-8, a line feed between two, as 64 lower-case digits.</summary>
    public static string Hash(IEnumerable<string> rows)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join("\n", rows));
#if NET8_0_OR_GREATER
        byte[] hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
#endif
        var text = new StringBuilder(64);
        foreach (byte part in hash)
        {
            text.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static string Escape(string cell) => cell.IndexOfAny(['\\', '\t', '\n', '\r']) < 0
        ? cell
        : cell.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string cell)
    {
        if (cell.IndexOf('\\') < 0)
        {
            return cell;
        }

        var text = new StringBuilder(cell.Length);
        for (int i = 0; i < cell.Length; i++)
        {
            char next = cell[i] == '\\' && i + 1 < cell.Length ? cell[++i] : '\0';
            text.Append(next switch { '\0' => cell[i], 't' => '\t', 'n' => '\n', 'r' => '\r', _ => next });
        }

        return text.ToString();
    }
}
