namespace ChannelModel.Allocation;

/// <summary>What happens when a total cannot be split within the bounds.</summary>
public enum InfeasiblePolicy
{
    /// <summary>Nothing is split; the result says which side, by how much and which lines.</summary>
    Refuse = 0,

    /// <summary>If the minimums together are above the total, each line gets its share of the total in proportion to its minimum; a total above the maximums is refused.</summary>
    RelaxMinimums = 1,

    /// <summary>If the maximums together are below the total, each line gets its maximum and the rest stays unallocated; a total below the minimums is refused.</summary>
    LeaveUnallocated = 2,
}
