using System;
using System.Collections.Generic;

namespace ChannelModel.Tool.Paying;

/// <summary>
/// Payees by number, in the order in which they first appear. A hash and a number stand side by side, and the names one behind the other; the look-ups of a block go in short loops, so that they wait for
/// memory together and not one after the other.
/// </summary>
internal sealed class PayeeTable
{
    private const int Chunk = 1 << 20;

    private readonly List<char[]> _chunks = [new char[1 << 12]];
    private readonly int[] _found = new int[FactsBlock.Capacity];
    private readonly int[] _hashes = new int[FactsBlock.Capacity];
    private ulong[] _slots = new ulong[1 << 12]; // hash above, number + 1 below; 0 is empty
    private long[] _names = new long[1 << 11]; // where a name starts, above 8 bits of its length
    private int _used;
    private int _touched;

    public int Count { get; private set; }

    public string this[int number] => NameOf(number).ToString();

    /// <summary>The number of a payee, who is added where it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        int hash = string.GetHashCode(name, StringComparison.Ordinal);
        return Find(name, hash, hash & (_slots.Length - 1));
    }

    /// <summary>The numbers of the payees of a block.</summary>
    public void Number(FactsBlock block)
    {
        Span<int> hashes = _hashes.AsSpan(0, block.Count);
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = string.GetHashCode(block.PayeeOf(i), StringComparison.Ordinal);
        }

        // Nearly all stand where their hash points; the others are looked up by themselves.
        Span<int> found = _found.AsSpan(0, hashes.Length);
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int i = 0; i < found.Length; i++)
        {
            ulong slot = slots[hashes[i] & mask];
            found[i] = (int)(slot >> 32) == hashes[i] ? (int)(uint)slot - 1 : -1;
        }

        // The names are touched before any is compared, so that they come from memory side by side.
        int touched = 0;
        foreach (int number in found)
        {
            touched ^= number < 0 ? 0 : NameOf(number)[0];
        }

        _touched = touched;
        Span<int> payees = block.Payees.AsSpan(0, hashes.Length);
        for (int i = 0; i < payees.Length; i++)
        {
            ReadOnlySpan<char> name = block.PayeeOf(i);
            int number = found[i];
            payees[i] = number >= 0 && name.SequenceEqual(NameOf(number)) ? number : Find(name, hashes[i], hashes[i] & (_slots.Length - 1));
        }
    }

    private ReadOnlySpan<char> NameOf(int number)
    {
        long name = _names[number];
        return _chunks[(int)(name >> 28)].AsSpan((int)(name >> 8) & (Chunk - 1), (int)name & 0xFF);
    }

    private int Find(ReadOnlySpan<char> name, int hash, int at)
    {
        ulong[] slots = _slots;
        for (int mask = slots.Length - 1; ; at = (at + 1) & mask)
        {
            ulong slot = slots[at];
            if (slot == 0)
            {
                slots[at] = ((ulong)(uint)hash << 32) | (uint)(Count + 1);
                return Add(name);
            }

            int number = (int)(uint)slot - 1;
            if ((int)(slot >> 32) == hash && name.SequenceEqual(NameOf(number)))
            {
                return number;
            }
        }
    }

    private int Add(ReadOnlySpan<char> name)
    {
        char[] chunk = _chunks[^1];
        if (chunk.Length - _used < name.Length)
        {
            if (_chunks.Count == 1 && chunk.Length < Chunk)
            {
                Array.Resize(ref chunk, Math.Min(Chunk, Math.Max(2 * chunk.Length, _used + name.Length)));
                _chunks[0] = chunk;
            }
            else
            {
                _chunks.Add(chunk = new char[Chunk]);
                _used = 0;
            }
        }

        if (Count == _names.Length)
        {
            Array.Resize(ref _names, 2 * Count);
        }

        name.CopyTo(chunk.AsSpan(_used));
        _names[Count] = ((long)(_chunks.Count - 1) << 28) | ((long)_used << 8) | (uint)name.Length;
        _used += name.Length;
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        var slots = new ulong[2 * _slots.Length];
        int mask = slots.Length - 1;
        foreach (ulong slot in _slots)
        {
            if (slot != 0)
            {
                int at = (int)(slot >> 32) & mask;
                while (slots[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                slots[at] = slot;
            }
        }

        _slots = slots;
    }
}
