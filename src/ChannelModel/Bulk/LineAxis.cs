using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;

namespace ChannelModel.Bulk;

/// <summary>One way to choose among cells: the band of a number, or of a number in relation to its target or baseline.</summary>
internal sealed class LineAxis
{
    private readonly List<(BigInteger Numerator, BigInteger Denominator, bool Strict)> _edges;

    private readonly long _failed;
    private readonly long[] _numerators = [];
    private readonly long[] _denominators = [];

    /// <summary>Initializes a new instance of the <see cref="LineAxis"/> class.</summary>
    /// <param name="by">What chooses the band.</param>
    /// <param name="multiplier">Units of the plain basis in one of the column.</param>
    /// <param name="edges">Ascending edges of the bands after the first, in units of <paramref name="by"/>.</param>
    /// <param name="failsLater">Whether a row without a target has a last band of its own instead of failing at once.</param>
    public LineAxis(Basis by, long multiplier, IEnumerable<(BigInteger Edge, bool Strict)> edges, bool failsLater)
    {
        By = by;
        Source = by.How == BasisDerivation.None ? by : by.Source!;
        Other = by.How switch
        {
            BasisDerivation.Attainment or BasisDerivation.OverTarget => FactColumn.Target,
            BasisDerivation.Growth or BasisDerivation.OverBaseline => FactColumn.Baseline,
            _ => null,
        };
        IsRatio = by.How is BasisDerivation.Attainment or BasisDerivation.Growth;

        // A ratio of at least n / d is value x d >= other x n; a plain number is compared in units of its column.
        BigInteger plus = by.How == BasisDerivation.Growth ? by.UnitsPerOne : BigInteger.Zero;
        _edges = [.. edges.Select(edge => IsRatio ? Reduced(edge.Edge + plus, by.UnitsPerOne, edge.Strict) : (WholeFrom(edge.Edge, multiplier, edge.Strict), BigInteger.One, false))];
        _failed = failsLater && Other is not null ? _edges.Count + 1 : LineKernel.Failed(RowStatus.NoTarget);
        Bands = _edges.Count + (_failed > 0 ? 2 : 1);
        Above = [.. _edges.Select(edge => Clip(edge.Numerator - 1))];
        Numerators = [.. _edges.Select(edge => (double)edge.Numerator)];
        Denominators = [.. _edges.Select(edge => (double)edge.Denominator)];
        Shifts = [.. _edges.Select(edge => edge.Strict ? 0d : 0.5)];
        BigInteger most = _edges.Select(edge => BigInteger.Max(BigInteger.Abs(edge.Numerator), edge.Denominator)).DefaultIfEmpty(1).Max();
        if (IsRatio && most <= long.MaxValue)
        {
            _numerators = [.. _edges.Select(edge => (long)edge.Numerator)];
            _denominators = [.. _edges.Select(edge => (long)edge.Denominator)];
        }

        Reach = IsRatio ? (long)BigInteger.Min(1L << 50, (BigInteger.One << 51) / BigInteger.Max(1, most)) : 0;
    }

    public Basis By { get; }

    public Basis Source { get; }

    /// <summary>Gets the column beside the value, if the basis is derived.</summary>
    public FactColumn? Other { get; }

    public bool IsRatio { get; }

    public int Bands { get; }

    /// <summary>Gets the last values before the bands, for plain numbers.</summary>
    public long[] Above { get; }

    public double[] Numerators { get; }

    public double[] Denominators { get; }

    public double[] Shifts { get; }

    /// <summary>Gets or sets how many table entries a band is worth.</summary>
    public long Weight { get; set; } = 1;

    /// <summary>Gets up to which value and target products of doubles are exact; 0 if never.</summary>
    public long Reach { get; }

    /// <summary>The band of one row, or minus the status of a row without one.</summary>
    public long BandOf(long value, long other)
    {
        if (Other is not null && other <= 0)
        {
            return _failed;
        }

        int band = 0;
        if (IsRatio)
        {
            for (int i = 0; i < _edges.Count; i++)
            {
                int order = Compare(i, value, other);
                band += order > 0 || (order == 0 && !_edges[i].Strict) ? 1 : 0;
            }

            return band;
        }

        // The excess over a target is at most 2^64 - 1.
        ulong over = Other is not null && value > other ? unchecked((ulong)value - (ulong)other) : 0;
        foreach (long above in Above)
        {
            band += (Other is null ? value > above : above < 0 || over > (ulong)above) ? 1 : 0;
        }

        return band;
    }

    private static (BigInteger Numerator, BigInteger Denominator, bool Strict) Reduced(BigInteger numerator, BigInteger denominator, bool strict)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / common, denominator / common, strict);
    }

    /// <summary>The first whole column value inside a band.</summary>
    private static BigInteger WholeFrom(BigInteger edge, long multiplier, bool strict) =>
        Internal.Exact.Divide(strict ? edge + 1 : edge, multiplier, RoundingMode.Ceiling);

    private static long Clip(BigInteger value) => (long)BigInteger.Max(long.MinValue, BigInteger.Min(long.MaxValue, value));

    private int Compare(int edge, long value, long other)
    {
        (BigInteger numerator, BigInteger denominator, _) = _edges[edge];
#if NET8_0_OR_GREATER
        if (_numerators.Length > 0)
        {
            return ((Int128)value * _denominators[edge]).CompareTo((Int128)other * _numerators[edge]); // both below 2^126
        }
#endif
        return (value * denominator).CompareTo(other * numerator);
    }
}
