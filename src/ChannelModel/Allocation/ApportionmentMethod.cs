using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>How whole units (seats, stores, people) are apportioned by weights: a divisor method with its signposts, or the largest remainder. A named value that is kept with the result.</summary>
/// <remarks>
/// <para>
/// A divisor method divides every weight by one divisor and rounds: up when the quotient reaches the signpost s(a) between a and a + 1. It never takes a unit away from a line when there are more
/// units (house monotone), but may stray from the quota. Hamilton keeps the quota, but not that. Which laws each keeps is data: <see cref="Laws"/>.
/// </para>
/// <para>Equality is by name; there is no ordering. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ApportionmentMethod : IEquatable<ApportionmentMethod>
{
    private static readonly SplitLaw[] DivisorLaws = [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.OrderIndependent, SplitLaw.LargerGetsNoLess, SplitLaw.HouseMonotone];

    private readonly Signposts _signposts;
    private readonly Fraction _parameter;

    private ApportionmentMethod(string name, Signposts signposts, Fraction parameter = default, SplitLaw[]? laws = null, string? alias = null)
    {
        Name = name;
        Alias = alias;
        _signposts = signposts;
        _parameter = parameter;
        Laws = laws ?? DivisorLaws;
    }

    private enum Signposts
    {
        None,
        Stationary,
        FirstThenHalf,
        Dean,
        HuntingtonHill,
    }

    /// <summary>Gets Jefferson's method, which is D'Hondt's: s(a) = a + 1. Favours large weights.</summary>
    public static ApportionmentMethod Jefferson { get; } = new("jefferson", Signposts.Stationary, 1, alias: "dhondt");

    /// <summary>Gets Webster's method, which is Sainte-Lague's: s(a) = a + 1/2. Favours neither; the parts are nearest to the quotas, the square of the distance by weight.</summary>
    public static ApportionmentMethod Webster { get; } = new("webster", Signposts.Stationary, Fraction.Of(1, 2), alias: "saintelague");

    /// <summary>Gets modified Sainte-Lague: as Webster, but the first unit takes 7/10.</summary>
    public static ApportionmentMethod ModifiedSainteLague { get; } = new("modified-saintelague", Signposts.FirstThenHalf, Fraction.Of(7, 10));

    /// <summary>Gets Adams' method: s(a) = a, so that every weight above 0 gets at least 1. Favours small weights.</summary>
    public static ApportionmentMethod Adams { get; } = new("adams", Signposts.Stationary);

    /// <summary>Gets Dean's method: s(a) = a (a + 1) / (a + 1/2), the harmonic mean; every weight above 0 gets at least 1.</summary>
    public static ApportionmentMethod Dean { get; } = new("dean", Signposts.Dean);

    /// <summary>Gets the method of Huntington and Hill: s(a) = the square root of a (a + 1), the geometric mean, compared by squares; every weight above 0 gets at least 1.</summary>
    public static ApportionmentMethod HuntingtonHill { get; } = new("huntington-hill", Signposts.HuntingtonHill);

    /// <summary>Gets Hamilton's method: the largest remainder, no divisor. Keeps the quota; not house monotone.</summary>
    public static ApportionmentMethod Hamilton { get; } = new(
        "hamilton",
        Signposts.None,
        laws: [SplitLaw.Sum, SplitLaw.Quota, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.OrderIndependent, SplitLaw.LargerGetsNoLess],
        alias: "largest-remainder");

    /// <summary>Gets the ready-made methods.</summary>
    public static IReadOnlyList<ApportionmentMethod> All { get; } = [Jefferson, Webster, ModifiedSainteLague, Adams, Dean, HuntingtonHill, Hamilton];

    /// <summary>Gets the name, such as <c>webster</c>; methods are written and read by it.</summary>
    public string Name { get; }

    /// <summary>Gets another name that is read as well, such as <c>saintelague</c>; or <see langword="null"/>.</summary>
    public string? Alias { get; }

    /// <summary>Gets the laws that every apportionment without bounds keeps, in the order of the enumeration. Totals are 0 or more, so that the law of signs says nothing here.</summary>
    public IReadOnlyList<SplitLaw> Laws { get; }

    /// <summary>Gets a value indicating whether there is a divisor.</summary>
    public bool HasDivisor => _signposts != Signposts.None;

    /// <summary>Gets a value indicating whether every weight above 0 gets at least one unit.</summary>
    public bool GivesEachOne => _signposts is Signposts.Dean or Signposts.HuntingtonHill || (_signposts is Signposts.Stationary or Signposts.FirstThenHalf && _parameter.IsZero);

    /// <summary>Gets the power in which signposts and weights are compared: 2 where signposts are square roots.</summary>
    internal int Power => _signposts == Signposts.HuntingtonHill ? 2 : 1;

    /// <summary>Compares names.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same method.</returns>
    public static bool operator ==(ApportionmentMethod? left, ApportionmentMethod? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares names.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ApportionmentMethod? left, ApportionmentMethod? right) => !(left == right);

    /// <summary>Returns a stationary method: s(a) = a + r. 0 is Adams', 1/2 Webster's, 1 Jefferson's.</summary>
    /// <param name="signpost">r, 0 to 1, both included.</param>
    /// <returns>The method, such as <c>stationary/1/3</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signpost"/> is outside 0 to 1.</exception>
    public static ApportionmentMethod Stationary(Fraction signpost) => new("stationary/" + Inside(signpost), Signposts.Stationary, signpost);

    /// <summary>Returns Webster's method with another price of the first unit: s(0) = r, else s(a) = a + 1/2.</summary>
    /// <param name="first">r, 0 to 1, both included; 7/10 in modified Sainte-Lague.</param>
    /// <returns>The method, such as <c>webster-first/3/5</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is outside 0 to 1.</exception>
    public static ApportionmentMethod WebsterWithFirst(Fraction first) => new("webster-first/" + Inside(first), Signposts.FirstThenHalf, first);

    /// <summary>Reads a name.</summary>
    /// <param name="text">Such as <c>webster</c>, <c>saintelague</c> or <c>stationary/1/3</c>.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not the name of a method.</exception>
    public static ApportionmentMethod Parse(string text)
    {
        Guard.Against.Null(text);

        return TryParse(text, out ApportionmentMethod? method)
            ? method
            : throw new FormatException($"'{text}' is not a method; expected one of {string.Join(", ", All.Select(known => known.Name))}, or stationary/ or webster-first/ and a fraction from 0 to 1.");
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">Such as <c>webster</c>.</param>
    /// <param name="method">The method, or <see langword="null"/>.</param>
    /// <returns>Whether <paramref name="text"/> is the name of a method.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ApportionmentMethod? method)
    {
        method = text is null ? null : All.FirstOrDefault(known => known.Name == text || known.Alias == text);
        foreach ((string prefix, Func<Fraction, ApportionmentMethod> make) in new (string, Func<Fraction, ApportionmentMethod>)[] { ("stationary/", Stationary), ("webster-first/", WebsterWithFirst) })
        {
            if (method is null && text is not null && text.StartsWith(prefix, StringComparison.Ordinal)
                && Fraction.TryParse(text.Substring(prefix.Length), out Fraction parameter) && parameter >= 0 && parameter <= 1)
            {
                method = make(parameter);
            }
        }

        return method is not null;
    }

    /// <summary>Says whether every apportionment without bounds keeps a law.</summary>
    /// <param name="law">The law.</param>
    /// <returns>Whether it is kept always; where it is not, there is a counter-example.</returns>
    public bool Keeps(SplitLaw law) => Laws.Contains(law);

    /// <inheritdoc/>
    public bool Equals(ApportionmentMethod? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApportionmentMethod);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name; <see cref="Parse(string)"/> reads it back.</returns>
    public override string ToString() => Name;

    /// <summary>The signpost between a and a + 1, in the method's power, as two whole numbers.</summary>
    internal (BigInteger Top, BigInteger Bottom) Signpost(BigInteger a) => _signposts switch
    {
        Signposts.Stationary => ((a * _parameter.Denominator) + _parameter.Numerator, _parameter.Denominator),
        Signposts.FirstThenHalf => a.IsZero ? (_parameter.Numerator, _parameter.Denominator) : ((2 * a) + 1, 2),
        Signposts.Dean => (2 * a * (a + 1), (2 * a) + 1),
        Signposts.HuntingtonHill => (a * (a + 1), BigInteger.One),
        _ => throw new InvalidOperationException("Hamilton's method has no signposts."),
    };

    private static Fraction Inside(Fraction signpost) => signpost < 0 || signpost > 1
        ? throw new ArgumentOutOfRangeException(nameof(signpost), signpost, "Expected a fraction from 0 to 1.")
        : signpost;
}
