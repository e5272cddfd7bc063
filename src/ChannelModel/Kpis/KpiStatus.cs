using System;
using System.Collections.Generic;

namespace ChannelModel.Kpis;

/// <summary>How a KPI stands: on track, at risk, off track, or one of the user's own names.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class KpiStatus : NamedCode<KpiStatus>
{
    private KpiStatus(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets on track.</summary>
    public static KpiStatus OnTrack { get; } = new("on-track", new LocalText("on track", "正常"));

    /// <summary>Gets at risk.</summary>
    public static KpiStatus AtRisk { get; } = new("at-risk", new LocalText("at risk", "有风险"));

    /// <summary>Gets off track.</summary>
    public static KpiStatus OffTrack { get; } = new("off-track", new LocalText("off track", "偏离"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<KpiStatus> ReadyMade { get; } = [OnTrack, AtRisk, OffTrack];

    /// <summary>Returns the ready-made status of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static KpiStatus Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new KpiStatus(code, name);
}
