using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>
/// The rules by which well-known money libraries split, by name, so that a migrated ledger agrees with the old one to the cent. Ties go to the earlier line, as there; some are not
/// sign-symmetric, one can give a part of the wrong sign: <see cref="SplitRule.Laws"/> says so for each. Fractions are exact here, where some of the libraries compare them as binary floating point.
/// </summary>
public static class LibrarySplitRules
{
    private const SplitLaw Sum = SplitLaw.Sum;
    private const SplitLaw Quota = SplitLaw.Quota;
    private const SplitLaw Sign = SplitLaw.NoOppositeSign;
    private const SplitLaw Zero = SplitLaw.ZeroGetsZero;
    private const SplitLaw Mirror = SplitLaw.SignSymmetric;
    private const SplitLaw Order = SplitLaw.OrderIndependent;
    private const SplitLaw Larger = SplitLaw.LargerGetsNoLess;
    private const SplitLaw House = SplitLaw.HouseMonotone;

    /// <summary>Gets brick/money, FloorToFirst: <see cref="SplitRule.First"/>.</summary>
    public static SplitRule BrickFloorToFirst { get; } = new("brick/floor-to-first", LeftOver.First, [Sum, Sign, Mirror]);

    /// <summary>Gets brick/money, FloorToLargestRemainder: the largest remainder, ties by position.</summary>
    public static SplitRule BrickFloorToLargestRemainder { get; } = new("brick/floor-to-largest-remainder", LeftOver.LargestRemainder, [Sum, Quota, Sign, Zero, Mirror, Larger], tiesByPosition: true);

    /// <summary>Gets brick/money, FloorToLargestRatio: the largest weight, ties by position.</summary>
    public static SplitRule BrickFloorToLargestRatio { get; } = new("brick/floor-to-largest-ratio", LeftOver.LargestWeight, [Sum, Sign, Zero, Mirror, Larger], tiesByPosition: true);

    /// <summary>Gets brick/money, FloorSeparate: <see cref="SplitRule.Separate"/>.</summary>
    public static SplitRule BrickFloorSeparate { get; } = new("brick/floor-separate", LeftOver.Separate, [Quota, Sign, Zero, Mirror, Order, Larger, House]);

    /// <summary>Gets brick/money, BlockSeparate: <see cref="SplitRule.Block"/>.</summary>
    public static SplitRule BrickBlockSeparate { get; } = new("brick/block-separate", LeftOver.Block, [Sign, Zero, Mirror, Order, Larger, House]);

    /// <summary>Gets dinero.js version 1: quotas cut off toward negative infinity, then one unit each to the first lines that have a weight.</summary>
    public static SplitRule DineroV1 { get; } = new("dinero-v1", LeftOver.FirstNonZero, [Sum, Sign, Zero], floorsDown: true, tiesByPosition: true);

    /// <summary>Gets dinero.js version 2: the largest weight, ties by position.</summary>
    public static SplitRule DineroV2 { get; } = new("dinero-v2", LeftOver.LargestWeight, [Sum, Sign, Zero, Mirror, Larger], tiesByPosition: true);

    /// <summary>Gets moneyphp: quotas cut off toward negative infinity, then the largest remainder, ties by position.</summary>
    public static SplitRule MoneyPhp { get; } = new("moneyphp", LeftOver.LargestRemainder, [Sum, Quota, Sign, Zero, Larger], floorsDown: true, tiesByPosition: true);

    /// <summary>Gets RubyMoney: from the last line backwards, each gets its share of what is still there, cut off; the first gets the rest.</summary>
    public static SplitRule RubyMoney { get; } = new("rubymoney", LeftOver.CascadeFromLast, [Sum, Sign, Zero, Mirror, House]);

    /// <summary>Gets Shopify money, roundrobin: quotas cut off toward negative infinity, then one unit each to the first lines, those of weight 0 too.</summary>
    public static SplitRule ShopifyRoundRobin { get; } = new("shopify/roundrobin", LeftOver.First, [Sum], floorsDown: true, tiesByPosition: true);

    /// <summary>Gets Shopify money, roundrobin_reverse: as <see cref="ShopifyRoundRobin"/>, from the last line backwards.</summary>
    public static SplitRule ShopifyRoundRobinReverse { get; } = new("shopify/roundrobin-reverse", LeftOver.Last, [Sum], floorsDown: true, tiesByPosition: true);

    /// <summary>Gets Shopify money, nearest: quotas cut off toward negative infinity, then the largest remainder; ties by position here, undefined there.</summary>
    public static SplitRule ShopifyNearest { get; } = new("shopify/nearest", LeftOver.LargestRemainder, [Sum, Quota, Sign, Zero, Larger], floorsDown: true, tiesByPosition: true);

    /// <summary>Gets NodaMoney: each line but the last is rounded, a half to even; the last gets the difference, which can have the wrong sign.</summary>
    public static SplitRule NodaMoney { get; } = new("nodamoney", LeftOver.ResidualToLast, [Sum, Mirror], mode: RoundingMode.HalfEven);

    /// <summary>Gets NMoneys, FirstToLast: <see cref="SplitRule.First"/>.</summary>
    public static SplitRule NMoneysFirstToLast { get; } = new("nmoneys/first-to-last", LeftOver.First, [Sum, Sign, Mirror]);

    /// <summary>Gets NMoneys, LastToFirst: <see cref="SplitRule.Last"/>.</summary>
    public static SplitRule NMoneysLastToFirst { get; } = new("nmoneys/last-to-first", LeftOver.Last, [Sum, Sign, Mirror]);

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<SplitRule> All { get; } =
    [
        BrickFloorToFirst, BrickFloorToLargestRemainder, BrickFloorToLargestRatio, BrickFloorSeparate, BrickBlockSeparate, DineroV1, DineroV2, MoneyPhp, RubyMoney,
        ShopifyRoundRobin, ShopifyRoundRobinReverse, ShopifyNearest, NodaMoney, NMoneysFirstToLast, NMoneysLastToFirst,
    ];
}
