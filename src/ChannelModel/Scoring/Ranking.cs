using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Scoring.Methods;

namespace ChannelModel.Scoring;

/// <summary>Candidates in order, with everything that led there.</summary>
/// <remarks>
/// <para>Law: every score is finite; the list has each candidate once; a better rank never has a worse score, beyond the tolerance.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
#pragma warning disable CA1043 // an id is what its type identifies; text is accepted beside it
public sealed class Ranking
{
    private readonly RankedCandidate[] _entries;
    private readonly int[] _place;
    private readonly int[] _groups;

    private Ranking(RankingMethod method, RankingTask task, RankingOutcome outcome, Ties ties, Placing placing)
    {
        Method = method;
        Matrix = task.Matrix;
        Ties = ties;
        Scores = new Figures<Candidate>(Matrix.Ids, outcome.Scores);
        Detail = outcome.Detail;
        Parts = outcome.Parts;
        _entries = placing.Entries;
        _place = placing.Places;
        _groups = placing.Groups;
        Diagnostics = RankingRemarks.All(this, task);
        Rationale = RankingRemarks.Rationale(this);
    }

    /// <summary>Gets the method.</summary>
    public RankingMethod Method { get; }

    /// <summary>Gets the matrix, with the weights.</summary>
    public DecisionMatrix Matrix { get; }

    /// <summary>Gets how ties were told and ranked.</summary>
    public Ties Ties { get; }

    /// <summary>Gets the candidates, best first; tied ones in the order of the tie-break chain.</summary>
    public IReadOnlyList<RankedCandidate> Entries => _entries;

    /// <summary>Gets the candidates whose score equals the best: one, unless there is a tie.</summary>
    public IReadOnlyList<RankedCandidate> Winners => _entries.TakeWhile(entry => GroupAt(entry.Position) == 0).ToArray();

    /// <summary>Gets the score of each candidate.</summary>
    public Figures<Candidate> Scores { get; }

    /// <summary>Gets the method's intermediate values; match it with the type of the method's own, such as <see cref="TopsisDetail"/>.</summary>
    public RankingDetail Detail { get; }

    /// <summary>Gets remarks that deserve a second look; empty if there are none.</summary>
    public IReadOnlyList<RankingDiagnostic> Diagnostics { get; }

    /// <summary>Gets in words who is first and why: by how much, on which criteria it is best, and on which the next one is better.</summary>
    public LocalText Rationale { get; }

    /// <summary>Gets columns whose weighted sum is the score, for methods that are linear in the weights; else null.</summary>
    internal double[][]? Parts { get; }

    /// <summary>Gets a candidate's place.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>Rank, position and score.</returns>
    /// <exception cref="ArgumentException">There is no such candidate.</exception>
    public RankedCandidate this[Id<Candidate> candidate] => At(Figures<Candidate>.Position(Matrix.Ids, candidate));

    /// <summary>Gets the place of a candidate whose id is written as text.</summary>
    /// <param name="candidate">The id's text.</param>
    /// <returns>Rank, position and score.</returns>
    /// <exception cref="ArgumentException">There is no such candidate.</exception>
    public RankedCandidate this[string candidate] => this[new Id<Candidate>(candidate)];

    /// <summary>Returns the ranking as a person reads it: the list, the reason, the method's verdict, and the remarks.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text, lines ending with \n but for the last.</returns>
    public string ToText(Language language) => RankingRemarks.Text(this, language);

    /// <summary>Returns the ids in order, such as <c>a &gt; b = c</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Concat(_entries.Select((entry, i) => (i == 0 ? string.Empty : _groups[i] == _groups[i - 1] ? " = " : " > ") + entry.Candidate));

    /// <summary>The entry of a candidate by its place among the ordered ids.</summary>
    internal RankedCandidate At(int place) => _entries[_place[place]];

    internal static Ranking Of(RankingMethod method, RankingTask task, RankingOutcome outcome, Ties ties)
    {
        Placing placing = Placing.Of(task.Matrix.Ids, outcome.Scores, method.HigherIsBetter, ties, new TieBreak(task.Matrix, ties.Chain));
        return new Ranking(method, task, outcome, ties, placing);
    }

    /// <summary>Which group of equals a position belongs to, from 0 for the best.</summary>
    internal int GroupAt(int position) => _groups[position - 1];
}
