using System;
using System.Collections.Generic;

namespace ChannelModel.Channels;

/// <summary>The broad kind of a channel, by which plans state their mix: online, offline, emerging, or one of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class ChannelCategory : NamedCode<ChannelCategory>
{
    private ChannelCategory(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets sales through established online platforms.</summary>
    public static ChannelCategory Online { get; } = new("online", new LocalText("Online", "线上"));

    /// <summary>Gets sales in physical places.</summary>
    public static ChannelCategory Offline { get; } = new("offline", new LocalText("Offline", "线下"));

    /// <summary>Gets sales through channels that are being tried.</summary>
    public static ChannelCategory Emerging { get; } = new("emerging", new LocalText("Emerging", "新兴"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<ChannelCategory> ReadyMade { get; } = [Online, Offline, Emerging];

    /// <summary>Returns the ready-made category of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static ChannelCategory Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new ChannelCategory(code, name);
}
