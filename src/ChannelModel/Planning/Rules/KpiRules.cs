using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning.Rules;

/// <summary>A KPI has one target, and a baseline of its own.</summary>
internal static class KpiRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan) =>
        plan.Kpis.SelectMany((kpi, index) => Restated(kpi, PlanView.Place("kpis", index)).Concat(BaselineOfPart(kpi, PlanView.Place("kpis", index))));

    private static IEnumerable<AuditLine> Restated(PlanKpi kpi, string place)
    {
        LocalText name = kpi.Kpi.Name;
        for (int i = 0; i < kpi.RestatedTargets.Count; i++)
        {
            (LocalText source, Figure right) = (kpi.RestatedTargets[i].Key, kpi.RestatedTargets[i].Value);
            Figure left = kpi.Target;
            bool holds = left == right;
            yield return Say.Line(
                AuditRule.KpiRestated,
                holds,
                [place + ".target", FormattableString.Invariant($"{place}.restatedTargets[{i}].target")],
                Say.Side($"target of {name.En}", $"{Say.Zh(name)}目标", left),
                Say.Side(source, right),
                $"{Say.En(left)} - {Say.En(right)} = {Say.En(Figure.Difference(left, right)!)}",
                holds
                    ? Say.Text($"The target of {name.En} is {Say.En(left)} in both chapters.", $"{Say.Zh(name)}目标两处均为{Say.Zh(left)}。")
                    : Say.Text(
                        $"The target of {name.En} is {Say.En(left)}, but the {source.En} expects {Say.En(right)}.",
                        $"{Say.Zh(name)}目标为{Say.Zh(left)}，{Say.Zh(source)}却预期{Say.Zh(right)}。"));
        }
    }

    private static IEnumerable<AuditLine> BaselineOfPart(PlanKpi kpi, string place)
    {
        if (kpi.Baseline is not Figure left || kpi.BaselineParts.Count < 2)
        {
            yield break;
        }

        var parts = kpi.BaselineParts.OrderBy(part => part.Value.Value).ToArray();
        (LocalText lowName, Figure low) = (parts[0].Key, parts[0].Value);
        (LocalText highName, Figure high) = (parts[parts.Length - 1].Key, parts[parts.Length - 1].Value);
        LocalText name = kpi.Kpi.Name;

        // A whole is a weighted mean of its parts: between them, and at an end only if the other parts weigh nothing.
        bool holds = low == high ? left == low : left.Value > low.Value && left.Value < high.Value;
        bool atHigh = left.Value >= high.Value;
        (LocalText sameName, LocalText otherName, Figure other) = atHigh ? (highName, lowName, low) : (lowName, highName, high);
        yield return Say.Line(
            AuditRule.BaselineOfPart,
            holds,
            [place + ".baseline", place + ".baselineParts"],
            Say.Side($"baseline of {name.En}", $"{Say.Zh(name)}基线", left),
            Say.Side(otherName, other),
            string.Join(", ", parts.Select(part => $"{part.Key.En} {Say.En(part.Value)}")) + $"; the whole {Say.En(left)}",
            holds
                ? Say.Text($"The baseline of {name.En}, {Say.En(left)}, lies between those of its parts.", $"{Say.Zh(name)}基线{Say.Zh(left)}介于各部分之间。")
                : Say.Text(
                    $"The baseline of {name.En} is given as {Say.En(left)}, the figure of {sameName.En} alone; {otherName.En} has {Say.En(other)}, so the whole must lie between them.",
                    $"{Say.Zh(name)}整体基线取{Say.Zh(left)}，仅为{Say.Zh(sameName)}的数值；{Say.Zh(otherName)}为{Say.Zh(other)}，整体应介于两者之间。"));
    }
}
