using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Fuzz;
using ChannelModel.Tests;
using ChannelModel.Tests.Commissions;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>A ledger that is stored goes on as it would have gone on: replayed events are harmless, what was booked is corrected, the net is the same, and changed numbers are found.</summary>
public sealed class CommissionLedgerJsonTests
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    [Fact]
    public void A_ledger_goes_on_after_it_was_stored() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 9].Array[1, 12]).Sample(
            (seed, events) =>
            {
                CommissionPlan plan = RandomPlans.Plan(seed);
                ResolvedPlan rules = plan.Resolve(Day);
                PartnerContract contract = RandomContracts.Contract(seed);
                CommissionLedger straight = CommissionLedger.Open(plan.Currency);
                CommissionLedger around = straight;
                for (int i = 0; i < events.Length; i++)
                {
                    LedgerDocument document = rules.Explain(RandomPlans.Facts(plan, seed + i));
                    string key = events[i] == 0 ? "key 0" : $"key {i} \u00E9";
                    (Exception? there, CommissionLedger a) = Do(straight, events[i], key, document, i);
                    (Exception? here, CommissionLedger b) = Do(around, events[i], key, document, i);
                    here?.Message.Should().Be(there?.Message);
                    (here is null).Should().Be(there is null);
                    ReferenceEquals(b, around).Should().Be(ReferenceEquals(a, straight), "a replayed event is known after reading as well");
                    straight = a;
                    around = Stored(b);
                    around.Entries.Select(Said).Should().Equal(straight.Entries.Select(Said));
                    around.NetOf(new Id<Payee>("p-1")).Should().Be(straight.NetOf(new Id<Payee>("p-1")));
                }

                around.Verify().Should().BeEmpty();
            },
            iter: Math.Max(50, Laws.Iterations / 10));

    [Fact]
    public void Settlements_are_stored_with_the_statements_behind_them() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[0, 10_000_000]).Sample(
            (seed, factsSeed) =>
            {
                PartnerContract contract = RandomContracts.Contract(seed);
                IReadOnlyList<ContractFact> facts = RandomContracts.Facts(contract, factsSeed);
                ContractAccount account = contract.Open();
                CommissionLedger ledger = CommissionLedger.Open(contract.Currency);
                foreach (DateInterval part in contract.Slices(contract.Term).Take(4))
                {
                    if (contract.Check(part, facts, account).Count > 0)
                    {
                        return;
                    }

                    Settlement settlement = contract.Settle(part, facts, account);
                    CommissionLedger booked = ledger.Book($"{part}", settlement, part.End);
                    ledger = Stored(booked);
                    ledger.Book($"{part}", settlement, part.End).Should().BeSameAs(ledger);
                    RecordedSettlement record = ledger.Entries[ledger.Entries.Count - 1].Document.Should().BeOfType<RecordedSettlement>().Subject;
                    (record.Contract, record.Period, record.Text).Should().Be((contract.Id, part, settlement.ToRecord()));
                    record.Commissions.Select(statement => statement.Text).Should().Equal(settlement.Commissions.Select(statement => statement.ToRecord()));
                    ledger.NetOf(contract.Partner.Payee).Should().Be(booked.NetOf(contract.Partner.Payee));
                    account = settlement.Closing;
                }

                ledger.Verify().Should().BeEmpty();
            },
            iter: Math.Max(50, Laws.Iterations / 20));

    [Fact]
    public void A_changed_number_is_found_wherever_it_stands()
    {
        string json = CommissionLedgerJson.Write(Sample());
        using JsonDocument schema = JsonDocument.Parse(CommissionLedgerJson.Schema());
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
        for (int i = json.IndexOf("\"bookings\"", StringComparison.Ordinal); i < json.Length; i++)
        {
            if (!char.IsAsciiDigit(json[i]))
            {
                continue;
            }

            string line = json[(json.LastIndexOf('\n', i) + 1)..json.IndexOf('\n', i)];
            char[] changed = json.ToCharArray();
            changed[i] = changed[i] == '9' ? '0' : (char)(changed[i] + 1);
            JsonReadResult<CommissionLedger> read = Read(new string(changed));
            (read.Succeeded && read.Value.Verify().Count == 0).Should().BeFalse(line);
        }
    }

    [Theory]
    [InlineData("\"key\": \"b\"", "\"key\": \"a\"", "$.bookings[1]: the key 'a' was booked before for other facts or another total (entry 1)")]
    [InlineData("\"entry\": 4", "\"entry\": 3", "$.bookings[2].entry: 3 is not the number of this entry, expected 4, since a booking makes one entry and a correction two")]
    [InlineData("\"corrects\": 1", "\"corrects\": 5", "$.bookings[2]: 5 is outside the range, expected an entry from 1 to 2")]
    [InlineData("\"payee\": \"seller-1\"", "\"payee\": \"seller-2\"", "$.bookings[0]: the document is of seller-1 with 50.00 CNY, not of seller-2 with 50.00 CNY")]
    [InlineData("\"statement\": {", "\"settlement\": {", "$.bookings[0].settlement: 'commissions' is missing")]
    [InlineData("\"currency\": \"CNY\",\n  \"bookings\"", "\"currency\": \"USD\",\n  \"bookings\"", "$.bookings[0]: the document is of seller-1 with 50.00 CNY, not of seller-1 with 50.00 USD")]
    public void What_could_not_have_been_booked_is_an_error_with_its_place(string from, string to, string error)
    {
        string json = CommissionLedgerJson.Write(Sample());
        json.Should().Contain(from);
        int at = json.IndexOf(from, StringComparison.Ordinal);
        Read(json[..at] + to + json[(at + from.Length)..]).Errors.Select(found => found.ToString()).Should().Contain(found => found.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_is_not_replayed_from_facts_that_it_does_not_have()
    {
        CommissionLedger read = Stored(Sample());
        read.Invoking(ledger => ledger.Replay(1, PlanHistory.AnchoredAt(DateAnchor.Order))).Should().Throw<ArgumentException>().WithMessage("Entry 1 is the record of a statement; explain its facts again and compare the records.*");
    }

    private static CommissionLedger Sample()
    {
        ResolvedPlan rules = CommissionPlan.Define("five", Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Build().Resolve(Day);
        CommissionStatement Of(decimal revenue) => rules.Explain(CommissionFacts.For(new Id<Payee>("seller-1"), new DateInterval(new LocalDate(2025, 1, 1), Day)).With(Basis.NetRevenue, revenue));
        return CommissionLedger.Open(Currency.CNY).Book("a", Of(1_000m), new LocalDate(2025, 2, 1)).Book("b", Of(2_000m), new LocalDate(2025, 2, 2)).Correct(1, "c", Of(900m), new LocalDate(2025, 2, 3));
    }

    private static (Exception? Refused, CommissionLedger Ledger) Do(CommissionLedger ledger, int what, string key, LedgerDocument document, int i)
    {
        try
        {
            return (null, what < 6 || ledger.Entries.Count == 0 ? ledger.Book(key, document, Day.PlusDays(i)) : ledger.Correct(1 + (what % ledger.Entries.Count), key, document, Day.PlusDays(i)));
        }
        catch (ArgumentException refused)
        {
            return (refused, ledger);
        }
    }

    private static (int Number, string Key, EntryKind Kind, LocalDate On, Money Amount, int? Corrects, Id<Payee> Payee, Money Total) Said(LedgerEntry entry) =>
        (entry.Number, entry.Key, entry.Kind, entry.BookedOn, entry.Amount, entry.Corrects, entry.Document.Payee, entry.Document.Total);

    private static CommissionLedger Stored(CommissionLedger ledger)
    {
        string json = CommissionLedgerJson.Write(ledger);
        CommissionLedger read = Read(json).Value;
        CommissionLedgerJson.Write(read).Should().Be(json);
        Same.Differences(read, Read(json).Value).Should().BeEmpty();
        return read;
    }

    private static JsonReadResult<CommissionLedger> Read(string json) => CommissionLedgerJson.Read(Encoding.UTF8.GetBytes(json));
}
