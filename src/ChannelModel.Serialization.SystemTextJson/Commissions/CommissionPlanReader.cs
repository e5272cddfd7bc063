using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Reads a commission plan: components, then modifiers, in the words of the plan's builder.</summary>
internal static class CommissionPlanReader
{
    public static CommissionPlan? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(CommissionPlanJson.SchemaVersion);

        Id<CommissionPlan>? id = o.Required("id")?.Id<CommissionPlan>();
        Currency? stated = o.Required("currency")?.Currency();
        Currency currency = stated ?? Currency.XXX;
        Cycle? per = o.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
        CommissionPlanBuilder plan = CommissionPlan.Define(id?.Value ?? "unnamed", currency);
        var places = new Dictionary<string, string>(System.StringComparer.Ordinal) { ["pay"] = "$.pay", ["round"] = "$.rounding" };
        Components(o.Required("pay"), plan, currency, per ?? Cycle.Month, bonus: false, places);
        Components(o.Optional("bonuses"), plan, currency, per ?? Cycle.Month, bonus: true, places);
        Modifiers(o, plan, currency, places);
        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        if (plan.TryBuild(out CommissionPlan? built, out IReadOnlyList<PlanError> errors))
        {
            return built;
        }

        foreach (PlanError error in errors)
        {
            string place = PathOf(error.Path, places);
            place = place.StartsWith(value.Path, System.StringComparison.Ordinal) ? place : $"{value.Path}{place.Substring(1)}"; // a plan inside another file
            value.Reading.ErrorAt(place, error.Message.TrimEnd('.'), "a plan without this contradiction");
        }

