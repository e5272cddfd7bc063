using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <content>Initiatives, and what was counted and confirmed.</content>
internal sealed partial class ReviewReport
{
    private ReportSection? Initiatives()
    {
        if (_review.Initiatives.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Initiative", "举措"), false),
            (Say("Fees", "费用"), true),
            (Say("Orders", "订单"), true),
            (Say("Revenue", "收入"), true),
            (Say("Expected sales", "预期销售额"), true),
            (Say("What it would bring", "预期回报"), false));
        foreach (InitiativeReview initiative in _review.Initiatives)
        {
            table.Add(
                initiative.Initiative.Channel.Name.In(_language),
                initiative.Fees is Money fees ? Amount(fees) : "–",
                initiative.Orders is decimal orders ? Show(Figure.Count(orders)) + Per(initiative) : "–",
                initiative.Revenue is Money revenue ? Amount(revenue) + Per(initiative) : "–",
                initiative.Initiative.ExpectedSales is Money expected ? Amount(expected) : "–",
                Returns(initiative));
        }

        return new ReportSection(
            Say("Initiatives", "举措"),
            [
                Say("Orders and revenue are for the time that the reach is stated for.", "订单与收入按触达所述时间计。"),
                Say(
                    "Returns are for the plan's period; for a reach that says no time, on one cycle of the fees, such as one month's fee.",
                    "回报按计划期计；触达未注明时间的，按一个周期的费用（如一个月）计。"),
            ],
            table);
    }

    private string Per(InitiativeReview initiative) => initiative.Initiative.Funnel?.Reach?.Per is Cycle per && per != Cycle.Once
        ? Say($" a {Name(per)}", $"/{Name(per)}")
        : string.Empty;

    private string Returns(InitiativeReview initiative)
    {
        var parts = initiative.Returns.Select(entry => entry.Key.Name.In(_language) + " " + Value(entry.Key, entry.Value)).ToList();
        if (initiative.Initiative.Roi is { Definition: null } roi && initiative.StatedReturn is Money back)
        {
            parts.Add(Say($"ROI {Show(Figure.Number(roi.Value))} is a return of {Amount(back)}", $"ROI {Show(Figure.Number(roi.Value))}即回报{Amount(back)}"));
        }

        if (initiative.ImpliedGrossMargin is Rate margin)
        {
            parts.Add(Say($"as gross profit / cost it implies a gross margin of {Percent(margin)}", $"若为毛利/费用，隐含毛利率{Percent(margin)}"));
        }

        return parts.Count == 0 ? "–" : string.Join(Say("; ", "；"), parts);
    }

    private string Value(RoiDefinition definition, decimal value) => definition.Unit switch
    {
        RoiUnit.Money => Amount(Money.Of(Rounding.HalfAwayFromZero.Round(value, value < 1m ? 4 : System.Math.Max(2, _review.Plan.Currency.MinorUnits ?? 2)), _review.Plan.Currency)),
        _ => Show(Figure.Number(value)),
    };

    private ReportSection? PriceMoves()
    {
        var moves = _review.Initiatives.Where(initiative => initiative.After is not null).ToArray();
        if (moves.Length == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Initiative", "举措"), false),
            (Say("Step", "步骤"), false),
            (Say("Price", "价格"), true),
            (Say("Unit cost", "单位成本"), true),
            (Say("Margin", "毛利率"), true));
        foreach (InitiativeReview initiative in moves)
        {
            string name = initiative.Initiative.Channel.Name.In(_language);
            void Row(string step, UnitEconomics unit) => table.Add(
                name,
                step,
                Amount(unit.Price(Rounding.HalfAwayFromZero)),
                Amount(unit.UnitCost(Rounding.HalfAwayFromZero)),
                Percent(unit.Margin));
            Row(Say("before", "调整前"), initiative.Before!);
            Row(Say("after, as stated", "调整后（所述）"), initiative.After!);
        }

        return new ReportSection(Say("Price and margin", "价格与毛利"), [], table);
    }

    private ReportSection? Counts()
    {
        if (_review.Counts.Count == 0)
        {
            return null;
        }

        var table = new ReportTable(
            (Say("Count", "数量"), false),
            (Say("Part", "部分"), false),
            (Say("Share", "占比"), true),
            (Say("Exact", "精确值"), true),
            (Say("Largest remainder", "最大余数法"), true));
        foreach (CountReview count in _review.Counts)
        {
            for (int i = 0; i < count.Quotas.Count; i++)
            {
                table.Add(
                    $"{Show(Figure.Count(count.Count.Total))} {count.Count.Name.In(_language)}",
                    count.Quotas[i].Key,
                    Percent(count.Count.Mix[count.Quotas[i].Key]),
                    Show(Figure.Count(count.Quotas[i].Value)),
                    Show(Figure.Count(count.Whole[i].Value)));
            }
        }

        return new ReportSection(Say("Counts", "数量拆分"), [], table);
    }

    private ReportSection? Synergies()
    {
        if (_review.Plan.Synergies.Count == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Synergy", "协同"), false), (Say("Lifts", "提升"), false), (Say("By", "幅度"), true));
        foreach (Synergy synergy in _review.Plan.Synergies)
        {
            table.Add(
                synergy.Name.In(_language),
                synergy.Metric switch
                {
                    SynergyMetric.Conversion => Say("conversion rate", "转化率"),
                    SynergyMetric.AverageOrderValue => Say("average order value", "客单价"),
                    SynergyMetric.Roi => "ROI",
                    _ => Say("share of orders led over", "导流订单占比"),
                },
                Percent(synergy.Uplift));
        }

        return new ReportSection(Say("Synergies, as stated", "协同效应（所述）"), [], table);
    }

    private ReportSection? Confirmed()
    {
        if (_review.Audit.Confirmed.Count == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Rule", "规则"), false), (Say("Place", "位置"), false), (Say("Holds", "核对成立"), false));
        foreach (AuditLine line in _review.Audit.Confirmed)
        {
            table.Add(line.Rule.Id, line.Places[0], line.Sentence.In(_language));
        }

        return new ReportSection(Say("Compared and found right", "核对无误"), [], table);
    }
}
