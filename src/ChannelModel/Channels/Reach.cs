using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Channels;

/// <summary>How many people a channel reaches: viewers, visitors or clicks, in one place or in each of several, in a stated time.</summary>
/// <remarks>
/// <para>Range: the count is 0 to 10^12, at 1 to 10^6 sites. The time may be missing, since plans leave it out; then the figure stands for "each so many".</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Reach
{
    /// <summary>Initializes a new instance of the <see cref="Reach"/> class.</summary>
    /// <param name="count">How many for each site and cycle; 0 to 10^12.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="per">In which time; <see langword="null"/> where it is not stated.</param>
    /// <param name="sites">In how many places; 1 to 10^6.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside 0 to 10^12, or <paramref name="sites"/> outside 1 to 10^6.</exception>
    public Reach(long count, ReachUnit unit, Cycle? per, int sites = 1)
    {
        // Within these bounds reach x sites x conversion is exact in a decimal.
        if (count is < 0 or > 1_000_000_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "Expected a reach of 0 to 1000000000000.");
        }

        if (sites is < 1 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(sites), sites, "Expected 1 to 1000000 sites.");
        }

        Count = count;
        Unit = Guard.Against.Null(unit);
        Per = per;
        Sites = sites;
    }

    /// <summary>Gets how many are reached for each site and cycle.</summary>
    public long Count { get; }

    /// <summary>Gets what is counted.</summary>
    public ReachUnit Unit { get; }

    /// <summary>Gets the time that the count is for, or <see langword="null"/> where it is not stated.</summary>
    public Cycle? Per { get; }

    /// <summary>Gets the number of places, 1 to 10^6.</summary>
    public int Sites { get; }

    /// <summary>Gets the count over all sites.</summary>
    public decimal Total => (decimal)Count * Sites;
}
