using System;
using System.Globalization;
using System.Text.Json;
using Ardalis.GuardClauses;
using ChannelModel.Allocation;
using ChannelModel.Serialization.SystemTextJson.Allocation;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads and writes split problems and their solutions as JSON, the rule by its name.</summary>
public static class SplitJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    internal static readonly (string Word, InfeasiblePolicy Value)[] Policies =
        [("refuse", InfeasiblePolicy.Refuse), ("relax-minimums", InfeasiblePolicy.RelaxMinimums), ("leave-unallocated", InfeasiblePolicy.LeaveUnallocated)];

    internal static readonly (string Word, BoundedStatus Value)[] Statuses =
        [("split", BoundedStatus.Split), ("minimums-relaxed", BoundedStatus.MinimumsRelaxed), ("partly-unallocated", BoundedStatus.PartlyUnallocated), ("infeasible", BoundedStatus.Infeasible)];

    /// <summary>Reads a problem.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The problem, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<SplitProblem> ReadProblem(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, SplitReader.Problem);

    /// <summary>Reads a solution as it was written; <see cref="SplitSolution.Verify"/> works it out again.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The solution, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<SplitSolution> ReadSolution(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, SplitReader.Solution);

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The JSON text, two spaces deep, with a line feed at the end; <see cref="ReadProblem"/> reads it back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(SplitProblem problem)
    {
        Guard.Against.Null(problem);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            Members(json, problem);
        });
    }

    /// <summary>Writes a solution with its problem.</summary>
    /// <param name="solution">The solution.</param>
    /// <returns>The JSON text, two spaces deep, with a line feed at the end; <see cref="ReadSolution"/> reads it back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="solution"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(SplitSolution solution)
    {
        Guard.Against.Null(solution);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartObject("problem");
            Members(json, solution.Problem);
            json.WriteEndObject();
            json.WriteString("status", Array.Find(Statuses, word => word.Value == solution.Status).Word);
            json.WriteStartArray("parts");
            foreach (SplitSolutionLine line in solution.Lines)
            {
                json.WriteStartObject();
                json.WriteString("id", line.Line.Id);
                json.WriteNumber("part", line.Part);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("remainder", solution.Remainder);
        });
    }

    /// <summary>Returns the JSON Schema (2020-12) of a split problem, for editors. It knows the form of each member; what contradicts what is only found by <see cref="ReadProblem"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("split");

    /// <summary>Returns the JSON Schema (2020-12) of a solution. It knows the form of each member; what contradicts what is only found by <see cref="ReadSolution"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string SolutionSchema() => SchemaText.Of("split-solution");

    private static void Members(Utf8JsonWriter json, SplitProblem problem)
    {
        json.WriteNumber("total", problem.Total);
        if (problem.Currency is Currency currency)
        {
            json.WriteString("currency", currency.Code);
        }

        if (problem.Method is ApportionmentMethod method)
        {
            json.WriteString("method", method.Name);
        }
        else
        {
            json.WriteString("rule", problem.Rule.Name);
        }

        json.Number("step", problem.Step);
        if (problem.Policy != InfeasiblePolicy.Refuse)
        {
            json.WriteString("policy", Array.Find(Policies, word => word.Value == problem.Policy).Word);
        }

        json.WriteStartArray("lines");
        foreach (SplitProblemLine line in problem.Lines)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            Weight(json, line.Weight);
            json.Number("minimum", line.Minimum);
            json.Number("maximum", line.Maximum);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A number where a decimal holds the weight exactly, else a fraction in quotes.</summary>
    private static void Weight(Utf8JsonWriter json, Fraction weight)
    {
        if (weight.IsWhole && weight <= decimal.MaxValue)
        {
            json.WriteRaw("weight", weight.ToString());
        }
        else if (weight.Denominator <= 10_000_000_000 && weight <= 1_000_000_000 && (Fraction)weight.ToDecimal(10) == weight)
        {
            json.WriteNumber("weight", weight.ToDecimal(10));
        }
        else
        {
            json.WriteString("weight", weight.ToString());
        }
    }

    private static void WriteRaw(this Utf8JsonWriter json, string name, string number) =>
        json.WriteNumber(name, decimal.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
