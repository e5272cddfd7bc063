using System.Collections.Generic;
using System.Text.Json;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Scoring;

/// <summary>Writes a ranking problem in the members that <see cref="RankingProblemReader"/> reads. Doubles are written with as many digits as tell them from every other.</summary>
internal static class RankingProblemWriter
{
    public static void Members(RankingProblem problem, Utf8JsonWriter json)
    {
        DecisionMatrix matrix = problem.Matrix;
        json.WriteString("weights", matrix.Weights.IsAsGiven ? "as-given" : "shares");
        json.WriteStartArray("criteria");
        foreach (DecisionCriterion criterion in matrix.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id.Value);
            if (criterion.Name != new LocalText(criterion.Id.Value))
            {
                ContractBookWriter.Text("name", criterion.Name, json);
            }

            json.WriteString("direction", JsonText.Word(criterion.Direction));
            if (criterion.Unit is string unit)
            {
                json.WriteString("unit", unit);
            }

            json.WriteNumber("weight", matrix.Weights[criterion.Id]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("candidates");
        foreach (Id<Candidate> candidate in matrix.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("id", candidate.Value);
            json.WriteStartObject("values");
            foreach (DecisionCriterion criterion in matrix.Criteria)
            {
                json.WriteNumber(criterion.Id.Value, matrix[candidate, criterion.Id]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Method(problem.Method, json);
        json.WriteStartObject("ties");
        json.WriteString("rule", JsonText.Word(problem.Ties.Rule));
        json.WriteNumber("tolerance", problem.Ties.Tolerance);
        json.WriteStartArray("chain");
        foreach (Id<DecisionCriterion> criterion in problem.Ties.Chain)
        {
            json.WriteStringValue(criterion.Value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Method(RankingMethod method, Utf8JsonWriter json)
    {
        json.WriteStartObject("method");
        json.WriteString("kind", JsonText.Word(method.Kind));
        if (method.Share is double share)
        {
            json.WriteNumber("share", share);
        }

        if (method.Normalisation is Normalisation normalisation)
        {
            Scaling(normalisation, json);
        }

        if (method.Ideals.Count > 0)
        {
            json.WriteStartArray("ideals");
            foreach ((Id<DecisionCriterion> criterion, double ideal, double antiIdeal) in method.Ideals)
            {
                json.WriteStartObject();
                json.WriteString("criterion", criterion.Value);
                json.WriteNumber("ideal", ideal);
                json.WriteNumber("antiIdeal", antiIdeal);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (method.Preference is PreferenceFunction forAll)
        {
            json.WriteStartObject("preference");
            Preference(forAll, json);
            json.WriteEndObject();
        }

        if (method.Preferences.Count > 0)
        {
            json.WriteStartArray("preferences");
            foreach (KeyValuePair<Id<DecisionCriterion>, PreferenceFunction> function in method.Preferences)
            {
                json.WriteStartObject();
                json.WriteString("criterion", function.Key.Value);
                Preference(function.Value, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Bounds(method.Bounds, json);
        json.WriteEndObject();
    }

    private static void Scaling(Normalisation normalisation, Utf8JsonWriter json)
    {
        json.WriteStartObject("normalisation");
        json.WriteString("kind", JsonText.Word(normalisation.Kind));
        json.WriteString("cost", JsonText.Word(normalisation.Cost));
        if (normalisation.Kind == NormalisationKind.ZScore)
        {
            json.WriteNumber("ddof", normalisation.Ddof);
        }

        Bounds(normalisation.Bounds, json);
        if (normalisation.Exceptions.Count > 0)
        {
            json.WriteStartArray("exceptions");
            foreach (KeyValuePair<Id<DecisionCriterion>, Normalisation> exception in normalisation.Exceptions)
            {
                json.WriteStartObject();
                json.WriteString("criterion", exception.Key.Value);
                Scaling(exception.Value, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The thresholds that the shape has.</summary>
    private static void Preference(PreferenceFunction function, Utf8JsonWriter json)
    {
        json.WriteString("shape", JsonText.Word(function.Shape));
        if (function.Shape is PreferenceShape.UShape or PreferenceShape.Level or PreferenceShape.Linear)
        {
            json.WriteNumber("q", function.Q);
        }

        if (function.Shape is PreferenceShape.VShape or PreferenceShape.Level or PreferenceShape.Linear)
        {
            json.WriteNumber("p", function.P);
        }

        if (function.Shape == PreferenceShape.Gaussian)
        {
            json.WriteNumber("s", function.S);
        }
    }

    private static void Bounds(IReadOnlyList<CriterionBounds> bounds, Utf8JsonWriter json)
    {
        if (bounds.Count == 0)
        {
            return;
        }

        json.WriteStartArray("bounds");
        foreach (CriterionBounds one in bounds)
        {
            json.WriteStartObject();
            json.WriteString("criterion", one.Criterion.Value);
            json.WriteNumber("from", one.From);
            json.WriteNumber("to", one.To);
            if (one.Target is double target)
            {
                json.WriteNumber("target", target);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
