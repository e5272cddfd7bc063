using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Reads a ranking problem: criteria come first, since they say which values a candidate has.</summary>
internal static class RankingProblemReader
{
    private const string Proportions = "proportions";
    private const string AsGiven = "as-given";

    public static RankingProblem? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(RankingProblemJson.SchemaVersion);

        return Members(value, o);
    }

    /// <summary>Reads the members of a problem but its version; no other may stand beside them.</summary>
    public static RankingProblem? Members(JsonValue value, JsonObject o)
    {
        string weights = Word(o.Optional("weights")) ?? Proportions;
        JsonValue? list = o.Required("criteria");
        int read = 0;
        List<Weighed> criteria = list?.Array(item =>
        {
            read++;
            return Criterion(item);
        }) ?? [];
        ContractBookReader.Twice(value, "criteria", criteria.Select(criterion => criterion.Of.Id.Value));
        bool areKnown = criteria.Count == read && criteria.Select(criterion => criterion.Of.Id).Distinct().Count() == read;
        List<Row> rows = o.Required("candidates")?.Array(item => Candidate(item, areKnown ? criteria : null)) ?? [];
        RankingMethod? method = o.Required("method") is JsonValue how ? RankingMethodReader.Read(how) : null;
        JsonValue? tied = o.Optional("ties");
        Ties? ties = tied is null ? Ties.Competition : TiesOf(tied);
        o.Done();
        if (!value.Reading.IsComplete)
        {
            return null;
        }

        DecisionMatrix? matrix = Matrix(value, weights, criteria, rows);
        if (weights == "shares" && matrix is not null)
        {
            matrix = list!.Try(() => matrix.WithWeights(CriterionWeights.OfShares([.. criteria.Select(criterion => (criterion.Of.Id.Value, criterion.Weight))])));
        }

        return matrix is null ? null : (tied ?? value).Try(() => new RankingProblem(matrix, method!, ties));
    }

    private static string? Word(JsonValue? value) => value?.OneOf((Proportions, 0), ("shares", 1), (AsGiven, 2)) switch
    {
        0 => Proportions,
        1 => "shares",
        2 => AsGiven,
        _ => null,
    };

    private static Weighed? Criterion(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<DecisionCriterion>? id = o.Required("id")?.Id<DecisionCriterion>();
        LocalText? name = o.Optional("name")?.LocalText();
        KpiDirection? direction = o.Required("direction")?.OneOf(("higher", KpiDirection.Higher), ("lower", KpiDirection.Lower));
        string? unit = o.Optional("unit")?.Text();
        JsonValue? stated = o.Optional("weight");
        double? weight = stated is null ? 1d : stated.Real();
        o.Done();
        return id is not null && direction is KpiDirection better && weight is double counts ? new Weighed(new DecisionCriterion(id, better, name, unit), counts) : null;
    }

    private static Row? Candidate(JsonValue value, List<Weighed>? criteria)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Candidate>? id = o.Required("id")?.Id<Candidate>();
        double[]? numbers = o.Required("values") is JsonValue values ? Numbers(values, criteria) : null;
        o.Done();
        return id is not null && numbers is not null ? new Row(id, numbers) : null;
    }

    /// <summary>The values in the order of the criteria; where these could not be read, each member is a number all the same.</summary>
    private static double[]? Numbers(JsonValue value, List<Weighed>? criteria)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonValue> member in o.All())
        {
            if (criteria is not null && !criteria.Exists(criterion => criterion.Of.Id.Value == member.Key))
            {
                member.Value.Error($"there is no criterion '{JsonValue.Short(member.Key)}'", "one of " + string.Join(", ", criteria.Select(criterion => criterion.Of.Id)));
            }

            numbers[member.Key] = member.Value.Real() ?? 0d;
        }

        o.Done();
        foreach (Weighed missing in criteria?.Where(criterion => !numbers.ContainsKey(criterion.Of.Id.Value)) ?? [])
        {
            value.Error($"there is no value of '{JsonValue.Short(missing.Of.Id.Value)}'", "a number for each criterion");
        }

        return criteria is null ? null : [.. criteria.Select(criterion => numbers.TryGetValue(criterion.Of.Id.Value, out double number) ? number : 0d)];
    }

    private static Ties? TiesOf(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        TieRule? rule = o.Required("rule")?.OneOf(("competition", TieRule.Competition), ("dense", TieRule.Dense), ("ordinal", TieRule.Ordinal));
        JsonValue? width = o.Optional("tolerance");
        double? tolerance = width?.Real();
        List<Id<DecisionCriterion>> chain = o.Optional("chain")?.Array(item => item.Id<DecisionCriterion>()) ?? [];
        o.Done();
        if (rule is not TieRule known || (width is not null && tolerance is null))
        {
            return null;
        }

        Ties ties = known switch
        {
            TieRule.Dense => Ties.Dense,
            TieRule.Ordinal => Ties.Ordinal,
            _ => Ties.Competition,
        };
        ties = chain.Aggregate(ties, (all, criterion) => all.ThenBy(criterion.Value));
        return tolerance is double wide ? width!.Try(() => ties.WithTolerance(wide)) : ties;
    }

    private static DecisionMatrix? Matrix(JsonValue value, string weights, List<Weighed> criteria, List<Row> rows)
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define();
        criteria.ForEach(criterion => builder.Criterion(criterion.Of, criterion.Weight));
        rows.ForEach(row => builder.Candidate(row.Id.Value, row.Values));
        builder = weights == AsGiven ? builder.KeepWeights() : builder;
        if (builder.TryBuild(out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors))
        {
            return matrix;
        }

        foreach (MatrixError error in errors)
        {
            (string problem, string expected) = DomainMessage.Split(error.Message, "a matrix without this contradiction");
            value.Reading.ErrorAt(PathOf(value.Path, error, criteria, rows), problem, expected);
        }

        return null;
    }

    private static string PathOf(string path, MatrixError error, List<Weighed> criteria, List<Row> rows)
    {
        // Of an id that stands twice, the second place is the wrong one.
        if (error.Candidate is Id<Candidate> candidate)
        {
            string row = $"{path}.candidates[{Text(rows.FindLastIndex(other => other.Id == candidate))}]";
            return error.Criterion is Id<DecisionCriterion> column ? JsonValue.Member(row + ".values", column.Value) : row;
        }

        return error.Criterion is Id<DecisionCriterion> criterion ? $"{path}.criteria[{Text(criteria.FindLastIndex(other => other.Of.Id == criterion))}]" : path;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Weighed
    {
        public Weighed(DecisionCriterion of, double weight)
        {
            Of = of;
            Weight = weight;
        }

        public DecisionCriterion Of { get; }

        public double Weight { get; }
    }

    private sealed class Row
    {
        public Row(Id<Candidate> id, double[] values)
        {
            Id = id;
            Values = values;
        }

        public Id<Candidate> Id { get; }

        public double[] Values { get; }
    }
}
