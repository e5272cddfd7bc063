using System;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads commission plans from JSON.</summary>
public static class CommissionPlanJson
{
    /// <summary>The version of the form that this package reads: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads a commission plan.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The plan, or every error with its line, column and path. What the text itself makes wrong (unknown or double members, numbers that a decimal would round, bare numbers where a percentage is
    /// meant) is reported first; a text without such errors is built, and everything that makes it no plan is reported at once. No input throws.
    /// </returns>
    public static JsonReadResult<CommissionPlan> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, CommissionPlanReader.Read);
}
