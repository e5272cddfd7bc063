using System;
using System.Text;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>What the parser asks of UTF-8 bytes, on every target framework.</summary>
internal static class Utf8Text
{
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(utf8.ToArray());
#else
        return Encoding.UTF8.GetString(utf8);
#endif
    }

    /// <summary>The number of UTF-16 code units of valid UTF-8.</summary>
    public static int Characters(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
        {
            // Continuation bytes add nothing; a four-byte sequence is a surrogate pair.
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }

        return count;
    }

    /// <summary>The position of the first byte that is not UTF-8, or null.</summary>
    public static int? FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int i = 0;
        while (i < utf8.Length)
        {
            int length = SequenceLength(utf8.Slice(i));
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return null;
    }

    public static int OffsetOf(ReadOnlySpan<byte> utf8, long line, long byteInLine)
    {
        int offset = 0;
        for (long l = 0; l < line; l++)
        {
            int next = utf8.Slice(offset).IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            offset += next + 1;
        }

        return (int)Math.Min(utf8.Length, offset + byteInLine);
    }

    /// <summary>The length without white space at the end.</summary>
    public static int TrimmedEnd(ReadOnlySpan<byte> utf8)
    {
        int end = utf8.Length;
        while (end > 0 && utf8[end - 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            end--;
        }

        return end;
    }

    /// <summary>The character at a position, quoted for a message; control characters by their code.</summary>
    public static string CharacterAt(ReadOnlySpan<byte> utf8, int offset)
    {
        while (offset > 0 && (utf8[offset] & 0xC0) == 0x80)
        {
            offset--;
        }

        byte first = utf8[offset];
        return first < 0x20
            ? "the control character 0x" + first.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)
            : "'" + Decode(utf8.Slice(offset, SequenceLength(utf8.Slice(offset)))) + "'";
    }

    /// <summary>The length of the valid sequence that begins here, 0 if it is not valid (RFC 3629).</summary>
    private static int SequenceLength(ReadOnlySpan<byte> utf8)
    {
        byte first = utf8[0];
        if (first < 0x80)
        {
            return 1;
        }

        int length = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || utf8.Length < length)
        {
            return 0;
        }

        byte second = utf8[1];
        (byte low, byte high) = first switch
        {
            0xE0 => ((byte)0xA0, (byte)0xBF),
            0xED => ((byte)0x80, (byte)0x9F),
            0xF0 => ((byte)0x90, (byte)0xBF),
            0xF4 => ((byte)0x80, (byte)0x8F),
            _ => ((byte)0x80, (byte)0xBF),
        };
        if (second < low || second > high)
        {
            return 0;
        }

        for (int i = 2; i < length; i++)
        {
            if ((utf8[i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}
