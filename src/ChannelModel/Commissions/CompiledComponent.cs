using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>A component in the normal form: one curve, or one for each row of a grid, and the tiers it was worded in, for explanations.</summary>
internal sealed class CompiledComponent
{
    private CompiledComponent(PlanComponent component, IReadOnlyList<TierTable> tables, IReadOnlyList<ExactCurve> curves)
    {
        Component = component;
        Tables = tables;
        Curves = curves;
        TierTable table = tables[0];
        Top = TierCompiler.TopOf(table) is decimal top ? TierCompiler.Units(top, table.EdgesInPercentOfTarget ? 10_000_000_000 : component.By.UnitsPerOne) : null;
        Sheets = [.. tables.Select(t => TierSheet.Of(t, component))];
        RoundsEachTier = table.Mode is TierMode.Graduated or TierMode.WholeAmount or TierMode.Step;
        RowNotes = component.Grid is not RateGrid grid ? [] : [.. grid.Rows.Edges.Select(edge => RowNote(grid, edge))];
        RowEdges = component.Grid is null ? [] : [.. component.Grid.Rows.Edges.Select(edge => TierCompiler.Units(edge, component.Grid.Rows.By.UnitsPerOne))];
    }

    public PlanComponent Component { get; }

    public IReadOnlyList<TierTable> Tables { get; }

    public IReadOnlyList<ExactCurve> Curves { get; }

    public IReadOnlyList<TierSheet> Sheets { get; }

    public IReadOnlyList<BigInteger> RowEdges { get; }

    /// <summary>Gets what lines say of each row of a grid.</summary>
    public IReadOnlyList<LocalText> RowNotes { get; }

    /// <summary>Gets a value indicating whether tiers can round one by one; a curve or interpolated tiers round as a whole.</summary>
    public bool RoundsEachTier { get; }

    /// <summary>Gets the top in units of the selector.</summary>
    public BigInteger? Top { get; }

    public TierTable Table => Tables[0];

    public static CompiledComponent? Compile(PlanComponent component, Currency currency, Rounding rounding, bool roundsTiers, string path, List<PlanError> errors)
    {
        int before = errors.Count;
        IReadOnlyList<TierTable> tables = component.Grid?.ToTables(component.On, path + ".grid", errors) ?? [component.Table!];
        var curves = new List<ExactCurve>();
        foreach (TierTable table in tables)
        {
            if (errors.Count == before && TierCompiler.Compile(table, component.On, component.By, rounding, currency, roundsTiers, path, errors) is ExactCurve curve)
            {
                curves.Add(curve);
            }
        }

        return errors.Count > before ? null : new CompiledComponent(component, tables, curves);
    }

    private static LocalText RowNote(RateGrid grid, decimal edge)
    {
        string from = StatementLine.Number(edge) + (grid.Rows.By.Kind == BasisKind.Rate ? "%" : string.Empty);
        string how = grid.Edge == Edge.LowerIncluded ? "from" : "above";
        string zhHans = grid.Edge == Edge.LowerIncluded ? "不低于" : "高于";
        return new LocalText($"{grid.Rows.By} {how} {from}", $"{grid.Rows.By.Label.In(Language.SimplifiedChinese)}{zhHans} {from}");
    }

    public int RowOf(Ratio selector)
    {
        int row = 0;
        for (int i = 1; i < RowEdges.Count; i++)
        {
            int order = selector.Numerator.CompareTo(RowEdges[i] * selector.Denominator);
            if (order > 0 || (order == 0 && Component.Grid!.Edge == Edge.LowerIncluded))
            {
                row = i;
            }
        }

        return row;
    }
}
