using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Writes a scorecard in the form that <see cref="ScorecardReader"/> reads; what is as it would be without a word is left out.</summary>
internal static class ScorecardWriter
{
    public static void Write(Scorecard card, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", ScorecardJson.SchemaVersion);
        json.WriteString("id", card.Id.Value);
        Text(json, "name", card.Name);
        json.WriteNumber("decimals", card.Decimals);
        json.WriteStartArray("criteria");
        var units = new Dictionary<string, KpiUnit>(StringComparer.Ordinal);
        foreach (ScoreCriterion criterion in card.Criteria)
        {
            units[criterion.Id.Value] = criterion.Unit;
            Criterion(criterion, json);
        }

        json.WriteEndArray();
        if (card.Gates.Count > 0)
        {
            json.WriteStartArray("gates");
            foreach (ScoreGate gate in card.Gates)
            {
                Gate(gate, units[gate.Criterion.Value].Kind == KpiUnitKind.Percent, json);
            }

            json.WriteEndArray();
        }

        if (card.Grades is GradeScale scale)
        {
            Grades(scale, json);
        }

        if (!card.MinimumCoverage.IsZero)
        {
            json.WriteString("minimumCoverage", card.MinimumCoverage.ToString("G", CultureInfo.InvariantCulture));
        }

        if (card.Periods is PeriodPolicy periods)
        {
            Periods(periods, json);
        }
    }

    private static void Criterion(ScoreCriterion criterion, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", criterion.Id.Value);
        Text(json, "name", criterion.Name);
        Unit(criterion.Unit, json);
        if (criterion.Kpi is Kpi kpi)
        {
            json.WriteStartObject("kpi");
            json.WriteString("direction", kpi.Direction switch
            {
                KpiDirection.Higher => "higher",
                KpiDirection.Lower => "lower",
                KpiDirection.OnTarget => "on-target",
                _ => "in-range",
            });
            json.WriteString("aggregation", kpi.Aggregation switch
            {
                KpiAggregation.Sum => "sum",
                KpiAggregation.Mean => "mean",
                KpiAggregation.Ratio => "ratio",
                _ => "latest",
            });
            json.WriteEndObject();
        }

        bool percent = criterion.Unit.Kind == KpiUnitKind.Percent;
        MissingPolicy usual = MissingPolicy.Exclude;
        if (criterion.Curve is ValueCurve curve)
        {
            json.WriteNumber("weight", criterion.Weight);
            Curve(curve, percent, json);
            usual = ScoreCriterion.Of(criterion.Id.Value, criterion.Name, criterion.Unit, curve, criterion.Weight).Missing;
        }

        if (criterion.Missing != usual)
        {
            if (criterion.Missing.Kind == MissingKind.Points)
            {
                json.WriteNumber("missing", criterion.Missing.Value);
            }
            else
            {
                json.WriteString("missing", criterion.Missing.ToString());
            }
        }

        if (criterion.Shrinkage is Shrinkage shrinkage)
        {
            json.WriteStartObject("shrinkage");
            bool wilson = shrinkage.Kind == ShrinkageKind.Wilson;
            json.WriteString("kind", wilson ? "wilson" : "beta");
            if (!wilson)
            {
                json.WriteString("prior", shrinkage.Prior.ToString("G", CultureInfo.InvariantCulture));
            }

            json.WriteNumber(wilson ? "z" : "strength", shrinkage.Strength);
            json.WriteEndObject();
        }

        if (criterion.MinimumSample > 0)
        {
            json.WriteNumber("minimumSample", criterion.MinimumSample);
        }

        json.WriteEndObject();
    }

    private static void Unit(KpiUnit unit, Utf8JsonWriter json)
    {
        json.WriteString("unit", unit.Kind switch
        {
            KpiUnitKind.Percent => "percent",
            KpiUnitKind.Money => "money",
            KpiUnitKind.Count => "count",
            KpiUnitKind.Score => "score",
            _ => "number",
        });
        if (unit.Currency is Currency currency)
        {
            json.WriteString("currency", currency.Code);
        }

        if (unit.Kind == KpiUnitKind.Score)
        {
            json.WriteNumber("minimum", unit.Minimum!.Value);
            json.WriteNumber("maximum", unit.Maximum!.Value);
        }
    }

