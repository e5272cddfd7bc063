namespace ChannelModel.Contracts;

/// <summary>What a fact about a contract is.</summary>
public enum ContractFactKind
{
    /// <summary>A value that the partner reports.</summary>
    Reported = 0,

    /// <summary>A value that a third party measured.</summary>
    ThirdParty = 1,

    /// <summary>What was made good after a period, within its days of grace.</summary>
    MadeGood = 2,

    /// <summary>A delivery of data.</summary>
    Delivered = 3,

    /// <summary>Days on which force majeure excuses.</summary>
    Excused = 4,

    /// <summary>The numbers that a commission is paid on.</summary>
    Commission = 5,

    /// <summary>A payment into the deposit.</summary>
    DepositPaid = 6,

    /// <summary>A payment that tops the deposit up.</summary>
    DepositToppedUp = 7,

    /// <summary>A payment out of the deposit, back to the partner.</summary>
    DepositRefunded = 8,

    /// <summary>Commission that was paid and is taken back.</summary>
    ClawedBack = 9,

    /// <summary>Sales that shift a cost share.</summary>
    Sales = 10,
}
