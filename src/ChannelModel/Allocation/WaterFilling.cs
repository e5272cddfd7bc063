using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>
/// Finds the level at which shares by weight, held between their bounds, add up to the total: one sweep over the sorted places where a line leaves its minimum or reaches its maximum.
/// Exact; time n log n.
/// </summary>
internal static class WaterFilling
{
    /// <summary>The smallest level at which the total is reached; the total lies between the sums of the bounds. Null is no maximum.</summary>
    public static Ratio Level(BigInteger total, BigInteger[] weights, BigInteger[] low, BigInteger?[] high)
    {
        // Even places are where a line leaves its minimum, odd ones where it reaches its maximum.
        var places = new List<int>(weights.Length * 2);
        BigInteger held = BigInteger.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            held += low[i];
            if (!weights[i].IsZero)
            {
                places.Add(2 * i);
                if (high[i] is not null)
                {
                    places.Add((2 * i) + 1);
                }
            }
        }

        if (held == total)
        {
            return Ratio.Zero;
        }

        places.Sort(new Places(weights, low, high));
        BigInteger slope = BigInteger.Zero;
        foreach (int place in places)
        {
            int i = place >> 1;
            bool full = (place & 1) != 0;
            BigInteger bound = full ? high[i]!.Value : low[i];

            // The total is reached before this place.
            if (slope.Sign > 0 && (held * weights[i]) + (slope * bound) >= total * weights[i])
            {
                break;
            }

            slope += full ? -weights[i] : weights[i];
            held += full ? bound : -bound;
        }

        return slope.Sign > 0 ? new Ratio(total - held, slope) : Last(places, weights, high);
    }

    /// <summary>All lines are full: the level of the last of them.</summary>
    private static Ratio Last(List<int> places, BigInteger[] weights, BigInteger?[] high)
    {
        int i = places[places.Count - 1] >> 1;
        return new Ratio(high[i] ?? BigInteger.Zero, weights[i]);
    }

    private sealed class Places : IComparer<int>
    {
        private readonly ulong[] _bounds;
        private readonly ulong[] _small;
        private readonly BigInteger[] _weights;
        private readonly BigInteger[] _low;
        private readonly BigInteger?[] _high;
        private readonly bool _fits = true;

        public Places(BigInteger[] weights, BigInteger[] low, BigInteger?[] high)
        {
            _weights = weights;
            _low = low;
            _high = high;
            _bounds = new ulong[weights.Length * 2];
            _small = new ulong[weights.Length];
            for (int i = 0; i < weights.Length && _fits; i++)
            {
                BigInteger top = high[i] ?? BigInteger.Zero;
                if (weights[i] > ulong.MaxValue || low[i] > ulong.MaxValue || top > ulong.MaxValue)
                {
                    _fits = false;
                    break;
                }

                _small[i] = (ulong)weights[i];
                _bounds[2 * i] = (ulong)low[i];
                _bounds[(2 * i) + 1] = (ulong)top;
            }
        }

        public int Compare(int x, int y)
        {
            if (_fits)
            {
                ulong left = WideDivisor.Multiply(_bounds[x], _small[y >> 1], out ulong leftLow);
                ulong right = WideDivisor.Multiply(_bounds[y], _small[x >> 1], out ulong rightLow);
                return left != right ? left.CompareTo(right) : leftLow.CompareTo(rightLow);
            }

            return (Bound(x) * _weights[y >> 1]).CompareTo(Bound(y) * _weights[x >> 1]);
        }

        private BigInteger Bound(int place) => (place & 1) != 0 ? _high[place >> 1]!.Value : _low[place >> 1];
    }
}
