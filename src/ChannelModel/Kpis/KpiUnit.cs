using System;
using ChannelModel.Internal;

namespace ChannelModel.Kpis;

/// <summary>What the values of a KPI are measured in.</summary>
/// <remarks>
/// <para>Range: percent, money of one currency, a score on a scale, a count, or a plain number.</para>
/// <para>Equality is by kind, currency and scale; there is no ordering. A class, since no unit would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiUnit : IEquatable<KpiUnit>
{
    private KpiUnit(KpiUnitKind kind, Currency? currency = null, decimal? minimum = null, decimal? maximum = null)
    {
        Kind = kind;
        Currency = currency;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets a plain number.</summary>
    public static KpiUnit Number { get; } = new(KpiUnitKind.Number);

    /// <summary>Gets percent; values are a <see cref="Rate"/>.</summary>
    public static KpiUnit Percent { get; } = new(KpiUnitKind.Percent);

    /// <summary>Gets a number of things; 0 and above.</summary>
    public static KpiUnit Count { get; } = new(KpiUnitKind.Count, minimum: 0m);

    /// <summary>Gets the kind.</summary>
    public KpiUnitKind Kind { get; }

    /// <summary>Gets the currency of a money KPI, else <see langword="null"/>.</summary>
    public Currency? Currency { get; }

    /// <summary>Gets the smallest value, included: the low end of a score's scale, 0 of a count, else <see langword="null"/>.</summary>
    public decimal? Minimum { get; }

    /// <summary>Gets the largest value, included: the high end of a score's scale, else <see langword="null"/>.</summary>
    public decimal? Maximum { get; }

    /// <summary>Compares two units.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(KpiUnit? left, KpiUnit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two units.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(KpiUnit? left, KpiUnit? right) => !(left == right);

    /// <summary>Makes money of one currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>The unit.</returns>
    public static KpiUnit Money(Currency currency) => new(KpiUnitKind.Money, currency);

    /// <summary>Makes a score on a scale.</summary>
    /// <param name="minimum">The low end, included.</param>
    /// <param name="maximum">The high end, included; above <paramref name="minimum"/>.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is not above <paramref name="minimum"/>.</exception>
    public static KpiUnit Score(decimal minimum, decimal maximum) =>
        maximum > minimum
            ? new KpiUnit(KpiUnitKind.Score, null, Exact.Canonical(minimum), Exact.Canonical(maximum))
            : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, $"Expected a scale that ends above {Exact.Format(minimum, 0, string.Empty)}.");

    /// <summary>Tells whether a value is of this unit and inside its range.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is.</returns>
    public bool Accepts(KpiValue value) =>
        (Kind switch
        {
            KpiUnitKind.Percent => value.Kind == KpiUnitKind.Percent,
            KpiUnitKind.Money => value.Kind == KpiUnitKind.Money && value.Currency == Currency,
            _ => value.Kind == KpiUnitKind.Number,
        })
        && (Minimum is not decimal minimum || value.Amount >= minimum)
        && (Maximum is not decimal maximum || value.Amount <= maximum);

    /// <inheritdoc/>
    public bool Equals(KpiUnit? other) =>
        other is not null && Kind == other.Kind && Currency == other.Currency && Minimum == other.Minimum && Maximum == other.Maximum;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Currency.GetHashCode() ^ Maximum.GetHashCode();

    /// <summary>Returns the unit in words, such as <c>percent</c>, <c>CNY</c>, <c>score 0 to 5</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        KpiUnitKind.Percent => "percent",
        KpiUnitKind.Money => Currency!.Value.Code,
        KpiUnitKind.Score => $"score {Exact.Format(Minimum!.Value, 0, string.Empty)} to {Exact.Format(Maximum!.Value, 0, string.Empty)}",
        KpiUnitKind.Count => "count",
        _ => "number",
    };

    /// <summary>A value of this unit that was computed from values of this unit.</summary>
    internal KpiValue Make(decimal amount) => Kind switch
    {
        KpiUnitKind.Percent => Rate.Percent(Exact.Round(amount, Rate.Scale - 2, RoundingMode.HalfAwayFromZero)),
        KpiUnitKind.Money => ChannelModel.Money.Of(Exact.Round(amount, ChannelModel.Money.MaxScale, RoundingMode.HalfAwayFromZero), Currency!.Value),
        _ => amount,
    };
}
