using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads a ranking method; each kind knows its own members, and no others may stand beside them.</summary>
internal static class RankingMethodReader
{
    private static readonly (string Word, RankingMethodKind Value)[] Kinds =
    [
        ("weighted-sum", RankingMethodKind.WeightedSum), ("weighted-product", RankingMethodKind.WeightedProduct), ("waspas", RankingMethodKind.Waspas), ("topsis", RankingMethodKind.Topsis),
        ("vikor", RankingMethodKind.Vikor), ("edas", RankingMethodKind.Edas), ("promethee", RankingMethodKind.Promethee), ("spotis", RankingMethodKind.Spotis), ("balanced-spotis", RankingMethodKind.BalancedSpotis),
    ];

    private static readonly (string Word, NormalisationKind Value)[] Formulas =
    [
        ("none", NormalisationKind.None), ("min-max", NormalisationKind.MinMax), ("linear-max", NormalisationKind.LinearMax), ("sum", NormalisationKind.Sum), ("vector", NormalisationKind.Vector),
        ("logarithmic", NormalisationKind.Logarithmic), ("z-score", NormalisationKind.ZScore), ("percentile", NormalisationKind.Percentile), ("fixed-bounds", NormalisationKind.FixedBounds),
    ];

    private static readonly (string Word, PreferenceShape Value)[] Shapes =
    [
        ("usual", PreferenceShape.Usual), ("u-shape", PreferenceShape.UShape), ("v-shape", PreferenceShape.VShape), ("level", PreferenceShape.Level), ("linear", PreferenceShape.Linear), ("gaussian", PreferenceShape.Gaussian),
    ];

    public static RankingMethod? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        RankingMethodKind? kind = o.Required("kind")?.OneOf(Kinds);
        Func<RankingMethod>? make = kind is RankingMethodKind known ? Members(known, value, o) : null;
        if (kind is not null)
        {
            o.Done();
        }

