using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A total, split by weight within bounds: what each key gets, what held it there, and why the total could not be split if it could not.</summary>
/// <typeparam name="TKey">What gets a part.</typeparam>
/// <typeparam name="TAmount">What is split: <see cref="Money"/>, or <see cref="long"/> for a number of whole things.</typeparam>
/// <remarks>
/// <para>Law: parts + unallocated = total, exactly, unless the status is <see cref="BoundedStatus.Infeasible"/>; then there are no parts. Equality is by reference. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class BoundedAllotment<TKey, TAmount> : IReadOnlyCollection<KeyValuePair<TKey, TAmount>>
    where TKey : notnull
    where TAmount : struct
{
    private readonly BoundedLines<TKey> _lines;
    private readonly TAmount[]? _parts;
    private readonly LineBound[] _bounds;
    private readonly Ratio _level;
    private readonly AmountUnit<TAmount> _unit;

    internal BoundedAllotment(BoundedStatus status, TAmount total, TAmount unallocated, BoundedLines<TKey> lines, BigInteger[]? parts, LineBound[] bounds, Ratio level, AmountUnit<TAmount> unit, Infeasibility<TKey, TAmount>? why)
    {
        Status = status;
        Total = total;
        Unallocated = unallocated;
        Infeasibility = why;
        _lines = lines;
        _parts = parts is null ? null : Array.ConvertAll(parts, unit.ToAmount);
        _bounds = bounds;
        _level = level;
        _unit = unit;
    }

    /// <summary>Gets how the split ended.</summary>
    public BoundedStatus Status { get; }

    /// <summary>Gets what was to be split.</summary>
    public TAmount Total { get; }

    /// <summary>Gets what no key got: 0, unless the status says otherwise; the whole total if it is infeasible.</summary>
    public TAmount Unallocated { get; }

    /// <summary>Gets what stood against the bounds as they are; <see langword="null"/> if nothing did.</summary>
    public Infeasibility<TKey, TAmount>? Infeasibility { get; }

    /// <summary>Gets the level: the amount for one unit of weight, at which the shares between their bounds add up to the total; <see langword="null"/> unless the status is <see cref="BoundedStatus.Split"/>.</summary>
    public Fraction? Level => Status == BoundedStatus.Split ? Fraction.Of(_level * (Ratio)_lines.Denominator * _unit.Size) : null;

    /// <summary>Gets the number of keys, at least 1.</summary>
    public int Count => _lines.Lines.Count;

    /// <summary>Gets the keys, in the order in which they were given.</summary>
    public IReadOnlyList<TKey> Keys => _lines.Lines.Keys;

    /// <summary>Gets the parts, in the order of the keys.</summary>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public IReadOnlyList<TAmount> Parts => _parts ?? throw new InvalidOperationException($"There are no parts. {Infeasibility}");

    /// <summary>Gets the part of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public TAmount this[TKey key] => Parts[IndexOf(key)];

    /// <summary>Says what held a line.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The bound.</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public LineBound BoundOf(TKey key)
    {
        int at = IndexOf(key);
        _ = Parts;
        return _bounds[at];
    }

    /// <summary>Returns the share before it was made a whole number of units.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The exact share, in the unit of the amount (yuan, not fen).</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    /// <exception cref="InvalidOperationException">The bounds were not kept, so that there is no level.</exception>
    public Fraction ExactOf(TKey key)
    {
        int at = IndexOf(key);
        return Status == BoundedStatus.Split
            ? Fraction.Of(_lines.Exactly(at, _level) * _unit.Size)
            : throw new InvalidOperationException($"There is no exact share. {Infeasibility}");
    }

    /// <summary>Says in a sentence why a line got what it got.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The sentence in English and Chinese.</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public LocalText ReasonOf(TKey key)
    {
        TAmount part = this[key];
        return (Status, _bounds[IndexOf(key)]) switch
        {
            (BoundedStatus.MinimumsRelaxed, _) => new LocalText($"Gets {part}: the minimums together are above the total, so each is cut in proportion.", $"得{part}：各下限之和高于总额，按比例下调。"),
            (_, LineBound.AtMinimum) => new LocalText($"Held at its minimum of {part}.", $"受下限{part}约束。"),
            (_, LineBound.AtMaximum) => new LocalText($"Held at its maximum of {part}.", $"受上限{part}约束。"),
            (_, LineBound.Fixed) => new LocalText($"Fixed at {part}.", $"固定为{part}。"),
            (_, LineBound.NoWeight) => new LocalText($"Has no weight and gets its minimum of {part}.", $"权重为0，仅得下限{part}。"),
            _ => new LocalText($"Gets {part} by its weight.", $"按权重得{part}。"),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The total is infeasible.</exception>
    public IEnumerator<KeyValuePair<TKey, TAmount>> GetEnumerator()
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            yield return new KeyValuePair<TKey, TAmount>(Keys[i], Parts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(TKey key) => _lines.Lines.Index.TryGetValue(key, out int at)
        ? at
        : throw new ArgumentException($"There is no line '{key}'; expected one of those that were split.", nameof(key));
}
