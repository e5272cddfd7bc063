using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
#if NET8_0_OR_GREATER
using Wide = System.Int128;
#else
using Wide = System.Numerics.BigInteger;
#endif

namespace ChannelModel.Bulk;

/// <summary>
/// Pieces of one or more cells in flat arrays, entry = cell x width + piece, as doubles for the fast range and as wide integers for everything else.
/// </summary>
/// <remarks>
/// Why doubles give the exact whole number: n = A + B x is whole, so (n + 1/2) / D keeps a distance of at least 1 / (2 D) from every whole number. The
/// product x (B / D) plus ((A + 1/2) / D - 1/2) is off by less than 2^-53 x 3 (|A| + |B x| + D) / D. Inside the fast range, |A| + |B x| + D is
/// at most 2^49, so rounding the sum to the nearest whole number gives floor(n / D), fused or not, in every width. Outside, 128-bit integers do it.
/// </remarks>
internal sealed class LineTable
{
    public const long Bound = 1L << 49;
    private readonly Wide[] _wideA;
    private readonly Wide[] _wideB;
    private readonly Wide[] _wideD;
    private readonly Wide[] _wideE;
    private readonly Wide[] _wideF;
    private readonly Wide[] _wideG;
    private readonly Wide[] _closed;
    private readonly byte[] _status;
    private readonly int _first;

    private LineTable(List<List<LinePiece>> cells, List<BigInteger> starts, bool halfEven, long least, long most)
    {
        Width = starts.Count;
        Cells = cells.Count;
        IsHalfEven = halfEven;
        Least = least;
        Most = most;
        Starts = [.. starts.Select(start => (long)start)];
        int size = Width * Cells;
        (_wideA, _wideB, _wideD, _wideE, _wideF, _wideG, _closed) = (new Wide[size], new Wide[size], new Wide[size], new Wide[size], new Wide[size], new Wide[size], new Wide[size]);
        _status = new byte[size];
        BigInteger low = long.MinValue;
        BigInteger high = long.MaxValue;
        for (int cell = 0; cell < Cells; cell++)
        {
            for (int i = 0; i < Width; i++)
            {
                int at = (cell * Width) + i;
                LinePiece piece = LineBuilder.At(cells[cell], starts[i]);
                HasBlocks |= piece.HasBlocks;
                _status[at] = (byte)piece.Status;
                (_wideA[at], _wideB[at], _wideD[at]) = ((Wide)piece.A, (Wide)piece.B, (Wide)piece.D);
                (_wideE[at], _wideF[at], _wideG[at], _closed[at]) = ((Wide)piece.E, (Wide)piece.F, (Wide)piece.G, (Wide)piece.Closed);
                Narrow(piece, starts[i], i + 1 < Width ? starts[i + 1] - 1 : long.MaxValue, ref low, ref high);
            }
        }

        (FastFrom, FastTo) = low <= high ? ((long)low, (long)high) : (0, -1);
        (_first, int last) = HasFastRange ? (Locate(FastFrom), Locate(FastTo)) : (0, 0);
        FastWidth = last - _first + 1;
        int searched = 1;
        while (searched < FastWidth)
        {
            searched <<= 1;
        }

        int entries = Padded(FastWidth * Cells);
        (A, B, Tie, E, F, FastStarts) = (Pinned(entries), Pinned(entries), Pinned(entries), Pinned(entries), Pinned(entries), Pinned(searched));
        for (int i = 0; i < searched; i++)
        {
            // Above half a unit less it is at the start or after; what is not there is never reached.
            FastStarts[i] = i < FastWidth ? Starts[_first + i] - 0.5 : double.PositiveInfinity;
        }

        for (int at = 0; at < FastWidth * Cells; at++)
        {
            LinePiece piece = LineBuilder.At(cells[at / FastWidth], starts[_first + (at % FastWidth)]);
            A[at] = Offset(piece.A, piece.D);
            B[at] = Over(piece.B, piece.D);
            Tie[at] = (1d / (double)piece.D) - 0.5;
            E[at] = Over(piece.E, piece.G);
            F[at] = Offset(piece.F, piece.G);
        }

        (ChangeA, ChangeB) = (Changes(A), Changes(B));

        // All offsets from the start of the fast range that have no higher bit are inside it.
        long inside = 1;
        while (HasFastRange && inside <= (FastTo - FastFrom) / 2)
        {
            inside <<= 1;
        }

        FastMask = HasFastRange ? ~(inside - 1) : -1;
    }

