using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>The worst and the best value a criterion can have, given from outside, so that scores do not depend on who takes part.</summary>
/// <remarks>
/// <para>Range: finite, the lower below the upper bound, both included; a target lies between them, both included.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class CriterionBounds
{
    private CriterionBounds(Id<DecisionCriterion> criterion, double from, double to, double? target)
    {
        Criterion = criterion;
        From = from;
        To = to;
        Target = target;
    }

    /// <summary>Gets the criterion.</summary>
    public Id<DecisionCriterion> Criterion { get; }

    /// <summary>Gets the lower bound.</summary>
    public double From { get; }

    /// <summary>Gets the upper bound.</summary>
    public double To { get; }

    /// <summary>Gets the value that is best, or <see langword="null"/> where it is the better bound.</summary>
    public double? Target { get; }

    /// <summary>Makes bounds.</summary>
    /// <param name="criterion">The criterion's id.</param>
    /// <param name="from">The lower bound.</param>
    /// <param name="to">The upper bound.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is not an id, a bound is not finite or too large, or the lower is not below the upper.</exception>
    public static CriterionBounds Of(string criterion, double from, double to)
    {
        var id = new Id<DecisionCriterion>(criterion);
        const double Largest = 1e100;
        return Math.Abs(from) <= Largest && Math.Abs(to) <= Largest && from < to
            ? new CriterionBounds(id, from, to, null)
            : throw new ArgumentException($"The bounds of '{criterion}' are {MatrixError.Format(from)} and {MatrixError.Format(to)}; expected finite numbers, the first below the second.", nameof(from));
    }

    /// <summary>Names the value that is best, such as a price position.</summary>
    /// <param name="target">The target.</param>
    /// <returns>Bounds with that target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is not within the bounds.</exception>
    public CriterionBounds WithTarget(double target) =>
        target >= From && target <= To
            ? new CriterionBounds(Criterion, From, To, target)
            : throw new ArgumentOutOfRangeException(nameof(target), target, $"The target of '{Criterion}' lies outside {MatrixError.Format(From)} to {MatrixError.Format(To)}.");

    /// <summary>Returns criterion, bounds and target.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Criterion}: {MatrixError.Format(From)} to {MatrixError.Format(To)}" + (Target is double target ? $", best at {MatrixError.Format(target)}" : string.Empty);
}
