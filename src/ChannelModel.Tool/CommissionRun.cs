using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;
using nietras.SeparatedValues;
using NodaTime;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel commission</c>: reads row by row, so that only the keys of the statements stay in memory.</summary>
internal sealed class CommissionRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Terminal _terminal;
    private readonly Dictionary<(Id<Payee> Payee, DateInterval Period), int> _seen = [];
    private readonly List<Pending> _group = [];
    private Tally[] _tallies = [];
    private StatementFiles _files = null!;
    private CommissionPlan _plan = null!;
    private FactsFile _facts = null!;
    private StatementReport? _report;
    private Money _total;
    private bool _explained;
    private int _read;
    private int _paid;
    private int _rejected;
    private int _statements;

    public CommissionRun(TextWriter output, TextWriter error, Terminal terminal)
    {
        _output = output;
        _error = error;
        _terminal = terminal;
    }

    public required string PlanPath { get; init; }

    public required string FactsPath { get; init; }

    public string? StatementsPath { get; init; }

    public string? LinesPath { get; init; }

    public string? RejectsPath { get; init; }

    public string? PagePath { get; init; }

    public string? ExplainOne { get; init; }

    public IReadOnlyList<string> Ignore { get; init; } = [];

    public Language Language { get; init; }

    public bool Strict { get; init; }

    private bool PerRecord => _plan.Accumulation == Accumulation.PerRecord;

    public int Pay()
    {
        if (!InputFile.TryRead(PlanPath, _error, out byte[] bytes))
        {
            return ToolProgram.BadInput;
        }

        JsonReadResult<CommissionPlan> read = CommissionPlanJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(PlanPath, read.Errors, _error);
            return ToolProgram.BadInput;
        }

        if (!InputFile.AreApart([PlanPath, FactsPath], [StatementsPath, LinesPath, RejectsPath, PagePath], _error))
        {
            return ToolProgram.BadInput;
        }

        _plan = read.Value;
        _total = Money.Zero(_plan.Currency);
        _report = PagePath is null ? null : new StatementReport(_plan, Language);
        bool done = CsvFile.Read(FactsPath, _error, _terminal, Language == Language.SimplifiedChinese ? "计算佣金" : "Paying", PayAll);
        return !done ? ToolProgram.BadInput : Strict && _rejected > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private bool PayAll(SepReader rows, Action progress)
    {
        var problems = new List<string>();
        if (FactsFile.Open(rows.Header, _plan, Ignore, problems) is not FactsFile facts)
        {
            problems.ForEach(problem => _error.WriteLine($"{FactsPath}:{problem}"));
            return false;
        }

        _facts = facts;
        _tallies = [.. facts.Measures.Where(measure => measure.Kind != BasisKind.Rate).Select(measure => new Tally(measure))];
        using (_files = StatementFiles.Open(StatementsPath, LinesPath, RejectsPath, facts.Measures, Language))
        {
            foreach (SepReader.Row row in rows)
            {
                _read++;
                progress();
                Take(row);
            }

            Close();
        }

        if (_report is not null && !OutputFile.TryWrite(PagePath!, writer => HtmlReportWriter.Write(_report.ToReport(_read), Language, writer), _error))
        {
            return false;
        }

        Summarise();
        return true;
    }

    /// <summary>Takes a row into its statement; statements without records and returns are closed at once.</summary>
    private void Take(SepReader.Row row)
    {
        FactsRow? made = _facts.Read(row, out string reason);
        var values = new decimal?[_tallies.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _facts.ValueOf(row, _tallies[i].Measure);
            _tallies[i].Read += values[i] ?? 0m;
            _tallies[i].Unreadable += values[i] is null ? 1 : 0;
        }

        var pending = new Pending(row.LineNumberFrom, row.Span.ToString(), made, values);

        if (made is null)
        {
            Reject(pending, reason);
            return;
        }

        if (_group.Count > 0 && (!_facts.HasGroups || _group[0].Row!.Payee != made.Payee || !_group[0].Row!.Period.Equals(made.Period)))
        {
            Close();
        }

        // Lines of a file are counted from 1, the header is the first.
        if (_seen.TryGetValue((made.Payee, made.Period), out int first))
        {
            Reject(pending, _facts.HasGroups
                ? string.Create(CultureInfo.InvariantCulture, $"the statement of this payee and period started in line {first} and ended, expected its rows together")
                : string.Create(CultureInfo.InvariantCulture, $"the same payee and period stand in line {first}, expected each once"));
            return;
        }

        _group.Add(pending);
        if (!_facts.HasGroups)
        {
            Close();
        }
    }

    /// <summary>Pays the statement whose rows have been taken.</summary>
    private void Close()
    {
        if (_group.Count == 0)
        {
            return;
        }

        if (Statement(out string reason) is CommissionStatement statement)
        {
            _seen.Add((statement.Facts.Payee, statement.Facts.Period), _group[0].Line);
            _paid += _group.Count;
            _statements++;
            _total += statement.Total;
            foreach (Pending row in _group)
            {
                for (int i = 0; i < _tallies.Length; i++)
                {
                    _tallies[i].Paid += row.Values[i] ?? 0m;
                }
            }

            _files.Write(statement);
            _report?.Add(statement);
            if (ExplainOne == statement.Facts.Payee.Value)
            {
                _explained = true;
                _output.WriteLine(statement.ToText(Language));
                _output.WriteLine();
            }
        }
        else
        {
            _group.ForEach(row => Reject(row, reason));
        }

        _group.Clear();
    }

    private CommissionStatement? Statement(out string reason)
    {
        try
        {
            if (FactsRow.Facts([.. _group.Select(row => row.Row!)], _plan.Currency, PerRecord, out reason) is not CommissionFacts facts)
            {
                return null;
            }

            ResolvedPlan rules = _plan.Resolve(facts.Period.End);
            IReadOnlyList<FactError> missing = rules.Check(facts);
            if (missing.Count > 0)
            {
                reason = string.Join("; ", missing);
                return null;
            }

            return rules.Explain(facts);
        }
        catch (OverflowException)
        {
            reason = "the amounts are too large to be paid exactly";
        }
        catch (ArgumentException refused)
        {
            reason = refused.Message.Split('\n')[0];
        }

        return null;
    }

    private void Reject(Pending row, string reason)
    {
        _rejected++;
        _report?.Reject(row.Line, reason);
        if (!_files.Reject(row.Line, reason, row.Text))
        {
            _error.WriteLine($"{FactsPath}:{Number(row.Line)}: {reason}");
        }
    }

    private void Summarise()
    {
        bool zh = Language == Language.SimplifiedChinese;
        if (ExplainOne is not null && !_explained)
        {
            _error.WriteLine($"channelmodel: --explain-one: no statement of '{ExplainOne}' in {FactsPath}");
        }

        string statements = !_facts.HasGroups ? string.Empty : zh ? $"，共{Number(_statements)}份结算单" : $" in {Number(_statements)} {(_statements == 1 ? "statement" : "statements")}";
        _output.WriteLine(zh
            ? $"读取{Number(_read)}行：支付{Number(_paid)}行{statements}，拒绝{Number(_rejected)}行；佣金合计{_total:N}"
            : $"{Number(_read)} rows read: {Number(_paid)} paid{statements}, {Number(_rejected)} rejected; commission {_total:N} in all");
        foreach (Tally tally in _tallies)
        {
            string unreadable = tally.Unreadable == 0 ? string.Empty : zh ? $"（另有{Number(tally.Unreadable)}个数值无法读取）" : $" (and {Number(tally.Unreadable)} unreadable)";
            string read = Text(tally.Read);
            string paid = Text(tally.Paid);
            string rejected = Text(tally.Read - tally.Paid);
            _output.WriteLine(zh
                ? $"{tally.Measure.Label.In(Language)}：读取 {read} = 支付 {paid} + 拒绝 {rejected}{unreadable}"
                : $"{tally.Measure}: {read} read = {paid} paid + {rejected} rejected{unreadable}");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>The sums of one measure over the file.</summary>
    private sealed class Tally(Basis measure)
    {
        public Basis Measure { get; } = measure;

        public decimal Read { get; set; }

        public decimal Paid { get; set; }

        public int Unreadable { get; set; }
    }

    /// <summary>A row that waits for the rest of its statement.</summary>
    private sealed record Pending(int Line, string Text, FactsRow? Row, decimal?[] Values);
}
