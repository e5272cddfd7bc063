using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>The hires that one chapter of a plan states, by role.</summary>
/// <remarks>
/// <para>Range: each role has a count of 1 or more. A statement is for the whole plan, or for one category. Statements for the same scope should agree.</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Headcount
{
    /// <summary>Initializes a new instance of the <see cref="Headcount"/> class.</summary>
    /// <param name="source">Where in the plan it is stated.</param>
    /// <param name="roles">The roles and their counts, each 1 or more.</param>
    /// <param name="category">The category it is for; <see langword="null"/> for the whole plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="roles"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A count is below 1.</exception>
    public Headcount(LocalText source, IEnumerable<KeyValuePair<LocalText, int>> roles, ChannelCategory? category = null)
    {
        Source = Guard.Against.Null(source);
        KeyValuePair<LocalText, int>[] copy = Guard.Against.Null(roles).ToArray();
        foreach (KeyValuePair<LocalText, int> role in copy)
        {
            if (role.Value < 1)
            {
                throw new ArgumentException($"The role '{role.Key}' has a count of {role.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}; expected 1 or more.", nameof(roles));
            }
        }

        Roles = copy;
        Category = category;
    }

    /// <summary>Gets where in the plan it is stated.</summary>
    public LocalText Source { get; }

    /// <summary>Gets the category it is for, or <see langword="null"/> for the whole plan.</summary>
    public ChannelCategory? Category { get; }

    /// <summary>Gets the roles and their counts, in the order stated.</summary>
    public IReadOnlyList<KeyValuePair<LocalText, int>> Roles { get; }

    /// <summary>Gets the number of hires.</summary>
    public int Total => Roles.Sum(role => role.Value);
}
