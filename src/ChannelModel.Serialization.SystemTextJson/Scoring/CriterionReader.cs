using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads an element of <c>criteria</c>.</summary>
internal static class CriterionReader
{
    public static ScoreCriterion? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<ScoreCriterion>? id = o.Required("id")?.Id<ScoreCriterion>();
        LocalText? name = o.Required("name")?.LocalText();
        KpiUnit? unit = Unit(o);
        bool percent = unit?.Kind == KpiUnitKind.Percent;
        JsonValue? curveValue = o.Optional("curve");
        ValueCurve? curve = curveValue is null ? null : Curve(curveValue, percent);
        decimal? weight = curveValue is null ? 0m : o.Required("weight")?.Number();
        JsonValue? missingValue = o.Optional("missing");
        MissingPolicy? missing = missingValue is null ? null : Missing(missingValue);
        Shrinkage? shrinkage = o.Optional("shrinkage") is JsonValue moved ? Shrink(moved) : null;
        long? minimum = o.Optional("minimumSample")?.WholeLong(0);
        JsonValue? kpi = o.Optional("kpi");
        (KpiDirection Direction, KpiAggregation Aggregation)? watched = kpi is null ? null : Kpi(kpi);
        o.Done();
        if (id is null || name is null || unit is null || weight is not decimal weighs || (curveValue is not null && curve is null))
        {
            return null;
        }

