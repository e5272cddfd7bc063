using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The two heaps, on every order of a few entries: the first comes first, whatever went in and out before.</summary>
public sealed class HeapLaws
{
    [Fact]
    public void The_highest_bound_comes_first()
    {
        foreach (int[] order in Orders(7))
        {
            SplitParts parts = new();
            foreach (int bound in order)
            {
                parts.Push(parts.Add(Part(bound)));
            }

            parts.Count.Should().Be(7);
            parts.OpenCount.Should().Be(7);
            Drained(parts).Should().Equal(6, 5, 4, 3, 2, 1, 0);
            parts.OpenCount.Should().Be(0);
            parts.Count.Should().Be(7);
        }
    }

    [Fact]
    public void What_comes_later_finds_its_place()
    {
        foreach (int[] order in Orders(6))
        {
            SplitParts parts = new();
            foreach (int bound in order.Take(4))
            {
                parts.Push(parts.Add(Part(bound)));
            }

            double first = parts[parts.Pop()].Bound;
            first.Should().Be(order.Take(4).Max());
            foreach (int bound in order.Skip(4))
            {
                parts.Push(parts.Add(Part(bound)));
            }

            Drained(parts).Should().Equal(order.Select(bound => (double)bound).Where(bound => bound != first).OrderByDescending(bound => bound));
        }
    }

    [Fact]
    public void The_top_line_changes_or_leaves()
    {
        foreach (int[] values in Orders(6))
        {
            // Each line leaves when it has been first twice; after the first time it stands 3 lower.
            int[] keys = [.. values];
            var heap = new LineHeap((x, y) => keys[y].CompareTo(keys[x]), Enumerable.Range(0, 6));
            var seen = new List<int>();
            var times = new int[6];
            for (int i = 0; i < 12; i++)
            {
                int line = heap.Top;
                seen.Add(keys[line]);
                keys[line] -= 3;
                heap.Settle(++times[line] < 2);
            }

            // Equal numbers may come in either order; the numbers themselves not.
            seen.Should().Equal(5, 4, 3, 2, 2, 1, 1, 0, 0, -1, -2, -3);
        }
    }

    private static SplitPart Part(double bound) => new([], []) { Bound = bound };

    private static List<double> Drained(SplitParts parts)
    {
        var drained = new List<double>();
        while (parts.OpenCount > 0)
        {
            drained.Add(parts[parts.Pop()].Bound);
        }

        return drained;
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order.Take(at), count - 1, .. order.Skip(at)]));
}
