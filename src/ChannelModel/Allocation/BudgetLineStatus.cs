namespace ChannelModel.Allocation;

/// <summary>Where a line stands in a solution.</summary>
public enum BudgetLineStatus
{
    /// <summary>Between its bounds: one more unit brings what it brings elsewhere.</summary>
    Interior = 0,

    /// <summary>Held at its minimum: a unit less would bring more elsewhere.</summary>
    AtMin = 1,

    /// <summary>Held at its maximum: one more unit would bring more than elsewhere.</summary>
    AtMax = 2,

    /// <summary>Fixed by the problem, to the last smallest unit.</summary>
    Fixed = 3,

    /// <summary>Left out by the problem, for the reason given there.</summary>
    Excluded = 4,
}
