using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Serialization.SystemTextJson.Commissions;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Compares what stands beside a score's record with the rows of the record.</summary>
internal static class StoredScoreCheck
{
    public static IEnumerable<string> Differences(StoredScore stored)
    {
        ILookup<string, string[]> rows = stored.Record.Split('\n').Select(row => row.Split('\t').Select(StatementRows.Unescape).ToArray()).ToLookup(cells => cells[0], StringComparer.Ordinal);
        string[] total = rows["total"].FirstOrDefault() ?? [];
        int decimals = Whole(rows["rules"].FirstOrDefault() ?? [], 1);
        int grade = Whole(total, 6);
        string[] grades = [.. rows["grade"].Select(row => Cell(row, 2))];
        (string What, IEnumerable<string> Recorded, IEnumerable<string> Values)[] parts =
        [
            ("The scorecard or the candidate", rows["fact"].Select(row => Cell(row, 1) + "\t" + Cell(row, 2)), [stored.Scorecard.Value + "\t" + stored.Candidate.Value]),
            ("The status", [Cell(total, 1)], [((int)stored.Status).ToString(CultureInfo.InvariantCulture)]),
            ("The score", [Points(Cell(total, 3), decimals)], [stored.Score is decimal score ? Number(score) : string.Empty]),
            ("The grade", [grade >= 0 && grade < grades.Length ? grades[grade] : string.Empty], [stored.Grade ?? string.Empty]),
            ("The points", rows["line"].Select(row => Cell(row, 7) + "\t" + Points(Cell(row, 3), decimals) + "\t" + Points(Cell(row, 4), decimals)), stored.Contributions.Select(line => line.Criterion.Value + "\t" + Number(line.Points) + "\t" + Number(line.Lost))),
        ];
        return parts.Where(part => !part.Recorded.SequenceEqual(part.Values, StringComparer.Ordinal)).Select(part => $"{part.What} beside the record {(part.What == "The points" ? "are not those" : "is not that")} of the record.");
    }

    /// <summary>A number in its shortest form.</summary>
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Cell(string[] row, int at) => at < row.Length ? row[at] : string.Empty;

    private static int Whole(string[] row, int at) => int.TryParse(Cell(row, at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : -1;

    /// <summary>Units of a score as points; nothing where there are none, which the record writes as -1.</summary>
    private static string Points(string units, int decimals)
    {
        if (!long.TryParse(units, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) || value < 0 || decimals is < 0 or > 4)
        {
            return string.Empty;
        }

        decimal points = value;
        for (int i = 0; i < decimals; i++)
        {
            points /= 10m;
        }

        return Number(points);
    }
}
