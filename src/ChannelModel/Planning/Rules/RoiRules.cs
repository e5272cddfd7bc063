using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Internal;

namespace ChannelModel.Planning.Rules;

/// <summary>A return on investment has a definition, and follows from it.</summary>
internal static class RoiRules
{
    private static readonly LocalText NoDefinition = Say.Text("no definition", "无定义");

    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        for (int i = 0; i < plan.Initiatives.Count; i++)
        {
            if (plan.Initiatives[i].Roi is StatedRoi roi)
            {
                yield return Defined(plan.Initiatives[i].Channel.Name, Figure.Number(roi.Value), roi.Definition, PlanView.Place("initiatives", i, ".roi"), Readings(plan, plan.Initiatives[i], roi.Value));
                if (roi.Definition is RoiDefinition definition && Derived(plan, plan.Initiatives[i], definition, roi.Value) is decimal derived)
                {
                    yield return Value(plan.Initiatives[i].Channel.Name, roi, definition, derived, PlanView.Place("initiatives", i, ".roi.value"));
                }
            }
        }

        for (int i = 0; i < plan.Claims.Count; i++)
        {
            string place = PlanView.Place("claims", i);
            if (plan.Claims[i] is RoiClaim claim)
            {
                yield return Defined(claim.Name, Figure.Number(claim.Roi.Value), claim.Roi.Definition, place, "-");
            }
            else if (plan.Claims[i] is RoiUpliftClaim uplift)
            {
                yield return Defined(
                    new LocalText($"uplift by {uplift.Name.En}", $"{Say.Zh(uplift.Name)}带来的提升"), Figure.Of(uplift.Uplift), uplift.Definition, place, "-");
            }
        }
    }

    private static AuditLine Defined(LocalText name, Figure left, RoiDefinition? definition, string place, string readings) => Say.Line(
        AuditRule.RoiUndefined,
        definition is not null,
        [place],
        Say.Side($"ROI, {name.En}", $"投资回报率（{Say.Zh(name)}）", left),
        Say.Side("definition", "定义", Figure.Of(definition?.Formula ?? NoDefinition)),
        readings,
        definition is not null
            ? Say.Text($"The return of {name.En} is {definition.Name.En}: {definition.Formula.En}.", $"{Say.Zh(name)}的回报率为{Say.Zh(definition.Name)}：{Say.Zh(definition.Formula)}。")
            : Say.Text(
                $"The ROI figure {Say.En(left)}, {name.En}, has no stated definition" + (readings == "-" ? "." : $": {readings}."),
                $"投资回报率数值{Say.Zh(left)}（{Say.Zh(name)}）未说明定义。"));

    private static AuditLine Value(LocalText name, StatedRoi roi, RoiDefinition definition, decimal derived, string place)
    {
        Figure left = Figure.Number(roi.Value);
        Figure right = Figure.Number(derived);
        return Say.Line(
            AuditRule.RoiValue,
            left == right,
            [place],
            Say.Side($"stated {definition.Name.En}", $"所述{Say.Zh(definition.Name)}", left),
            Say.Side(definition.Formula, right),
            $"{definition.Formula.En} = {Say.En(right)}",
            left == right
                ? Say.Text($"The {definition.Name.En} of {name.En} is {Say.En(left)}, as stated.", $"{Say.Zh(name)}的{Say.Zh(definition.Name)}为{Say.Zh(left)}，与所述一致。")
                : Say.Text($"The {definition.Name.En} of {name.En} is stated as {Say.En(left)}, but the plan's figures give {Say.En(right)}.", $"{Say.Zh(name)}的{Say.Zh(definition.Name)}所述为{Say.Zh(left)}，按计划数值却为{Say.Zh(right)}。"));
    }

    /// <summary>The figure by a definition, rounded to the decimals of the stated one; null where the plan lacks a fact for it.</summary>
    private static decimal? Derived(GrowthPlan plan, Initiative initiative, RoiDefinition definition, decimal stated) =>
        PlanView.Facts(plan, initiative) is RoiFacts facts ? definition.Of(facts, Math.Min(10, Exact.Scale(stated))) : null;

    /// <summary>What a bare ROI would mean by the definitions that the plan has figures for.</summary>
    private static string Readings(GrowthPlan plan, Initiative initiative, decimal roi)
    {
        if (PlanView.Facts(plan, initiative) is not RoiFacts { Cost.IsZero: false } facts)
        {
            return "-";
        }

        Figure back = Figure.Of(facts.Cost.Multiply(roi, Rounding.HalfAwayFromZero));
        string text = $"{Say.En(Figure.Number(roi))} x {Say.Bare(Figure.Of(facts.Cost))} = {Say.En(back)}";
        if (facts.Revenue is { IsZero: false } revenue)
        {
            text += $"; as gross profit / cost it implies a gross margin of {Say.En(Figure.Of(Rate.Of(facts.Cost.Multiply(roi, Rounding.HalfAwayFromZero), revenue)))} on {Say.En(Figure.Of(revenue))}"
                + $"; as revenue / cost it would be {Say.En(Figure.Number(RoiDefinition.Roas.Of(facts, 4)!.Value))}";
        }

        return text;
    }
}
