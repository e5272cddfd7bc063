using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Bulk;

/// <summary>Plans and columns drawn at random: every mode, policy and modifier, with values on edges, beside them, and at the ends of 64 bits.</summary>
internal sealed class RandomPlans
{
    private static readonly LocalDate Day = new(2025, 1, 31);
    private static readonly DateInterval January = new(new LocalDate(2025, 1, 1), Day);
    private readonly Random _random;
    private readonly List<decimal> _edges = [0m];

    public RandomPlans(int seed)
    {
        _random = new Random(seed);
    }

    public ColumnScales Scales { get; private set; } = ColumnScales.Of(2);

    /// <summary>Gets the columns that the plan may need, by basis, kind and span.</summary>
    public Dictionary<(Basis? Basis, string Kind, Cycle Per), long[]> Columns { get; } = [];

    public ResolvedPlan Plan()
    {
        while (true)
        {
            _edges.Clear();
            _edges.Add(0m);
            if (Define().TryBuild(out CommissionPlan? plan, out _))
            {
                Scales = ColumnScales.Of(_random.Next(7), _random.Next(3), _random.Next(9));
                return plan.Resolve(Day);
            }
        }
    }

    public void Fill(ResolvedPlan rules, int rows)
    {
        Columns.Clear();
        bool accumulates = rules.Plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp;
        foreach (Basis basis in Bases(rules.Plan))
        {
            int scale = basis.Kind switch { BasisKind.Money => Scales.Money, BasisKind.Count => Scales.Count, _ => Scales.Percent };
            Columns.Add((basis, "value", Cycle.Once), Values(rows, scale));
            Columns.Add((basis, "target", Cycle.Once), Targets(rows, scale));
            Columns.Add((basis, "baseline", Cycle.Once), Targets(rows, scale));
            if (accumulates && _random.Next(4) > 0)
            {
                Columns.Add((basis, "prior", Cycle.Once), Values(rows, scale));
            }
        }

        foreach (Cycle per in rules.Plan.Caps.Select(cap => cap.Per).Where(per => per != rules.Plan.Cycle && per != Cycle.Once).Append(Cycle.Once))
        {
            Columns.Add((null, "paid", per), Values(rows, rules.Plan.Rounding.ScaleFor(rules.Plan.Currency), money: true));
        }
    }

    public static IReadOnlyList<Basis> Bases(CommissionPlan plan) =>
        [.. plan.Components.SelectMany(c => new[] { c.On, c.By, c.Grid?.Rows.By }).Concat(plan.Gates.Select(g => g.By)).Concat(plan.Accelerators.Select(a => a.By)).Append(plan.AttainmentCap?.Of)
            .OfType<Basis>().Select(b => b.Source ?? b).Distinct()];

    public FactColumns Facts(int start, int length)
    {
        FactColumns facts = default;
        foreach (KeyValuePair<(Basis? Basis, string Kind, Cycle Per), long[]> entry in Columns.OrderBy(c => c.Key.Kind == "value" ? 0 : 1))
        {
            (Basis? basis, string kind, Cycle per) = entry.Key;
            long[] column = entry.Value;
            if (facts.Count < 8)
            {
                ReadOnlySpan<long> span = column.AsSpan(start, length);
                facts = kind switch
                {
                    "value" => facts.Count == 0 ? FactColumns.Of(basis!, span) : facts.With(basis!, span),
                    "target" => facts.WithTarget(basis!, span),
                    "baseline" => facts.WithBaseline(basis!, span),
                    "prior" => facts.WithPrior(basis!, span),
                    _ => facts.WithPaid(per, span),
                };
            }
        }

        return facts;
    }

    /// <summary>What the scalar verb says of one row: units, or nothing where it cannot be rated or does not fit.</summary>
    public long? Scalar(ResolvedPlan rules, int row)
    {
        CommissionFacts facts = CommissionFacts.For(new Id<Payee>("p"), January);
        int result = rules.Plan.Rounding.ScaleFor(rules.Plan.Currency);
        foreach (KeyValuePair<(Basis? Basis, string Kind, Cycle Per), long[]> entry in Columns)
        {
            (Basis? basis, string kind, Cycle per) = entry.Key;
            long[] column = entry.Value;
            if (basis is null)
            {
                facts = facts.WithPaid(per, Money.Of(Scaled(column[row], result), rules.Plan.Currency));
                continue;
            }

            decimal value = Scaled(column[row], basis.Kind switch { BasisKind.Money => Scales.Money, BasisKind.Count => Scales.Count, _ => Scales.Percent });
            facts = kind switch
            {
                "value" => facts.With(basis, value),
                "target" => facts.WithTarget(basis, value),
                "baseline" => facts.WithBaseline(basis, value),
                _ => facts.WithPrior(basis, value),
            };
        }

        if (rules.Check(facts).Count > 0)
        {
            return null;
        }

        decimal units = rules.Evaluate(facts).Amount * (decimal)Math.Pow(10, result);
        return units > long.MaxValue || units < long.MinValue ? null : (long)units;
    }

