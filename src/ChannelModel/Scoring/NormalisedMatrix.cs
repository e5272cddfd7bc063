using System;

namespace ChannelModel.Scoring;

/// <summary>The values of a decision matrix after a normalisation: more is better in every column.</summary>
/// <remarks>Law: every value is finite. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class NormalisedMatrix
{
    private readonly double[][] _columns;

    internal NormalisedMatrix(DecisionMatrix matrix, Normalisation normalisation, double[][] columns)
    {
        Matrix = matrix;
        Normalisation = normalisation;
        _columns = columns;
    }

    /// <summary>Gets the matrix that was scaled.</summary>
    public DecisionMatrix Matrix { get; }

    /// <summary>Gets how it was scaled.</summary>
    public Normalisation Normalisation { get; }

    /// <summary>Gets a scaled value.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is no such candidate or criterion.</exception>
    public double this[Id<Candidate> candidate, Id<DecisionCriterion> criterion] => _columns[Matrix.Place(criterion)][Figures<Candidate>.Position(Matrix.Ids, candidate)];

    /// <summary>Gets the scaled values of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The value of each candidate.</returns>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public Figures<Candidate> Column(Id<DecisionCriterion> criterion) => new(Matrix.Ids, _columns[Matrix.Place(criterion)]);

    /// <summary>The column at a place of the matrix's sorted criteria. Nobody writes to it.</summary>
    internal double[] At(int place) => _columns[place];
}
