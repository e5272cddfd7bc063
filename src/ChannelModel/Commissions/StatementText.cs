using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Commissions;

/// <summary>The wording of lines, in both languages.</summary>
internal static class StatementText
{
    public static string Of(StatementLine line, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        string text = line.Kind switch
        {
            LineKind.Tier => zh ? $"第{line.Tier}档 {Segment(line)}：{Portion(line)} × {Rate(line.Rate ?? string.Empty, language)}" : $"Tier {line.Tier}, {Segment(line)}: {Portion(line)} x {line.Rate}",
            LineKind.Flat => zh ? $"第{line.Tier}档固定金额" : $"Tier {line.Tier}, flat amount",
            LineKind.TierMinimum => zh ? $"第{line.Tier}档补足最低额" : $"Tier {line.Tier}, lifted to its minimum",
            LineKind.TierMaximum => zh ? $"第{line.Tier}档超出最高额，扣除" : $"Tier {line.Tier}, cut to its maximum",
            LineKind.Gate => zh ? "门槛" : "Gate",
            LineKind.Accelerator => zh ? $"加速系数 {line.Rate}" : $"Accelerator, factor {line.Rate}",
            LineKind.Rounding when line.Tier > 0 => zh ? $"第{line.Tier}档舍入差额" : $"Tier {line.Tier}, rounding",
            LineKind.Rounding => zh ? "舍入差额" : "Rounding",
            LineKind.RecordCap => zh ? "单笔封顶扣除" : "Cut by the cap on one record",
            LineKind.RecordFloor => zh ? "单笔补足保底" : "Topped up to the floor of one record",
            LineKind.ComponentCap => zh ? "分项封顶扣除" : "Cut by the cap on the component",
            LineKind.Cap => zh ? "封顶扣除" : "Cut by the cap",
            LineKind.PaidBefore => zh ? "减：此前已付" : "Less paid to date",
            LineKind.LinkedReturn => zh ? "退货按原档位扣回" : "Return, taken back at its original rate",
            LineKind.CarriedIn => zh ? "上期结转" : "Carried over from an earlier cap",
            LineKind.Floor => zh ? "补足保底" : "Topped up to the floor",
            LineKind.Input => zh ? "依据" : "Basis",
            _ => zh ? "未计佣金" : "Nothing is due",
        };
        string prior = !line.IsPrior ? string.Empty : zh ? "减：期前已计 " : "Less earned before: ";
        return prior + Where(line, zh) + text + (line.Note is null ? string.Empty : (zh ? "（" : " (") + line.Note.In(language) + (zh ? "）" : ")"));
    }

    /// <summary>A whole statement, the amounts at the right.</summary>
    public static string Whole(Id<Payee> payee, DateInterval period, Id<CommissionPlan> plan, int version, DateAnchor anchor, LocalDate asOf, IReadOnlyList<StatementLine> lines, Money total, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        int decimals = total.Currency.MinorUnits ?? 0;
        var rows = new List<(string Text, string Amount)>(lines.Count + 1);
        rows.AddRange(lines.Select(line => (line.Text(language), Exact.Format(line.Amount.Amount, decimals, " "))));
        rows.Add((zh ? "合计" : "Total", Exact.Format(total.Amount, decimals, " ")));
        int width = rows.Max(row => row.Text.Length);
        int amounts = rows.Max(row => row.Amount.Length);
        string chosen = $"{Anchor(anchor, language)} {LocalDatePattern.Iso.Format(asOf)}";
        string from = LocalDatePattern.Iso.Format(period.Start);
        string to = LocalDatePattern.Iso.Format(period.End);
        string number = version.ToString(CultureInfo.InvariantCulture);
        string head = zh
            ? $"{payee}，{from} 至 {to}，方案 {plan} 第{number}版（按{chosen}），{total.Currency}"
            : $"{payee}, {from} to {to}, plan {plan} version {number} (by {chosen}), {total.Currency}";
        return head + "\n" + string.Join("\n", rows.Select(row => row.Text.PadRight(width) + "  " + row.Amount.PadLeft(amounts)));
    }

    /// <summary>How often a cap counts again.</summary>
    public static string Per(Cycle cycle, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        return cycle switch
        {
            Cycle.Once => zh ? "累计" : "in all",
            Cycle.Day => zh ? "每日" : "per day",
            Cycle.Week => zh ? "每周" : "per week",
            Cycle.Month => zh ? "每月" : "per month",
            Cycle.Quarter => zh ? "每季度" : "per quarter",
            Cycle.Year => zh ? "每年" : "per year",
            _ => throw new ArgumentOutOfRangeException(nameof(cycle), cycle, "Not a cycle."),
        };
    }

    /// <summary>Which date chose the version.</summary>
    public static string Anchor(DateAnchor anchor, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        return anchor switch
        {
            DateAnchor.Order => zh ? "订单日期" : "order date",
            DateAnchor.Invoice => zh ? "发票日期" : "invoice date",
            DateAnchor.Payment => zh ? "付款日期" : "payment date",
            DateAnchor.Contract => zh ? "合同日期" : "contract date",
            _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "Not an anchor."),
        };
    }

    private static string Where(StatementLine line, bool zh)
    {
        if (line.Component is not string component)
        {
            return line.Record is null ? string.Empty : line.Record + (zh ? "：" : ": ");
        }

        string record = line.Record is null ? string.Empty : " " + line.Record;
        return zh ? $"{Chinese(component)}{record}：" : $"{component}{record}: ";
    }

    /// <summary>The names that components have when the plan gives them none.</summary>
    private static string Chinese(string component)
    {
        foreach ((string word, string name) in new[] { ("pay-", "佣金项"), ("bonus-", "奖金项") })
        {
            string number = component.Replace(word, string.Empty);
            if (component.StartsWith(word, StringComparison.Ordinal) && number.Length is > 0 and < 6 && number.All(c => c is >= '0' and <= '9'))
            {
                return name + number;
            }
        }

        return component;
    }

    /// <summary>A rate or price as it is shown, such as <c>5%</c> or <c>1.4 each</c>.</summary>
    public static string Rate(string rate, Language language)
    {
        if (language != Language.SimplifiedChinese)
        {
            return rate;
        }

        foreach ((string en, string zh) in new[] { (" each", "每单位 "), (" a block", "每包 ") })
        {
            if (rate.EndsWith(en, StringComparison.Ordinal))
            {
                return zh + rate.Replace(en, string.Empty);
            }
        }

        return rate;
    }

    private static string Portion(StatementLine line) => line.Portion is decimal value ? StatementLine.Number(value) : "?";

    private static string Segment(StatementLine line) =>
        StatementLine.Number(line.From ?? 0m) + (line.To is decimal to ? " - " + StatementLine.Number(to) : "+");
}
