using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tests.Commissions;

/// <summary>Three years of orders of AdventureWorks (docs/data/adventureworks): what each salesperson earned in each quota quarter.</summary>
public sealed class AdventureWorksTests
{
    private static readonly Currency Usd = Currency.USD;
    private static readonly string[][] Orders = [.. Read("orders.csv").Where(o => o[4] == "reseller").Select(o => new[] { o[0], o[1], o[3], o[5], o[6], o[2] })];
    private static readonly string[][] Quotas = Read("quotas.csv");
    private static readonly Dictionary<string, decimal> Rates = Read("rates.csv").ToDictionary(r => r[0], r => Rate.Parse(r[1]).ToFraction(), StringComparer.Ordinal);

    private static readonly LocalDate[] Starts = [.. Quotas.Select(q => Day(q[1])).Distinct().OrderBy(d => d)];

    private static readonly PeriodCalendar Quarters = PeriodCalendar.Custom(
        "quota-quarter", Starts.Select((start, i) => new DateInterval(start, i + 1 < Starts.Length ? Starts[i + 1].PlusDays(-1) : new LocalDate(2014, 5, 31))));

    [Fact]
    public void Commission_at_each_rate_reconciles_to_all_reseller_sales()
    {
        CommissionStatement[] statements = [.. Facts().Select(f => Personal(Rates[f.Payee.Value]).Explain(f))];
        statements.Should().HaveCount(163);
        statements.Should().OnlyContain(s => s.Verify().Count == 0);
        Money.Sum(statements.SelectMany(s => s.Lines).Where(l => l.Kind == LineKind.Tier).Select(l => Money.Of(l.Portion!.Value, Usd)), Usd).Should().Be(Money.Of(80_487_704.1832m, Usd));
        Money.Sum(statements.Select(s => s.Total), Usd).Should().Be(Money.Of(1_101_643.43m, Usd));

        CommissionStatement one = statements.Single(s => s.Facts.Payee.Value == "275" && s.Facts.Period.Start == new LocalDate(2012, 8, 30));
        one.Total.Should().Be(Money.Of(11_771.54m, Usd)); // 980 961.4448 at 1.2 %
        one.Lines[0].Text(Language.English).Should().Be("Gate (attainment of net-revenue 74.09074356% against 0%: met)");
    }

    [Fact]
    public void A_tiered_plan_over_the_same_orders()
    {
        ResolvedPlan tiered = CommissionPlan.Define("tiered", Usd)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(1), Tier.From(200_000).Percent(1.5m), Tier.From(500_000).Percent(2)), Basis.NetRevenue, Cycle.Quarter)
            .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2014, 5, 31));
        Money.Sum(Facts().Select(tiered.Evaluate), Usd).Should().Be(Money.Of(1_164_300.95m, Usd));
    }

    [Fact]
    public void Territories_credit_who_held_them_on_the_day_of_the_order()
    {
        Assignment[] held =
        [
            .. Read("territories.csv").Select(h =>
                Assignment.Of(new Id<Payee>(h[0]), "pay-1", Day(h[2]), h[3].Length == 0 ? null : Day(h[3]).PlusDays(1), Rate.One).Where("territory", h[1])),
        ];
        IReadOnlyList<SaleCredit> credits = Crediting.Credit(
            Orders.Select(o => new SaleLine(o[0], Day(o[1]), Money.Of(Dec(o[5]), Usd), ("territory", o[4]))), held, Rounding.HalfEven);
        Sum(c => c.Assignment?.Payee.Value == "275").Should().Be(Money.Of(7_341_575.0487m, Usd));
        Sum(c => c.Assignment?.Payee.Value == "290").Should().Be(Money.Of(4_607_537.9330m, Usd));
        Sum(_ => true).Should().Be(Money.Of(125_767_164.5623m, Usd)); // territories are shared: overlay credit
        credits.Count(c => c.Assignment is null).Should().Be(0); // no reseller order is without a territory, none without a holder

        Money Sum(Func<SaleCredit, bool> which) => Money.Sum(credits.Where(which).Select(c => c.Amount), Usd);
    }

    [Fact]
    public void The_basis_of_order_dates_is_reported() =>
        Orders.GroupBy(o => o[2]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}").Should().Equal("bracketed 2803", "estimated 219", "exact 784");

    private static IEnumerable<CommissionFacts> Facts() =>
        from order in Orders
        group Dec(order[5]) by (Person: order[3], Period: Quarters.PeriodOf(Day(order[1]))) into quarter
        let quota = Quotas.Single(q => q[0] == quarter.Key.Person && Day(q[1]) == quarter.Key.Period.Start)
        select CommissionFacts.For(new Id<Payee>(quarter.Key.Person), quarter.Key.Period)
            .With(Basis.NetRevenue, quarter.Sum()).WithTarget(Basis.NetRevenue, Dec(quota[2]));

    private static ResolvedPlan Personal(decimal rate) => CommissionPlan.Define("personal", Usd)
        .Pay(TierTable.Percent(rate * 100m), Basis.NetRevenue, Cycle.Quarter)
        .Gate(Basis.AttainmentOf(Basis.NetRevenue), 0)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2014, 5, 31));

    private static string[][] Read(string file)
    {
        string? folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder!, "docs", "data", "adventureworks")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return [.. File.ReadLines(Path.Combine(folder!, "docs", "data", "adventureworks", file)).Skip(1).Select(line => line.Split(','))];
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static decimal Dec(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
