using System;
using System.Runtime.InteropServices;
using ChannelModel.Bulk;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Two columns whose first rows are rated or copied; and results that go to memory which the system has just given out, so that each of its pages is touched for the first time.</summary>
internal sealed unsafe class ManySizes
{
    private readonly BulkPlan _plan = new FiveTiers(1_000).Graduated;
    private readonly long[] _values;
    private readonly long[] _due;

    public ManySizes(int rows)
    {
        var random = new Random(5);
        (_values, _due) = (new long[rows], new long[rows]);
        for (int i = 0; i < rows; i++)
        {
            _values[i] = random.Next(15_000_000);
        }

        Rate(rows);
        var again = new long[1_000];
        for (int start = 0; start + again.Length <= rows; start += 997 * again.Length)
        {
            _plan.Evaluate(_values.AsSpan(start, again.Length), again);
            if (!_due.AsSpan(start, again.Length).SequenceEqual(again))
            {
                throw new InvalidOperationException($"The results differ from row {start} on.");
            }
        }
    }

    public int Rows => _values.Length;

    public void Rate(int rows) => _plan.Evaluate(_values.AsSpan(0, rows), _due);

    public void Copy(int rows) => _values.AsSpan(0, rows).CopyTo(_due);

    public void RateFresh(int rows)
    {
        void* memory = NativeMemory.Alloc((nuint)rows, sizeof(long));
        _plan.Evaluate(_values.AsSpan(0, rows), new Span<long>(memory, rows));
        NativeMemory.Free(memory);
    }

    public void CopyFresh(int rows)
    {
        void* memory = NativeMemory.Alloc((nuint)rows, sizeof(long));
        _values.AsSpan(0, rows).CopyTo(new Span<long>(memory, rows));
        NativeMemory.Free(memory);
    }
}
