using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>A partnership that has stood in a stage for longer than it should, and what it lacks to move on.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class OverduePartnership
{
    internal OverduePartnership(Partnership partnership, int days, int limit, IReadOnlyList<StageCriterion> unmet)
    {
        Partnership = partnership;
        Days = days;
        LimitDays = limit;
        Unmet = unmet;
    }

    /// <summary>Gets the partnership.</summary>
    public Partnership Partnership { get; }

    /// <summary>Gets the days it has been in its stage.</summary>
    public int Days { get; }

    /// <summary>Gets the days it should have been there at most.</summary>
    public int LimitDays { get; }

    /// <summary>Gets what is not shown for the next stage.</summary>
    public IReadOnlyList<StageCriterion> Unmet { get; }
}
