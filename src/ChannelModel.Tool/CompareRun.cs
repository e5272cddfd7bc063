using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Serialization.SystemTextJson.Writing;
using ChannelModel.Tool.Reports;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel compare</c>.</summary>
internal sealed class CompareRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Terminal _terminal;
    private readonly List<Difference> _differences = [];
    private int _statements;
    private int _equal;
    private decimal _old;
    private decimal _new;

    public CompareRun(TextWriter output, TextWriter error, Terminal terminal)
    {
        _output = output;
        _error = error;
        _terminal = terminal;
    }

    public required string OldPath { get; init; }

    public required string NewPath { get; init; }

    public required string Format { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

    public int Compare()
    {
        StatementSheet? old = StatementSheet.Read(OldPath, _error, _terminal);
        StatementSheet? now = StatementSheet.Read(NewPath, _error, _terminal);
        if (old is null || now is null)
        {
            return ToolProgram.BadInput;
        }

        if (old.HasLines != now.HasLines)
        {
            _error.WriteLine("channelmodel: one file has lines and the other whole statements; expected two of the same kind");
            return ToolProgram.BadInput;
        }

        foreach ((string Payee, string Start, string End) key in old.Statements.Keys.Concat(now.Statements.Keys).Distinct()
            .OrderBy(key => key.Payee, StringComparer.Ordinal).ThenBy(key => key.Start, StringComparer.Ordinal).ThenBy(key => key.End, StringComparer.Ordinal))
        {
            Statement(key, old.Statements.GetValueOrDefault(key), now.Statements.GetValueOrDefault(key));
        }

        switch (Format)
        {
            case "json":
                WriteJson();
                break;
            case "markdown":
                MarkdownReportWriter.Write(ReportOf(), _output);
                break;
            default:
                TextReportWriter.Write(ReportOf(), _output, _terminal);
                break;
        }

        return Strict && _differences.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private void Statement((string Payee, string Start, string End) key, List<SheetRow>? old, List<SheetRow>? now)
    {
        _statements++;
        _old += old?.Sum(row => row.Amount) ?? 0m;
        _new += now?.Sum(row => row.Amount) ?? 0m;
        int before = _differences.Count;
        string period = $"{key.Start} – {key.End}";
        if (old is null || now is null)
        {
            List<SheetRow> only = old ?? now!;
            decimal sum = only.Sum(row => row.Amount);
            string why = old is null ? Say("the statement is only in the new run", "仅新结果中有此结算单") : Say("the statement is only in the old run", "仅旧结果中有此结算单");
            _differences.Add(new Difference(key.Payee, period, string.Empty, old is null ? null : sum, now is null ? null : sum, why));
            return;
        }

        foreach (SheetRow row in old)
        {
            if (now.Find(other => other.Line == row.Line) is SheetRow same)
            {
                if (row.Amount != same.Amount || row["text"] != same["text"] || row.DifferencesTo(same).Any())
                {
                    _differences.Add(new Difference(key.Payee, period, row.Line, row.Amount, same.Amount, Why(row, same)));
                }
            }
            else
            {
                _differences.Add(new Difference(key.Payee, period, row.Line, row.Amount, null, Say("the line is gone: ", "不再有此行：") + row["text"]));
            }
        }

        foreach (SheetRow row in now.Where(row => !old.Exists(other => other.Line == row.Line)))
        {
            _differences.Add(new Difference(key.Payee, period, row.Line, null, row.Amount, Say("the line is new: ", "新增此行：") + row["text"]));
        }

        _equal += _differences.Count == before ? 1 : 0;
    }

    private string Why(SheetRow old, SheetRow now)
    {
        List<string> parts = [.. old.DifferencesTo(now).Select(cell => $"{Column(cell.Column)} {Shown(cell.Old)} → {Shown(cell.New)}")];
        if (parts.Count > 0)
        {
            return string.Join(Say("; ", "；"), parts);
        }

        return old["text"] != now["text"] ? $"{old["text"]} → {now["text"]}"
            : old.Line.Length == 0 ? Say("the same inputs, another total: compare the lines (--explain)", "输入相同而合计不同：请比较明细（--explain）")
            : Say("it follows from the lines above", "由上面各行推出");
    }

    private string Shown(string cell) => cell.Length == 0 ? Say("nothing", "无") : cell;

    private string Column(string name) => Language != Language.SimplifiedChinese ? name : name switch
    {
        "rate" => "比率",
        "portion" => "计佣数额",
        "from" => "档位下限",
        "to" => "档位上限",
        "plan" => "方案",
        "currency" => "币种",
        "carried" => "结转",
        _ => name,
    };

    private Report ReportOf()
    {
        string title = Say("Comparison of two runs", "两次计算的比较");
        string equal = _equal.ToString(CultureInfo.InvariantCulture);
        string all = _statements.ToString(CultureInfo.InvariantCulture);
        string differ = (_statements - _equal).ToString(CultureInfo.InvariantCulture);
        string[] sentences =
        [
            Say($"{all} statements: {equal} equal, {differ} different.", $"共{all}份结算单：{equal}份相同，{differ}份不同。"),
            Say($"Old {Number(_old)}, new {Number(_new)}: {Signed(_new - _old)}.", $"旧 {Number(_old)}，新 {Number(_new)}：{Signed(_new - _old)}。"),
        ];
        if (_differences.Count == 0)
        {
            return new Report(title, [new ReportSection(Say("Differences", "差异"), sentences)]);
        }

        var table = new ReportTable(
            (Say("Partner", "伙伴"), false),
            (Say("Period", "期间"), false),
            (Say("Line", "明细行"), false),
            (Say("Old", "旧"), true),
            (Say("New", "新"), true),
            (Say("Difference", "差额"), true),
            (Say("Reason", "原因"), false));
        foreach (Difference d in _differences)
        {
            table.Add(d.Payee, d.Period, d.Line.Length == 0 ? Say("total", "合计") : d.Line, Optional(d.Old), Optional(d.New), Signed((d.New ?? 0m) - (d.Old ?? 0m)), d.Reason);
        }

        return new Report(title, [new ReportSection(Say("Differences", "差异"), sentences, table)]);
    }

    private void WriteJson()
    {
        _output.Write(JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", 1);
            json.WriteNumber("statements", _statements);
            json.WriteNumber("equal", _equal);
            json.WriteNumber("old", _old);
            json.WriteNumber("new", _new);
            json.WriteStartArray("differences");
            foreach (Difference d in _differences)
            {
                json.WriteStartObject();
                json.WriteString("payee", d.Payee);
                json.WriteString("period", d.Period);
                json.WriteString("line", d.Line);
                if (d.Old is decimal old)
                {
                    json.WriteNumber("old", old);
                }

                if (d.New is decimal now)
                {
                    json.WriteNumber("new", now);
                }

                json.WriteString("reason", d.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    private string Say(string en, string zhHans) => Language == Language.SimplifiedChinese ? zhHans : en;

    private static string Optional(decimal? value) => value is decimal number ? Number(number) : "–";

    private static string Number(decimal value) => value.ToString("#,0.00####", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Signed(decimal value) => (value > 0m ? "+" : string.Empty) + Number(value);

    /// <summary>One line that differs; a whole statement where the line is empty.</summary>
    private sealed record Difference(string Payee, string Period, string Line, decimal? Old, decimal? New, string Reason);
}
