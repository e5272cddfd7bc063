using System;
using System.Collections.Generic;

namespace ChannelModel.Kpis;

/// <summary>Warns where a KPI is below a value that was agreed, such as the follower count of a contract's clause.</summary>
/// <remarks>See <see cref="KpiRule"/> for the levels, equality and threads.</remarks>
public sealed class KpiFloorRule : KpiRule
{
    /// <summary>Initializes a new instance of the <see cref="KpiFloorRule"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="raiseBelow">Warns below this value, itself excluded.</param>
    /// <param name="clearFrom">Ends the warning from this value on, itself included; of the same unit and not below <paramref name="raiseBelow"/>.</param>
    /// <param name="raiseAfter">How many readings in a row raise it.</param>
    /// <param name="clearAfter">How many readings in a row clear it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of readings is below 1.</exception>
    /// <exception cref="ArgumentException">The levels are reversed or differ in unit.</exception>
    public KpiFloorRule(Id<KpiRule> id, KpiValue raiseBelow, KpiValue clearFrom, int raiseAfter = 1, int clearAfter = 1)
        : base(id, raiseAfter, clearAfter)
    {
        RaiseBelow = raiseBelow;
        ClearFrom = clearFrom.Kind == raiseBelow.Kind && clearFrom.Currency == raiseBelow.Currency && clearFrom.Amount >= raiseBelow.Amount
            ? clearFrom
            : throw new ArgumentException($"The clearing level {clearFrom} is below {raiseBelow} or of another unit; expected a value of the same unit, not below it.", nameof(clearFrom));
    }

    /// <summary>Gets the value below which it warns.</summary>
    public KpiValue RaiseBelow { get; }

    /// <summary>Gets the value from which the warning ends, included.</summary>
    public KpiValue ClearFrom { get; }

    internal override string? Misfit(KpiWatch watch) =>
        watch.Kpi.Unit.Accepts(RaiseBelow) && watch.Kpi.Unit.Accepts(ClearFrom) ? null : $"is measured in {watch.Kpi.Unit}, and {RaiseBelow} or {ClearFrom} is not; expected levels of its unit";

    internal override IEnumerable<KpiMeasurement> Measure(KpiRuleInput input)
    {
        foreach (KpiReading now in input.Series)
        {
            bool below = now.Value.Amount < RaiseBelow.Amount;
            LocalText name = input.Name;
            yield return new KpiMeasurement(
                now.Period.End,
                below,
                now.Value.Amount >= ClearFrom.Amount,
                new LocalText(
                    $"{name.En} is {KpiText.Show(now.Value)}, {(below ? "below" : "not below")} the agreed {KpiText.Show(RaiseBelow)}.",
                    $"{name.In(Language.SimplifiedChinese)}为{KpiText.Show(now.Value)}，{(below ? "低于" : "不低于")}约定的{KpiText.Show(RaiseBelow)}。"),
                ("actual", now.Value),
                ("floor", RaiseBelow));
        }
    }
}
