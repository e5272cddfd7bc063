using System.Collections.Generic;
using ChannelModel.Internal;

namespace ChannelModel.Contracts;

/// <summary>One signed line of a settlement.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SettlementLine
{
    internal SettlementLine(string id, SettlementLineKind kind, Money amount, LocalText text, IReadOnlyList<string>? evidence = null)
    {
        Id = id;
        Kind = kind;
        Amount = amount;
        Text = text;
        Evidence = evidence ?? [];
    }

    /// <summary>Gets an id that is the same in every run, such as <c>compensation/traffic/2025-02-01</c>.</summary>
    public string Id { get; }

    /// <summary>Gets what it is.</summary>
    public SettlementLineKind Kind { get; }

    /// <summary>Gets what it adds to the net due.</summary>
    public Money Amount { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Text { get; }

    /// <summary>Gets the references of the evidence, in order.</summary>
    public IReadOnlyList<string> Evidence { get; }

    /// <summary>Gets or sets what is forgiven of advances; <see langword="null"/> for other kinds.</summary>
    internal Money? Forgiven { get; set; }

    /// <summary>Gets or sets the arithmetic of a compensation or bonus before caps.</summary>
    internal (ExactPiece Piece, Ratio Portion)? Priced { get; set; }

    /// <summary>Gets or sets a value indicating whether a cap has cut the amount.</summary>
    internal bool IsCapped { get; set; }
}
