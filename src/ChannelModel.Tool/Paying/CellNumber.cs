using System;

namespace ChannelModel.Tool.Paying;

/// <summary>Numbers of cells as whole units of a column. What it does not read is not wrong: the plan's own readers judge it, and say why.</summary>
internal static class CellNumber
{
    private static ReadOnlySpan<long> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Reads digits, at most one point, at most <paramref name="scale"/> decimals and at most 18 digits in all when they are filled up.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int scale, out long units)
    {
        units = 0;
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int i = start;
        ulong number = 0;
        uint digit;
        while (i < text.Length && (digit = (uint)(text[i] - '0')) <= 9)
        {
            number = (number * 10) + digit;
            i++;
        }

        if (i == start || i - start > 18 - scale)
        {
            return false;
        }

        int missing = scale;
        if (i < text.Length)
        {
            int first = i + 1;
            if (text[i] != '.' || first == text.Length || text.Length - first > scale)
            {
                return false;
            }

            for (i = first; i < text.Length; i++)
            {
                digit = (uint)(text[i] - '0');
                if (digit > 9)
                {
                    return false;
                }

                number = (number * 10) + digit;
            }

            missing = scale - (i - first);
        }

        units = (long)number * Powers[missing];
        units = start == 0 ? units : -units;
        return true;
    }

    /// <summary>Reads a percentage such as <c>31.5%</c>, in units of 10^-8 %.</summary>
    public static bool TryReadPercent(ReadOnlySpan<char> text, out long units)
    {
        units = 0;
        return text.Length > 1 && text[^1] == '%' && TryRead(text[..^1], 8, out units);
    }

    /// <summary>Reads a day such as <c>2025-01-31</c> as the number 20250131; the calendar is not asked.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, out int day)
    {
        if (text.Length != 10)
        {
            day = 0;
            return false;
        }

        uint y1 = (uint)(text[0] - '0');
        uint y2 = (uint)(text[1] - '0');
        uint y3 = (uint)(text[2] - '0');
        uint y4 = (uint)(text[3] - '0');
        uint m1 = (uint)(text[5] - '0');
        uint m2 = (uint)(text[6] - '0');
        uint d1 = (uint)(text[8] - '0');
        uint d2 = (uint)(text[9] - '0');
        day = (int)((y1 * 10_000_000) + (y2 * 1_000_000) + (y3 * 100_000) + (y4 * 10_000) + (m1 * 1_000) + (m2 * 100) + (d1 * 10) + d2);
        return (y1 <= 9) & (y2 <= 9) & (y3 <= 9) & (y4 <= 9) & (m1 <= 9) & (m2 <= 9) & (d1 <= 9) & (d2 <= 9) & (text[4] == '-') & (text[7] == '-');
    }
}
