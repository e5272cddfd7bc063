namespace ChannelModel.Scoring;

/// <summary>The grade above, and what is missing.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class NextGrade
{
    internal NextGrade(Grade grade, decimal at, decimal points)
    {
        Grade = grade;
        At = at;
        Points = points;
    }

    /// <summary>Gets the grade.</summary>
    public Grade Grade { get; }

    /// <summary>Gets the score that reaches it from the present grade, hysteresis included.</summary>
    public decimal At { get; }

    /// <summary>Gets the points that are missing.</summary>
    public decimal Points { get; }
}
