using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Internal;

namespace ChannelModel.Scoring;

/// <summary>What a value is worth: from 0 points (worst) to 100 (best), by fixed bounds, so that no score depends on who else is scored.</summary>
/// <remarks>
/// <para>
/// Range: values in the unit of the criterion (12 stands for 12 % where the unit is percent) from -10^15 to 10^15, points from 0 to 100 with at most 7 decimals, at most 1 000
/// edges. Outside the edges a curve is level. The points of a value are rounded once, to 10^-7 (10^-9 of full points), a half to the even neighbour.
/// </para>
/// <para>Equality is by all parts; there is no ordering. A class, since no curve would be a good default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ValueCurve : IEquatable<ValueCurve>
{
    /// <summary>The most edges of one curve: 1 000.</summary>
    public const int MaxEdges = 1000;

    private const decimal MaxEdge = 1_000_000_000_000_000m;

    private ValueCurve(CurveKind kind, Edge edge, decimal below, decimal outOf, decimal? missing, (decimal At, decimal Points)[] points, RealPiece[] pieces)
    {
        Kind = kind;
        Edge = edge;
        Below = Exact.Canonical(below);
        OutOf = Exact.Canonical(outOf);
        MissingPoints = missing is decimal known ? Exact.Canonical(known) : null;
        Points = [.. points.Select(point => (Exact.Canonical(point.At), Exact.Canonical(point.Points)))];
        Curve = new RealCurve(pieces);
        NeverFalls = Monotone(pieces, 1);
        NeverRises = Monotone(pieces, -1);
    }

    /// <summary>Gets how the curve is worded.</summary>
    public CurveKind Kind { get; }

    /// <summary>Gets the edges and what is worth what there; for steps and bins, from that edge on.</summary>
    public IReadOnlyList<(decimal At, decimal Points)> Points { get; }

    /// <summary>Gets to which side an edge of steps and bins belongs.</summary>
    public Edge Edge { get; }

    /// <summary>Gets the points before the first edge of steps and bins.</summary>
    public decimal Below { get; }

    /// <summary>Gets what full points are: 100, or the most that bins give.</summary>
    public decimal OutOf { get; }

    /// <summary>Gets the points of a missing value, where bins have a bin for it; in the bins' own points.</summary>
    public decimal? MissingPoints { get; }

    /// <summary>Gets a value indicating whether a larger value never gets fewer points.</summary>
    public bool NeverFalls { get; }

    /// <summary>Gets a value indicating whether a larger value never gets more points.</summary>
    public bool NeverRises { get; }

    /// <summary>Gets the normal form, in whole billionths of full points: 0 to 10^9.</summary>
    internal RealCurve Curve { get; }

    /// <summary>Compares two curves.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are worded alike.</returns>
    public static bool operator ==(ValueCurve? left, ValueCurve? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two curves.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they are worded differently.</returns>
    public static bool operator !=(ValueCurve? left, ValueCurve? right) => !(left == right);

    /// <summary>Makes a line for values that should rise, such as conversion.</summary>
    /// <param name="zeroAt">At and below this value: 0 points.</param>
    /// <param name="fullAt">At and above this value: 100 points.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException"><paramref name="fullAt"/> is not above <paramref name="zeroAt"/>.</exception>
    public static ValueCurve Rising(decimal zeroAt, decimal fullAt) => OfLines(CurveKind.Rising, [(zeroAt, 0m), (fullAt, 100m)]);

    /// <summary>Makes a line for values that should fall, such as days of delay.</summary>
    /// <param name="fullAt">At and below this value: 100 points.</param>
    /// <param name="zeroAt">At and above this value: 0 points.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException"><paramref name="zeroAt"/> is not above <paramref name="fullAt"/>.</exception>
    public static ValueCurve Falling(decimal fullAt, decimal zeroAt) => OfLines(CurveKind.Falling, [(fullAt, 100m), (zeroAt, 0m)]);

    /// <summary>Makes straight lines through points, level before the first and after the last.</summary>
    /// <param name="points">At least one, in ascending order of values.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, the values do not ascend, or points are outside 0 to 100.</exception>
    public static ValueCurve Through(params (decimal At, decimal Points)[] points) => OfLines(CurveKind.Through, points);

    /// <summary>Makes a target range: full points inside, straight lines down to 0 on both sides.</summary>
    /// <param name="from">The lower end of the range, included.</param>
    /// <param name="to">The upper end of the range, included.</param>
    /// <param name="toleranceBelow">How far below the range the points reach 0; with 0 they do so at once.</param>
    /// <param name="toleranceAbove">How far above the range the points reach 0; with 0 they do so at once.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">The range is reversed, or a tolerance is negative.</exception>
    public static ValueCurve TargetRange(decimal from, decimal to, decimal toleranceBelow, decimal toleranceAbove)
    {
        Within(from);
        Within(to);
        if (to < from || toleranceBelow is < 0m or > MaxEdge || toleranceAbove is < 0m or > MaxEdge)
        {
            throw new ArgumentException($"A target range from {Text(from)} to {Text(to)} with the tolerances {Text(toleranceBelow)} and {Text(toleranceAbove)} is no range; expected an end that is not below the start, and tolerances of 0 or more.", nameof(to));
        }

        Within(from - toleranceBelow);
        Within(to + toleranceAbove);
        var pieces = new List<RealPiece> { new(double.NegativeInfinity, strict: false, 0d, 0d, 0d) };
        double low = Real.Of(from);
        double high = Real.Of(to);
        if (toleranceBelow > 0m)
        {
            double start = Real.Of(from - toleranceBelow);
            Ascends(start, low, from - toleranceBelow, from);
            pieces.Add(new RealPiece(start, strict: false, start, 0d, Full / (low - start)));
        }

        pieces.Add(new RealPiece(low, strict: false, low, Full, 0d));
        if (toleranceAbove > 0m)
        {
            double end = Real.Of(to + toleranceAbove);
            Ascends(high, end, to, to + toleranceAbove);
            pieces.Add(new RealPiece(high, strict: true, high, Full, -Full / (end - high)));
            pieces.Add(new RealPiece(end, strict: false, end, 0d, 0d));
        }
        else
        {
            pieces.Add(new RealPiece(high, strict: true, high, 0d, 0d));
        }

        return new ValueCurve(
            CurveKind.TargetRange, Edge.LowerIncluded, 0m, 100m, null, [(from - toleranceBelow, 0m), (from, 100m), (to, 100m), (to + toleranceAbove, 0m)], [.. pieces]);
    }

    /// <summary>Makes points that jump at edges.</summary>
    /// <param name="edge">To which side an edge belongs.</param>
    /// <param name="below">The points before the first edge, 0 to 100.</param>
    /// <param name="steps">At least one, in ascending order of edges: from there on, these points.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no step, the edges do not ascend, or points are outside 0 to 100.</exception>
    public static ValueCurve Steps(Edge edge, decimal below, params (decimal From, decimal Points)[] steps) => OfSteps(CurveKind.Steps, edge, 100m, below, null, steps);

    /// <summary>Makes bins with points out of a maximum, as credit scorecards have them.</summary>
    /// <param name="edge">To which side an edge belongs.</param>
    /// <param name="outOf">What full points are; points divided by it and rounded to 10^-9 are the share of the criterion's weight.</param>
    /// <param name="below">The points before the first edge.</param>
    /// <param name="bins">At least one, in ascending order of edges: from there on, these points.</param>
    /// <returns>The curve; <see cref="WithMissing"/> adds the bin for a missing value.</returns>
    /// <exception cref="ArgumentException">There is no bin, the edges do not ascend, or points are outside 0 to <paramref name="outOf"/>.</exception>
    public static ValueCurve Bins(Edge edge, decimal outOf, decimal below, params (decimal From, decimal Points)[] bins) => OfSteps(CurveKind.Bins, edge, outOf, below, null, bins);

    /// <summary>Adds the bin for a missing value.</summary>
    /// <param name="points">In the bins' own points.</param>
    /// <returns>The curve; a criterion with it needs no other policy for missing values.</returns>
    /// <exception cref="InvalidOperationException">The curve is not made of bins.</exception>
    /// <exception cref="ArgumentException"><paramref name="points"/> is outside 0 to <see cref="OutOf"/>.</exception>
    public ValueCurve WithMissing(decimal points) => Kind == CurveKind.Bins
        ? OfSteps(Kind, Edge, OutOf, Below, points, [.. Points])
        : throw new InvalidOperationException($"A curve of kind {Kind} has no bin for a missing value; expected bins, or a missing-value policy of the criterion.");

    /// <summary>Returns the points of a value.</summary>
    /// <param name="value">In the criterion's unit.</param>
    /// <returns>0 to 100, a whole multiple of 10^-7; of bins too.</returns>
    public decimal PointsAt(decimal value) => Exact.Canonical(Exact.ToDecimal(Units(Real.Of(value)), 7));

    /// <inheritdoc/>
    public bool Equals(ValueCurve? other) =>
        other is not null && Kind == other.Kind && Edge == other.Edge && Below == other.Below && OutOf == other.OutOf && MissingPoints == other.MissingPoints && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Points.Count ^ Points[0].At.GetHashCode();

    /// <summary>Returns the curve in words, such as <c>rising 0 to 12</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        CurveKind.Rising => $"rising {Text(Points[0].At)} to {Text(Points[1].At)}",
        CurveKind.Falling => $"falling {Text(Points[0].At)} to {Text(Points[1].At)}",
        CurveKind.TargetRange => $"target range {Text(Points[1].At)} to {Text(Points[2].At)}",
        _ => $"{(Kind == CurveKind.Bins ? $"bins out of {Text(OutOf)}" : Kind == CurveKind.Steps ? "steps" : "through")} {string.Join(", ", Points.Select(p => Text(p.At) + ": " + Text(p.Points)))}",
    };

    /// <summary>The worth of a finite value in billionths of full points; see the note on <see cref="CompiledScorecard"/>.</summary>
    internal long Units(double value) => CompiledScorecard.Round(Curve.At(value));

    private static double Full => 1e9;

    private static ValueCurve OfLines(CurveKind kind, (decimal At, decimal Points)[] points)
    {
        Check(points, 100m, kind);
        var knots = points.Select(point => (Real.Of(point.At), Real.Of(point.Points * 10_000_000m))).ToArray();
        return new ValueCurve(kind, Edge.LowerIncluded, points[0].Points, 100m, null, points, [.. RealCurve.Through(knots).Pieces]);
    }

    private static ValueCurve OfSteps(CurveKind kind, Edge edge, decimal outOf, decimal below, decimal? missing, (decimal At, decimal Points)[] steps)
    {
        if (edge is not (Edge.LowerIncluded or Edge.UpperIncluded))
        {
            throw new ArgumentOutOfRangeException(nameof(edge), edge, "Expected a defined side of the edge.");
        }

        if (outOf is <= 0m or > 1_000_000_000m)
        {
            throw new ArgumentException($"Bins out of {Text(outOf)} points have no maximum; expected more than 0 and at most 1000000000.", nameof(outOf));
        }

        Check(steps, outOf, kind);
        Check([(0m, below), (1m, missing ?? below)], outOf, kind);
        double Share(decimal points) => Real.Of(Exact.Quotient(points * 1_000_000_000m, outOf, 0, RoundingMode.HalfEven));
        var pieces = new RealPiece[steps.Length + 1];
        pieces[0] = new RealPiece(double.NegativeInfinity, strict: false, 0d, Share(below), 0d);
        for (int i = 0; i < steps.Length; i++)
        {
            double from = Real.Of(steps[i].At);
            pieces[i + 1] = new RealPiece(from, edge == Edge.UpperIncluded, from, Share(steps[i].Points), 0d);
        }

        return new ValueCurve(kind, edge, below, outOf, missing, steps, pieces);
    }

    private static void Check((decimal At, decimal Points)[] points, decimal outOf, CurveKind kind)
    {
        if (points.Length is 0 or > MaxEdges)
        {
            throw new ArgumentException($"A curve of kind {kind} with {points.Length} edges is not legal; expected 1 to {MaxEdges}.", nameof(points));
        }

        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0)
            {
                Ascends(Real.Of(points[i - 1].At), Real.Of(points[i].At), points[i - 1].At, points[i].At);
            }

            Within(points[i].At);
            if (points[i].Points < 0m || points[i].Points > outOf || Exact.Scale(points[i].Points) > 7)
            {
                throw new ArgumentException($"{Text(points[i].Points)} points at {Text(points[i].At)} are not legal; expected 0 to {Text(outOf)} with at most 7 decimals.", nameof(points));
            }
        }
    }

    private static void Within(decimal at)
    {
        if (at is < -MaxEdge or > MaxEdge)
        {
            throw new ArgumentException($"The edge {Text(at)} is too far away; expected -10^15 to 10^15.", nameof(at));
        }
    }

    private static void Ascends(double low, double high, decimal from, decimal to)
    {
        if (!(low < high))
        {
            throw new ArgumentException($"The edge {Text(to)} does not lie above {Text(from)}; expected values in ascending order, different as double numbers.", nameof(to));
        }
    }

    /// <summary>Whether no piece and no jump goes against a direction. Values at edges are whole, so that rounding cannot turn it.</summary>
    private static bool Monotone(RealPiece[] pieces, int direction)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Slope * direction < 0d)
            {
                return false;
            }

            if (i > 0 && (CompiledScorecard.Round(pieces[i].Base) - CompiledScorecard.Round(pieces[i - 1].At(pieces[i].From))) * direction < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(decimal value) => Exact.Format(value, 0, string.Empty);
}
