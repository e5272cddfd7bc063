using System;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>What is counted: the number that chooses a tier, or the number that is paid on. The two may differ.</summary>
/// <remarks>
/// <para>Range: the ready-made ones, one's own by name, and those derived from another by a target or a baseline.</para>
/// <para>Equality is by name, kind, contents and policy. A class, since no basis would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Basis : IEquatable<Basis>
{
    private Basis(string name, BasisKind kind, BasisContents contents = BasisContents.None, Basis? source = null, BasisDerivation derivation = BasisDerivation.None, NoBaseline noBaseline = NoBaseline.Refused, string? zhHans = null)
    {
        Name = name;
        Kind = kind;
        Contents = contents;
        Source = source;
        DerivedBy = derivation;
        NoBaseline = noBaseline;
        Label = new LocalText(name, zhHans);
    }

    /// <summary>Gets revenue without tax and shipping, returns taken off.</summary>
    public static Basis NetRevenue { get; } = new("net-revenue", BasisKind.Money, zhHans: "净销售额");

    /// <summary>Gets revenue with tax and shipping.</summary>
    public static Basis GrossRevenue { get; } = new("gross-revenue", BasisKind.Money, BasisContents.Tax | BasisContents.Shipping, zhHans: "含税运费销售额");

    /// <summary>Gets the margin: net revenue less the cost of the goods.</summary>
    public static Basis Margin { get; } = new("margin", BasisKind.Money, zhHans: "毛利");

    /// <summary>Gets the cash collected, tax and shipping included.</summary>
    public static Basis Collected { get; } = new("collected", BasisKind.Money, BasisContents.Tax | BasisContents.Shipping, zhHans: "回款额");

    /// <summary>Gets units sold.</summary>
    public static Basis Units { get; } = new("units", BasisKind.Count, zhHans: "销量");

    /// <summary>Gets the number of orders.</summary>
    public static Basis Orders { get; } = new("orders", BasisKind.Count, zhHans: "订单数");

    /// <summary>Gets the share of customers who bought again.</summary>
    public static Basis RepurchaseRate { get; } = new("repurchase-rate", BasisKind.Rate, zhHans: "复购率");

    /// <summary>Gets an attainment that the facts state themselves. Where they hold value and target, use <see cref="AttainmentOf(Basis)"/>.</summary>
    public static Basis Attainment { get; } = new("attainment", BasisKind.Rate, zhHans: "达成率");

    /// <summary>Gets the name, such as <c>net-revenue</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the kind of number.</summary>
    public BasisKind Kind { get; }

    /// <summary>Gets whether tax and shipping are in.</summary>
    public BasisContents Contents { get; }

    /// <summary>Gets the basis that this one is derived from, if it is derived.</summary>
    public Basis? Source { get; }

    /// <summary>Gets what growth means for a payee without a baseline; it matters for <see cref="GrowthOf(Basis)"/> and <see cref="OverBaseline(Basis)"/>.</summary>
    public NoBaseline NoBaseline { get; }

    /// <summary>Gets the name as statements print it, in both languages; a name of one's own is the same in both.</summary>
    public LocalText Label { get; }

    /// <summary>Gets how it is derived from <see cref="Source"/>.</summary>
    public BasisDerivation DerivedBy { get; }

    internal BasisDerivation How => DerivedBy;

    /// <summary>10^6 for money and counts, 10^10 for rates: the whole units that one is made of.</summary>
    /// <summary>Units of this basis as a person reads them, rates in percent.</summary>
    internal string Shown(Ratio units) => Kind == BasisKind.Rate
        ? StatementLine.Shown(new Ratio(units.Numerator, units.Denominator * 100_000_000), 10) + "%"
        : StatementLine.Shown(new Ratio(units.Numerator, units.Denominator * UnitsPerOne), 10);

    internal long UnitsPerOne => Kind == BasisKind.Rate ? 10_000_000_000 : 1_000_000;

    /// <summary>The derivations by their short names.</summary>
    internal static class Derivation
    {
        public const BasisDerivation None = BasisDerivation.None;
        public const BasisDerivation Attainment = BasisDerivation.Attainment;
        public const BasisDerivation Growth = BasisDerivation.Growth;
        public const BasisDerivation OverTarget = BasisDerivation.OverTarget;
        public const BasisDerivation OverBaseline = BasisDerivation.OverBaseline;
    }

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
    public static Basis AttainmentOf(Basis source) => Derive(source, "attainment of ", BasisKind.Rate, BasisDerivation.Attainment);

    /// <summary>Divides what a value exceeds its baseline by, by the baseline.</summary>
    /// <param name="source">The value; the facts hold its baseline.</param>
    /// <returns>The growth, 0 % where value and baseline are equal, negative below.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis GrowthOf(Basis source) => Derive(source, "growth of ", BasisKind.Rate, BasisDerivation.Growth);

    /// <summary>Takes what a value exceeds its target by.</summary>
    /// <param name="source">The value; the facts hold its target.</param>
    /// <returns>The excess, 0 below the target.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis OverTarget(Basis source) => Derive(source, "over target: ", Guard.Against.Null(source).Kind, BasisDerivation.OverTarget);

    /// <summary>Takes what a value exceeds its baseline by, that is, growth in units of its own.</summary>
    /// <param name="source">The value; the facts hold its baseline.</param>
    /// <returns>The excess, 0 below the baseline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    public static Basis OverBaseline(Basis source) => Derive(source, "over baseline: ", Guard.Against.Null(source).Kind, BasisDerivation.OverBaseline);

    /// <summary>Names what growth means where no baseline is stated, or one of 0.</summary>
    /// <param name="policy">The choice.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="InvalidOperationException">This basis has no baseline, or is a percentage of it and the choice counts the baseline as 0.</exception>
    public Basis WhenNoBaseline(NoBaseline policy) => How switch
    {
        BasisDerivation.OverBaseline => new Basis(Name, Kind, Contents, Source, How, policy, Label.ZhHans),
        BasisDerivation.Growth when policy != NoBaseline.CountsAsZero => new Basis(Name, Kind, Contents, Source, How, policy, Label.ZhHans),
        BasisDerivation.Growth => throw new InvalidOperationException($"'{Name}' is a percentage of its baseline, and a percentage of 0 is no number; use OverBaseline, or skip."),
        _ => throw new InvalidOperationException($"'{Name}' is not measured against a baseline."),
    };

    /// <inheritdoc/>
    public bool Equals(Basis? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Contents == other.Contents && NoBaseline == other.NoBaseline && How == other.How && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Basis);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static Basis Derive(Basis source, string prefix, BasisKind kind, BasisDerivation how)
    {
        Guard.Against.Null(source);
        string own = source.Label.In(Language.SimplifiedChinese);
        string zhHans = how switch
        {
            BasisDerivation.Attainment => own + "达成率",
            BasisDerivation.Growth => own + "增长率",
            BasisDerivation.OverTarget => "超出目标的" + own,
            _ => "超出基数的" + own,
        };
        return source.How == BasisDerivation.None
            ? new Basis(prefix + source.Name, kind, source.Contents, source, how, zhHans: zhHans)
            : throw new ArgumentException($"'{source.Name}' is derived already; a basis is derived once.", nameof(source));
    }
}
