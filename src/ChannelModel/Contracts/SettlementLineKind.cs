namespace ChannelModel.Contracts;

/// <summary>What a line of a settlement is.</summary>
public enum SettlementLineKind
{
    /// <summary>What was carried from the settlement before.</summary>
    OpeningBalance = 0,

    /// <summary>A commission, from a statement of its own.</summary>
    Commission = 1,

    /// <summary>What a guarantee or an advance adds.</summary>
    GuaranteeTopUp = 2,

    /// <summary>What over-delivery earns.</summary>
    Bonus = 3,

    /// <summary>What was held back before and is released.</summary>
    HoldbackReleased = 4,

    /// <summary>What is held back, below 0.</summary>
    Holdback = 5,

    /// <summary>What is taken back of advances, below 0.</summary>
    Recoupment = 6,

    /// <summary>What is taken back of paid commission, below 0.</summary>
    Clawback = 7,

    /// <summary>What a breach costs, below 0.</summary>
    Compensation = 8,

    /// <summary>The part of a compensation that the deposit meets, above 0: it need not be paid a second time.</summary>
    MetFromDeposit = 9,

    /// <summary>A commitment that was judged and moves no money.</summary>
    Judgement = 10,

    /// <summary>What is forgiven of advances: no longer owed, and an expense. It moves no money, so its amount is 0.</summary>
    AdvanceForgiven = 11,
}
