using System;
using System.Collections.Generic;

namespace ChannelModel.Planning;

/// <summary>Who bears a share of a cost: the brand, the retailer, or a party of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class CostBearer : NamedCode<CostBearer>
{
    private CostBearer(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets the brand whose goods are sold.</summary>
    public static CostBearer Brand { get; } = new("brand", new LocalText("brand", "品牌方"));

    /// <summary>Gets the retailer in whose stores they are sold.</summary>
    public static CostBearer Retailer { get; } = new("retailer", new LocalText("retailer", "零售商"));

    /// <summary>Gets the platform on which they are sold.</summary>
    public static CostBearer Platform { get; } = new("platform", new LocalText("platform", "平台"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<CostBearer> ReadyMade { get; } = [Brand, Retailer, Platform];

    /// <summary>Returns the ready-made bearer of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The bearer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static CostBearer Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new CostBearer(code, name);
}
