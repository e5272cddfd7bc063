using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>When scores count as equal, which ranks they get, and in which order they are listed.</summary>
/// <remarks>
/// <para>Scores are equal if they differ by at most the tolerance, times the largest score where that is above 1. A group of equals is measured from its best member, so that a chain of small differences does not become one large tie.</para>
/// <para>Candidates of a group are listed by the tie-break chain: the better value of its first criterion, then of its second, ..., then the ordinal order of ids. No order depends on rows.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Ties
{
    /// <summary>The tolerance unless another is named: 10^-9.</summary>
    public const double DefaultTolerance = 1e-9;

    private Ties(TieRule rule, double tolerance, Id<DecisionCriterion>[] chain)
    {
        Rule = rule;
        Tolerance = tolerance;
        Chain = chain;
    }

    /// <summary>Gets ranks 1, 2, 2, 4: the default.</summary>
    public static Ties Competition { get; } = new(TieRule.Competition, DefaultTolerance, []);

    /// <summary>Gets ranks 1, 2, 2, 3.</summary>
    public static Ties Dense { get; } = new(TieRule.Dense, DefaultTolerance, []);

    /// <summary>Gets ranks 1, 2, 3, 4, decided by the chain and at its end by id.</summary>
    public static Ties Ordinal { get; } = new(TieRule.Ordinal, DefaultTolerance, []);

    /// <summary>Gets the rule.</summary>
    public TieRule Rule { get; }

    /// <summary>Gets the tolerance: 0 or more.</summary>
    public double Tolerance { get; }

    /// <summary>Gets the criteria that order equals, before their ids do.</summary>
    public IReadOnlyList<Id<DecisionCriterion>> Chain { get; }

    /// <summary>Changes the tolerance.</summary>
    /// <param name="tolerance">From 0 (equal to the bit) to 1.</param>
    /// <returns>Ties with that tolerance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is outside this range or not a number.</exception>
    public Ties WithTolerance(double tolerance) =>
        tolerance >= 0d && tolerance <= 1d ? new Ties(Rule, tolerance, (Id<DecisionCriterion>[])Chain) : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "Expected a tolerance from 0 to 1.");

    /// <summary>Adds a criterion to the end of the tie-break chain, before the id.</summary>
    /// <param name="criterion">The criterion's id.</param>
    /// <returns>Ties with a longer chain.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not an id.</exception>
    public Ties ThenBy(string criterion) => new(Rule, Tolerance, [.. Chain, new Id<DecisionCriterion>(criterion)]);

    /// <summary>Ranks scores that are there already, such as those of scorecards.</summary>
    /// <param name="scores">A finite score for each candidate.</param>
    /// <param name="higherIsBetter">Whether the best candidate has the highest score.</param>
    /// <returns>The candidates, best first; tied ones in the order of their ids. Empty if there are none.</returns>
    /// <exception cref="ArgumentException">A candidate stands there twice or is <see langword="null"/>, a score is not finite, or the chain names a criterion, which scores do not have.</exception>
    public IReadOnlyList<RankedCandidate> Rank(IEnumerable<KeyValuePair<Id<Candidate>, double>> scores, bool higherIsBetter = true)
    {
        KeyValuePair<Id<Candidate>, double>[] ordered = Guard.Against.Null(scores).ToArray();
        if (Chain.Count > 0)
        {
            throw new ArgumentException($"The chain names '{Chain[0]}', but bare scores have no criteria; expected ties without ThenBy.", nameof(scores));
        }

        foreach (KeyValuePair<Id<Candidate>, double> pair in ordered)
        {
            if (pair.Key is null || double.IsNaN(pair.Value) || double.IsInfinity(pair.Value))
            {
                throw new ArgumentException($"The score of '{pair.Key}' is {MatrixError.Format(pair.Value)}; expected a candidate with a finite number.", nameof(scores));
            }
        }

        Array.Sort(ordered, static (a, b) => a.Key.CompareTo(b.Key));
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Key.Equals(ordered[i - 1].Key))
            {
                throw new ArgumentException($"'{ordered[i].Key}' stands there twice, expected each candidate once.", nameof(scores));
            }
        }

        return Placing.Of(Array.ConvertAll(ordered, pair => pair.Key), Array.ConvertAll(ordered, pair => pair.Value), higherIsBetter, this, Comparer<int>.Default).Entries;
    }
}
