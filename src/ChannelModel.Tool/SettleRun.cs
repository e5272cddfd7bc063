using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>One run of <c>channelmodel settle</c>.</summary>
internal sealed class SettleRun
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly List<(int Line, string Reason, string Row)> _rejects = [];

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

        if (!File.Exists(FactsPath))
        {
            _error.WriteLine($"{FactsPath}: there is no such file; expected a file to read");
            return ToolProgram.BadInput;
        }

        string[] paths = [ContractsPath, FactsPath, OutPath, .. RejectsPath is null ? Array.Empty<string>() : [RejectsPath]];
        if (paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Count() != paths.Length)
        {
            _error.WriteLine("channelmodel: two of contracts, facts and outputs are the same file; expected a file for each");
            return ToolProgram.BadInput;
        }

        if (ReadFacts(read.Value) is not ContractFactsFile facts)
        {
            return ToolProgram.BadInput;
        }

        List<Settlement> settled = SettleAll(read.Value, facts, month);
        File.WriteAllText(OutPath, SettlementJson.Write(settled));
        WriteRejects();
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ContractFactsFile? ReadFacts(ContractBook book)
    {
        if (!InputFile.IsUtf8(FactsPath, _error))
        {
            return null;
        }

        try
        {
            using SepReader rows = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).FromFile(FactsPath);
            if (!rows.Header.ColNames.SequenceEqual(ContractFactsFile.Columns, StringComparer.Ordinal))
            {
                _error.WriteLine($"{FactsPath}:1: the columns are '{string.Join(",", rows.Header.ColNames)}', expected '{string.Join(",", ContractFactsFile.Columns)}'");
                return null;
            }

            var facts = new ContractFactsFile(book);
            foreach (SepReader.Row row in rows)
            {
                if (!facts.TryAdd(row, out string reason))
                {
                    _rejects.Add((row.LineNumberFrom, reason, row.Span.ToString()));
                }
            }

            return facts;
        }
        catch (ArgumentException doubled) when (doubled.Message.StartsWith("Col name", StringComparison.Ordinal))
        {
            _error.WriteLine($"{FactsPath}:1: {doubled.Message.Split(" in header")[0]}, expected each column once");
        }
        catch (InvalidDataException broken)
        {
            _error.WriteLine($"{FactsPath}: the file is not CSV: {broken.Message.Split('\n')[0].TrimEnd('\r')}; expected commas, and double quotes around cells with commas");
        }

        return null;
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
                    _rejects.Add((0, $"{contract} is not settled for {LocalDatePattern.Iso.Format(days.Start)} to {LocalDatePattern.Iso.Format(days.End)}: {string.Join("; ", errors)}", contract.Id.Value));
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

            _rejects.AddRange(unused.Values.Select(fact => (0, $"{contract} does not use {fact}", contract.Id.Value)));
        }

        return settled;
    }

    private void WriteRejects()
    {
        if (RejectsPath is null)
        {
            _rejects.ForEach(reject => _error.WriteLine($"{FactsPath}:{(reject.Line == 0 ? string.Empty : Number(reject.Line) + ":")} {reject.Reason}"));
            return;
        }

        using SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(RejectsPath);
        foreach ((int line, string reason, string row) in _rejects)
        {
            using SepWriter.Row reject = writer.NewRow();
            reject["line"].Set(line == 0 ? string.Empty : Number(line));
            reject["reason"].Set(reason);
            reject["row"].Set(row);
        }
    }
}
