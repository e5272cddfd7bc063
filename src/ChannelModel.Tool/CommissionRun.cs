using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Tool.Paying;
using ChannelModel.Tool.Reports;
using ChannelModel.Tool.Reports.Html;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel commission</c>: reads row by row, so that only the keys of the statements stay in memory, or the sums of order lines by payee and period.</summary>
internal sealed class CommissionRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Terminal _terminal;
    private readonly List<JoinFile> _joins = [];
    private CommissionPlan _plan = null!;
    private FactsFile _facts = null!;
    private RejectsFile _rejects = null!;
    private Payments _payments = null!;
    private StatementReport? _report;
    private readonly List<CommissionStatement> _told = [];
    private bool _groups;
    private int _read;

    public CommissionRun(TextWriter output, TextWriter error, Terminal terminal)
    {
        _output = output;
        _error = error;
        _terminal = terminal;
    }

    public required string PlanPath { get; init; }

    public required string FactsPath { get; init; }

    public IReadOnlyList<string> JoinPaths { get; init; } = [];

    public string? Calendar { get; init; }

    public string? StatementsPath { get; init; }

    public string? LinesPath { get; init; }

    public string? RejectsPath { get; init; }

    public string? PagePath { get; init; }

    public string? ExplainOne { get; init; }

    public IReadOnlyList<string> Ignore { get; init; } = [];

    public required string Format { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

    private string Title => Language == Language.SimplifiedChinese ? "计算佣金" : "Paying";

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

        if (!InputFile.AreApart([PlanPath, FactsPath, .. JoinPaths], [StatementsPath, LinesPath, RejectsPath, PagePath], _error))
        {
            return ToolProgram.BadInput;
        }

        foreach (string path in JoinPaths)
        {
            if (JoinFile.Read(path, _error, _terminal) is not JoinFile join)
            {
                return ToolProgram.BadInput;
            }

            _joins.Add(join);
        }

        _plan = read.Value;
        _report = PagePath is null ? null : new StatementReport(_plan, Language);
        bool done = CsvFile.Read(FactsPath, _error, _terminal, Title, PayAll);
        return !done ? ToolProgram.BadInput : Strict && _rejects.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private bool PayAll(SepReader rows, Action progress)
    {
        string[] names = [.. rows.Header.ColNames];
        var problems = new List<string>();
        _groups = OrderLines.Fits(names);
        OrderLines? lines = null;
        if (_groups)
        {
            lines = OpenLines(names, problems);
            names = [.. FactsFile.Keys, .. lines?.Measures.Select(measure => measure.Name) ?? [], .. _joins.SelectMany(join => join.Columns)];
            if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                problems.Add($"1: the column '{twice.Key}' comes from two files, expected it from one");
            }
        }
        else if (_joins.Count > 0 || Calendar is not null)
        {
            problems.Add("1: --join and --calendar are for order lines, whose columns are payee, date and measures");
        }

        FactsFile? facts = problems.Count > 0 ? null : FactsFile.Open(names, _plan, Ignore, problems);
        if (facts is null)
        {
            problems.ForEach(problem => _error.WriteLine($"{FactsPath}:{problem}"));
            return false;
        }

        _facts = facts;
        using (StatementFiles files = StatementFiles.Open(StatementsPath, LinesPath, facts.Measures, Language))
        using (_rejects = RejectsFile.Open(RejectsPath, FactsPath, _error))
        {
            _payments = new Payments(_plan, facts, files, once: lines is not null)
            {
                Payees = lines?.Payees ?? new PayeeTable(),
                Periods = lines?.Periods ?? new PeriodTable(),
                RowsOf = lines is null ? null : lines.RowsOf,
                Rejected = lines is null ? (row, reason) => Reject(row.Line, reason, row.Text) : (row, reason) => lines.Refused[row.Line] = reason,
                Told = Tell,
                Alone = ExplainOne,
            };
            if (LinesPath is not null || _report is not null)
            {
                _payments.PayOneByOne("the lines of every statement are asked for");
            }

            if (lines is null)
            {
                _groups = facts.HasGroups;
                PayRows(rows, progress);
            }
            else if (!PayLines(rows, progress, lines))
            {
                return false;
            }
        }

        if (_report is not null && !OutputFile.TryWrite(PagePath!, writer => HtmlReportWriter.Write(_report.ToReport(_read), Language, writer), _error))
        {
            return false;
        }

        Summarise();
        return true;
    }

    /// <summary>Pays rows of facts, each a statement or a part of one.</summary>
    private void PayRows(SepReader rows, Action progress)
    {
        if (_payments.Lane is not BulkLane lane)
        {
            foreach (SepReader.Row row in rows)
            {
                _read++;
                progress();
                _payments.Take(Pending(row));
            }

            _payments.Close();
            return;
        }

        using var pipe = new BlockPipe(lane.Columns.Length, _payments.Pay);
        foreach (SepReader.Row row in rows)
        {
            _read++;
            progress();
            FactsBlock block = pipe.Current;
            if (!lane.TryTake(row, _payments.Periods, block))
            {
                block.Others.Add((block.Count, Pending(row, block)));
            }

            if (block.IsFull)
            {
                pipe.Next();
            }
        }

        pipe.Finish();
    }

    /// <summary>Adds up order lines and pays the sums.</summary>
    private bool PayLines(SepReader rows, Action progress, OrderLines lines)
    {
        var refused = new LineRejects(lines, _payments, Reject);
        using (var pipe = new BlockPipe(lines.Measures.Count, refused.Add))
        {
            foreach (SepReader.Row row in rows)
            {
                _read++;
                progress();
                lines.Take(row, pipe.Current, keepsText: false);
                if (pipe.Current.IsFull)
                {
                    pipe.Next();
                }
            }

            pipe.Finish();
        }

        foreach ((string payee, NodaTime.LocalDate start) in _joins.SelectMany(join => join.Starts))
        {
            if (!lines.Ask(payee, start))
            {
                _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FactsPath}: --join asks for {payee} from {start:uuuu-MM-dd}, a day for which the calendar has no period"));
                return false;
            }
        }

        new LineStatements(lines, _facts, _joins, _payments).Pay();
        refused.Settle();
        return lines.Refused.Count == 0 || CsvFile.Read(FactsPath, _error, again => refused.Reject(again));
    }

    private OrderLines? OpenLines(string[] names, List<string> problems)
    {
        if ((Calendar ?? CalendarFile.WordOf(_plan.Cycle)) is not string word)
        {
            problems.Add($"1: the plan pays per {_plan.Cycle}; expected --calendar, which says what periods the lines are added up in");
            return null;
        }

        if (CalendarFile.Read(word, _error) is PeriodCalendar calendar)
        {
            return OrderLines.Open(names, _plan, calendar, Ignore, problems);
        }

        problems.Add("1: the lines have no periods");
        return null;
    }

    private PendingRow Pending(SepReader.Row row, FactsBlock? block = null)
    {
        // The text comes first: reading a cell takes its quotes away in place.
        string text = block is not null && row.ColCount == _facts.Width ? block.Started.ToString() : row.Span.ToString();
        var cells = new string[row.ColCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString();
        }

        FactsRow? made = _facts.Read(cells, out string reason);
        return new PendingRow(row.LineNumberFrom, text, made, reason, _payments.Read(cells));
    }

    private void Tell(CommissionStatement statement)
    {
        _report?.Add(statement);
        if (ExplainOne == statement.Facts.Payee.Value)
        {
            _told.Add(statement);
            if (Format != "json")
            {
                _output.WriteLine(statement.ToText(Language));
                _output.WriteLine();
            }
        }
    }

    private void Reject(int line, string reason, string text)
    {
        _report?.Reject(line, reason);
        _rejects.Add(new RejectedRow(line, reason, text));
    }

    private void Summarise()
    {
        bool zh = Language == Language.SimplifiedChinese;
        if (ExplainOne is not null && _told.Count == 0)
        {
            _error.WriteLine($"channelmodel: --explain-one: no statement of '{ExplainOne}' in {FactsPath}");
        }

        if (Format == "json")
        {
            PaymentsJson.Write(_plan, _payments, _read, _rejects.Count, _told, Language, _output);
            return;
        }

        string statements = !_groups ? string.Empty : zh ? $"，共{Number(_payments.Statements)}份结算单" : $" in {Number(_payments.Statements)} {(_payments.Statements == 1 ? "statement" : "statements")}";
        _output.WriteLine(zh
            ? $"读取{Number(_read)}行：支付{Number(_payments.PaidRows)}行{statements}，拒绝{Number(_rejects.Count)}行；佣金合计{_payments.Total:N}"
            : $"{Number(_read)} rows read: {Number(_payments.PaidRows)} paid{statements}, {Number(_rejects.Count)} rejected; commission {_payments.Total:N} in all");
        foreach (Tally tally in _payments.Tallies)
        {
            string unreadable = tally.Unreadable == 0 ? string.Empty : zh ? $"（另有{Number(tally.Unreadable)}个数值无法读取）" : $" (and {Number(tally.Unreadable)} unreadable)";
            string read = Text(tally.ReadInAll);
            string paid = Text(tally.PaidInAll);
            string rejected = Text(tally.ReadInAll - tally.PaidInAll);
            _output.WriteLine(zh
                ? $"{tally.Measure.Label.In(Language)}：读取 {read} = 支付 {paid} + 拒绝 {rejected}{unreadable}"
                : $"{tally.Measure}: {read} read = {paid} paid + {rejected} rejected{unreadable}");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', ' ');
}
