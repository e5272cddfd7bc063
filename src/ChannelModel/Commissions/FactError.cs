using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>One reason why facts cannot be rated by a plan.</summary>
/// <remarks>Immutable, hence safe for use by several threads. Equality is by reference.</remarks>
public sealed class FactError
{
    internal FactError(string name, string message)
    {
        Name = Guard.Against.Null(name);
        Message = Guard.Against.Null(message);
    }

    /// <summary>Gets the name of the fact, such as <c>net-revenue</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the reason, with the value.</summary>
    public string Message { get; }

    /// <summary>Returns name and reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name + ": " + Message;
}
