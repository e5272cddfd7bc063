using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;

namespace ChannelModel.Planning.Rules;

/// <summary>Budgets add up, agree with each other, belong to one category, and hold the fees.</summary>
internal static class BudgetRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        IEnumerable<AuditLine> sums = plan.Budgets.SelectMany((budget, i) => Sums(budget, budget.Source!, PlanView.Place("budgets", i)));
        IEnumerable<ChannelCategory?> scopes = new ChannelCategory?[] { null }.Concat(PlanView.Categories(plan));
        return sums
            .Concat(scopes.SelectMany(scope => Restated(plan, scope)))
            .Concat(ClaimedTwice(plan))
            .Concat(scopes.SelectMany(scope => FeesOverBudget(plan, scope)))
            .Concat(FeesOverLine(plan));
    }

    private static IEnumerable<AuditLine> Sums(Budget node, LocalText source, string place)
    {
        if (node.Lines.Count == 0)
        {
            yield break;
        }

        Figure stated = Figure.Of(node.Amount);
        Figure[] parts = node.Lines.Select(line => Figure.Of(line.Amount)).ToArray();
        Figure sum = Figure.Of(Money.Sum(node.Lines.Select(line => line.Amount), node.Amount.Currency));
        bool holds = stated == sum;
        yield return Say.Line(
            AuditRule.Sum,
            holds,
            [place + ".amount", place + ".lines"],
            Say.Side("stated total", "所述合计", stated),
            Say.Side("sum of the lines", "各项之和", sum),
            Say.Sum(parts, sum),
            holds
                ? Say.Text($"The budget of the {source.En} adds up to {Say.En(sum)}.", $"{Say.Zh(source)}的预算合计为{Say.Zh(sum)}，正确。")
                : Say.Text(
                    $"The budget of the {source.En} is stated as {Say.En(stated)}, but its lines add up to {Say.En(sum)}.",
                    $"{Say.Zh(source)}所述预算为{Say.Zh(stated)}，但各项之和为{Say.Zh(sum)}。"));
        for (int i = 0; i < node.Lines.Count; i++)
        {
            foreach (AuditLine line in Sums(node.Lines[i], source, FormattableString.Invariant($"{place}.lines[{i}]")))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<AuditLine> Restated(GrowthPlan plan, ChannelCategory? scope)
    {
        var budgets = PlanView.BudgetsOf(plan, scope);
        LocalText name = ScopeName(scope);
        foreach (var other in budgets.Skip(1))
        {
            (LocalText source, Money amount, string place) = budgets[0];
            Figure left = Figure.Of(amount);
            Figure right = Figure.Of(other.Amount);
            bool holds = left == right;
            yield return Say.Line(
                AuditRule.BudgetRestated,
                holds,
                [place, other.Place],
                Say.Side(source, left),
                Say.Side(other.Source, right),
                $"{Say.Bare(left)} - {Say.Bare(right)} = {Say.En(Figure.Difference(left, right)!)}",
                holds
                    ? Say.Text($"The budget for {name.En} is {Say.En(left)} in both chapters.", $"{Say.Zh(name)}预算在两处均为{Say.Zh(left)}。")
                    : Say.Text(
                        $"The budget for {name.En} is {Say.En(left)} in the {source.En}, but {Say.En(right)} in the {other.Source.En}.",
                        $"{Say.Zh(name)}预算在{Say.Zh(source)}中为{Say.Zh(left)}，在{Say.Zh(other.Source)}中却为{Say.Zh(right)}。"));
        }
    }

    private static IEnumerable<AuditLine> ClaimedTwice(GrowthPlan plan)
    {
        var lines = Lines(plan);
        foreach (var group in lines.Where(line => line.Category is not null).GroupBy(line => line.Initiative))
        {
            var claims = group.GroupBy(line => line.Category).Select(byCategory => byCategory.First()).ToArray();
            if (claims.Length < 2)
            {
                continue;
            }

            Initiative initiative = plan.Initiatives[PlanView.IndexOf(plan, group.Key)];
            Money claimed = Money.Sum(claims.Select(claim => claim.Amount), plan.Currency);
            Money once = claims.Max(claim => claim.Amount);
            Figure left = Figure.Of(claimed);
            Figure right = Figure.Of(once);
            string categoriesEn = string.Join(" and ", claims.Select(claim => claim.Category!.Name.En));
            string categoriesZh = string.Join("与", claims.Select(claim => Say.Zh(claim.Category!.Name)));
            yield return Say.Line(
                AuditRule.LineClaimedTwice,
                holds: false,
                claims.Select(claim => claim.Place).ToArray(),
                Say.Side($"claimed by {categoriesEn}", $"{categoriesZh}共列", left),
                Say.Side("the line once", "单次金额", right),
                Say.Sum(claims.Select(claim => Figure.Of(claim.Amount)), left),
                Say.Text(
                    $"The budget line {initiative.Channel.Name.En} is claimed by {categoriesEn}: {Say.En(Figure.Difference(left, right)!)} is counted twice.",
                    $"预算项“{Say.Zh(initiative.Channel.Name)}”同时列入{categoriesZh}，重复计入{Say.Zh(Figure.Difference(left, right)!)}。"));
        }
    }

    private static IEnumerable<AuditLine> FeesOverBudget(GrowthPlan plan, ChannelCategory? scope)
    {
        var fees = PlanView.FeesOf(plan, scope);
        if (fees.Count == 0)
        {
            yield break;
        }

        Figure left = Figure.Of(Money.Sum(fees.Select(fee => fee.Fees), plan.Currency));
        LocalText name = ScopeName(scope);
        foreach (var budget in PlanView.BudgetsOf(plan, scope).GroupBy(budget => budget.Amount).Select(same => same.First()))
        {
            Figure right = Figure.Of(budget.Amount);
            bool holds = left.Value <= right.Value;
            yield return Say.Line(
                AuditRule.FeesOverBudget,
                holds,
                new[] { budget.Place }.Concat(fees.Select(fee => PlanView.Place("initiatives", fee.Index, ".fees"))).ToArray(),
                Say.Side($"fees of {name.En}", $"{Say.Zh(name)}费用", left),
                Say.Side(new LocalText($"budget, {budget.Source.En}", $"预算（{Say.Zh(budget.Source)}）"), right),
                Say.Sum(fees.Select(fee => Figure.Of(fee.Fees)), left),
                holds
                    ? Say.Text(
                        $"The fees of {name.En} for the period, {Say.En(left)}, are within the {Say.En(right)} of the {budget.Source.En}.",
                        $"{Say.Zh(name)}计划期费用{Say.Zh(left)}在{Say.Zh(budget.Source)}预算{Say.Zh(right)}之内。")
                    : Say.Text(
                        $"The fees of {name.En} for the period come to {Say.En(left)}, {Say.En(Figure.Difference(left, right)!)} over the {Say.En(right)} of the {budget.Source.En}.",
                        $"{Say.Zh(name)}计划期费用为{Say.Zh(left)}，超出{Say.Zh(budget.Source)}预算{Say.Zh(right)}达{Say.Zh(Figure.Difference(left, right)!)}。"));
        }
    }

    private static IEnumerable<AuditLine> FeesOverLine(GrowthPlan plan)
    {
        foreach (var group in Lines(plan).GroupBy(line => (line.Initiative, line.Amount)))
        {
            int index = PlanView.IndexOf(plan, group.Key.Initiative);
            Initiative initiative = plan.Initiatives[index];
            if (PlanView.Fees(plan, initiative) is not Money fees)
            {
                continue;
            }

            Figure left = Figure.Of(fees);
            Figure right = Figure.Of(group.Key.Amount);
            bool holds = left.Value <= right.Value;
            LocalText name = initiative.Channel.Name;
            yield return Say.Line(
                AuditRule.FeesOverLine,
                holds,
                new[] { PlanView.Place("initiatives", index, ".fees") }.Concat(group.Select(line => line.Place)).ToArray(),
                Say.Side($"fees of {name.En}", $"{Say.Zh(name)}费用", left),
                Say.Side("its budget line", "其预算项", right),
                $"{Say.Bare(left)} - {Say.Bare(right)} = {Say.En(Figure.Difference(left, right)!)}",
                holds
                    ? Say.Text($"The fees of {name.En}, {Say.En(left)}, are within its line of {Say.En(right)}.", $"{Say.Zh(name)}费用{Say.Zh(left)}在其预算项{Say.Zh(right)}之内。")
                    : Say.Text(
                        $"The fees of {name.En} are {Say.En(left)}, but its budget line has {Say.En(right)}: {Say.En(Figure.Difference(left, right)!)} are missing.",
                        $"{Say.Zh(name)}费用为{Say.Zh(left)}，预算项仅{Say.Zh(right)}，缺口{Say.Zh(Figure.Difference(left, right)!)}。"));
        }
    }

    /// <summary>The budget lines of initiatives, each with the category of the tree it stands in.</summary>
    private static List<(Id<Channel> Initiative, Money Amount, ChannelCategory? Category, string Place)> Lines(GrowthPlan plan)
    {
        var found = new List<(Id<Channel>, Money, ChannelCategory?, string)>();
        for (int i = 0; i < plan.Budgets.Count; i++)
        {
            Collect(plan.Budgets[i], null, PlanView.Place("budgets", i), found);
        }

        return found;
    }

    private static void Collect(Budget node, ChannelCategory? category, string place, List<(Id<Channel> Initiative, Money Amount, ChannelCategory? Category, string Place)> found)
    {
        ChannelCategory? own = node.Category ?? category;
        if (node.Initiative is Id<Channel> initiative)
        {
            found.Add((initiative, node.Amount, own, place + ".amount"));
        }

        for (int i = 0; i < node.Lines.Count; i++)
        {
            Collect(node.Lines[i], own, FormattableString.Invariant($"{place}.lines[{i}]"), found);
        }
    }

    private static LocalText ScopeName(ChannelCategory? scope) => scope is null
        ? Say.Text("the whole plan", "整个计划")
        : Say.Text(scope.Name.En.ToLowerInvariant() + " channels", Say.Zh(scope.Name) + "渠道");
}
