using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>Compares what stands beside a settlement's record with the rows of the record.</summary>
internal static class StoredSettlementCheck
{
    public static IEnumerable<string> Differences(StoredSettlement stored)
    {
        ILookup<string, string[]> rows = stored.Record.Split('\n').Select(row => row.Split('\t').Select(StatementRows.Unescape).ToArray()).ToLookup(cells => cells[0], StringComparer.Ordinal);
        StoredSettlementTotals totals = stored.Totals;
        (string What, string Kind, int[] Cells, IEnumerable<string[]> Values)[] parts =
        [
            ("The contract, the partner or the currency", "contract", [1, 2, 4], [[stored.Contract.Value, stored.Partner.Value, totals.NetDue.Currency.Code]]),
            ("The period", "period", [1, 2], [[ContractBookWriter.Date(stored.Period.Start), ContractBookWriter.Date(stored.Period.End)]]),
            ("What was open, due, paid or carried", "net", [1, 2, 3, 4], [[Amount(totals.Opening), Amount(totals.NetDue), Amount(totals.Paid), Amount(totals.Carried)]]),
            ("What the deposit held or lacks", "held", [1, 2, 3], [[Amount(totals.DepositBefore), Amount(totals.DepositAfter), Amount(totals.DepositShortfall)]]),
            ("The commission statements", "commission", [1, 2, 3, 4, 5, 7], stored.Commissions.Select(statement => new[]
            {
                ContractBookWriter.Date(statement.Period.Start), statement.Plan.Value, Number(statement.Version), Amount(statement.Total), TextHash.Of(statement.Text), Amount(statement.Carried),
            })),
            ("The judgements", "result", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], stored.Judgements.Select(result => new[]
            {
                result.Commitment, ContractBookWriter.Date(result.Period.Start), ContractBookWriter.Date(result.Period.End), result.Session ?? string.Empty,
                Number(result.Threshold), Number(result.Value), Number(result.Reported), Number(result.Measured), result.Verdict.ToString(), result.Status.ToString(), Number(result.Deviation),
            })),
            ("The deposit's movements", "deposit", [2, 3, 5, 6, 7], stored.DepositMovements.Select(moved => new[]
                { ContractBookWriter.Date(moved.Date), moved.Kind.ToString(), Amount(moved.Amount), Amount(moved.Unmet), moved.Reference })),
            ("The journal", "journal", [1, 2, 3, 4], stored.Journal.Select(line => new[] { line.Account, line.Side.ToString(), Amount(line.Amount), line.Reference })),
        ];
        foreach ((string what, string kind, int[] cells, IEnumerable<string[]> values) in parts)
        {
            if (!IsSame(rows[kind].Select(row => cells.Select(cell => cell < row.Length ? row[cell] : string.Empty)), values))
            {
                yield return Problem(what);
            }
        }

        // Id, kind, amount and the sentence in both languages; behind them the evidence, as many cells as there are.
        if (!IsSame(
            rows["line"].Select(row => row.Skip(1).Take(4).Concat(row.Skip(12))),
            stored.Lines.Select(line => (IEnumerable<string>)[line.Id, line.Kind.ToString(), Amount(line.Amount), line.Text.En, line.Text.In(Language.SimplifiedChinese), .. line.Evidence])))
        {
            yield return Problem("The lines");
        }
    }

    /// <summary>The same number without zeros at its end, as it is read.</summary>
    public static decimal Shortest(decimal value) => decimal.Parse(Number(value), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static decimal? Shortest(decimal? value) => value is decimal number ? Shortest(number) : null;

    private static string Problem(string what) => $"{what} beside the record are not those of the record.";

    private static bool IsSame(IEnumerable<IEnumerable<string>> recorded, IEnumerable<IEnumerable<string>> beside) =>
        recorded.Select(Joined).SequenceEqual(beside.Select(Joined), StringComparer.Ordinal);

    // Texts of a settlement have no control characters, so cells that are joined differ where the cells do.
    private static string Joined(IEnumerable<string> cells) => string.Join("\t", cells);

    private static string Amount(Money amount) => Number(amount.Amount * 1_000_000m);

    /// <summary>A number in its shortest form.</summary>
    private static string Number(decimal? value) => value is decimal number ? number.ToString("0.############################", CultureInfo.InvariantCulture) : string.Empty;
}
