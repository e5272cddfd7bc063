using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>Makes budget problems.</summary>
public static class BudgetProblem
{
    /// <summary>Makes a problem: how is a total best spent on lines whose returns diminish?</summary>
    /// <typeparam name="TKey">What gets a part of the budget, such as an id of a channel; ties go to the smaller key.</typeparam>
    /// <param name="total">What is to be spent, all of it: 0 or more, at most 2^53 smallest units of the currency. Money that may stay unspent is a line of its own, with the curve <c>Linear(0)</c>.</param>
    /// <param name="lines">The lines, each key once; at least one.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no line; a key is there twice; an amount is in another currency, has more decimals than the currency, or is too large; a share of the current spend is given and the current
    /// spend is not; a minimum is above its maximum.
    /// </exception>
    public static BudgetProblem<TKey> Create<TKey>(Money total, IEnumerable<BudgetLine<TKey>> lines)
        where TKey : notnull, IComparable<TKey> => new(total, lines);
}
