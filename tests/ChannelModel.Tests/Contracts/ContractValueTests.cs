using ChannelModel.Channels;
using ChannelModel.Contracts;
using static ChannelModel.Tests.Contracts.Sample;

namespace ChannelModel.Tests.Contracts;

/// <summary>Values of contracts are equal when every member is.</summary>
public sealed class ContractValueTests
{
    private static readonly LocalText Name = new("name", "名称");

    [Fact]
    public void Every_member_counts()
    {
        ValueLaws.Apart(() => new ContractClause(ClauseKind.Breach, "12"), () => new ContractClause(ClauseKind.Dispute, "12"), () => new ContractClause(ClauseKind.Breach, "13"));
        ValueLaws.Apart(
            () => new DataDuty("weekly", Name, Cycle.Week, 2),
            () => new DataDuty("other", Name, Cycle.Week, 2),
            () => new DataDuty("weekly", new LocalText("other"), Cycle.Week, 2),
            () => new DataDuty("weekly", Name, Cycle.Month, 2),
            () => new DataDuty("weekly", Name, Cycle.Week, 3));
        ValueLaws.Apart(() => new DepositInstalment(Year.Start, Rate.One), () => new DepositInstalment(Year.End, Rate.One), () => new DepositInstalment(Year.Start, Rate.Percent(50)));
        ValueLaws.Apart(() => Measurement.Reported, () => Measurement.ThirdParty, () => Measurement.Both(Rate.Percent(5), Rate.Percent(20)), () => Measurement.Both(Rate.Percent(6), Rate.Percent(20)), () => Measurement.Both(Rate.Percent(5), Rate.Percent(21)));
        ValueLaws.Apart(
            () => new Partner(new Id<Partner>("a"), Name, PartnerKind.Mcn),
            () => new Partner(new Id<Partner>("b"), Name, PartnerKind.Mcn),
            () => new Partner(new Id<Partner>("a"), new LocalText("other"), PartnerKind.Mcn),
            () => new Partner(new Id<Partner>("a"), Name, PartnerKind.Gym));
        ValueLaws.Apart(
            () => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80)),
            () => new RenewalTerms(4, 85m, 70m, 50m, Rate.Percent(80)),
            () => new RenewalTerms(3, 86m, 70m, 50m, Rate.Percent(80)),
            () => new RenewalTerms(3, 85m, 71m, 50m, Rate.Percent(80)),
            () => new RenewalTerms(3, 85m, 70m, 51m, Rate.Percent(80)),
            () => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(81)),
            () => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.GrossProfitOnCost, 1m),
            () => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.GrossProfitOnCost, 2m),
            () => new RenewalTerms(3, 85m, 70m, 50m, Rate.Percent(80), RoiDefinition.Roas, 1m));
    }

    [Fact]
    public void A_known_code_keeps_its_name()
    {
        ClauseKind.Of("breach").Should().BeSameAs(ClauseKind.Breach);
        PartnerKind.Of("mcn", Name).Should().BeSameAs(PartnerKind.Mcn);
        JournalAccount.Of("cash").Should().BeSameAs(JournalAccount.Cash);
        (ClauseKind.Of("new", Name).Name, PartnerKind.Of("new", Name).Name, JournalAccount.Of("new", Name).Name).Should().Be((Name, Name, Name));
    }
}
