using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Which facts settlements have taken in, by content, so that one that comes too late is seen even where the whole list is given again each month.</summary>
internal static class TakenFacts
{
    private static readonly LocalText Closed = new("its days were settled without it; settle them again and correct the account", "所属期间已结算，未计入；请重新结算并更正");

    private static readonly LocalText NotAgreed = new("nothing that is agreed for these days takes it in", "约定中没有用到该数据的条款");

    /// <summary>What an account remembers of a fact: a hash of all that it states.</summary>
    public static string Key(PartnerContract contract, ContractFact fact)
    {
        string sales = string.Empty;
        if (fact.CommissionFacts is CommissionFacts facts)
        {
            ContractVersion version = VersionOf(contract, fact);
            sales = version.Terms.Commission is PlanVersion plan ? RecordText.FactsHash(facts, new ResolvedPlan(plan.Plan, version.From, plan.Number, DateAnchor.Contract)) : string.Empty;
        }

        return RecordRow.Hash([fact.ToRow(), sales]);
    }

    /// <summary>Adds keys, each as often as it stands in either list.</summary>
    public static IReadOnlyList<string> Add(IReadOnlyList<string> taken, IEnumerable<string> keys)
    {
        Dictionary<string, int> left = Count(taken);
        return [.. taken, .. keys.Where(key => !Strike(left, key))];
    }

    public static IReadOnlyList<string> Remove(IReadOnlyList<string> taken, IEnumerable<string> keys)
    {
        Dictionary<string, int> gone = Count(keys);
        return [.. taken.Where(key => !Strike(gone, key))];
    }

    /// <summary>The facts of settled days that no settlement has taken in, and that none to come will.</summary>
    public static IReadOnlyList<UnusedFact> Left(PartnerContract contract, DateInterval settled, IReadOnlyList<ContractFact> facts, HashSet<ContractFact> used, IReadOnlyList<string> taken)
    {
        var left = new List<UnusedFact>();
        Dictionary<string, int>? before = null;
        List<(Commitment Commitment, DateInterval Period)>? ahead = null;
        foreach (ContractFact fact in facts.Where(fact => fact.Days.End <= settled.End && !used.Contains(fact)))
        {
            before ??= Count(taken);
            ahead ??= Ahead(contract, settled.End);
            if (!Strike(before, Key(contract, fact)) && !IsOnlyShown(contract, fact) && !ahead.Exists(span => Takes(span.Commitment, span.Period, fact)))
            {
                left.Add(new UnusedFact(fact, fact.Days.Start < settled.Start ? Closed : NotAgreed));
            }
        }

        return left;
    }

    /// <summary>Whether a fact is one that a commitment looks at, in a period that it judges.</summary>
    public static bool Takes(Commitment commitment, DateInterval period, ContractFact fact) =>
        fact.Kind is ContractFactKind.Reported or ContractFactKind.ThirdParty or ContractFactKind.MadeGood or ContractFactKind.Delivered or ContractFactKind.Excused
        && Dates.Common(fact.Days, period) is not null && (fact.Name is null || fact.Name == commitment.Code || fact.Name == commitment.Duty);

    /// <summary>A delivery that no commitment counts is looked at by warnings only, and sales before the day from which a cost share follows them shift nothing yet.</summary>
    private static bool IsOnlyShown(PartnerContract contract, ContractFact fact) => fact.Kind switch
    {
        ContractFactKind.Delivered => contract.Versions.All(version => version.Terms.Commitments.All(commitment => commitment.Duty != fact.Name)),
        ContractFactKind.Sales => VersionOf(contract, fact).Terms.CostShare?.AdjustedFrom is LocalDate from && fact.Days.Start < from,
        _ => false,
    };

    private static ContractVersion VersionOf(PartnerContract contract, ContractFact fact) => contract.AsOf(LocalDate.Max(contract.Term.Start, LocalDate.Min(contract.Term.End, fact.Days.Start)));

    private static List<(Commitment Commitment, DateInterval Period)> Ahead(PartnerContract contract, LocalDate through)
    {
        var ahead = new List<(Commitment, DateInterval)>();
        if (through >= contract.Term.End)
        {
            return ahead;
        }

        var rest = new DateInterval(through.PlusDays(1), contract.Term.End);
        foreach (ContractVersion version in contract.Versions)
        {
            for (int i = 0; i < version.Terms.Commitments.Count; i++)
            {
                Commitment commitment = version.Terms.Commitments[i];
                ahead.AddRange(new CommitmentRun(contract, version, i, []).Periods(rest).Select(span => (commitment, span.Period)));
            }
        }

        return ahead;
    }

    private static Dictionary<string, int> Count(IEnumerable<string> keys) => keys.GroupBy(key => key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static bool Strike(Dictionary<string, int> left, string key)
    {
        if (!left.TryGetValue(key, out int count) || count == 0)
        {
            return false;
        }

        left[key] = count - 1;
        return true;
    }
}