        return make is null || !value.Reading.IsComplete ? null : value.Try(make);
    }

    private static Func<RankingMethod>? Members(RankingMethodKind kind, JsonValue value, JsonObject o)
    {
        switch (kind)
        {
            case RankingMethodKind.WeightedSum:
                Normalisation? scaled = o.Required("normalisation") is JsonValue how ? Scaling(how) : null;
                return () => RankingMethod.WeightedSum(scaled!);
            case RankingMethodKind.WeightedProduct:
                Normalisation? powered = Scaled(o);
                return () => RankingMethod.WeightedProduct(powered);
            case RankingMethodKind.Waspas:
                double? sums = Share(o.Optional("share"));
                Normalisation? both = Scaled(o);
                return () => RankingMethod.Waspas(sums ?? 0.5, both);
            case RankingMethodKind.Topsis:
                Normalisation? near = Scaled(o);
                List<Tuple<string, double, double>>? ideals = o.Optional("ideals")?.Array(Ideal);
                return () => ideals is null ? RankingMethod.Topsis(near) : RankingMethod.TopsisToward(near ?? Normalisation.Vector, [.. ideals.Select(ideal => (ideal.Item1, ideal.Item2, ideal.Item3))]);
            case RankingMethodKind.Vikor:
                double? utility = Share(o.Optional("share"));
                return () => RankingMethod.Vikor(utility ?? 0.5);
            case RankingMethodKind.Edas:
                return RankingMethod.Edas;
            case RankingMethodKind.Promethee:
                return Promethee(value, o);
            case RankingMethodKind.Spotis:
                List<CriterionBounds>? within = o.Required("bounds")?.Array(Bound);
                return () => RankingMethod.Spotis([.. within!]);
            default:
                double? target = Share(o.Required("share"));
                List<CriterionBounds>? bounds = o.Required("bounds")?.Array(Bound);
                return () => RankingMethod.BalancedSpotis(target!.Value, [.. bounds!]);
        }
    }

    private static Func<RankingMethod>? Promethee(JsonValue value, JsonObject o)
    {
        JsonValue? forAll = o.Optional("preference");
        JsonValue? each = o.Optional("preferences");
        if (forAll is null == each is null)
        {
            value.Error("there is no preference function, or both forms", "one of preference, preferences");
            return null;
        }

        if (forAll is not null)
        {
            PreferenceFunction? function = Preference(forAll, null);
            return () => RankingMethod.Promethee(function!);
        }

        List<Tuple<string, PreferenceFunction>> functions = each!.Array(item =>
        {
            string? criterion = null;
            PreferenceFunction? function = Preference(item, name => criterion = name);
            return criterion is not null && function is not null ? Tuple.Create(criterion, function) : null;
        });
        return () => RankingMethod.Promethee([.. functions.Select(function => (function.Item1, function.Item2))]);
    }

    private static Normalisation? Scaled(JsonObject o) => o.Optional("normalisation") is JsonValue how ? Scaling(how) : null;

    private static Normalisation? Scaling(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        NormalisationKind? kind = o.Required("kind")?.OneOf(Formulas);
        CostRule? cost = o.Optional("cost")?.OneOf(("complement", CostRule.Complement), ("reciprocal", CostRule.Reciprocal), ("negate", CostRule.Negate));
        int? ddof = kind == NormalisationKind.ZScore ? o.Optional("ddof")?.Whole(0, 1) : null;
        List<CriterionBounds>? bounds = kind == NormalisationKind.FixedBounds ? o.Required("bounds")?.Array(Bound) : null;
        List<Tuple<string, Normalisation>> exceptions = o.Optional("exceptions")?.Array(Exception) ?? [];
        if (kind is not null)
        {
            o.Done();
        }

        if (kind is not NormalisationKind known || !value.Reading.IsComplete)
        {
            return null;
        }

        if (exceptions.GroupBy(exception => exception.Item1, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            value.Error($"'{JsonValue.Short(twice.Key)}' stands twice", "each once");
            return null;
        }

        return value.Try(() =>
        {
            Normalisation made = known switch
            {
                NormalisationKind.None => Normalisation.None,
                NormalisationKind.MinMax => Normalisation.MinMax,
                NormalisationKind.LinearMax => Normalisation.LinearMax,
                NormalisationKind.Sum => Normalisation.Sum,
                NormalisationKind.Vector => Normalisation.Vector,
                NormalisationKind.Logarithmic => Normalisation.Logarithmic,
                NormalisationKind.ZScore => Normalisation.ZScore(ddof ?? 0),
                NormalisationKind.Percentile => Normalisation.Percentile,
                _ => Normalisation.FixedBounds([.. bounds!]),
            };
            made = cost is CostRule rule ? made.WithCost(rule) : made;
            return exceptions.Aggregate(made, (all, exception) => all.But(exception.Item1, exception.Item2));
        });
    }

    private static Tuple<string, Normalisation>? Exception(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? criterion = o.Required("criterion")?.Id<DecisionCriterion>()?.Value;
        Normalisation? rule = o.Required("normalisation") is JsonValue how ? Scaling(how) : null;
        o.Done();
        return criterion is not null && rule is not null ? Tuple.Create(criterion, rule) : null;
    }

    private static Tuple<string, double, double>? Ideal(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? criterion = o.Required("criterion")?.Id<DecisionCriterion>()?.Value;
        double? ideal = o.Required("ideal")?.Real();
        double? antiIdeal = o.Required("antiIdeal")?.Real();
        o.Done();
        return criterion is not null && ideal is double best && antiIdeal is double worst ? Tuple.Create(criterion, best, worst) : null;
    }

    private static CriterionBounds? Bound(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? criterion = o.Required("criterion")?.Id<DecisionCriterion>()?.Value;
        double? from = o.Required("from")?.Real();
        double? to = o.Required("to")?.Real();
        JsonValue? best = o.Optional("target");
        double? target = best?.Real();
        o.Done();
        if (criterion is null || from is not double low || to is not double high || (best is not null && target is null))
        {
            return null;
        }

        CriterionBounds? bounds = value.Try(() => CriterionBounds.Of(criterion, low, high));
        return target is double at && bounds is not null ? best!.Try(() => bounds.WithTarget(at)) : bounds;
    }

    /// <summary>A preference function; where it is one of a list, with the criterion that it is of.</summary>
    private static PreferenceFunction? Preference(JsonValue value, Action<string?>? criterion)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        criterion?.Invoke(o.Required("criterion")?.Id<DecisionCriterion>()?.Value);
        PreferenceShape? shape = o.Required("shape")?.OneOf(Shapes);
        double? q = shape is PreferenceShape.UShape or PreferenceShape.Level or PreferenceShape.Linear ? o.Required("q")?.Real() : null;
        double? p = shape is PreferenceShape.VShape or PreferenceShape.Level or PreferenceShape.Linear ? o.Required("p")?.Real() : null;
        double? s = shape == PreferenceShape.Gaussian ? o.Required("s")?.Real() : null;
        if (shape is null)
        {
            return null;
        }

        o.Done();
        return !value.Reading.IsComplete ? null : value.Try(() => shape switch
        {
            PreferenceShape.UShape => PreferenceFunction.UShape(q!.Value),
            PreferenceShape.VShape => PreferenceFunction.VShape(p!.Value),
            PreferenceShape.Level => PreferenceFunction.Level(q!.Value, p!.Value),
            PreferenceShape.Linear => PreferenceFunction.Linear(q!.Value, p!.Value),
            PreferenceShape.Gaussian => PreferenceFunction.Gaussian(s!.Value),
            _ => PreferenceFunction.Usual,
        });
    }

    private static double? Share(JsonValue? value)
    {
        if (value?.Real() is not double share)
        {
            return null;
        }

        if (share >= 0d && share <= 1d)
        {
            return share;
        }

        value.Error("the share is outside the range", "a share from 0 to 1");
        return null;
    }
}
