namespace ChannelModel.Bulk;

/// <summary>What became of one row of a bulk evaluation. It is written as a byte; a failed row has the result 0.</summary>
#pragma warning disable CA1028 // it is the byte of a status column
public enum RowStatus : byte
{
    /// <summary>The row was evaluated; its result is what the scalar verb gives.</summary>
    Ok = 0,

    /// <summary>The value is below 0, and the plan does not say what that pays.</summary>
    NegativeValue = 1,

    /// <summary>The value is above the top of the table, and the plan refuses such values.</summary>
    AboveTop = 2,

    /// <summary>A target or baseline is not above 0.</summary>
    NoTarget = 3,

    /// <summary>The exact result does not fit the column: it is reported, never wrapped.</summary>
    Overflow = 4,

    /// <summary>The row names a plan, a group or a segment that does not exist.</summary>
    NoSuchIndex = 5,

    /// <summary>The number is not finite, or lies outside what is allowed.</summary>
    OutOfRange = 6,

    /// <summary>A number is missing (NaN), and the card does not rate candidates without it.</summary>
    Missing = 7,

    /// <summary>A gate is not met, and the card does not rate candidates that fail it.</summary>
    GateNotMet = 8,

    /// <summary>The facts cannot be rated for another reason; the scalar verb names it.</summary>
    NotRated = 9,

    /// <summary>A split has no weight above 0, so that nobody gets its total.</summary>
    NoWeight = 10,

    /// <summary>A weight of a split is below 0.</summary>
    NegativeWeight = 11,
}
