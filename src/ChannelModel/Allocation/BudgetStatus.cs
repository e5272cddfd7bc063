namespace ChannelModel.Allocation;

/// <summary>What a solution of a budget problem is.</summary>
public enum BudgetStatus
{
    /// <summary>No split of whole smallest units within the bounds brings more, but for a relative gap of at most 10^-9 in the ideal split.</summary>
    Optimal = 0,

    /// <summary>The best split found; the certificate's gap says how much a better one could bring at most.</summary>
    OptimalWithinGap = 1,

    /// <summary>Optimal, but the last unit of the total brings nothing, or costs: the lines could do without it.</summary>
    Saturated = 2,

    /// <summary>The bounds leave no split of the total; there are no amounts, and <see cref="BudgetSolution{TKey}.Shortfall"/> says what is missing where.</summary>
    Infeasible = 3,

    /// <summary>No spend within the bounds reaches the target; there are no amounts.</summary>
    TargetUnreachable = 4,

    /// <summary>The target is met however much is spent, and lines have no maximum; there are no amounts.</summary>
    Unbounded = 5,
}
