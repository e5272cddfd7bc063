using Ardalis.GuardClauses;

namespace ChannelModel.Contracts;

/// <summary>One thing that is wrong in the definition of a contract, or in what is stated of its account.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractError
{
    internal ContractError(string path, string message)
    {
        Path = Guard.Against.Null(path);
        Message = Guard.Against.Null(message);
    }

    /// <summary>Gets the place, such as <c>versions[1].commitments[0].threshold</c>.</summary>
    public string Path { get; }

    /// <summary>Gets what is wrong, with the values.</summary>
    public string Message { get; }

    /// <summary>Returns place and message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path + ": " + Message;
}
