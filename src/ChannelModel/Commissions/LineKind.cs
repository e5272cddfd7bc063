namespace ChannelModel.Commissions;

/// <summary>What a line of a statement is.</summary>
public enum LineKind
{
    /// <summary>A portion at the rate or price of a tier.</summary>
    Tier = 0,

    /// <summary>The flat amount of a tier that was reached.</summary>
    Flat = 1,

    /// <summary>What lifts a tier to its minimum.</summary>
    TierMinimum = 2,

    /// <summary>What a tier's maximum withholds, below 0.</summary>
    TierMaximum = 3,

    /// <summary>A gate that is open (0) or closed (it takes everything away).</summary>
    Gate = 4,

    /// <summary>What an accelerator adds, or a decelerator takes.</summary>
    Accelerator = 5,

    /// <summary>What rounding adds or takes.</summary>
    Rounding = 6,

    /// <summary>What the cap on one record withholds, below 0.</summary>
    RecordCap = 7,

    /// <summary>What a cap withholds, below 0.</summary>
    Cap = 8,

    /// <summary>What a true-up subtracts because it was paid before.</summary>
    PaidBefore = 9,

    /// <summary>What a linked return takes back, below 0.</summary>
    LinkedReturn = 10,

    /// <summary>What an earlier cap carried over.</summary>
    CarriedIn = 11,

    /// <summary>What lifts the period to its floor.</summary>
    Floor = 12,

    /// <summary>An amount of 0, with the reason.</summary>
    Nothing = 13,

    /// <summary>What the cap on one component withholds, below 0.</summary>
    ComponentCap = 14,

    /// <summary>What lifts a record to its floor.</summary>
    RecordFloor = 15,

    /// <summary>An amount of 0 that says what a number rests on: a converted amount, or one that counts only up to a percentage of its target.</summary>
    Input = 16,
}
