using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;
using ChannelModel.Internal;

namespace ChannelModel.Bulk;

/// <summary>
/// A plan as a table: axes choose a cell (rows of a grid, a selector that is not what is paid on, gates, accelerators), and each cell is one curve over
/// what is paid on. What comes after C (accumulation, caps of longer spans, floors) is a few columns more.
/// </summary>
internal sealed class LinePlan
{
    private const int MostCells = 4096;
    private readonly CommissionPlan _plan;
    private readonly ColumnScales _scales;
    private readonly List<LineAxis> _axes = [];

    private LinePlan(CommissionPlan plan, ColumnScales scales)
    {
        _plan = plan;
        _scales = scales;
        On = plan.Components[0].On;
        SpanCapList = [.. plan.Caps.Where(cap => cap.Per != plan.Cycle).Select(cap => (cap.Per, Units(cap.Amount)))];
        Floor = plan.Floor is PlanFloor floor ? Units(floor.Amount) : null;
    }

    public Basis On { get; }

    public LineAxis[] AxisList { get; private set; } = [];

    /// <summary>Gets a value indicating whether the axes are read in the same pass as what is paid on.</summary>
    public bool IsFused { get; private set; }

    public LineTable Table { get; private set; } = null!;

    public Accumulation Accumulation => _plan.Accumulation;

    /// <summary>Gets the caps of spans other than the plan's cycle, which need a column of what was paid.</summary>
    public (Cycle Per, long Amount)[] SpanCapList { get; }

    public long? Floor { get; }

    /// <summary>Gets a value indicating whether C alone is the result.</summary>
    public bool IsPlain => Accumulation == Accumulation.PerPeriod && SpanCapList.Length == 0;

    public static long Multiplier(Basis basis, ColumnScales scales) => (long)Exact.PowerOfTen(basis.Kind switch
    {
        BasisKind.Money => 6 - scales.Money,
        BasisKind.Count => 6 - scales.Count,
        _ => 8 - scales.Percent,
    });

    /// <summary>Compiles a plan, or says why it cannot be one table.</summary>
    public static LinePlan? TryCompile(ResolvedPlan rules, ColumnScales scales, out string reason)
    {
        CommissionPlan plan = rules.Plan;
        reason = Obstacle(plan);
        if (reason.Length > 0)
        {
            return null;
        }

        var made = new LinePlan(plan, scales);
        if (made.Fill() is string obstacle)
        {
            reason = obstacle;
            return null;
        }

        return made;
    }

    private static string Obstacle(CommissionPlan plan)
    {
        Basis on = plan.Components[0].On;
        bool adds = plan.Components.Count > 1 || plan.Accelerators.Count > 0;
        return plan switch
        {
            { Accumulation: Accumulation.PerRecord } => "it rates records one by one",
            { AttainmentCap: not null } => "it caps attainment",
            _ when plan.Components.Any(component => component.Cap is not null) => "it caps a component",
            _ when plan.Components.Any(component => component.Table?.RateBy is not null) => "it pays at a rate of the facts",
            _ when plan.Components.Any(component => component.By.NoBaseline != NoBaseline.Refused) || plan.Gates.Any(gate => gate.By.NoBaseline != NoBaseline.Refused)
                || plan.Accelerators.Any(accelerator => accelerator.By.NoBaseline != NoBaseline.Refused) => "it measures growth without a baseline",
            _ when plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp && Measures(plan).Any(basis => (basis.Source ?? basis).Kind == BasisKind.Rate) => "it accumulates beside a rate, which does not add up",
            _ when plan.Accelerators.Any(accelerator => accelerator.IsOnExcess) => "it accelerates the excess over a target",
            _ when plan.Components.Any(component => component.On != on) => "its components pay on different numbers",
            _ when on.How != BasisDerivation.None => "it pays on a derived number",
            _ when plan.RoundingPlace != RoundingPlace.Statement && adds => "it rounds lines or tiers before it adds them",
            _ when plan.Compiled.Any(IsOwnKind) => "its tiers are shares of a target",
            _ when plan.Floor is { IsProratedByDays: true } => "its floor is prorated by days",
            _ => string.Empty,
        };
    }

    private static IEnumerable<Basis> Measures(CommissionPlan plan) => plan.Components
        .SelectMany(component => new[] { component.On, component.By, component.Grid?.Rows.By })
        .Concat(plan.Gates.Select(gate => gate.By))
        .Concat(plan.Accelerators.Select(accelerator => accelerator.By))
        .OfType<Basis>();

    /// <summary>Tiers in percent of the target that are more than a choice of tier.</summary>
    private static bool IsOwnKind(CompiledComponent component) => component.Table.EdgesInPercentOfTarget
        && (component.Table.Mode == TierMode.Graduated || component.Top is not null || component.Table.Negative == NegativeValue.Mirrored
            || component.Curves[0].Pieces.Any(piece => piece.Least is not null || piece.Most is not null || !piece.Anchor.IsZero)
            || component.Table.Tiers.Any(tier => tier.Minimum is not null || tier.Maximum is not null));

    private long Units(Money amount)
    {
        BigInteger units = amount.ToMillionths() / _plan.RoundingUnit;
        return units > long.MaxValue ? long.MaxValue : (long)units;
    }