        return value.Try(() =>
        {
            ScoreCriterion criterion = curve is null ? ScoreCriterion.ForGates(id.Value, name, unit)
                : watched is (KpiDirection direction, KpiAggregation aggregation) ? ScoreCriterion.Of(new Kpi(new Id<Kpi>(id.Value), name, unit, direction, aggregation), curve, weighs)
                : ScoreCriterion.Of(id.Value, name, unit, curve, weighs);
            criterion = missing is null ? criterion : criterion.WhenMissing(missing);
            criterion = shrinkage is null ? criterion : criterion.WithShrinkage(shrinkage);
            return minimum is long sample ? criterion.WithMinimumSample(sample) : criterion;
        });
    }

    public static Edge? Side(JsonValue? value) => value?.OneOf(("lower-included", Edge.LowerIncluded), ("upper-included", Edge.UpperIncluded));

    private static KpiUnit? Unit(JsonObject o)
    {
        JsonValue? value = o.Required("unit");
        KpiUnitKind? kind = value?.OneOf(
            ("percent", KpiUnitKind.Percent), ("money", KpiUnitKind.Money), ("count", KpiUnitKind.Count), ("number", KpiUnitKind.Number), ("score", KpiUnitKind.Score));
        Currency? currency = kind == KpiUnitKind.Money ? o.Required("currency")?.Currency() : null;
        decimal? low = kind == KpiUnitKind.Score ? o.Required("minimum")?.Number() : null;
        decimal? high = kind == KpiUnitKind.Score ? o.Required("maximum")?.Number() : null;
        return kind switch
        {
            KpiUnitKind.Percent => KpiUnit.Percent,
            KpiUnitKind.Count => KpiUnit.Count,
            KpiUnitKind.Number => KpiUnit.Number,
            KpiUnitKind.Money => currency is Currency known ? KpiUnit.Money(known) : null,
            KpiUnitKind.Score => low is decimal from && high is decimal to ? value!.Try(() => KpiUnit.Score(from, to)) : null,
            _ => null,
        };
    }

    private static ValueCurve? Curve(JsonValue value, bool percent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        CurveKind? kind = o.Required("kind")?.OneOf(
            ("rising", CurveKind.Rising), ("falling", CurveKind.Falling), ("through", CurveKind.Through), ("target-range", CurveKind.TargetRange), ("steps", CurveKind.Steps), ("bins", CurveKind.Bins));
        decimal? Value(string name) => ScorecardReader.Edge(o.Required(name), percent);
        ValueCurve? made = null;
        switch (kind)
        {
            case CurveKind.Rising or CurveKind.Falling:
                decimal? zero = Value("zeroAt");
                decimal? full = Value("fullAt");
                made = zero is decimal z && full is decimal f ? value.Try(() => kind == CurveKind.Rising ? ValueCurve.Rising(z, f) : ValueCurve.Falling(f, z)) : null;
                break;
            case CurveKind.Through:
                made = Points(o.Required("points"), "at", percent) is { } points ? value.Try(() => ValueCurve.Through(points)) : null;
                break;
            case CurveKind.TargetRange:
                decimal?[] range = [Value("from"), Value("to"), Value("toleranceBelow"), Value("toleranceAbove")];
                made = range.All(part => part is not null) ? value.Try(() => ValueCurve.TargetRange(range[0]!.Value, range[1]!.Value, range[2]!.Value, range[3]!.Value)) : null;
                break;
            case CurveKind.Steps:
                Edge? side = Side(o.Required("edge"));
                decimal? below = o.Required("below")?.Number();
                made = Points(o.Required("steps"), "from", percent) is { } steps && side is Edge edge && below is decimal least ? value.Try(() => ValueCurve.Steps(edge, least, steps)) : null;
                break;
            case CurveKind.Bins:
                made = Bins(o, value, percent);
                break;
            default:
                break;
        }

        o.Done();
        return made;
    }

    private static ValueCurve? Bins(JsonObject o, JsonValue value, bool percent)
    {
        Edge? side = Side(o.Required("edge"));
        decimal? outOf = o.Required("outOf")?.Number();
        decimal? below = o.Required("below")?.Number();
        (decimal, decimal)[]? bins = Points(o.Required("bins"), "from", percent);
        JsonValue? missing = o.Optional("missing");
        decimal? points = missing?.Number();
        ValueCurve? curve = side is Edge edge && outOf is decimal most && below is decimal least && bins is not null ? value.Try(() => ValueCurve.Bins(edge, most, least, bins)) : null;
        return points is decimal none && curve is not null ? missing!.Try(() => curve.WithMissing(none)) : curve;
    }

    private static (decimal, decimal)[]? Points(JsonValue? value, string edge, bool percent)
    {
        List<Tuple<decimal, decimal>>? points = value?.Array(point =>
        {
            JsonObject? p = point.Object();
            decimal? at = p is null ? null : ScorecardReader.Edge(p.Required(edge), percent);
            decimal? worth = p?.Required("points")?.Number();
            p?.Done();
            return at is decimal x && worth is decimal y ? Tuple.Create(x, y) : null;
        });
        return points is null || !value!.Reading.IsComplete ? null : [.. points.Select(point => (point.Item1, point.Item2))];
    }

    private static MissingPolicy? Missing(JsonValue value)
    {
        if (!value.IsString)
        {
            return value.Number(0m, 100m) is decimal points ? value.Try(() => MissingPolicy.Points(points)) : null;
        }

        return value.OneOf(("exclude", MissingKind.Exclude), ("worst", MissingKind.Worst), ("fail", MissingKind.Fail)) switch
        {
            MissingKind.Exclude => MissingPolicy.Exclude,
            MissingKind.Worst => MissingPolicy.Worst,
            MissingKind.Fail => MissingPolicy.Fail,
            _ => null,
        };
    }

    private static Shrinkage? Shrink(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        ShrinkageKind? kind = o.Required("kind")?.OneOf(("wilson", ShrinkageKind.Wilson), ("beta", ShrinkageKind.Beta));
        decimal? z = kind == ShrinkageKind.Wilson ? o.Required("z")?.Number() : null;
        Rate? prior = kind == ShrinkageKind.Beta ? o.Required("prior")?.Share() : null;
        decimal? strength = kind == ShrinkageKind.Beta ? o.Required("strength")?.Number() : null;
        o.Done();
        return z is decimal errors ? value.Try(() => Shrinkage.Wilson(errors))
            : prior is Rate rate && strength is decimal worth ? value.Try(() => Shrinkage.Beta(rate, worth)) : null;
    }

    private static (KpiDirection Direction, KpiAggregation Aggregation)? Kpi(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        KpiDirection? direction = o.Required("direction")?.OneOf(
            ("higher", KpiDirection.Higher), ("lower", KpiDirection.Lower), ("on-target", KpiDirection.OnTarget), ("in-range", KpiDirection.InRange));
        KpiAggregation? aggregation = o.Required("aggregation")?.OneOf(
            ("sum", KpiAggregation.Sum), ("mean", KpiAggregation.Mean), ("ratio", KpiAggregation.Ratio), ("latest", KpiAggregation.Latest));
        o.Done();
        return direction is KpiDirection way && aggregation is KpiAggregation how ? (way, how) : null;
    }
}
