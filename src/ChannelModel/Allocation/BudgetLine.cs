using System;

namespace ChannelModel.Allocation;

/// <summary>Makes the lines of a budget problem.</summary>
public static class BudgetLine
{
    /// <summary>Makes a line that may get anything from 0 on; the methods of the line narrow that.</summary>
    /// <typeparam name="TKey">What gets a part of the budget, such as an id of a channel.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="curve">What comes back for what is spent.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static BudgetLine<TKey> Of<TKey>(TKey key, ResponseCurve curve)
        where TKey : notnull, IComparable<TKey> => new(key, curve);
}
