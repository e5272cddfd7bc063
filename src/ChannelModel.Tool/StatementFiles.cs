using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using nietras.SeparatedValues;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>The files that a run writes: a statement a row, a line of a statement a row, and the rows that were rejected.</summary>
internal sealed class StatementFiles : IDisposable
{
    private readonly IReadOnlyList<Basis> _measures;
    private readonly Language _language;
    private readonly SepWriter? _statements;
    private readonly SepWriter? _lines;
    private readonly SepWriter? _rejects;

    private StatementFiles(IReadOnlyList<Basis> measures, Language language, SepWriter? statements, SepWriter? lines, SepWriter? rejects)
    {
        _measures = measures;
        _language = language;
        _statements = statements;
        _lines = lines;
        _rejects = rejects;
    }

    public static StatementFiles Open(string? statements, string? lines, string? rejects, IReadOnlyList<Basis> measures, Language language)
    {
        var open = new List<SepWriter>();
        try
        {
            SepWriter? Writer(string? path)
            {
                if (path is null)
                {
                    return null;
                }

                SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(path);
                open.Add(writer);
                return writer;
            }

            return new StatementFiles(measures, language, Writer(statements), Writer(lines), Writer(rejects));
        }
        catch
        {
            open.ForEach(writer => writer.Dispose());
            throw;
        }
    }

    public void Write(CommissionStatement statement)
    {
        string payee = statement.Facts.Payee.Value;
        string start = LocalDatePattern.Iso.Format(statement.Facts.Period.Start);
        string end = LocalDatePattern.Iso.Format(statement.Facts.Period.End);
        if (_statements is not null)
        {
            using SepWriter.Row row = _statements.NewRow();
            row["payee"].Set(payee);
            row["start"].Set(start);
            row["end"].Set(end);
            row["plan"].Set(statement.Rules.Plan.Name.Value);
            row["currency"].Set(statement.Total.Currency.Code);
            foreach (Basis measure in _measures)
            {
                row[measure.Name].Set(Cell(statement.Facts.ValueOf(measure), measure));
                if (measure.Kind != BasisKind.Rate)
                {
                    row[measure.Name + ".attainment"].Set(statement.Facts.AttainmentOf(measure) is decimal percent ? Number(percent) + "%" : string.Empty);
                }
            }

            row["total"].Set(Number(statement.Total.Amount));
            row["carried"].Set(Number(statement.Carried.Amount));
        }

        foreach (StatementLine line in _lines is null ? [] : statement.Lines)
        {
            using SepWriter.Row row = _lines!.NewRow();
            row["payee"].Set(payee);
            row["start"].Set(start);
            row["end"].Set(end);
            row["line"].Set(line.Id);
            row["kind"].Set(line.Kind.ToString());
            row["from"].Set(line.From is decimal from ? Number(from) : string.Empty);
            row["to"].Set(line.To is decimal to ? Number(to) : string.Empty);
            row["portion"].Set(line.Portion is decimal portion ? Number(portion) : string.Empty);
            row["rate"].Set(line.Rate ?? string.Empty);
            row["text"].Set(line.Text(_language));
            row["amount"].Set(Number(line.Amount.Amount));
        }
    }

    /// <summary>Writes a rejected row, if there is a file for them.</summary>
    public bool Reject(int line, string reason, string text)
    {
        if (_rejects is null)
        {
            return false;
        }

        using SepWriter.Row reject = _rejects.NewRow();
        reject["line"].Set(line.ToString(CultureInfo.InvariantCulture));
        reject["reason"].Set(reason);
        reject["row"].Set(text);
        return true;
    }

    public void Dispose()
    {
        _statements?.Dispose();
        _lines?.Dispose();
        _rejects?.Dispose();
    }

    private static string Cell(decimal? value, Basis measure) => value is decimal number ? Number(number) + (measure.Kind == BasisKind.Rate ? "%" : string.Empty) : string.Empty;

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
