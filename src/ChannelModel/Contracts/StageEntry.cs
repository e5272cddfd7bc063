using System.Collections.Generic;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>The entry into a stage: when, and on what evidence.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StageEntry
{
    internal StageEntry(PartnershipStage stage, LocalDate on, IReadOnlyList<StageEvidence> evidence)
    {
        Stage = stage;
        On = on;
        Evidence = evidence;
    }

    /// <summary>Gets the stage that was entered.</summary>
    public PartnershipStage Stage { get; }

    /// <summary>Gets the day.</summary>
    public LocalDate On { get; }

    /// <summary>Gets the evidence of every criterion of the transition; none for the first stage.</summary>
    public IReadOnlyList<StageEvidence> Evidence { get; }
}
