using System;
using ChannelModel.Commissions;

namespace ChannelModel.Tool.Paying;

/// <summary>A measure of a file, with the numbers of its columns; -1 where there is no such column.</summary>
internal sealed record BulkMeasure(Basis Basis, int Value, int Target, int Prior)
{
    public bool IsRate => Basis.Kind == BasisKind.Rate;

    public int Scale => IsRate ? 8 : Money.MaxScale;

    /// <summary>The attainment of an amount or a count in 10^-8 %, as facts state it; nothing where there is no target above 0.</summary>
    public Int128? Attainment(FactsBlock block, int row)
    {
        long target = Target < 0 ? 0 : block.Columns[Target][row];
        Int128 value = block.Columns[Value][row] + (Int128)(Prior < 0 ? 0 : block.Columns[Prior][row]);
        return target <= 0 ? null : value * 10_000_000_000 / target;
    }
}
