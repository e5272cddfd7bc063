using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning.Rules;

/// <summary>What the plan claims of its own figures: totals, comparisons, bests.</summary>
internal static class ClaimRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan) => plan.Claims.SelectMany((claim, index) => claim switch
    {
        SumClaim sum => Sum(plan, sum, PlanView.Place("claims", index)),
        ComparisonClaim comparison => Comparison(plan, comparison, PlanView.Place("claims", index)),
        BestClaim best => Best(plan, best, PlanView.Place("claims", index)),
        _ => [],
    });

    private static IEnumerable<AuditLine> Sum(GrowthPlan plan, SumClaim claim, string place)
    {
        var parts = claim.Parts
            .Select((part, k) => PlanView.Resolve(plan, part, FormattableString.Invariant($"{place}.parts[{k}].value")))
            .ToArray();
        if (parts.Any(part => part.Figure is null || part.Figure.Kind != claim.Total.Kind))
        {
            yield return Unknown(AuditRule.Sum, claim, place, claim.Total);
            yield break;
        }

        Figure[] figures = parts.Select(part => part.Figure!).ToArray();
        Figure sum = Add(figures);
        bool holds = sum == claim.Total;
        Figure difference = Figure.Difference(claim.Total, sum)!;
        yield return Say.Line(
            AuditRule.Sum,
            holds,
            new[] { place + ".total" }.Concat(parts.Select(part => part.Place)).ToArray(),
            Say.Side("stated total", "所述合计", claim.Total),
            Say.Side("sum of the parts", "各项之和", sum),
            Say.Sum(figures, sum),
            holds
                ? Say.Text($"The {claim.Name.En} add up to {Say.En(sum)}, as stated.", $"{Say.Zh(claim.Name)}合计{Say.Zh(sum)}，与所述一致。")
                : Say.Text(
                    $"The {claim.Name.En} are stated as {Say.En(claim.Total)}, but the parts add up to {Say.En(sum)}: {Say.En(Size(difference))} too {(difference.Value < 0m ? "little" : "much")}.",
                    $"{Say.Zh(claim.Name)}所述合计为{Say.Zh(claim.Total)}，各项之和却为{Say.Zh(sum)}，{(difference.Value < 0m ? "少计" : "多计")}{Say.Zh(Size(difference))}。"));
    }

    private static IEnumerable<AuditLine> Comparison(GrowthPlan plan, ComparisonClaim claim, string place)
    {
        var left = PlanView.Resolve(plan, claim.Left, place + ".left");
        var right = PlanView.Resolve(plan, claim.Right, place + ".right");
        if (left.Figure is null || right.Figure is null || left.Figure.Kind != right.Figure.Kind)
        {
            yield return Unknown(AuditRule.Comparison, claim, place, left.Figure ?? right.Figure ?? Figure.Of(Say.Text("no figure", "无数值")));
            yield break;
        }

        int order = left.Figure.Value.CompareTo(right.Figure.Value);
        bool holds = claim.Relation switch
        {
            ClaimRelation.Below => order < 0,
            ClaimRelation.Above => order > 0,
            _ => order == 0,
        };
        (string Said, string Zh) said = Word(claim.Relation);
        (string Is, string Zh) real = Word(order < 0 ? ClaimRelation.Below : order > 0 ? ClaimRelation.Above : ClaimRelation.Equal);
        yield return Say.Line(
            AuditRule.Comparison,
            holds,
            [left.Place, right.Place],
            Say.Side(left.Name, left.Figure),
            Say.Side(right.Name, right.Figure),
            $"{Say.En(left.Figure)} {Sign(order)} {Say.En(right.Figure)}",
            holds
                ? Say.Text(
                    $"{left.Name.En} at {Say.En(left.Figure)} is {said.Said} {right.Name.En} at {Say.En(right.Figure)}, as stated.",
                    $"{Say.Zh(left.Name)}{Say.Zh(left.Figure)}{said.Zh}{Say.Zh(right.Name)}{Say.Zh(right.Figure)}，与所述一致。")
                : Say.Text(
                    $"{claim.Name.En}: {left.Name.En} at {Say.En(left.Figure)} is said to be {said.Said} {right.Name.En} at {Say.En(right.Figure)}, but it is {real.Is}.",
                    $"{Say.Zh(claim.Name)}：称{Say.Zh(left.Name)}{Say.Zh(left.Figure)}{said.Zh}{Say.Zh(right.Name)}{Say.Zh(right.Figure)}，实际却{real.Zh}。"));
    }

    private static IEnumerable<AuditLine> Best(GrowthPlan plan, BestClaim claim, string place)
    {
        int index = PlanView.IndexOf(plan, claim.Initiative);
        Initiative subject = plan.Initiatives[index];
        for (int k = 0; k < claim.Figures.Count; k++)
        {
            InitiativeFigure kind = claim.Figures[k];
            string own = FormattableString.Invariant($"{place}.figures[{k}]");
            if (PlanView.FigureOf(subject, kind) is not Figure left)
            {
                yield return Unknown(AuditRule.Best, claim, own, Figure.Of(Say.Text("no figure", "无数值")));
                continue;
            }

            var others = plan.Initiatives
                .Select((initiative, i) => (Initiative: initiative, Index: i, Figure: PlanView.FigureOf(initiative, kind)))
                .Where(other => other.Figure is not null && other.Index != index)
                .OrderByDescending(other => other.Figure!.Value)
                .ToArray();
            if (others.Length == 0)
            {
                continue;
            }

            var better = others.Where(other => other.Figure!.Value > left.Value).ToArray();
            Figure right = others[0].Figure!;
            LocalText name = PlanView.NameOf(kind);
            LocalText who = subject.Channel.Name;
            string betterEn = string.Join(", ", better.Select(other => $"{Say.En(other.Figure!)} of {other.Initiative.Channel.Name.En}"));
            string betterZh = string.Join("、", better.Select(other => $"{Say.Zh(other.Initiative.Channel.Name)}{Say.Zh(other.Figure!)}"));
            yield return Say.Line(
                AuditRule.Best,
                better.Length == 0,
                new[] { own, PlanView.Place("initiatives", index, PlanView.MemberOf(kind)) }
                    .Concat((better.Length == 0 ? others.Take(1) : better).Select(other => PlanView.Place("initiatives", other.Index, PlanView.MemberOf(kind)))).ToArray(),
                Say.Side(new LocalText($"{name.En}, {who.En}", $"{Say.Zh(who)}{Say.Zh(name)}"), left),
                Say.Side(new LocalText($"{name.En}, {others[0].Initiative.Channel.Name.En}", $"{Say.Zh(others[0].Initiative.Channel.Name)}{Say.Zh(name)}"), right),
                better.Length == 0 ? $"{Say.En(left)} >= {Say.En(right)}" : $"{Say.En(left)} < {string.Join(", ", better.Select(other => Say.En(other.Figure!)))}",
                better.Length == 0
                    ? Say.Text($"{who.En} has the highest {name.En}, {Say.En(left)}, as stated.", $"{Say.Zh(who)}的{Say.Zh(name)}{Say.Zh(left)}最高，与所述一致。")
                    : Say.Text(
                        $"{who.En} is said to have the best {name.En}, but its {Say.En(left)} is below {betterEn}.",
                        $"称{Say.Zh(who)}的{Say.Zh(name)}最佳，但其{Say.Zh(left)}低于{betterZh}。"));
        }
    }

    private static AuditLine Unknown(AuditRule rule, PlanClaim claim, string place, Figure left) => Say.Line(
        rule,
        holds: false,
        [place],
        Say.Side(claim.Name, left),
        Say.Side("what it is compared with", "对照数值", Figure.Of(Say.Text("not stated in the same unit", "未以相同单位给出"))),
        "-",
        Say.Text($"The claim '{claim.Name.En}' cannot be checked: a figure that it needs is missing or has another unit.", $"“{Say.Zh(claim.Name)}”无法核对：所需数值缺失或单位不同。"));

    private static Figure Add(Figure[] figures) => figures[0].Kind switch
    {
        FigureKind.Money => Figure.Of(Money.Sum(figures.Select(figure => Money.Of(figure.Value, figure.Currency)), figures[0].Currency)),
        FigureKind.Percent => Figure.Of(figures.Aggregate(Rate.Zero, (sum, figure) => sum + Rate.Percent(figure.Value))),
        FigureKind.Number => Figure.Number(figures.Sum(figure => figure.Value)),
        _ => Figure.Count(figures.Sum(figure => figure.Value)),
    };

    private static Figure Size(Figure difference) => Say.Absolute(difference);

    private static (string En, string Zh) Word(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Below => ("below", "低于"),
        ClaimRelation.Above => ("above", "高于"),
        _ => ("equal to", "等于"),
    };

    private static string Sign(int order) => order < 0 ? "<" : order > 0 ? ">" : "=";
}
