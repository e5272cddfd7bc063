using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Scoring;

/// <summary>The versions of a scorecard in time. There is no "current" version: a date is always given, so that an old period is scored by the weights of its day.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ScorecardHistory
{
    private ScorecardHistory(IReadOnlyList<ScorecardVersion> versions)
    {
        Versions = versions;
    }

    /// <summary>Gets a history without versions.</summary>
    public static ScorecardHistory Empty { get; } = new([]);

    /// <summary>Gets the versions in the order of time.</summary>
    public IReadOnlyList<ScorecardVersion> Versions { get; }

    /// <summary>Adds a version.</summary>
    /// <param name="scorecard">The scorecard; all versions have one id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last, or <see langword="null"/> for an open end.</param>
    /// <returns>The history with it; versions are numbered from 1 in the order in which they are added, and keep their numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scorecard"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">It overlaps another version, has another id, or <paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public ScorecardHistory With(Scorecard scorecard, LocalDate from, LocalDate? until)
    {
        Guard.Against.Null(scorecard);
        if (until <= from)
        {
            throw new ArgumentException($"A version from {Text(from)} cannot end before {Text(until)}; periods are half-open, [from, until).", nameof(until));
        }

        foreach (ScorecardVersion other in Versions)
        {
            if ((other.Until is null || from < other.Until) && (until is null || other.From < until))
            {
                throw new ArgumentException($"[{Text(from)}, {Text(until)}) overlaps version {other.Number}, [{Text(other.From)}, {Text(other.Until)}).", nameof(from));
            }

            if (other.Scorecard.Id != scorecard.Id)
            {
                throw new ArgumentException($"The scorecard is '{scorecard.Id}', version {other.Number} is '{other.Scorecard.Id}'; expected one id.", nameof(scorecard));
            }
        }

        return new ScorecardHistory([.. Versions.Append(new ScorecardVersion(Versions.Count + 1, scorecard, from, until)).OrderBy(v => v.From)]);
    }

    /// <summary>Ends the open version and starts the next on the same day.</summary>
    /// <param name="scorecard">The new scorecard.</param>
    /// <param name="from">Its first day.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">No version is open on that day.</exception>
    public ScorecardHistory Amend(Scorecard scorecard, LocalDate from)
    {
        ScorecardVersion open = Versions.FirstOrDefault(v => v.Until is null && v.From < from)
            ?? throw new ArgumentException($"No version is open on {Text(from)}.", nameof(from));
        return new ScorecardHistory([.. Versions.Select(v => v == open ? new ScorecardVersion(v.Number, v.Scorecard, v.From, from) : v)]).With(scorecard, from, null);
    }

    /// <summary>Finds the version of a date.</summary>
    /// <param name="date">The date, such as the last day of the period that is scored.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force on that day: nothing is guessed.</exception>
    public ScorecardVersion InForceOn(LocalDate date) =>
        Versions.FirstOrDefault(v => v.From <= date && (v.Until is null || date < v.Until))
        ?? throw new ArgumentOutOfRangeException(nameof(date), date, "No version of the scorecard is in force on that day.");

    private static string Text(LocalDate? date) => date is LocalDate day ? FormattableString.Invariant($"{day:uuuu-MM-dd}") : "open";
}
