using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Growth plans with every part there is, in code's full freedom: own codes with names, amounts of six decimals, scores, budgets in trees.</summary>
internal sealed class RandomGrowthPlans
{
    private readonly Random _random;
    private readonly Currency _currency;
    private readonly ChannelCategory[] _categories;
    private readonly CostBearer[] _bearers;
    private readonly Id<Channel>[] _channels;

    private RandomGrowthPlans(int seed)
    {
        _random = new Random(seed);
        _currency = Pick(Currency.CNY, Currency.JPY, Currency.USD);
        _categories = [ChannelCategory.Online, ChannelCategory.Offline, ChannelCategory.Emerging, ChannelCategory.Of("wholesale", Maybe(Text("Wholesale")))];
        _bearers = [CostBearer.Brand, CostBearer.Retailer, CostBearer.Of("landlord", Maybe(Text("Landlord")))];
        _channels = [.. Enumerable.Range(0, _random.Next(4)).Select(i => new Id<Channel>("channel " + "äx渠"[i % 3] + i))];
    }

    public static GrowthPlan Plan(int seed) => new RandomGrowthPlans(seed).Make();

    private GrowthPlan Make()
    {
        var first = new LocalDate(2025, 1, 1).PlusDays(_random.Next(1000));
        GrowthPlanBuilder plan = GrowthPlan.Define(new("plan-" + _random.Next(100)), Text("A plan"), _currency, new DateInterval(first, first.PlusDays(_random.Next(400))));
        if (Chance(2))
        {
            plan.Sales(new SalesTarget(
                Pick(Enum.GetValues<Cycle>()), Above0(), Perhaps(Signed()), Perhaps(Above0()), Perhaps(Amount()), Perhaps(Share()), Maybe(Mix(_categories)), Maybe(Mix(_categories))));
        }

        if (Chance(2))
        {
            plan.CompanyAverageOrderValue(Above0());
        }

        foreach (int i in Some(3))
        {
            plan.Add(Kpi(i));
        }

        foreach (int i in Some(2))
        {
            Mix<string> mix = Mix(["tier 1", "二线", "o'Brien's \"x\"", "."]);
            plan.Add(new PlanCount(new("count-" + i), Text("Count"), _random.NextInt64(1_000_000_000_001), mix, mix.Keys.Where(_ => Chance(2)).Select(key => KeyValuePair.Create(key, Density()))));
        }

        foreach (int i in Some(3))
        {
            plan.Add(Budget.Root(new("budget-" + i), Text("chapter"), Amount(), Lines(3), Maybe(Pick(_categories))));
        }

        foreach (int _ in Some(2))
        {
            plan.Add(new Headcount(Text("chapter"), Some(3).Select(i => KeyValuePair.Create(Text("role " + i), _random.Next(1, 40))), Maybe(Pick(_categories))));
        }

        foreach (Id<Channel> channel in _channels)
        {
            plan.Add(Initiative(channel));
        }

        foreach (int _ in Some(2))
        {
            SynergyMetric metric = Pick(Enum.GetValues<SynergyMetric>());
            plan.Add(new Synergy(Text("synergy"), metric, metric == SynergyMetric.OrdersLedOver ? Share() : Signed()));
        }

        foreach (int _ in Some(4))
        {
            plan.Add(Claim());
        }

        return plan.Build();
    }

    private PlanKpi Kpi(int i)
    {
        KpiUnit unit = Pick(KpiUnit.Percent, KpiUnit.Money(_currency), KpiUnit.Count, KpiUnit.Number, KpiUnit.Score(-1.5m, 1_000_000_000_000_000m));
        KpiAggregation[] legal = unit.Kind switch
        {
            KpiUnitKind.Percent => [KpiAggregation.Mean, KpiAggregation.Ratio, KpiAggregation.Latest],
            KpiUnitKind.Score => [KpiAggregation.Mean, KpiAggregation.Latest],
            KpiUnitKind.Count => [KpiAggregation.Sum, KpiAggregation.Mean, KpiAggregation.Latest],
            _ => Enum.GetValues<KpiAggregation>(),
        };
        FigureKind kind = unit.Kind switch
        {
            KpiUnitKind.Percent => FigureKind.Percent,
            KpiUnitKind.Money => FigureKind.Money,
            KpiUnitKind.Count => FigureKind.Count,
            _ => FigureKind.Number,
        };
        Figure InRange() => unit.Kind == KpiUnitKind.Score ? Figure.Number(_random.Next(1000) / 8m) : FigureOf(kind);
        return new PlanKpi(
            new Kpi(new("kpi-" + i), Text("KPI"), unit, Pick(KpiDirection.Higher, KpiDirection.Lower, KpiDirection.OnTarget), Pick(legal)),
            InRange(),
            Maybe(InRange()),
            Maybe(FigureOf(kind)),
            Some(2).Select(_ => KeyValuePair.Create(Text("part"), FigureOf(kind))),
            Some(2).Select(_ => KeyValuePair.Create(Text("source"), FigureOf(kind))));
    }

