using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson;
using NodaTime;

namespace ChannelModel.Fuzz;

/// <summary>A reader, and what must hold whatever it is given: it throws nothing; it gives a value or errors with their places; a value is written, read again as an equal one, and written in the same bytes.</summary>
internal sealed class JsonReader
{
    // Made when it is needed: the instrumented library cannot be called before the fuzzer runs.
    private static readonly Lazy<BudgetProblem<string>> Budget = new(() => BudgetProblem.Create(
        Money.Of(1000m, Currency.CNY),
        [
            BudgetLine.Of("a", ResponseCurve.Logarithmic(size: 100d, scale: 50d)),
            BudgetLine.Of("b", ResponseCurve.Hill(ceiling: 500d, halfSpend: 300d, steepness: 2d)).AtMost(Money.Of(900m, Currency.CNY)),
            BudgetLine.Of("c", ResponseCurve.Power(size: 3d, exponent: 0.5d)).FixedAt(Money.Of(10m, Currency.CNY)),
        ]));

    // Every part of an account has something in this contract that it can be of.
    private static readonly Lazy<ContractBook> Book = new(() => ContractBook.Of(PartnerContract
        .Define("star-2025", new Partner(new Id<Partner>("star"), new LocalText("Star"), PartnerKind.Mcn), new Id<Channel>("live"), new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31)), Currency.CNY)
        .Value(Money.Of(1_000_000m, Currency.CNY))
        .Pay(CommissionPlan.Define("live", Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Cap(Money.Of(25_000m, Currency.CNY), Cycle.Quarter, Excess.Carried).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build())
        .Commit(Commitment.AtLeast("traffic", CommitmentMetric.Traffic, 2_000_000m, CommitmentPeriod.Month, Measurement.Reported).ShortfallCosts(DeviationPrice.Proportional(300_000m)))
        .Deposit(DepositTerms.OfValue(Rate.Percent(20)))
        .HoldBack(Rate.Percent(10), releasedAfterMonths: 2)
        .Advance(new Draw(DrawKind.Recoverable, Money.Of(900m, Currency.CNY), 2, Rate.Percent(30)))
        .Round(Rounding.HalfAwayFromZero)
        .Amend(new LocalDate(2025, 3, 15), new LocalDate(2025, 3, 1))
        .Build()));

    private readonly Func<byte[], string> _check;

    private JsonReader(string name, Func<byte[], string> check)
    {
        Name = name;
        _check = check;
    }

    /// <summary>Gets all readers of the package, and the checks of records that are texts.</summary>
    public static IReadOnlyList<JsonReader> All { get; } =
    [
        Of("budget-problem", bytes => BudgetProblemJson.Read(bytes), BudgetProblemJson.Write),
        Of("budget-solution", bytes => BudgetSolutionJson.Read(bytes), BudgetSolutionJson.Write, solution => solution.Verify()),
        Of("commission-ledger", bytes => CommissionLedgerJson.Read(bytes), CommissionLedgerJson.Write, ledger => ledger.Verify()),
        Of("commission-plan", bytes => CommissionPlanJson.Read(bytes), CommissionPlanJson.Write),
        Of("commission-statement", bytes => CommissionStatementJson.Read(bytes), CommissionStatementJson.Write, statement => statement.Verify()),
        Of("contract-account", bytes => ContractAccountJson.Read(bytes, Book.Value), ContractAccountJson.Write),
        Of("contract", bytes => ContractBookJson.Read(bytes), ContractBookJson.Write),
        Of("growth-plan", bytes => GrowthPlanJson.Read(bytes), GrowthPlanJson.Write),
        Of("kpis", bytes => KpiSetJson.Read(bytes), KpiSetJson.Write),
        Of("partnerships", bytes => PartnershipBookJson.Read(bytes), PartnershipBookJson.Write),
        Of("plan-history", bytes => PlanHistoryJson.Read(bytes), PlanHistoryJson.Write),
        Of("ranking", bytes => RankingJson.Read(bytes), RankingJson.Write, ranking => ranking.Verify()),
        Of("ranking-problem", bytes => RankingProblemJson.Read(bytes), RankingProblemJson.Write),
        Of("score", bytes => ScoreJson.Read(bytes), ScoreJson.Write, scores => [.. scores.SelectMany(score => score.Verify())]),
        Of("scorecard", bytes => ScorecardJson.Read(bytes), ScorecardJson.Write),
        Of("scorecard-history", bytes => ScorecardHistoryJson.Read(bytes), ScorecardHistoryJson.Write),
        Of("settlement", bytes => SettlementJson.Read(bytes), SettlementJson.Write, settlements => [.. settlements.SelectMany(settlement => settlement.Verify())]),
        Of("split", bytes => SplitJson.ReadProblem(bytes), SplitJson.Write),
        Of("split-solution", bytes => SplitJson.ReadSolution(bytes), SplitJson.Write, solution => solution.Verify()),
        Text("budget-record", record => Budget.Value.Verify(record)),
        Text("score-record", ScoreRecord.Verify),
        Text("settlement-record", SettlementRecord.Verify),
        Text("statement-record", StatementRecord.Verify),
    ];

    /// <summary>Gets the name, which is that of its folder in corpus.</summary>
    public string Name { get; }

    /// <summary>Reads, and says in a word what came of it; throws where something that must hold does not.</summary>
    public string Check(byte[] input) => _check(input);

    private static JsonReader Of<T>(string name, Func<byte[], JsonReadResult<T>> read, Func<T, string>? write, Func<T, IReadOnlyList<string>>? verify = null)
        where T : class => new(name, bytes =>
        {
            JsonReadResult<T> result = read(bytes);
            Must(result.Succeeded == (result.Errors.Count == 0), "a value and errors", name);
            int last = 0;
            foreach (JsonError error in result.Errors)
            {
                Must(error.Line >= last && error.Column > 0 && error.Path.StartsWith('$') && error.Problem.Length > 0 && error.Expected.Length > 0, "an error without its place", error.ToString());
                last = error.Line;
            }

            if (!result.Succeeded)
            {
                return $"{result.Errors.Count} errors, the first {result.Errors[0]}";
            }

            if (write is not null)
            {
                string written = write(result.Value);
                JsonReadResult<T> again = read(Encoding.UTF8.GetBytes(written));
                Must(again.Succeeded, "what was written is not read", string.Join("\n", again.Errors) + "\n" + written);
                IReadOnlyList<string> differences = Same.Differences(result.Value, again.Value);
                Must(differences.Count == 0, "what was written is another value", string.Join("\n", differences.Take(5)) + "\n" + written);
                Must(write(again.Value) == written, "what was written is written otherwise", written);
            }

            return verify is null ? "read" : $"read, {verify(result.Value).Count} problems";
        });

    private static JsonReader Text(string name, Func<string, IReadOnlyList<string>> verify) => new(name, bytes => $"{verify(Encoding.UTF8.GetString(bytes)).Count} problems");

    private static void Must(bool holds, string problem, string detail)
    {
        if (!holds)
        {
            throw new InvalidOperationException(problem + ": " + detail);
        }
    }
}
