using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One version of a contract's terms and the days it is in force: from the first, until before the second.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractVersion
{
    internal ContractVersion(int number, LocalDate from, LocalDate until, LocalDate agreedOn, ContractTerms terms)
    {
        Number = number;
        From = from;
        Until = until;
        AgreedOn = agreedOn;
        Terms = terms;
    }

    /// <summary>Gets the number, from 1, in the order of time.</summary>
    public int Number { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the day after the last.</summary>
    public LocalDate Until { get; }

    /// <summary>Gets the day it was agreed on, not after the first day.</summary>
    public LocalDate AgreedOn { get; }

    /// <summary>Gets the terms.</summary>
    public ContractTerms Terms { get; }

    /// <summary>Gets the days it is in force, both ends included.</summary>
    public DateInterval Days => new(From, Until.PlusDays(-1));
}
