using System;
using Ardalis.GuardClauses;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Allocation;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads budget problems from JSON and writes them.</summary>
public static class BudgetProblemJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a budget problem.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The problem, or every error with its line, column and path. Members that are not known or there twice, amounts that a decimal would round, and bare numbers where a percentage is meant are
    /// errors; text that is not JSON at all gives one error. No input throws.
    /// </returns>
    public static JsonReadResult<BudgetProblem<Id<Channel>>> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, BudgetProblemReader.Read);

    /// <summary>Writes a budget problem; <see cref="Read"/> makes the same problem of it.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(BudgetProblem<Id<Channel>> problem)
    {
        Guard.Against.Null(problem);
        return JsonText.Object(json => BudgetProblemWriter.Write(problem, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of a problem, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("budget-problem");
}
