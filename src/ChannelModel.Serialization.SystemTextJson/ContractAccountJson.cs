using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>Writes accounts of contracts as JSON and reads them, so that the books of a contract are kept from one settlement to the next, or are taken over from another system in mid-term.</summary>
public static class ContractAccountJson
{
    /// <summary>The version of the form that this package reads and writes: 1.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes accounts, such as <see cref="Settlement.Closing"/>; <see cref="Read"/> makes the same accounts of it, from which every settlement is the same to the last byte.</summary>
    /// <param name="accounts">The accounts, in order; of each contract one.</param>
    /// <returns>The JSON text, indented by two spaces, ended by a line feed. <c>sha256</c> covers each account: it finds errors, not forgery.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which JSON cannot hold.</exception>
    public static string Write(IEnumerable<ContractAccount> accounts)
    {
        Guard.Against.Null(accounts);
        return JsonText.Object(json => ContractAccountWriter.Write(accounts, json));
    }

    /// <summary>Reads accounts, and holds each against its contract: what no settlement of the contract could leave is an error.</summary>
    /// <param name="utf8">The JSON text in UTF-8, with or without a byte order mark.</param>
    /// <param name="contracts">The contracts of the accounts, with all versions that accounts were settled by; others may be among them.</param>
    /// <returns>
    /// The accounts, or every error with its line, column and path. What is left out is 0, or what the contract says, so that an account that another system kept can be stated in few lines; without
    /// <c>sha256</c> nothing tells a wrong amount from a right one. The account of an accrual ends inside a part, and is refused. No input throws.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="contracts"/> is <see langword="null"/>.</exception>
    public static JsonReadResult<IReadOnlyList<ContractAccount>> Read(ReadOnlySpan<byte> utf8, ContractBook contracts)
    {
        Guard.Against.Null(contracts);
        return JsonReading.Read(utf8, value => ContractAccountReader.Read(value, contracts));
    }

    /// <summary>Returns the JSON Schema (2020-12) of the form. It knows the form of each member; what contradicts the contract is only found by <see cref="Read"/>.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => SchemaText.Of("contract-account");
}
