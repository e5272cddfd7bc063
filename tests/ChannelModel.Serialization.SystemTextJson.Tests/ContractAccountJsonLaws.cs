using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using ChannelModel.Contracts;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>An account that is stored and read again, with its contract, settles what it would have settled without the detour.</summary>
public sealed class ContractAccountJsonLaws
{
    [Fact]
    public void Settling_from_a_stored_account_gives_the_same_settlements_byte_for_byte()
    {
        int settledWhole = 0;
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000], Gen.Int[0, 40]).Sample(
            (seed, factsSeed, detour) =>
            {
                PartnerContract contract = RandomContracts.Contract(seed);
                PartnerContract stored = ContractBookJson.Read(Encoding.UTF8.GetBytes(ContractBookJson.Write(ContractBook.Of(contract)))).Value.Contracts[0];
                IReadOnlyList<ContractFact> facts = RandomContracts.Facts(contract, factsSeed);
                IReadOnlyList<DateInterval> parts = contract.Slices(contract.Term);
                ContractAccount account = contract.Open();
                ContractAccount again = account;
                int from = detour % parts.Count;
                for (int i = 0; i < parts.Count; i++)
                {
                    if (i >= from)
                    {
                        again = Stored(again, stored, i == from ? contract : stored);
                    }

                    if (contract.Check(parts[i], facts, account).Count > 0)
                    {
                        return;
                    }

                    Settlement straight = contract.Settle(parts[i], facts, account);
                    Settlement around = (i < from ? contract : stored).Settle(parts[i], facts, again);
                    around.ToRecord().Should().Be(straight.ToRecord());
                    SettlementJson.Write([around]).Should().Be(SettlementJson.Write([straight]));
                    around.Unused.Select(fact => (fact.Fact, fact.Reason.En)).Should().Equal(straight.Unused.Select(fact => (fact.Fact, fact.Reason.En)));
                    account = straight.Closing;
                    again = around.Closing;
                }

                Stored(again, stored, stored);
                ContractAccountJson.Write([again]).Should().Be(ContractAccountJson.Write([account]));
                Interlocked.Increment(ref settledWhole);
            },
            iter: Math.Max(100, Laws.Iterations / 10));
        settledWhole.Should().BeGreaterThan(30, "most contracts are settled to the end of their term");
    }

    [Fact]
    public void An_account_that_was_corrected_is_stored_too()
    {
        int compared = 0;
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000], Gen.Int[0, 40]).Sample(
            (seed, factsSeed, which) =>
            {
                PartnerContract contract = RandomContracts.Contract(seed);
                IReadOnlyList<ContractFact> facts = RandomContracts.Facts(contract, factsSeed);
                IReadOnlyList<ContractFact> other = RandomContracts.Facts(contract, factsSeed, variant: 1);
                IReadOnlyList<DateInterval> parts = contract.Slices(contract.Term);
                List<Settlement> settled = [];
                ContractAccount account = contract.Open();
                foreach (DateInterval part in parts.Take(6).TakeWhile(part => contract.Check(part, facts, account).Count == 0))
                {
                    settled.Add(contract.Settle(part, facts, account));
                    account = settled[settled.Count - 1].Closing;
                }

                if (settled.Count == 0 || settled.Count < Math.Min(6, parts.Count))
                {
                    return;
                }

                Settlement wrong = settled[which % settled.Count];
                if (contract.Check(wrong.Period, other, wrong.Opening).Count > 0)
                {
                    return;
                }

                LocalDate on = LocalDate.Max(settled[settled.Count - 1].Period.End, account.Deposit.Events.Count == 0 ? contract.Term.Start : account.Deposit.Events[account.Deposit.Events.Count - 1].Date);
                Settlement right = contract.Settle(wrong.Period, other, wrong.Opening);
                ContractAccount corrected;
                try
                {
                    corrected = account.Correct(wrong, right, on);
                }
                catch (ArgumentException)
                {
                    return; // two forfeitures of one reference, or what a deposit cannot give back
                }

                ContractAccount again = Stored(corrected, contract, contract);
                Interlocked.Increment(ref compared);
                if (settled.Count < parts.Count && contract.Check(parts[settled.Count], facts, corrected).Count == 0)
                {
                    contract.Settle(parts[settled.Count], facts, again).ToRecord().Should().Be(contract.Settle(parts[settled.Count], facts, corrected).ToRecord());
                }
            },
            iter: Math.Max(100, Laws.Iterations / 10));
        compared.Should().BeGreaterThan(20, "most corrections can be made");
    }

    [Fact]
    public void An_amendment_that_comes_after_the_settlement_leaves_the_account_readable() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000], Gen.Int[1, 90]).Sample(
            (seed, factsSeed, days) =>
            {
                PartnerContract contract = RandomContracts.Contract(seed);
                IReadOnlyList<ContractFact> facts = RandomContracts.Facts(contract, factsSeed);
                IReadOnlyList<DateInterval> parts = contract.Slices(contract.Term);
                ContractAccount account = contract.Open();
                foreach (DateInterval part in parts.Take(2))
                {
                    if (contract.Check(part, facts, account).Count > 0)
                    {
                        return;
                    }

                    account = contract.Settle(part, facts, account).Closing;
                }

                // Agreed in time, entered late: it may split parts that are settled already.
                LocalDate from = contract.Versions[contract.Versions.Count - 1].From.PlusDays(days);
                if (from > contract.Term.End)
                {
                    return;
                }

                PartnerContract amended = contract.Amend(from, from).Value(Money.Of(9_000_000m, contract.Currency)).Build();
                ContractAccount again = Stored(account, amended, contract);
                if (account.SettledThrough < contract.Term.End)
                {
                    DateInterval next = amended.Slices(contract.Term).First(part => part.Start > account.SettledThrough);
                    IReadOnlyList<ContractFact> given = RandomContracts.Facts(amended, factsSeed);
                    if (amended.Check(next, given, account).Count == 0)
                    {
                        amended.Settle(next, given, again).ToRecord().Should().Be(amended.Settle(next, given, account).ToRecord());
                    }
                }
            },
            iter: Math.Max(100, Laws.Iterations / 10));

    /// <summary>Writes an account, reads it against a contract, and compares all that is public.</summary>
    private static ContractAccount Stored(ContractAccount account, PartnerContract contract, PartnerContract keptBy)
    {
        string json = ContractAccountJson.Write([account]);
        ContractAccount read = ContractAccountJson.Read(Encoding.UTF8.GetBytes(json), ContractBook.Of(contract)).Value[0];
        Same.Differences(account, read).Should().BeEmpty(keptBy.Id.Value);
        ContractAccountJson.Write([read]).Should().Be(json);
        using JsonDocument schema = JsonDocument.Parse(ContractAccountJson.Schema());
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
        return read;
    }
}
