using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>How a total is split into whole units: who gets the units that are left over when every quota is cut off. A named value that is kept with the result.</summary>
/// <remarks>
/// <para>
/// Range: the rules below, <see cref="CumulativeBy"/> with one of nine rounding modes, and the rules of well-known money libraries in <see cref="LibrarySplitRules"/>. Each says which
/// laws it keeps: <see cref="Laws"/>. The rules of this class are exact: weights are fractions, products have 128 bits or more, and no rule hands out units one by one in time that grows with the total.
/// </para>
/// <para>Equality is by name; there is no ordering. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SplitRule : IEquatable<SplitRule>
{
    private static readonly SplitLaw[] Fair =
        [SplitLaw.Sum, SplitLaw.Quota, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.SignSymmetric, SplitLaw.OrderIndependent, SplitLaw.LargerGetsNoLess];

    private readonly HashSet<SplitLaw> _laws;

    internal SplitRule(string name, LeftOver leftOver, SplitLaw[] laws, bool floorsDown = false, bool tiesByPosition = false, RoundingMode mode = RoundingMode.HalfAwayFromZero)
    {
        Name = name;
        LeftOver = leftOver;
        FloorsDown = floorsDown;
        TiesByPosition = tiesByPosition;
        Mode = mode;
        _laws = [.. laws];
        Laws = [.. laws.OrderBy(law => law)];
    }

    /// <summary>Gets the largest remainder (Hamilton): the left-over units go one each to the quotas that lost most by cutting off, ties to the smaller key. The default.</summary>
    public static SplitRule LargestRemainder { get; } = new("largest-remainder", LeftOver.LargestRemainder, Fair);

    /// <summary>Gets "to the first": the left-over units go one each to the lines in the given order, lines of weight 0 too; see <see cref="FirstNonZero"/>.</summary>
    public static SplitRule First { get; } = new("first", LeftOver.First, [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.SignSymmetric]);

    /// <summary>Gets "to the first that has a weight": as <see cref="First"/>, but a weight of 0 gets 0.</summary>
    public static SplitRule FirstNonZero { get; } = new("first-non-zero", LeftOver.FirstNonZero, [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.SignSymmetric]);

    /// <summary>Gets "to the last": the left-over units go one each to the lines from the last one backwards, lines of weight 0 too.</summary>
    public static SplitRule Last { get; } = new("last", LeftOver.Last, [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.SignSymmetric]);

    /// <summary>Gets "to the largest weight": the left-over units go one each to the largest weights, ties to the smaller key.</summary>
    public static SplitRule LargestWeight { get; } = new("largest-weight", LeftOver.LargestWeight, [.. Fair.Where(law => law != SplitLaw.Quota)]);

    /// <summary>Gets cumulative rounding, a half away from zero: the first k parts together are the rounded share of the first k weights. For phasing a target over periods in order.</summary>
    public static SplitRule Cumulative { get; } = CumulativeBy(RoundingMode.HalfAwayFromZero);

    /// <summary>Gets "keep apart": every quota is cut off, and what is left over is the remainder of the result.</summary>
    public static SplitRule Separate { get; } = new("separate", LeftOver.Separate, [.. Fair.Where(law => law != SplitLaw.Sum), SplitLaw.HouseMonotone]);

    /// <summary>Gets "whole blocks": each line gets the same number of times its weight in lowest terms; what makes no whole block is the remainder of the result.</summary>
    public static SplitRule Block { get; } = new("block", LeftOver.Block, [SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.SignSymmetric, SplitLaw.OrderIndependent, SplitLaw.LargerGetsNoLess, SplitLaw.HouseMonotone]);

    /// <summary>Gets the ready-made rules of this class, without those of other libraries.</summary>
    public static IReadOnlyList<SplitRule> All { get; } =
        [LargestRemainder, First, FirstNonZero, Last, LargestWeight, Cumulative, CumulativeBy(RoundingMode.HalfEven), Separate, Block];

    /// <summary>Gets the name, such as <c>largest-remainder</c>; rules are written and read by it.</summary>
    public string Name { get; }

    /// <summary>Gets the laws that every split by this rule keeps, in the order of the enumeration.</summary>
    public IReadOnlyList<SplitLaw> Laws { get; }

    /// <summary>Gets a value indicating whether units may be left over, as the remainder of the result.</summary>
    public bool LeavesRemainder => LeftOver is LeftOver.Separate or LeftOver.Block;

    internal LeftOver LeftOver { get; }

    /// <summary>Gets a value indicating whether quotas are cut off toward negative infinity, not toward zero: not sign-symmetric.</summary>
    internal bool FloorsDown { get; }

    /// <summary>Gets a value indicating whether ties go to the earlier line, not to the smaller key.</summary>
    internal bool TiesByPosition { get; }

    internal RoundingMode Mode { get; }

    /// <summary>Compares names.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same rule.</returns>
    public static bool operator ==(SplitRule? left, SplitRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares names.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SplitRule? left, SplitRule? right) => !(left == right);

    /// <summary>Returns cumulative rounding by a mode: the first k parts together are the share of the first k weights, rounded by the mode, for every k.</summary>
    /// <param name="mode">How each running sum is rounded.</param>
    /// <returns>The rule, such as <c>cumulative/half-even</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not a rounding mode.</exception>
    public static SplitRule CumulativeBy(RoundingMode mode)
    {
        if (mode is < RoundingMode.HalfAwayFromZero or > RoundingMode.Floor)
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "Expected one of the nine rounding modes.");
        }

        List<SplitLaw> laws = [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.PrefixRounded];
        if (mode != RoundingMode.HalfEven)
        {
            laws.Add(SplitLaw.Quota);
        }

        if (mode is not (RoundingMode.HalfUp or RoundingMode.HalfDown or RoundingMode.Ceiling or RoundingMode.Floor))
        {
            laws.Add(SplitLaw.SignSymmetric);
        }

        string name = mode == RoundingMode.HalfAwayFromZero ? "cumulative" : "cumulative/" + Rounding.All[(int)mode];
        return new SplitRule(name, LeftOver.Cumulative, [.. laws], mode: mode);
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">Such as <c>largest-remainder</c>, <c>cumulative/half-even</c> or <c>moneyphp</c>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not the name of a rule.</exception>
    public static SplitRule Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out SplitRule? rule)
            ? rule
            : throw new FormatException($"'{text}' is not a rule; expected one of {string.Join(", ", All.Concat(LibrarySplitRules.All).Select(known => known.Name))}, or cumulative/ and a rounding mode.");
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">Such as <c>largest-remainder</c>.</param>
    /// <param name="rule">The rule, or <see langword="null"/>.</param>
    /// <returns>Whether <paramref name="text"/> is the name of a rule.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SplitRule? rule)
    {
        rule = All.Concat(LibrarySplitRules.All).FirstOrDefault(known => known.Name == text);
        const string Prefix = "cumulative/";
        if (rule is null && text is not null && text.StartsWith(Prefix, StringComparison.Ordinal)
            && Rounding.TryParse(text.Substring(Prefix.Length), out Rounding? rounding) && rounding.Scale is null)
        {
            rule = CumulativeBy(rounding.Mode);
        }

        return rule is not null;
    }

    /// <summary>Says whether every split by this rule keeps a law.</summary>
    /// <param name="law">The law.</param>
    /// <returns>Whether it is kept always; where it is not, there is a counter-example.</returns>
    public bool Keeps(SplitLaw law) => _laws.Contains(law);

    /// <inheritdoc/>
    public bool Equals(SplitRule? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SplitRule);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() => Name;
}
