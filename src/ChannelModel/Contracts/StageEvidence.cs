using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A document that shows a criterion, and its day.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StageEvidence
{
    /// <summary>Initializes a new instance of the <see cref="StageEvidence"/> class.</summary>
    /// <param name="criterion">What it shows.</param>
    /// <param name="on">Its day.</param>
    /// <param name="reference">The document; 1 to 200 characters.</param>
    /// <exception cref="System.ArgumentException">The reference is none.</exception>
    public StageEvidence(StageCriterion criterion, LocalDate on, string reference)
    {
        Criterion = Guard.Against.Null(criterion);
        On = on;
        Reference = ContractFact.Check(reference);
    }

    /// <summary>Gets what it shows.</summary>
    public StageCriterion Criterion { get; }

    /// <summary>Gets its day.</summary>
    public LocalDate On { get; }

    /// <summary>Gets the document.</summary>
    public string Reference { get; }
}
