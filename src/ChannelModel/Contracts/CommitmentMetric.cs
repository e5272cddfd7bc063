using System;
using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>What a partner commits to: traffic, followers, orders, sessions held, conversion, data delivered on time, or one of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class CommitmentMetric : NamedCode<CommitmentMetric>
{
    private CommitmentMetric(string code, LocalText? name, MetricKind kind)
        : base(code, name)
    {
        Kind = kind;
    }

    /// <summary>Gets views or visitors.</summary>
    public static CommitmentMetric Traffic { get; } = new("traffic", new LocalText("Traffic", "流量"), MetricKind.Count);

    /// <summary>Gets the number of followers.</summary>
    public static CommitmentMetric Followers { get; } = new("followers", new LocalText("Followers", "粉丝数"), MetricKind.Level);

    /// <summary>Gets orders.</summary>
    public static CommitmentMetric Orders { get; } = new("orders", new LocalText("Orders", "订单数"), MetricKind.Count);

    /// <summary>Gets sessions held.</summary>
    public static CommitmentMetric SessionsHeld { get; } = new("sessions-held", new LocalText("Sessions held", "直播场次"), MetricKind.Count);

    /// <summary>Gets the share of those reached who order.</summary>
    public static CommitmentMetric Conversion { get; } = new("conversion", new LocalText("Conversion", "转化率"), MetricKind.Rate);

    /// <summary>Gets deliveries of data that came on time, counted from the deliveries themselves.</summary>
    public static CommitmentMetric DataOnTime { get; } = new("data-on-time", new LocalText("Data delivered on time", "按时交付数据"), MetricKind.Count);

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<CommitmentMetric> ReadyMade { get; } = [Traffic, Followers, Orders, SessionsHeld, Conversion, DataOnTime];

    /// <summary>Gets how readings are put together.</summary>
    public MetricKind Kind { get; }

    /// <summary>Returns the ready-made metric of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="kind">How readings are put together; ignored for a ready-made code.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static CommitmentMetric Of(string code, MetricKind kind, LocalText? name = null) => Known(ReadyMade, code) ?? new CommitmentMetric(code, name, kind);
}
