using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>A solved problem as columns of numbers, in the order of the problem's lines.</summary>
internal sealed class BudgetOutcome
{
    public BudgetOutcome(BudgetStatus status)
    {
        Status = status;
    }

    public BudgetStatus Status { get; init; }

    public long Total { get; init; }

    /// <summary>Whole smallest units; empty if there is no split.</summary>
    public long[] Units { get; init; } = [];

    /// <summary>The split before rounding, in units of the currency.</summary>
    public double[] Ideal { get; init; } = [];

    public double Multiplier { get; init; }

    public double KktResidual { get; init; }

    public double Response { get; init; }

    public double IdealResponse { get; init; }

    public double? CurrentResponse { get; init; }

    public double Bound { get; init; }

    public IReadOnlyList<BoundStep> Proof { get; init; } = [];

    /// <summary>For an infeasible problem: whether the total is too small for the minima (else too large for the maxima), and by how many units.</summary>
    public bool TotalTooSmall { get; init; }

    public long Missing { get; init; }

    public double Gap => Math.Max(0d, Bound - Response);

    public double RelativeGap => Gap / Math.Max(Math.Abs(Response), double.Epsilon);
}
