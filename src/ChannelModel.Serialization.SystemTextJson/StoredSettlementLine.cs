using System.Collections.Generic;
using ChannelModel.Contracts;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>A line of a stored settlement.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredSettlementLine
{
    internal StoredSettlementLine(string id, SettlementLineKind kind, Money amount, LocalText text, IReadOnlyList<string> evidence)
    {
        Id = id;
        Kind = kind;
        Amount = amount;
        Text = text;
        Evidence = evidence;
    }

    /// <summary>Gets the id, which stands once in a settlement.</summary>
    public string Id { get; }

    /// <summary>Gets what the line is for.</summary>
    public SettlementLineKind Kind { get; }

    /// <summary>Gets the amount; below 0 if it is against the partner.</summary>
    public Money Amount { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Text { get; }

    /// <summary>Gets where the facts behind it come from.</summary>
    public IReadOnlyList<string> Evidence { get; }
}
