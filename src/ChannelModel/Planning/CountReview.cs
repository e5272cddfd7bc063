using System.Collections.Generic;

namespace ChannelModel.Planning;

/// <summary>A number of things split by shares: the exact parts, and whole parts by largest remainder.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class CountReview
{
    internal CountReview(PlanCount count, IReadOnlyList<KeyValuePair<string, decimal>> quotas, IReadOnlyList<KeyValuePair<string, long>> whole)
    {
        Count = count;
        Quotas = quotas;
        Whole = whole;
    }

    /// <summary>Gets the count as the plan states it.</summary>
    public PlanCount Count { get; }

    /// <summary>Gets total x share of each part, exactly; may be a fraction.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Quotas { get; }

    /// <summary>Gets whole parts by largest remainder; they add up to the total.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Whole { get; }
}
