using System;
using System.Collections.Generic;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Statements that use every kind of line between them, with numbers that are easy to work out by hand.</summary>
internal static class SampleStatements
{
    public static readonly DateInterval January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31));

    private static readonly Currency Cny = Currency.CNY;

    public static CommissionFacts Ann() => CommissionFacts.For(new Id<Payee>("ann"), January);

    public static Money M(decimal amount) => Money.Of(amount, Cny);

    public static CommissionPlanBuilder Plan(string name, RoundingPlace place = RoundingPlace.Statement) => CommissionPlan.Define(name, Cny).Round(Rounding.HalfAwayFromZero, place);

    public static CommissionStatement Explain(this CommissionPlanBuilder plan, CommissionFacts facts) => plan.Build().Resolve(January.End, DateAnchor.Invoice).Explain(facts);

    /// <summary>191 + 30 + 100, times 1.5, and 2.997 beside: 484.50, cut to 400, less 5, with 30 carried in, cut to 190, lifted to 200.</summary>
    public static CommissionStatement Club() =>
        Plan("club")
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(5), Tier.From(1_000).PerUnit(0.1m).Flat(20), Tier.From(2_000).PerBlock(100, 7, BlockRounding.Up)), Basis.NetRevenue, Cycle.Month)
            .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(1).AtLeast(30)).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month, "least")
            .Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(10).AtMost(100)), Basis.NetRevenue, Cycle.Month, "most")
            .Bonus(TierTable.PerUnit(0.333m), Basis.Orders)
            .Gate(Basis.Orders, 8)
            .Accelerate(Accelerator.OnWhole(Basis.AttainmentOf(Basis.NetRevenue), Edge.LowerIncluded, (0, 1), (100, 1.5m)))
            .Cap(M(400), Cycle.Month, Excess.Carried).Cap(M(500), Cycle.Year, Excess.Lost).Floor(M(310), proratedByDays: true).Returns(ReturnPolicy.OriginalRate)
            .Explain(Ann().With(Basis.NetRevenue, M(2_250.5m)).WithTarget(Basis.NetRevenue, 2_000).With(Basis.Orders, 9).ActiveIn(new DateInterval(new LocalDate(2025, 1, 11), new LocalDate(2025, 1, 30)))
                .WithReturns(new LinkedReturn("r-1", M(100), M(10), M(0), M(50))).WithPaid(Cycle.Year, M(310)).WithCarriedIn(M(30)));

    /// <summary>Three records behind a gate on their sum: 100 x 9 % is lifted to 10, 3 010 x 9 % is cut to 250, and -50 x 9 % is taken back and lifted.</summary>
    public static CommissionStatement Records() =>
        Plan("records", RoundingPlace.Line)
            .Pay(TierTable.Percent(9).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month)
            .Accumulate(Accumulation.PerRecord).CapEachRecord(M(250)).FloorEachRecord(M(10)).Gate(Basis.AttainmentOf(Basis.NetRevenue), 100)
            .Explain(Ann().WithTarget(Basis.NetRevenue, 3_060)
                .WithRecords(FactRecord.Of("a").With(Basis.NetRevenue, M(100)), FactRecord.Of("b").With(Basis.NetRevenue, 3_010), FactRecord.Of("c").With(Basis.NetRevenue, -50)));

    /// <summary>To date 1 500: 50 + 40 + 30, capped to 100; before it 1 100: 50 + 8 + 22, so 20 are due and 20 are left over.</summary>
    public static CommissionStatement ToDate() =>
        Plan("to-date")
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(5), Tier.From(1_000).Percent(8)), Basis.NetRevenue, Cycle.Month, "sales")
            .Pay(TierTable.Percent(2), Basis.NetRevenue, Cycle.Month, "more")
            .Accumulate(Accumulation.Cumulative).Cap(M(100), Cycle.Month, Excess.Carried)
            .Explain(Ann().With(Basis.NetRevenue, 400).WithPrior(Basis.NetRevenue, 1_100));

    /// <summary>To date 1 500 at 8 % is 120, and 88 were paid.</summary>
    public static CommissionStatement TrueUp() =>
        Plan("true-up").Pay(TierTable.Percent(8), Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.TrueUp)
            .Explain(Ann().With(Basis.NetRevenue, 400).WithPrior(Basis.NetRevenue, 1_100).WithPaid(Cycle.Once, M(88)));

    /// <summary>Tiers that round one by one, below 0: 33.33 % of 10 is 3.333, of 5.55 at 7.77 % 0.431235, and a flat amount of 2, all taken back.</summary>
    public static CommissionStatement Mirrored() =>
        Plan("mirrored", RoundingPlace.Tier)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(33.33m), Tier.From(10).Percent(7.77m).Flat(2)).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month)
            .Explain(Ann().With(Basis.NetRevenue, -15.55m));

    /// <summary>An accelerator on the excess: 1 000 to 80 % of the target at half, to 100 % at the rate itself, beyond at double.</summary>
    public static CommissionStatement OnExcess() =>
        Plan("excess").Pay(TierTable.Percent(10), Basis.NetRevenue, Cycle.Month)
            .Accelerate(Accelerator.OnExcess(Basis.NetRevenue, (0, 0.5m), (80, 1), (100, 2)))
            .Explain(Ann().With(Basis.NetRevenue, 1_300).WithTarget(Basis.NetRevenue, 1_000));

    /// <summary>A gate on a rate that is not met, a component with a cap, rounded as a line.</summary>
    public static CommissionStatement Closed() =>
        Plan("closed", RoundingPlace.Line)
            .Pay(TierTable.Percent(3.333m), Basis.NetRevenue, Cycle.Month, "sales").CapComponent("sales", M(20))
            .Pay(TierTable.Percent(1.111m), Basis.NetRevenue, Cycle.Month, "more")
            .Bonus(TierTable.Step(Edge.LowerIncluded, Tier.From(0), Tier.From(5).Flat(7)), Basis.Orders, "spiff")
            .Gate(Basis.RepurchaseRate, 30)
            .Explain(Ann().With(Basis.NetRevenue, 1_000).With(Basis.Orders, 5).With(Basis.RepurchaseRate, 29.5m));

    /// <summary>A share of a target, paid tier by tier, and a rate of the payee's own, which each round by themselves.</summary>
    public static CommissionStatement Shares() =>
        Plan("shares", RoundingPlace.Tier)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(3.3333m), Tier.From(100).Percent(7.7777m)).InPercentOfTarget(), Basis.NetRevenue, Cycle.Month)
            .Pay(TierTable.AtRateOf(Basis.Rate("own")), Basis.Margin, Cycle.Month, "own")
            .Explain(Ann().With(Basis.NetRevenue, 1_234.56m).WithTarget(Basis.NetRevenue, 1_000).With(Basis.Margin, 10.01m).With(Basis.Rate("own"), 12.5m));

    public static IReadOnlyList<Func<CommissionStatement>> All { get; } = [Club, Records, ToDate, TrueUp, Mirrored, OnExcess, Closed, Shares];
}
