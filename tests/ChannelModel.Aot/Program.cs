using System;
using System.IO;
using ChannelModel;
using ChannelModel.Commissions;
using ChannelModel.Planning;
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

return wrong == 0 ? 0 : 1;
