using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads a scorecard in the words of its builder. Criteria come first, since their units say how the bounds of gates are written.</summary>
internal static class ScorecardReader
{
    public static Scorecard? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(ScorecardJson.SchemaVersion);

        Id<Scorecard>? id = o.Required("id")?.Id<Scorecard>();
        LocalText? name = o.Optional("name")?.LocalText();
        ScorecardBuilder card = Scorecard.Define(id?.Value ?? "unnamed", name);
        List<ScoreCriterion> criteria = o.Required("criteria")?.Array(CriterionReader.Read) ?? [];
        criteria.ForEach(criterion => card.Add(criterion));
        o.Optional("gates")?.Array(gate => Gate(gate, criteria) is ScoreGate read ? card.Gate(read) : null);
        Grades(o, card);
        if (o.Optional("minimumCoverage")?.Share() is Rate coverage)
        {
            card.MinimumCoverage(coverage);
        }

        if (o.Optional("decimals")?.Whole(0, 4) is int decimals)
        {
            card.Decimals(decimals);
        }

        if (o.Optional("periods") is JsonValue periods && Periods(periods) is PeriodPolicy policy)
        {
            card.Periods(policy);
        }

        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        if (card.TryBuild(out Scorecard? built, out IReadOnlyList<ScorecardError> errors))
        {
            return built;
        }

        foreach (ScorecardError error in errors)
        {
            (string problem, string expected) = DomainMessage.Split(new System.ArgumentException(error.Message));
            value.Reading.ErrorAt($"{value.Path}.{error.Path}", problem, expected);
        }

        return null;
    }

    /// <summary>A value in the unit of its criterion: a percentage in quotes, or a number.</summary>
    public static decimal? Edge(JsonValue? value, bool percent) => percent ? value?.Rate()?.ToPercent() : value?.Number();

    private static void Grades(JsonObject o, ScorecardBuilder card)
    {
        JsonValue? list = o.Optional("grades");
        List<Grade>? grades = list?.Array(grade =>
        {
            JsonObject? g = grade.Object();
            string? code = g?.Required("code")?.Text();
            decimal? from = g?.Required("from")?.Number(0m, 100m);
            LocalText? name = g?.Optional("name")?.LocalText();
            List<ScoreAction> actions = Actions(g);
            g?.Done();
            return code is not null && from is decimal start ? grade.Try(() => new Grade(code, start, name, [.. actions])) : null;
        });
        Edge edge = o.Optional("gradeEdge") is JsonValue side ? CriterionReader.Side(side) ?? ChannelModel.Edge.LowerIncluded : ChannelModel.Edge.LowerIncluded;
        JsonValue? hysteresis = o.Optional("hysteresis");
        decimal? points = hysteresis?.Number(0m, 100m);
        if (list is null || grades is null || !list.Reading.IsComplete)
        {
            if (list is null)
            {
                hysteresis?.Error("a hysteresis was found without grades", "grades, or no such member");
            }

            return;
        }

        if (list.Try(() => GradeScale.Of(edge, [.. grades])) is not GradeScale scale)
        {
            return;
        }

        scale = points is decimal margin ? hysteresis!.Try(() => scale.WithHysteresis(margin)) ?? scale : scale;
        card.Grades(scale);
    }

    private static List<ScoreAction> Actions(JsonObject? o) => o?.Optional("actions")?.Array(action =>
    {
        JsonObject? a = action.Object();
        ActionKind? kind = a?.Required("kind")?.OneOf(("block", ActionKind.Block), ("warn", ActionKind.Warn), ("notify", ActionKind.Notify), ("reward", ActionKind.Reward));
        string? subject = a?.Required("subject")?.Code();
        LocalText? text = a?.Optional("text")?.LocalText();
        a?.Done();
        return kind is ActionKind what && subject is not null ? new ScoreAction(what, subject, text) : null;
    }) ?? [];

    private static ScoreGate? Gate(JsonValue value, List<ScoreCriterion> criteria)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        GateKind? kind = o.Required("kind")?.OneOf(("knock-out", GateKind.KnockOut), ("cap-grade", GateKind.CapGrade), ("evidence", GateKind.Evidence));
        string? criterion = o.Required("criterion")?.Id<ScoreCriterion>()?.Value;
        bool percent = criteria.Any(known => known.Id.Value == criterion && known.Unit.Kind == KpiUnitKind.Percent);
        LocalText? reason = o.Required("reason")?.LocalText();
        JsonValue? below = kind == GateKind.Evidence ? null : o.Optional("below");
        JsonValue? above = kind == GateKind.Evidence ? null : o.Optional("above");
        decimal? bound = Edge(below ?? above, percent);
        long? sample = kind == GateKind.Evidence ? o.Required("sample")?.WholeLong(1) : null;
        string? grade = kind == GateKind.CapGrade ? o.Required("grade")?.Text() : null;
        bool whenMissing = kind != GateKind.Evidence && (o.Optional("whenMissing")?.Boolean() ?? false);
        List<ScoreAction> actions = Actions(o);
        o.Done();
        if (kind is GateKind.KnockOut or GateKind.CapGrade && (below is null) == (above is null))
        {
            value.Error("the gate has no bound, or two", "one of below, above");
            return null;
        }

        if (kind is not GateKind what || criterion is null || reason is null || (what == GateKind.Evidence ? sample is null : bound is null) || (what == GateKind.CapGrade && grade is null))
        {
            return null;
        }

        return value.Try(() =>
        {
            ScoreGate gate = (what, above is not null) switch
            {
                (GateKind.Evidence, _) => ScoreGate.Evidence(criterion, sample!.Value, reason),
                (GateKind.KnockOut, true) => ScoreGate.KnockOutAbove(criterion, bound!.Value, reason),
                (GateKind.KnockOut, false) => ScoreGate.KnockOutBelow(criterion, bound!.Value, reason),
                (_, true) => ScoreGate.CapAbove(criterion, bound!.Value, grade!, reason),
                _ => ScoreGate.CapBelow(criterion, bound!.Value, grade!, reason),
            };
            gate = whenMissing ? gate.AlsoWhenMissing() : gate;
            return actions.Count == 0 ? gate : gate.With([.. actions]);
        });
    }

    private static PeriodPolicy? Periods(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        PeriodPolicyKind? kind = o.Required("kind")?.OneOf(("decay", PeriodPolicyKind.Decay), ("smoothing", PeriodPolicyKind.Smoothing), ("weights", PeriodPolicyKind.Weights));
        int? periods = kind == PeriodPolicyKind.Decay ? o.Required("periods")?.Whole(1, 1000) : null;
        decimal? alpha = kind == PeriodPolicyKind.Smoothing ? o.Required("alpha")?.Number(0m, 1m) : null;
        List<object>? weights = kind == PeriodPolicyKind.Weights ? o.Required("weights")?.Array(weight => weight.Number() is decimal known ? (object)known : null) : null;
        o.Done();
        return periods is int window ? value.Try(() => PeriodPolicy.Decay(window))
            : alpha is decimal share ? value.Try(() => PeriodPolicy.Smoothing(share))
            : weights is not null ? value.Try(() => PeriodPolicy.Weighted([.. weights.Cast<decimal>()])) : null;
    }
}
