using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>What is counted: the number that chooses a tier, or the number that is paid on. The two may differ.</summary>
/// <remarks>
/// <para>Range: the ready-made ones, one's own by name, and those derived from another by a target or a baseline.</para>
/// <para>Equality is by name and kind. A class, since no basis would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Basis : IEquatable<Basis>
{
    private Basis(string name, BasisKind kind, BasisContents contents = BasisContents.None, Basis? source = null, Derivation derivation = Derivation.None)
    {
        Name = name;
        Kind = kind;
        Contents = contents;
        Source = source;
        How = derivation;
    }

    internal enum Derivation
    {
        None,
        Attainment,
        Growth,
        OverTarget,
        OverBaseline,
    }

    /// <summary>Gets revenue without tax and shipping, returns taken off.</summary>
    public static Basis NetRevenue { get; } = new("net-revenue", BasisKind.Money);

    /// <summary>Gets revenue with tax and shipping.</summary>
    public static Basis GrossRevenue { get; } = new("gross-revenue", BasisKind.Money, BasisContents.Tax | BasisContents.Shipping);

    /// <summary>Gets the margin: net revenue less the cost of the goods.</summary>
    public static Basis Margin { get; } = new("margin", BasisKind.Money);

    /// <summary>Gets the cash collected, tax and shipping included.</summary>
    public static Basis Collected { get; } = new("collected", BasisKind.Money, BasisContents.Tax | BasisContents.Shipping);

    /// <summary>Gets units sold.</summary>
    public static Basis Units { get; } = new("units", BasisKind.Count);

    /// <summary>Gets the number of orders.</summary>
    public static Basis Orders { get; } = new("orders", BasisKind.Count);

    /// <summary>Gets the share of customers who bought again.</summary>
    public static Basis RepurchaseRate { get; } = new("repurchase-rate", BasisKind.Rate);

    /// <summary>Gets an attainment that the facts state themselves. Where they hold value and target, use <see cref="AttainmentOf(Basis)"/>.</summary>
    public static Basis Attainment { get; } = new("attainment", BasisKind.Rate);

    /// <summary>Gets the name, such as <c>net-revenue</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the kind of number.</summary>
    public BasisKind Kind { get; }

    /// <summary>Gets whether tax and shipping are in.</summary>
    public BasisContents Contents { get; }

    /// <summary>Gets the basis that this one is derived from, if it is derived.</summary>
    public Basis? Source { get; }

    internal Derivation How { get; }

    /// <summary>10^6 for money and counts, 10^10 for rates: the whole units that one is made of.</summary>
    internal long UnitsPerOne => Kind == BasisKind.Rate ? 10_000_000_000 : 1_000_000;

    /// <summary>Compares name and kind.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(Basis? left, Basis? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares name and kind.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Basis? left, Basis? right) => !(left == right);

    /// <summary>Names an amount of one's own.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="contents">Whether tax and shipping are in.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a legal id.</exception>
    public static Basis Money(string name, BasisContents contents) => new(new Id<Basis>(name).Value, BasisKind.Money, contents);

    /// <summary>Names a count or quantity of one's own.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a legal id.</exception>
    public static Basis Count(string name) => new(new Id<Basis>(name).Value, BasisKind.Count);

    /// <summary>Names a rate of one's own.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a legal id.</exception>
    public static Basis Rate(string name) => new(new Id<Basis>(name).Value, BasisKind.Rate);

    /// <summary>Divides a value by its target; compared by cross-multiplication, hence never rounded.</summary>
    /// <param name="source">The value; the facts hold its target.</param>
    /// <returns>The attainment, 100 % where value and target are equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis AttainmentOf(Basis source) => Derive(source, "attainment of ", BasisKind.Rate, Derivation.Attainment);

    /// <summary>Divides what a value exceeds its baseline by, by the baseline.</summary>
    /// <param name="source">The value; the facts hold its baseline.</param>
    /// <returns>The growth, 0 % where value and baseline are equal, negative below.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis GrowthOf(Basis source) => Derive(source, "growth of ", BasisKind.Rate, Derivation.Growth);

    /// <summary>Takes what a value exceeds its target by.</summary>
    /// <param name="source">The value; the facts hold its target.</param>
    /// <returns>The excess, 0 below the target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis OverTarget(Basis source) => Derive(source, "over target: ", Guard.Against.Null(source).Kind, Derivation.OverTarget);

    /// <summary>Takes what a value exceeds its baseline by, that is, growth in units of its own.</summary>
    /// <param name="source">The value; the facts hold its baseline.</param>
    /// <returns>The excess, 0 below the baseline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis OverBaseline(Basis source) => Derive(source, "over baseline: ", Guard.Against.Null(source).Kind, Derivation.OverBaseline);

    /// <inheritdoc/>
    public bool Equals(Basis? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Contents == other.Contents && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Basis);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static Basis Derive(Basis source, string prefix, BasisKind kind, Derivation how)
    {
        Guard.Against.Null(source);
        return source.How == Derivation.None
            ? new Basis(prefix + source.Name, kind, source.Contents, source, how)
            : throw new ArgumentException($"'{source.Name}' is derived already; a basis is derived once.", nameof(source));
    }
}
