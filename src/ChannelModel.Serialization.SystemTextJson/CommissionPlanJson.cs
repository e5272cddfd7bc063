using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads commission plans from JSON and writes them.</summary>
public static class CommissionPlanJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a commission plan.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The plan, or every error with its line, column and path. Unknown and double members are reported together with everything that contradicts itself. A value that cannot be read (a number that
    /// a decimal would round, a bare number where a percentage is meant) hides contradictions with what it would have been: those are reported once it can be read. No input throws.
    /// </returns>
    public static JsonReadResult<CommissionPlan> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, CommissionPlanReader.Read);

    /// <summary>Writes a commission plan; <see cref="Read"/> makes the same plan of it. Names are written out, and packages as tiers with blocks.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(CommissionPlan plan)
    {
        Guard.Against.Null(plan);
        return JsonText.Object(json => CommissionPlanWriter.Write(plan, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of a plan, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("commission-plan");
}
