using System;
using Ardalis.GuardClauses;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Allocation;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes solved budgets as JSON, with their problem and the proof, and reads them, so that a stored one can be verified later from itself alone.</summary>
public static class BudgetSolutionJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes a solution with its problem.</summary>
    /// <param name="solution">The solution.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. <c>record</c> holds every number of the certificate; <see cref="Read"/> makes the same solution of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="solution"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(BudgetSolution<Id<Channel>> solution)
    {
        Guard.Against.Null(solution);
        return JsonText.Object(json =>
        {
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartObject("problem");
            BudgetProblemWriter.Members(solution.Problem, json);
            json.WriteEndObject();
            json.WriteString("goal", JsonText.Word(solution.Goal));
            json.WriteString("status", JsonText.Word(solution.Status));
            if (solution.HasAmounts)
            {
                json.WriteStartArray("amounts");
                foreach (SolvedLine<Id<Channel>> line in solution)
                {
                    json.WriteStartObject();
                    json.WriteString("channel", line.Key.Value);
                    json.WriteNumber("amount", line.Amount.Amount);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteString("record", solution.ToRecord());
        });
    }

    /// <summary>Reads a solution as it was written; <see cref="BudgetSolution{TKey}.Verify"/> works every number out again.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The solution, or every error with its line, column and path; goal, status and amounts that are not those of the record are errors. No input throws.</returns>
    public static JsonReadResult<BudgetSolution<Id<Channel>>> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, BudgetSolutionReader.Read);

    /// <summary>Returns the JSON Schema (2020-12) of a solution. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("budget-solution");
}
