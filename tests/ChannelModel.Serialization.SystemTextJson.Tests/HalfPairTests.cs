using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Half of a surrogate pair is no character: no reader takes it for another text, and no writer writes another text for it.</summary>
public sealed class HalfPairTests
{
    private static readonly DateInterval Year = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31));

    private static readonly CommissionPlan Plan = CommissionPlan.Define("p", Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Build();

    private static readonly Dictionary<string, Action<string>> Writers = new(StringComparer.Ordinal)
    {
        ["name of a partner"] = text => ContractBookJson.Write(ContractBook.Of(Contract(new LocalText(text)).Build())),
        ["name in Chinese"] = text => ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("x", text)).Build())),
        ["id of a contract"] = text => ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("x"), text).Build())),
        ["reference of a clause"] = text => ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("x")).Clause(ClauseKind.Breach, text).Build())),
        ["cause of a clawback"] = text => ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("x")).ClawBack(Clawback.None.ForCause(text, Rate.Percent(5))).Build())),
        ["name of a component"] = text => CommissionPlanJson.Write(CommissionPlan.Define("p", Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month, text).Round(Rounding.HalfEven, RoundingPlace.Statement).Build()),
        ["name of a measure"] = text => CommissionPlanJson.Write(CommissionPlan.Define("p", Currency.CNY).Pay(TierTable.Percent(5m), Basis.Money(text, BasisContents.Tax), Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Build()),
        ["id of a record in a statement"] = text => CommissionStatementJson.Write(Statement(text)),
        ["key of a ledger"] = text => CommissionLedgerJson.Write(CommissionLedger.Open(Currency.CNY).Book(text, Statement("r"), Year.Start)),
        ["name of a scorecard"] = text => ScorecardJson.Write(Card(new LocalText(text))),
        ["name of a criterion"] = text => RankingProblemJson.Write(new RankingProblem(DecisionMatrix.Define().Criterion("a", KpiDirection.Higher, 1d, null, new LocalText(text)).Candidate("c", 1d).Build(), RankingMethod.Edas())),
        ["name of a member"] = text => RankingProblemJson.Write(new RankingProblem(DecisionMatrix.Define().Criterion(text, KpiDirection.Higher).Candidate("c", 1d).Build(), RankingMethod.Edas())),
        ["candidate of a score"] = text => ScoreJson.Write([Card(null).Evaluate(ScoreFacts.For(text).With("a", 5m))]),
        ["reference of a settlement"] = text => SettlementJson.Write([Settled(text)]),
        ["reference of a deposit"] = text => ContractAccountJson.Write([Settled(text).Closing]),
    };

    public static TheoryData<string> Places() => new(Writers.Keys);

    [Theory]
    [MemberData(nameof(Places))]
    public void No_writer_changes_a_text_in_silence(string place)
    {
        foreach (string half in new[] { "a\uD800", "\uDC0Bb", "\uDC0B\uD83D", "\\uFFFD\uD800" })
        {
            Writers[place].Invoking(write => write(half)).Should().Throw<ArgumentException>().WithMessage("*half of a surrogate pair*");
        }

        // A whale, the replacement character itself, and what looks like its escape are whole.
        foreach (string whole in new[] { "\uD83D\uDC0B", "\uFFFD", "\\uFFFD", "\\\\uFFFD\"" })
        {
            Writers[place].Invoking(write => write(whole)).Should().NotThrow();
        }
    }

    [Theory]
    [InlineData("\\uD83D")]
    [InlineData("a\\uDC0Bb")]
    [InlineData("\\uDC0B\\uD83D")]
    [InlineData("\\ud83dx\\udc0b")]
    public void No_reader_takes_half_a_pair_for_another_text(string half)
    {
        string contract = ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("NAME")).Clause(ClauseKind.Breach, "REFERENCE").Build()));
        Refused(ContractBookJson.Read(Encoding.UTF8.GetBytes(contract.Replace("NAME", half, StringComparison.Ordinal))).Errors, "$.partners[0].name", contract, "\"NAME\"");
        Refused(ContractBookJson.Read(Encoding.UTF8.GetBytes(contract.Replace("REFERENCE", half, StringComparison.Ordinal))).Errors, "$.contracts[0].versions[0].clauses[0].reference", contract, "\"REFERENCE\"");
        Refused(ContractBookJson.Read(Encoding.UTF8.GetBytes(contract.Replace("\"live\"", $"\"{half}\"", StringComparison.Ordinal))).Errors, "$.contracts[0].channel", contract, "\"live\"");

        // Where names are data, half of one is an error as well.
        string growth = File.ReadAllText(Path.Combine(RuleFile.Root, "docs", "plans", "rankings", "channels.json"));
        IReadOnlyList<JsonError> errors = RankingProblemJson.Read(Encoding.UTF8.GetBytes(growth.Replace("\"reach\"", $"\"{half}\"", StringComparison.Ordinal))).Errors;
        errors.Where(error => error.Problem == "half of a surrogate pair was found").Should().HaveCount(6, "an id, four members and bounds");
    }

    [Fact]
    public void Both_halves_are_one_character() =>
        ContractBookJson.Read(Encoding.UTF8.GetBytes(ContractBookJson.Write(ContractBook.Of(Contract(new LocalText("NAME")).Build())).Replace("NAME", "\\uD83D\\uDC0B", StringComparison.Ordinal))).Value.Partners[0].Name.En.Should().Be("\uD83D\uDC0B");

    private static void Refused(IReadOnlyList<JsonError> errors, string path, string json, string at)
    {
        JsonError error = errors.Should().ContainSingle(found => found.Problem.Contains("surrogate")).Subject;
        string before = json[..json.IndexOf(at, StringComparison.Ordinal)];
        (error.Path, error.Problem, error.Expected).Should().Be((path, "half of a surrogate pair was found", "whole characters, each as itself or as both of its escapes"));
        (error.Line, error.Column).Should().Be((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')));
    }

    private static PartnerContractBuilder Contract(LocalText name, string id = "c") =>
        PartnerContract.Define(id, new Partner(new Id<Partner>("star"), name, PartnerKind.Mcn), new Id<Channel>("live"), Year, Currency.CNY).Pay(Plan).Deposit(DepositTerms.Of(Money.Of(5m, Currency.CNY))).Round(Rounding.HalfEven);

    private static CommissionStatement Statement(string record) => CommissionPlan.Define("each", Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.PerRecord)
        .Round(Rounding.HalfEven, RoundingPlace.Statement).Build().Resolve(Year.Start).Explain(CommissionFacts.For(new Id<Payee>("star"), Year).WithRecords(FactRecord.Of(record).With(Basis.NetRevenue, 5m)));

    private static Scorecard Card(LocalText? name) => Scorecard.Define("card", name).Add(ScoreCriterion.Of("a", new LocalText("A"), KpiUnit.Count, ValueCurve.Rising(0, 10), weight: 100)).Build();

    private static Settlement Settled(string reference)
    {
        PartnerContract contract = Contract(new LocalText("x")).Build();
        var january = new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));
        return contract.Settle(january, [ContractFact.DepositPaid(january.Start, Money.Of(5m, Currency.CNY), reference), ContractFact.Commission(CommissionFacts.For(contract.Partner.Payee, january).With(Basis.NetRevenue, 1m))], contract.Open());
    }
}
