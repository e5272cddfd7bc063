using System;
using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>What a partner is: an agency of streamers, a group leader, a retailer, or one of the user's own kinds.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class PartnerKind : NamedCode<PartnerKind>
{
    private PartnerKind(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets an agency of streamers (MCN).</summary>
    public static PartnerKind Mcn { get; } = new("mcn", new LocalText("MCN agency", "MCN机构"));

    /// <summary>Gets someone who collects the orders of a neighbourhood.</summary>
    public static PartnerKind GroupLeader { get; } = new("group-leader", new LocalText("Group leader", "团长"));

    /// <summary>Gets a retailer with counters in its stores.</summary>
    public static PartnerKind Retailer { get; } = new("retailer", new LocalText("Retailer", "商超"));

    /// <summary>Gets a gym.</summary>
    public static PartnerKind Gym { get; } = new("gym", new LocalText("Gym", "健身房"));

    /// <summary>Gets a bookstore.</summary>
    public static PartnerKind Bookstore { get; } = new("bookstore", new LocalText("Bookstore", "书店"));

    /// <summary>Gets a single creator (KOL, KOC).</summary>
    public static PartnerKind Creator { get; } = new("creator", new LocalText("Creator", "达人"));

    /// <summary>Gets a platform.</summary>
    public static PartnerKind Platform { get; } = new("platform", new LocalText("Platform", "平台"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<PartnerKind> ReadyMade { get; } = [Mcn, GroupLeader, Retailer, Gym, Bookstore, Creator, Platform];

    /// <summary>Returns the ready-made kind of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static PartnerKind Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new PartnerKind(code, name);
}
