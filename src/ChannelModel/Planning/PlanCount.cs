using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>A number of whole things that a plan splits by shares, such as 78 stores by city tier, with the sales density of each part.</summary>
/// <remarks>
/// <para>Range: the total is 0 to 10^12. The shares may give parts that are not whole; an audit says so.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PlanCount
{
    /// <summary>Initializes a new instance of the <see cref="PlanCount"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">What is counted.</param>
    /// <param name="total">How many, 0 to 10^12.</param>
    /// <param name="mix">The share of each part.</param>
    /// <param name="salesDensity">The sales density of some or all parts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/>, <paramref name="name"/> or <paramref name="mix"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is outside 0 to 10^12.</exception>
    /// <exception cref="ArgumentException">A density is for a part that the mix does not have or stands twice, or a part has no name.</exception>
    public PlanCount(
        Id<PlanCount> id,
        LocalText name,
        long total,
        Mix<string> mix,
        IEnumerable<KeyValuePair<string, SalesDensity>>? salesDensity = null)
    {
        Id = Guard.Against.Null(id);
        Name = Guard.Against.Null(name);
        Total = total is >= 0 and <= 1_000_000_000_000
            ? total
            : throw new ArgumentOutOfRangeException(nameof(total), total, "Expected a count of 0 to 1000000000000.");
        Mix = Guard.Against.Null(mix);
        if (Mix.Keys.FirstOrDefault(string.IsNullOrWhiteSpace) is not null)
        {
            throw new ArgumentException("A share of the mix has no name; expected a name with a character that is seen.", nameof(mix));
        }

        SalesDensity = salesDensity?.ToArray() ?? [];
        foreach (KeyValuePair<string, SalesDensity> density in SalesDensity)
        {
            if (!mix.Keys.Contains(density.Key, StringComparer.Ordinal))
            {
                throw new ArgumentException($"The sales density of '{density.Key}' has no share in the mix; expected one of {string.Join(", ", mix.Keys)}.", nameof(salesDensity));
            }
        }

        if (SalesDensity.GroupBy(density => density.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"The sales density of '{twice.Key}' is there twice; expected each once.", nameof(salesDensity));
        }
    }

    /// <summary>Gets the id.</summary>
    public Id<PlanCount> Id { get; }

    /// <summary>Gets what is counted.</summary>
    public LocalText Name { get; }

    /// <summary>Gets how many there are.</summary>
    public long Total { get; }

    /// <summary>Gets the share of each part.</summary>
    public Mix<string> Mix { get; }

    /// <summary>Gets the sales density of the parts that have one.</summary>
    public IReadOnlyList<KeyValuePair<string, SalesDensity>> SalesDensity { get; }
}
