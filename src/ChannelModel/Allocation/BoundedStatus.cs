namespace ChannelModel.Allocation;

/// <summary>How a bounded split ended.</summary>
public enum BoundedStatus
{
    /// <summary>The whole total is split within all bounds.</summary>
    Split = 0,

    /// <summary>The whole total is split, but below the minimums: <see cref="InfeasiblePolicy.RelaxMinimums"/>.</summary>
    MinimumsRelaxed = 1,

    /// <summary>Every line has its maximum and a part of the total is left: <see cref="InfeasiblePolicy.LeaveUnallocated"/>.</summary>
    PartlyUnallocated = 2,

    /// <summary>Nothing is split: the total cannot be split within the bounds.</summary>
    Infeasible = 3,
}
