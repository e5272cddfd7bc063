namespace ChannelModel.Contracts;

/// <summary>Where a partnership stands.</summary>
public enum PartnershipStage
{
    /// <summary>First talks.</summary>
    InitialContact = 0,

    /// <summary>Goal, channel need and expected return are named.</summary>
    NeedsConfirmed = 1,

    /// <summary>The contract is signed.</summary>
    ContractSigned = 2,

    /// <summary>Money, people and equipment are being put in place.</summary>
    ResourcesCommitted = 3,

    /// <summary>Sales, brand influence and satisfaction are being evaluated.</summary>
    EffectEvaluated = 4,

    /// <summary>The strategy is adjusted again and again.</summary>
    ContinuouslyOptimised = 5,

    /// <summary>Interrupted; it can be resumed where it was.</summary>
    Suspended = 6,

    /// <summary>Ended for good.</summary>
    Terminated = 7,

    /// <summary>Renewed: a new contract follows.</summary>
    Renewed = 8,
}
