using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime;
using NodaTime.Text;
using nietras.SeparatedValues;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel settle</c>.</summary>
internal sealed class SettleRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly List<RejectedRow> _rejects = [];

    public SettleRun(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
    }

    public required string ContractsPath { get; init; }

    public required string FactsPath { get; init; }

    public required string Period { get; init; }

    public required string OutPath { get; init; }

    public string? RejectsPath { get; init; }

    public bool Explain { get; init; }

    public required string Format { get; init; }

    public Language Language { get; init; }

    public bool Strict { get; init; }

    public int Settle()
    {
        if (!YearMonthPattern.Iso.Parse(Period).TryGetValue(default, out YearMonth month))
        {
            _error.WriteLine($"channelmodel: --period '{Period}' is no month, expected one such as 2025-02");
            return ToolProgram.BadInput;
        }

        if (!InputFile.TryRead(ContractsPath, _error, out byte[] bytes))
        {
            return ToolProgram.BadInput;
        }

        JsonReadResult<ContractBook> read = ContractBookJson.Read(bytes);
        if (!read.Succeeded)
        {
            InputFile.Report(ContractsPath, read.Errors, _error);
            return ToolProgram.BadInput;
        }

        if (!InputFile.AreApart([ContractsPath, FactsPath], [OutPath, RejectsPath], _error))
        {
            return ToolProgram.BadInput;
        }

        if (ReadFacts(read.Value) is not ContractFactsFile facts)
        {
            return ToolProgram.BadInput;
        }

        List<Settlement> settled = SettleAll(read.Value, facts, month);
        File.WriteAllText(OutPath, SettlementJson.Write(settled));
        RejectsFile.Write(RejectsPath, FactsPath, _rejects, _error);
        if (Format == "json")
        {
            WriteJson(settled);
            return Strict && _rejects.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
        }

        if (Explain)
        {
            settled.ForEach(settlement => _output.WriteLine(settlement.ToText(Language) + "\n"));
        }

        bool zh = Language == Language.SimplifiedChinese;
        string breaches = Number(settled.Sum(settlement => settlement.Breaches.Count));
        string paid = string.Join(", ", settled.GroupBy(settlement => settlement.NetDue.Currency).Select(group => Money.Sum(group.Select(settlement => settlement.Paid), group.Key).ToString("N", CultureInfo.InvariantCulture)));
        _output.WriteLine(zh
            ? $"{Period}：结算{Number(settled.Count)}份合同，违约{breaches}项，拒绝{Number(_rejects.Count)}行；应付合计{(paid.Length == 0 ? "0" : paid)}"
            : $"{Period}: {Number(settled.Count)} contracts settled, {breaches} breaches, {Number(_rejects.Count)} rejects; {(paid.Length == 0 ? "0" : paid)} to pay");
        return Strict && _rejects.Count > 0 ? ToolProgram.Findings : ToolProgram.Success;
    }

    /// <summary>What was settled, in short: the settlements themselves are in their file.</summary>
    private void WriteJson(List<Settlement> settled) => _output.Write(JsonText.Object(json =>
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("period", Period);
        json.WriteNumber("rejected", _rejects.Count);
        json.WriteStartArray("toPay");
        foreach (IGrouping<Currency, Settlement> group in settled.GroupBy(settlement => settlement.NetDue.Currency))
        {
            json.WriteStartObject();
            json.WriteString("currency", group.Key.Code);
            json.WriteString("amount", Exact(Money.Sum(group.Select(settlement => settlement.Paid), group.Key)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("settlements");
        foreach (Settlement settlement in settled)
        {
            json.WriteStartObject();
            json.WriteString("contract", settlement.Contract.Id.Value);
            json.WriteString("start", LocalDatePattern.Iso.Format(settlement.Period.Start));
            json.WriteString("end", LocalDatePattern.Iso.Format(settlement.Period.End));
            json.WriteString("currency", settlement.NetDue.Currency.Code);
            json.WriteString("netDue", Exact(settlement.NetDue));
            json.WriteString("paid", Exact(settlement.Paid));
            json.WriteString("carried", Exact(settlement.Carried));
            json.WriteStartArray("breaches");
            foreach (CommitmentResult breach in settlement.Breaches)
            {
                json.WriteStringValue(breach.Commitment.Code);
            }

            json.WriteEndArray();
            if (Explain)
            {
                json.WriteStartArray("explanation");
                foreach (string line in settlement.ToText(Language).Split('\n'))
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));

    private static string Exact(Money amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ContractFactsFile? ReadFacts(ContractBook book)
    {
        var facts = new ContractFactsFile(book);
        return CsvFile.Read(FactsPath, _error, rows => ReadAll(rows, facts)) ? facts : null;
    }

    private bool ReadAll(SepReader rows, ContractFactsFile facts)
    {
        if (!rows.Header.ColNames.SequenceEqual(ContractFactsFile.Columns, StringComparer.Ordinal))
        {
            _error.WriteLine($"{FactsPath}:1: the columns are '{string.Join(",", rows.Header.ColNames)}', expected '{string.Join(",", ContractFactsFile.Columns)}'");
            return false;
        }

        foreach (SepReader.Row row in rows)
        {
            string text = row.Span.ToString();
            if (!facts.TryAdd(row, out string reason))
            {
                _rejects.Add(new RejectedRow(row.LineNumberFrom, reason, text));
            }
        }

        return true;
    }

    private List<Settlement> SettleAll(ContractBook book, ContractFactsFile facts, YearMonth month)
    {
        var settled = new List<Settlement>();
        DateInterval wanted = month.ToDateInterval();
        foreach (PartnerContract contract in book.Contracts)
        {
            IReadOnlyList<ContractFact> known = facts.Of(contract);
            ContractAccount account = contract.Open();
            var unused = new Dictionary<ContractFact, UnusedFact>();

            // A month at a time: what is settled by quarters is settled in the month that ends them.
            foreach (IGrouping<YearMonth, DateInterval> part in contract.Slices(contract.Term).GroupBy(slice => slice.End.ToYearMonth()).Where(group => group.Key.CompareTo(month) <= 0))
            {
                var days = new DateInterval(part.First().Start, part.Last().End);
                IReadOnlyList<FactError> errors = contract.Check(days, known, account);
                if (errors.Count > 0)
                {
                    _rejects.Add(new RejectedRow(0, $"{contract} is not settled for {LocalDatePattern.Iso.Format(days.Start)} to {LocalDatePattern.Iso.Format(days.End)}: {string.Join("; ", errors)}", contract.Id.Value));
                    break;
                }

                Settlement settlement = contract.Settle(days, known, account);
                account = settlement.Closing;
                foreach (UnusedFact fact in settlement.Unused)
                {
                    _ = unused.TryAdd(fact.Fact, fact); // the first reason: later months only know that the days are settled
                }

                if (wanted.Contains(days.End))
                {
                    settled.Add(settlement);
                }
            }

            _rejects.AddRange(unused.Values.Select(fact => new RejectedRow(0, $"{contract} does not use {fact}", contract.Id.Value)));
        }

        return settled;
    }
}
