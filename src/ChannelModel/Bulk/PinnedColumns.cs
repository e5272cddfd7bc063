using System;
using ChannelModel.Commissions;

namespace ChannelModel.Bulk;

/// <summary>
/// Columns by address, so that several threads can make spans of them. Whoever holds one has pinned the columns and waits for the threads; this is the
/// one place where addresses leave a method.
/// </summary>
internal sealed unsafe class PinnedColumns
{
    private readonly (Basis? Basis, FactColumn Column, Cycle Per, IntPtr Address)[] _columns;

    private PinnedColumns(int count)
    {
        _columns = new (Basis?, FactColumn, Cycle, IntPtr)[count];
    }

    public delegate int Body(PinnedColumns columns, IntPtr destination, IntPtr status);

    /// <summary>Pins, calls, and lets go.</summary>
    public static int Hold(FactColumns facts, Span<long> destination, Span<byte> status, Body body)
    {
        fixed (long* p0 = facts.At(0).Values, p1 = facts.At(1).Values, p2 = facts.At(2).Values, p3 = facts.At(3).Values, p4 = facts.At(4).Values, p5 = facts.At(5).Values, p6 = facts.At(6).Values, p7 = facts.At(7).Values)
        {
            fixed (long* to = destination)
            {
                fixed (byte* state = status)
                {
                    long*[] addresses = [p0, p1, p2, p3, p4, p5, p6, p7];
                    var columns = new PinnedColumns(facts.Count);
                    for (int i = 0; i < facts.Count; i++)
                    {
                        FactColumns.Slot slot = facts.At(i);
                        columns._columns[i] = (slot.Basis, slot.Column, slot.Per, (IntPtr)addresses[i]);
                    }

                    return body(columns, (IntPtr)to, (IntPtr)state);
                }
            }
        }
    }

    public static Span<T> Span<T>(IntPtr address, int start, int length)
        where T : unmanaged => new((T*)address + start, length);

    public FactColumns Slice(int start, int length)
    {
        FactColumns facts = default;
        foreach ((Basis? basis, FactColumn column, Cycle per, IntPtr address) in _columns)
        {
            facts = facts.Add(basis, column, per, new ReadOnlySpan<long>((long*)address + start, length));
        }

        return facts;
    }
}
