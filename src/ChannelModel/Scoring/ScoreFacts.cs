using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>What is known of one candidate: a value for each criterion, with its sample where there is one. What is not stated is missing, never 0.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads: every method returns other facts.</remarks>
public sealed class ScoreFacts
{
    private readonly Dictionary<string, (KpiValue Value, long? Sample)> _values;

    private ScoreFacts(Id<Candidate> candidate, Dictionary<string, (KpiValue Value, long? Sample)> values)
    {
        Candidate = candidate;
        _values = values;
    }

    /// <summary>Gets who is scored.</summary>
    public Id<Candidate> Candidate { get; }

    /// <summary>Gets the ids of the criteria that have values, in ordinal order.</summary>
    public IReadOnlyList<string> Criteria => [.. _values.Keys.OrderBy(id => id, StringComparer.Ordinal)];

    /// <summary>Starts facts.</summary>
    /// <param name="candidate">The id of who is scored.</param>
    /// <returns>Facts without values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidate"/> is <see langword="null"/>.</exception>
    public static ScoreFacts For(Id<Candidate> candidate) => new(Guard.Against.Null(candidate), new Dictionary<string, (KpiValue, long?)>(StringComparer.Ordinal));

    /// <summary>Starts facts.</summary>
    /// <param name="candidate">The id of who is scored.</param>
    /// <returns>Facts without values.</returns>
    /// <exception cref="ArgumentException"><paramref name="candidate"/> is not a legal id.</exception>
    public static ScoreFacts For(string candidate) => For(new Id<Candidate>(candidate));

    /// <summary>States a value, in place of an earlier one.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <param name="value">A rate, an amount of money or a number, as the criterion's unit is.</param>
    /// <param name="sample">From how many observations, or <see langword="null"/> if that is not known.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is negative.</exception>
    public ScoreFacts With(string criterion, KpiValue value, long? sample = null)
    {
        Guard.Against.Null(criterion);
        if (sample < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(sample), sample, "Expected a sample of 0 or more.");
        }

        return new ScoreFacts(Candidate, new Dictionary<string, (KpiValue, long?)>(_values, StringComparer.Ordinal) { [criterion] = (value, sample) });
    }

    /// <summary>Returns a value.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <returns>The value, or <see langword="null"/> if none is stated.</returns>
    public KpiValue? ValueOf(string criterion) => _values.TryGetValue(Guard.Against.Null(criterion), out (KpiValue Value, long? Sample) fact) ? fact.Value : null;

    /// <summary>Returns the sample of a value.</summary>
    /// <param name="criterion">The id of the criterion.</param>
    /// <returns>The sample, or <see langword="null"/> if none is stated.</returns>
    public long? SampleOf(string criterion) => _values.TryGetValue(Guard.Against.Null(criterion), out (KpiValue Value, long? Sample) fact) ? fact.Sample : null;
}
