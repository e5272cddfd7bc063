using System;
using Ardalis.GuardClauses;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Reads contracts from JSON and writes them.</summary>
public static class ContractBookJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Reads contracts, with their partners and plans.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The contracts, or every error with its line, column and path. Unknown and double members are reported together with everything that contradicts itself. A value that cannot be read
    /// hides contradictions with what it would have been: those are reported once it can be read. No input throws.
    /// </returns>
    public static JsonReadResult<ContractBook> Read(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, ContractBookReader.Read);

    /// <summary>Writes contracts; <see cref="Read"/> makes the same contracts of it.</summary>
    /// <param name="book">The contracts.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(ContractBook book)
    {
        Guard.Against.Null(book);
        return JsonText.Object(json => ContractBookWriter.Write(book, json));
    }

    /// <summary>Returns the JSON Schema (2020-12) of the form, for editors. It knows the form of each member; what contradicts what is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("contract");
}
