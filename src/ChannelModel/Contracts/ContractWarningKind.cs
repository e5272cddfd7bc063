namespace ChannelModel.Contracts;

/// <summary>What a warning is about.</summary>
public enum ContractWarningKind
{
    /// <summary>At the present pace, or by its present level, a commitment will be missed.</summary>
    CommitmentAtRisk = 0,

    /// <summary>The deposit holds less than it should.</summary>
    DepositBelowLevel = 1,

    /// <summary>Data that is due has not come.</summary>
    DataOverdue = 2,

    /// <summary>The window for deciding a renewal is open.</summary>
    TermEnding = 3,

    /// <summary>A report is falsified.</summary>
    FalsifiedReport = 4,
}
