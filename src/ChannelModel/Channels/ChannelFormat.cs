using System;
using System.Collections.Generic;

namespace ChannelModel.Channels;

/// <summary>How a channel sells: live commerce, community group buying, a retail concession, or one of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class ChannelFormat : NamedCode<ChannelFormat>
{
    private ChannelFormat(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets selling in live streams.</summary>
    public static ChannelFormat LiveCommerce { get; } = new("live-commerce", new LocalText("Live commerce", "直播电商"));

    /// <summary>Gets neighbourhood orders collected by a group leader.</summary>
    public static ChannelFormat CommunityGroupBuying { get; } = new("community-group-buying", new LocalText("Community group buying", "社区团购"));

    /// <summary>Gets selling inside social networks.</summary>
    public static ChannelFormat SocialCommerce { get; } = new("social-commerce", new LocalText("Social commerce", "社交电商"));

    /// <summary>Gets selling through notes, videos and articles.</summary>
    public static ChannelFormat ContentCommerce { get; } = new("content-commerce", new LocalText("Content commerce", "内容电商"));

    /// <summary>Gets delivery within hours through an on-demand (O2O) platform.</summary>
    public static ChannelFormat OnDemand { get; } = new("on-demand", new LocalText("On-demand platform", "O2O平台"));

    /// <summary>Gets a shop on a marketplace.</summary>
    public static ChannelFormat Marketplace { get; } = new("marketplace", new LocalText("Marketplace", "电商平台"));

    /// <summary>Gets a store of the company's own, on a street or online.</summary>
    public static ChannelFormat OwnStore { get; } = new("own-store", new LocalText("Own store", "自营门店"));

    /// <summary>Gets a store for a limited time.</summary>
    public static ChannelFormat PopUpStore { get; } = new("pop-up-store", new LocalText("Pop-up store", "快闪店"));

    /// <summary>Gets a counter inside a retailer's store (shop-in-shop).</summary>
    public static ChannelFormat RetailConcession { get; } = new("retail-concession", new LocalText("Retail concession", "商超专柜"));

    /// <summary>Gets a counter in a venue of another trade, such as a gym or a bookstore.</summary>
    public static ChannelFormat PartnerVenue { get; } = new("partner-venue", new LocalText("Partner venue", "合作场所"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<ChannelFormat> ReadyMade { get; } = [LiveCommerce, CommunityGroupBuying, SocialCommerce, ContentCommerce, OnDemand, Marketplace, OwnStore, PopUpStore, RetailConcession, PartnerVenue];

    /// <summary>Returns the ready-made format of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static ChannelFormat Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new ChannelFormat(code, name);
}