    private static decimal Scaled(long value, int scale) => value / (decimal)Math.Pow(10, scale);

    private CommissionPlanBuilder Define()
    {
        bool money = _random.Next(4) > 0;
        Basis on = money ? Basis.NetRevenue : Basis.Units;
        CommissionPlanBuilder plan = CommissionPlan.Define("random", _random.Next(5) == 0 ? Currency.JPY : Currency.CNY);
        plan = _random.Next(6) switch
        {
            0 when money => plan.Pay(Grid(), on, Cycle.Month),
            1 => plan.Pay(Beside(money), on, _random.Next(2) == 0 ? Basis.Orders : Basis.AttainmentOf(on), Cycle.Month),
            _ => plan.Pay(Table(money), on, Cycle.Month),
        };
        if (_random.Next(4) == 0)
        {
            plan = plan.Bonus(Table(money), on);
        }

        if (_random.Next(3) == 0)
        {
            plan = _random.Next(4) switch
            {
                0 => plan.Gate(Basis.Orders, _random.Next(200)),
                1 => plan.Gate(Basis.GrowthOf(on), _random.Next(-20, 50)),
                2 => plan.Gate(Basis.OverTarget(on), _random.Next(0, 500)),
                _ => plan.Gate(Basis.AttainmentOf(on), _random.Next(50, 130)),
            };
        }

        if (_random.Next(4) == 0)
        {
            (decimal, decimal)[] steps = [(0m, _random.Next(0, 15) / 10m), (80m, 1m), (_random.Next(90, 120), 1.25m)];
            plan = plan.Accelerate(_random.Next(6) == 0 ? Accelerator.OnExcess(on, steps) : Accelerator.OnWhole(_random.Next(2) == 0 ? Basis.AttainmentOf(on) : Basis.RepurchaseRate, AnyEdge(), steps));
        }

        if (_random.Next(3) == 0)
        {
            plan = plan.Cap(Money.Of(_random.Next(100, 5000), Currency.CNY), Cycle.Month, Excess.Lost);
        }

        plan = _random.Next(6) == 0 ? plan.Cap(Money.Of(_random.Next(100, 5000), Currency.CNY), Cycle.Year, Excess.Lost) : plan;
        plan = _random.Next(5) == 0 ? plan.Floor(Money.Of(_random.Next(0, 100), Currency.CNY)) : plan;
        plan = _random.Next(25) == 0 ? plan.CapAttainment(on, 150) : plan;
        plan = _random.Next(4) switch { 0 => plan.Accumulate(Accumulation.Cumulative), 1 when _random.Next(2) == 0 => plan.Accumulate(Accumulation.TrueUp), _ => plan };
        Rounding rounding = Rounding.All[_random.Next(9)];
        return plan.Round(_random.Next(5) == 0 ? rounding.WithScale(_random.Next(7)) : rounding, (RoundingPlace)(_random.Next(3) * _random.Next(2)));
    }

    private long Bits()
    {
        var bytes = new byte[8];
        _random.NextBytes(bytes);
        return BitConverter.ToInt64(bytes, 0);
    }

    private Edge AnyEdge() => (Edge)_random.Next(2);

    private RateGrid Grid()
    {
        decimal[,] rates = new decimal[3, 3];
        for (int i = 0; i < 9; i++)
        {
            rates[i / 3, i % 3] = _random.Next(0, 3000) / 100m;
        }

        _edges.AddRange([100m, 500m]);
        return (_random.Next(3) switch
        {
            0 => RateGrid.GraduatedPercent(Axis.Orders(0, 100, 500), Axis.NetRevenue(0, 1000, 5000), AnyEdge(), rates),
            1 => RateGrid.Percent(Axis.RepurchasePercent(0, 20, 30), Axis.NetRevenue(0, 1000, 5000), AnyEdge(), rates),
            _ => RateGrid.Percent(Axis.Orders(0, 100, 500), Axis.RepurchasePercent(0, 20, 30), AnyEdge(), rates),
        }).OnNegative((NegativeValue)_random.Next(4));
    }

