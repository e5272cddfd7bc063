using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>A binary heap of lines: the one that comes first is on top, and settles again after its rank has changed.</summary>
internal sealed class LineHeap
{
    private readonly List<int> _lines;
    private readonly Comparison<int> _compare;

    public LineHeap(Comparison<int> compare, IEnumerable<int> lines)
    {
        _compare = compare;
        _lines = [.. lines];
        for (int i = (_lines.Count / 2) - 1; i >= 0; i--)
        {
            Down(i);
        }
    }

    public int Top => _lines[0];

    /// <summary>Puts the top line where it now belongs, or takes it out.</summary>
    public void Settle(bool stays)
    {
        if (!stays)
        {
            int last = _lines.Count - 1;
            _lines[0] = _lines[last];
            _lines.RemoveAt(last);
        }

        Down(0);
    }

    private void Down(int at)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _lines.Count)
            {
                return;
            }

            if (child + 1 < _lines.Count && _compare(_lines[child + 1], _lines[child]) < 0)
            {
                child++;
            }

            if (_compare(_lines[at], _lines[child]) <= 0)
            {
                return;
            }

            (_lines[at], _lines[child]) = (_lines[child], _lines[at]);
            at = child;
        }
    }
}
