using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Contracts that use every kind of term, in up to three versions, and facts for all their days, each from a seed. Numbers are small, so that caps, floors and empty deposits are common.</summary>
internal sealed class RandomContracts
{
    private static readonly string[] Names = ["Star \"MCN\"", "海浪传媒", "a\\b\t", "line\nfeed", "<&>'", "\u00E9\u0000", "\U0001F40B"];
    private readonly Random _random;
    private readonly Currency _currency;

    private RandomContracts(int seed)
    {
        _random = new Random(seed);
        _currency = Pick(Currency.CNY, Currency.JPY, Currency.USD);
    }

    /// <summary>A contract that builds.</summary>
    public static PartnerContract Contract(int seed, string id = "random")
    {
        for (int attempt = 0; ; attempt++)
        {
            if (new RandomContracts((seed * 31) + attempt).Define(id).TryBuild(out PartnerContract? contract, out IReadOnlyList<ContractError> errors))
            {
                return contract;
            }

            if (attempt == 40)
            {
                throw new InvalidOperationException("No contract builds: " + string.Join(" | ", errors));
            }
        }
    }

    /// <summary>Facts for every day of the term. One seed gives the same facts but for those of the kinds that are drawn anew with another variant.</summary>
    public static IReadOnlyList<ContractFact> Facts(PartnerContract contract, int seed, int variant = 0) => new RandomContracts(seed).FactsOf(contract, new Random((seed * 7) + variant));

    private PartnerContractBuilder Define(string id)
    {
        Cycle per = Pick(Cycle.Week, Cycle.Month, Cycle.Month, Cycle.Quarter);
        var start = new LocalDate(Pick(2023, 2024), _random.Next(1, 13), Pick(1, 1, _random.Next(1, 29)));
        LocalDate end = Chance(2) ? start.PlusMonths(_random.Next(2, per == Cycle.Week ? 5 : 15)).PlusDays(-1) : start.PlusDays(_random.Next(50, 150));
        var term = new DateInterval(start, end);
        string name = Pick(Names);
        var partner = new Partner(new Id<Partner>("p of " + id), Chance(2) ? new LocalText(name) : new LocalText(name, Pick(Names)), Chance(3) ? PartnerKind.Of("odd-kind", Chance(2) ? new LocalText("Odd", "奇") : null) : Pick([.. PartnerKind.ReadyMade]));
        PartnerContractBuilder contract = PartnerContract.Define(id, partner, new Id<Channel>("live"), term, _currency).Round(Rounding.All[_random.Next(9)]).SettleEach(per);
        if (Chance(4))
        {
            contract.Renews(new Id<PartnerContract>("the one before"));
        }

        contract.AgreedOn(start.PlusDays(-_random.Next(0, 40)));
        Terms(contract, term, per);
        int amendments = Pick(0, 0, 1, 2);
        LocalDate from = start;
        for (int i = 0; i < amendments; i++)
        {
            from = from.PlusDays(_random.Next(5, 60));
            if (from >= end)
            {
                break;
            }

            contract.Amend(from, from.PlusDays(-_random.Next(0, 9)));
            if (Chance(3))
            {
                contract.WithoutTerms();
                Terms(contract, term, per);
            }
            else if (Chance(2))
            {
                contract.Pay(Plan(per), 2, from, null);
            }
        }

        return contract;
    }

    private void Terms(PartnerContractBuilder contract, DateInterval term, Cycle per)
    {
        contract.Value(Amount(1_000_000, 5_000_000));
        if (!Chance(4))
        {
            contract.Pay(Plan(per), _random.Next(1, 4), term.Start, Chance(3) ? term.End.PlusDays(1) : null);
        }

        bool shares = Chance(3);
        if (shares)
        {
            CostShare share = CostShare.Of(Amount(100_000, 400_000), Rate.Percent(80), Rate.Percent(20));
            contract.ShareCost(Chance(3) ? share : share.AdjustedBySales(Amount(5_000, 50_000), term.Start.PlusDays(_random.Next(0, 40)), (0m, Rate.Percent(25)), (80m, Rate.Percent(20)), (100m + (_random.Next(0, 200) / 100m), Rate.Percent(15))));
        }

        string[] codes = Commitments(contract, term);
        if (shares || Chance(2))
        {
            DepositTerms deposit = shares && !Chance(4) ? DepositTerms.OfCostShare() : Pick(DepositTerms.OfValue(Rate.Percent(_random.Next(1, 30) / 10m)), DepositTerms.Of(Amount(1_000, 90_000)));
            deposit = Chance(3) ? deposit.PaidIn(new DepositInstalment(term.Start.PlusDays(-3), Rate.Percent(40)), new DepositInstalment(term.Start.PlusDays(30), Rate.Percent(60))) : deposit;
            deposit = Chance(3) && codes.Length > 0 ? deposit.ForfeitedFirstFor(codes[codes.Length - 1]) : deposit;
            contract.Deposit(Chance(3) ? deposit.ToppedUpWithin(_random.Next(1, 40)) : deposit);
        }

        if (Chance(2))
        {
            contract.HoldBack(Rate.Percent(_random.Next(1, 4_000) / 100m), _random.Next(1, 5));
        }

        if (Chance(2))
        {
            DrawKind[] kinds = [DrawKind.Recoverable, DrawKind.NonRecoverable, DrawKind.BalanceForgiven, DrawKind.AdvanceOnTop, DrawKind.AdvanceSettled];
            contract.Advance(new Draw(Pick(kinds), Amount(0, 3_000), _random.Next(1, 4), Rate.Percent(_random.Next(0, 101)), Chance(2) ? _random.Next(1, 6) : null));
        }

        if (Chance(2))
        {
            contract.ClawBack(Clawback.None.Through(_random.Next(0, 3), Rate.Percent(100)).Through(_random.Next(3, 9), Rate.Percent(_random.Next(0, 100))).ForCause("withdrawn", Rate.Percent(75)));
        }

        Words(contract);
    }

