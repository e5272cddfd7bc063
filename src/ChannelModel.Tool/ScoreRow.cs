using System.Collections.Generic;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tool;

/// <summary>What is kept of a result until all rows are read, for the rank.</summary>
internal sealed class ScoreRow
{
    public ScoreRow(ScoreResult result, int line, Language language)
    {
        Candidate = result.Facts.Candidate;
        Line = line;
        Status = result.Status;
        Score = result.Score;
        Grade = result.Grade?.Code;
        Coverage = result.Coverage;
        Next = result.Next;
        Points = result.Score is null ? [] : [.. result.Contributions.Select(contribution => contribution.IsExcluded ? null : (decimal?)contribution.Points)];
        Reason = string.Join("; ", result.Reasons.Select(reason => reason.In(language)));
        Actions = string.Join("; ", result.Actions);
        Worth = [.. result.Contributions.Select(contribution => contribution.WorthBillionths)];
        Values = [.. result.Contributions.Select(contribution => contribution.Missing == MissingCause.None ? contribution.Value?.Amount : null)];
    }

    public Id<Candidate> Candidate { get; }

    public int Line { get; }

    public ScoreStatus Status { get; }

    public decimal? Score { get; }

    public string? Grade { get; }

    public Rate Coverage { get; }

    public NextGrade? Next { get; }

    /// <summary>Gets the points of each criterion, in the order of the scorecard; null for one that is left out.</summary>
    public IReadOnlyList<decimal?> Points { get; }

    public string Reason { get; }

    public string Actions { get; }

    /// <summary>Gets the values that count, in the order of the scorecard; null where one is missing or has too few observations.</summary>
    public IReadOnlyList<decimal?> Values { get; }

    /// <summary>Gets what the values are worth in billionths of full points, in the order of the scorecard; null for one that is left out.</summary>
    public IReadOnlyList<long?> Worth { get; }

    /// <summary>Gets the lines that explain the score, where a page is to show them.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    public int? Rank { get; set; }

    /// <summary>Gets or sets the figure that the ranking method gives.</summary>
    public double? MethodScore { get; set; }
}
