using System;
using System.IO;
using ChannelModel;
using ChannelModel.Allocation;
using ChannelModel.Bulk;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson;
using NodaTime;

// Each part once, with a known answer. The argument is the folder of the documentation, whose rule files are read.
string docs = args[0];
int wrong = 0;

void Check<T>(string what, T actual, T expected)
{
    bool same = Equals(actual, expected);
    wrong += same ? 0 : 1;
    Console.WriteLine(same ? $"ok    {what}: {actual}" : $"WRONG {what}: {actual}, expected {expected}");
}

CommissionPlan plan = CommissionPlanJson.Read(File.ReadAllBytes(Path.Combine(docs, "plans", "commissions", "group-leader.json"))).Value;
var february = new DateInterval(new LocalDate(2025, 2, 1), new LocalDate(2025, 2, 28));
CommissionFacts facts = CommissionFacts.For(new Id<Payee>("leader-017"), february)
    .With(Basis.Orders, 620m).With(Basis.RepurchaseRate, 31.5m).With(Basis.NetRevenue, 100_000.55m);
CommissionStatement statement = plan.Resolve(february.End).Explain(facts);
Check("commission", statement.Total, Money.Of(8_000.04m, Currency.CNY));
Check("statement verifies", statement.Verify().Count, 0);

GrowthPlan growth = GrowthPlanJson.Read(File.ReadAllBytes(Path.Combine(docs, "plans", "growth-plan-2025.json"))).Value;
Check("findings of the growth plan", PlanAudit.Of(growth).Findings.Count, 37);

Scorecard card = ScorecardJson.Read(File.ReadAllBytes(Path.Combine(docs, "models", "group-leader.json"))).Value;
ScoreResult score = card.Evaluate(ScoreFacts.For("leader-017").With("orders", 124).With("repurchase", Rate.Percent(26.5m), sample: 98).With("positive-rating", Rate.Percent(98), sample: 87));
Check("score", score.Score, 73.2m);
Check("score verifies", score.Verify().Count, 0);

DecisionMatrix agencies = DecisionMatrix.Define()
    .Criterion("roi", KpiDirection.Higher, weight: 3)
    .Criterion("fee", KpiDirection.Lower, weight: 2, unit: "CNY")
    .Candidate("mcn-1", 1.4, 500_000)
    .Candidate("mcn-2", 1.2, 200_000)
    .Candidate("mcn-3", -0.2, 100_000)
    .Build();
Check("ranked", RankingMethod.Topsis().Rank(agencies).ToText(Language.English).Length > 0, true);

KpiSet watched = KpiSetJson.Read(File.ReadAllBytes(Path.Combine(docs, "plans", "kpis", "growth-plan-2025.json"))).Value;
Check("KPIs read", KpiSetJson.Read(System.Text.Encoding.UTF8.GetBytes(KpiSetJson.Write(watched))).Succeeded, true);

BudgetProblem<Id<Channel>> budget = BudgetProblemJson.Read(File.ReadAllBytes(Path.Combine(docs, "plans", "budgets", "growth-plan-2025.json"))).Value;
BudgetSolution<Id<Channel>> best = budget.Solve();
Check("budget", best.Total, Money.Of(3_000_000m, Currency.CNY));
Check("budget verifies", best.Verify().Count, 0);

Check("contracts read", ContractBookJson.Read(File.ReadAllBytes(Path.Combine(docs, "contracts", "growth-plan-2025.json"))).Succeeded, true);
ContractBook contracts = ContractBookJson.Read(File.ReadAllBytes(Path.Combine(docs, "contracts", "growth-plan-2025.json"))).Value;
var accounts = ContractAccountJson.Read(File.ReadAllBytes(Path.Combine(docs, "contracts", "accounts-2025-01.json")), contracts).Value;
Check("accounts come back", ContractAccountJson.Read(System.Text.Encoding.UTF8.GetBytes(ContractAccountJson.Write(accounts)), contracts).Value.Count, 3);
CommissionLedger ledger = CommissionLedger.Open(Currency.CNY).Book("leader-017/2025-02", statement, february.End);
Check("ledger verifies", CommissionLedgerJson.Read(System.Text.Encoding.UTF8.GetBytes(CommissionLedgerJson.Write(ledger))).Value.Verify().Count, 0);
PlanHistory history = PlanHistory.AnchoredAt(DateAnchor.Order).With(plan, february.Start, null);
Check("versions read", PlanHistoryJson.Read(System.Text.Encoding.UTF8.GetBytes(PlanHistoryJson.Write(history))).Value.Versions.Count, 1);
RankingProblem channels = RankingProblemJson.Read(File.ReadAllBytes(Path.Combine(docs, "plans", "rankings", "channels.json"))).Value;
Check("ranking verifies", RankingJson.Read(System.Text.Encoding.UTF8.GetBytes(RankingJson.Write(channels.Rank()))).Value.Verify().Count, 0);
Check("stage", Partnership.Begin(new Partner(new Id<Partner>("mcn-1"), new LocalText("Star MCN"), PartnerKind.Mcn), new LocalDate(2025, 1, 1)).Stage, PartnershipStage.InitialContact);

BulkPlan bulk = BulkPlan.Of(
    CommissionPlan.Define("agency", Currency.CNY)
        .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(3), Tier.From(10_000).Percent(4), Tier.From(25_000).Percent(5)), Basis.NetRevenue, Cycle.Month)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
        .Build().Resolve(new LocalDate(2025, 1, 31)),
    ColumnScales.OfMinorUnits(Currency.CNY));
long[] revenue = [999_999, 1_000_000, -5, 12_345_678];
var due = new long[revenue.Length];
var status = new byte[revenue.Length];
Check("bulk failures", bulk.Evaluate(revenue, due, status), 1);
Check("bulk", due[3], 582_284L);

return wrong == 0 ? 0 : 1;
