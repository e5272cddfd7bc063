using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;
using ChannelModel.Internal;

namespace ChannelModel.Contracts;

/// <summary>The wording of settlements, in both languages.</summary>
internal static class SettlementText
{
    /// <summary>A judgement and its price: <c>traffic, ...: missed by 400 000; 20 points x 3 000 = 60 000.00</c>.</summary>
    public static LocalText Priced(CommitmentResult result, DeviationPrice price, Money amount)
    {
        (string en, string zh) = Formula(result, price);
        string capped = result.IsCapped ? ", capped at " : " = ";
        string cappedZh = result.IsCapped ? "，封顶 " : " = ";
        return new LocalText(
            $"{result.Explanation.En}; {en}{capped}{Amount(amount)}",
            $"{result.Explanation.In(Language.SimplifiedChinese)}；{zh}{cappedZh}{Amount(amount)}");
    }

    public static LocalText Penalty(CommitmentResult result) => new(
        $"{result.Explanation.En}; a falsified report costs {Amount(result.Penalty)}",
        $"{result.Explanation.In(Language.SimplifiedChinese)}；虚报违约金 {Amount(result.Penalty)}");

    public static string Of(Settlement settlement, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        var rows = new List<(string Text, string Amount)>();
        rows.AddRange(settlement.Lines.Select(line => (line.Text.In(language), line.Kind is SettlementLineKind.Judgement or SettlementLineKind.AdvanceForgiven ? string.Empty : Amount(line.Amount))));
        rows.Add((zh ? "应付净额" : "Net due", Amount(settlement.NetDue)));
        rows.Add((zh ? "支付" : "Paid", Amount(settlement.Paid)));
        rows.Add((zh ? "结转" : "Carried", Amount(settlement.Carried)));
        if (!settlement.Opening.CommissionCarried.IsZero || !settlement.Closing.CommissionCarried.IsZero)
        {
            rows.Add((zh ? "超出佣金上限、待后期支付" : "Commission above its cap, for later parts", Amount(settlement.Closing.CommissionCarried)));
        }

        if (settlement.Opening.Deposit.Events.Count > 0 || settlement.DepositMovements.Count > 0)
        {
            rows.Add((zh ? "保证金期初" : "Deposit before", Amount(settlement.Opening.Deposit.Held)));
            rows.AddRange(settlement.DepositMovements.Select(movement => (Movement(movement, zh), Amount(movement.Change))));
            rows.Add((zh ? "保证金期末" : "Deposit after", Amount(settlement.Closing.Deposit.Held)));
        }

        int amounts = rows.Max(row => row.Amount.Length);
        string versions = string.Join(", ", settlement.Contract.Slices(settlement.Period).Select(slice => settlement.Contract.AsOf(slice.Start).Number).Distinct());
        string head = zh
            ? $"{settlement.Contract} · {settlement.Contract.Partner.Name.In(language)}，{Dates.Text(settlement.Period).Replace(" to ", " 至 ")}，合同第{versions}版，{settlement.NetDue.Currency}"
            : $"{settlement.Contract} · {settlement.Contract.Partner.Name.In(language)}, {Dates.Text(settlement.Period)}, contract version {versions}, {settlement.NetDue.Currency}";
        return head + "\n" + string.Join("\n", rows.Select(row => "  " + row.Amount.PadLeft(amounts) + "  " + row.Text));
    }

    private static string Movement(DepositEvent movement, bool zh)
    {
        string what = movement.Kind switch
        {
            DepositEventKind.PaidIn => zh ? "缴存" : "paid in",
            DepositEventKind.ToppedUp => zh ? "补足" : "topped up",
            DepositEventKind.Forfeited => zh ? "扣除" : "forfeited",
            _ => zh ? "退还" : "refunded",
        };
        return $"  {Dates.Text(movement.Date)} {what}{(zh ? "，" : ", ")}{movement.Reference}{(movement.Reverses is null ? string.Empty : zh ? "（冲销）" : " (reversal)")}";
    }

    /// <summary>The piece of the normal form in words: a base, and a price of what is beyond the piece's anchor.</summary>
    private static (string En, string Zh) Formula(CommitmentResult result, DeviationPrice price)
    {
        if (result.Priced is not (ExactPiece piece, Ratio portion))
        {
            return (string.Empty, string.Empty);
        }

        bool isShare = price.Unit == DeviationUnit.PercentOfThreshold;
        var scale = new BigInteger(isShare ? 100_000_000 : 1_000_000);
        Ratio start = new Ratio(piece.Open, piece.Denominator) + piece.Closed;
        string flat = start.IsZero ? string.Empty : Number(new Ratio(start.Numerator, start.Denominator * 1_000_000));
        if (piece.Slope.IsZero)
        {
            return (flat.Length == 0 ? "0" : $"step {StatementLine.Number(piece.Tier)}: {flat}", flat.Length == 0 ? "0" : $"第{StatementLine.Number(piece.Tier)}档：{flat}");
        }

        bool blocks = !piece.Block.IsZero;
        string count = Number(blocks ? portion : new Ratio(portion.Numerator, portion.Denominator * scale));
        string each = Number(new Ratio(piece.Slope * (blocks ? BigInteger.One : scale), piece.Denominator * 1_000_000));
        string unit = isShare && !blocks ? " points" : string.Empty;
        string unitZh = isShare && !blocks ? "个百分点" : string.Empty;
        string lead = flat.Length == 0 ? string.Empty : flat + " + ";
        return ($"{lead}{count}{unit} x {each}", $"{lead}{count}{unitZh} × {each}");
    }

    private static string Number(Ratio value) => ResultText.Number(StatementLine.Cut(value, 6) ?? 0m);

    private static string Amount(Money amount) => Settlement.Amount(amount);
}
