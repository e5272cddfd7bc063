using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>The versions of a plan in time, and which date of a sale chooses among them. There is no "current" version: a date is always given.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanHistory
{
    private PlanHistory(DateAnchor anchor, IReadOnlyList<PlanVersion> versions)
    {
        Anchor = anchor;
        Versions = versions;
    }

    /// <summary>Gets which date of a sale chooses the version.</summary>
    public DateAnchor Anchor { get; }

    /// <summary>Gets the versions in the order of time.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; }

    /// <summary>Starts a history.</summary>
    /// <param name="anchor">Which date of a sale chooses the version.</param>
    /// <returns>A history without versions.</returns>
    public static PlanHistory AnchoredAt(DateAnchor anchor) => new(anchor, []);

    /// <summary>Adds a version.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last, or <see langword="null"/> for an open end.</param>
    /// <returns>The history with it. Versions are numbered from 1 in the order in which they are added: statements carry the number, so it never changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">It overlaps another version, has another currency, or <paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public PlanHistory With(CommissionPlan plan, LocalDate from, LocalDate? until)
    {
        Guard.Against.Null(plan);
        if (until <= from)
        {
            throw new ArgumentException($"A version from {Text(from)} cannot end before {Text(until)}; periods are half-open, [from, until).", nameof(until));
        }

        foreach (PlanVersion other in Versions)
        {
            if ((other.Until is null || from < other.Until) && (until is null || other.From < until))
            {
                throw new ArgumentException($"[{Text(from)}, {Text(until)}) overlaps version {other.Number}, [{Text(other.From)}, {Text(other.Until)}).", nameof(from));
            }

            if (other.Plan.Currency != plan.Currency)
            {
                throw new ArgumentException($"The plan is in {plan.Currency}, version {other.Number} in {other.Plan.Currency}.", nameof(plan));
            }
        }

        return new PlanHistory(Anchor, [.. Versions.Append(new PlanVersion(Versions.Count + 1, plan, from, until)).OrderBy(v => v.From)]);
    }

    /// <summary>Ends the open version and starts the next on the same day.</summary>
    /// <param name="plan">The new plan.</param>
    /// <param name="from">Its first day.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">No version is open on that day.</exception>
    public PlanHistory Amend(CommissionPlan plan, LocalDate from)
    {
        PlanVersion open = Versions.FirstOrDefault(v => v.Until is null && v.From < from)
            ?? throw new ArgumentException($"No version is open on {Text(from)}.", nameof(from));
        return new PlanHistory(Anchor, [.. Versions.Select(v => v == open ? new PlanVersion(v.Number, v.Plan, v.From, from) : v)]).With(plan, from, null);
    }

    /// <summary>Finds the version of a date.</summary>
    /// <param name="asOf">The date of the sale that <see cref="Anchor"/> names.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force on that day: nothing is guessed.</exception>
    public ResolvedPlan Resolve(LocalDate asOf)
    {
        foreach (PlanVersion version in Versions)
        {
            if (version.From <= asOf && (version.Until is null || asOf < version.Until))
            {
                return new ResolvedPlan(version.Plan, asOf, version.Number, Anchor);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "No version of the plan is in force on that day.");
    }

    private static string Text(LocalDate? date) => date is LocalDate day ? FormattableString.Invariant($"{day:uuuu-MM-dd}") : "open";
}
