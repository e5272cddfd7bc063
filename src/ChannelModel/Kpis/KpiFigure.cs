using System;

namespace ChannelModel.Kpis;

/// <summary>A value, or the reason why there is none; a missing value is never 0.</summary>
/// <remarks>Equality is by value and reason. A class; there is no default. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiFigure : IEquatable<KpiFigure>
{
    private KpiFigure(KpiValue? value, KpiGap gap)
    {
        Value = value;
        Gap = gap;
    }

    /// <summary>Gets the value, or <see langword="null"/>.</summary>
    public KpiValue? Value { get; }

    /// <summary>Gets why there is no value; <see cref="KpiGap.None"/> if there is one.</summary>
    public KpiGap Gap { get; }

    /// <summary>Compares value and reason.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(KpiFigure? left, KpiFigure? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares value and reason.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(KpiFigure? left, KpiFigure? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(KpiFigure? other) => other is not null && Value == other.Value && Gap == other.Gap;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiFigure);

    /// <inheritdoc/>
    public override int GetHashCode() => (Value?.GetHashCode() ?? 0) ^ (int)Gap;

    /// <summary>Returns the value, or the reason in English.</summary>
    /// <returns>Such as <c>12%</c>, or <c>no data</c>.</returns>
    public override string ToString() => Value?.ToString() ?? KpiText.Reason(Gap).En;

    internal static KpiFigure Of(KpiValue value) => new(value, KpiGap.None);

    internal static KpiFigure Missing(KpiGap gap) => new(null, gap);
}
