using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>All parts of a search, and a heap of those that are open, the highest bound on top.</summary>
internal sealed class SplitParts
{
    private readonly List<SplitPart> _parts = [];
    private readonly List<int> _heap = [];

    public int Count => _parts.Count;

    public int OpenCount => _heap.Count;

    public SplitPart this[int number] => _parts[number];

    public int Add(SplitPart part)
    {
        _parts.Add(part);
        return _parts.Count - 1;
    }

    /// <summary>Opens a part.</summary>
    public void Push(int node)
    {
        _heap.Add(node);
        int at = _heap.Count - 1;
        while (at > 0 && _parts[_heap[(at - 1) / 2]].Bound < _parts[_heap[at]].Bound)
        {
            Swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    /// <summary>Closes the open part with the highest bound.</summary>
    public int Pop()
    {
        int top = _heap[0];
        _heap[0] = _heap[_heap.Count - 1];
        _heap.RemoveAt(_heap.Count - 1);
        int at = 0;
        while (true)
        {
            int largest = at;
            for (int child = (2 * at) + 1; child <= (2 * at) + 2 && child < _heap.Count; child++)
            {
                largest = _parts[_heap[child]].Bound > _parts[_heap[largest]].Bound ? child : largest;
            }

            if (largest == at)
            {
                return top;
            }

            Swap(at, largest);
            at = largest;
        }
    }

    private void Swap(int i, int k) => (_heap[i], _heap[k]) = (_heap[k], _heap[i]);
}
