namespace ChannelModel.Contracts;

/// <summary>A fact of settled days that no settlement has taken in, and why.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class UnusedFact
{
    internal UnusedFact(ContractFact fact, LocalText reason)
    {
        Fact = fact;
        Reason = reason;
    }

    /// <summary>Gets the fact.</summary>
    public ContractFact Fact { get; }

    /// <summary>Gets why it was not taken in, and what can be done.</summary>
    public LocalText Reason { get; }

    /// <summary>Returns the fact's kind, days and evidence, and the reason in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{FactChecks.Name(Fact.Kind)} of {Dates.Text(Fact.Days)} ({Fact.Reference}): {Reason.En}";
}
