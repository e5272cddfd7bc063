using System;
using System.Globalization;

namespace ChannelModel.Scoring;

/// <summary>How strongly PROMETHEE prefers one candidate to another by the difference of a criterion, in the criterion's own unit: 0 not at all, 1 fully.</summary>
/// <remarks>
/// <para>q is the largest difference that does not matter, p the smallest that settles the matter, s the difference at which a Gaussian turns from slow to fast. A difference of exactly q is still ignored; one of exactly p is full.</para>
/// <para>Range: finite, 0 to 10^100, q not above p. Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PreferenceFunction
{
    private PreferenceFunction(PreferenceShape shape, double q, double p, double s = 0d)
    {
        Shape = shape;
        Q = q;
        P = p;
        S = s;
    }

    /// <summary>Gets the usual function: any difference above 0 counts in full.</summary>
    public static PreferenceFunction Usual { get; } = new(PreferenceShape.Usual, 0d, 0d);

    /// <summary>Gets the shape.</summary>
    public PreferenceShape Shape { get; }

    /// <summary>Gets the largest difference that does not matter.</summary>
    public double Q { get; }

    /// <summary>Gets the smallest difference that counts in full; that of <see cref="Q"/> where nothing lies between.</summary>
    public double P { get; }

    /// <summary>Gets the turning point of a Gaussian; 0 for other shapes.</summary>
    public double S { get; }

    /// <summary>Makes the U-shape: 0 up to q, above it 1.</summary>
    /// <param name="q">The largest difference that does not matter.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative, not finite or too large.</exception>
    public static PreferenceFunction UShape(double q) => new(PreferenceShape.UShape, Check(q, nameof(q)), q);

    /// <summary>Makes the V-shape: difference / p, from p on 1; with p = 0 the usual function.</summary>
    /// <param name="p">The smallest difference that counts in full.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative, not finite or too large.</exception>
    public static PreferenceFunction VShape(double p) => new(PreferenceShape.VShape, 0d, Check(p, nameof(p)));

    /// <summary>Makes the level function: 0 up to q, 0.5 up to p, above it 1.</summary>
    /// <param name="q">The largest difference that does not matter.</param>
    /// <param name="p">The largest difference that counts half.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative, not finite or too large, or q is above p.</exception>
    public static PreferenceFunction Level(double q, double p) => new(PreferenceShape.Level, Check(q, p), p);

    /// <summary>Makes the linear function: 0 up to q, (difference - q) / (p - q) between, from p on 1.</summary>
    /// <param name="q">The largest difference that does not matter.</param>
    /// <param name="p">The smallest difference that counts in full.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative, not finite or too large, or q is above p.</exception>
    public static PreferenceFunction Linear(double q, double p) => new(PreferenceShape.Linear, Check(q, p), p);

    /// <summary>Makes the Gaussian: 1 - exp(-difference^2 / (2 s^2)); with s = 0 the usual function. It compares all pairs: at most <see cref="MaxGaussianCandidates"/> candidates.</summary>
    /// <param name="s">The turning point.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative, not finite or too large.</exception>
    public static PreferenceFunction Gaussian(double s) => s == 0d ? Usual : new PreferenceFunction(PreferenceShape.Gaussian, 0d, 0d, Check(s, nameof(s)));

    /// <summary>The most candidates that a Gaussian compares: 20 000, which are 200 million pairs.</summary>
    public const int MaxGaussianCandidates = 20_000;

    /// <summary>Returns the preference for a difference.</summary>
    /// <param name="difference">How much better the one is than the other, in the criterion's unit; not above 0 for no preference.</param>
    /// <returns>0 to 1.</returns>
    public double At(double difference)
    {
        if (!(difference > 0d))
        {
            return 0d;
        }

        switch (Shape)
        {
            case PreferenceShape.Gaussian:
                double ratio = difference / S;
                return 1d - Math.Exp(-(ratio * ratio) / 2d);
            case PreferenceShape.Level:
                return difference > P ? 1d : difference > Q ? 0.5 : 0d;
            default:
                return difference <= Q ? 0d : difference > P || P == Q ? 1d : (difference - Q) / (P - Q);
        }
    }

    /// <summary>Returns the shape with its thresholds.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Shape switch
    {
        PreferenceShape.Usual => "usual",
        PreferenceShape.UShape => string.Format(CultureInfo.InvariantCulture, "U (q {0})", Q),
        PreferenceShape.VShape => string.Format(CultureInfo.InvariantCulture, "V (p {0})", P),
        PreferenceShape.Level => string.Format(CultureInfo.InvariantCulture, "level (q {0}, p {1})", Q, P),
        PreferenceShape.Linear => string.Format(CultureInfo.InvariantCulture, "linear (q {0}, p {1})", Q, P),
        _ => string.Format(CultureInfo.InvariantCulture, "Gaussian (s {0})", S),
    };

    private static double Check(double threshold, string name)
    {
        const double Smallest = 1e-100;
        const double Largest = 1e100;
        return threshold == 0d || (threshold >= Smallest && threshold <= Largest)
            ? threshold
            : throw new ArgumentOutOfRangeException(name, threshold, "Expected a threshold of 0, or from 10^-100 to 10^100.");
    }

    private static double Check(double q, double p) =>
        Check(q, nameof(q)) <= Check(p, nameof(p)) ? q : throw new ArgumentOutOfRangeException(nameof(q), q, $"Expected q not above p, which is {MatrixError.Format(p)}.");
}
