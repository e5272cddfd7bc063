using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Tool;

/// <summary>One row of a file of statements or lines.</summary>
internal sealed class SheetRow(string line, decimal amount, IReadOnlyDictionary<string, string> cells)
{
    private static readonly string[] NotCompared = ["payee", "start", "end", "line", "amount", "total", "text", "kind"];

    public string Line { get; } = line;

    public decimal Amount { get; } = amount;

    /// <summary>Gets a cell, or an empty text where the file has no such column.</summary>
    public string this[string name] => cells.TryGetValue(name, out string? value) ? value : string.Empty;

    /// <summary>The columns in which two rows differ, other than keys and amounts.</summary>
    public IEnumerable<(string Column, string Old, string New)> DifferencesTo(SheetRow other) =>
        from column in cells.Keys.Concat(other.Columns).Distinct(StringComparer.Ordinal)
        where !NotCompared.Contains(column, StringComparer.Ordinal) && this[column] != other[column]
        select (column, this[column], other[column]);

    private IEnumerable<string> Columns => cells.Keys;
}
