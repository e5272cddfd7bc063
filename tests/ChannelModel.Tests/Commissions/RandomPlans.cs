using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Plans that use every mode, policy and modifier, and facts for them, each from a seed. Numbers are small, so that edges and halves are common.</summary>
internal sealed class RandomPlans
{
    private static readonly DateInterval January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));
    private static readonly Basis OwnRate = Basis.Rate("own-rate");
    private static readonly Basis Visits = Basis.Count("visits");
    private static readonly Basis Taxed = Basis.Money("with tax", BasisContents.Tax);
    private readonly Random _random;
    private readonly Currency _currency;

    private RandomPlans(int seed)
    {
        _random = new Random(seed);
        _currency = Pick(Currency.CNY, Currency.JPY, Currency.USD);
    }

    /// <summary>A plan that builds.</summary>
    public static CommissionPlan Plan(int seed)
    {
        for (int attempt = 0; ; attempt++)
        {
            if (new RandomPlans((seed * 31) + attempt).Define().TryBuild(out CommissionPlan? plan, out IReadOnlyList<PlanError> errors))
            {
                return plan;
            }

            if (attempt == 40)
            {
                throw new InvalidOperationException("No plan builds: " + string.Join(" | ", errors));
            }
        }
    }

    /// <summary>Facts with all that a plan may ask for.</summary>
    public static CommissionFacts Facts(CommissionPlan plan, int seed)
    {
        var random = new RandomPlans(seed);
        return random.FactsOf(plan);
    }

    private CommissionPlanBuilder Define()
    {
        Rounding rounding = Rounding.All[_random.Next(9)];
        rounding = Chance(4) ? rounding.WithScale(_random.Next(7)) : rounding;
        CommissionPlanBuilder plan = CommissionPlan.Define("random", _currency).Round(rounding, Pick(RoundingPlace.Statement, RoundingPlace.Line, RoundingPlace.Tier));
        bool onExcess = Chance(8);
        Accumulation accumulation = Pick(Accumulation.PerPeriod, Accumulation.PerPeriod, Accumulation.PerRecord, Accumulation.Cumulative, Accumulation.TrueUp);
        onExcess &= accumulation != Accumulation.PerRecord;
        plan.Accumulate(accumulation);
        int count = Pick(1, 1, 2, 3);
        for (int i = 0; i < count; i++)
        {
            string? name = Chance(3) ? $"part {i}" : null;
            if (onExcess)
            {
                plan.Pay(Tiers(money: true, Basis.NetRevenue), Basis.NetRevenue, Cycle.Month, name);
            }
            else
            {
                Component(plan, name);
            }
        }

        if (Chance(3))
        {
            plan.Bonus(Tiers(money: false, Basis.Orders), Basis.Orders, Chance(2) ? "spiff" : null);
        }

        if (Chance(3))
        {
            plan.Gate(Pick(Basis.AttainmentOf(Basis.NetRevenue), Basis.Attainment, Basis.GrowthOf(Basis.NetRevenue).WhenNoBaseline(NoBaseline.Skipped)), _random.Next(120));
        }

        if (Chance(6))
        {
            plan.Gate(Basis.Orders, _random.Next(60));
        }

        if (onExcess)
        {
            plan.Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, Factor()), (50 + _random.Next(50), Factor()), (120, Factor())));
        }
        else if (Chance(3))
        {
            plan.Accelerate(Accelerator.OnWhole(Pick(Basis.AttainmentOf(Basis.NetRevenue), Basis.RepurchaseRate), Pick(Edge.LowerIncluded, Edge.UpperIncluded), (0, Factor()), (_random.Next(1, 100), Factor())));
        }

        Modifiers(plan, accumulation, rounding, count == 1 && !onExcess);
        return plan;
    }

    private void Modifiers(CommissionPlanBuilder plan, Accumulation accumulation, Rounding rounding, bool capsComponent)
    {
        Money Amount(int least, int most) => Money.Of(_random.Next(least, most), _currency).Round(rounding);
        if (Chance(5))
        {
            plan.CapAttainment(Basis.NetRevenue, _random.Next(100, 400) / 2m);
        }

        if (accumulation == Accumulation.PerRecord && Chance(2))
        {
            plan.CapEachRecord(Amount(20, 60));
        }

        if (accumulation == Accumulation.PerRecord && Chance(2))
        {
            plan.FloorEachRecord(Amount(0, 20));
        }

        if (Chance(2))
        {
            plan.Cap(Amount(50, 400), Cycle.Month, Pick(Excess.Lost, Excess.Carried));
        }

        if (Chance(4))
        {
            plan.Cap(Amount(50, 400), Pick(Cycle.Year, Cycle.Once), Pick(Excess.Lost, Excess.Carried));
        }

        if (Chance(3))
        {
            plan.Floor(Amount(0, 50), proratedByDays: Chance(2));
        }

        if (capsComponent && Chance(3))
        {
            plan.CapComponent("pay-1", Amount(1, 100));
        }

        if (Chance(2))
        {
            plan.Returns(Pick(ReturnPolicy.OriginalRate, ReturnPolicy.OriginalRate, ReturnPolicy.ReRatePeriod));
        }
    }

    private void Component(CommissionPlanBuilder plan, string? name)
    {
        Basis money = Pick(Basis.NetRevenue, Basis.NetRevenue, Taxed, Basis.OverTarget(Basis.NetRevenue), Basis.OverBaseline(Basis.NetRevenue).WhenNoBaseline(Pick(NoBaseline.Skipped, NoBaseline.CountsAsZero)));
        switch (_random.Next(10))
        {
            case 0:
                plan.Pay(TierTable.AtRateOf(OwnRate).OnNegative(Negative()), money, Cycle.Month, name);
                break;
            case 1:
                plan.Pay(Grid(graduated: false), Pick(money, Taxed), Cycle.Month, name);
                break;
            case 2:
                plan.Pay(Grid(graduated: true), Basis.NetRevenue, Cycle.Month, name);
                break;
            case 3:
                plan.Pay(TierTable.Packages(_random.Next(1, 9), _random.Next(1, 300) / 100m, Pick(BlockRounding.Up, BlockRounding.Down, BlockRounding.Nearest), _random.Next(0, 30)).OnNegative(Negative()), Pick(Basis.Orders, Visits), Cycle.Month, name);
                break;
            case 4:
                CurvePoint[] points = [new(0, Chance(2) ? 0 : _random.Next(5)), .. Edges(_random.Next(1, 4)).Select(e => new CurvePoint(e, _random.Next(0, 90) / 2m))];
                plan.Pay(TierTable.Curve(Pick(AfterLast.Flat, AfterLast.SameSlope), points).OnZero(Zero()).OnNegative(Negative()), Pick(Basis.NetRevenue, Basis.Attainment, Basis.AttainmentOf(Basis.NetRevenue)), Cycle.Month, name);
                break;
            case 5:
                plan.Pay(Tiers(money: true, Basis.NetRevenue, percentOfTarget: true).InPercentOfTarget(), Basis.NetRevenue, Cycle.Month, name);
                break;
            case 6:
                plan.Pay(Tiers(money: true, money, whole: true), money, Pick(Basis.Orders, Basis.RepurchaseRate), Cycle.Month, name);
                break;
            case 7:
                plan.Pay(Tiers(money: false, Basis.Orders), Basis.Orders, Cycle.Month, name);
                break;
            default:
                plan.Pay(Tiers(money: true, money), money, Cycle.Month, name);
                break;
        }
    }

    private TierTable Tiers(bool money, Basis on, bool percentOfTarget = false, bool whole = false)
    {
        _ = on;
        int[] edges = [0, .. Edges(_random.Next(0, 4))];
        Edge edge = Pick(Edge.LowerIncluded, Edge.UpperIncluded);
        int mode = whole ? _random.Next(1, 3) : _random.Next(0, 4);
        if (mode == 3 && !percentOfTarget)
        {
            TierTable steps = TierTable.Interpolated(edge, edges.Select(e => Tier.From(e).Flat(_random.Next(0, 40))));
            return steps.EndingAt(edges[edges.Length - 1] + _random.Next(1, 60), AboveTop.CountsToTop).OnZero(Zero()).OnNegative(Negative());
        }

        Tier[] tiers = [.. edges.Select((e, i) => mode == 2 ? Tier.From(e).Flat(_random.Next(0, 60)) : TierAt(e, money, percentOfTarget, mode == 0))];
        TierTable table = mode switch
        {
            1 => TierTable.WholeAmount(edge, tiers),
            2 => TierTable.Step(edge, tiers),
            _ => TierTable.Graduated(edge, tiers),
        };
        table = table.OnZero(Zero()).OnNegative(Negative());
        return Chance(6) ? table.EndingAt(edges[edges.Length - 1] + _random.Next(1, 80), AboveTop.CountsToTop) : table;
    }

    private Tier TierAt(int edge, bool money, bool percentOfTarget, bool graduated)
    {
        Tier tier = Tier.From(edge);
        tier = (money ? _random.Next(0, 3) : 2) switch
        {
            0 or 1 => tier.Percent(_random.Next(0, 3_000) / 100m),
            _ when percentOfTarget && graduated => tier.Percent(_random.Next(0, 3_000) / 100m),
            _ when Chance(2) => tier.PerUnit(_random.Next(0, 300) / 1000m),
            _ => tier.PerBlock(_random.Next(1, 9), _random.Next(0, 300) / 100m, Pick(BlockRounding.Up, BlockRounding.Down, BlockRounding.Nearest)),
        };
        if (percentOfTarget)
        {
            return tier;
        }

        tier = Chance(4) ? tier.Flat(_random.Next(0, 9)) : tier;
        int least = _random.Next(0, 6);
        tier = Chance(4) ? tier.AtLeast(least) : tier;
        return Chance(4) ? tier.AtMost(least + _random.Next(0, 9)) : tier;
    }

    private RateGrid Grid(bool graduated)
    {
        Axis rows = Axis.Orders(0, _random.Next(1, 30), _random.Next(30, 60));
        Axis columns = graduated ? Axis.NetRevenue(0, _random.Next(1, 200)) : Axis.RepurchasePercent(0, _random.Next(1, 60));
#pragma warning disable CA1814 // a grid is a rectangle
        var rates = new decimal[3, 2];
        for (int i = 0; i < 6; i++)
        {
            rates[i / 2, i % 2] = _random.Next(0, 2_000) / 100m;
        }
#pragma warning restore CA1814

        Edge edge = Pick(Edge.LowerIncluded, Edge.UpperIncluded);
        return (graduated ? RateGrid.GraduatedPercent(rows, columns, edge, rates) : RateGrid.Percent(rows, columns, edge, rates)).OnNegative(Negative());
    }

    private CommissionFacts FactsOf(CommissionPlan plan)
    {
        CommissionFacts facts = CommissionFacts.For(new Id<Payee>("p-1"), January)
            .With(Basis.NetRevenue, Value()).WithTarget(Basis.NetRevenue, _random.Next(1, 200))
            .With(Taxed, Value())
            .With(Basis.Orders, _random.Next(0, 70)).WithTarget(Basis.Orders, 40)
            .With(Visits, _random.Next(0, 70))
            .With(Basis.RepurchaseRate, _random.Next(0, 70)).With(Basis.Attainment, _random.Next(0, 150)).With(OwnRate, _random.Next(0, 2_000) / 100m);
        facts = Chance(3) ? facts : facts.WithBaseline(Basis.NetRevenue, _random.Next(0, 100));
        Money Amount(int most) => Money.Of(_random.Next(0, most), plan.Currency);
        if (plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp && Chance(2))
        {
            facts = facts.WithPrior(Basis.NetRevenue, _random.Next(0, 120)).WithPrior(Basis.Orders, _random.Next(0, 50));
        }

        if (plan.Accumulation == Accumulation.PerRecord)
        {
            facts = facts.WithRecords(Enumerable.Range(0, _random.Next(1, 4)).Select(i => FactRecord.Of($"r{i}").With(Basis.NetRevenue, Value()).With(Taxed, Value()).With(Basis.Orders, _random.Next(0, 40))));
        }

        if (plan.Returns == ReturnPolicy.OriginalRate)
        {
            facts = facts.WithReturns(Enumerable.Range(0, _random.Next(0, 3)).Select(i => new LinkedReturn($"back {i}", Money.Of(100, plan.Currency), Amount(30), Money.Of(10, plan.Currency), Money.Of(_random.Next(1, 90), plan.Currency))));
        }

        foreach (Cycle cycle in new[] { Cycle.Year, Cycle.Once })
        {
            bool asks = plan.Caps.Any(cap => cap.Per == cycle) || (plan.Accumulation == Accumulation.TrueUp && cycle == Cycle.Once);
            facts = asks || Chance(3) ? facts.WithPaid(cycle, Amount(300)) : facts;
        }

        bool mayCarry = plan.Accumulation is Accumulation.PerPeriod or Accumulation.PerRecord;
        facts = mayCarry && Chance(3) ? facts.WithCarriedIn(Amount(90)) : facts;
        return Chance(3) ? facts.ActiveIn(new DateInterval(new LocalDate(2025, 1, _random.Next(1, 20)), new LocalDate(2025, 1, _random.Next(20, 32)))) : facts;
    }

    private decimal Value() => Pick(0m, _random.Next(-40, 200), _random.Next(0, 200), _random.Next(0, 20_000) / 100m, _random.Next(0, 200_000_000) / 1_000_000m);

    private int[] Edges(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(1, 150)).Distinct().OrderBy(edge => edge)];

    private decimal Factor() => _random.Next(0, 25_000) / 10_000m;

    private ZeroValue Zero() => Pick(ZeroValue.PaysNothing, ZeroValue.TouchesFirstTier);

    private NegativeValue Negative() => Pick(NegativeValue.PaysNothing, NegativeValue.Mirrored, NegativeValue.Mirrored, NegativeValue.AtFirstTier);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
