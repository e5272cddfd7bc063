using System;
using System.Collections.Generic;

namespace ChannelModel.Channels;

/// <summary>What a reach counts: viewers, visitors, clicks, or one of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class ReachUnit : NamedCode<ReachUnit>
{
    private ReachUnit(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets people who watched.</summary>
    public static ReachUnit Viewers { get; } = new("viewers", new LocalText("viewers", "观看人数"));

    /// <summary>Gets people who came by.</summary>
    public static ReachUnit Visitors { get; } = new("visitors", new LocalText("visitors", "到店人数"));

    /// <summary>Gets clicks on a link.</summary>
    public static ReachUnit Clicks { get; } = new("clicks", new LocalText("clicks", "点击量"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<ReachUnit> ReadyMade { get; } = [Viewers, Visitors, Clicks];

    /// <summary>Returns the ready-made unit of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static ReachUnit Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new ReachUnit(code, name);
}
