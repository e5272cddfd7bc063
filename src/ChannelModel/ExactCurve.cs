using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using ChannelModel.Internal;

namespace ChannelModel;

/// <summary>
/// The normal form for money: contiguous pieces in ascending order, exact whole numbers throughout. Two ways to the same cents: 64 and 128 bits
/// without allocation, and <see cref="BigInteger"/> fractions for everything else.
/// </summary>
internal sealed class ExactCurve
{
    private const int NotFast = -1;
    private readonly ExactPiece[] _pieces;
    private readonly long[] _starts;
    private readonly Row[] _rows;
    private readonly BigInteger _unit;
    private readonly RoundingMode _mode;
    private readonly bool _roundsTiers;
    private readonly bool _fast;

    /// <summary>Initializes a new instance of the <see cref="ExactCurve"/> class.</summary>
    /// <param name="pieces">Ascending; the first starts at 0.</param>
    /// <param name="unit">The rounding unit in millionths.</param>
    /// <param name="mode">The rounding mode.</param>
    /// <param name="roundsTiers">Whether each tier rounds by itself.</param>
    public ExactCurve(IReadOnlyList<ExactPiece> pieces, BigInteger unit, RoundingMode mode, bool roundsTiers)
    {
        _pieces = [.. pieces];
        _unit = unit;
        _mode = mode;
        _roundsTiers = roundsTiers;
        _starts = new long[_pieces.Length];
        _rows = new Row[_pieces.Length];
        _fast = true;
        for (int i = 0; i < _pieces.Length; i++)
        {
            _fast &= Row.TryMake(_pieces[i], unit, out _rows[i]) && Fits(_pieces[i].Start);
            _starts[i] = _fast ? (long)_pieces[i].Start : 0;
        }

        if (_starts.Length > 0)
        {
            _starts[0] = long.MinValue; // below the first edge nobody asks
        }
    }

    public IReadOnlyList<ExactPiece> Pieces => _pieces;

    public int Locate(Ratio selector)
    {
        int low = 0;
        int high = _pieces.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            int order = selector.Numerator.CompareTo(_pieces[middle].From * selector.Denominator);
            if (order > 0 || (order == 0 && !_pieces[middle].Strict))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>The exact amount in millionths; with rounding per tier, the rounded one.</summary>
    public Ratio Pay(int piece, Ratio basis)
    {
        ExactPiece at = _pieces[piece];
        Ratio open = at.OpenAt(basis);
        return _roundsTiers ? (Ratio)(at.Closed + open.RoundTo(_unit, _mode)) : open + at.Closed;
    }

    public Ratio Pay(Ratio value) => Pay(Locate(value), value);

    /// <summary>Pays and rounds in rounding units, if 64 and 128 bits suffice; allocates nothing.</summary>
    public bool TryPay(long selector, long basis, out long units)
    {
        units = 0;
        if (!_fast)
        {
            return false;
        }

        long[] starts = _starts;
        int at;
        if (starts.Length <= 12)
        {
            at = -1;
            for (int i = 0; i < starts.Length; i++)
            {
                at += selector >= starts[i] ? 1 : 0; // no branch to mispredict
            }
        }
        else
        {
            at = Array.BinarySearch(starts, selector);
            at = at >= 0 ? at : ~at - 1;
        }

        return _rows[at].TryPay(basis, _mode, out units);
    }

    private static bool Fits(BigInteger value) => value >= long.MinValue / 4 && value <= long.MaxValue / 4;

    /// <summary>A piece in machine words.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Row
    {
        private long _anchor;
        private long _closed;
        private long _open;
        private long _slope;
        private long _divisor;
        private long _limit;
        private long _block;
        private BlockRounding _blockRounding;
#if NET8_0_OR_GREATER
        private Int128 _wideOpen;
#endif

        public static bool TryMake(ExactPiece piece, BigInteger unit, out Row row)
        {
            row = default;
            BigInteger divisor = piece.Denominator * unit;
            if (!Fits(piece.Anchor) || !Fits(piece.Slope) || !Fits(piece.Block) || !Fits(divisor) || !Fits(piece.Closed / unit)
                || piece.Least is not null || piece.Most is not null || BigInteger.Abs(piece.Open) > (BigInteger.One << 120))
            {
                return false;
            }

            row._anchor = (long)piece.Anchor;
            row._slope = (long)piece.Slope;
            row._block = (long)piece.Block;
            row._blockRounding = piece.BlockRounding;
            row._divisor = (long)divisor;
            row._closed = (long)(piece.Closed / unit);
            row._limit = NotFast;
#if NET8_0_OR_GREATER
            row._wideOpen = (Int128)piece.Open;
#endif
            if (Fits(piece.Open))
            {
                row._open = (long)piece.Open;
                BigInteger room = long.MaxValue - BigInteger.Abs(piece.Open);
                BigInteger limit = piece.Slope.IsZero ? long.MaxValue : room / BigInteger.Abs(piece.Slope);
                row._limit = limit > long.MaxValue ? long.MaxValue : (long)limit;
            }

            return true;
        }

        public readonly bool TryPay(long basis, RoundingMode mode, out long units)
        {
            long portion = basis - _anchor; // both fit 62 bits
            if (_block != 0)
            {
                portion = Blocks(portion);
            }

            if (portion <= _limit && portion >= -_limit)
            {
                long top = _open + (_slope * portion);
                long quotient = top / _divisor;
                long rest = top - (quotient * _divisor);
                if (rest != 0)
                {
                    long twice = Math.Abs(rest);
                    int half = twice.CompareTo(_divisor - twice);
                    if (Exact.GoesAway(mode, top < 0, half, (quotient & 1) != 0))
                    {
                        quotient += top < 0 ? -1 : 1;
                    }
                }

                units = _closed + quotient;
                return true;
            }

#if NET8_0_OR_GREATER
            return TryPayWide(portion, mode, out units);
#else
            units = 0;
            return false;
#endif
        }

#if NET8_0_OR_GREATER
        private readonly bool TryPayWide(long portion, RoundingMode mode, out long units)
        {
            units = 0;
            Int128 top = _wideOpen + ((Int128)_slope * portion); // 120 and 124 bits: no overflow
            Int128 quotient = top / _divisor;
            if (quotient > long.MaxValue / 4 || quotient < long.MinValue / 4)
            {
                return false;
            }

            long rest = Math.Abs((long)(top - (quotient * _divisor)));
            long cut = (long)quotient;
            if (rest != 0 && Exact.GoesAway(mode, top < 0, rest.CompareTo(_divisor - rest), (cut & 1) != 0))
            {
                cut += top < 0 ? -1 : 1;
            }

            units = _closed + cut;
            return true;
        }
#endif

        private readonly long Blocks(long portion)
        {
            long whole = portion / _block;
            long rest = portion - (whole * _block);
            if (rest < 0)
            {
                whole--;
                rest += _block;
            }

            return _blockRounding switch
            {
                BlockRounding.Up => rest > 0 ? whole + 1 : whole,
                BlockRounding.Down => whole,
                _ => rest >= _block - rest ? whole + 1 : whole,
            };
        }
    }
}