    /// <summary>Gets the bits that no offset from <see cref="FastFrom"/> has for which doubles are sure to be exact; all bits if there is none.</summary>
    public long FastMask { get; }

    /// <summary>Gets the bits in which each entry differs from the one before.</summary>
    public double[] ChangeA { get; }

    public double[] ChangeB { get; }

    /// <summary>Gets how many pieces the fast range touches: entries of the double tables are cell x this + piece.</summary>
    public int FastWidth { get; }

    /// <summary>Gets where those pieces start, then infinity, as many as a power of two.</summary>
    public double[] FastStarts { get; }

    public int Width { get; }

    public int Cells { get; }

    public bool IsHalfEven { get; }

    public bool HasBlocks { get; }

    /// <summary>Gets the least result, for floors that belong to the curve.</summary>
    public long Least { get; }

    /// <summary>Gets the greatest result: the cap of the period.</summary>
    public long Most { get; }

    /// <summary>Gets the least result as a double; nothing in the fast range is below -2^49.</summary>
    public double RealLeast => Math.Max(Least, -Bound);

    public double RealMost => Math.Min(Most, Bound);

    public long[] Starts { get; }

    public double[] A { get; }

    public double[] B { get; }

    public double[] Tie { get; }

    public double[] E { get; }

    public double[] F { get; }

    /// <summary>Gets the first value for which doubles are exact in every cell.</summary>
    public long FastFrom { get; }

    public long FastTo { get; }

    public bool HasFastRange => FastFrom <= FastTo;

    /// <summary>Packs cells; <see langword="null"/> if a piece does not fit 128 bits.</summary>
    public static LineTable? TryMake(IReadOnlyList<List<LinePiece>> cells, RoundingMode mode, long least, long most)
    {
        List<List<LinePiece>> folded = [.. cells.Select(cell => LineRounding.Fold(cell, mode))];
        BigInteger bound = BigInteger.One << 120;
        BigInteger slope = BigInteger.One << 60;
        bool fits = folded.SelectMany(cell => cell).All(piece =>
            BigInteger.Abs(piece.A) < bound && BigInteger.Abs(piece.F) < bound && piece.D < bound && piece.G < bound && BigInteger.Abs(piece.Closed) < bound
            && BigInteger.Abs(piece.B) < slope && BigInteger.Abs(piece.E) < slope);
        List<BigInteger> starts = [.. LineBuilder.Starts(folded).OfType<BigInteger>()];
        return fits && starts.Count * cells.Count <= 1 << 20 ? new LineTable(folded, starts, mode == RoundingMode.HalfEven, least, most) : null;
    }

