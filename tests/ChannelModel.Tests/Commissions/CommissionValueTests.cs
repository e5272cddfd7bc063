using ChannelModel.Commissions;

namespace ChannelModel.Tests.Commissions;

/// <summary>Values of plans are equal when every member is.</summary>
public sealed class CommissionValueTests
{
    [Fact]
    public void Every_member_counts()
    {
        ValueLaws.Apart(
            () => Tier.From(0m),
            () => Tier.From(1m),
            () => Tier.From(0m).To(9m),
            () => Tier.From(0m).Percent(1m),
            () => Tier.From(0m).Percent(2m),
            () => Tier.From(0m).PerUnit(1m),
            () => Tier.From(0m).PerBlock(10m, 1m, BlockRounding.Up),
            () => Tier.From(0m).PerBlock(20m, 1m, BlockRounding.Up),
            () => Tier.From(0m).PerBlock(10m, 2m, BlockRounding.Up),
            () => Tier.From(0m).PerBlock(10m, 1m, BlockRounding.Down),
            () => Tier.From(0m).Flat(1m),
            () => Tier.From(0m).AtLeast(1m),
            () => Tier.From(0m).AtMost(1m));
        ValueLaws.Apart(() => new CurvePoint(0m, 1m), () => new CurvePoint(1m, 1m), () => new CurvePoint(0m, 2m));
        ValueLaws.Apart(() => new Payee(new Id<Payee>("a"), new LocalText("a")), () => new Payee(new Id<Payee>("b"), new LocalText("a")));
        ValueLaws.Apart(
            () => Basis.Money("x", BasisContents.None),
            () => Basis.Money("y", BasisContents.None),
            () => Basis.Money("x", BasisContents.Tax),
            () => Basis.Count("x"),
            () => Basis.Rate("x"),
            () => Basis.OverBaseline(Basis.Count("x")),
            () => Basis.OverBaseline(Basis.Count("x")).WhenNoBaseline(NoBaseline.Skipped),
            () => Basis.OverTarget(Basis.Count("x")));
        (Basis.GrossRevenue.Contents, Basis.Collected.Contents, Basis.NetRevenue.Contents).Should().Be((BasisContents.Tax | BasisContents.Shipping, BasisContents.Tax | BasisContents.Shipping, BasisContents.None));
    }
}
