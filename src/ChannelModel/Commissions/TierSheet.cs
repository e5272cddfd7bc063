using System;
using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>The tiers of a table in exact units, as they are worded: what an explanation goes through, one after another.</summary>
internal sealed class TierSheet
{
    private TierSheet(bool graduated, IReadOnlyList<Row> rows)
    {
        IsGraduated = graduated;
        Rows = rows;
    }

    public bool IsGraduated { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static TierSheet Of(TierTable table, PlanComponent component)
    {
        long unitsPerOne = table.EdgesInPercentOfTarget ? 10_000_000_000 : component.By.UnitsPerOne;
        var rows = new List<Row>();
        if (table.Mode == TierMode.Curve)
        {
            for (int i = 0; i < table.Points.Count; i++)
            {
                bool last = i == table.Points.Count - 1;
                int a = last ? i - 1 : i;
                BigInteger rise = last && table.AfterLast == AfterLast.Flat ? BigInteger.Zero : Exact.ToUnits(table.Points[a + 1].Payout, 6) - Exact.ToUnits(table.Points[a].Payout, 6);
                BigInteger width = TierCompiler.Units(table.Points[a + 1].Value, unitsPerOne) - TierCompiler.Units(table.Points[a].Value, unitsPerOne);
                rows.Add(new Row(
                    TierCompiler.Units(table.Points[i].Value, unitsPerOne),
                    last ? null : TierCompiler.Units(table.Points[i + 1].Value, unitsPerOne),
                    new Ratio(rise, width),
                    i == 0 ? Exact.ToUnits(table.Points[0].Payout, 6) : BigInteger.Zero,
                    null));
            }

            Show(rows, table, component);
            return new TierSheet(graduated: true, rows);
        }

        for (int i = 0; i < table.Tiers.Count; i++)
        {
            Tier tier = table.Tiers[i];
            BigInteger from = TierCompiler.Units(tier.Lower, unitsPerOne);
            decimal? upper = i + 1 < table.Tiers.Count ? table.Tiers[i + 1].Lower : TierCompiler.TopOf(table);
            BigInteger? to = upper is decimal end ? TierCompiler.Units(end, unitsPerOne) : null;
            BigInteger flat = Exact.ToUnits(tier.FlatAmount ?? 0m, 6);
            Ratio slope = tier switch
            {
                { RatePercent: decimal rate } => new Ratio(Exact.ToUnits(rate, 8), 10_000_000_000),
                { UnitPrice: decimal price } => new Ratio(Exact.ToUnits(price, 6), component.On.UnitsPerOne),
                { BlockPrice: decimal price } => Exact.ToUnits(price, 6),
                _ => Ratio.Zero,
            };
            bool interpolated = table.Mode == TierMode.Interpolated;
            rows.Add(new Row(from, to, (interpolated ? new Ratio(flat, to!.Value - from) : slope).Reduce(), interpolated ? BigInteger.Zero : flat, tier)
            {
                Block = tier.BlockSize is decimal size ? TierCompiler.Units(size, component.On.UnitsPerOne) : BigInteger.Zero,
                Least = tier.Minimum is decimal least ? Exact.ToUnits(least, 6) : null,
                Most = tier.Maximum is decimal most ? Exact.ToUnits(most, 6) : null,
            });
        }

        Show(rows, table, component);
        bool separate = component.On != component.By && !table.EdgesInPercentOfTarget;
        return new TierSheet((table.Mode == TierMode.Graduated && !separate) || table.Mode == TierMode.Interpolated, rows);
    }

    private static void Show(List<Row> rows, TierTable table, PlanComponent component)
    {
        long units = table.EdgesInPercentOfTarget || component.By.Kind == BasisKind.Rate ? 100_000_000 : component.By.UnitsPerOne;
        for (int i = 0; i < rows.Count; i++)
        {
            Row row = rows[i];
            row.ShownFrom = StatementLine.Cut(new Ratio(row.From, units), 10);
            row.ShownTo = row.To is BigInteger to ? StatementLine.Cut(new Ratio(to, units), 10) : null;
            row.TierId = FormattableString.Invariant($"{component.Name}/tier-{i + 1}");
            row.ShownRate = row.Tier switch
            {
                { RatePercent: decimal rate } => StatementLine.Number(Exact.Canonical(rate)) + "%",
                { UnitPrice: decimal price } => StatementLine.Number(Exact.Canonical(price)) + " each",
                { BlockPrice: decimal price } => StatementLine.Number(Exact.Canonical(price)) + " a block",
                _ when row.Slope.IsZero => "0",
                _ => FormattableString.Invariant($"{row.Slope.Reduce().Numerator}/{row.Slope.Reduce().Denominator}"),
            };
        }
    }

    internal sealed class Row
    {
        public Row(BigInteger from, BigInteger? to, Ratio slope, BigInteger flat, Tier? tier)
        {
            From = from;
            To = to;
            Slope = slope;
            Flat = flat;
            Tier = tier;
        }

        public BigInteger From { get; }

        public BigInteger? To { get; }

        /// <summary>Gets what one unit (or one block) pays, in millionths.</summary>
        public Ratio Slope { get; }

        public BigInteger Flat { get; }

        public Tier? Tier { get; }

        /// <summary>Gets or sets what lines show of the tier, made once.</summary>
        public decimal? ShownFrom { get; set; }

        public decimal? ShownTo { get; set; }

        public string ShownRate { get; set; } = string.Empty;

        public string TierId { get; set; } = string.Empty;

        public BigInteger Block { get; set; }

        public BigInteger? Least { get; set; }

        public BigInteger? Most { get; set; }
    }
}
