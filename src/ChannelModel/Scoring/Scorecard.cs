using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>Absolute curves and weights that give a score from 0 to 100 with its reasons. A scorecard that exists is legal; <see cref="Define"/> starts one.</summary>
/// <remarks>
/// <para>
/// Exactness: a value is taken as the nearest double of its number in the criterion's unit (12 for 12 %); its worth is rounded once to 10^-9 of full points; weights are whole billionths
/// that add up to 1, by largest remainder, ties to the smaller id; the sum is exact, and the score is rounded once, a half away from zero. The same on every runtime.
/// </para>
/// <para>No score depends on who else is scored. The order of criteria and a common factor of all weights play no part.</para>
/// <para>Equality is by all parts. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Scorecard : IEquatable<Scorecard>
{
    private readonly Dictionary<string, int> _indexes;

    internal Scorecard(
        Id<Scorecard> id, LocalText name, IReadOnlyList<ScoreCriterion> criteria, IReadOnlyList<ScoreGate> gates, GradeScale? grades, PeriodPolicy? periods, Rate minimumCoverage, CompiledScorecard compiled)
    {
        Id = id;
        Name = name;
        Criteria = [.. criteria];
        Gates = [.. gates];
        Grades = grades;
        Periods = periods;
        MinimumCoverage = minimumCoverage;
        Compiled = compiled;
        Weights = [.. compiled.Weights.Select(weight => Rate.OfTenBillionths(weight * 10))];
        _indexes = criteria.Select((criterion, i) => (criterion.Id.Value, i)).ToDictionary(pair => pair.Value, pair => pair.i, StringComparer.Ordinal);
    }

    /// <summary>Gets the id.</summary>
    public Id<Scorecard> Id { get; }

    /// <summary>Gets the name.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the criteria, in order.</summary>
    public IReadOnlyList<ScoreCriterion> Criteria { get; }

    /// <summary>Gets the weights as they count, in the order of the criteria; they add up to 100 % exactly.</summary>
    public IReadOnlyList<Rate> Weights { get; }

    /// <summary>Gets the gates, in order.</summary>
    public IReadOnlyList<ScoreGate> Gates { get; }

    /// <summary>Gets the grades, if there are any.</summary>
    public GradeScale? Grades { get; }

    /// <summary>Gets how scores of several periods become one, if it is named.</summary>
    public PeriodPolicy? Periods { get; }

    /// <summary>Gets how much of the weight must have values.</summary>
    public Rate MinimumCoverage { get; }

    /// <summary>Gets the decimals of scores.</summary>
    public int Decimals => Compiled.Decimals;

    internal CompiledScorecard Compiled { get; }

    /// <summary>Compares two scorecards.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are worded alike.</returns>
    public static bool operator ==(Scorecard? left, Scorecard? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two scorecards.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they are worded differently.</returns>
    public static bool operator !=(Scorecard? left, Scorecard? right) => !(left == right);

    /// <summary>Starts a scorecard.</summary>
    /// <param name="id">1 to 100 characters.</param>
    /// <param name="name">The name to print, or <see langword="null"/> for the id.</param>
    /// <returns>A builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a legal id.</exception>
    public static ScorecardBuilder Define(string id, LocalText? name = null) => new(id, name);

    /// <summary>Scores a candidate, with the reasons.</summary>
    /// <param name="facts">What is known. A value that cannot be read makes the candidate not rated, with the reason; it throws nothing.</param>
    /// <param name="previousGrade">The code of the grade before, for hysteresis, or <see langword="null"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The facts name a criterion that the scorecard does not have, or there is no such grade.</exception>
    public ScoreResult Evaluate(ScoreFacts facts, string? previousGrade = null)
    {
        Guard.Against.Null(facts);
        int before = IndexOfGrade(previousGrade);
        int count = Criteria.Count;
        var values = new double[count];
        var samples = new double[count];
        ulong present = 0;
        var refused = new List<LocalText>();
        foreach (string id in facts.Criteria)
        {
            if (!_indexes.TryGetValue(id, out int j))
            {
                throw new ArgumentException($"The scorecard '{Id}' has no criterion '{id}'; expected one of {string.Join(", ", Criteria)}.", nameof(facts));
            }

            KpiValue value = facts.ValueOf(id)!.Value;
            if (Refusal(Criteria[j], value) is LocalText reason)
            {
                refused.Add(reason);
            }

            values[j] = Real.Of(value.Amount);
            samples[j] = facts.SampleOf(id) ?? -1;
            present |= 1UL << j;
        }

        var worth = new long[count];
        CompiledScore score = refused.Count > 0
            ? new CompiledScore(ScoreStatus.NotRated, NotRatedReason.ValueRefused, 0, 0, 0, -1, -1, -1)
            : Compiled.Evaluate(values, samples, present, before, worth);
        return new ScoreResult(this, facts, previousGrade, score, values, samples, worth, refused);
    }

    /// <summary>Scores a candidate from bare numbers, without allocation and without reasons: the same score and grade as <see cref="Evaluate(ScoreFacts, string?)"/>.</summary>
    /// <param name="values">One for each criterion, in its unit (12 for 12 %), <see langword="null"/> for a missing one.</param>
    /// <param name="samples">One for each criterion, <see langword="null"/> where it is not known; or empty.</param>
    /// <param name="previousGrade">The code of the grade before, for hysteresis, or <see langword="null"/>.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">There are not as many values as criteria, or there is no such grade.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a finite number or outside the range of its unit, or a sample is negative; the message names the criterion.</exception>
    public ScorePoint Score(ReadOnlySpan<double?> values, ReadOnlySpan<long?> samples, string? previousGrade)
    {
        int count = Criteria.Count;
        if (values.Length != count || (samples.Length != 0 && samples.Length != count))
        {
            throw new ArgumentException($"There are {values.Length} values and {samples.Length} samples; expected one value for each of the {count} criteria, and as many samples or none.", nameof(values));
        }

        Span<double> numbers = stackalloc double[CompiledScorecard.MaxCriteria];
        Span<double> sizes = stackalloc double[CompiledScorecard.MaxCriteria];
        ulong present = 0;
        for (int j = 0; j < count; j++)
        {
            sizes[j] = samples.Length == 0 ? -1d : samples[j] ?? -1d;
            if (samples.Length != 0 && samples[j] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(samples), samples[j], $"Expected a sample of 0 or more for '{Criteria[j]}'.");
            }

            if (values[j] is double value)
            {
                CheckNumber(Criteria[j], value);
                numbers[j] = value;
                present |= 1UL << j;
            }
        }

        CompiledScore score = Compiled.Evaluate(numbers.Slice(0, count), sizes.Slice(0, count), present, IndexOfGrade(previousGrade), default);
        return new ScorePoint(score.Status, score.Reason, Shown(score.Units), score.Grade < 0 ? null : Grades!.Grades[score.Grade]);
    }

    /// <inheritdoc/>
    public bool Equals(Scorecard? other) =>
        other is not null && Id == other.Id && Name == other.Name && Criteria.SequenceEqual(other.Criteria) && Gates.SequenceEqual(other.Gates)
        && Grades == other.Grades && Periods == other.Periods && MinimumCoverage == other.MinimumCoverage && Decimals == other.Decimals;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scorecard);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the id.</summary>
    /// <returns>The id's text.</returns>
    public override string ToString() => Id.Value;

    /// <summary>A number of units of the last decimal, as it is shown.</summary>
    internal decimal? Shown(long units) => units < 0 ? null : new decimal((int)(units & 0xFFFFFFFF), (int)(units >> 32), 0, false, (byte)Decimals);

    private static LocalText? Refusal(ScoreCriterion criterion, KpiValue value)
    {
        if (!criterion.Unit.Accepts(value))
        {
            return new LocalText(
                $"{criterion.Name.En}: {value} is not of the unit {criterion.Unit}, or outside its range.", $"{criterion.Name.In(Language.SimplifiedChinese)}：{value} 的单位不是 {criterion.Unit}，或超出范围。");
        }

        return criterion.Shrinkage is not null && value.Amount is < 0m or > 100m
            ? new LocalText($"{criterion.Name.En}: {value} is no share of a sample, expected 0% to 100%.", $"{criterion.Name.In(Language.SimplifiedChinese)}：{value} 不是样本占比，应在 0% 到 100% 之间。")
            : null;
    }

    private static void CheckNumber(ScoreCriterion criterion, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException("values", value, $"Expected a finite number for '{criterion}'; a missing value is null.");
        }

        if ((criterion.Unit.Minimum is decimal minimum && value < Real.Of(minimum)) || (criterion.Unit.Maximum is decimal maximum && value > Real.Of(maximum)))
        {
            throw new ArgumentOutOfRangeException("values", value, $"Expected a value inside {criterion.Unit} for '{criterion}'.");
        }

        if (criterion.Shrinkage is not null && value is < 0d or > 100d)
        {
            throw new ArgumentOutOfRangeException("values", value, $"Expected a share from 0 to 100 percent for '{criterion}', whose sample moves it.");
        }
    }

    private int IndexOfGrade(string? code)
    {
        if (code is null)
        {
            return -1;
        }

        int index = Grades?.IndexOf(code) ?? -1;
        return index >= 0
            ? index
            : throw new ArgumentException($"The scorecard '{Id}' has no grade '{code}'; expected one of {(Grades is null ? "none" : string.Join(", ", Grades.Grades))}.", nameof(code));
    }
}
