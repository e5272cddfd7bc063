using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Allocation;

/// <summary>A target against its actuals: what the closed periods come to, and what is left for the open ones.</summary>
/// <typeparam name="TKey">The periods.</typeparam>
/// <remarks>Law: done + the parts of the open periods + unplaced - overrun = total. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Resplit<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Money> _parts = [];

    internal Resplit(ResplitStatus status, Money total, Money done, IEnumerable<TKey> open, Allotment<TKey, Money>? parts)
    {
        Status = status;
        Total = total;
        Done = done;
        Money left = total - done;
        Money zero = Money.Zero(total.Currency);
        Overrun = left.IsNegative ? -left : zero;
        Unplaced = status == ResplitStatus.Unplaced ? left : parts?.Remainder ?? zero;
        Open = [.. open.Select(period => new KeyValuePair<TKey, Money>(period, parts is null ? zero : parts[period]))];
        foreach (KeyValuePair<TKey, Money> part in Open)
        {
            _parts.Add(part.Key, part.Value);
        }
    }

    /// <summary>Gets what became of what is left.</summary>
    public ResplitStatus Status { get; }

    /// <summary>Gets the target for all periods.</summary>
    public Money Total { get; }

    /// <summary>Gets what the closed periods come to.</summary>
    public Money Done { get; }

    /// <summary>Gets what the closed periods are above the total; 0 if they are not.</summary>
    public Money Overrun { get; }

    /// <summary>Gets what no open period could take; 0 unless the status is <see cref="ResplitStatus.Unplaced"/>, or the rule leaves a remainder.</summary>
    public Money Unplaced { get; }

    /// <summary>Gets the open periods in order, each with its part.</summary>
    public IReadOnlyList<KeyValuePair<TKey, Money>> Open { get; }

    /// <summary>Gets the part of an open period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The part, 0 or more.</returns>
    /// <exception cref="ArgumentException">The period is closed, or not in the plan.</exception>
    public Money this[TKey period] => _parts.TryGetValue(period, out Money part)
        ? part
        : throw new ArgumentException($"The period '{period}' is not open; expected one of {string.Join(", ", _parts.Keys)}.", nameof(period));
}
