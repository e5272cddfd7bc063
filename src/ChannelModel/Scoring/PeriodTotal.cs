using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Scoring;

/// <summary>The score over several periods, with the share of each.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PeriodTotal
{
    internal PeriodTotal(decimal? score, IReadOnlyList<decimal?> scores, IReadOnlyList<Rate> shares)
    {
        Score = score;
        Scores = [.. scores];
        Shares = shares;
        decimal[] known = [.. Scores.OfType<decimal>()];
        Change = known.Length < 2 ? null : known[0] - known[1];
    }

    /// <summary>Gets the total, 0 to 100; <see langword="null"/> where no period with a weight has a score.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the scores of the periods, the newest first; <see langword="null"/> for a period without a score.</summary>
    public IReadOnlyList<decimal?> Scores { get; }

    /// <summary>Gets the share that each period has in the total, rounded to 10 decimals; 0 % for a period without a score.</summary>
    public IReadOnlyList<Rate> Shares { get; }

    /// <summary>Gets the newest score less the one before it, periods without a score left out; <see langword="null"/> with fewer than two.</summary>
    public decimal? Change { get; }

    /// <summary>Tells whether the scores move.</summary>
    /// <param name="band">A change up to this many points either way is steady.</param>
    /// <returns>The trend, or <see langword="null"/> with fewer than two scores.</returns>
    public ScoreTrend? Trend(decimal band = 0m) => Change switch
    {
        null => null,
        decimal change when change > band => ScoreTrend.Rising,
        decimal change when change < -band => ScoreTrend.Falling,
        _ => ScoreTrend.Steady,
    };
}
