using System.Runtime.InteropServices;

namespace ChannelModel.Scoring.Methods;

/// <summary>A sum of doubles with what rounding left over, so that the difference of two large sums is still right. Uses + - x only.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CompensatedSum
{
    private readonly double _sum;
    private readonly double _rest;

    private CompensatedSum(double sum, double rest)
    {
        _sum = sum;
        _rest = rest;
    }

    /// <summary>The sums of the first 0, 1, 2, ... values.</summary>
    public static CompensatedSum[] Prefixes(double[] values)
    {
        var sums = new CompensatedSum[values.Length + 1];
        for (int i = 0; i < values.Length; i++)
        {
            sums[i + 1] = sums[i].Plus(values[i]);
        }

        return sums;
    }

    /// <summary>count x value - (to - from).</summary>
    public static double Away(int count, double value, CompensatedSum to, CompensatedSum from)
    {
        // Splitting a double into two halves of 26 bits makes the product of halves exact; the count has 31 bits at most, so its own halves are short.
        const double Splitter = 134217729d;
        double product = count * value;
        double big = Splitter * value;
        double high = big - (big - value);
        double low = value - high;
        double bigCount = Splitter * count;
        double highCount = bigCount - (bigCount - count);
        double lowCount = count - highCount;
        double lost = (lowCount * low) - (((product - (highCount * high)) - (lowCount * high)) - (highCount * low));
        CompensatedSum run = to.Less(from);
        return (product - run._sum) + (lost - run._rest);
    }

    private CompensatedSum Plus(double value)
    {
        double sum = _sum + value;
        double part = sum - _sum;
        double lost = (_sum - (sum - part)) + (value - part);
        return new CompensatedSum(sum, _rest + lost);
    }

    private CompensatedSum Less(CompensatedSum other)
    {
        CompensatedSum first = Plus(0d - other._sum);
        return new CompensatedSum(first._sum, first._rest - other._rest);
    }
}
