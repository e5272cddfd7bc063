using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ChannelModel.Scoring;

/// <summary>Splits a whole number by integer weights, exactly; what is left goes to the largest remainders, ties to the smaller key. The order of the lines plays no part.</summary>
internal static class LargestRemainder
{
    /// <summary>The parts, in the order of the weights; they add up to the total.</summary>
    /// <param name="total">0 or more.</param>
    /// <param name="weights">0 or more, not all 0.</param>
    /// <param name="keys">What ties are broken by, in ordinal order.</param>
    public static long[] Split(long total, IReadOnlyList<BigInteger> weights, IReadOnlyList<string> keys)
    {
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
        var parts = new long[weights.Count];
        var remainders = new BigInteger[weights.Count];
        long left = total;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (long)BigInteger.DivRem(weights[i] * total, sum, out remainders[i]);
            left -= parts[i];
        }

        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => keys[i], System.StringComparer.Ordinal).Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }
}
