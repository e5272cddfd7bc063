using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Contracts;
using ChannelModel.Scoring;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Warnings on their first day, in both languages, and what is not known yet.</summary>
public sealed class ContractWarningTests
{
    private static DataDuty Weekly => new("weekly", new LocalText("Weekly data", "每周数据"), Cycle.Week, 3);

    [Fact]
    public void Data_is_overdue_from_the_day_after_it_was_due()
    {
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deliver(Weekly).Deliver(new DataDuty("other", new LocalText("Other data"), Cycle.Month, 30)).Build();

        // The first week, a whole one of the calendar, ends on Sunday, 5 January, and is due on the 8th.
        Warnings(contract, "2025-01-08").Should().BeEmpty();
        Warnings(contract, "2025-01-09").Should().Equal("2025-01-08 Weekly data, 2024-12-30 to 2025-01-05: due on 2025-01-08, not delivered");
        Warnings(contract, "2025-01-09", ContractFact.Delivered("weekly", Day("2025-01-03"), Day("2025-01-09"), "mail")).Should().BeEmpty("it came today");
        Warnings(contract, "2025-01-09", ContractFact.Delivered("weekly", Day("2025-01-03"), Day("2025-01-10"), "mail")).Should().HaveCount(1, "tomorrow's mail is not known yet");
        Warnings(contract, "2025-01-09", ContractFact.Delivered("other", Day("2025-01-03"), Day("2025-01-09"), "mail")).Should().HaveCount(1, "it is another duty's");
        Warnings(contract, "2025-01-09", ContractFact.Delivered("weekly", Day("2025-01-06"), Day("2025-01-09"), "mail")).Should().HaveCount(1, "it is another week's");
        ContractWarning.Of(contract, [], contract.Open(), Day("2025-01-09")).Single().Text.In(Language.SimplifiedChinese).Should().Be("每周数据，2024-12-30 至 2025-01-05：应于 2025-01-08 交付，尚未收到");
    }

    [Fact]
    public void An_amendment_does_not_ask_twice_for_the_same_week()
    {
        PartnerContract contract = PartnerContract.Define("c", Star, Live, Year, Cny).Round(Rounding.HalfAwayFromZero).Deliver(Weekly).Amend(Day("2025-01-13"), Day("2025-01-10")).Commit(Traffic()).Build();
        Warnings(contract, "2025-01-31").Select(text => text.Substring(0, 10)).Should().Equal("2025-01-08", "2025-01-15", "2025-01-22", "2025-01-29");
    }

    [Fact]
    public void What_falls_on_one_day_is_listed_by_its_kind()
    {
        // In December the month of traffic and the term end together.
        PartnerContract contract = Define().Commit(Traffic()).Renewal(new RenewalTerms(1, 85m, 70m, 50m, Rate.Percent(80))).Build();
        IReadOnlyList<ContractWarning> warnings = ContractWarning.Of(
            contract, [ContractFact.DepositPaid(Day("2025-01-01"), Yuan(200_000m), "bank"), .. Both("traffic", Days("2025-12-01", "2025-12-10"), 600_000m)], contract.Open(), Day("2025-12-10"));
        warnings.Select(warning => (warning.By, warning.Kind)).Should().Equal((Year.End, ContractWarningKind.CommitmentAtRisk), (Year.End, ContractWarningKind.TermEnding));
        warnings.Select(warning => warning.Text.In(Language.SimplifiedChinese)).Should().Equal(
            "流量（traffic），2025-12-01 至 2025-12-31：截至 2025-12-10 为 600 000，按此进度为 1 860 000，约定 2 000 000", "合同 2025-12-31 到期，请决定是否续约");
        ContractWarning.Of(contract, [ContractFact.DepositPaid(Day("2025-01-01"), Yuan(150_000m), "bank")], contract.Open(), Day("2025-01-02")).Single().Text.In(Language.SimplifiedChinese)
            .Should().Be("保证金现有 150 000.00 CNY，应有 200 000.00 CNY，缺 50 000.00 CNY");
    }

    [Fact]
    public void Arguments_are_asked_for()
    {
        PartnerContract contract = Define().Pay(Plan).Build();
        Settlement settled = contract.Settle(Month(1), [Revenue(Month(1), 1m)], contract.Open());
        Missing("contract", () => ContractWarning.Of(null!, [], contract.Open(), Year.Start));
        Missing("facts", () => ContractWarning.Of(contract, null!, contract.Open(), Year.Start));
        Missing("account", () => ContractWarning.Of(contract, [], null!, Year.Start));
        Missing("period", () => PeriodicReview.Of(null!, 1m, []));
        Missing("period", () => PeriodicReview.Of(null!, (ScoreResult)null!, []));
        Missing("score", () => PeriodicReview.Of(Month(1), (ScoreResult)null!, []));
        Missing("results", () => PeriodicReview.Of(Month(1), 1m, null!));
        Missing("period", () => contract.Slices(null!));
        Missing("period", () => contract.Settle(null!, [], contract.Open()));
        Missing("facts", () => contract.Settle(Month(1), null!, contract.Open()));
        Missing("opening", () => contract.Settle(Month(1), [], null!));
        Missing("opening", () => contract.Accrue(Year.Start, [], null!));
        Missing("facts", () => contract.Accrue(Year.Start, null!, contract.Open()));
        Missing("fact", () => contract.Refusal(null!));
        Missing("commitment", () => Define().Commit(null!));
        Missing("duty", () => Define().Deliver(null!));
        Missing("price", () => Traffic().ShortfallCosts(null!));
        Missing("price", () => Traffic().OverDeliveryEarns(null!));
        Missing("days", () => ContractFact.Reported("traffic", null!, 1m, "r"));
        Missing("term", () => new RenewalTerms(1, 85m, 70m, 50m, Rate.Percent(80)).Window(null!));
        settled.Verify().Should().BeEmpty();

        static void Missing(string name, Func<object?> make) => make.Should().Throw<ArgumentNullException>().WithParameterName(name);
    }

    private static IEnumerable<string> Warnings(PartnerContract contract, string asOf, params ContractFact[] facts) =>
        ContractWarning.Of(contract, facts, contract.Open(), Day(asOf)).Where(warning => warning.Kind == ContractWarningKind.DataOverdue).Select(warning => $"{warning.By:uuuu-MM-dd} {warning.Text.En}");
}
