using System;
using System.Collections.Generic;
using System.Linq;
#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace ChannelModel.Bulk;

/// <summary>Plans of one curve each behind one another in one table, for rows whose plan changes from row to row: everything is looked up by plan.</summary>
internal sealed class MixedTable
{
    private readonly LineTable[] _tables;
    private readonly double[] _starts;
    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[] _from;
    private readonly double[] _to;
    private readonly double[] _least;
    private readonly double[] _most;
    private readonly int _width = 1;

    private MixedTable(LineTable[] tables)
    {
        _tables = tables;
        while (_width < tables.Max(table => table.FastWidth))
        {
            _width <<= 1;
        }

        int size = Math.Max(16, tables.Length * _width);
        int plans = Math.Max(16, tables.Length);
        (_starts, _a, _b) = (LineTable.Pinned(size), LineTable.Pinned(size), LineTable.Pinned(size));
        (_from, _to, _least, _most) = (LineTable.Pinned(plans), LineTable.Pinned(plans), LineTable.Pinned(plans), LineTable.Pinned(plans));
        for (int plan = 0; plan < tables.Length; plan++)
        {
            LineTable table = tables[plan];
            (_from[plan], _to[plan]) = table.HasFastRange ? (table.FastFrom - 0.5, table.FastTo + 0.5) : (1, 0);
            (_least[plan], _most[plan]) = (table.Least < -LineTable.Bound ? -LineTable.Bound : table.Least, table.Most > LineTable.Bound ? LineTable.Bound : table.Most);
            for (int i = 0; i < _width; i++)
            {
                int from = Math.Min(i, table.FastWidth - 1);
                _starts[(plan * _width) + i] = i < table.FastWidth ? table.FastStarts[i] : double.PositiveInfinity;
                (_a[(plan * _width) + i], _b[(plan * _width) + i]) = (table.A[from], table.B[from]);
            }
        }
    }

    public static MixedTable? TryMake(IReadOnlyList<LineTable> tables) =>
        tables.Count > 0 && tables.All(table => table is { HasBlocks: false, IsHalfEven: false }) ? new MixedTable([.. tables]) : null;

    public int Run(ReadOnlySpan<int> plans, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        int done = 0;
#if NET8_0_OR_GREATER
        done = Vector512.IsHardwareAccelerated ? Wide<Lanes512, Vector512<long>, Vector512<double>>(plans, values, destination, status, ref failures)
            : Vector256.IsHardwareAccelerated ? Wide<Lanes256, Vector256<long>, Vector256<double>>(plans, values, destination, status, ref failures)
            : 0;
#endif
        return failures + Rows(plans.Slice(done), values.Slice(done), destination.Slice(done), status.Slice(done));
    }

    private int Rows(ReadOnlySpan<int> plans, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int i = 0; i < plans.Length; i++)
        {
            long result = 0;
            RowStatus state = (uint)plans[i] < (uint)_tables.Length ? _tables[plans[i]].At(0, values[i], out result) : RowStatus.NoSuchIndex;
            destination[i] = result;
            if (state != RowStatus.Ok)
            {
                status[i] = (byte)state;
                failures++;
            }
        }

        return failures;
    }

#if NET8_0_OR_GREATER
    private int Wide<TLanes, TWhole, TReal>(ReadOnlySpan<int> plans, ReadOnlySpan<long> values, Span<long> destination, Span<byte> status, ref int failures)
        where TLanes : struct, ILanes<TWhole, TReal>
        where TWhole : struct
        where TReal : struct
    {
        ref int plan = ref MemoryMarshal.GetReference(plans);
        ref long from = ref MemoryMarshal.GetReference(values);
        ref long to = ref MemoryMarshal.GetReference(destination);
        int n = TLanes.Count;
        TWhole bound = TLanes.Whole(LineTable.Bound);
        TWhole reach = TLanes.Whole(2 * LineTable.Bound);
        TWhole last = TLanes.Whole(_tables.Length - 1);
        TReal width = TLanes.Real(_width);
        int i = 0;
        for (; i <= values.Length - n; i += n)
        {
            TWhole v = TLanes.Load(ref from, (nuint)i);
            TWhole p = TLanes.LoadWidened(ref plan, (nuint)i);
            TWhole wrong = TLanes.Or(TLanes.Above(p, last), TLanes.Above(TLanes.Add(v, bound), reach));
            if (!TLanes.Any(wrong))
            {
                TReal x = TLanes.ToReal(v);
                wrong = TLanes.Or(TLanes.RealGreater(TLanes.Lookup(ref _from[0], p), x), TLanes.RealGreater(x, TLanes.Lookup(ref _to[0], p)));
                if (!TLanes.Any(wrong))
                {
                    TWhole at = TLanes.Round(TLanes.Multiply(TLanes.ToReal(p), width));
                    for (int step = _width >> 1; step > 0; step >>= 1)
                    {
                        TWhole next = TLanes.Add(at, TLanes.Whole(step));
                        at = TLanes.AddWhereRealGreater(x, TLanes.Lookup(ref _starts[0], next), at, TLanes.Whole(step));
                    }

                    TReal q = TLanes.MultiplyAdd(x, TLanes.Lookup(ref _b[0], at), TLanes.Lookup(ref _a[0], at));
                    q = TLanes.Min(TLanes.Max(q, TLanes.Lookup(ref _least[0], p)), TLanes.Lookup(ref _most[0], p));
                    TLanes.Store(TLanes.Round(q), ref to, (nuint)i);
                    continue;
                }
            }

            failures += Rows(plans.Slice(i, n), values.Slice(i, n), destination.Slice(i, n), status.Slice(i, n));
        }

        return i;
    }
#endif
}
