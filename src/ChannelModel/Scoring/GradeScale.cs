using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>Grades that cover the scores from 0 to 100 without gap or overlap, and how far a score must move before the grade follows.</summary>
/// <remarks>
/// <para>
/// Range: 1 to 100 grades; the first starts at 0. With a previous grade, a score leaves its band only when it is more than the hysteresis beyond it: below the
/// start by more than that, or at least that far above the next start. The hysteresis is smaller than every band, so that a
/// grade is at most one away from what the score alone says.
/// </para>
/// <para>Equality is by all parts; there is no ordering. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class GradeScale : IEquatable<GradeScale>
{
    /// <summary>One point is 10^7 billionths of full points.</summary>
    private const decimal Billionths = 10_000_000m;

    private GradeScale(Edge edge, decimal hysteresis, Grade[] grades)
    {
        Edge = edge;
        Hysteresis = hysteresis;
        Grades = [.. grades];
        Edges = [.. grades.Select(grade => (long)(grade.From * Billionths))];
        Margin = (long)(hysteresis * Billionths);
    }

    /// <summary>Gets the grades from the lowest to the best.</summary>
    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>Gets to which grade a score on an edge belongs: the better one with <see cref="Edge.LowerIncluded"/>.</summary>
    public Edge Edge { get; }

    /// <summary>Gets how far beyond its band a score must be before a previous grade is left.</summary>
    public decimal Hysteresis { get; }

    /// <summary>Gets where the grades start, in billionths of full points; the first is 0.</summary>
    internal long[] Edges { get; }

    /// <summary>Gets the hysteresis in billionths of full points.</summary>
    internal long Margin { get; }

    /// <summary>Compares two scales.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(GradeScale? left, GradeScale? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two scales.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(GradeScale? left, GradeScale? right) => !(left == right);

    /// <summary>Makes a scale in which a score on an edge has the better grade.</summary>
    /// <param name="grades">In ascending order; the first starts at 0.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentException">The grades do not start at 0, do not ascend, or a code is there twice.</exception>
    public static GradeScale Of(params Grade[] grades) => Of(Edge.LowerIncluded, grades);

    /// <summary>Makes a scale of codes only.</summary>
    /// <param name="grades">In ascending order; the first starts at 0.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentException">The grades do not start at 0, do not ascend, or a code is there twice.</exception>
    public static GradeScale Of(params (string Code, decimal From)[] grades) => Of(Edge.LowerIncluded, [.. Guard.Against.Null(grades).Select(grade => new Grade(grade.Code, grade.From))]);

    /// <summary>Makes a scale.</summary>
    /// <param name="edge">To which grade a score on an edge belongs.</param>
    /// <param name="grades">In ascending order; the first starts at 0.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentException">The grades do not start at 0, do not ascend, or a code is there twice.</exception>
    public static GradeScale Of(Edge edge, params Grade[] grades)
    {
        Guard.Against.Null(grades);
        if (edge is not (Edge.LowerIncluded or Edge.UpperIncluded))
        {
            throw new ArgumentOutOfRangeException(nameof(edge), edge, "Expected a defined side of the edge.");
        }

        if (grades.Length is 0 or > 100 || grades[0].From != 0m)
        {
            throw new ArgumentException($"{grades.Length} grades that start at {(grades.Length == 0 ? "nothing" : Exact.Format(grades[0].From, 0, string.Empty))} leave a gap; expected 1 to 100 grades, the first from 0.", nameof(grades));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < grades.Length; i++)
        {
            if (!seen.Add(grades[i].Code))
            {
                throw new ArgumentException($"The grade '{grades[i]}' is there twice; expected each code once.", nameof(grades));
            }

            if (i > 0 && grades[i].From <= grades[i - 1].From)
            {
                throw new ArgumentException($"The grade '{grades[i]}' from {Exact.Format(grades[i].From, 0, string.Empty)} does not start above '{grades[i - 1]}'; expected ascending scores.", nameof(grades));
            }
        }

        if (edge == Edge.LowerIncluded || grades.Length == 1 || grades[grades.Length - 1].From < 100m)
        {
            return new GradeScale(edge, 0m, grades);
        }

        throw new ArgumentException($"The grade '{grades[grades.Length - 1]}' above 100 holds no score; expected a start below 100.", nameof(grades));
    }

    /// <summary>Names how far beyond its band a score must be before a previous grade is left.</summary>
    /// <param name="points">0 for none; less than the narrowest band.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is negative or not less than the narrowest band.</exception>
    public GradeScale WithHysteresis(decimal points)
    {
        decimal narrowest = Enumerable.Range(0, Grades.Count).Min(i => (i + 1 < Grades.Count ? Grades[i + 1].From : 100m) - Grades[i].From);
        return points >= 0m && (points == 0m || points < narrowest || Grades.Count == 1)
            && Exact.Scale(points) <= 7
            ? new GradeScale(Edge, Exact.Canonical(points), [.. Grades])
            : throw new ArgumentOutOfRangeException(nameof(points), points, $"Expected 0 or more with at most 7 decimals, and less than the narrowest band of {Exact.Format(narrowest, 0, string.Empty)} points.");
    }

    /// <summary>Returns the grade of a score.</summary>
    /// <param name="score">0 to 100.</param>
    /// <param name="previous">The code of the grade before, for hysteresis, or <see langword="null"/>.</param>
    /// <returns>The grade.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is outside 0 to 100.</exception>
    /// <exception cref="ArgumentException">There is no grade <paramref name="previous"/>.</exception>
    public Grade GradeOf(decimal score, string? previous = null)
    {
        if (score is < 0m or > 100m)
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "Expected a score from 0 to 100.");
        }

        // Between two billionths a score lies where its lower neighbour does, or above an edge that belongs to the band below it.
        long units = (long)(Edge == Edge.LowerIncluded ? decimal.Floor(score * Billionths) : decimal.Ceiling(score * Billionths));
        if (previous is null)
        {
            return Grades[Locate(units)];
        }

        int before = IndexOf(previous);
        if (before < 0)
        {
            throw new ArgumentException($"The scale has no grade '{previous}'; expected one of {string.Join(", ", Grades)}.", nameof(previous));
        }

        return Grades[Follow(units, before)];
    }

    /// <inheritdoc/>
    public bool Equals(GradeScale? other) => other is not null && Edge == other.Edge && Hysteresis == other.Hysteresis && Grades.SequenceEqual(other.Grades);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradeScale);

    /// <inheritdoc/>
    public override int GetHashCode() => Grades.Count ^ Hysteresis.GetHashCode();

    /// <summary>Returns the grades with their starts, such as <c>D 0, C 50, B 70, A 85</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", Grades.Select(grade => grade.Code + " " + Exact.Format(grade.From, 0, string.Empty)));

    internal int IndexOf(string code)
    {
        for (int i = 0; i < Grades.Count; i++)
        {
            if (Grades[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The grade of a score in billionths, from 0.</summary>
    /// <param name="units">0 to 10^9.</param>
    /// <param name="before">The grade before, from 0, or -1 for none.</param>
    /// <remarks>Between what the score says and what was before: up only if it is the hysteresis above the start, down only if it is more than that below.</remarks>
    internal int Follow(long units, int before)
    {
        int raw = Locate(units);
        return before < 0 || raw == before ? raw
            : raw > before ? Math.Max(before, Locate(units - Margin))
            : Math.Min(before, Locate(units + Margin));
    }

    internal int Locate(long units)
    {
        int found = 0;
        for (int i = 1; i < Edges.Length; i++)
        {
            if (Edge == Edge.LowerIncluded ? units >= Edges[i] : units > Edges[i])
            {
                found = i;
            }
        }

        return found;
    }
}