    private static void Curve(ValueCurve curve, bool percent, Utf8JsonWriter json)
    {
        json.WriteStartObject("curve");
        json.WriteString("kind", curve.Kind switch
        {
            CurveKind.Rising => "rising",
            CurveKind.Falling => "falling",
            CurveKind.Through => "through",
            CurveKind.TargetRange => "target-range",
            CurveKind.Steps => "steps",
            _ => "bins",
        });
        IReadOnlyList<(decimal At, decimal Points)> points = curve.Points;
        switch (curve.Kind)
        {
            case CurveKind.Rising:
                Edge(json, "zeroAt", points[0].At, percent);
                Edge(json, "fullAt", points[1].At, percent);
                break;
            case CurveKind.Falling:
                Edge(json, "fullAt", points[0].At, percent);
                Edge(json, "zeroAt", points[1].At, percent);
                break;
            case CurveKind.TargetRange:
                Edge(json, "from", points[1].At, percent);
                Edge(json, "to", points[2].At, percent);
                Edge(json, "toleranceBelow", points[1].At - points[0].At, percent);
                Edge(json, "toleranceAbove", points[3].At - points[2].At, percent);
                break;
            case CurveKind.Through:
                Points(json, "points", "at", points, percent);
                break;
            default:
                json.WriteString("edge", Side(curve.Edge));
                if (curve.Kind == CurveKind.Bins)
                {
                    json.WriteNumber("outOf", curve.OutOf);
                }

                json.WriteNumber("below", curve.Below);
                Points(json, curve.Kind == CurveKind.Bins ? "bins" : "steps", "from", points, percent);
                if (curve.MissingPoints is decimal missing)
                {
                    json.WriteNumber("missing", missing);
                }

                break;
        }

        json.WriteEndObject();
    }

    private static void Points(Utf8JsonWriter json, string name, string edge, IReadOnlyList<(decimal At, decimal Points)> points, bool percent)
    {
        json.WriteStartArray(name);
        foreach ((decimal at, decimal worth) in points)
        {
            json.WriteStartObject();
            Edge(json, edge, at, percent);
            json.WriteNumber("points", worth);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Gate(ScoreGate gate, bool percent, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", gate.Kind switch
        {
            GateKind.KnockOut => "knock-out",
            GateKind.CapGrade => "cap-grade",
            _ => "evidence",
        });
        json.WriteString("criterion", gate.Criterion.Value);
        if (gate.Kind == GateKind.Evidence)
        {
            json.WriteNumber("sample", gate.Bound);
        }
        else
        {
            Edge(json, gate.IsAbove ? "above" : "below", gate.Bound, percent);
        }

        if (gate.Grade is string grade)
        {
            json.WriteString("grade", grade);
        }

        Text(json, "reason", gate.Reason);
        if (gate.AppliesWhenMissing && gate.Kind != GateKind.Evidence)
        {
            json.WriteBoolean("whenMissing", true);
        }

        Actions(gate.Actions, json);
        json.WriteEndObject();
    }

    private static void Grades(GradeScale scale, Utf8JsonWriter json)
    {
        json.WriteStartArray("grades");
        foreach (Grade grade in scale.Grades)
        {
            json.WriteStartObject();
            json.WriteString("code", grade.Code);
            json.WriteNumber("from", grade.From);
            if (grade.Name != new LocalText(grade.Code))
            {
                Text(json, "name", grade.Name);
            }

            Actions(grade.Actions, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (scale.Edge != ChannelModel.Edge.LowerIncluded)
        {
            json.WriteString("gradeEdge", Side(scale.Edge));
        }

        if (scale.Hysteresis > 0m)
        {
            json.WriteNumber("hysteresis", scale.Hysteresis);
        }
    }

    private static void Actions(IReadOnlyList<ScoreAction> actions, Utf8JsonWriter json)
    {
        if (actions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("actions");
        foreach (ScoreAction action in actions)
        {
            json.WriteStartObject();
            json.WriteString("kind", action.Kind switch
            {
                ActionKind.Block => "block",
                ActionKind.Warn => "warn",
                ActionKind.Notify => "notify",
                _ => "reward",
            });
            json.WriteString("subject", action.Subject);
            if (action.Text is LocalText text)
            {
                Text(json, "text", text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Periods(PeriodPolicy periods, Utf8JsonWriter json)
    {
        json.WriteStartObject("periods");
        switch (periods.Kind)
        {
            case PeriodPolicyKind.Decay:
                json.WriteString("kind", "decay");
                json.WriteNumber("periods", periods.Window);
                break;
            case PeriodPolicyKind.Smoothing:
                json.WriteString("kind", "smoothing");
                json.WriteNumber("alpha", periods.Alpha);
                break;
            default:
                json.WriteString("kind", "weights");
                json.WriteStartArray("weights");
                foreach (decimal weight in periods.Weights)
                {
                    json.WriteNumberValue(weight);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static string Side(Edge edge) => edge == ChannelModel.Edge.LowerIncluded ? "lower-included" : "upper-included";

    private static void Edge(Utf8JsonWriter json, string name, decimal value, bool percent)
    {
        if (percent)
        {
            json.WriteString(name, Rate.Percent(value).ToString("G", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber(name, value);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, LocalText text)
    {
        if (text.ZhHans is not string zhHans)
        {
            json.WriteString(name, text.En);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("zh-Hans", zhHans);
        json.WriteEndObject();
    }
}
