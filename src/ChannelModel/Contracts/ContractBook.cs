using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Contracts;

/// <summary>Contracts that belong together, such as those of a plan, each id once.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractBook
{
    private ContractBook(IReadOnlyList<PartnerContract> contracts)
    {
        Contracts = contracts;
        Partners = [.. contracts.Select(contract => contract.Partner).Distinct()];
    }

    /// <summary>Gets the contracts, in order.</summary>
    public IReadOnlyList<PartnerContract> Contracts { get; }

    /// <summary>Gets the partners, in the order of their first contract.</summary>
    public IReadOnlyList<Partner> Partners { get; }

    /// <summary>Puts contracts into a book.</summary>
    /// <param name="contracts">The contracts.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentException">An id stands twice, or two different partners have one id.</exception>
    public static ContractBook Of(params IEnumerable<PartnerContract> contracts)
    {
        PartnerContract[] all = [.. Guard.Against.Null(contracts)];
        if (all.GroupBy(contract => contract.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The contract '{twice.Key}' stands {twice.Count()} times; expected each id once.", nameof(contracts));
        }

        if (all.Select(contract => contract.Partner).Distinct().GroupBy(partner => partner.Id).FirstOrDefault(group => group.Count() > 1) is { } two)
        {
            throw new ArgumentException($"Two different partners have the id '{two.Key}'.", nameof(contracts));
        }

        return new ContractBook(all);
    }

    /// <summary>Finds a contract.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The contract, or <see langword="null"/>.</returns>
    public PartnerContract? Find(Id<PartnerContract> id) => Contracts.FirstOrDefault(contract => contract.Id == id);
}
