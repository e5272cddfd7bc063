using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>
/// Golden/commission.json: numbers that vendors and users publish for their own engines, with the source of each. Every case goes through the
/// public API; the test only translates its words. Where a source printed a wrong number, the recomputed one is expected.
/// </summary>
public sealed class GoldenCommissionTests
{
    private static readonly Currency Usd = Currency.USD;
    private static readonly Rounding Fine = Rounding.HalfAwayFromZero.WithScale(6);
    private static readonly Dictionary<string, JsonElement> Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "commission.json")))
        .RootElement.GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string>> Ids() => Cases.Keys.Select(id => new TheoryDataRow<string>(id));

    [Fact]
    public void All_cases_are_there() => Cases.Count.Should().BeGreaterThanOrEqualTo(135);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case(string id)
    {
        JsonElement plan = Cases[id].GetProperty("plan");
        JsonElement inputs = Cases[id].GetProperty("inputs");
        JsonElement expected = Cases[id].GetProperty("expected");
        string mode = plan.GetProperty("mode").GetString()!;
        if (!Settled(mode, plan, inputs, expected))
        {
            Rated(mode, plan, inputs, expected);
        }
    }

    private static void Rated(string mode, JsonElement plan, JsonElement inputs, JsonElement expected)
    {
        CommissionPlan built = GoldenPlans.Build(mode, plan, inputs);
        ResolvedPlan rules = built.Resolve(new LocalDate(2025, 1, 31));
        CommissionFacts facts = GoldenPlans.Facts(built, plan, inputs);
        CommissionStatement statement = rules.Explain(facts);

        statement.Total.Should().Be(M(expected, "commission"));
        rules.Evaluate(facts).Should().Be(statement.Total);
        Money.Sum(statement.Lines.Select(line => line.Amount), Usd).Should().Be(statement.Total);
        statement.Verify().Should().BeEmpty();
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            switch (property.Name)
            {
                case "commission" or "exact":
                    break;
                case "perTransaction" when built.Accumulation == Accumulation.PerRecord:
                    statement.Facts.Records.Select(r => statement.SumOfRecord(r.Id)).Should().Equal(Many(property.Value));
                    break;
                case "perTransaction":
                    Increments(built, inputs).Should().Equal(Many(property.Value));
                    break;
                case "perTier":
                    Money[] tiers = Many(property.Value);
                    int first = built.Accumulation == Accumulation.Cumulative ? 3 : 1;
                    Enumerable.Range(first, tiers.Length).Select(t => statement.SumOfTier(t)).Select(m => built.RoundingPlace == RoundingPlace.Tier ? m.Round(built.Rounding) : m).Should().Equal(tiers);
                    break;
                case "withheldByCap":
                    (-statement.Sum(LineKind.Cap)).Should().Be(M(property.Value));
                    break;
                case "gross" when plan.TryGetProperty("floor", out _):
                    (statement.Total - statement.Sum(LineKind.Floor)).Should().Be(M(property.Value));
                    break;
                case "gross":
                    (statement.Total - statement.Sum(LineKind.Cap)).Should().Be(M(property.Value));
                    break;
                case "topUp":
                    statement.Sum(LineKind.Floor).Should().Be(M(property.Value));
                    break;
                case "reversal":
                    statement.SumOfPrior().Should().Be(M(property.Value));
                    break;
                case "rebook":
                    (statement.Total - statement.SumOfPrior()).Should().Be(M(property.Value));
                    break;
                case "rate":
                    statement.Lines.Single(line => line.Kind == LineKind.Tier).Rate.Should().Be(Rate.Fraction(D(property.Value)).ToString());
                    break;
                case "committed":
                    statement.SumOfTier(1).Should().Be(M(property.Value));
                    break;
                case "overage":
                    statement.SumOfTier(2).Should().Be(M(property.Value));
                    break;
                default:
                    Assert.Fail($"'{property.Name}' is expected but not looked at.");
                    break;
            }
        }
    }

    private static IEnumerable<Money> Increments(CommissionPlan plan, JsonElement inputs)
    {
        ResolvedPlan rules = plan.Resolve(new LocalDate(2025, 1, 31));
        decimal prior = 0m;
        foreach (JsonElement value in inputs.GetProperty("transactions").EnumerateArray())
        {
            yield return prior == 0m ? rules.Evaluate(GoldenPlans.Empty().With(Basis.NetRevenue, D(value))) - Money.Zero(Usd)
                : rules.Evaluate(GoldenPlans.Empty().With(Basis.NetRevenue, D(value)).WithPrior(Basis.NetRevenue, prior));
            prior += D(value);
        }
    }

    private static bool Settled(string mode, JsonElement plan, JsonElement inputs, JsonElement expected)
    {
        switch (mode)
        {
            case "draw" or "advanceOnTop":
                DrawKind kind = mode == "advanceOnTop" ? DrawKind.AdvanceOnTop : plan.GetProperty("kind").GetString() switch { "recoverable" => DrawKind.Recoverable, "nonRecoverable" => DrawKind.NonRecoverable, _ => DrawKind.BalanceForgiven };
                Money amount = mode == "advanceOnTop" ? M(plan.GetProperty("advance")[0]) : M(plan, "drawPerPeriod");
                int from = mode == "advanceOnTop" ? 2 : plan.TryGetProperty("recoveryStartsAtPeriod", out JsonElement start) ? start.GetInt32() : 1;
                int? last = mode == "advanceOnTop" ? 1 : kind == DrawKind.BalanceForgiven ? inputs.GetProperty("earnings").GetArrayLength() : null;
                Rate recovers = plan.TryGetProperty("recoveryShare", out JsonElement part) ? Rate.Fraction(D(part)) : Rate.One;
                var draw = new Draw(kind, amount, from, recovers, last);
                IReadOnlyList<DrawPeriod> periods = draw.SettleAll(Many(inputs.GetProperty("earnings")), Money.Zero(Usd), Rounding.HalfAwayFromZero);
                periods.Select(p => p.Paid).Should().Equal(Many(expected.GetProperty("paid")));
                periods.Select(p => p.Balance).Should().Equal(Many(expected.GetProperty("endingBalance")));
                return true;
            case "advanceSettle":
                new Draw(DrawKind.AdvanceSettled, M(plan, "advance"), 1, Rate.One).Settle(1, M(inputs, "value"), Money.Zero(Usd), Fine).Paid.Should().Be(M(expected, "dueNow"));
                return true;
            case "advanceRecoupment":
                AdvanceRecoupment position = AdvanceRecoupment.Of(M(plan, "guarantee"), M(inputs, "paidToDate"), M(inputs, "earnedToDate"));
                position.DueNow.Should().Be(M(expected, "dueNow"));
                position.RemainingGuarantee.Should().Be(M(expected, "remainingGuarantee"));
                return true;
            case "split" or "override":
                (string Party, Rate Share)[] shares = [.. plan.GetProperty("shares").EnumerateObject().Select(s => (s.Name, Rate.Fraction(D(s.Value))))];
                Money total = mode == "override" ? M(inputs, "value") : Flat(D(plan, "rate")).Resolve(default).Evaluate(M(inputs, "value"));
                IReadOnlyList<PayoutShare> parts = PayoutSplit.Of(shares).Split(total, Rounding.HalfAwayFromZero);
                parts.ToDictionary(p => p.Party, p => p.Amount).Should().Equal(expected.GetProperty("shares").EnumerateObject().ToDictionary(s => s.Name, s => M(s.Value)));
                Money.Sum(parts.Select(p => p.Amount), Usd).Should().Be(M(expected, "commission"));
                return true;
            case "splitMixed":
                SplitMixed(plan, inputs, expected);
                return true;
            case "chainedRates" or "cascade":
                Rate[] rates = [.. plan.GetProperty("rates").EnumerateArray().Select(r => Rate.Fraction(D(r)))];
                bool less = plan.TryGetProperty("subtractLowerLevel", out JsonElement subtract) && subtract.GetBoolean();
                var cascade = Cascade.Of(mode != "cascade" ? CascadeBasis.CommissionBelow : less ? CascadeBasis.LessLowerLevels : CascadeBasis.SameValue, rates);
                if (mode == "cascade")
                {
                    cascade.Pay(M(inputs, "value"), Rounding.HalfAwayFromZero).Should().Equal(Many(expected.GetProperty("perLevel")));
                    Money.Sum(cascade.Pay(M(inputs, "value"), Rounding.HalfAwayFromZero), Usd).Should().Be(M(expected, "commission"));
                }
                else
                {
                    cascade.PayTop(M(inputs, "value"), Rounding.HalfAwayFromZero).Should().Be(M(expected, "commission"));
                }

                return true;
            case "clawback":
                ClawedBack(plan, inputs, expected);
                return true;
            case "schedule":
                Rate[] weights = [.. plan.GetProperty("weights").EnumerateArray().Select(w => Rate.Fraction(D(w)))];
                IReadOnlyList<Money> schedule = InstalmentPlan.Of(weights).Schedule(M(inputs, "value"), plan.TryGetProperty("rounding", out JsonElement cut) ? GoldenPlans.RoundingOf(cut) : Rounding.TowardZero);
                schedule.Should().Equal(Many(expected.GetProperty("perInstalment")));
                Money.Sum(schedule, Usd).Should().Be(M(expected, "commission"));
                return true;
            case "offsetFifo":
                BalanceOffset offset = BalanceOffset.OldestFirst(Many(inputs.GetProperty("receivables")), Many(inputs.GetProperty("payables")));
                offset.Taken.Should().Equal(Many(expected.GetProperty("offsets")));
                offset.Paid.Should().Equal(Many(expected.GetProperty("netPaid")));
                return true;
            case "proRataOnCollection":
                IReadOnlyList<Money> released = InstalmentPlan.ReleaseOnCollection(M(inputs, "commission"), M(inputs, "invoice"), Many(inputs.GetProperty("payments")), Rounding.HalfAwayFromZero);
                released.Should().Equal(Many(expected.GetProperty("perPayment")));
                Money.Sum(released, Usd).Should().Be(M(expected, "commission"));
                return true;
            case "quotaProration":
                Rate[] quarters = [.. plan.GetProperty("quarterWeights").EnumerateArray().Select(w => Rate.Fraction(D(w)))];
                int[] day = [.. plan.GetProperty("start").GetString()!.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
                var active = new DateInterval(new LocalDate(2025, day[0], day[1]), new LocalDate(2025, 12, 31));
                bool byDay = plan.GetProperty("granularity").GetString() == "day";
                (byDay ? QuotaProration.ByDays(M(plan, "annualQuota"), quarters, active, Rounding.HalfAwayFromZero) : QuotaProration.ByMonths(M(plan, "annualQuota"), quarters, active, Rounding.HalfAwayFromZero))
                    .Should().Be(M(expected, "quota"));
                return true;
            default:
                return false;
        }
    }

    private static void SplitMixed(JsonElement plan, JsonElement inputs, JsonElement expected)
    {
        JsonProperty[] roles = [.. plan.GetProperty("shares").EnumerateObject()];
        IReadOnlyList<PayoutShare> credits = PayoutSplit.OfCredit([.. roles.Select(r => (r.Name, Rate.Fraction(D(r.Value, "credit"))))]).Credit(M(inputs, "value"), Rounding.HalfAwayFromZero);
        Money sum = Money.Zero(Usd);
        foreach ((JsonProperty role, PayoutShare credit) in roles.Zip(credits))
        {
            CommissionPlan own = CommissionPlan.Define(role.Name, Usd)
                .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0m).Percent(D(role.Value, "rate") * 100m).Flat(D(role.Value, "flat"))).OnZero(ZeroValue.PaysNothing), Basis.NetRevenue, Cycle.Month)
                .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement)
                .Build();
            Money pays = own.Resolve(default).Evaluate(credit.Amount);
            pays.Should().Be(M(expected.GetProperty("shares"), role.Name));
            sum += pays;
        }

        sum.Should().Be(M(expected, "commission"));
    }

    private static void ClawedBack(JsonElement plan, JsonElement inputs, JsonElement expected)
    {
        Rate share = Rate.Fraction(D(plan, "rate"));
        Money unpaid = inputs.TryGetProperty("earnedUnpaid", out JsonElement open) ? M(open) : Money.Zero(Usd);
        ClawbackResult result;
        if (plan.TryGetProperty("byCause", out JsonElement cause))
        {
            result = Clawback.None.ForCause(cause.GetString()!, share).BecauseOf(cause.GetString()!, M(inputs, "paid"), unpaid, Rounding.HalfAwayFromZero);
        }
        else if (plan.TryGetProperty("schedule", out JsonElement stated))
        {
            (Clawback schedule, int month) = ScheduleOf(stated.GetString()!, share);
            result = schedule.After(month, M(inputs, "paid"), unpaid, Rounding.HalfAwayFromZero);
            result.Share.Should().Be(share);
        }
        else
        {
            result = Clawback.None.Through(int.MaxValue, share).After(0, M(inputs, "paid"), unpaid, Rounding.HalfAwayFromZero);
        }

        result.Amount.Should().Be(M(expected, "commission"));
        if (expected.TryGetProperty("cancelledUnpaid", out JsonElement cancelled))
        {
            result.CancelledUnpaid.Should().Be(M(cancelled));
        }
    }

    /// <summary>Reads such as <c>0-6:70%,7-12:40%,13+:0%; withdrawal 100%</c>, and finds a month in the window of a share.</summary>
    private static (Clawback Schedule, int Month) ScheduleOf(string text, Rate share)
    {
        Clawback schedule = Clawback.None;
        int month = -1;
        string[] parts = [.. text.Split(';').Select(part => part.Trim())];
        foreach (string[] window in parts[0].Split(',').Select(w => w.Split(':')))
        {
            int[] ends = [.. window[0].Split('-', '+').Where(e => e.Length > 0).Select(e => int.Parse(e, CultureInfo.InvariantCulture))];
            Rate taken = Rate.Parse(window[1]);
            schedule = schedule.Through(ends.Length > 1 ? ends[1] : int.MaxValue, taken);
            month = taken == share ? ends[0] : month;
        }

        schedule = parts.Skip(1).Select(cause => cause.Split(' ')).Aggregate(schedule, (all, cause) => all.ForCause(cause[0], Rate.Parse(cause[1])));
        month.Should().BeGreaterThanOrEqualTo(0, "the share {0} stands in {1}", share, text);
        return (schedule, month);
    }

    private static CommissionPlan Flat(decimal fraction) => CommissionPlan.Define("flat", Usd)
        .Pay(TierTable.Percent(fraction * 100m), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();

    private static decimal D(JsonElement value) => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static decimal D(JsonElement parent, string name) => D(parent.GetProperty(name));

    private static Money M(JsonElement value) => Money.Of(D(value), Usd);

    private static Money M(JsonElement parent, string name) => M(parent.GetProperty(name));

    private static Money[] Many(JsonElement values) => [.. values.EnumerateArray().Select(M)];
}
