namespace ChannelModel.Scoring;

/// <summary>A remark about a ranking that is legal but deserves a second look.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RankingDiagnostic
{
    internal RankingDiagnostic(RankingDiagnosticKind kind, Id<DecisionCriterion>? criterion, LocalText message)
    {
        Kind = kind;
        Criterion = criterion;
        Message = message;
    }

    /// <summary>Gets the kind.</summary>
    public RankingDiagnosticKind Kind { get; }

    /// <summary>Gets the criterion, where one is concerned.</summary>
    public Id<DecisionCriterion>? Criterion { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Message { get; }

    /// <summary>Returns the sentence in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Message.En;
}
