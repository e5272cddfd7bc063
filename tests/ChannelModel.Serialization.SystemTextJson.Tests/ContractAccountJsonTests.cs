using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>An account that another system kept is stated in few lines, and held against its contract; one that was written is read only as it was.</summary>
public sealed class ContractAccountJsonTests
{
    private static readonly string Folder = Path.Combine(RuleFile.Root, "docs", "contracts");
    private static readonly ContractBook Contracts = ContractBookJson.Read(File.ReadAllBytes(Path.Combine(Folder, "growth-plan-2025.json"))).Value;
    private static readonly string TakenOver = File.ReadAllText(Path.Combine(Folder, "accounts-2025-01.json"));

    [Fact]
    public void An_account_is_taken_over_in_mid_term()
    {
        IReadOnlyList<ContractAccount> accounts = Read(TakenOver).Value;
        ContractAccount mcn = accounts[0];
        (mcn.Contract.Value, mcn.SettledThrough, mcn.Parts, mcn.Version, mcn.SettledPer).Should().Be(("mcn-2-2025", new LocalDate(2025, 1, 31), 1, 1, Cycle.Month));
        (mcn.Balance, mcn.Deposit.Held, mcn.Deposit.Forfeited, mcn.Deposit.Unmet, mcn.DepositLevel).Should().Be((Yuan(-1_250.5m), Yuan(160_000m), Yuan(30_000m), Yuan(0m), Yuan(160_000m)));
        mcn.CommissionsPaid.Select(paid => (paid.Per, paid.Span?.Start, paid.Span?.End)).Should().Equal(
            (Cycle.Once, null, null), (Cycle.Quarter, new LocalDate(2025, 1, 1), new LocalDate(2025, 3, 31)), (Cycle.Year, new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31)));
        accounts[1].DepositLevel.Should().Be(Yuan(75_000m), "sales have shifted it");
        (accounts[2].SettledThrough, accounts[2].Parts, accounts[2].DepositLevel).Should().Be((null, 0, null));

