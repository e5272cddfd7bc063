using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>All that a ranking follows from: the matrix with its weights, the method, and how ties are told and ranked.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RankingProblem
{
    /// <summary>Initializes a new instance of the <see cref="RankingProblem"/> class.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="method">The method.</param>
    /// <param name="ties">How ties are told and ranked; <see cref="Ties.Competition"/> unless named.</param>
    /// <exception cref="ArgumentNullException">The matrix or the method is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The tie-break chain names a criterion that is not in the matrix.</exception>
    public RankingProblem(DecisionMatrix matrix, RankingMethod method, Ties? ties = null)
    {
        Matrix = Guard.Against.Null(matrix);
        Method = Guard.Against.Null(method);
        Ties = ties ?? Ties.Competition;
        foreach (Id<DecisionCriterion> criterion in Ties.Chain)
        {
            matrix.Place(criterion);
        }
    }

    /// <summary>Gets the matrix, with the weights.</summary>
    public DecisionMatrix Matrix { get; }

    /// <summary>Gets the method.</summary>
    public RankingMethod Method { get; }

    /// <summary>Gets how ties are told and ranked.</summary>
    public Ties Ties { get; }

    /// <summary>Takes what a ranking followed from.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <returns>The problem; ranking it gives the same again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranking"/> is <see langword="null"/>.</exception>
    public static RankingProblem Of(Ranking ranking)
    {
        Guard.Against.Null(ranking);
        return new RankingProblem(ranking.Matrix, ranking.Method, ranking.Ties);
    }

    /// <summary>Ranks the candidates.</summary>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentException">The method cannot use a value or a number of candidates; the message names criterion, candidate and value.</exception>
    public Ranking Rank() => Method.Rank(Matrix, Ties);

    /// <summary>Ranks the candidates, if the method can.</summary>
    /// <param name="ranking">The ranking, or <see langword="null"/>.</param>
    /// <param name="errors">All that the method cannot use.</param>
    /// <returns>Whether there is a ranking.</returns>
    public bool TryRank([NotNullWhen(true)] out Ranking? ranking, out IReadOnlyList<MatrixError> errors) => Method.TryRank(Matrix, Ties, out ranking, out errors);
}
