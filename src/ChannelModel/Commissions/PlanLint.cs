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
    /// <summary>Looks at the tiers of every component that is chosen by the basis it is paid on (rows of grids one by one).</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The findings, by component and value; sizes are exact, cut to 6 decimals.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<PlanFinding> Check(CommissionPlan plan)
    {
        var findings = new List<PlanFinding>();
        foreach (CompiledComponent compiled in Guard.Against.Null(plan).Compiled)
        {
            if (compiled.Component.On != compiled.Component.By)
            {
                continue;
            }

            foreach (ExactCurve curve in compiled.Curves)
            {
                Edges(plan, compiled, curve, findings);
            }
        }

        return findings;
    }

    private static void Edges(CommissionPlan plan, CompiledComponent compiled, ExactCurve curve, List<PlanFinding> findings)
    {
        PlanComponent component = compiled.Component;
        long units = compiled.Table.EdgesInPercentOfTarget || component.By.Kind == BasisKind.Rate ? 100_000_000 : component.By.UnitsPerOne;
        BigInteger? cap = plan.Caps.Where(c => c.Per == plan.Cycle).Select(c => (BigInteger?)c.Amount.ToMillionths()).FirstOrDefault();
        for (int i = 0; i < curve.Pieces.Count; i++)
        {
            ExactPiece piece = curve.Pieces[i];
            decimal at = StatementLine.Cut(new Ratio(piece.From, units), 10) ?? 0m;
            if (piece.Slope.Sign < 0)
            {
                findings.Add(new PlanFinding(FindingKind.FallingTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} falls from {at} on.", $"第{piece.Tier}档自 {at} 起递减。")));
            }

            if (i == 0 || piece.Tier == curve.Pieces[i - 1].Tier)
            {
                continue;
            }

            Ratio before = curve.Pay(i - 1, piece.From);
            if (cap is BigInteger most && before.CompareTo(most) >= 0)
            {
                findings.Add(new PlanFinding(FindingKind.UnreachableTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} starts at {at}, where the cap is reached already.", $"第{piece.Tier}档自 {at} 起，但此前已封顶。")));
            }

            Ratio step = curve.Pay(i, piece.From) - before;
            if (piece.Slope.IsZero && step.Sign < 0 && curve.Pay(i, piece.From).IsZero)
            {
                findings.Add(new PlanFinding(FindingKind.EmptyTier, component.Name, piece.Tier, at, null, new LocalText($"Tier {piece.Tier} pays nothing from {at} on.", $"第{piece.Tier}档自 {at} 起不支付。")));
            }

            if (step.Sign == 0 || piece.Tier <= 1)
            {
                continue;
            }

            Money size = Money.OfMillionths(step.RoundTo(BigInteger.One, RoundingMode.TowardZero), plan.Currency);
            findings.Add(step.Sign < 0
                ? new PlanFinding(FindingKind.Fall, component.Name, piece.Tier, at, size, new LocalText($"At {at} the payout falls by {-size}.", $"在 {at} 处佣金减少 {-size}。"))
                : new PlanFinding(FindingKind.Jump, component.Name, piece.Tier, at, size, new LocalText($"At {at} the payout jumps by {size}.", $"在 {at} 处佣金跳增 {size}。")));
        }
    }
}
