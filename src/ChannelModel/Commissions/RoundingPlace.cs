namespace ChannelModel.Commissions;

/// <summary>Where amounts are rounded. Places differ by cents: 1.25 + 1.88 + 0.23 is 3.36, and 3.355 may be 3.35.</summary>
public enum RoundingPlace
{
    /// <summary>Once, on the sum of the statement.</summary>
    Statement = 0,

    /// <summary>Each component of each record by itself; sums then need none.</summary>
    Line = 1,

    /// <summary>Each tier's amount by itself.</summary>
    Tier = 2,
}
