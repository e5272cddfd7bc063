namespace ChannelModel.Scoring;

/// <summary>What a reader of a ranking should know before using it.</summary>
public enum RankingDiagnosticKind
{
    /// <summary>All candidates have the same value of a criterion; it cannot tell them apart, and its weight is idle.</summary>
    ConstantCriterion = 0,

    /// <summary>A criterion has the weight 0; it does not count and is not checked.</summary>
    ZeroWeight = 1,

    /// <summary>One criterion has all the weight.</summary>
    AllWeightOnOne = 2,

    /// <summary>There is one candidate; nothing is compared.</summary>
    SingleCandidate = 3,

    /// <summary>All candidates have equal scores.</summary>
    AllEqual = 4,

    /// <summary>Values lie outside the given bounds.</summary>
    OutsideBounds = 5,

    /// <summary>A scaled value of 0 makes a product 0, whatever the other criteria say.</summary>
    ZeroInProduct = 6,
}
