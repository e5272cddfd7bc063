using System.Collections.Generic;

namespace ChannelModel.Planning;

/// <summary>Sales against their target, in total and by category.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SalesReview
{
    internal SalesReview(SalesTarget target, IReadOnlyList<CategoryReview> categories)
    {
        Sales = target;
        Categories = categories;
    }

    /// <summary>Gets what the plan says of its sales.</summary>
    public SalesTarget Sales { get; }

    /// <summary>Gets the categories; empty where the plan has no actual sales or lacks a mix.</summary>
    public IReadOnlyList<CategoryReview> Categories { get; }

    /// <summary>Gets actual / target, rounded to ten decimals; <see langword="null"/> where there is no actual.</summary>
    public Rate? Attainment => Sales.Actual is Money actual ? Rate.Of(actual, Sales.Target) : null;

    /// <summary>Gets the growth reached: actual / baseline - 1, rounded to ten decimals; <see langword="null"/> where one of both is missing.</summary>
    public Rate? Growth => Sales.Actual is Money actual && Sales.Baseline is Money baseline ? Rate.Of(actual - baseline, baseline) : null;

    /// <summary>Gets the growth planned: target / baseline - 1, rounded to ten decimals; <see langword="null"/> where there is no baseline.</summary>
    public Rate? PlannedGrowth => Sales.Baseline is Money baseline ? Rate.Of(Sales.Target - baseline, baseline) : null;

    /// <summary>Gets actual - target; <see langword="null"/> where there is no actual.</summary>
    public Money? Variance => Sales.Actual is Money actual ? actual - Sales.Target : null;
}
