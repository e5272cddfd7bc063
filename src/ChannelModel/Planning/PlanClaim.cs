using Ardalis.GuardClauses;

namespace ChannelModel.Planning;

/// <summary>Something that a plan says of its own figures: a total, a comparison, a best, a return.</summary>
/// <remarks>A closed set of kinds. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public abstract class PlanClaim
{
    private protected PlanClaim(LocalText name)
    {
        Name = Guard.Against.Null(name);
    }

    /// <summary>Gets what the claim is about.</summary>
    public LocalText Name { get; }
}