    private void Words(PartnerContractBuilder contract)
    {
        if (Chance(3))
        {
            contract.Exclusive(new LocalText(Pick(Names), Pick(Names)));
        }

        if (Chance(3))
        {
            bool returns = Chance(2);
            contract.Renewal(new RenewalTerms(_random.Next(1, 25), 85m, 70.5m, _random.Next(0, 50), Rate.Percent(80), returns ? RoiDefinition.Roas : null, returns ? 1.25m : null));
        }

        if (Chance(3))
        {
            contract.Clause(ClauseKind.Breach, Pick("section 8", "§ 8 \"x\"")).Clause(ClauseKind.Of("odd-clause", Chance(2) ? new LocalText("Odd clause", "奇") : null), "section 9");
        }
    }

    private CommissionPlan Plan(Cycle per)
    {
        Rounding rounding = Rounding.All[_random.Next(9)];
        Accumulation accumulation = Pick(Accumulation.PerPeriod, Accumulation.PerPeriod, Accumulation.TrueUp);
        CommissionPlanBuilder plan = CommissionPlan.Define(Pick("plan-a", "plan-b"), _currency)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(_random.Next(1, 900) / 100m), Tier.From(_random.Next(100, 60_000)).Percent(_random.Next(1, 900) / 100m)), Basis.NetRevenue, per)
            .Accumulate(accumulation)
            .Round(rounding, RoundingPlace.Statement);
        if (Chance(2))
        {
            plan.Cap(Amount(10, 900), per, accumulation == Accumulation.TrueUp || Chance(2) ? Excess.Lost : Excess.Carried);
        }

        if (Chance(2))
        {
            Cycle[] longer = [.. new[] { Cycle.Month, Cycle.Quarter, Cycle.Year, Cycle.Once }.Where(span => span > per || span == Cycle.Once)];
            plan.Cap(Amount(1_000, 9_000), Pick(longer), accumulation == Accumulation.TrueUp || Chance(2) ? Excess.Lost : Excess.Carried);
        }

        return plan.Build();
    }

    private string[] Commitments(PartnerContractBuilder contract, DateInterval term)
    {
        var codes = new List<string>();
        void Commit(Commitment commitment)
        {
            contract.Commit(commitment);
            codes.Add(commitment.Code);
        }

        if (Chance(2))
        {
            Commitment traffic = Commitment.AtLeast("traffic", CommitmentMetric.Traffic, 3_000m, Pick(CommitmentPeriod.Week, CommitmentPeriod.Month, CommitmentPeriod.Quarter, CommitmentPeriod.Term), Measured())
                .ShortfallCosts(Price(), Chance(2) ? Amount(500, 9_000) : null, Chance(2) ? Amount(5_000, 20_000) : null);
            traffic = Chance(2) ? traffic.OverDeliveryEarns(DeviationPrice.PerUnit(0.02m), Chance(2) ? Amount(10, 100) : null) : traffic;
            traffic = Chance(3) ? traffic.FalsifiedReportCosts(Amount(1, 5_000)) : traffic;
            traffic = Chance(3) ? traffic.CuredWithin(_random.Next(1, 40)) : traffic;
            traffic = Chance(3) ? traffic.WithWeeks(WeekRule.ClippedAtMonthEnd) : traffic;
            Commit(Chance(4) ? traffic.InForce(new DateInterval(term.Start.PlusDays(3), term.Start.PlusDays(40))) : traffic);
        }

        if (Chance(3))
        {
            Commit(Commitment.AtMost("complaints", CommitmentMetric.Of("complaint-rate", MetricKind.Rate, Chance(2) ? new LocalText("Complaints") : null), 5.125m, CommitmentPeriod.Month, Measured()).ShortfallCosts(Price()).WithoutForceMajeure());
        }

        if (Chance(3))
        {
            Commit(Commitment.AtLeast("followers", CommitmentMetric.Followers, 5_000.5m, Pick(CommitmentPeriod.Month, CommitmentPeriod.Session), Measurement.ThirdParty).ShortfallCosts(Price()));
        }

        if (Chance(3))
        {
            contract.Deliver(new DataDuty("weekly", new LocalText("Weekly data", "每周数据"), Pick(Cycle.Week, Cycle.Month), _random.Next(0, 9)));
            Commit(Commitment.Deliver("data", "weekly", CommitmentPeriod.Month).ShortfallCosts(DeviationPrice.PerUnit(150m)));
        }

        return [.. codes];
    }

    private Measurement Measured() => Pick(Measurement.Reported, Measurement.ThirdParty, Measurement.Both(Rate.Percent(5), Rate.Percent(20)));

    private DeviationPrice Price() => _random.Next(3) switch
    {
        0 => DeviationPrice.Proportional(_random.Next(1_000, 9_000)),
        1 => DeviationPrice.PerUnit(_random.Next(1, 300) / 100m),
        _ => DeviationPrice.Fixed(_random.Next(1, 2_000)),
    };

    private List<ContractFact> FactsOf(PartnerContract contract, Random drawn)
    {
        DateInterval term = contract.Term;
        var facts = new List<ContractFact>();
        Money Of(int most) => Money.Of(1 + drawn.Next(most), contract.Currency);
        foreach (DateInterval part in contract.Slices(term))
        {
            if (contract.AsOf(part.Start).Terms.Commission is not null)
            {
                facts.Add(ContractFact.Commission(CommissionFacts.For(contract.Partner.Payee, part).With(Basis.NetRevenue, drawn.Next(0, 40_000))));
            }

            facts.Add(ContractFact.SalesOf(part, Of(60_000), "till"));
            if (contract.AsOf(part.Start).Terms.Clawback is not null && drawn.Next(3) == 0)
            {
                facts.Add(ContractFact.ClawedBack(part.Start, drawn.Next(12), Of(400), "order 7"));
                facts.Add(ContractFact.ClawedBackFor(part.End, "withdrawn", Of(400), "order 8"));
            }
        }

        bool Has(string code) => contract.Versions.Any(version => version.Terms.Commitments.Any(commitment => commitment.Code == code));
        for (int i = 0; i < term.Length; i++)
        {
            LocalDate day = term.Start.PlusDays(i);
            var days = new DateInterval(day, day);
            if (Has("traffic"))
            {
                int views = drawn.Next(0, 260);
                facts.Add(ContractFact.Reported("traffic", days, views, "r"));
                facts.Add(ContractFact.ThirdParty("traffic", days, drawn.Next(5) == 0 ? views / 2 : views, "m"));
            }

            if (Has("followers") && drawn.Next(9) == 0)
            {
                facts.Add(ContractFact.ThirdParty("followers", days, drawn.Next(4_900, 5_200) + 0.25m, "count", drawn.Next(2) == 0 ? "evening" : null));
            }

            if (contract.Versions.Any(version => version.Terms.DataDuties.Count > 0) && drawn.Next(4) == 0)
            {
                facts.Add(ContractFact.Delivered("weekly", day, day.PlusDays(drawn.Next(0, 9)), "mail"));
            }
        }

        foreach (DateInterval month in Months(term).Where(_ => Has("complaints")))
        {
            decimal rate = drawn.Next(0, 90_000) / 10_000m;
            facts.Add(ContractFact.Reported("complaints", month, rate, "r"));
            facts.Add(ContractFact.ThirdParty("complaints", month, rate, "m"));
        }

        Payments(contract, facts, drawn);
        return facts;
    }

    private static void Payments(PartnerContract contract, List<ContractFact> facts, Random drawn)
    {
        DateInterval term = contract.Term;
        Money Of(int most) => Money.Of(1 + drawn.Next(most), contract.Currency);
        if (contract.Versions.Any(version => version.Terms.Deposit is not null))
        {
            facts.Add(ContractFact.DepositPaid(term.Start.PlusDays(-2), Of(9_000), "bank 1"));
            facts.Add(ContractFact.DepositToppedUp(term.Start.PlusDays(drawn.Next(60)), Of(9_000), "bank 2"));
        }

        if (drawn.Next(4) == 0)
        {
            facts.Add(ContractFact.Excused(null, new DateInterval(term.Start.PlusDays(9), term.Start.PlusDays(12)), "storm"));
        }
    }

    private static IEnumerable<DateInterval> Months(DateInterval term)
    {
        for (LocalDate start = term.Start; start <= term.End; start = new LocalDate(start.Year, start.Month, 1).PlusMonths(1))
        {
            yield return new DateInterval(start, LocalDate.Min(term.End, new LocalDate(start.Year, start.Month, 1).PlusMonths(1).PlusDays(-1)));
        }
    }

    private Money Amount(int least, int most) => Money.Of(_random.Next(least, most), _currency);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
