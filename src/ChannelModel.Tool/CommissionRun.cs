using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel commission</c>: reads row by row, so that only the keys of the rows stay in memory.</summary>
internal sealed class CommissionRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Dictionary<(Id<Payee> Payee, DateInterval Period), int> _seen = [];
    private SepWriter? _statements;
    private SepWriter? _lines;
    private SepWriter? _rejects;
    private int _read;
    private int _paid;
    private int _rejected;

    public CommissionRun(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
    }

    public required string PlanPath { get; init; }

    public required string FactsPath { get; init; }

    public string? StatementsPath { get; init; }

    public string? LinesPath { get; init; }

    public string? RejectsPath { get; init; }

    public string? ExplainOne { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

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

        if (!File.Exists(FactsPath))
        {
            _error.WriteLine($"{FactsPath}: there is no such file; expected a file to read");
            return ToolProgram.BadInput;
        }

        string[] written = new[] { StatementsPath, LinesPath, RejectsPath }.OfType<string>().Select(Path.GetFullPath).ToArray();
        if (written.Append(Path.GetFullPath(FactsPath)).Append(Path.GetFullPath(PlanPath)).Distinct(StringComparer.Ordinal).Count() != written.Length + 2)
        {
            _error.WriteLine("channelmodel: two of plan, facts and outputs are the same file; expected a file for each");
            return ToolProgram.BadInput;
        }

        try
        {
            using SepReader rows = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).FromFile(FactsPath);
            var problems = new List<string>();
            FactsFile? facts = FactsFile.Open(rows.Header, read.Value, problems);
            if (facts is null)
            {
                problems.ForEach(problem => _error.WriteLine($"{FactsPath}:{problem}"));
                return ToolProgram.BadInput;
            }

            PayAll(rows, facts, read.Value);
        }
        catch (ArgumentException doubled) when (doubled.Message.StartsWith("Col name", StringComparison.Ordinal))
        {
            _error.WriteLine($"{FactsPath}:1: {doubled.Message.Split(" in header")[0]}, expected each column once");
            return ToolProgram.BadInput;
        }
        catch (InvalidDataException broken)
        {
            _error.WriteLine($"{FactsPath}: the file is not CSV: {broken.Message.Split('\n')[0].TrimEnd('\r')}; expected commas, and double quotes around cells with commas");
            return ToolProgram.BadInput;
        }

        return Strict && _rejected > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    private void PayAll(SepReader rows, FactsFile facts, CommissionPlan plan)
    {
        var writers = new List<SepWriter>();
        SepWriter? Open(string? path)
        {
            if (path is null)
            {
                return null;
            }

            SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(path);
            writers.Add(writer);
            return writer;
        }

        Money total = Money.Zero(plan.Currency);
        try
        {
            _statements = Open(StatementsPath);
            _lines = Open(LinesPath);
            _rejects = Open(RejectsPath);
            foreach (SepReader.Row row in rows)
            {
                _read++;
                if (Statement(row, facts, plan, out string reason) is CommissionStatement statement)
                {
                    _paid++;
                    total += statement.Total;
                    Write(statement);
                }
                else
                {
                    _rejected++;
                    Reject(row, reason);
                }
            }
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }

        _output.WriteLine(Language == Language.SimplifiedChinese
            ? $"读取{Number(_read)}行：支付{Number(_paid)}行，拒绝{Number(_rejected)}行；佣金合计{total:N}"
            : $"{Number(_read)} rows read: {Number(_paid)} paid, {Number(_rejected)} rejected; commission {total:N} in all");
    }

    private CommissionStatement? Statement(SepReader.Row row, FactsFile facts, CommissionPlan plan, out string reason)
    {
        if (facts.Read(row, out reason) is not CommissionFacts made)
        {
            return null;
        }

        // Lines of a file are counted from 1, the header is the first.
        if (_seen.TryGetValue((made.Payee, made.Period), out int first))
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the same payee and period stand in line {first}, expected each once");
            return null;
        }

        ResolvedPlan rules = plan.Resolve(made.Period.End);
        IReadOnlyList<FactError> missing = rules.Check(made);
        if (missing.Count > 0)
        {
            reason = string.Join("; ", missing);
            return null;
        }

        try
        {
            CommissionStatement statement = rules.Explain(made);
            _seen.Add((made.Payee, made.Period), row.LineNumberFrom);
            return statement;
        }
        catch (OverflowException)
        {
            reason = "the amounts are too large to be paid exactly";
            return null;
        }
    }

    private void Write(CommissionStatement statement)
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
            row["total"].Set(statement.Total.Amount.ToString(CultureInfo.InvariantCulture));
        }

        if (_lines is not null)
        {
            foreach (StatementLine line in statement.Lines)
            {
                using SepWriter.Row row = _lines.NewRow();
                row["payee"].Set(payee);
                row["start"].Set(start);
                row["end"].Set(end);
                row["line"].Set(line.Id);
                row["text"].Set(line.Text(Language));
                row["amount"].Set(line.Amount.Amount.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (ExplainOne == payee)
        {
            _output.WriteLine(statement.ToText(Language));
            _output.WriteLine();
        }
    }

    private void Reject(SepReader.Row row, string reason)
    {
        if (_rejects is null)
        {
            _error.WriteLine($"{FactsPath}:{Number(row.LineNumberFrom)}: {reason}");
            return;
        }

        using SepWriter.Row reject = _rejects.NewRow();
        reject["line"].Set(Number(row.LineNumberFrom));
        reject["reason"].Set(reason);
        reject["row"].Set(row.Span.ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