    private Initiative Initiative(Id<Channel> id)
    {
        ChannelFormat[] formats = [.. ChannelFormat.ReadyMade, ChannelFormat.Of("vending", new LocalText("Vending", "自动售货"))];
        Reach reach = new(_random.NextInt64(1_000_000_000_001), Pick(ReachUnit.Viewers, ReachUnit.Clicks, ReachUnit.Of("members", new LocalText("Members", "会员"))), Perhaps(Pick(Enum.GetValues<Cycle>())), Pick(1, 1, _random.Next(1, 1_000_001)));
        Funnel funnel = Pick(
            Funnel.FromReach(reach, Share(), Perhaps(Amount()), Perhaps(Share()), Perhaps(Share())),
            Funnel.FromOrders(_random.Next(100_000) / 8m, Perhaps(Amount()), Perhaps(Share()), Perhaps(Share())),
            Funnel.FromRatios(Perhaps(Amount()), Perhaps(Share()), Perhaps(Share())));
        return new Initiative(
            new Channel(id, Text("Channel"), Pick(_categories), Pick(formats)),
            Some(3).Select(_ => new Fee(Amount(), Pick(Enum.GetValues<Cycle>()))),
            Maybe(funnel),
            Perhaps(Share()),
            Perhaps(Amount()),
            Maybe(Roi()),
            Maybe(new PriceMove(Above0(), Rate.Percent(_random.Next(100)), Rate.Percent(_random.Next(100)), Rate.Percent(_random.Next(-200, 101)), Pick(Enum.GetValues<MarginClaim>()), Perhaps(Above0()))),
            Maybe(new Space(_random.Next(1, int.MaxValue), _random.Next(1, 1_000_000) / 1000m)),
            Maybe(Density()),
            Maybe(Mix(_bearers)));
    }

    private PlanClaim Claim()
    {
        FigureKind kind = Pick(FigureKind.Money, FigureKind.Percent, FigureKind.Count, FigureKind.Number);
        return _random.Next(_channels.Length > 0 ? 5 : 4) switch
        {
            0 => new SumClaim(Text("sum"), FigureOf(kind), Some(4).Append(0).Select(_ => Part(kind))),
            1 => new ComparisonClaim(Text("comparison"), Part(kind), Pick(Enum.GetValues<ClaimRelation>()), Part(kind)),
            2 => new RoiClaim(Text("roi"), Roi()),
            3 => new RoiUpliftClaim(Text("uplift"), Signed(), Maybe(Pick([.. RoiDefinition.All]))),
            _ => new BestClaim(Text("best"), Pick(_channels), Some(3).Append(0).Select(_ => Pick(Enum.GetValues<InitiativeFigure>()))),
        };
    }

    private ClaimPart Part(FigureKind kind) => _channels.Length > 0 && Chance(3)
        ? ClaimPart.Of(Pick(_channels), Pick(Enum.GetValues<InitiativeFigure>()))
        : ClaimPart.Of(Text("part"), FigureOf(kind));

    private IEnumerable<Budget> Lines(int levels) => Some(levels).Select(_ => _channels.Length > 0 && Chance(2)
        ? Budget.ForInitiative(Pick(_channels), Amount())
        : Budget.ForCategory(Pick(_categories), Amount(), levels > 1 && Chance(2) ? Lines(levels - 1) : null));

    private Figure FigureOf(FigureKind kind) => kind switch
    {
        FigureKind.Percent => Figure.Of(Signed()),
        FigureKind.Money => Figure.Of(Chance(3) ? -Amount() : Amount()),
        FigureKind.Count => Figure.Count(Pick(0, _random.NextInt64(), long.MaxValue)),
        _ => Figure.Number(Pick(decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, _random.Next(-1000, 1000) / 8m, 1.50m)),
    };

    private StatedRoi Roi() => new(_random.Next(-1000, 1000) / 8m, Maybe(Pick([.. RoiDefinition.All])));

    private SalesDensity Density() => new(Amount(), Pick(Enum.GetValues<Cycle>()), Maybe(Pick(DensityUnit.Store, DensityUnit.SquareMetre, DensityUnit.Of("shelf", new LocalText("Shelf", "货架")))));

    private Mix<TKey> Mix<TKey>(IReadOnlyList<TKey> keys)
        where TKey : class, IEquatable<TKey>
    {
        int count = _random.Next(1, keys.Count + 1);
        long left = 1_000_000;
        var shares = new List<KeyValuePair<TKey, Rate>>();
        for (int i = 0; i < count; i++)
        {
            long share = i == count - 1 ? left : _random.NextInt64(left + 1);
            left -= share;
            shares.Add(KeyValuePair.Create(keys[i], Rate.Percent(share / 10_000m)));
        }

        return new Mix<TKey>(shares.OrderBy(_ => _random.Next()));
    }

    private Money Amount() => Money.Of(Pick(0m, Money.MaxAmount, _random.Next(1_000_000), _random.NextInt64(1_000_000_000_000) / 1_000_000m), _currency);

    private Money Above0() => Money.Of(_random.NextInt64(1, 1_000_000_000_000) / 1_000_000m, _currency);

    private Rate Share() => Rate.Percent(_random.Next(100_000_001) / 1_000_000m);

    private Rate Signed() => Rate.Percent(_random.Next(-99_999_999, 400_000_001) / 1_000_000m);

    private LocalText Text(string en) => Chance(2) ? new LocalText(en + " “x” <&> \\ \t\"'") : new LocalText(en, "渠道" + _random.Next(10));

    private IEnumerable<int> Some(int most) => Enumerable.Range(0, _random.Next(most + 1)).ToArray();

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private T? Maybe<T>(T value)
        where T : class => Chance(2) ? value : null;

    private T? Perhaps<T>(T value)
        where T : struct => Chance(2) ? value : null;
}
