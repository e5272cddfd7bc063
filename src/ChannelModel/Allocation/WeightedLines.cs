using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ChannelModel.Allocation;

/// <summary>The lines of a split after the check: keys that differ, weights of 0 or more as whole numbers of one common denominator.</summary>
internal sealed class WeightedLines<TKey>
    where TKey : notnull
{
    private readonly Fraction[] _weights;

    /// <summary>Initializes a new instance of the <see cref="WeightedLines{TKey}"/> class.</summary>
    /// <exception cref="ArgumentException">A weight is negative, a key is there twice, or (where one is needed) there is no weight above 0.</exception>
    public WeightedLines(TKey[] keys, Fraction[] weights, string parameter, string zero = "0", bool needsWeight = true)
    {
        Keys = keys;
        _weights = weights;
        Index = new Dictionary<TKey, int>(keys.Length);
        bool any = false;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] is null)
            {
                throw new ArgumentException($"The key of line {i} is null; expected a key.", parameter);
            }

            if (Index.ContainsKey(keys[i]))
            {
                throw new ArgumentException($"The key '{keys[i]}' is there twice; expected each key once.", parameter);
            }

            Index.Add(keys[i], i);
            if (weights[i].IsNegative)
            {
                string shown = zero == "0" ? weights[i].ToString() : Rate.OfTenBillionths((long)weights[i].Numerator).ToString(null, null);
                throw new ArgumentException($"The weight of '{keys[i]}' is {shown}; expected {zero} or more.", parameter);
            }

            any |= !weights[i].IsZero;
        }

        if (needsWeight && !any)
        {
            throw new ArgumentException($"There is no weight above {zero}; expected at least one.", parameter);
        }
    }

    public TKey[] Keys { get; }

    public Dictionary<TKey, int> Index { get; }

    public int Count => Keys.Length;

    public Fraction WeightOf(int line) => _weights[line];

    public IComparer<int> Order => new KeyOrder<TKey>(Keys);

    /// <summary>The weights as 64-bit whole numbers, if they are; allocates nothing more.</summary>
    public long[]? Small()
    {
        var whole = new long[_weights.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            if (!_weights[i].TryGetInt64(out whole[i]))
            {
                return null;
            }
        }

        return whole;
    }

    /// <summary>The weights x their common denominator.</summary>
    public BigInteger[] Whole(out BigInteger denominator)
    {
        denominator = BigInteger.One;
        foreach (Fraction weight in _weights)
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
}
