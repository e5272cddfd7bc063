namespace ChannelModel.Kpis;

/// <summary>A value judged against its target. Missing figures are <see langword="null"/> with a reason, never 0.</summary>
/// <remarks>Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiAssessment
{
    internal KpiAssessment(KpiTarget target, KpiValue? value, Rate? attainment, KpiGap attainmentGap, Rate? progress, KpiGap progressGap, bool? isMet)
    {
        Target = target;
        Value = value;
        Attainment = attainment;
        AttainmentGap = attainmentGap;
        Progress = progress;
        ProgressGap = progressGap;
        IsMet = isMet;
    }

    /// <summary>Gets the target.</summary>
    public KpiTarget Target { get; }

    /// <summary>Gets the value, or <see langword="null"/> if there is no data.</summary>
    public KpiValue? Value { get; }

    /// <summary>Gets how much of the target is reached, 1 when just reached; see <see cref="KpiTarget.Attainment"/>.</summary>
    public Rate? Attainment { get; }

    /// <summary>Gets why <see cref="Attainment"/> is missing.</summary>
    public KpiGap AttainmentGap { get; }

    /// <summary>Gets how far the way from the baseline is gone, 0 at the baseline and 1 at the target; see <see cref="KpiTarget.Progress"/>.</summary>
    public Rate? Progress { get; }

    /// <summary>Gets why <see cref="Progress"/> is missing.</summary>
    public KpiGap ProgressGap { get; }

    /// <summary>Gets whether the target is reached, by the KPI's direction; <see langword="null"/> if there is no data.</summary>
    public bool? IsMet { get; }

    /// <summary>Returns one sentence with the figures.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Such as <c>Conversion: 9% against a target of 12%, attainment 75.00%, progress 25.00%.</c></returns>
    public string Explain(Language language)
    {
        bool chinese = language == Language.SimplifiedChinese;
        string name = Target.Kpi.Name.In(language);
        if (Value is not KpiValue value)
        {
            return chinese ? $"{name}：无数据。" : $"{name}: no data.";
        }

        string target = Target.From == Target.To ? Target.From.ToString() : $"{Target.From} {(chinese ? "至" : "to")} {Target.To}";
        string attainment = Attainment is Rate a ? a.ToString("2", null) : chinese ? "无" : "none";
        string progress = Progress is Rate p ? p.ToString("2", null) : chinese ? "无" : "none";
        return chinese
            ? $"{name}：{value}，目标 {target}，达成率 {attainment}，进度 {progress}。"
            : $"{name}: {value} against a target of {target}, attainment {attainment}, progress {progress}.";
    }
}
