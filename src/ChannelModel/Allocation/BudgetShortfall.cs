using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>Why the bounds leave no split of the total: on which side, by how much, and which lines have the bounds.</summary>
/// <typeparam name="TKey">What gets a part of the budget.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class BudgetShortfall<TKey>
    where TKey : notnull
{
    internal BudgetShortfall(bool totalTooSmall, Money amount, IReadOnlyList<TKey> keys, LocalText sentence)
    {
        TotalTooSmall = totalTooSmall;
        Amount = amount;
        Keys = keys;
        Sentence = sentence;
    }

    /// <summary>Gets a value indicating whether the total is below the sum of the minima and fixed amounts; else it is above the sum of the maxima.</summary>
    public bool TotalTooSmall { get; }

    /// <summary>Gets by how much; above 0.</summary>
    public Money Amount { get; }

    /// <summary>Gets the lines with a minimum or fixed amount above 0, or with a maximum: those of which one must give way.</summary>
    public IReadOnlyList<TKey> Keys { get; }

    /// <summary>Gets the reason in words.</summary>
    public LocalText Sentence { get; }

    /// <summary>Returns the reason in English.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => Sentence.En;
}
