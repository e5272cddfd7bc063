using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Rates by two selectors, such as order count x repurchase rate. At most one axis, the columns, may be graduated.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
#pragma warning disable CA1814 // a grid is rectangular: that is what the type says
public sealed class RateGrid
{
    private readonly decimal[,] _percents;

    private RateGrid(Axis rows, Axis columns, Edge edge, decimal[,] percents, bool graduated, NegativeValue negative)
    {
        Rows = Guard.Against.Null(rows);
        Columns = Guard.Against.Null(columns);
        Edge = edge;
        _percents = (decimal[,])Guard.Against.Null(percents).Clone();
        IsGraduated = graduated;
        Negative = negative;
    }

    /// <summary>Gets the axis of the rows.</summary>
    public Axis Rows { get; }

    /// <summary>Gets the axis of the columns.</summary>
    public Axis Columns { get; }

    /// <summary>Gets to which band an edge belongs, on both axes.</summary>
    public Edge Edge { get; }

    /// <summary>Gets a value indicating whether the columns are graduated; then they are chosen by the basis that is paid on.</summary>
    public bool IsGraduated { get; }

    /// <summary>Gets what a value below 0 pays.</summary>
    public NegativeValue Negative { get; }

    /// <summary>Pays the whole amount at the rate of the cell.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="edge">To which band an edge belongs.</param>
    /// <param name="percents">A rate in percent for each row and column.</param>
    /// <returns>The grid; building the plan checks its size and edges.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static RateGrid Percent(Axis rows, Axis columns, Edge edge, decimal[,] percents) => new(rows, columns, edge, percents, graduated: false, NegativeValue.Refused);

    /// <summary>Pays each portion at the rate of its own column, in the row that is reached.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns, of the basis that is paid on.</param>
    /// <param name="edge">To which band an edge belongs.</param>
    /// <param name="percents">A rate in percent for each row and column.</param>
    /// <returns>The grid; building the plan checks its size and edges.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static RateGrid GraduatedPercent(Axis rows, Axis columns, Edge edge, decimal[,] percents) => new(rows, columns, edge, percents, graduated: true, NegativeValue.Refused);

    /// <summary>Returns the rate of a cell.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <returns>The rate in percent.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such cell.</exception>
    public decimal PercentAt(int row, int column) => _percents[row, column];

    /// <summary>Names what a value below 0 pays.</summary>
    /// <param name="policy">The choice.</param>
    /// <returns>The grid.</returns>
    public RateGrid OnNegative(NegativeValue policy) => new(Rows, Columns, Edge, _percents, IsGraduated, policy);

    internal IReadOnlyList<TierTable> ToTables(Basis on, string path, List<PlanError> errors)
    {
        if (_percents.GetLength(0) != Rows.Edges.Count || _percents.GetLength(1) != Columns.Edges.Count)
        {
            errors.Add(new PlanError(path, $"The grid has {_percents.GetLength(0)} x {_percents.GetLength(1)} rates for {Rows.Edges.Count} x {Columns.Edges.Count} bands; every cell needs one rate."));
            return [];
        }

        for (int i = 0; i < _percents.Length; i++)
        {
            (int row, int column) = (i / _percents.GetLength(1), i % _percents.GetLength(1));
            TierChecks.Scale($"{path}.rates[{row}][{column}]", $"The rate in percent of row {row + 1}, column {column + 1},", _percents[row, column], 8, errors);
        }

        CheckEdges(Rows, path + ".rows", errors);
        CheckEdges(Columns, path + ".columns", errors);
        if (Rows.By == Columns.By)
        {
            errors.Add(new PlanError(path, $"Both axes are '{Rows.By}'."));
        }

        if (IsGraduated && Columns.By != on)
        {
            errors.Add(new PlanError(path + ".columns", $"Graduated columns of '{Columns.By}' are not what is paid on, '{on}'."));
        }

        return
        [
            .. Rows.Edges.Select((_, row) =>
            {
                IEnumerable<Tier> tiers = Columns.Edges.Select((edge, column) => Tier.From(edge).Percent(_percents[row, column]));
                return (IsGraduated ? TierTable.Graduated(Edge, tiers) : TierTable.WholeAmount(Edge, tiers)).OnNegative(Negative);
            }),
        ];
    }

    private static void CheckEdges(Axis axis, string path, List<PlanError> errors)
    {
        for (int i = 0; i < axis.Edges.Count; i++)
        {
            TierChecks.Scale($"{path}.edges[{i}]", $"Edge {i + 1} of '{axis.By}'", axis.Edges[i], axis.By.Kind == BasisKind.Rate ? 8 : 6, errors);
            if (i == 0 ? axis.Edges[0] != 0m : axis.Edges[i] <= axis.Edges[i - 1])
            {
                errors.Add(new PlanError($"{path}.edges[{i}]", i == 0 ? FormattableString.Invariant($"The first edge is {axis.Edges[0]}; it is 0.") : FormattableString.Invariant($"Edge {axis.Edges[i]} does not ascend after {axis.Edges[i - 1]}."), axis.Edges[i]));
            }
        }

        if (axis.Edges.Count == 0)
        {
            errors.Add(new PlanError(path + ".edges", "An axis needs at least the edge 0."));
        }
    }
}
