using System;
using Ardalis.GuardClauses;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads partnerships and their stages from JSON and writes them.</summary>
public static class PartnershipBookJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads partnerships by making every step again, so that no file can hold a step without its evidence.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>The partnerships, or every error with its line, column and path. No input throws.</returns>
    public static JsonReadResult<PartnershipBook> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, PartnershipBookReader.Read);

    /// <summary>Writes partnerships; <see cref="Read"/> makes the same of it.</summary>
    /// <param name="book">The partnerships.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(PartnershipBook book)
    {
        Guard.Against.Null(book);
        return JsonText.Object(json => PartnershipBookWriter.Write(book, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of the form, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("partnerships");
}
