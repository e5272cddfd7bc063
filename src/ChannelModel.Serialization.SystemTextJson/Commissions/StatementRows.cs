using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>The rows of a statement's canonical text, and what their cells are called in JSON. Empty cells are left out there.</summary>
internal static class StatementRows
{
    public const string Line = "line";

    private static readonly (string Section, string Row, string[] Cells)[] Known =
    [
        ("fact", "plan", ["name", "version", "currency"]),
        ("fact", "as-of", ["anchor", "date"]),
        ("fact", "payee", ["id"]),
        ("fact", "period", ["start", "end"]),
        ("fact", "active", ["start", "end"]),
        ("fact", "number", ["record", "measure", "column", "value", "currency", "source"]),
        ("fact", "return", ["id", "sold", "commission", "returnedBefore", "returned"]),
        ("fact", "paid", ["per", "amount"]),
        ("fact", "carried-in", ["amount"]),
        ("rule", "rounding", ["rounding", "place"]),
        ("rule", "accumulate", ["accumulate", "prior"]),
        ("rule", "component", ["name", "kind", "rounds", "cap"]),
        ("rule", "gate", ["by", "atLeastUnits"]),
        ("rule", "accelerator", ["by", "on", "edge", "stepsInUnits"]),
        ("rule", "record-cap", ["amount"]),
        ("rule", "record-floor", ["amount"]),
        ("rule", "cap", ["per", "amount", "excess", "reach"]),
        ("rule", "floor", ["amount", "share"]),
    ];

    private static readonly string[] LineCells =
    [
        "id", "kind", "prior", "mirrored", "component", "record", "tier", "from", "to", "portion", "rate", "amount", "units", "slope", "unitsPerPortion", "operands", "note", "noteZhHans",
    ];

    public static IReadOnlyList<string> CellsOfLine => LineCells;

    public static IEnumerable<string> Rows(string section) => Known.Where(known => known.Section == section).Select(known => known.Row);

    public static IReadOnlyList<string>? CellsOf(string section, string row) =>
        Known.Where(known => known.Section == section && known.Row == row).Select(known => known.Cells).FirstOrDefault();

    public static string Escape(string cell) => cell.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    public static string Unescape(string cell)
    {
        string[] parts = cell.Split(["\\\\"], StringSplitOptions.None);
        return string.Join("\\", parts.Select(part => part.Replace("\\t", "\t").Replace("\\n", "\n").Replace("\\r", "\r")));
    }
}