    public int Locate(long value)
    {
        long[] starts = Starts;
        int at = 0;
        if (starts.Length <= 16)
        {
            for (int i = 1; i < starts.Length; i++)
            {
                at += value >= starts[i] ? 1 : 0;
            }

            return at;
        }

        at = Array.BinarySearch(starts, value);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>One value in the fast range, in plain doubles.</summary>
    public long Fast(int cell, long value)
    {
        int at = (cell * FastWidth) + Locate(value) - _first;
        double x = value;
        if (HasBlocks)
        {
            x = Math.Floor((x * E[at]) + F[at] + 0.5);
        }

        double t = (x * B[at]) + A[at];
        double cut = Math.Floor(t + 0.5);
        long q = (long)cut;
        if (IsHalfEven && (q & 1) != 0 && t - cut < Tie[at])
        {
            q--;
        }

        return q < Least ? Least : q > Most ? Most : q;
    }

    /// <summary>Any value, exactly; 0 and a status where there is no result.</summary>
    public RowStatus At(int cell, long value, out long result)
    {
        if (value >= FastFrom && value <= FastTo)
        {
            result = Fast(cell, value);
            return RowStatus.Ok;
        }

        result = 0;
        int at = (cell * Width) + Locate(value);
        if (_status[at] != 0)
        {
            return (RowStatus)_status[at];
        }

        Wide x = value;
        if (HasBlocks)
        {
            x = Floor((_wideE[at] * x) + _wideF[at], _wideG[at], out _);
        }

        // |x| can be 2^123 after blocks of a part of a unit; then the product would not fit.
        if (HasBlocks && (x > long.MaxValue || x < long.MinValue))
        {
            return RowStatus.Overflow;
        }

        Wide q = Floor(_wideA[at] + (_wideB[at] * x), _wideD[at], out bool whole);
        if (IsHalfEven && whole && !IsEven(q))
        {
            q -= 1;
        }

        q += _closed[at];
        q = Least != long.MinValue && q < Least ? Least : Most != long.MaxValue && q > Most ? Most : q;
        if (q > long.MaxValue || q < long.MinValue)
        {
            return RowStatus.Overflow;
        }

        result = (long)q;
        return RowStatus.Ok;
    }

    private static bool IsEven(Wide value) => (value & 1) == 0;

    private static Wide Floor(Wide numerator, Wide denominator, out bool whole)
    {
        Wide quotient = numerator / denominator;
        Wide rest = numerator - (quotient * denominator);
        whole = rest == 0;
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static double[] Changes(double[] entries)
    {
        var changes = new double[entries.Length];
        for (int i = 1; i < entries.Length; i++)
        {
            changes[i] = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(entries[i]) ^ BitConverter.DoubleToInt64Bits(entries[i - 1]));
        }

        return changes;
    }

    /// <summary>An array that stays where it is, for gathers.</summary>
    internal static double[] Pinned(int size) =>
#if NET8_0_OR_GREATER
        GC.AllocateArray<double>(size, pinned: true);
#else
        new double[size];
#endif

    private static int Padded(int size) => (size + 15) & ~15;

    private static double Over(BigInteger numerator, BigInteger denominator) => (double)numerator / (double)denominator;

    /// <summary>(n + 1/2) / d - 1/2; both sides are exact below 2^52, which is all that the fast range uses.</summary>
    private static double Offset(BigInteger numerator, BigInteger denominator) => (((double)numerator + 0.5) / (double)denominator) - 0.5;

    private static void Narrow(LinePiece piece, BigInteger first, BigInteger last, ref BigInteger low, ref BigInteger high)
    {
        bool refused = piece.Status != RowStatus.Ok || !piece.Closed.IsZero;
        BigInteger reach = refused ? -1 : Reach(piece.E, piece.F, piece.G, Bound);
        if (!refused && piece.HasBlocks && reach >= 0)
        {
            // x is at most (|E v| + |F|) / G + 1.
            BigInteger most = Reach(piece.B, piece.A, piece.D, Bound);
            BigInteger room = ((most - 1) * piece.G) - BigInteger.Abs(piece.F);
            reach = most < 1 || room < 0 ? -1 : BigInteger.Min(reach, room / BigInteger.Abs(piece.E));
        }
        else if (!refused)
        {
            reach = Reach(piece.B, piece.A, piece.D, Bound);
        }

        // Everything the piece covers must lie within [-reach, reach]; keep the side of 0 that does.
        if (last < low || first > high || (first >= -reach && last <= reach))
        {
            return;
        }

        if (last > reach && last >= 0)
        {
            high = BigInteger.Min(high, BigInteger.Max(first - 1, reach));
        }

        if (first < -reach && first < 0)
        {
            low = BigInteger.Max(low, BigInteger.Min(last + 1, -reach));
        }
    }

    /// <summary>The greatest |v| with |offset| + |slope v| + divisor at most a bound, and at most that itself; -1 for none.</summary>
    private static BigInteger Reach(BigInteger slope, BigInteger offset, BigInteger divisor, BigInteger bound)
    {
        BigInteger room = bound - BigInteger.Abs(offset) - divisor;
        return room < 0 ? -1 : slope.IsZero ? bound : BigInteger.Min(bound, room / BigInteger.Abs(slope));
    }
}
