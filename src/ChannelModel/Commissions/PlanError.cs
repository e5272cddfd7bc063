using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>One thing that is wrong in the definition of a plan.</summary>
/// <remarks>Immutable, hence safe for use by several threads. Equality is by reference.</remarks>
public sealed class PlanError
{
    internal PlanError(string path, string message, decimal? value = null)
    {
        Path = Guard.Against.Null(path);
        Message = Guard.Against.Null(message);
        Value = value;
    }

    /// <summary>Gets the place, such as <c>pay[0].tiers[2].rate</c>; tiers count from 0 in the order of their edges.</summary>
    public string Path { get; }

    /// <summary>Gets what is wrong, naming tier and value.</summary>
    public string Message { get; }

    /// <summary>Gets the value that is wrong, where it is one number.</summary>
    public decimal? Value { get; }

    /// <summary>Returns path and message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path + ": " + Message;
}
