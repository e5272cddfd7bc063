using System;
using System.Numerics;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Bulk;

/// <summary>The plans that are no table, row by row through the scalar verb.</summary>
internal sealed class PlanRows
{
    private readonly ResolvedPlan _rules;
    private readonly ColumnScales _scales;
    private readonly int _resultScale;
    private readonly CommissionFacts _empty;

    public PlanRows(ResolvedPlan rules, ColumnScales scales, int resultScale)
    {
        _rules = rules;
        _scales = scales;
        _resultScale = resultScale;
        _empty = CommissionFacts.For(new Id<Payee>("-"), new DateInterval(rules.AsOf, rules.AsOf));
    }

    public int Run(FactColumns columns, Span<long> destination, Span<byte> status)
    {
        int failures = 0;
        for (int row = 0; row < columns.Length; row++)
        {
            RowStatus state = Evaluate(columns, row, out long result);
            destination[row] = result;
            status[row] = (byte)state;
            failures += state == RowStatus.Ok ? 0 : 1;
        }

        return failures;
    }

    private RowStatus Evaluate(FactColumns columns, int row, out long result)
    {
        CommissionFacts facts = _empty;
        result = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            FactColumns.Slot slot = columns.At(i);
            facts = slot.Basis is null
                ? facts.WithPaid(slot.Per, Money.OfMillionths(slot.Values[row] * BigInteger.Pow(10, Money.MaxScale - _resultScale), _rules.Plan.Currency))
                : Add(facts, slot.Basis, slot.Column, Exact.ToDecimal(slot.Values[row], Scale(slot.Basis)));
        }

        if (_rules.Check(facts).Count > 0)
        {
            return RowStatus.NotRated;
        }

        BigInteger units = _rules.Evaluate(facts).ToMillionths() / BigInteger.Pow(10, Money.MaxScale - _resultScale);
        if (units > long.MaxValue || units < long.MinValue)
        {
            return RowStatus.Overflow;
        }

        result = (long)units;
        return RowStatus.Ok;
    }

    private static CommissionFacts Add(CommissionFacts facts, Basis basis, FactColumn column, decimal value) => column switch
    {
        FactColumn.Prior => facts.WithPrior(basis, value),
        FactColumn.Target => facts.WithTarget(basis, value),
        FactColumn.Baseline => facts.WithBaseline(basis, value),
        _ => facts.With(basis, value),
    };

    private int Scale(Basis basis) => basis.Kind switch
    {
        BasisKind.Money => _scales.Money,
        BasisKind.Count => _scales.Count,
        _ => _scales.Percent,
    };
}
