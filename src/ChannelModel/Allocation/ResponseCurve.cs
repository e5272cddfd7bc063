using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>What comes back for what is spent on one line of a budget: a function of the spend in units of the currency, from 0 on.</summary>
/// <remarks>
/// <para>
/// Range: one of seven shapes with finite parameters; the response is in any one unit (revenue, orders, points), the same for all lines of a problem. The curves are input:
/// nothing here fits them to data. Values go through exp, log or pow and agree to 10^-12 between runtimes, not to the last bit.
/// </para>
/// <para>Equality is by shape and parameters; there is no ordering. A class; there is no default.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed partial class ResponseCurve : IEquatable<ResponseCurve>
{
    private readonly string[] _names;

    private ResponseCurve(ResponseShape shape, double a, double b, double n = 1d, double c = 0d, ResponsePoint[]? points = null, params string[] names)
    {
        Shape = shape;
        A = a;
        B = b;
        N = n;
        C = c;
        Vertices = points ?? [];
        Line = points is null ? null : RealCurve.Through(points.Select(point => (point.Spend, point.Response)).ToArray());
        _names = names;
        IsConcave = shape switch
        {
            ResponseShape.Hill => n <= 1d,
            ResponseShape.PiecewiseLinear => SlopesFall(Line!),
            _ => true,
        };
    }

    /// <summary>Gets the shape.</summary>
    public ResponseShape Shape { get; }

    /// <summary>Gets the parameters by their names in the factory, such as <c>ceiling</c> and <c>halfSpend</c>; none for a piecewise-linear curve.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters =>
        _names.Zip([A, B, N, C], (name, value) => new KeyValuePair<string, double>(name, value)).ToArray();

    /// <summary>Gets the points of a piecewise-linear curve in ascending order; none for the others.</summary>
    public IReadOnlyList<ResponsePoint> Points => Vertices;

    /// <summary>Gets a value indicating whether every further unit brings at most what the one before brought.</summary>
    public bool IsConcave { get; }

    /// <summary>Gets the spend up to which the returns of a further unit rise: the point of inflection of an S-shaped Hill curve; 0 where there is none.</summary>
    public double Inflection => Shape == ResponseShape.Hill && N > 1d ? Math.Max(0d, (B * Math.Pow((N - 1d) / (N + 1d), 1d / N)) - C) : 0d;

    /// <summary>Gets the response without any spend: what earlier spending still brings. Above 0 for a Hill curve with carry-over.</summary>
    public double BaseResponse => ValueAt(0d);

    internal double A { get; }

    internal double B { get; }

    internal double N { get; }

    internal double C { get; }

    internal RealCurve? Line { get; }

    internal ResponsePoint[] Vertices { get; }

    /// <summary>Compares shape and parameters.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are the same.</returns>
    public static bool operator ==(ResponseCurve? left, ResponseCurve? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares shape and parameters.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ResponseCurve? left, ResponseCurve? right) => !(left == right);

    /// <summary>Makes <c>size ln(1 + x / scale)</c>: no ceiling, returns that fall fast.</summary>
    /// <param name="size">The response gained each time the spend plus <paramref name="scale"/> grows by the factor e; 0 or more.</param>
    /// <param name="scale">In units of the currency, above 0: the first unit brings size / scale.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Logarithmic(double size, double scale) =>
        new(ResponseShape.Logarithmic, Checked(size, nameof(size), true), Checked(scale, nameof(scale), false), names: [nameof(size), nameof(scale)]);

    /// <summary>Makes <c>size x^exponent</c>: no ceiling; 0.5 means that fourfold spend doubles the response.</summary>
    /// <param name="size">The response of one unit of the currency; 0 or more.</param>
    /// <param name="exponent">The elasticity, above 0 and below 1; for 1 see <see cref="Linear"/>.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Power(double size, double exponent) =>
        new(
            ResponseShape.Power,
            Checked(size, nameof(size), true),
            Checked(exponent, nameof(exponent), false) < 1d ? exponent : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "Expected a number above 0 and below 1."),
            names: [nameof(size), nameof(exponent)]);

    /// <summary>Makes <c>ceiling (1 - e^(-x / scale))</c>: each further <paramref name="scale"/> closes 63 % of the distance to the ceiling.</summary>
    /// <param name="ceiling">The response that is never reached; 0 or more.</param>
    /// <param name="scale">In units of the currency, above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Exponential(double ceiling, double scale) =>
        new(ResponseShape.Exponential, Checked(ceiling, nameof(ceiling), true), Checked(scale, nameof(scale), false), names: [nameof(ceiling), nameof(scale)]);

    /// <summary>Makes <c>ceiling x / (halfSpend + x)</c>: a Hill curve of steepness 1.</summary>
    /// <param name="ceiling">The response that is never reached; 0 or more.</param>
    /// <param name="halfSpend">The spend that brings half of it, in units of the currency; above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve MichaelisMenten(double ceiling, double halfSpend) => Hill(ceiling, halfSpend, 1d);

    /// <summary>Makes <c>ceiling z^steepness / (halfSpend^steepness + z^steepness)</c> with <c>z = x + carryOver</c>.</summary>
    /// <param name="ceiling">The response that is never reached; 0 or more.</param>
    /// <param name="halfSpend">The z that brings half of it, in units of the currency; above 0.</param>
    /// <param name="steepness">Above 0, at most 1000; above 1 the curve is S-shaped: too little spend brings next to nothing.</param>
    /// <param name="carryOver">What earlier spending is still worth, in units of the currency; 0 or more. With it the response without spend is above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Hill(double ceiling, double halfSpend, double steepness, double carryOver = 0d) =>
        new(
            ResponseShape.Hill,
            Checked(ceiling, nameof(ceiling), true),
            Checked(halfSpend, nameof(halfSpend), false),
            Checked(steepness, nameof(steepness), false) <= 1000d ? steepness : throw new ArgumentOutOfRangeException(nameof(steepness), steepness, "Expected a number above 0, at most 1000."),
            Checked(carryOver, nameof(carryOver), true),
            names: [nameof(ceiling), nameof(halfSpend), nameof(steepness), nameof(carryOver)]);

    /// <summary>Makes <c>ceiling (1 - e^(-rate x)) / (1 + e^(-rate x))</c>: the upper half of a logistic curve.</summary>
    /// <param name="ceiling">The response that is never reached; 0 or more.</param>
    /// <param name="rate">For one unit of the currency, above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Logistic(double ceiling, double rate) =>
        new(ResponseShape.Logistic, Checked(ceiling, nameof(ceiling), true), Checked(rate, nameof(rate), false), names: [nameof(ceiling), nameof(rate)]);

    /// <summary>Makes <c>slope x - bend x^2 / 2</c>: beyond slope / bend more spend costs response.</summary>
    /// <param name="slope">What the first unit brings; 0 or more.</param>
    /// <param name="bend">How much less each further unit brings; 0 or more.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static ResponseCurve Quadratic(double slope, double bend) =>
        new(ResponseShape.Quadratic, Checked(slope, nameof(slope), true), Checked(bend, nameof(bend), true), names: [nameof(slope), nameof(bend)]);

    /// <summary>Makes <c>slope x</c>: every unit brings the same. A slope of 0 is a reserve, money that is held back.</summary>
    /// <param name="slope">What each unit brings; 0 or more.</param>
    /// <returns>A quadratic curve without a bend.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The slope is outside its range.</exception>
    public static ResponseCurve Linear(double slope) => Quadratic(slope, 0d);

    /// <summary>Makes straight lines between points, level outside them; any shape, also one that falls or is S-shaped.</summary>
    /// <param name="points">At least one; strictly ascending by spend.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no point, or the spends do not ascend.</exception>
    public static ResponseCurve PiecewiseLinear(IEnumerable<ResponsePoint> points)
    {
        ResponsePoint[] all = Guard.Against.Null(points).ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("There is no point; expected at least one.", nameof(points));
        }

        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].Spend <= all[i - 1].Spend)
            {
                throw new ArgumentException($"The point {all[i]} follows {all[i - 1]}; expected spends that ascend.", nameof(points));
            }
        }

        return new ResponseCurve(ResponseShape.PiecewiseLinear, 0d, 0d, points: all);
    }

    /// <summary>Stretches the curve: every response times a factor.</summary>
    /// <param name="factor">0 or more.</param>
    /// <returns>The curve; this one if nothing changes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is negative or not finite.</exception>
    public ResponseCurve Times(double factor)
    {
        Checked(factor, nameof(factor), true);
        if (factor == 1d)
        {
            return this;
        }

        return Shape switch
        {
            ResponseShape.PiecewiseLinear => PiecewiseLinear(Vertices.Select(point => new ResponsePoint(point.Spend, factor * point.Response))),
            ResponseShape.Quadratic => Quadratic(factor * A, factor * B),
            _ => new ResponseCurve(Shape, factor * A, B, N, C, null, _names),
        };
    }

    /// <summary>Returns what comes back for a spend.</summary>
    /// <param name="spend">In units of the currency; 0 or more.</param>
    /// <returns>The response, carry-over included.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative or not finite.</exception>
    public double ValueAt(double spend) => Value(Checked(spend, nameof(spend), true));

    /// <summary>Returns what the spend itself brings: the response less that without any spend.</summary>
    /// <param name="spend">In units of the currency; 0 or more.</param>
    /// <returns>f(x) - f(0).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative or not finite.</exception>
    public double IncrementalAt(double spend) => ValueAt(spend) - ValueAt(0d);

    /// <summary>Returns what one more unit brings: the derivative; at a corner that of the piece to the right.</summary>
    /// <param name="spend">In units of the currency; 0 or more.</param>
    /// <returns>The response for one more unit of the currency; infinite for a power curve, or a Hill curve of steepness below 1, at 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spend"/> is negative or not finite.</exception>
    public double SlopeAt(double spend) => Slope(Checked(spend, nameof(spend), true));

    /// <summary>Returns the spend beyond which one more unit brings less than a given response: the inverse of <see cref="SlopeAt"/> on its falling part.</summary>
    /// <param name="slope">The response for one more unit; above 0.</param>
    /// <returns>In units of the currency; 0 if no unit brings that much, positive infinity if all do.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slope"/> is not above 0 or not finite.</exception>
    public double SpendAtSlope(double slope)
    {
        Checked(slope, nameof(slope), false);
        return FallingPart(slope);
    }

    /// <summary>Returns the least concave curve above this one between two spends: what a mix of periods could reach on average.</summary>
    /// <param name="from">The lower end, in units of the currency; 0 or more.</param>
    /// <param name="to">The upper end, above <paramref name="from"/>.</param>
    /// <returns>The envelope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end is negative or not finite, or they are not in order.</exception>
    public ConcaveEnvelope Envelope(double from, double to)
    {
        Checked(from, nameof(from), true);
        return Checked(to, nameof(to), true) > from
            ? new ConcaveEnvelope(this, from, to)
            : throw new ArgumentOutOfRangeException(nameof(to), to, $"Expected a number above {from.ToString("R", CultureInfo.InvariantCulture)}.");
    }

    /// <inheritdoc/>
    public bool Equals(ResponseCurve? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Shape == other.Shape && A.Equals(other.A) && B.Equals(other.B) && N.Equals(other.N) && C.Equals(other.C) && Vertices.SequenceEqual(other.Vertices));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResponseCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(((((int)Shape * 397) ^ A.GetHashCode()) * 397) ^ B.GetHashCode() ^ Vertices.Length);

    /// <summary>Returns shape and parameters, the same in every culture.</summary>
    /// <returns>Such as <c>Hill(ceiling 1000, halfSpend 4000, steepness 3, carryOver 0)</c>.</returns>
    public override string ToString() => Shape == ResponseShape.PiecewiseLinear
        ? $"{Shape}({string.Join(", ", Vertices)})"
        : $"{Shape}({string.Join(", ", Parameters.Select(pair => pair.Key + " " + pair.Value.ToString("R", CultureInfo.InvariantCulture)))})";

    internal static double Checked(double value, string parameter, bool zeroAllowed)
    {
        if (double.IsNaN(value) || double.IsInfinity(value) || value < 0d || (value == 0d && !zeroAllowed))
        {
            throw new ArgumentOutOfRangeException(parameter, value, zeroAllowed ? "Expected a finite number, 0 or more." : "Expected a finite number above 0.");
        }

        return value;
    }

    private static bool SlopesFall(RealCurve line)
    {
        // The first piece is level before the first point; a rise from there is concave only if that point is at 0.
        for (int i = line.Pieces[1].From > 0d ? 1 : 2; i < line.Pieces.Count; i++)
        {
            if (line.Pieces[i].Slope > line.Pieces[i - 1].Slope)
            {
                return false;
            }
        }

        return true;
    }
}
