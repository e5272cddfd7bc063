using System.Collections.Generic;

namespace ChannelModel.Internal;

/// <summary>Brings the smallest few of many to the front, in time linear in their number; deterministic.</summary>
internal static class Selection
{
    /// <summary>Rearranges so that the first <paramref name="count"/> items are the smallest, in any order. Items never compare as equal, or their order does not matter.</summary>
    public static void Smallest(int[] items, int count, IComparer<int> comparer)
    {
        int low = 0;
        int high = items.Length - 1;
        int rounds = 0;
        while (low < high && count > low && count <= high)
        {
            // A pivot that a sorted input cannot spoil; after many bad rounds a sort bounds the time.
            if (++rounds > 64)
            {
                System.Array.Sort(items, low, high - low + 1, comparer);
                return;
            }

            int pivot = Middle(items, low, low + ((high - low) >> 1), high, comparer);
            int i = low;
            int k = high;
            while (i <= k)
            {
                while (comparer.Compare(items[i], pivot) < 0)
                {
                    i++;
                }

                while (comparer.Compare(items[k], pivot) > 0)
                {
                    k--;
                }

                if (i <= k)
                {
                    (items[i], items[k]) = (items[k], items[i]);
                    i++;
                    k--;
                }
            }

            if (count - 1 <= k)
            {
                high = k;
            }
            else if (count - 1 >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private static int Middle(int[] items, int a, int b, int c, IComparer<int> comparer)
    {
        int x = items[a];
        int y = items[b];
        int z = items[c];
        if (comparer.Compare(x, y) > 0)
        {
            (x, y) = (y, x);
        }

        return comparer.Compare(y, z) <= 0 ? y : comparer.Compare(x, z) > 0 ? x : z;
    }
}
