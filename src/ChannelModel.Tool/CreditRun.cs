using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;
using ChannelModel.Tool.Reports;
using NodaTime;
using NodaTime.Text;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel credit</c>.</summary>
internal sealed class CreditRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Terminal _terminal;
    private readonly List<Assigned> _assignments = [];
    private readonly List<SaleLine> _sales = [];
    private readonly SortedDictionary<(string Payee, LocalDate Start), decimal> _facts = new(FactOrder);
    private PeriodCalendar _calendar = PeriodCalendar.Months;
    private Currency _currency;
    private int _scale;
    private int _rejected;

    public CreditRun(TextWriter output, TextWriter error, Terminal terminal)
    {
        _output = output;
        _error = error;
        _terminal = terminal;
    }

    public required string SalesPath { get; init; }

    public required string AssignmentsPath { get; init; }

    public required string Currency { get; init; }

    public required string Calendar { get; init; }

    public required string Measure { get; init; }

    public bool Share { get; init; }

    public string? FactsPath { get; init; }

    public required string[] JoinPaths { get; init; }

    public string? CreditsPath { get; init; }

    public string? By { get; init; }

    public required string Format { get; init; }

    public Language Language { get; init; }

    private static Comparer<(string Payee, LocalDate Start)> FactOrder { get; } =
        Comparer<(string Payee, LocalDate Start)>.Create((a, b) => string.CompareOrdinal(a.Payee, b.Payee) is int order and not 0 ? order : a.Start.CompareTo(b.Start));

    public int Credit()
    {
        if (!ChannelModel.Currency.TryParse(Currency, out _currency))
        {
            _error.WriteLine($"channelmodel: '{Currency}' is not an active currency code, expected a code of ISO 4217 such as USD");
            return ToolProgram.BadInput;
        }

        if (!InputFile.AreApart([SalesPath, AssignmentsPath, .. JoinPaths], [FactsPath, CreditsPath], _error) || CalendarFile.Read(Calendar, _error) is not PeriodCalendar calendar)
        {
            return ToolProgram.BadInput;
        }

        _calendar = calendar;
        if (!ReadAssignments() || !ReadSales())
        {
            return ToolProgram.BadInput;
        }

        var joins = new List<JoinFile>();
        foreach (string path in JoinPaths)
        {
            if (JoinFile.Read(path, _error, _terminal) is not JoinFile join)
            {
                return ToolProgram.BadInput;
            }

            joins.Add(join);
        }

        Rounding rounding = Rounding.HalfEven.WithScale(_scale);
        Assignment[] all = [.. _assignments.Select(assigned => assigned.Assignment)];
        IReadOnlyList<SaleCredit> credits = Share ? Crediting.Share(_sales, all, rounding) : Crediting.Credit(_sales, all, rounding);
        foreach (SaleCredit credit in credits.Where(credit => credit.Assignment is not null))
        {
            (string, LocalDate) key = (credit.Assignment!.Payee.Value, _calendar.PeriodOf(credit.Sale.Date).Start);
            _facts[key] = _facts.GetValueOrDefault(key) + credit.Amount.Amount;
        }

        WriteFacts(joins);
        WriteCredits(credits);
        if (Format == "json")
        {
            WriteJson(credits);
        }
        else
        {
            TextReportWriter.Write(ReportOf(credits), _output, _terminal);
        }

        return ToolProgram.Success;
    }

    private bool ReadAssignments() => CsvFile.Read(AssignmentsPath, _error, _terminal, AssignmentsPath, (rows, _) =>
    {
        string[] attributes = [.. rows.Header.ColNames.Where(name => name is not "payee" and not "start" and not "end" and not "credit")];
        bool hasCredit = rows.Header.ColNames.Contains("credit", StringComparer.Ordinal);
        return Rows(rows, AssignmentsPath, ["payee", "start", "end"], strict: true, row =>
        {
            string end = row["end"].ToString();
            string credit = hasCredit ? row["credit"].ToString() : string.Empty;
            var assignment = Assignment.Of(
                new Id<Payee>(row["payee"].ToString()), "pay-1", Day(row["start"].ToString()), end.Length == 0 ? null : Day(end).PlusDays(1), credit.Length == 0 ? Rate.One : Rate.Parse(credit));
            var filters = new List<(string Attribute, string Value)>();
            foreach (string attribute in attributes)
            {
                string value = row[attribute].ToString();
                if (value.Length > 0)
                {
                    assignment = assignment.Where(attribute, value);
                    filters.Add((attribute, value));
                }
            }

            _assignments.Add(new Assigned(assignment, filters));
        });
    });

    private bool ReadSales() => CsvFile.Read(SalesPath, _error, _terminal, SalesPath, (rows, progress) =>
    {
        string[] attributes = [.. rows.Header.ColNames.Where(name => name is not "id" and not "date" and not "amount")];
        if (By is not null && !attributes.Contains(By, StringComparer.Ordinal))
        {
            _error.WriteLine($"{SalesPath}:1: there is no column '{By}' to count by, expected one of {string.Join(", ", attributes)}");
            return false;
        }

        return Rows(rows, SalesPath, ["id", "date", "amount"], strict: false, row =>
        {
            progress();
            Money amount = Money.Parse(row["amount"].ToString() + " " + _currency.Code);
            var known = new List<(string Name, string Value)>();
            foreach (string name in attributes)
            {
                if (row[name].Span.Length > 0)
                {
                    known.Add((name, row[name].ToString()));
                }
            }

            var sale = new SaleLine(row["id"].ToString(), Day(row["date"].ToString()), amount, [.. known]);
            _ = _calendar.PeriodOf(sale.Date);
            _sales.Add(sale);
            string text = amount.Amount.ToString(CultureInfo.InvariantCulture);
            _scale = Math.Max(Math.Max(_scale, _currency.MinorUnits ?? 0), text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        });
    });

    /// <summary>Takes every row; a bad one is said with its line, and ends the run where all must be good.</summary>
    private bool Rows(SepReader rows, string path, string[] required, bool strict, RowAction take)
    {
        string[] names = [.. rows.Header.ColNames];
        if (!required.All(name => names.Contains(name, StringComparer.Ordinal)))
        {
            _error.WriteLine($"{path}:1: the header is '{string.Join(',', names)}', expected the columns {string.Join(", ", required)}");
            return false;
        }

        int bad = 0;
        foreach (SepReader.Row row in rows)
        {
            string reason = row.ColCount == names.Length ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {names.Length}");
            try
            {
                if (reason.Length == 0)
                {
                    take(row);
                    continue;
                }
            }
            catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
            {
                reason = wrong.Message.Split('\n')[0];
            }

            bad++;
            _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{row.LineNumberFrom}: {reason}"));
        }

        _rejected += strict ? 0 : bad;
        return !strict || bad == 0;
    }

    private void WriteFacts(List<JoinFile> joins)
    {
        foreach ((string payee, LocalDate start) in joins.SelectMany(join => join.Starts))
        {
            _facts.TryAdd((payee, start), 0m);
        }

        if (FactsPath is null)
        {
            return;
        }

        using SepWriter writer = CsvFile.Write(FactsPath);
        foreach (((string payee, LocalDate start), decimal amount) in _facts)
        {
            using SepWriter.Row row = writer.NewRow();
            row["payee"].Set(payee);
            row["start"].Set(LocalDatePattern.Iso.Format(start));
            row["end"].Set(LocalDatePattern.Iso.Format(_calendar.PeriodOf(start).End));
            row[Measure].Set(amount.ToString(CultureInfo.InvariantCulture));
            foreach (JoinFile join in joins)
            {
                foreach ((string column, string cell) in join.Columns.Zip(join.CellsOf(payee, start)))
                {
                    row[column].Set(cell);
                }
            }
        }
    }

    private void WriteCredits(IReadOnlyList<SaleCredit> credits)
    {
        if (CreditsPath is null)
        {
            return;
        }

        using SepWriter writer = CsvFile.Write(CreditsPath);
        foreach (SaleCredit credit in credits)
        {
            using SepWriter.Row row = writer.NewRow();
            row["id"].Set(credit.Sale.Id);
            row["date"].Set(LocalDatePattern.Iso.Format(credit.Sale.Date));
            row["amount"].Set(credit.Sale.Amount.Amount.ToString(CultureInfo.InvariantCulture));
            row["payee"].Set(credit.Assignment?.Payee.Value ?? string.Empty);
            row["credited"].Set(credit.Amount.Amount.ToString(CultureInfo.InvariantCulture));
            row["reason"].Set(credit.Assignment is null ? Nobody(credit.Sale) : string.Empty);
        }
    }

    private void WriteJson(IReadOnlyList<SaleCredit> credits) => _output.Write(JsonText.Object(json =>
    {
        List<SaleLine> nobody = [.. credits.Where(credit => credit.Assignment is null).Select(credit => credit.Sale)];
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("currency", _currency.Code);
        json.WriteBoolean("shared", Share);
        Sales("sales", _sales);
        json.WriteString("credited", Exact(credits.Sum(credit => credit.Amount.Amount)));
        json.WriteNumber("facts", _facts.Count);
        json.WriteNumber("rejected", _rejected);
        Sales("nobody", nobody);
        Groups("nobodyByReason", "reason", nobody.GroupBy(Nobody));
        if (By is string by)
        {
            Groups("salesBy", by, _sales.GroupBy(sale => sale[by] ?? string.Empty));
        }

        void Sales(string name, List<SaleLine> sales)
        {
            json.WriteStartObject(name);
            json.WriteNumber("count", sales.Count);
            json.WriteString("amount", Exact(sales.Sum(sale => sale.Amount.Amount)));
            json.WriteEndObject();
        }

        void Groups(string name, string key, IEnumerable<IGrouping<string, SaleLine>> groups)
        {
            json.WriteStartArray(name);
            foreach (IGrouping<string, SaleLine> group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString(key, group.Key);
                json.WriteNumber("count", group.Count());
                json.WriteString("amount", Exact(group.Sum(sale => sale.Amount.Amount)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }));

    private static string Exact(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private Report ReportOf(IReadOnlyList<SaleCredit> credits)
    {
        var nobody = credits.Where(credit => credit.Assignment is null).Select(credit => credit.Sale).ToList();
        decimal read = _sales.Sum(sale => sale.Amount.Amount);
        decimal uncredited = nobody.Sum(sale => sale.Amount.Amount);
        decimal credited = credits.Sum(credit => credit.Amount.Amount);
        List<string> sentences =
        [
            Say(
                $"{Count(_sales.Count)} sales of {Text(read)} {_currency}: {Count(_sales.Count - nobody.Count)} of {Text(read - uncredited)} earn for somebody, {Count(nobody.Count)} of {Text(uncredited)} for nobody.",
                $"{Count(_sales.Count)}笔销售共 {Text(read)} {_currency}：有归属 {Count(_sales.Count - nobody.Count)}笔 {Text(read - uncredited)}，无归属 {Count(nobody.Count)}笔 {Text(uncredited)}。"),
            Say(
                $"{Text(credited)} is credited{(Share ? ", shared" : ", each assignment by itself")}, in {Count(_facts.Count)} rows of facts.",
                $"计入{(Share ? "（分摊）" : "（各自全额）")} {Text(credited)}，共{Count(_facts.Count)}行计佣数据。"),
        ];
        if (_rejected > 0)
        {
            sentences.Add(Say($"{Count(_rejected)} rows of sales were rejected.", $"{Count(_rejected)}行销售数据被拒绝。"));
        }

        var sections = new List<ReportSection> { new(Say("Credits", "业绩归属"), sentences) };
        if (nobody.Count > 0)
        {
            sections.Add(new ReportSection(Say("Sales of nobody", "无归属的销售"), [], Table(Say("Reason", "原因"), nobody.GroupBy(Nobody))));
        }

        if (By is string by)
        {
            sections.Add(new ReportSection(Say($"Sales by {by}", $"按 {by} 统计"), [], Table(by, _sales.GroupBy(sale => sale[by] ?? Say("none", "无")))));
        }

        return new Report(Say("Who earns on which sale", "销售业绩归属"), sections);
    }

    private ReportTable Table(string heading, IEnumerable<IGrouping<string, SaleLine>> groups)
    {
        var table = new ReportTable((heading, false), (Say("Sales", "笔数"), true), (Say("Amount", "金额"), true));
        foreach (IGrouping<string, SaleLine> group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            table.Add(group.Key, Count(group.Count()), Text(group.Sum(sale => sale.Amount.Amount)));
        }

        return table;
    }

    /// <summary>Why nobody earns on a sale, in words that group.</summary>
    private string Nobody(SaleLine sale)
    {
        foreach (string attribute in _assignments.SelectMany(a => a.Filters.Select(f => f.Attribute)).Distinct(StringComparer.Ordinal))
        {
            if (sale[attribute] is not string value)
            {
                return Say($"it has no {attribute}", $"没有 {attribute}");
            }

            if (!_assignments.Exists(a => a.Filters.Exists(f => f.Attribute == attribute && f.Value == value)))
            {
                return Say($"nobody is assigned to {attribute} {value}", $"{attribute} {value} 无人负责");
            }
        }

        string where = string.Join(", ", _assignments.SelectMany(a => a.Filters.Select(f => f.Attribute)).Distinct(StringComparer.Ordinal).Select(name => $"{name} {sale[name]}"));
        return Say($"nobody held {where} on that day", $"当日无人负责 {where}");
    }

    private string Say(string en, string zhHans) => Language == Language.SimplifiedChinese ? zhHans : en;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : throw new FormatException($"'{text}' is not a date, expected one such as 2025-01-31");

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Text(decimal number) => number.ToString("#,0.00####", CultureInfo.InvariantCulture).Replace(',', ' ');

    private delegate void RowAction(SepReader.Row row);

    /// <summary>An assignment, and the attributes it matches.</summary>
    private sealed record Assigned(Assignment Assignment, List<(string Attribute, string Value)> Filters);
}
