using System.Collections.Generic;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tool;

/// <summary>Fills the rank column: by the score, or by a ranking method over the values of those who are rated.</summary>
internal static class ScoreRanks
{
    /// <summary>Gets what <c>--rank</c> accepts.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["score"];

    /// <summary>By the score, equal ones share the better rank (1, 2, 2, 4). Who is knocked out or not rated has no rank.</summary>
    public static void ByScore(IEnumerable<ScoreRow> rows)
    {
        ScoreRow[] rated = [.. rows.Where(row => row.Status == ScoreStatus.Rated).OrderByDescending(row => row.Score)];
        for (int i = 0; i < rated.Length; i++)
        {
            rated[i].Rank = i > 0 && rated[i].Score == rated[i - 1].Score ? rated[i - 1].Rank : i + 1;
        }
    }
}
