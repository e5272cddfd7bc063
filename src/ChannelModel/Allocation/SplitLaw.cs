namespace ChannelModel.Allocation;

/// <summary>What a rule may promise about every split it makes. Which rule keeps which law is data: <see cref="SplitRule.Laws"/> and <see cref="ApportionmentMethod.Laws"/>.</summary>
public enum SplitLaw
{
    /// <summary>The parts add up to the total; nothing is left over.</summary>
    Sum = 0,

    /// <summary>Each part is its quota (total x weight / sum of the weights) rounded down or up to a whole unit, never further away.</summary>
    Quota = 1,

    /// <summary>No part has another sign than the total.</summary>
    NoOppositeSign = 2,

    /// <summary>A weight of 0 gets 0.</summary>
    ZeroGetsZero = 3,

    /// <summary>The split of -x is the negative of the split of x, so that a refund mirrors the charge.</summary>
    SignSymmetric = 4,

    /// <summary>The same lines in another order give each key the same; ties go by key.</summary>
    OrderIndependent = 5,

    /// <summary>A larger weight never gets less than a smaller one.</summary>
    LargerGetsNoLess = 6,

    /// <summary>When the total grows, no part shrinks. Where this fails a line can lose a unit although there is more to share out (the Alabama paradox).</summary>
    HouseMonotone = 7,

    /// <summary>The first k parts together are the rounded share of the first k weights, for every k: year-to-date figures are right in every month.</summary>
    PrefixRounded = 8,
}
