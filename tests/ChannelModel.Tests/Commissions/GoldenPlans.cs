using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Words golden cases as plans and facts of the library.</summary>
internal static class GoldenPlans
{
    private static readonly Currency Usd = Currency.USD;

    public static CommissionFacts Empty() => CommissionFacts.For(new Id<Payee>("golden"), new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31)));

    public static CommissionPlan Build(string mode, JsonElement plan, JsonElement inputs)
    {
        CommissionPlanBuilder builder = CommissionPlan.Define("golden", Usd);
        Basis on = BasisOf(mode, plan);
        switch (mode)
        {
            case "graduated" or "slab" or "stairstep" or "interpolatedFlat":
                TierTable table = Tiers(mode, plan);
                _ = plan.TryGetProperty("tierBy", out _) ? builder.Pay(table, on, Basis.Orders, Cycle.Month) : builder.Pay(table, on, Cycle.Month);
                break;
            case "package":
                builder.Pay(TierTable.Packages(D(plan, "packageSize"), D(plan, "packageAmount"), Blocks(plan), Has(plan, "freeUnits", out decimal free0) ? free0 : 0m).OnNegative(NegativeValue.Mirrored), Basis.Units, Cycle.Month);
                break;
            case "flatRate":
                decimal free = plan.TryGetProperty("freeUnits", out JsonElement none) ? D(none) : 0m;
                builder.Pay((free == 0m ? TierTable.Percent(D(plan, "rate") * 100m) : TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m), Tier.From(free).Percent(D(plan, "rate") * 100m))).OnNegative(NegativeValue.Mirrored), on, Cycle.Month);
                if (plan.TryGetProperty("perEventFlat", out JsonElement flat))
                {
                    builder.Pay(TierTable.PerUnit(D(flat)), Basis.Count("paid-events"), Cycle.Month);
                }

                break;
            case "multiplierOnAttainment":
                builder.Pay(TierTable.Percent(D(plan, "rate") * 100m).OnNegative(NegativeValue.Mirrored), on, Cycle.Month)
                    .Accelerate(Accelerator.OnWhole(Basis.Attainment, EdgeOf(plan), [.. plan.GetProperty("multipliers").EnumerateArray().Select(m => (D(m, "from") * 100m, D(m, "multiplier")))]));
                break;
            case "graduatedByAttainment":
                builder.Pay(TierTable.Graduated(EdgeOf(plan), plan.GetProperty("tiers").EnumerateArray().Select(t => Tier.From(D(t, "from") * 100m).Percent(D(t, "rate") * 100m))).InPercentOfTarget(), on, Cycle.Month);
                break;
            case "piecewiseLinear":
                builder.Pay(TierTable.Curve(plan.TryGetProperty("aboveLast", out JsonElement above) && above.GetString() != "flat" ? AfterLast.SameSlope : AfterLast.Flat, plan.GetProperty("points").EnumerateArray().Select(p => new CurvePoint(D(p[0]) * 100m, D(p[1])))), Basis.Attainment, Cycle.Month);
                break;
            case "sumOfFlatRates":
                int i = 0;
                foreach (JsonElement component in inputs.GetProperty("components").EnumerateArray())
                {
                    builder.Pay(TierTable.Percent(D(component[1]) * 100m).OnNegative(NegativeValue.Mirrored), Basis.Money($"part-{i++}", BasisContents.None), Cycle.Month);
                }

                break;
            case "commitmentOverage":
                builder.Pay(TierTable.Graduated(Edge.UpperIncluded, Tier.From(0m).Percent(100m), Tier.From(D(plan, "commitment")).Percent(D(plan, "overageFactor") * 100m)), on, Cycle.Month)
                    .Floor(Money.Of(D(plan, "commitment"), Usd));
                break;
            case "minimumGuarantee":
                builder.Pay(TierTable.Percent(100m), on, Cycle.Month).Floor(Money.Of(D(plan, "guarantee"), Usd));
                break;
            case "capLedger":
                builder.Pay(TierTable.Percent(100m), on, Cycle.Month).Cap(Money.Of(D(plan, "cap"), Usd), Cycle.Year, Excess.Carried);
                break;
            case "refundAfterPayout":
                builder.Pay(TierTable.Percent(D(plan, "rate") * 100m), on, Cycle.Month).Accumulate(Accumulation.TrueUp);
                break;
            case "overachievementYtd":
                decimal target = D(plan, "target");
                decimal most = D(plan, "capAttainment");
                decimal factor = D(plan, "pointMultiplier");
                builder.Pay(TierTable.Curve(AfterLast.Flat, new CurvePoint(0m, 0m), new CurvePoint(100m, target), new CurvePoint(most * 100m, target + (target * factor * (most - 1m)))), Basis.Attainment, Cycle.Month)
                    .Accumulate(Accumulation.TrueUp);
                break;
            case "roundEachThenSum":
                builder.Pay(TierTable.Percent(100m), on, Cycle.Month).Accumulate(Accumulation.PerRecord);
                break;
            default:
                Assert.Fail($"The mode '{mode}' is not known.");
                break;
        }

        return Modified(builder, plan).Build();
    }

    public static CommissionFacts Facts(CommissionPlan built, JsonElement plan, JsonElement inputs)
    {
        CommissionFacts facts = Empty();
        Basis on = built.Components[0].On;
        if (plan.TryGetProperty("fx", out JsonElement fx))
        {
            var rate = ExchangeRate.Of(Money.Of(D(fx, "documentPerPlanUnit"), Currency.EUR), Money.Of(1m, Usd), new LocalDate(2025, 1, 31), "the golden case");
            return facts.With(on, Money.Of(D(inputs, "value"), Currency.EUR), rate, built.Rounding);
        }

        int i = 0;
        foreach (JsonProperty input in inputs.EnumerateObject())
        {
            facts = input.Name switch
            {
                "value" => facts.With(on, D(input.Value)),
                "tierValue" => facts.With(built.Components[0].By, D(input.Value)),
                "prior" => facts.WithPrior(on, D(input.Value)),
                "attainment" => facts.With(Basis.Attainment, D(input.Value) * 100m),
                "paidEvents" => facts.With(Basis.Count("paid-events"), D(input.Value)),
                "quota" => facts.WithTarget(on, D(input.Value)),
                "baseline" => facts.WithBaseline(on, D(input.Value)),
                "grossKept" => facts.With(on, D(input.Value)),
                "refunded" => facts, // what was sold and returned is not among what was kept
                "alreadyPaid" when built.Accumulation == Accumulation.Cumulative => facts, // C(prior) already
                "alreadyPaid" or "paidYtd" => facts.WithPaid(Cycle.Once, Money.Of(D(input.Value), Usd)),
                "accumulated" => facts.WithPaid(Cycle.Year, Money.Of(D(input.Value), Usd)),
                "components" => input.Value.EnumerateArray().Aggregate(facts, (all, c) => all.With(Basis.Money($"part-{i++}", BasisContents.None), D(c[0]))),
                "transactions" or "amounts" when built.Accumulation == Accumulation.PerRecord =>
                    facts.WithRecords(input.Value.EnumerateArray().Select(v => FactRecord.Of($"t{++i}").With(on, D(v)))),
                "transactions" => facts.With(on, input.Value.EnumerateArray().Sum(D)),
                _ => throw new InvalidOperationException($"The input '{input.Name}' is not known."),
            };
        }

        return plan.TryGetProperty("quota", out JsonElement quota) ? facts.WithTarget(on, D(quota)) : facts;
    }

    private static CommissionPlanBuilder Modified(CommissionPlanBuilder builder, JsonElement plan)
    {
        Rounding rounding = Rounding.HalfAwayFromZero.WithScale(6);
        RoundingPlace place = RoundingPlace.Statement;
        if (plan.TryGetProperty("rounding", out JsonElement how))
        {
            rounding = RoundingOf(how);
            place = how.GetProperty("at").GetString() switch { "perTier" => RoundingPlace.Tier, "perLine" => RoundingPlace.Line, _ => RoundingPlace.Statement };
        }

        builder.Round(rounding, place);
        if (plan.TryGetProperty("accumulation", out JsonElement accumulation))
        {
            builder.Accumulate(accumulation.GetString() == "perTransaction" ? Accumulation.PerRecord : Accumulation.Cumulative);
        }

        bool perRecord = plan.TryGetProperty("accumulation", out JsonElement restarts) && restarts.GetString() == "perTransaction";
        if (plan.TryGetProperty("cap", out JsonElement cap) && cap.ValueKind == JsonValueKind.Object)
        {
            Money most = Money.Of(D(cap, "amount"), Usd);
            _ = perRecord && IsForOne(cap) ? builder.CapEachRecord(most) : builder.Cap(most, Cycle.Month, Excess.Lost);
        }

        if (plan.TryGetProperty("floor", out JsonElement floor))
        {
            Money least = Money.Of(D(floor, "amount"), Usd);
            _ = perRecord && IsForOne(floor) ? builder.FloorEachRecord(least) : builder.Floor(least);
        }

        return builder;
    }

    /// <summary>The names of rounding in the golden file; halves go away from zero, since its numbers are payouts.</summary>
    public static Rounding RoundingOf(JsonElement how) => (how.GetProperty("mode").GetString() switch
    {
        "halfUp" => Rounding.HalfAwayFromZero,
        "halfEven" => Rounding.HalfEven,
        "halfDown" => Rounding.HalfTowardZero,
        "down" => Rounding.TowardZero,
        "up" => Rounding.AwayFromZero,
        "ceiling" => Rounding.Ceiling,
        "floor" => Rounding.Floor,
        string other => throw new InvalidOperationException($"The rounding '{other}' is not known."),
        null => throw new InvalidOperationException("The rounding has no mode."),
    }).WithScale(how.GetProperty("scale").GetInt32());

    private static bool IsForOne(JsonElement limit) => limit.TryGetProperty("scope", out JsonElement scope) && scope.GetString() == "transaction";

    private static TierTable Tiers(string mode, JsonElement plan)
    {
        Edge edge = EdgeOf(plan);
        Tier[] tiers = [.. plan.GetProperty("tiers").EnumerateArray().Select(t => TierOf(t, plan))];
        TierTable table = mode switch
        {
            "graduated" => TierTable.Graduated(edge, tiers),
            "slab" => TierTable.WholeAmount(edge, tiers),
            "stairstep" => TierTable.Step(edge, tiers),
            "interpolatedFlat" when tiers[tiers.Length - 1].Upper is null => TierTable.Interpolated(edge, tiers.Take(tiers.Length - 1)).EndingAt(tiers[tiers.Length - 1].Lower, AboveTop.CountsToTop),
            _ => TierTable.Interpolated(edge, tiers),
        };
        bool touches = plan.TryGetProperty("zeroTouchesFirstTier", out JsonElement zero) && zero.GetBoolean();
        return table.OnZero(touches ? ZeroValue.TouchesFirstTier : ZeroValue.PaysNothing).OnNegative(NegativeValue.Mirrored);
    }

    private static Tier TierOf(JsonElement json, JsonElement plan)
    {
        Tier tier = Tier.From(D(json, "from"));
        tier = Has(json, "to", out decimal to) ? tier.To(to) : tier;
        tier = Has(json, "rate", out decimal rate) ? tier.Percent(rate * 100m) : tier;
        if (Has(json, "unit", out decimal unit))
        {
            tier = Has(json, "packageSize", out decimal size) ? tier.PerBlock(size, unit, Blocks(plan)) : tier.PerUnit(unit);
        }

        tier = Has(json, "flat", out decimal flat) ? tier.Flat(flat) : tier;
        tier = Has(json, "tierMin", out decimal least) ? tier.AtLeast(least) : tier;
        return Has(json, "tierMax", out decimal most) ? tier.AtMost(most) : tier;
    }

    private static Basis BasisOf(string mode, JsonElement plan)
    {
        bool units = plan.TryGetProperty("tiers", out JsonElement tiers) && tiers.EnumerateArray().Any(t => t.TryGetProperty("unit", out _));
        return units ? Basis.Units : mode == "piecewiseLinear" ? Basis.Attainment : Basis.NetRevenue;
    }

    private static Edge EdgeOf(JsonElement plan) => plan.GetProperty("boundary").GetString() == "lowerInclusive" ? Edge.LowerIncluded : Edge.UpperIncluded;

    private static BlockRounding Blocks(JsonElement plan) => plan.GetProperty("packageRounding").GetString() switch
    {
        "up" => BlockRounding.Up,
        "down" => BlockRounding.Down,
        _ => BlockRounding.Nearest,
    };

    private static bool Has(JsonElement json, string name, out decimal value)
    {
        bool has = json.TryGetProperty(name, out JsonElement element) && element.ValueKind == JsonValueKind.String;
        value = has ? D(element) : 0m;
        return has;
    }

    private static decimal D(JsonElement value) => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static decimal D(JsonElement parent, string name) => D(parent.GetProperty(name));
}
