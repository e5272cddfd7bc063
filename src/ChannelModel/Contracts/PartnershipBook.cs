using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Partnerships that are watched together, one for each partner, and how long they should stay in a stage at most.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PartnershipBook
{
    private PartnershipBook(IReadOnlyList<Partnership> partnerships, IReadOnlyDictionary<PartnershipStage, int> limits)
    {
        Partnerships = partnerships;
        Limits = limits;
    }

    /// <summary>Gets the partnerships, in order.</summary>
    public IReadOnlyList<Partnership> Partnerships { get; }

    /// <summary>Gets the days in a stage at most.</summary>
    public IReadOnlyDictionary<PartnershipStage, int> Limits { get; }

    /// <summary>Puts partnerships into a book.</summary>
    /// <param name="partnerships">The partnerships, one for each partner.</param>
    /// <param name="limits">The days in a stage at most, 0 or more; stages without one are never overdue.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentException">A partner stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 0.</exception>
    public static PartnershipBook Of(IEnumerable<Partnership> partnerships, IReadOnlyDictionary<PartnershipStage, int> limits)
    {
        Partnership[] all = [.. Guard.Against.Null(partnerships)];
        if (all.GroupBy(partnership => partnership.Partner.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The partner '{twice.Key}' stands {twice.Count()} times; expected one partnership for each.", nameof(partnerships));
        }

        var copy = new Dictionary<PartnershipStage, int>();
        foreach (KeyValuePair<PartnershipStage, int> limit in Guard.Against.Null(limits))
        {
            copy[limit.Key] = limit.Value >= 0 ? limit.Value : throw new ArgumentOutOfRangeException(nameof(limits), limit.Value, "Expected 0 days or more.");
        }

        return new PartnershipBook(all, copy);
    }

    /// <summary>Reports on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Counts, ages, conversion, and what is overdue.</returns>
    public Pipeline AsOf(LocalDate day) => Pipeline.Of(Partnerships, day, Limits);
}
