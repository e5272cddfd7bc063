using System.Globalization;

namespace ChannelModel.Scoring;

/// <summary>One thing that is wrong with a decision matrix, or with a matrix for the method that was asked to rank it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class MatrixError
{
    internal MatrixError(string message, Id<DecisionCriterion>? criterion = null, Id<Candidate>? candidate = null, double? value = null)
    {
        Message = message;
        Criterion = criterion;
        Candidate = candidate;
        Value = value;
    }

    /// <summary>Gets the criterion, where one is concerned.</summary>
    public Id<DecisionCriterion>? Criterion { get; }

    /// <summary>Gets the candidate, where one is concerned; the first in the order of ids, where several are.</summary>
    public Id<Candidate>? Candidate { get; }

    /// <summary>Gets the value that is wrong, where it is one number; it may be NaN or infinite.</summary>
    public double? Value { get; }

    /// <summary>Gets what is wrong, with its place, its value and what was expected.</summary>
    public string Message { get; }

    /// <summary>Returns the message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Message;

    internal static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
