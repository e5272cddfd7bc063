using System.Collections.Generic;

namespace ChannelModel.Scoring;

/// <summary>The departure of one candidate that makes others swap.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RankReversal
{
    internal RankReversal(Id<Candidate> leaves, IReadOnlyList<(Id<Candidate> Before, Id<Candidate> After)> swapped, Id<Candidate> firstBefore, Id<Candidate> firstAfter, bool winnerChanges)
    {
        Leaves = leaves;
        Swapped = swapped;
        FirstBefore = firstBefore;
        FirstAfter = firstAfter;
        WinnerChanges = winnerChanges;
    }

    /// <summary>Gets who leaves.</summary>
    public Id<Candidate> Leaves { get; }

    /// <summary>Gets the pairs that swap: who was ahead before, and who is ahead after; in the order of the ranking.</summary>
    public IReadOnlyList<(Id<Candidate> Before, Id<Candidate> After)> Swapped { get; }

    /// <summary>Gets who was first among those who stay.</summary>
    public Id<Candidate> FirstBefore { get; }

    /// <summary>Gets who is first after the departure.</summary>
    public Id<Candidate> FirstAfter { get; }

    /// <summary>Gets a value indicating whether nobody who was first among those who stay still is.</summary>
    public bool WinnerChanges { get; }

    /// <summary>Says who swaps.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The sentence.</returns>
    public string Explain(Language language)
    {
        (Id<Candidate> before, Id<Candidate> after) = Swapped[0];
        int more = Swapped.Count - 1;
        return language == Language.SimplifiedChinese
            ? $"若“{Leaves}”退出，“{after}”将超过“{before}”{(more > 0 ? $"（另有{more}对互换）" : string.Empty)}{(WinnerChanges ? "，第一名随之改变" : string.Empty)}。"
            : $"Without '{Leaves}', '{after}' passes '{before}'{(more > 0 ? $" (and {more} more pair{(more == 1 ? string.Empty : "s")} swap{(more == 1 ? "s" : string.Empty)})" : string.Empty)}{(WinnerChanges ? "; the winner changes" : string.Empty)}.";
    }
}
