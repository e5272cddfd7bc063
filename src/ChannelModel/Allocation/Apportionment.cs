using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Whole units apportioned by weights: what each key gets, the divisors that give it, who is next, and who tied.</summary>
/// <typeparam name="TKey">What gets units.</typeparam>
/// <remarks>
/// <para>Law: the parts add up to the total. Equality is by reference. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Apportionment<TKey> : IReadOnlyCollection<KeyValuePair<TKey, long>>
    where TKey : notnull
{
    private readonly BoundedLines<TKey> _lines;
    private readonly ApportionmentCalculation _worked;
    private readonly long[] _parts;

    internal Apportionment(ApportionmentMethod method, long total, BoundedLines<TKey> lines, ApportionmentCalculation worked)
    {
        Method = method;
        Total = total;
        _lines = lines;
        _worked = worked;
        _parts = Array.ConvertAll(worked.Parts, part => (long)part);
    }

    /// <summary>Gets the method.</summary>
    public ApportionmentMethod Method { get; }

    /// <summary>Gets what was apportioned.</summary>
    public long Total { get; }

    /// <summary>Gets the number of keys, at least 1.</summary>
    public int Count => _parts.Length;

    /// <summary>Gets the keys, in the order in which they were given.</summary>
    public IReadOnlyList<TKey> Keys => _lines.Lines.Keys;

    /// <summary>Gets the parts, in the order of the keys.</summary>
    public IReadOnlyList<long> Parts => _parts;

    /// <summary>
    /// Gets the smallest divisor that gives this apportionment, included: at it the next in the queue stands exactly on its signpost. <see langword="null"/> for Hamilton, and where no line can grow.
    /// </summary>
    public ApportionmentDivisor? LowestDivisor => Divisor(_worked.NextPriority);

    /// <summary>Gets the largest divisor that gives this apportionment, included. <see langword="null"/> for Hamilton, and where there is no end.</summary>
    public ApportionmentDivisor? HighestDivisor => Divisor(_worked.LastPriority);

    /// <summary>Gets the keys that would get the next unit: none if no line can grow, more than one if they tie.</summary>
    public IReadOnlyList<TKey> NextInQueue => KeysOf(_worked.Next);

    /// <summary>Gets the keys whose last unit was the last to be handed out: none if all parts are minimums, more than one if they tie.</summary>
    public IReadOnlyList<TKey> LastServed => KeysOf(_worked.Last);

    /// <summary>Gets a value indicating whether keys of <see cref="NextInQueue"/> had the same claim as those of <see cref="LastServed"/>, so that the smaller key decided.</summary>
    public bool IsTied => _worked.IsTied;

    /// <summary>Gets the keys that tied for the last units, in order; none if there was no tie.</summary>
    public IReadOnlyList<TKey> Tied => IsTied ? KeysOf(_worked.Last.Concat(_worked.Next).Distinct().OrderBy(line => line, _lines.Lines.Order)) : [];

    /// <summary>Gets the part of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    public long this[TKey key] => _parts[IndexOf(key)];

    /// <summary>Returns the margin of a key: how much more weight it needs, all else the same, to have one more unit whatever the tie-break.</summary>
    /// <param name="key">The key.</param>
    /// <returns>
    /// The least whole multiple of the smallest unit of weight (1 if all weights are whole numbers); <see langword="null"/> for Hamilton, where every quota would change, and where no weight can bring it about.
    /// </returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    public Fraction? MarginOf(TKey key) => _worked.MissingWeight(IndexOf(key)) is BigInteger missing ? Fraction.Of(missing, _lines.Denominator) : null;

    /// <summary>Returns the quota of a key: total x weight / sum of the weights, without bounds.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The exact quota.</returns>
    /// <exception cref="ArgumentException">There is no line of this key.</exception>
    public Fraction QuotaOf(TKey key)
    {
        BigInteger sum = _lines.Weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        int at = IndexOf(key);
        return sum.IsZero ? Fraction.Zero : Fraction.Of(Total * _lines.Weights[at], sum);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, long>> GetEnumerator()
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            yield return new KeyValuePair<TKey, long>(Keys[i], _parts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ApportionmentDivisor? Divisor(Ratio? priority) => priority is Ratio ratio
        ? new ApportionmentDivisor(Fraction.Of(ratio / (Ratio)BigInteger.Pow(_lines.Denominator, Method.Power)), Method.Power)
        : null;

    private TKey[] KeysOf(IEnumerable<int> lines) => [.. lines.Select(line => Keys[line])];

    private int IndexOf(TKey key) => _lines.Lines.Index.TryGetValue(key, out int at)
        ? at
        : throw new ArgumentException($"There is no line '{key}'; expected one of those that were given.", nameof(key));
}
