using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ChannelModel.Bulk;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>Objects in an array, in a list, in a lazy sequence, and values in a list, through <c>EvaluateAll</c>; beside each a bare foreach that calls the same selector and adds up.</summary>
internal sealed class ObjectRows
{
    private readonly Sale[] _array;
    private readonly List<Sale> _list;
    private readonly List<SaleValue> _values;
    private readonly Func<Sale, long> _cents = sale => sale.Cents;
    private readonly Func<SaleValue, long> _valueCents = sale => sale.Cents;
    private readonly Action<Sale, long, RowStatus> _each;
    private readonly Action<SaleValue, long, RowStatus> _eachValue;
    private readonly BulkPlan _plan;
    private readonly long[] _due;
    private readonly byte[] _status;
    private long _sum;

    public ObjectRows(int rows)
    {
        var random = new Random(42);
        Rows = rows;
        _array = [.. Enumerable.Range(0, rows).Select(i => new Sale(i, random.Next(15_000_000)))];
        _list = [.. _array];
        _due = new long[rows];
        _status = new byte[rows];
        _values = [.. _array.Select(sale => new SaleValue(sale.Id, sale.Cents))];
        _each = (sale, due, _) => _sum += due;
        _eachValue = (sale, due, _) => _sum += due;
        _plan = BulkPlan.Of(
            CommissionPlan.Define("objects", Currency.CNY).Pay(TierTable.Graduated(Edge.LowerIncluded, FiveTiers.Tiers.Select(t => Tier.From(t.From).Percent(t.Percent))), Basis.NetRevenue, Cycle.Month)
                .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(new LocalDate(2025, 1, 31)),
            ColumnScales.OfMinorUnits(Currency.CNY));
        Check();
    }

    public int Rows { get; }

    public void Array() => _plan.EvaluateAll(_array, _cents, _each);

    public void List() => _plan.EvaluateAll(_list, _cents, _each);

    public void Lazy() => _plan.EvaluateAll(Sequence(), _cents, _each);

    public void Values() => _plan.EvaluateAll(_values, _valueCents, _eachValue);

    public void ArrayToColumn() => _plan.EvaluateAll(_array, _cents, _due, _status);

    public void ListToColumn() => _plan.EvaluateAll(_list, _cents, _due, _status);

    public void LazyToColumn() => _plan.EvaluateAll(Sequence(), _cents, _due, _status);

    public void ValuesToColumn() => _plan.EvaluateAll(_values, _valueCents, _due, _status);

    public void BareArray()
    {
        Func<Sale, long> cents = _cents;
        long sum = 0;
        foreach (Sale sale in _array)
        {
            sum += cents(sale);
        }

        _sum = sum;
    }

    public void BareList()
    {
        Func<Sale, long> cents = _cents;
        long sum = 0;
        foreach (Sale sale in _list)
        {
            sum += cents(sale);
        }

        _sum = sum;
    }

    public void BareLazy()
    {
        Func<Sale, long> cents = _cents;
        long sum = 0;
        foreach (Sale sale in Sequence())
        {
            sum += cents(sale);
        }

        _sum = sum;
    }

    public void BareValues()
    {
        Func<SaleValue, long> cents = _valueCents;
        long sum = 0;
        foreach (SaleValue sale in _values)
        {
            sum += cents(sale);
        }

        _sum = sum;
    }

    /// <summary>The loop of <see cref="BareArray"/> that hands each object and its number to the same action.</summary>
    public void HandArray()
    {
        Func<Sale, long> cents = _cents;
        Action<Sale, long, RowStatus> each = _each;
        foreach (Sale sale in _array)
        {
            each(sale, cents(sale), RowStatus.Ok);
        }
    }

    public void HandList()
    {
        Func<Sale, long> cents = _cents;
        Action<Sale, long, RowStatus> each = _each;
        foreach (Sale sale in _list)
        {
            each(sale, cents(sale), RowStatus.Ok);
        }
    }

    public void HandLazy()
    {
        Func<Sale, long> cents = _cents;
        Action<Sale, long, RowStatus> each = _each;
        foreach (Sale sale in Sequence())
        {
            each(sale, cents(sale), RowStatus.Ok);
        }
    }

    public void HandValues()
    {
        Func<SaleValue, long> cents = _valueCents;
        Action<SaleValue, long, RowStatus> each = _eachValue;
        foreach (SaleValue sale in _values)
        {
            each(sale, cents(sale), RowStatus.Ok);
        }
    }

    private IEnumerable<Sale> Sequence()
    {
        foreach (Sale sale in _array)
        {
            yield return sale;
        }
    }

    private void Check()
    {
        var due = new long[Rows];
        _plan.Evaluate([.. _array.Select(sale => sale.Cents)], due);
        long expected = due.Sum();
        foreach (Action way in new Action[] { Array, List, Lazy, Values })
        {
            _sum = 0;
            way();
            if (_sum != expected)
            {
                throw new InvalidOperationException($"The sums differ: {_sum} and {expected}.");
            }
        }

        foreach (Action way in new Action[] { ArrayToColumn, ListToColumn, LazyToColumn, ValuesToColumn })
        {
            System.Array.Clear(_due);
            way();
            if (!_due.AsSpan().SequenceEqual(due))
            {
                throw new InvalidOperationException("The columns differ.");
            }
        }
    }

    private sealed class Sale(int id, long cents)
    {
        public int Id { get; } = id;

        public long Cents { get; } = cents;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct SaleValue(int Id, long Cents);
}
