using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>Why a total cannot be split within the bounds: which side, by how much, and the lines whose bounds stand against it.</summary>
/// <typeparam name="TKey">What gets a part.</typeparam>
/// <typeparam name="TAmount">What is split.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Infeasibility<TKey, TAmount>
    where TKey : notnull
    where TAmount : struct
{
    internal Infeasibility(InfeasibleSide side, TAmount total, TAmount amount, TAmount minimums, TAmount? maximums, IReadOnlyList<TKey> lines)
    {
        Side = side;
        Total = total;
        Amount = amount;
        SumOfMinimums = minimums;
        SumOfMaximums = maximums;
        Lines = lines;
    }

    /// <summary>Gets the side.</summary>
    public InfeasibleSide Side { get; }

    /// <summary>Gets what was to be split.</summary>
    public TAmount Total { get; }

    /// <summary>Gets what is missing to the minimums, or what is over the maximums; above 0.</summary>
    public TAmount Amount { get; }

    /// <summary>Gets the minimums together.</summary>
    public TAmount SumOfMinimums { get; }

    /// <summary>Gets the maximums together, where a line of weight 0 counts with its minimum; <see langword="null"/> if a line has no maximum.</summary>
    public TAmount? SumOfMaximums { get; }

    /// <summary>Gets the keys of the lines whose bounds stand against the total.</summary>
    public IReadOnlyList<TKey> Lines { get; }

    /// <summary>Returns a sentence.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The sentence, with all amounts.</returns>
    public string In(Language language)
    {
        string lines = string.Join(", ", Lines.Take(10)) + (Lines.Count > 10 ? ", ..." : string.Empty);
        FormattableString text = (Side, language) switch
        {
            (InfeasibleSide.BelowMinimums, Language.SimplifiedChinese) => $"总额{Total}低于各下限之和{SumOfMinimums}，缺{Amount}（{lines}）。",
            (InfeasibleSide.BelowMinimums, _) => $"The total {Total} is {Amount} below the minimums, which come to {SumOfMinimums} ({lines}).",
            (_, Language.SimplifiedChinese) => $"总额{Total}高于各上限之和{SumOfMaximums}，超出{Amount}（{lines}）。",
            _ => $"The total {Total} is {Amount} above the maximums, which come to {SumOfMaximums} ({lines}).",
        };
        return FormattableString.Invariant(text);
    }

    /// <summary>Returns the sentence in English.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => In(Language.English);
}
