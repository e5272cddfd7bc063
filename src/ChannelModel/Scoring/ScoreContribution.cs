using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>What one criterion brings to a score, and what it leaves on the table.</summary>
/// <remarks>
/// The points of all criteria add up to the shown score exactly, points and lost points together to 100; both are split in units of the last decimal shown, by largest remainder. The
/// whole numbers behind them are beside them. Equality is by reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class ScoreContribution
{
    internal ScoreContribution(ScoreCriterion criterion, KpiValue? value, long? sample, MissingCause missing, decimal? moved, long weight, long? worth, Rate share, decimal points, decimal lost)
    {
        Criterion = criterion;
        Value = value;
        Sample = sample;
        Missing = missing;
        Moved = moved;
        WeightBillionths = weight;
        WorthBillionths = worth;
        Share = share;
        Points = points;
        Lost = lost;
    }

    /// <summary>Gets the criterion.</summary>
    public ScoreCriterion Criterion { get; }

    /// <summary>Gets the value, or <see langword="null"/>.</summary>
    public KpiValue? Value { get; }

    /// <summary>Gets its sample, or <see langword="null"/>.</summary>
    public long? Sample { get; }

    /// <summary>Gets why the value counts as missing.</summary>
    public MissingCause Missing { get; }

    /// <summary>Gets a value indicating whether the criterion is left out and its weight goes to the others.</summary>
    public bool IsExcluded => WorthBillionths is null;

    /// <summary>Gets the value after shrinkage, in the criterion's unit, rounded to 8 decimals; <see langword="null"/> without shrinkage.</summary>
    public decimal? Moved { get; }

    /// <summary>Gets the weight in whole billionths; all of the scorecard add up to 10^9.</summary>
    public long WeightBillionths { get; }

    /// <summary>Gets what the value is worth in billionths of full points, 0 to 10^9; <see langword="null"/> where the criterion is left out.</summary>
    public long? WorthBillionths { get; }

    /// <summary>Gets the share of the score that the criterion decides, after others were left out; rounded to 10 decimals.</summary>
    public Rate Share { get; }

    /// <summary>Gets the points that it brings.</summary>
    public decimal Points { get; }

    /// <summary>Gets the points that it loses against full points.</summary>
    public decimal Lost { get; }

    internal static decimal? Rounded(double moved) => Exact.Canonical(Exact.ToDecimal(CompiledScorecard.Round(moved * 1e8), 8));
}
