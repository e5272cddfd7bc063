using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>What should follow from a grade or a gate, as data: the library does nothing by itself.</summary>
/// <remarks>
/// <para>Range: a kind, and a code of the caller's for what it concerns, such as <c>purchase-order</c>, <c>renewal</c> or <c>account-manager</c>.</para>
/// <para>Equality is by kind, code and text; there is no ordering. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ScoreAction : IEquatable<ScoreAction>
{
    /// <summary>Initializes a new instance of the <see cref="ScoreAction"/> class.</summary>
    /// <param name="kind">What should happen.</param>
    /// <param name="subject">What it concerns: lower-case letters, digits and single hyphens between them.</param>
    /// <param name="text">A sentence for people, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="subject"/> is not a code.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public ScoreAction(ActionKind kind, string subject, LocalText? text = null)
    {
        if (kind is < ActionKind.Block or > ActionKind.Reward)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a defined kind of action.");
        }

        Guard.Against.Null(subject);
        Subject = NamedCode<Channels.ChannelCategory>.IsLegal(subject)
            ? subject
            : throw new ArgumentException($"'{subject}' is not a code; expected 1 to 50 characters, lower-case letters, digits and single hyphens between them, such as 'purchase-order'.", nameof(subject));
        Kind = kind;
        Text = text;
    }

    /// <summary>Gets what should happen.</summary>
    public ActionKind Kind { get; }

    /// <summary>Gets what it concerns.</summary>
    public string Subject { get; }

    /// <summary>Gets a sentence for people, if there is one.</summary>
    public LocalText? Text { get; }

    /// <summary>Compares two actions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(ScoreAction? left, ScoreAction? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two actions.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScoreAction? left, ScoreAction? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(ScoreAction? other) => other is not null && Kind == other.Kind && Subject == other.Subject && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreAction);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Subject) ^ (int)Kind;

    /// <summary>Returns kind and subject, such as <c>block purchase-order</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        ActionKind.Block => "block ",
        ActionKind.Warn => "warn ",
        ActionKind.Notify => "notify ",
        _ => "reward ",
    } + Subject;
}
