using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Contracts and partnerships as JSON: what is written is read again, member for member, and what is wrong is said with its place.</summary>
public sealed class ContractBookJsonTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("docs/contracts/growth-plan-2025.json")]
    public void A_file_is_read_and_written_again_letter_for_letter(string file)
    {
        string path = Path.Combine(Root, file);
        JsonReadResult<ContractBook> read = ContractBookJson.Read(File.ReadAllBytes(path));
        read.Errors.Should().BeEmpty();
        string written = ContractBookJson.Write(read.Value);
        if (Environment.GetEnvironmentVariable("CHANNELMODEL_WRITE") == "1")
        {
            File.WriteAllText(path, written);
        }

        written.Should().Be(File.ReadAllText(path).ReplaceLineEndings("\n"));
        using var schema = JsonDocument.Parse(ContractBookJson.Schema());
        using var document = JsonDocument.Parse(written);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty();
    }

    [Fact]
    public void Partnerships_are_read_by_making_every_step_again()
    {
        string path = Path.Combine(Root, "docs/contracts/partnerships-2025.json");
        PartnershipBook book = PartnershipBookJson.Read(File.ReadAllBytes(path)).Value;
        book.Partnerships.Count.Should().Be(23);
        string written = PartnershipBookJson.Write(book);
        if (Environment.GetEnvironmentVariable("CHANNELMODEL_WRITE") == "1")
        {
            File.WriteAllText(path, written);
        }

        written.Should().Be(File.ReadAllText(path).ReplaceLineEndings("\n"));
        string skipped = written.Replace("\"criterion\": \"need-named\"", "\"criterion\": \"kpis-agreed\"", StringComparison.Ordinal);
        JsonReadResult<PartnershipBook> refused = PartnershipBookJson.Read(Encoding.UTF8.GetBytes(skipped));
        refused.Succeeded.Should().BeFalse();
        refused.Errors[0].ToString().Should().Contain("$.partnerships[0].steps[0]: the step to NeedsConfirmed lacks need-named, expected evidence of every criterion");
    }

    [Fact]
    public void Every_kind_of_term_comes_back_and_fits_the_schema()
    {
        Currency cny = Currency.CNY;
        Money Yuan(decimal amount) => Money.Of(amount, cny);
        var term = new DateInterval(new LocalDate(2024, 2, 29), new LocalDate(2025, 2, 28));
        CommissionPlan first = CommissionPlan.Define("p", cny).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Quarter).Round(Rounding.HalfEven, RoundingPlace.Statement).Build();
        CommissionPlan second = CommissionPlan.Define("p", cny).Pay(TierTable.Percent(6m), Basis.NetRevenue, Cycle.Quarter).Round(Rounding.HalfEven, RoundingPlace.Statement).Build();
        var own = new Partner(new Id<Partner>("x"), new LocalText("X", "某"), PartnerKind.Of("school", new LocalText("School", "学校")));
        PartnerContract contract = PartnerContract.Define("x-1", own, new Id<Channel>("c"), term, cny)
            .AgreedOn(new LocalDate(2024, 1, 5)).Round(Rounding.HalfUp.WithScale(1)).SettleEach(Cycle.Quarter).Renews(new Id<PartnerContract>("x-0"))
            .Value(Yuan(1_000.5m)).Pay(first, 3, term.Start, new LocalDate(2024, 7, 1))
            .Deliver(new DataDuty("d", new LocalText("Data"), Cycle.Month, 0))
            .Commit(Commitment.Deliver("data", "d", CommitmentPeriod.Quarter).ShortfallCosts(DeviationPrice.PerUnit(1m), atMostInTerm: Yuan(3m)))
            .Commit(Commitment.AtMost("complaints", CommitmentMetric.Of("complaints", MetricKind.Rate, new LocalText("Complaints", "投诉率")), 1.25m, CommitmentPeriod.Term, Measurement.Reported).WithoutForceMajeure().CuredWithin(9))
            .Commit(Commitment.AtLeast("traffic", CommitmentMetric.Traffic, 10.5m, CommitmentPeriod.Week, Measurement.Both(Rate.Percent(1), Rate.Percent(2.5m))).WithWeeks(WeekRule.ClippedAtMonthEnd)
                .InForce(new DateInterval(term.Start, new LocalDate(2024, 3, 31))).FalsifiedReportCosts(Yuan(7m))
                .ShortfallCosts(DeviationPrice.Of(TierTable.Step(Edge.UpperIncluded, Tier.From(0m).Flat(1m), Tier.From(12.5m).Flat(2m)).OnZero(ZeroValue.PaysNothing), DeviationUnit.PercentOfThreshold), Yuan(5m))
                .OverDeliveryEarns(DeviationPrice.Proportional(9m), Yuan(4m)))
            .Commit(Commitment.AtLeast("sessions", CommitmentMetric.SessionsHeld, 4m, CommitmentPeriod.Session, Measurement.ThirdParty).ShortfallCosts(DeviationPrice.Fixed(3m)))
            .Deposit(DepositTerms.Of(Yuan(100m)).PaidIn(new DepositInstalment(term.Start, Rate.Percent(40)), new DepositInstalment(new LocalDate(2024, 6, 30), Rate.Percent(60))).ForfeitedFirstFor("traffic", "data").ToppedUpWithin(10))
            .ShareCost(CostShare.Of(Yuan(50m), Rate.Percent(80), Rate.Percent(20)))
            .Exclusive(new LocalText("all")).Clause(ClauseKind.Of("own"), "s 1").Clause(ClauseKind.Breach, "s 2")
            .Advance(new Draw(DrawKind.BalanceForgiven, Yuan(2m), 2, Rate.Percent(50), 4)).HoldBack(Rate.Percent(12.5m), 3).ClawBack(Clawback.None.Through(0, Rate.One).Through(6, Rate.Percent(50)).ForCause("withdrawn", Rate.Zero))
            .Renewal(new RenewalTerms(3, 85.5m, 70m, 50m, Rate.Percent(80), RoiDefinition.Roas, 1.5m))
            .Amend(new LocalDate(2024, 7, 1), new LocalDate(2024, 6, 1)).Pay(second, 4, new LocalDate(2024, 7, 1), null).Release("complaints")
            .Deposit(DepositTerms.OfCostShare()).ShareCost(CostShare.Of(Yuan(60m), Rate.Percent(70), Rate.Percent(30)).AdjustedBySales(Yuan(100m), new LocalDate(2024, 8, 1), (0m, Rate.Percent(35)), (99.5m, Rate.Percent(25))))
            .Amend(term.End, term.End).WithoutTerms()
            .Build();
        string written = ContractBookJson.Write(ContractBook.Of(contract));
        JsonReadResult<ContractBook> read = ContractBookJson.Read(Encoding.UTF8.GetBytes(written));
        read.Errors.Should().BeEmpty(written);
        ContractBookJson.Write(read.Value).Should().Be(written);
        read.Value.Contracts[0].Should().BeEquivalentTo(contract, options => options
            .Excluding(member => member.Path.Contains("Commission.Plan", StringComparison.Ordinal) || member.Path.EndsWith("Kind.ReadyMade", StringComparison.Ordinal))
            .IgnoringCyclicReferences().WithStrictOrdering());
        read.Value.Contracts[0].Versions[1].Terms.Commission!.Plan.Resolve(term.End).Evaluate(Yuan(100m)).Should().Be(Yuan(6m));
        using var schema = JsonDocument.Parse(ContractBookJson.Schema());
        using var document = JsonDocument.Parse(written);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty();
        using var wrong = JsonDocument.Parse(written.Replace("\"graceDays\": 9", "\"graceDay\": 9", StringComparison.Ordinal));
        SchemaCheck.Problems(schema.RootElement, wrong.RootElement).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("\"share\": \"20%\"", "\"share\": \"120%\"", "$.contracts[0].versions[0].deposit: The deposit 1200000.00 CNY is above the contract's value 1000000.00 CNY")]
    [InlineData("\"partner\": \"mcn-1\"", "\"partner\": \"mcn-6\"", "$.contracts[0].partner: there is no partner 'mcn-6'")]
    [InlineData("\"plan\": \"mcn-live\"", "\"plan\": \"mcn-dead\"", "$.contracts[0].versions[0].commission: there is no plan 'mcn-dead' version 1")]
    [InlineData("\"falsifiedAbove\": \"20%\"", "\"falsifiedAbove\": \"2%\"", "2% is outside the range, expected a tolerance of 0 % or more (got 5%) and a falsification bound not below it")]
    [InlineData("\"until\": \"2026-01-01\"", "\"until\": \"2025-12-01\"", "leaves a gap to the end of the term on 2025-12-31")]
    [InlineData("\"agreedOn\": \"2024-12-20\"", "\"agreedOn\": \"2025-01-02\"", "Version 1 is retroactive")]
    [InlineData("\"rate\": \"6%\"", "\"rate\": 6", "$.plans[0].plan.pay[0].tiers.tiers[1].rate")]
    [InlineData("\"from\": 1000000,", "\"from\": 0,", "$.plans[0].plan.pay[0].tiers.tiers[1].from")]
    [InlineData("\"roundingPlace\": \"statement\"", "\"roundingPlaces\": \"statement\"", "$.plans[0].plan")]
    [InlineData("\"code\": \"followers\"", "\"code\": \"traffic\"", "'traffic' stands twice")]
    public void What_is_wrong_is_said_with_its_place(string from, string to, string error)
    {
        string text = File.ReadAllText(Path.Combine(Root, "docs/contracts/growth-plan-2025.json"));
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.Should().BeGreaterThan(0);
        JsonReadResult<ContractBook> read = ContractBookJson.Read(Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]));
        read.Succeeded.Should().BeFalse();
        string.Join("\n", read.Errors).Should().Contain(error);
        read.Errors[0].Line.Should().BeGreaterThan(1);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