        return null;
    }

    /// <summary>The builder names components and modifiers; the file has lists of them.</summary>
    private static string PathOf(string path, Dictionary<string, string> places)
    {
        string? longest = places.Keys
            .Where(key => path == key || path.StartsWith(key + ".", System.StringComparison.Ordinal) || path.StartsWith(key + "[", System.StringComparison.Ordinal))
            .OrderByDescending(key => key.Length)
            .FirstOrDefault();
        return longest is null ? "$" : $"{places[longest]}{path.Substring(longest.Length)}";
    }

    private static void Components(JsonValue? list, CommissionPlanBuilder plan, Currency currency, Cycle per, bool bonus, Dictionary<string, string> places)
    {
        int count = 0;
        list?.Array(component =>
        {
            count++;
            if (component.Object() is not JsonObject o)
            {
                return null;
            }

            string? name = o.Optional("name")?.Text();
            Basis? on = o.Required("on") is JsonValue paid ? BasisReader.Read(paid) : null;
            Basis? by = bonus ? on : o.Optional("by") is JsonValue chosen ? BasisReader.Read(chosen) : on;
            bool percent = by?.Kind == BasisKind.Rate;
            JsonValue? tiers = o.Optional("tiers");
            JsonValue? packages = o.Optional("packages");
            JsonValue? curve = o.Optional("curve");
            JsonValue? rateValue = o.Optional("rateOf");
            JsonValue? gridValue = bonus ? null : o.Optional("grid");
            Money? cap = o.Optional("cap")?.Amount(currency);
            TierTable? table = tiers is not null ? TableReader.Tiers(tiers, percent)
                : packages is not null ? TableReader.Packages(packages)
                : curve is not null ? TableReader.Curve(curve, percent)
                : rateValue is not null ? TableReader.RateOf(rateValue, percent) : null;
            RateGrid? grid = gridValue is null ? null : TableReader.Grid(gridValue);
            o.Done();
            if (new[] { tiers, packages, curve, rateValue, gridValue }.Count(form => form is not null) != 1)
            {
                component.Error("the component has no table, or more than one", bonus ? "one of tiers, packages, curve, rateOf" : "one of tiers, packages, curve, rateOf, grid");
                return null;
            }

            string called = name ?? System.FormattableString.Invariant($"{(bonus ? "bonus" : "pay")}-{count}");
            string form = tiers is not null ? ".tiers" : packages is not null ? ".packages" : curve is not null ? ".curve" : rateValue is not null ? ".rateOf" : ".grid";
            places[called] = component.Path + form;
            if (on is not null && by is not null && table is not null)
            {
                _ = bonus ? plan.Bonus(table, on, called) : plan.Pay(table, on, by, per, called);
            }
            else if (on is not null && grid is not null)
            {
                plan.Pay(grid, on, per, called);
            }

            if (cap is Money most)
            {
                plan.CapComponent(called, most);
            }

            return component;
        });
    }

    private static void Modifiers(JsonObject o, CommissionPlanBuilder plan, Currency currency, Dictionary<string, string> places)
    {
        if (o.Optional("accumulate")?.OneOf(
            ("per-period", Accumulation.PerPeriod), ("per-record", Accumulation.PerRecord), ("cumulative", Accumulation.Cumulative), ("true-up", Accumulation.TrueUp)) is Accumulation accumulation)
        {
            plan.Accumulate(accumulation);
        }

        o.Optional("gates")?.Array(gate =>
        {
            JsonObject? g = gate.Object();
            Basis? by = g?.Required("by") is JsonValue measure ? BasisReader.Read(measure) : null;
            decimal? least = g?.Required("atLeast") is JsonValue edge && by is not null ? TableReader.Edge(edge, by.Kind == BasisKind.Rate) : null;
            g?.Done();
            return by is not null && least is decimal bound ? gate.Try(() => plan.Gate(by, bound)) : null;
        });
        o.Optional("accelerators")?.Array(value => Accelerator(value) is Accelerator accelerator ? value.Try(() => plan.Accelerate(accelerator)) : null);
        if (o.Optional("capAttainment") is JsonValue attainment && attainment.Object() is JsonObject a)
        {
            Basis? of = a.Required("of") is JsonValue measure ? BasisReader.Read(measure) : null;
            Rate? most = a.Required("atMost")?.Rate();
            a.Done();
            if (of is not null && most is Rate cap)
            {
                attainment.Try(() => plan.CapAttainment(of, cap.ToPercent()));
            }
        }

        if (o.Optional("capEachRecord") is JsonValue record && record.Amount(currency) is Money each)
        {
            record.Try(() => plan.CapEachRecord(each));
        }

        if (o.Optional("floorEachRecord") is JsonValue lowest && lowest.Amount(currency) is Money lift)
        {
            lowest.Try(() => plan.FloorEachRecord(lift));
        }

        o.Optional("caps")?.Array(value =>
        {
            JsonObject? c = value.Object();
            Money? amount = c?.Required("amount")?.Amount(currency);
            Cycle? per = c?.Required("per") is JsonValue cycle ? GrowthPlanReader.Cycle(cycle) : null;
            Excess? excess = c?.Required("excess")?.OneOf(("lost", Excess.Lost), ("carried", Excess.Carried));
            c?.Done();
            return amount is Money cap && per is Cycle span && excess is Excess rest ? value.Try(() => plan.Cap(cap, span, rest)) : null;
        });
        places["cap"] = "$.caps";
        places["capComponent"] = "$.pay";
        places["gate"] = "$.gates";
        places["accelerate"] = "$.accelerators";
        foreach (string same in new[] { "floor", "capEachRecord", "floorEachRecord", "capAttainment" })
        {
            places[same] = "$." + same;
        }

        if (o.Optional("floor") is JsonValue floor && floor.Object() is JsonObject f)
        {
            Money? amount = f.Required("amount")?.Amount(currency);
            bool prorated = f.Optional("proratedByDays")?.Boolean() ?? false;
            f.Done();
            if (amount is Money least)
            {
                floor.Try(() => plan.Floor(least, prorated));
            }
        }

        if (o.Optional("returns")?.OneOf(("re-rate-period", ReturnPolicy.ReRatePeriod), ("original-rate", ReturnPolicy.OriginalRate)) is ReturnPolicy returns)
        {
            plan.Returns(returns);
        }

        JsonValue? roundingValue = o.Required("rounding");
        RoundingPlace? place = o.Required("roundingPlace")?.OneOf(
            ("statement", RoundingPlace.Statement), ("line", RoundingPlace.Line), ("tier", RoundingPlace.Tier));
        if (roundingValue?.Text() is string text)
        {
            if (!Rounding.TryParse(text, out Rounding? rounding))
            {
                roundingValue.Error($"'{JsonValue.Short(text)}' is not a rounding", "one of " + string.Join(", ", Rounding.All) + ", or one of them with /0 to /6 decimals");
            }
            else if (place is RoundingPlace where)
            {
                plan.Round(rounding, where);
            }
        }
    }

    private static Accelerator? Accelerator(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Basis? by = o.Required("by") is JsonValue measure ? BasisReader.Read(measure) : null;
        bool? onExcess = o.Required("on")?.OneOf(("whole", false), ("excess", true));
        Edge? edge = o.Optional("edge") is JsonValue side ? TableReader.EdgeOf(side) : Edge.LowerIncluded;
        var steps = o.Required("steps")?.Array(step =>
        {
            JsonObject? s = step.Object();
            decimal? from = s?.Required("from") is JsonValue start && by is not null ? TableReader.Edge(start, by.Kind == BasisKind.Rate || onExcess == true) : null;
            decimal? factor = s?.Required("factor")?.Number();
            s?.Done();
            return from is decimal at && factor is decimal times ? System.Tuple.Create(at, times) : null;
        });
        o.Done();
        if (by is null || onExcess is not bool excess || edge is not ChannelModel.Edge at || steps is null)
        {
            return null;
        }

        (decimal From, decimal Factor)[] pairs = steps.Select(step => (step.Item1, step.Item2)).ToArray();
        return value.Try(() => excess ? ChannelModel.Commissions.Accelerator.OnExcess(by, pairs) : ChannelModel.Commissions.Accelerator.OnWhole(by, at, pairs));
    }
}
