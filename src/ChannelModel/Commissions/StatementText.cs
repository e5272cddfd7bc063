namespace ChannelModel.Commissions;

/// <summary>The wording of lines, in both languages.</summary>
internal static class StatementText
{
    public static string Of(StatementLine line, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        string text = line.Kind switch
        {
            LineKind.Tier => zh ? $"第{line.Tier}档 {Segment(line)}：{Portion(line)} × {line.Rate}" : $"Tier {line.Tier}, {Segment(line)}: {Portion(line)} x {line.Rate}",
            LineKind.Flat => zh ? $"第{line.Tier}档固定金额" : $"Tier {line.Tier}, flat amount",
            LineKind.TierMinimum => zh ? $"第{line.Tier}档补足最低额" : $"Tier {line.Tier}, lifted to its minimum",
            LineKind.TierMaximum => zh ? $"第{line.Tier}档超出最高额，扣除" : $"Tier {line.Tier}, cut to its maximum",
            LineKind.Gate => zh ? "门槛" : "Gate",
            LineKind.Accelerator => zh ? $"加速系数 {line.Rate}" : $"Accelerator, factor {line.Rate}",
            LineKind.Rounding => zh ? "四舍五入差额" : "Rounding",
            LineKind.RecordCap => zh ? "单笔封顶扣除" : "Cut by the cap on one record",
            LineKind.Cap => zh ? "封顶扣除" : "Cut by the cap",
            LineKind.PaidBefore => zh ? "减：此前已付" : "Less paid to date",
            LineKind.LinkedReturn => zh ? "退货按原档位扣回" : "Return, taken back at its original rate",
            LineKind.CarriedIn => zh ? "上期结转" : "Carried over from an earlier cap",
            LineKind.Floor => zh ? "补足保底" : "Topped up to the floor",
            _ => zh ? "未计佣金" : "Nothing is due",
        };
        string where = line.Component is null ? string.Empty : line.Component + (line.Record is null ? string.Empty : " " + line.Record) + ": ";
        string prior = !line.IsPrior ? string.Empty : zh ? "减：期前已计 " : "Less earned before: ";
        return prior + where + text + (line.Note is null ? string.Empty : (zh ? "（" : " (") + line.Note.In(language) + (zh ? "）" : ")"));
    }

    private static string Portion(StatementLine line) => line.Portion is decimal value ? StatementLine.Number(value) : "?";

    private static string Segment(StatementLine line) =>
        StatementLine.Number(line.From ?? 0m) + (line.To is decimal to ? " - " + StatementLine.Number(to) : "+");
}
