using System;

namespace ChannelModel.Scoring;

/// <summary>A scorecard as flat arrays, and the one place where scores are computed. Everything public stands on it, and bulk kernels must give its bits.</summary>
/// <remarks>
/// <para>The order of operations, for one candidate. All floating point is IEEE double, each operation rounded once, none fused, in this order; the rest is 64-bit integers.</para>
/// <para>
/// 1. Present: criterion j has a value. It counts as missing all the same if its sample is 0, if its sample (or none stated: -1) is below MinimumSample[j], or
/// if Shrink[j] is used and no sample is stated. Gates see the value as it came.
/// </para>
/// <para>2. Moved: x = Shrink[j].Apply(value, sample), see <see cref="CompiledShrinkage"/>; without shrinkage x is the value.</para>
/// <para>
/// 3. Worth: the piece i of Curves[j] is the last whose edge is passed (x &gt;= From, or x &gt; From where Strict); u = Base + (Slope x (x - Anchor)), in billionths of full points.
/// Rounded: r = (u + 6755399441055744.0) - 6755399441055744.0, which is nearest, a half to even, for |u| &lt; 2^51. r is 0 to 10^9 by construction; values at edges are whole, so
/// that a line cannot step over the next edge's value.
/// </para>
/// <para>4. Missing: left out (Missing[j] = -1), or worth Missing[j], or no score at all (Missing[j] = -2).</para>
/// <para>5. Sums over the criteria, exact in any order: Sum = sum of Weights[j] x r (at most 10^18), Counted = sum of the weights not left out, Observed = sum of the weights of present criteria.</para>
/// <para>
/// 6. No score if a missing value forbids it, if Observed is 0, or if Observed is below MinimumCoverage. Else, with D = Counted x 10^(7 - decimals), an even number,
/// Units = (Sum + D / 2) / D in integer division: the score in units of the last decimal shown, rounded once, a half away from zero.
/// </para>
/// <para>
/// 7. Gates: any knock-out that applies makes the status KnockedOut, with Units where there is a score and no grade; else any evidence gate that applies makes it NotRated.
/// 8. Grade: scale.Follow(Units x 10^(7 - decimals), grade before), then not above the lowest cap that applies.
/// </para>
/// </remarks>
internal sealed class CompiledScorecard
{
    /// <summary>Criteria fit the bits of one word.</summary>
    public const int MaxCriteria = 64;

    public const long Full = 1_000_000_000;

    /// <summary>1.5 x 2^52: adding it moves the point behind the last bit, taking it away again leaves a whole number.</summary>
    private const double Shift = 6755399441055744.0;

    public CompiledScorecard(RealCurve[] curves, long[] weights, long[] missing, CompiledShrinkage[] shrink, double[] minimumSample, CompiledGate[] gates, GradeScale? scale, long minimumCoverage, int decimals)
    {
        Curves = curves;
        Weights = weights;
        Missing = missing;
        Shrink = shrink;
        MinimumSample = minimumSample;
        Gates = gates;
        Scale = scale;
        MinimumCoverage = minimumCoverage;
        Decimals = decimals;
        Step = Power(7 - decimals);
    }

    public int Count => Curves.Length;

    /// <summary>Gets the curves, in billionths of full points.</summary>
    public RealCurve[] Curves { get; }

    /// <summary>Gets the weights in billionths; they add up to 10^9.</summary>
    public long[] Weights { get; }

    /// <summary>Gets what a missing value is worth in billionths; -1 leaves the criterion out, -2 forbids a score.</summary>
    public long[] Missing { get; }

    public CompiledShrinkage[] Shrink { get; }

    /// <summary>Gets the least samples; 0 for none.</summary>
    public double[] MinimumSample { get; }

    public CompiledGate[] Gates { get; }

    public GradeScale? Scale { get; }

    /// <summary>Gets the least weight of criteria with values, in billionths.</summary>
    public long MinimumCoverage { get; }

    /// <summary>Gets the decimals of a score, 0 to 4.</summary>
    public int Decimals { get; }

    /// <summary>Gets the billionths of full points in one unit of the last decimal: 10^(7 - decimals).</summary>
    public long Step { get; }

    /// <summary>The nearest whole number, a half to the even one, for magnitudes below 2^51.</summary>
    public static long Round(double value) => (long)((double)(value + Shift) - Shift);

    public static long Power(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    /// <summary>Scores one candidate.</summary>
    /// <param name="values">One for each criterion; finite where present.</param>
    /// <param name="samples">One for each criterion, below 0 for none stated; or empty for none at all.</param>
    /// <param name="present">Bit j for a value of criterion j.</param>
    /// <param name="before">The grade before, from 0; -1 for none.</param>
    /// <param name="worth">Empty, or filled with the worth of each criterion in billionths, -1 where it is left out.</param>
    public CompiledScore Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<double> samples, ulong present, int before, Span<long> worth)
    {
        long sum = 0;
        long counted = 0;
        long observed = 0;
        bool failed = false;
        for (int j = 0; j < Weights.Length; j++)
        {
            double sample = samples.Length == 0 ? -1d : samples[j];
            long units;
            if (((present >> j) & 1) == 1 && IsEvidence(j, sample))
            {
                units = Round(Curves[j].At(Shrink[j].Apply(values[j], sample)));
                observed += Weights[j];
            }
            else
            {
                units = Missing[j];
                failed |= units == -2;
            }

            if (units >= 0)
            {
                sum += Weights[j] * units;
                counted += Weights[j];
            }

            if (worth.Length > 0)
            {
                worth[j] = Math.Max(units, -1);
            }
        }

        NotRatedReason reason = failed ? NotRatedReason.ValueMissing
            : observed == 0 ? NotRatedReason.NoEvidence
            : observed < MinimumCoverage ? NotRatedReason.LowCoverage : NotRatedReason.None;
        bool knockedOut = false;
        bool evidence = true;
        int cap = int.MaxValue;
        foreach (CompiledGate gate in Gates)
        {
            int j = gate.Criterion;
            if (!gate.Applies(((present >> j) & 1) == 1, values[j], samples.Length == 0 ? -1d : samples[j]))
            {
                continue;
            }

            knockedOut |= gate.Kind == GateKind.KnockOut;
            evidence &= gate.Kind != GateKind.Evidence;
            cap = gate.Kind == GateKind.CapGrade ? Math.Min(cap, gate.Grade) : cap;
        }

        reason = reason == NotRatedReason.None && !evidence ? NotRatedReason.TooLittleEvidence : reason;
        int shown = -1;
        if (reason == NotRatedReason.None)
        {
            long divisor = counted * Step;
            shown = (int)((sum + (divisor >> 1)) / divisor);
        }

        if (knockedOut || shown < 0)
        {
            return new CompiledScore(knockedOut ? ScoreStatus.KnockedOut : ScoreStatus.NotRated, reason, sum, counted, observed, shown, -1, -1);
        }

        int raw = Scale is null ? -1 : Scale.Follow(shown * Step, before);
        return new CompiledScore(ScoreStatus.Rated, NotRatedReason.None, sum, counted, observed, shown, Math.Min(raw, cap), raw);
    }

    /// <summary>Whether a value with this sample counts as one.</summary>
    public bool IsEvidence(int j, double sample) =>
        sample != 0d && (MinimumSample[j] == 0d || sample >= MinimumSample[j]) && (Shrink[j].Kind == 0 || sample > 0d);
}
