using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>A budget against the fees of the initiatives that it has to pay.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class BudgetReview
{
    internal BudgetReview(ChannelCategory? category, Money budget, Money fees)
    {
        Category = category;
        Budget = budget;
        Fees = fees;
    }

    /// <summary>Gets the category; <see langword="null"/> for the whole plan.</summary>
    public ChannelCategory? Category { get; }

    /// <summary>Gets the budget as the plan states it first.</summary>
    public Money Budget { get; }

    /// <summary>Gets the fees over the plan's period.</summary>
    public Money Fees { get; }

    /// <summary>Gets what is left; negative where the fees are over the budget.</summary>
    public Money Left => Budget - Fees;
}
