using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using ChannelModel.Internal;

namespace ChannelModel.Bulk;

/// <summary>What each weight of one split is worth: total x weight / sum, cut off, and what that leaves.</summary>
/// <remarks>
/// Totals up to 2^50 and sums below 2^51 are narrow: weight x (total / sum) in doubles is off by less than 1/4 for a quotient up to 2^50, so the nearest whole number is the quotient or one more, and the rest, in
/// wrapped 64-bit numbers, says which. The others take 128-bit products.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SplitShare
{
    private readonly WideDivisor _divisor;

    /// <summary>Initializes a new instance of the <see cref="SplitShare"/> struct.</summary>
    /// <param name="total">Of either sign.</param>
    /// <param name="sum">The sum of the weights, above 0.</param>
    public SplitShare(long total, ulong sum)
    {
        Total = LargestRemainder.Magnitude(total);
        Sum = sum;
        IsNarrow = Total <= 1UL << 50 && sum < 1UL << 51;
        Factor = IsNarrow ? (double)(long)Total / (long)sum : 0d;
        _divisor = IsNarrow ? default : new WideDivisor(sum);
    }

    /// <summary>Gets a value indicating whether doubles and 64 bits are enough.</summary>
    public bool IsNarrow { get; }

    /// <summary>Gets the total over the sum, for narrow ones.</summary>
    public double Factor { get; }

    /// <summary>Gets the total without its sign.</summary>
    public ulong Total { get; }

    public ulong Sum { get; }

    /// <summary>Cuts the quotas off; <paramref name="rests"/> are what that leaves, in sum-ths of a unit.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="parts">As long as the weights; may be the weights.</param>
    /// <param name="rests">As long as the weights.</param>
    /// <returns>The sum of the parts.</returns>
    public ulong Floors(ReadOnlySpan<long> weights, Span<long> parts, Span<long> rests)
    {
        ulong sum = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        if (IsNarrow)
        {
            done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(weights, parts, rests, ref sum)
                : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(weights, parts, rests, ref sum)
                : Vector128.IsHardwareAccelerated ? Wide<Lanes128, Vector128<long>, Vector128<double>>(weights, parts, rests, ref sum)
                : 0;
        }
#endif
        for (int i = done; i < weights.Length; i++)
        {
            long part = Floor(weights[i], out long rest);
            parts[i] = part;
            rests[i] = rest;
            sum += (ulong)part;
        }

        return sum;
    }

    /// <summary>What parts that were cut off have left, again.</summary>
    public void Rests(ReadOnlySpan<long> weights, ReadOnlySpan<long> parts, Span<long> rests)
    {
        int done = 0;
#if NET8_0_OR_GREATER
        done = Vector512.IsHardwareAccelerated ? WideRests<Lanes512, Vector512<long>, Vector512<double>>(weights, parts, rests)
            : Vector256.IsHardwareAccelerated ? WideRests<Lanes256, Vector256<long>, Vector256<double>>(weights, parts, rests)
            : Vector128.IsHardwareAccelerated ? WideRests<Lanes128, Vector128<long>, Vector128<double>>(weights, parts, rests)
            : 0;
#endif
        for (int i = done; i < weights.Length; i++)
        {
            rests[i] = unchecked((weights[i] * (long)Total) - (parts[i] * (long)Sum));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Floor(long weight, out long rest)
    {
        long sum = unchecked((long)Sum);
        if (!IsNarrow)
        {
            long part = unchecked((long)_divisor.Divide(Total, (ulong)weight, out _));
            rest = unchecked((weight * (long)Total) - (part * sum));
            return part;
        }

        long near = (long)(weight * Factor);
        rest = unchecked((weight * (long)Total) - (near * sum));
        if (rest < 0)
        {
            near--;
            rest += sum;
        }
        else if (rest >= sum)
        {
            near++;
            rest -= sum;
        }

        return near;
    }

#if NET8_0_OR_GREATER
    private int Wide<TLanes, TWhole, TReal>(ReadOnlySpan<long> weights, Span<long> parts, Span<long> rests, ref ulong sum)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        if (weights.Length < n)
        {
            return 0;
        }

        ref long weight = ref MemoryMarshal.GetReference(weights);
        ref long part = ref MemoryMarshal.GetReference(parts);
        ref long rest = ref MemoryMarshal.GetReference(rests);
        TReal factor = TLanes.Real(Factor);
        TWhole total = TLanes.Whole((long)Total);
        TWhole whole = TLanes.Whole((long)Sum);
        TWhole zero = TLanes.Whole(0);
        TWhole all = zero;
        int i = 0;
        for (; i <= weights.Length - n; i += n)
        {
            TWhole w = TLanes.Load(ref weight, (nuint)i);
            TWhole near = TLanes.Round(TLanes.Multiply(TLanes.ToReal(w), factor));
            TWhole left = TLanes.Subtract(TLanes.MultiplyWhole(w, total), TLanes.MultiplyWhole(near, whole));
            TWhole above = TLanes.Greater(zero, left);
            near = TLanes.Add(near, above);
            all = TLanes.Add(all, near);
            TLanes.Store(near, ref part, (nuint)i);
            TLanes.Store(TLanes.Add(left, TLanes.And(above, whole)), ref rest, (nuint)i);
        }

        sum += (ulong)TLanes.Total(all);
        return i;
    }

    private int WideRests<TLanes, TWhole, TReal>(ReadOnlySpan<long> weights, ReadOnlySpan<long> parts, Span<long> rests)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        int n = TLanes.Count;
        ref long weight = ref MemoryMarshal.GetReference(weights);
        ref long part = ref MemoryMarshal.GetReference(parts);
        ref long rest = ref MemoryMarshal.GetReference(rests);
        TWhole total = TLanes.Whole(unchecked((long)Total));
        TWhole whole = TLanes.Whole(unchecked((long)Sum));
        int i = 0;
        for (; i <= weights.Length - n; i += n)
        {
            TWhole left = TLanes.Subtract(TLanes.MultiplyWhole(TLanes.Load(ref weight, (nuint)i), total), TLanes.MultiplyWhole(TLanes.Load(ref part, (nuint)i), whole));
            TLanes.Store(left, ref rest, (nuint)i);
        }

        return i;
    }
#endif
}
