namespace ChannelModel.Contracts;

/// <summary>One reason of a renewal decision: what was looked at, what was found, what was asked for.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RenewalReason
{
    internal RenewalReason(string code, bool speaksFor, LocalText text)
    {
        Code = code;
        SpeaksFor = speaksFor;
        Text = text;
    }

    /// <summary>Gets the code: <c>score</c>, <c>commitments</c>, <c>roi</c>, <c>fault</c> or <c>not-rated</c>.</summary>
    public string Code { get; }

    /// <summary>Gets a value indicating whether it speaks for a renewal.</summary>
    public bool SpeaksFor { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Text { get; }
}
