namespace ChannelModel.Allocation;

/// <summary>The question that a solution answers.</summary>
public enum BudgetGoal
{
    /// <summary>The most response for the total.</summary>
    Total = 0,

    /// <summary>As much spend as brings at least a given response with its last unit.</summary>
    MarginalReturn = 1,

    /// <summary>As much spend as brings on average at least a given response for each unit.</summary>
    AverageReturn = 2,

    /// <summary>The least spend for a given response.</summary>
    Response = 3,
}
