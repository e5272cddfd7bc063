using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Looks at a legal plan for what costs money later: cliffs, falls, tiers that never pay.</summary>
/// <remarks>Errors such as gaps and overlaps, or a cap below the floor, never get this far: such a plan cannot be built.</remarks>
public static class PlanLint
{
    /// <summary>Looks at the tiers of every component (rows of grids one by one), and at rates that fall as what chooses them rises.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The findings, by component and value; sizes are exact, cut to 6 decimals, and missing where another basis chooses the tier, or where a rate holds from a share of a target on.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<PlanFinding> Check(CommissionPlan plan)
    {
        var findings = new List<PlanFinding>();
        foreach (CompiledComponent compiled in Guard.Against.Null(plan).Compiled)
        {
            if (compiled.Component.On != compiled.Component.By)
            {
                Selected(compiled, findings);
                continue;
            }

            Rows(compiled, findings);
            foreach (ExactCurve curve in compiled.Curves)
            {
                Edges(plan, compiled, curve, findings);
            }
        }

        return findings;
    }

    /// <summary>Tiers that another basis chooses: their payout has no size by itself, but a rate that falls as the selector rises does show.</summary>
    private static void Selected(CompiledComponent compiled, List<PlanFinding> findings)
    {
        foreach (TierSheet sheet in compiled.Sheets.Take(compiled.Component.Grid is null ? 1 : compiled.Sheets.Count))
        {
            for (int i = 1; i < sheet.Rows.Count; i++)
            {
                Falls(compiled, sheet.Rows[i - 1], sheet.Rows[i], compiled.Component.By, sheet.Rows[i].ShownFrom ?? 0m, i + 1, findings);
            }
        }

        Rows(compiled, findings);
    }

    /// <summary>Rows of a grid: a rate that falls from one to the next.</summary>
    private static void Rows(CompiledComponent compiled, List<PlanFinding> findings)
    {
        for (int row = 1; compiled.Component.Grid is RateGrid grid && row < compiled.Sheets.Count; row++)
        {
            for (int column = 0; column < compiled.Sheets[row].Rows.Count; column++)
            {
                Falls(compiled, compiled.Sheets[row - 1].Rows[column], compiled.Sheets[row].Rows[column], grid.Rows.By, grid.Rows.Edges[row], column + 1, findings);
            }
        }
    }

    private static void Falls(CompiledComponent compiled, TierSheet.Row before, TierSheet.Row after, Basis by, decimal at, int tier, List<PlanFinding> findings)
    {
        bool alike = before.Block == after.Block && before.Tier?.BlockRounding == after.Tier?.BlockRounding;
        if (alike && after.Slope.CompareTo(before.Slope) <= 0 && after.Flat <= before.Flat && (after.Slope.CompareTo(before.Slope) < 0 || after.Flat < before.Flat))
        {
            string edge = StatementLine.Number(at) + (by.Kind == BasisKind.Rate ? "%" : string.Empty);
            findings.Add(new PlanFinding(
                FindingKind.Fall,
                compiled.Component.Name,
                tier,
                at,
                null,
                new LocalText(
                    $"From {by} {edge} on, tier {tier} pays less: {Pays(before, Language.English)}, then {Pays(after, Language.English)}.",
                    $"{by.Label.In(Language.SimplifiedChinese)}自 {edge} 起，第{tier}档由 {Pays(before, Language.SimplifiedChinese)} 降为 {Pays(after, Language.SimplifiedChinese)}。")));
        }
    }

    /// <summary>The rate or price of a tier, its flat amount, or both.</summary>
    private static string Pays(TierSheet.Row row, Language language)
    {
        string flat = row.Tier?.FlatAmount is decimal amount ? StatementLine.Number(amount) : string.Empty;
        string rate = row.Slope.IsZero && flat.Length > 0 ? string.Empty : StatementText.Rate(row.ShownRate, language);
        return rate.Length > 0 && flat.Length > 0 && !row.Flat.IsZero ? $"{flat} + {rate}" : rate + flat;
    }

    private static void Edges(CommissionPlan plan, CompiledComponent compiled, ExactCurve curve, List<PlanFinding> findings)
    {
        PlanComponent component = compiled.Component;
        bool ofTarget = compiled.Table.EdgesInPercentOfTarget;
        bool isPercent = ofTarget || component.By.Kind == BasisKind.Rate;
        BigInteger? cap = plan.Caps.Where(plan.IsWithin).Select(c => (BigInteger?)c.Amount.ToMillionths()).FirstOrDefault();
        for (int i = 0; i < curve.Pieces.Count; i++)
        {
            ExactPiece piece = curve.Pieces[i];
            decimal at = StatementLine.Cut(new Ratio(piece.From, isPercent ? 100_000_000 : component.By.UnitsPerOne), 10) ?? 0m;
            string edge = StatementLine.Number(at) + (isPercent ? "%" : string.Empty);
            if (piece.Slope.Sign < 0)
            {
                findings.Add(new PlanFinding(FindingKind.FallingTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} falls from {edge} on.", $"第{piece.Tier}档自 {edge} 起递减。")));
            }

            if (i == 0 || piece.Tier == curve.Pieces[i - 1].Tier)
            {
                continue;
            }

            Ratio before = curve.Pay(i - 1, piece.From);
            if (cap is BigInteger most && !ofTarget && before.CompareTo(most) >= 0)
            {
                findings.Add(new PlanFinding(FindingKind.UnreachableTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} starts at {edge}, where the cap is reached already.", $"第{piece.Tier}档自 {edge} 起，但此前已封顶。")));
            }

            Ratio step = curve.Pay(i, piece.From) - before;
            if (piece.Slope.IsZero && step.Sign < 0 && curve.Pay(i, piece.From).IsZero)
            {
                findings.Add(new PlanFinding(FindingKind.EmptyTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} pays nothing from {edge} on.", $"第{piece.Tier}档自 {edge} 起不支付。")));
            }

            // Where edges are shares of a target, what a rate pays there has no size before the target is known, and next to a flat amount perhaps no sign either.
            Ratio flat = ofTarget ? curve.Pay(i, Ratio.Zero) - curve.Pay(i - 1, Ratio.Zero) : step;
            int rate = (step - flat).Sign;
            if (step.Sign == 0 || piece.Tier <= 1 || rate * flat.Sign < 0)
            {
                continue;
            }

            Money? size = rate == 0 ? Money.OfMillionths(step.RoundTo(BigInteger.One, RoundingMode.TowardZero), plan.Currency) : null;
            findings.Add(step.Sign < 0
                ? new PlanFinding(FindingKind.Fall, component.Name, piece.Tier, at, size, new LocalText($"At {edge} the payout falls{(size is Money less ? $" by {-less}" : string.Empty)}.", $"在 {edge} 处佣金减少{(size is Money down ? $" {-down}" : string.Empty)}。"))
                : new PlanFinding(FindingKind.Jump, component.Name, piece.Tier, at, size, new LocalText($"At {edge} the payout jumps{(size is Money more ? $" by {more}" : string.Empty)}.", $"在 {edge} 处佣金跳增{(size is Money up ? $" {up}" : string.Empty)}。")));
        }
    }
}
