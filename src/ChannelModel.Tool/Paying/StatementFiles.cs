using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ChannelModel.Commissions;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>The files that a run writes: a statement a row, and a line of a statement a row.</summary>
internal sealed class StatementFiles : IDisposable
{
    private readonly IReadOnlyList<Basis> _measures;
    private readonly Language _language;
    private readonly CsvRows? _statements;
    private readonly CsvRows? _lines;
    private byte[] _planCells = [];

    private StatementFiles(IReadOnlyList<Basis> measures, Language language, string? statements, string? lines)
    {
        _measures = measures;
        _language = language;
        _statements = statements is null ? null : new CsvRows(statements, [.. Header(measures)]);
        try
        {
            _lines = lines is null ? null : new CsvRows(lines, "payee", "start", "end", "line", "kind", "from", "to", "portion", "rate", "text", "amount");
        }
        catch
        {
            _statements?.Dispose();
            throw;
        }
    }

    public static StatementFiles Open(string? statements, string? lines, IReadOnlyList<Basis> measures, Language language) => new(measures, language, statements, lines);

    public void Write(CommissionStatement statement)
    {
        if (_statements is not null)
        {
            Start(_statements, statement.Facts);
            _statements.Cell(statement.Rules.Plan.Name.Value);
            _statements.Cell(statement.Total.Currency.Code);
            foreach (Basis measure in _measures)
            {
                _statements.Cell(Cell(statement.Facts.ValueOf(measure), measure));
                if (measure.Kind != BasisKind.Rate)
                {
                    _statements.Cell(statement.Facts.AttainmentOf(measure) is decimal percent ? Number(percent) + "%" : string.Empty);
                }
            }

            _statements.Cell(Number(statement.Total.Amount));
            _statements.Cell(Number(statement.Carried.Amount));
            _statements.EndRow();
        }

        foreach (StatementLine line in _lines is null ? [] : statement.Lines)
        {
            Start(_lines!, statement.Facts);
            _lines!.Cell(line.Id);
            _lines.Cell(line.Kind.ToString());
            _lines.Cell(line.From is decimal from ? Number(from) : string.Empty);
            _lines.Cell(line.To is decimal to ? Number(to) : string.Empty);
            _lines.Cell(line.Portion is decimal portion ? Number(portion) : string.Empty);
            _lines.Cell(line.Rate ?? string.Empty);
            _lines.Cell(line.Text(_language));
            _lines.Cell(Number(line.Amount.Amount));
            _lines.EndRow();
        }
    }

    /// <summary>Writes a statement of a plan for columns.</summary>
    public void Write(CommissionPlan plan, ReadOnlySpan<char> payee, ReadOnlySpan<byte> period, BulkLane lane, FactsBlock block, int row, long due)
    {
        if (_statements is null)
        {
            return;
        }

        if (_planCells.Length == 0)
        {
            _planCells = Encoding.UTF8.GetBytes(plan.Name.Value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{plan.Name.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{plan.Currency.Code}" : $"{plan.Name},{plan.Currency.Code}");
        }

        _statements.Cell(payee);
        _statements.Cells(period);
        _statements.Cells(_planCells);
        foreach (BulkMeasure measure in lane.Measures)
        {
            _statements.Cell(block.Columns[measure.Value][row], measure.Scale, measure.IsRate ? "%"u8 : default);
            if (!measure.IsRate)
            {
                if (measure.Attainment(block, row) is Int128 percent)
                {
                    _statements.Cell(percent, 8, "%"u8);
                }
                else
                {
                    _statements.Cells(default);
                }
            }
        }

        _statements.Cell(due, lane.ResultScale);
        _statements.Cells("0"u8);
        _statements.EndRow();
    }

    public void Dispose()
    {
        _statements?.Dispose();
        _lines?.Dispose();
    }

    private static List<string> Header(IReadOnlyList<Basis> measures)
    {
        List<string> names = ["payee", "start", "end", "plan", "currency"];
        foreach (Basis measure in measures)
        {
            names.Add(measure.Name);
            if (measure.Kind != BasisKind.Rate)
            {
                names.Add(measure.Name + ".attainment");
            }
        }

        return [.. names, "total", "carried"];
    }

    private static void Start(CsvRows rows, CommissionFacts facts)
    {
        rows.Cell(facts.Payee.Value);
        rows.Cell(Day(facts.Period.Start));
        rows.Cell(Day(facts.Period.End));
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Cell(decimal? value, Basis measure) => value is decimal number ? Number(number) + (measure.Kind == BasisKind.Rate ? "%" : string.Empty) : string.Empty;

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
