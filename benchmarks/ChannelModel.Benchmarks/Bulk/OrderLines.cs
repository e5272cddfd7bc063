using System;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Order lines of 100 000 partners over 12 months, grouped and rated; and the bare grouping loop.</summary>
internal sealed class OrderLines
{
    private readonly int[] _partners;
    private readonly int[] _periods;
    private readonly long[] _amounts;
    private readonly byte[] _status;
    private readonly long[] _sums = new long[Partners * Periods];
    private readonly long[] _due = new long[Partners * Periods];
    private readonly byte[] _states = new byte[Partners * Periods];
    private readonly BulkPlan _plan;
    private const int Partners = 100_000;
    private const int Periods = 12;

    public OrderLines(int rows)
    {
        var random = new Random(3);
        (_partners, _periods, _amounts, _status) = (new int[rows], new int[rows], new long[rows], new byte[rows]);
        for (int i = 0; i < rows; i++)
        {
            (_partners[i], _periods[i], _amounts[i]) = (random.Next(Partners), random.Next(Periods), random.Next(100_000));
        }

        _plan = BulkPlan.Of(
            CommissionPlan.Define("lines", Currency.CNY).Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(3), Tier.From(10_000).Percent(4), Tier.From(25_000).Percent(5)), Basis.NetRevenue, Cycle.Month)
                .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
            ColumnScales.Of(2));
        Group();
        GroupTotals totals = GroupTotals.Of(Partners, Periods);
        totals.Add(_partners, _periods, _amounts);
        if (!totals.Sums.SequenceEqual(_sums))
        {
            throw new InvalidOperationException("The sums differ.");
        }
    }

    public int Rows => _amounts.Length;

    /// <summary>The bare loop: no check of the group, no check of the sum.</summary>
    public void Group()
    {
        Array.Clear(_sums);
        for (int i = 0; i < _amounts.Length; i++)
        {
            _sums[(_partners[i] * Periods) + _periods[i]] += _amounts[i];
        }
    }

    public void GroupAndRate()
    {
        GroupTotals totals = GroupTotals.Of(Partners, Periods);
        _ = totals.Add(_partners, _periods, _amounts, _status);
        _ = totals.Evaluate(_plan, _due, _states);
    }

    public void GroupAndRateOnTwoThreads()
    {
        GroupTotals totals = GroupTotals.Of(Partners, Periods);
        _ = totals.Add(_partners, _periods, _amounts, _status, ParallelRun.On(2));
        _ = totals.Evaluate(_plan, _due, _states);
    }
}
