using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>One thing that is wrong in the definition of a scorecard.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ScorecardError
{
    internal ScorecardError(string path, string message)
    {
        Path = Guard.Against.Null(path);
        Message = Guard.Against.Null(message);
    }

    /// <summary>Gets the place, such as <c>criteria[1].weight</c>; criteria and gates count from 0 in the order they were added.</summary>
    public string Path { get; }

    /// <summary>Gets what is wrong, with the value and what was expected.</summary>
    public string Message { get; }

    /// <summary>Returns path and message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path + ": " + Message;
}