    private TierTable Beside(bool money) => Policies(_random.Next(2) == 0
        ? TierTable.WholeAmount(AnyEdge(), Tiers(money))
        : TierTable.Step(AnyEdge(), Flats()));

    private TierTable Table(bool money) => Policies(_random.Next(7) switch
    {
        0 => TierTable.WholeAmount(AnyEdge(), Tiers(money)),
        1 => TierTable.Step(AnyEdge(), Flats()),
        2 => TierTable.Interpolated(AnyEdge(), Flats()).EndingAt(100_000, (AboveTop)_random.Next(2)),
        3 => TierTable.Curve((AfterLast)_random.Next(2), Edges().Select(edge => new CurvePoint(edge, _random.Next(-200, 4000) / 10m))),
        4 => TierTable.Packages(_random.Next(1, 300), _random.Next(1, 2000) / 100m, (BlockRounding)_random.Next(3), _random.Next(3) * 50),
        5 when money => TierTable.WholeAmount(AnyEdge(), Tiers(money)).InPercentOfTarget(),
        _ => TierTable.Graduated(AnyEdge(), Tiers(money)),
    });

    private TierTable Policies(TierTable table)
    {
        table = table.OnNegative((NegativeValue)_random.Next(4)).OnZero((ZeroValue)_random.Next(2));
        return _random.Next(4) == 0 && table.Mode != TierMode.Interpolated ? table.EndingAt(_random.Next(5_000, 60_000), (AboveTop)_random.Next(2)) : table;
    }

    private decimal[] Edges()
    {
        int digits = _random.Next(3);
        decimal[] edges = [0m, .. Enumerable.Range(0, _random.Next(0, _random.Next(8) == 0 ? 40 : 7)).Select(_ => Math.Round((decimal)(_random.NextDouble() * 5000), digits)).Where(e => e > 0).Distinct().OrderBy(e => e)];
        _edges.AddRange(edges);
        return edges;
    }

    private Tier[] Tiers(bool money)
    {
        int digits = _random.Next(6) == 0 ? 8 : 2;
        return [.. Edges().Select(edge =>
        {
            Tier tier = Tier.From(edge);
            decimal rate = Math.Round((decimal)(_random.NextDouble() * 20) - (_random.Next(8) == 0 ? 8 : 0), digits);
            tier = !money || _random.Next(10) == 0 ? _random.Next(3) == 0 ? tier.PerBlock(_random.Next(1, 60), _random.Next(1, 500) / 10m, (BlockRounding)_random.Next(3)) : tier.PerUnit(Math.Round(rate, 6)) : tier.Percent(rate);
            tier = _random.Next(5) == 0 ? tier.Flat(_random.Next(500) / 10m) : tier;
            tier = _random.Next(6) == 0 ? tier.AtLeast(_random.Next(60)) : tier;
            return _random.Next(6) == 0 ? tier.AtMost(_random.Next(60, 300)) : tier;
        })];
    }

    private Tier[] Flats() => [.. Edges().Select(edge => Tier.From(edge).Flat(_random.Next(3000) / 10m))];

    private long[] Values(int rows, int scale, bool money = false)
    {
        decimal unit = (decimal)Math.Pow(10, scale);
        var values = new long[rows];
        bool extreme = !money && _random.Next(3) == 0;
        for (int i = 0; i < rows; i++)
        {
            decimal edge = _edges[_random.Next(_edges.Count)] * unit;
            values[i] = _random.Next(extreme ? 10 : 8) switch
            {
                0 => (long)edge,
                1 => (long)edge - 1,
                2 => (long)edge + 1,
                3 => -(long)edge + _random.Next(-1, 2),
                4 => (long)(_random.NextDouble() * 20_000 * (double)unit),
                8 => Bits() >> _random.Next(63),
                9 => _random.Next(3) switch { 0 => long.MaxValue - _random.Next(3), 1 => long.MinValue + _random.Next(3), _ => 0 },
                _ => (long)(_random.NextDouble() * 6_000 * (double)unit) - (_random.Next(9) == 0 ? (long)(100 * unit) : 0),
            };
        }

        return values;
    }

    private long[] Targets(int rows, int scale)
    {
        long[] targets = Values(rows, scale);
        for (int i = 0; i < rows; i++)
        {
            targets[i] = _random.Next(20) == 0 ? targets[i] : targets[i] == long.MinValue ? 1 : Math.Max(1, Math.Abs(targets[i]));
        }

        return targets;
    }
}
