using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>The lines of a split after the check: keys that differ, weights of 0 or more; whole numbers of 64 bits are kept as such.</summary>
internal sealed class WeightedLines<TKey>
    where TKey : notnull
{
    private readonly long[]? _small;
    private readonly Fraction[]? _weights;
    private Dictionary<TKey, int>? _index;

    /// <summary>Initializes a new instance of the <see cref="WeightedLines{TKey}"/> class.</summary>
    /// <exception cref="ArgumentException">A weight is negative, a key is there twice, or (where one is needed) there is no weight above 0.</exception>
    public WeightedLines(TKey[] keys, Fraction[] weights, string parameter, bool needsWeight = true)
    {
        Keys = keys;
        _weights = weights;
        CheckKeys(parameter);
        bool any = false;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i].IsNegative)
            {
                throw new ArgumentException($"The weight of '{keys[i]}' is {weights[i]}; expected 0 or more.", parameter);
            }

            any |= !weights[i].IsZero;
        }

        if (needsWeight && !any)
        {
            throw new ArgumentException("There is no weight above 0; expected at least one.", parameter);
        }
    }

    private WeightedLines(TKey[] keys, long[] weights, string parameter, Func<long, string> show, string zero)
    {
        Keys = keys;
        _small = weights;
        CheckKeys(parameter);
        bool any = false;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0)
            {
                throw new ArgumentException($"The weight of '{keys[i]}' is {show(weights[i])}; expected {zero} or more.", parameter);
            }

            any |= weights[i] != 0;
        }

        if (!any)
        {
            throw new ArgumentException($"There is no weight above {zero}; expected at least one.", parameter);
        }
    }

    public TKey[] Keys { get; }

    /// <summary>Gets the place of each key; made when it is first asked for.</summary>
    public Dictionary<TKey, int> Index
    {
        get
        {
            if (_index is null)
            {
                var index = new Dictionary<TKey, int>(Keys.Length);
                for (int i = 0; i < Keys.Length; i++)
                {
                    index.Add(Keys[i], i);
                }

                Interlocked.CompareExchange(ref _index, index, null);
            }

            return _index;
        }
    }

    public int Count => Keys.Length;

    /// <summary>Gets the weights, if all are whole numbers of 64 bits; not to be written to.</summary>
    public long[]? Small => _small;

    public IComparer<int> Order => new KeyOrder<TKey>(Keys);

    public static WeightedLines<TKey> Of(KeyValuePair<TKey, Fraction>[] lines, string parameter)
    {
        var keys = new TKey[lines.Length];
        var small = new long[lines.Length];
        bool whole = true;
        for (int i = 0; i < lines.Length; i++)
        {
            keys[i] = lines[i].Key;
            whole = lines[i].Value.TryGetInt64(out small[i]) && whole;
        }

        return whole
            ? new WeightedLines<TKey>(keys, small, parameter, weight => ((Fraction)weight).ToString(), "0")
            : new WeightedLines<TKey>(keys, Array.ConvertAll(lines, line => line.Value), parameter);
    }

    /// <summary>Rates: weights are relative, so that the whole number of 10^-10 serves as well.</summary>
    public static WeightedLines<TKey> Of(KeyValuePair<TKey, Rate>[] lines, string parameter) => new(
        Array.ConvertAll(lines, line => line.Key),
        Array.ConvertAll(lines, line => line.Value.TenBillionths),
        parameter,
        weight => Rate.OfTenBillionths(weight).ToString(null, null),
        "0%");

    /// <summary>The weights x their common denominator.</summary>
    public BigInteger[] Whole(out BigInteger denominator)
    {
        denominator = BigInteger.One;
        if (_small is not null)
        {
            return Array.ConvertAll(_small, weight => (BigInteger)weight);
        }

        foreach (Fraction weight in _weights!)
        {
            BigInteger own = weight.Denominator;
            if (own != denominator && !own.IsOne)
            {
                denominator = denominator / BigInteger.GreatestCommonDivisor(denominator, own) * own;
            }
        }

        BigInteger common = denominator;
        return _weights.Select(weight => weight.Numerator * (common / weight.Denominator)).ToArray();
    }

    /// <summary>Keys that stand in order differ; any others are looked up.</summary>
    private void CheckKeys(string parameter)
    {
        bool ordered = true;
        for (int i = 0; i < Keys.Length; i++)
        {
            if (Keys[i] is null)
            {
                throw new ArgumentException($"The key of line {i} is null; expected a key.", parameter);
            }

            ordered = ordered && (i == 0 || KeyOrder<TKey>.Comparer.Compare(Keys[i - 1], Keys[i]) < 0);
        }

        if (ordered)
        {
            return;
        }

        var index = new Dictionary<TKey, int>(Keys.Length);
        for (int i = 0; i < Keys.Length; i++)
        {
            if (index.ContainsKey(Keys[i]))
            {
                throw new ArgumentException($"The key '{Keys[i]}' is there twice; expected each key once.", parameter);
            }

            index.Add(Keys[i], i);
        }

        _index = index;
    }
}
