using System;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Corpus;

/// <summary>Generated plans of every mode with modifiers, paid and explained.</summary>
internal static class CommissionCorpus
{
    private static readonly Currency[] Currencies = [Currency.CNY, Currency.USD, Currency.JPY, Currency.KWD];

    public static void Write(Ledger ledger, int count)
    {
        var dice = new Dice(2025);
        for (int i = 0; i < count; i++)
        {
            Currency currency = dice.Pick(Currencies);
            CommissionPlan plan = Plan(dice, currency, i);
            ResolvedPlan rules = plan.Resolve(new LocalDate(2025, 2, 28));
            CommissionFacts facts = Facts(dice, currency);
            if (rules.Check(facts) is { Count: > 0 } refused)
            {
                ledger.Write(string.Join("; ", refused));
                continue;
            }

            CommissionStatement statement = rules.Explain(facts);
            Money due = rules.Evaluate(facts);
            statement.Total.Should().Be(due);
            statement.Verify().Should().BeEmpty();
            ledger.Write(due.ToString());
            ledger.Write(statement.ToText(Language.English));
            ledger.Write(statement.ToText(Language.SimplifiedChinese));
            foreach (StatementLine line in statement.Lines)
            {
                ledger.Write($"{line.Id} {line.Kind} {line.Amount} {line.Rate}");
            }

            foreach (PlanFinding finding in PlanLint.Check(plan))
            {
                ledger.Write(finding.Message.En);
            }
        }
    }

    private static CommissionPlan Plan(Dice dice, Currency currency, int number)
    {
        CommissionPlanBuilder builder = CommissionPlan.Define("plan-" + number.ToString(CultureInfo.InvariantCulture), currency);
        builder = dice.Int(0, 7) == 0
            ? builder.Pay(Grid(dice), Basis.NetRevenue, Cycle.Month)
            : builder.Pay(Table(dice), Basis.NetRevenue, Cycle.Month);
        if (dice.Int(0, 3) == 0)
        {
            builder = builder.Bonus(TierTable.Step(Edge.LowerIncluded, Tier.From(0).Flat(0), Tier.From(dice.Int(1, 400)).Flat(dice.Int(1, 900))).OnZero(ZeroValue.PaysNothing), Basis.Orders);
        }

        if (dice.Int(0, 3) == 0)
        {
            builder = builder.Gate(Basis.Orders, dice.Int(0, 300));
        }

        if (dice.Int(0, 2) == 0)
        {
            builder = builder.Cap(Money.Of(dice.Int(100, 90_000), currency), Cycle.Month, dice.Coin() ? Excess.Lost : Excess.Carried);
        }

        if (dice.Int(0, 3) == 0)
        {
            builder = builder.Floor(Money.Of(dice.Int(1, 90), currency), dice.Coin());
        }

        return builder
            .Round(dice.Pick(Rounding.All.ToArray()), dice.Pick(RoundingPlace.Statement, RoundingPlace.Line, RoundingPlace.Tier))
            .Build();
    }

    private static TierTable Table(Dice dice)
    {
        Edge edge = dice.Coin() ? Edge.LowerIncluded : Edge.UpperIncluded;
        ZeroValue zero = dice.Coin() ? ZeroValue.PaysNothing : ZeroValue.TouchesFirstTier;
        int count = dice.Int(1, 7);
        long[] edges = [0, .. Enumerable.Range(0, count).Select(_ => dice.From(1, 4_000_000)).Distinct().OrderBy(e => e)];
        switch (dice.Int(0, 5))
        {
            case 0:
                return TierTable.WholeAmount(edge, edges.Select(e => Tier.From(e / 100m).Percent(dice.Int(0, 300_000) / 10_000m))).OnZero(zero);
            case 1:
                return TierTable.Step(edge, edges.Select(e => Tier.From(e / 100m).Flat(dice.Int(0, 9_000)))).OnZero(zero);
            case 2:
                return TierTable.Interpolated(edge, edges.Zip(edges.Skip(1), (a, b) => Tier.From(a / 100m).To(b / 100m).Flat(dice.Int(0, 900)))).OnZero(zero);
            case 3:
                return TierTable.Packages(dice.Int(1, 900), dice.Int(1, 5_000) / 100m, dice.Pick(BlockRounding.Up, BlockRounding.Down, BlockRounding.Nearest), dice.Int(0, 500));
            case 4:
                return TierTable.Curve(AfterLast.Flat, edges.Select(e => new CurvePoint(e / 100m, dice.Int(0, 9_000)))).OnZero(zero);
            default:
                return TierTable.Graduated(edge, edges.Select(e => dice.Int(0, 4) == 0
                    ? Tier.From(e / 100m).Percent(dice.Int(0, 300_000) / 10_000m).Flat(dice.Int(0, 40)).AtMost(dice.Int(50, 9_000))
                    : Tier.From(e / 100m).Percent(dice.Int(0, 300_000) / 10_000m))).OnZero(zero);
        }
    }

    private static RateGrid Grid(Dice dice)
    {
        var percents = new decimal[3, 3];
        for (int i = 0; i < 9; i++)
        {
            percents[i / 3, i % 3] = dice.Int(0, 200) / 10m;
        }

        return RateGrid.Percent(Axis.Orders(0, 100, 500), Axis.RepurchasePercent(0, 20, 30), dice.Coin() ? Edge.LowerIncluded : Edge.UpperIncluded, percents);
    }

    private static CommissionFacts Facts(Dice dice, Currency currency)
    {
        long most = dice.Pick(100L, 10_000, 5_000_000, 900_000_000_000);
        decimal revenue = dice.From(0, most) / (currency.MinorUnits == 0 ? 1m : 100m);
        return CommissionFacts
            .For(new Id<Payee>("payee-" + dice.Int(1, 99).ToString(CultureInfo.InvariantCulture)), new DateInterval(new LocalDate(2025, 2, 1), new LocalDate(2025, 2, 28)))
            .With(Basis.NetRevenue, revenue)
            .With(Basis.Orders, dice.Int(0, 700))
            .With(Basis.RepurchaseRate, dice.Int(0, 1_000) / 10m);
    }
}
