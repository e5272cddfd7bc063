using System.Runtime.InteropServices;

namespace ChannelModel.Bulk;

/// <summary>Who of a large split gets a unit more: the rests above one, and of those that are equal to it the first by key and then by line.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SplitCut
{
    /// <summary>Rests above this get a unit; those equal to it are tied.</summary>
    public ulong Rest;

    /// <summary>Whether ties are broken by key; else by line alone.</summary>
    public bool IsKeyed;

    /// <summary>Of the tied, the <see cref="RankOf"/> above which a key gets a unit.</summary>
    public ulong Rank;

    /// <summary>The last line that gets one among those that are equal in all that is before; -1 for none.</summary>
    public int Last;

    /// <summary>A number that is the larger the smaller the key is.</summary>
    public static ulong RankOf(long key) => unchecked(~((ulong)key ^ (1UL << 63)));

    public readonly bool Takes(int line, ulong rest, ulong rank) =>
        rest > Rest || (rest == Rest && (IsKeyed ? rank > Rank || (rank == Rank && line <= Last) : line <= Last));
}
