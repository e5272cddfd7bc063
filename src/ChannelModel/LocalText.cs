using System;
using Ardalis.GuardClauses;

namespace ChannelModel;

/// <summary>A text in English and, where there is one, in simplified Chinese: a name in a plan, a sentence of an explanation.</summary>
/// <remarks>
/// <para>Range: any text for English, which may be in any language if the author has only one; Chinese is optional.</para>
/// <para>Equality is ordinal, by both texts; there is no ordering. A class, since no text would be a good default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class LocalText : IEquatable<LocalText>
{
    /// <summary>Initializes a new instance of the <see cref="LocalText"/> class.</summary>
    /// <param name="en">The text in English, or in the author's only language; not empty.</param>
    /// <param name="zhHans">The text in simplified Chinese, or <see langword="null"/>; not empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="en"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is empty or only white space.</exception>
    public LocalText(string en, string? zhHans = null)
    {
        En = Guard.Against.NullOrWhiteSpace(en);
        ZhHans = zhHans is null ? null : Guard.Against.NullOrWhiteSpace(zhHans);
    }

    /// <summary>Gets the text in English.</summary>
    public string En { get; }

    /// <summary>Gets the text in simplified Chinese, if there is one.</summary>
    public string? ZhHans { get; }

    /// <summary>Compares both texts.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(LocalText? left, LocalText? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares both texts.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(LocalText? left, LocalText? right) => !(left == right);

    /// <summary>Returns the text in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text; English where the other is missing.</returns>
    public string In(Language language) => language == Language.SimplifiedChinese ? ZhHans ?? En : En;

    /// <inheritdoc/>
    public bool Equals(LocalText? other) =>
        other is not null
        && string.Equals(En, other.En, StringComparison.Ordinal)
        && string.Equals(ZhHans, other.ZhHans, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(En);

    /// <summary>Returns the text in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => En;
}
