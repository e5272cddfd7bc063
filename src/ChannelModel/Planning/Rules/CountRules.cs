using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Internal;

namespace ChannelModel.Planning.Rules;

/// <summary>Shares of a number of things give whole numbers.</summary>
internal static class CountRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        for (int i = 0; i < plan.Counts.Count; i++)
        {
            PlanCount count = plan.Counts[i];
            decimal[] quotas = count.Mix.Select(share => Exact.Canonical(count.Total * share.Value.ToFraction())).ToArray();
            Allotment<string, long> parts = Split.By(SplitRule.LargestRemainder, count.Total, count.Mix);
            long[] whole = count.Mix.Keys.Select(key => parts[key]).ToArray();
            bool holds = quotas.All(quota => Exact.Scale(quota) == 0);
            int at = Math.Max(0, Array.FindIndex(quotas, quota => Exact.Scale(quota) > 0));
            Figure left = Figure.Count(quotas[at]);
            string shares = string.Join(" / ", quotas.Select(quota => Say.En(Figure.Count(quota))));
            string asStated = string.Join(" / ", count.Mix.Select(share => share.Value));
            string split = string.Join(" / ", whole.Select(part => Say.En(Figure.Count(part))));
            yield return Say.Line(
                AuditRule.CountNotWhole,
                holds,
                [PlanView.Place("counts", i, ".mix")],
                Say.Side($"{count.Name.En}, {count.Mix.Keys.ElementAt(at)}", $"{Say.Zh(count.Name)}（{count.Mix.Keys.ElementAt(at)}）", left),
                Say.Side("by largest remainder", "按最大余数法", Figure.Count(whole[at])),
                $"{Say.En(Figure.Count(count.Total))} x {asStated} = {shares}",
                holds
                    ? Say.Text($"{Say.En(Figure.Count(count.Total))} {count.Name.En} split into {split}.", $"{Say.Zh(Figure.Count(count.Total))}家{Say.Zh(count.Name)}拆分为{split}。")
                    : Say.Text(
                        $"{Say.En(Figure.Count(count.Total))} {count.Name.En} at {asStated} are {shares}: not whole; by largest remainder {split}.",
                        $"{Say.Zh(Figure.Count(count.Total))}家{Say.Zh(count.Name)}按{asStated}拆分为{shares}，并非整数；按最大余数法为{split}。"));
        }
    }
}
