using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;

namespace ChannelModel.Tests.Contracts;

/// <summary>The contract that most tests here start from: an MCN with traffic, followers and a deposit of 20 %.</summary>
internal static class Sample
{
    public static readonly Currency Cny = Currency.CNY;

    public static readonly Partner Star = new(new Id<Partner>("mcn-star"), new LocalText("Star MCN", "星光传媒"), PartnerKind.Mcn);

    public static readonly Id<Channel> Live = new("live");

    public static readonly DateInterval Year = Days("2025-01-01", "2025-12-31");

    public static readonly CommissionPlan Plan = CommissionPlan.Define("live-5", Cny)
        .Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
        .Build();

    public static Money Yuan(decimal amount) => Money.Of(amount, Cny);

    public static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    public static DateInterval Days(string start, string end) => new(Day(start), Day(end));

    public static DateInterval Month(int month, int year = 2025) => new(new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1));

    public static Commitment Traffic(CommitmentPeriod per = CommitmentPeriod.Month, WeekRule weeks = WeekRule.ByLastDay) => Commitment
        .AtLeast("traffic", CommitmentMetric.Traffic, 2_000_000m, per, Measurement.Both(Rate.Percent(5), Rate.Percent(20)))
        .ShortfallCosts(DeviationPrice.Proportional(300_000m))
        .WithWeeks(weeks);

    public static PartnerContractBuilder Define(string id = "star-2025", DateInterval? term = null) => PartnerContract
        .Define(id, Star, Live, term ?? Year, Cny)
        .Value(Yuan(1_000_000m))
        .Deposit(DepositTerms.OfValue(Rate.Percent(20)))
        .Round(Rounding.HalfAwayFromZero);

    public static ContractFact[] Both(string code, DateInterval days, decimal value) =>
        [ContractFact.Reported(code, days, value, "report"), ContractFact.ThirdParty(code, days, value, "measurement")];

    public static ContractFact Revenue(DateInterval days, decimal revenue, Partner? partner = null) =>
        ContractFact.Commission(CommissionFacts.For((partner ?? Star).Payee, days).With(Basis.NetRevenue, revenue));
}
