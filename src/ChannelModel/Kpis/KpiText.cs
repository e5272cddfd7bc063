using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Kpis;

/// <summary>Words and numbers of the sentences, the same in every culture.</summary>
internal static class KpiText
{
    public static string Number(decimal number) => Exact.Format(number, 0, " ");

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A value as a person reads it: percentages and plain numbers with at most 2 decimals, money in its smallest unit.</summary>
    public static string Show(KpiValue value)
    {
        switch (value.Kind)
        {
            case KpiUnitKind.Percent:
                return value.ToRate().ToString("2", null);
            case KpiUnitKind.Money:
                Currency currency = value.Currency!.Value;
                return Money.Of(Exact.Round(value.Amount, currency.MinorUnits ?? 2, RoundingMode.HalfAwayFromZero), currency).ToString("N", null);
            default:
                return Exact.Format(Exact.Round(value.Amount, 2, RoundingMode.HalfAwayFromZero), 0, " ");
        }
    }

    public static string Show(Rate rate) => rate.ToString("2", null);

    /// <summary>The reason for a missing figure, in words.</summary>
    public static LocalText Reason(KpiGap gap) => gap switch
    {
        KpiGap.NoData => new("no data", "无数据"),
        KpiGap.NoBaseline => new("no baseline", "无基线"),
        KpiGap.NoWayToGo => new("the baseline is the target", "基线即目标"),
        KpiGap.NotPositive => new("a figure that is not above 0", "数值不为正"),
        KpiGap.OutOfRange => new("larger than its unit holds", "超出单位范围"),
        KpiGap.NoParts => new("a ratio without numerator and denominator", "比率缺少分子与分母"),
        KpiGap.MixedSamples => new("some readings have a sample size, some do not", "部分读数缺少样本量"),
        KpiGap.TwoLatest => new("two readings of the latest day differ", "最新一日有两个不同读数"),
        KpiGap.NoTarget => new("no target", "无目标"),
        KpiGap.NotPaced => new("no pace", "无进度曲线"),
        KpiGap.TooFewReadings => new("too few readings", "读数过少"),
        KpiGap.NoSampleSize => new("no sample size", "无样本量"),
        KpiGap.SampleTooSmall => new("the sample is too small", "样本过小"),
        KpiGap.NoCounterpart => new("no reading of the other source", "无对照来源"),
        KpiGap.NoVariation => new("nothing varies", "无波动"),
        KpiGap.NotCounted => new("the KPI counts nothing", "该指标不是计数"),
        KpiGap.NoDemand => new("no demand", "无消耗"),
        _ => new("nothing is missing", "无缺失"),
    };
}
