using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>A node of a budget tree: an amount, for the whole plan, a category or an initiative, and the lines below it.</summary>
/// <remarks>
/// <para>
/// Range: the amount is 0 or more. The lines need not add up to it: plans contradict themselves, and finding that is the audit's work. A node is for an initiative, for a
/// category, or, with neither, for everything that its parent is for.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Budget
{
    // As deep as JSON may be nested; no plan has as many.
    private const int MaxLevels = 25;

    private Budget(Id<Budget>? id, LocalText? source, ChannelCategory? category, Id<Channel>? initiative, Money amount, IEnumerable<Budget>? lines)
    {
        Id = id;
        Source = source;
        Category = category;
        Initiative = initiative;
        Amount = amount.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected a budget of 0 or more.")
            : amount;
        Lines = lines?.ToArray() ?? [];
        if (Lines.FirstOrDefault(line => line.Id is not null) is Budget root)
        {
            throw new ArgumentException($"The line '{root.Id}' is the root of a tree; expected a line for a category or an initiative.", nameof(lines));
        }

        Levels = 1 + (Lines.Count == 0 ? 0 : Lines.Max(line => line.Levels));
        if (Levels > MaxLevels)
        {
            throw new ArgumentException($"The budget has {Levels.ToString(CultureInfo.InvariantCulture)} levels; expected at most {MaxLevels.ToString(CultureInfo.InvariantCulture)}.", nameof(lines));
        }
    }

    /// <summary>Gets the id; only the root of a tree has one.</summary>
    public Id<Budget>? Id { get; }

    /// <summary>Gets where in the plan the tree is stated; only the root has it.</summary>
    public LocalText? Source { get; }

    /// <summary>Gets the category that the node is for.</summary>
    public ChannelCategory? Category { get; }

    /// <summary>Gets the initiative that the node is for.</summary>
    public Id<Channel>? Initiative { get; }

    /// <summary>Gets the amount, 0 or more.</summary>
    public Money Amount { get; }

    /// <summary>Gets the nodes below; empty for a leaf.</summary>
    public IReadOnlyList<Budget> Lines { get; }

    /// <summary>Gets the number of levels from here down: 1 for a node without lines.</summary>
    private int Levels { get; }

    /// <summary>Makes the root of a tree.</summary>
    /// <param name="id">The id.</param>
    /// <param name="source">Where in the plan it is stated.</param>
    /// <param name="amount">The stated total, 0 or more.</param>
    /// <param name="lines">The lines below.</param>
    /// <param name="category">The category it is for; <see langword="null"/> for the whole plan.</param>
    /// <returns>The root.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="source"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException">A line is the root of a tree, or the tree has more than 25 levels.</exception>
    public static Budget Root(Id<Budget> id, LocalText source, Money amount, IEnumerable<Budget>? lines = null, ChannelCategory? category = null) =>
        new(Guard.Against.Null(id), Guard.Against.Null(source), category, null, amount, lines);

    /// <summary>Makes a line for a category.</summary>
    /// <param name="category">The category.</param>
    /// <param name="amount">The amount, 0 or more.</param>
    /// <param name="lines">The lines below.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="category"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException">A line is the root of a tree, or the tree has more than 25 levels.</exception>
    public static Budget ForCategory(ChannelCategory category, Money amount, IEnumerable<Budget>? lines = null) =>
        new(null, null, Guard.Against.Null(category), null, amount, lines);

    /// <summary>Makes a line for an initiative.</summary>
    /// <param name="initiative">The id of the initiative.</param>
    /// <param name="amount">The amount, 0 or more.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="initiative"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public static Budget ForInitiative(Id<Channel> initiative, Money amount) =>
        new(null, null, null, Guard.Against.Null(initiative), amount, null);
}
