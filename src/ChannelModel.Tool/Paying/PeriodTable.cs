using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>Periods by number, in the order in which they first appear. One thread may number new ones while another looks up those it has been told of.</summary>
internal sealed class PeriodTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateInterval, int> _numbers = [];
    private readonly Dictionary<long, int> _days = [];
    private volatile Entry[] _entries = new Entry[16];
    private volatile int _count;
    private long _last = -1;
    private int _lastNumber;

    public int Count => _count;

    public DateInterval this[int number] => _entries[number].Period;

    /// <summary>Start and end as cells of a row.</summary>
    public byte[] CellsOf(int number) => _entries[number].Cells;

    public int NumberOf(DateInterval period)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(period, out int number))
            {
                number = _count;
                _numbers.Add(period, number);
                Entry[] entries = _entries;
                if (number == entries.Length)
                {
                    Array.Resize(ref entries, 2 * number);
                }

                entries[number] = new Entry(period, Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(period.Start) + "," + LocalDatePattern.Iso.Format(period.End)));
                _entries = entries;
                _count = number + 1;
            }

            return number;
        }
    }

    /// <summary>The number of the period from one day to another, each as 20250131; -1 where that is no period. For one thread alone.</summary>
    public int NumberOf(int start, int end)
    {
        long key = ((long)start << 32) | (uint)end;
        if (key == _last)
        {
            return _lastNumber;
        }

        if (!_days.TryGetValue(key, out int number))
        {
            number = Day(start) is LocalDate first && Day(end) is LocalDate last && first <= last ? NumberOf(new DateInterval(first, last)) : -1;
            _days.Add(key, number);
        }

        (_last, _lastNumber) = (key, number);
        return number;
    }

    /// <summary>A day of the calendar; nothing where there is no such day.</summary>
    private static LocalDate? Day(int day)
    {
        (int year, int month, int of) = (day / 10_000, day / 100 % 100, day % 100);
        return year >= 1 && month is >= 1 and <= 12 && of >= 1 && of <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, of) : null;
    }

    private sealed record Entry(DateInterval Period, byte[] Cells);
}