        // What is written of it says everything, and reads as the same.
        string written = ContractAccountJson.Write(accounts);
        written.Should().Contain("\"sha256\"").And.Contain("\"parts\": 1");
        ContractAccountJson.Write(Read(written).Value).Should().Be(written);
    }

    [Fact]
    public void The_next_month_goes_on_from_an_account_that_was_taken_over()
    {
        PartnerContract contract = Contracts.Find(new Id<PartnerContract>("mcn-2-2025"))!;
        ContractAccount account = Read(TakenOver).Value[0];
        var february = new DateInterval(new LocalDate(2025, 2, 1), new LocalDate(2025, 2, 28));
        ContractFact[] facts =
        [
            ContractFact.Commission(CommissionFacts.For(contract.Partner.Payee, february).With(Basis.NetRevenue, 500_000m)),
            ContractFact.Reported("traffic", february, 2_000_000m, "report"),
            ContractFact.ThirdParty("traffic", february, 2_000_000m, "panel"),
            ContractFact.ThirdParty("followers", february, 6_000_000m, "count"),
        ];
        Settlement settlement = contract.Settle(february, facts, account);
        settlement.Verify().Should().BeEmpty();
        settlement.NetDue.Should().Be(Yuan(25_000m - 2_500m - 1_250.5m));
        settlement.Closing.CommissionsPaid.Select(paid => paid.Amount).Should().OnlyContain(amount => amount == Yuan(60_000m));
        settlement.Closing.Holdbacks.Select(held => held.Amount).Should().Equal(Yuan(3_500m), Yuan(2_500m));
    }

    [Theory]
    [InlineData("\"contract\": \"mcn-2-2025\"", "\"contract\": \"mcn-9\"", "$.accounts[0].contract: there is no contract 'mcn-9'")]
    [InlineData("\"currency\": \"CNY\",\n      \"settledThrough\"", "\"currency\": \"USD\",\n      \"settledThrough\"", "$.accounts[0].currency: the account is in USD, the contract in CNY")]
    [InlineData("\"settledPer\": \"month\"", "\"settledPer\": \"week\"", "$.accounts[2].settledPer: the account is settled each Week, the contract each Month")]
    [InlineData("\"settledPer\": \"month\"", "\"balance\": 0", "$.accounts[2]: nothing is settled, and something stands open")]
    [InlineData("\"settledThrough\": \"2025-01-31\"", "\"settledThrough\": \"2025-01-30\"", "$.accounts[0].settledThrough: 2025-01-30 ends inside a part that is settled as a whole, 2025-01-01 to 2025-01-31")]
    [InlineData("\"settledThrough\": \"2025-01-31\"", "\"settledThrough\": \"2026-01-31\"", "$.accounts[0].settledThrough: 2026-01-31 is outside the term 2025-01-01 to 2025-12-31")]
    [InlineData("\"balance\": -1250.5", "\"parts\": 2", "$.accounts[0].parts: 2 parts were not settled by 2025-01-31, expected 1")]
    [InlineData("\"balance\": -1250.5", "\"version\": 2", "$.accounts[0].version: version 2 was not in force by 2025-01-31, expected a version from 1 to 1")]
    [InlineData("\"balance\": -1250.5", "\"advance\": 5", "$.accounts[0].advance: the contract advances nothing")]
    [InlineData("\"unmet\": 20000", "\"unmet\": 20000.1234567", "$.accounts[0].deposit.events[1].unmet: 20000.1234567 has more than 6 decimals")]
    [InlineData("\"amount\": 160000, \"unmet\"", "\"amount\": 159999, \"unmet\"", "$.accounts[0].deposit.events[1]: the deposit held 160000.00 CNY, which does not meet 159999.00 CNY of 179999.00 CNY")]
    [InlineData("\"event\": 2", "\"event\": 4", "$.accounts[0].deposit.events[2]: 4 is outside the range")]
    [InlineData("\"commitment\": \"traffic\"", "\"commitment\": \"trafic\"", "$.accounts[0].deposit.events[1].commitment: the contract has no commitment 'trafic'")]
    [InlineData("\"heldOn\": \"2025-01-31\"", "\"heldOn\": \"2025-02-28\"", "$.accounts[0].holdbacks[0].heldOn: 2025-02-28 is not a settled day")]
    [InlineData("\"releaseOn\": \"2025-03-31\"", "\"releaseOn\": \"2025-01-31\"", "$.accounts[0].holdbacks[0].releaseOn: 2025-01-31 is settled, so the amount is released, expected a day after 2025-01-31")]
    [InlineData("\"commitment\": \"followers\", \"amount\": 30000 }]", "\"commitment\": \"likes\", \"amount\": 30000 }]", "$.accounts[0].compensations[0].commitment: the contract has no commitment 'likes'")]
    [InlineData("\"per\": \"once\"", "\"per\": \"month\"", "$.accounts[0].commissionsPaid[0].per: commission per Month is not kept")]
    [InlineData("\"per\": \"once\"", "\"per\": \"quarter\"", "$.accounts[0].commissionsPaid[1]: 'mcn-live' per Quarter stands twice")]
    [InlineData("\"end\": \"2025-12-31\" }", "\"end\": \"2025-12-30\" }", "$.accounts[0].commissionsPaid[2].span: 2025-01-01 to 2025-12-30 is not what Year means")]
    [InlineData("\"plan\": \"mcn-live\", \"per\": \"once\"", "\"plan\": \"mcn\", \"per\": \"once\"", "$.accounts[0].commissionsPaid[0].plan: the contract pays by no plan 'mcn'")]
    [InlineData("\"contract\": \"retailer-2-2025\"", "\"contract\": \"mcn-2-2025\"", "$.accounts: 'mcn-2-2025' stands twice")]
    public void What_does_not_fit_the_contract_is_an_error_with_its_place(string from, string to, string error)
    {
        TakenOver.Should().Contain(from);
        int at = TakenOver.IndexOf(from, StringComparison.Ordinal);
        JsonReadResult<IReadOnlyList<ContractAccount>> read = Read(TakenOver[..at] + to + TakenOver[(at + from.Length)..]);
        read.Errors.Should().ContainSingle().Which.ToString().Should().Contain(error);
        read.Errors[0].Line.Should().BeGreaterThan(1);
    }

    [Fact]
    public void All_contradictions_of_an_account_come_at_once()
    {
        string text = TakenOver.Replace("\"event\": 2,", "\"event\": 2, \"colour\": 1,", StringComparison.Ordinal).Replace("\"mcn-live\"", "\"live\"", StringComparison.Ordinal).Replace("\"heldOn\": \"2025-01-31\"", "\"heldOn\": \"2024-01-31\"", StringComparison.Ordinal);
        Read(text).Errors.Select(error => error.Path).Should().Equal(
            "$.accounts[0].deposit.events[2].colour", "$.accounts[0].holdbacks[0].heldOn", "$.accounts[0].commissionsPaid[0].plan", "$.accounts[0].commissionsPaid[1].plan", "$.accounts[0].commissionsPaid[2].plan");
    }

    [Fact]
    public void Whatever_is_changed_in_an_account_that_was_written_is_found()
    {
        string written = ContractAccountJson.Write(Read(TakenOver).Value);
        int changes = 0;
        for (int i = written.IndexOf("accounts", StringComparison.Ordinal); i < written.Length; i++)
        {
            if (char.IsAsciiDigit(written[i]))
            {
                char[] changed = written.ToCharArray();
                changed[i] = changed[i] == '9' ? '0' : (char)(changed[i] + 1);
                Read(new string(changed)).Succeeded.Should().BeFalse(written[Math.Max(0, i - 40)..(i + 5)]);
                changes++;
            }
        }

        changes.Should().BeGreaterThan(300);
    }

    [Fact]
    public void Blanks_and_the_order_of_members_change_nothing()
    {
        string written = ContractAccountJson.Write(Read(TakenOver).Value);
        JsonNode root = JsonNode.Parse(written)!;
        var account = root["accounts"]![0]!.AsObject();
        foreach (KeyValuePair<string, JsonNode?> member in account.Reverse().ToList())
        {
            account.Remove(member.Key);
            account.Add(member.Key, member.Value);
        }

        string other = root.ToJsonString().Replace("160000,", "1.6e5,", StringComparison.Ordinal);
        other.Should().NotContain("\n").And.Contain("1.6e5");
        ContractAccountJson.Write(Read(other).Value).Should().Be(written);
    }

    [Fact]
    public void The_account_of_an_accrual_is_refused()
    {
        PartnerContract contract = Contracts.Find(new Id<PartnerContract>("retailer-2-2025"))!;
        Accrual accrual = contract.Accrue(new LocalDate(2025, 1, 1), [ContractFact.Commission(CommissionFacts.For(contract.Partner.Payee, new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 1))).With(Basis.NetRevenue, 1m))], contract.Open());
        Read(ContractAccountJson.Write([accrual.ToDate.Closing])).Errors.Should().ContainSingle().Which.Problem.Should().Contain("ends inside a part");
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);

    private static JsonReadResult<IReadOnlyList<ContractAccount>> Read(string json) => ContractAccountJson.Read(Encoding.UTF8.GetBytes(json), Contracts);
}