    private string? Fill()
    {
        List<Func<int[], List<LinePiece>>> parts = [.. _plan.Compiled.Select(Part)];
        List<Func<int[], bool>> gates = [.. _plan.Gates.Select(gate =>
        {
            int axis = AddAxis(gate.By, [(TierCompiler.Units(gate.AtLeast, gate.By.UnitsPerOne), false)]);
            return new Func<int[], bool>(bands => bands[axis] == 1);
        })];
        List<Func<int[], Ratio?>> factors = [.. _plan.Accelerators.Select(accelerator =>
        {
            int axis = AddAxis(accelerator.By, accelerator.Steps.Skip(1).Select(step => (TierCompiler.Units(step.From, accelerator.By.UnitsPerOne), accelerator.Edge == Edge.UpperIncluded)), failsLater: true);
            return new Func<int[], Ratio?>(bands => bands[axis] < accelerator.Steps.Count ? new Ratio(Exact.ToUnits(accelerator.Steps[bands[axis]].Factor, 4), 10_000) : null);
        })];
        long count = _axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Bands, int.MaxValue));
        if (count > MostCells)
        {
            return FormattableString.Invariant($"its axes have {count} cells, more than {MostCells}");
        }

        var cells = new List<List<LinePiece>>();
        for (int cell = 0; cell < count; cell++)
        {
            int[] bands = BandsOf(cell);
            bool open = gates.TrueForAll(gate => gate(bands));
            Ratio? factor = open ? factors.Aggregate((Ratio?)(Ratio)BigInteger.One, (product, next) => product is Ratio a && next(bands) is Ratio b ? a * b : null) : Ratio.Zero;
            if (factor is null)
            {
                cells.Add([new LinePiece { Status = RowStatus.NoTarget }]); // behind a closed gate nobody asks for it
                continue;
            }

            var sum = new List<List<LinePiece>>();
            for (int i = 0; i < parts.Count; i++)
            {
                List<LinePiece> part = parts[i](bands);
                sum.Add(_plan.Compiled[i].Component.IsBonus ? part : Times(part, factor.Value));
            }

            if (LineBuilder.Sum(sum) is not List<LinePiece> total)
            {
                return "it adds blocks to other components";
            }

            cells.Add(total);
        }

        PlanCap? cap = _plan.Caps.FirstOrDefault(limit => limit.Per == _plan.Cycle);
        long least = IsPlain && Floor is long floor ? floor : long.MinValue; // nothing comes between cap and floor
        LineTable? table = LineTable.TryMake(cells, _plan.Rounding.Mode, least, cap is null ? long.MaxValue : Units(cap.Amount));
        if (table is null)
        {
            return "its numbers are too large for 128 bits";
        }

        Table = table;
        AxisList = [.. _axes];
        long weight = table.FastWidth;
        for (int i = _axes.Count - 1; i >= 0; i--)
        {
            _axes[i].Weight = weight;
            weight *= _axes[i].Bands;
        }

#if NET8_0_OR_GREATER
        IsFused = LineKernel.Fuses(table, AxisList);
#endif
        return null;
    }

    private static List<LinePiece> Times(List<LinePiece> pieces, Ratio factor)
    {
        if (factor.Numerator == factor.Denominator)
        {
            return pieces;
        }

        return [.. pieces.Select(piece =>
        {
            LinePiece product = piece.From(piece.Start);
            product.A *= factor.Numerator;
            product.B *= factor.Numerator;
            product.D *= factor.Denominator;
            product.Closed = factor.IsZero ? BigInteger.Zero : product.Closed; // tiers that round have no other factor
            return product;
        })];
    }

    private int AddAxis(Basis by, IEnumerable<(BigInteger Edge, bool Strict)> edges, bool failsLater = false)
    {
        Basis source = by.How == BasisDerivation.None ? by : by.Source!;
        _axes.Add(new LineAxis(by, Multiplier(source, _scales), edges, failsLater));
        return _axes.Count - 1;
    }

    private int[] BandsOf(int cell)
    {
        var bands = new int[_axes.Count];
        for (int i = _axes.Count - 1; i >= 0; i--)
        {
            bands[i] = cell % _axes[i].Bands;
            cell /= _axes[i].Bands;
        }

        return bands;
    }

    private Func<int[], List<LinePiece>> Part(CompiledComponent compiled)
    {
        PlanComponent component = compiled.Component;
        var builder = new LineBuilder(Multiplier(On, _scales), _plan.RoundingUnit, _plan.RoundingPlace == RoundingPlace.Tier);
        int rows = -1;
        if (component.Grid is RateGrid grid)
        {
            rows = AddAxis(grid.Rows.By, compiled.RowEdges.Skip(1).Select(edge => (edge, grid.Edge == Edge.UpperIncluded)));
        }

        if (component.On == component.By && !compiled.Table.EdgesInPercentOfTarget)
        {
            return bands => builder.Along(compiled, rows < 0 ? 0 : bands[rows]);
        }

        // The curves of a grid have the same edges in every row.
        Basis by = compiled.Table.EdgesInPercentOfTarget ? Basis.AttainmentOf(On) : component.By;
        IReadOnlyList<ExactPiece> pieces = compiled.Curves[0].Pieces;
        List<(BigInteger, bool)> edges = [.. pieces.Skip(1).Select(piece => (piece.From, piece.Strict))];
        if (compiled.Top is BigInteger top)
        {
            edges.Add((top, true));
        }

        int selector = AddAxis(by, edges);
        return bands =>
        {
            int row = rows < 0 ? 0 : bands[rows];
            int at = bands[selector];
            if (at < pieces.Count)
            {
                return builder.Beside(compiled, row, compiled.Curves[row].Pieces[at]);
            }

            return compiled.Table.AboveTop == AboveTop.CountsToTop
                ? builder.Beside(compiled, row, compiled.Curves[row].Pieces[compiled.Curves[row].Locate(compiled.Top!.Value)])
                : LineBuilder.Refused(compiled);
        };
    }
}
