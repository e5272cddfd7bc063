using System;
using System.Collections.Generic;

namespace ChannelModel.Tool.Paying;

/// <summary>The line in which each statement that is paid began: four bytes for each payee and period, in pages; where there are very many periods, a table of those that there are.</summary>
internal sealed class SeenStatements
{
    private const int Page = 4096;
    private const int MostPeriods = 400;

    private readonly List<int[]?[]> _pages = [];
    private readonly Dictionary<ulong, int> _others = [];

    /// <summary>The line of a statement; 0 where there is none yet.</summary>
    public int LineOf(int payee, int period)
    {
        if (period >= MostPeriods)
        {
            return _others.GetValueOrDefault(Key(payee, period));
        }

        return period < _pages.Count && payee / Page < _pages[period].Length && _pages[period][payee / Page] is int[] page ? page[payee % Page] : 0;
    }

    public void Add(int payee, int period, int line)
    {
        if (period >= MostPeriods)
        {
            _others.Add(Key(payee, period), line);
            return;
        }

        while (_pages.Count <= period)
        {
            _pages.Add([]);
        }

        int at = payee / Page;
        if (_pages[period].Length <= at)
        {
            int[]?[] longer = _pages[period];
            Array.Resize(ref longer, Math.Max(at + 1, 2 * longer.Length));
            _pages[period] = longer;
        }

        int[] page = _pages[period][at] ??= new int[Page];
        page[payee % Page] = line;
    }

    private static ulong Key(int payee, int period) => ((ulong)(uint)payee << 32) | (uint)period;
}
