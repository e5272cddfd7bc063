using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Commissions;
using CsCheck;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Laws of tiers and plans, against an oracle that goes through the tiers one after another in fractions of whole numbers.</summary>
public sealed class CommissionLaws
{
    private static readonly Currency Cny = Currency.CNY;

    private static readonly Gen<Tier[]> Rates =
        from edges in Gen.Int[1, 40_000].Array[0, 6]
        from rates in Gen.Int[0, 300_000].Array[7]
        from flats in Gen.Int[0, 3].Array[7]
        from mins in Gen.Int[0, 60].Array[7]
        from kind in Gen.Int[0, 3].Array[7]
        select new[] { 0 }.Concat(edges.Distinct().OrderBy(e => e)).Select((edge, i) =>
        {
            Tier tier = Tier.From(edge).Percent(rates[i] / 10_000m);
            tier = flats[i] == 0 ? tier.Flat(edge % 97) : tier;
            tier = kind[i] is 1 or 3 ? tier.AtLeast(mins[i]) : tier;
            return kind[i] is 2 or 3 ? tier.AtMost(mins[i] + 40) : tier;
        }).ToArray();

    private static readonly Gen<Tier[]> Small =
        from widths in Gen.Int[1, 20].Array[0, 4]
        from rates in Gen.Int[0, 60].Array[5]
        from mins in Gen.Int[0, 4].Array[5]
        from kind in Gen.Int[0, 3].Array[5]
        select Enumerable.Range(0, widths.Length + 1).Select(i =>
        {
            Tier tier = Tier.From(widths.Take(i).Sum()).Percent(rates[i] / 2m);
            tier = kind[i] is 1 or 3 ? tier.AtLeast(mins[i]) : tier;
            return kind[i] is 2 or 3 ? tier.AtMost(mins[i] + 1) : tier;
        }).ToArray();

    private static readonly Gen<Tier[]> Plain = Rates.Select(tiers => tiers.Select(t => Tier.From(t.Lower).Percent(t.RatePercent!.Value)).ToArray());

    private static readonly Gen<decimal> Values = Gen.OneOf(Gen.Int[0, 60_000].Select(v => (decimal)v), Gen.Long[0, 60_000_000_000].Select(v => v / 1_000_000m), Gen.Long[0, long.MaxValue / 2].Select(v => v / 1_000m));

    [Fact]
    public void Every_mode_of_tiers_agrees_with_the_oracle() =>
        Gen.Select(Rates, Values, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 8]).Sample(
            (tiers, value, upper, whole, perTier, mode) =>
            {
                Edge edge = upper ? Edge.UpperIncluded : Edge.LowerIncluded;
                TierTable table = (whole ? TierTable.WholeAmount(edge, tiers) : TierTable.Graduated(edge, tiers)).OnZero(value % 2 == 0 ? ZeroValue.PaysNothing : ZeroValue.TouchesFirstTier);
                Rounding rounding = Rounding.All[mode];
                ResolvedPlan rules = Plan(table, rounding, perTier ? RoundingPlace.Tier : RoundingPlace.Statement);
                Money expected = Oracle(table, tiers, value, rounding, perTier);
                rules.Evaluate(Money.Of(value, Cny)).Should().Be(expected);
                CommissionStatement statement = rules.Explain(Facts(value));
                statement.Total.Should().Be(expected);
                Money.Sum(statement.Lines.Select(l => l.Amount), Cny).Should().Be(expected);
                Math.Abs(statement.Sum(LineKind.Rounding).Amount).Should().BeLessThan(perTier ? 0.08m : 0.0101m);
            },
            iter: Laws.Iterations);

    [Fact]
    public void Small_numbers_where_edges_minima_and_halves_are_common_agree_too() =>
        Gen.Select(Small, Gen.Int[0, 8_000].Select(v => v / 100m), Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 8]).Sample(
            (tiers, value, upper, whole, perTier, mode) =>
            {
                Edge edge = upper ? Edge.UpperIncluded : Edge.LowerIncluded;
                TierTable table = (whole ? TierTable.WholeAmount(edge, tiers) : TierTable.Graduated(edge, tiers)).OnZero(value % 2 == 0 ? ZeroValue.PaysNothing : ZeroValue.TouchesFirstTier);
                Rounding rounding = Rounding.All[mode];
                ResolvedPlan rules = Plan(table, rounding, perTier ? RoundingPlace.Tier : RoundingPlace.Statement);
                Money expected = Oracle(table, tiers, value, rounding, perTier);
                rules.Evaluate(Money.Of(value, Cny)).Should().Be(expected);
                CommissionStatement statement = rules.Explain(Facts(value));
                statement.Total.Should().Be(expected);
                Money.Sum(statement.Lines.Select(l => l.Amount), Cny).Should().Be(expected);
                Math.Abs(statement.Sum(LineKind.Rounding).Amount).Should().BeLessThan(perTier ? 0.08m : 0.0101m);
            },
            iter: Laws.Iterations);

    [Fact]
    public void Blocks_and_prices_agree_with_the_oracle() =>
        Gen.Select(Gen.Int[1, 900], Gen.Int[1, 5000], Gen.Int[0, 500], Gen.Long[0, 5_000_000_000], Gen.Int[0, 2]).Sample(
            (size, price, free, millionths, how) =>
            {
                var rounding = (BlockRounding)how;
                decimal value = millionths / 1_000_000m;
                ResolvedPlan rules = CommissionPlan.Define("p", Cny).Pay(TierTable.Packages(size, price / 100m, rounding, free), Basis.Units, Cycle.Month)
                    .Round(Rounding.HalfEven, RoundingPlace.Statement).Build().Resolve(default);
                decimal above = Math.Max(0m, value - free);
                decimal blocks = rounding switch { BlockRounding.Up => Math.Ceiling(above / size), BlockRounding.Down => Math.Floor(above / size), _ => Math.Floor(((2 * above) + size) / (2 * size)) };
                CommissionFacts facts = SampleFacts.Empty().With(Basis.Units, value);
                rules.Evaluate(facts).Should().Be(Money.Of(blocks * price / 100m, Cny));
                rules.Explain(facts).Total.Should().Be(rules.Evaluate(facts));
            },
            iter: Laws.Iterations);

    [Fact]
    public void Interpolated_and_curves_agree_with_the_oracle() =>
        Gen.Select(Gen.Int[1, 5000].Array[2, 5], Gen.Int[0, 9000].Array[5], Gen.Long[0, 20_000_000_000]).Sample(
            (widths, flats, millionths) =>
            {
                int[] edges = [0, .. widths.Select((_, i) => widths.Take(i + 1).Sum())];
                var value = new BigInteger(Math.Min(millionths, edges[^1] * 1_000_000L));
                TierTable steps = TierTable.Interpolated(Edge.LowerIncluded, widths.Select((w, i) => Tier.From(edges[i]).To(edges[i + 1]).Flat(flats[i])));
                TierTable curve = TierTable.Curve(AfterLast.Flat, edges.Select((e, i) => new CurvePoint(e, flats.Take(i).Sum())));
                (BigInteger top, BigInteger bottom) = (0, 1);
                for (int i = 0; i < widths.Length; i++)
                {
                    BigInteger part = BigInteger.Min(BigInteger.Max(value - (edges[i] * 1_000_000L), 0), widths[i] * 1_000_000L);
                    (top, bottom) = ((top * widths[i] * 1_000_000L) + (part * flats[i] * bottom), bottom * widths[i] * 1_000_000L);
                }

                Money expected = Money.Of((decimal)RoundedCents(top, bottom) / 100m, Cny);
                decimal x = (decimal)value / 1_000_000m;
                foreach (TierTable table in new[] { steps, curve })
                {
                    ResolvedPlan rules = Plan(table, Rounding.HalfAwayFromZero, RoundingPlace.Statement);
                    rules.Evaluate(Money.Of(x, Cny)).Should().Be(expected);
                    rules.Explain(Facts(x)).Total.Should().Be(expected);
                }
            },
            iter: Laws.Iterations);

    [Fact]
    public void Graduated_rates_never_fall_and_never_jump() =>
        Gen.Select(Plain, Values, Gen.Long[1, 1_000_000]).Sample(
            (tiers, value, step) =>
            {
                ResolvedPlan rules = Plan(TierTable.Graduated(Edge.LowerIncluded, tiers), Rounding.HalfAwayFromZero, RoundingPlace.Statement);
                Money less = rules.Evaluate(Money.Of(value, Cny));
                Money more = rules.Evaluate(Money.Of(value + (step / 1_000_000m), Cny));
                (more >= less).Should().BeTrue();
                (more - less).Amount.Should().BeLessThanOrEqualTo((step / 1_000_000m * 0.3m) + 0.01m);
            },
            iter: Laws.Iterations);

    [Fact]
    public void Increments_telescope_and_a_reversal_restores() =>
        Gen.Select(Rates, Gen.Long[1, 9_000_000_000].Array[1, 6], Gen.Bool).Sample(
            (tiers, steps, whole) =>
            {
                TierTable table = (whole ? TierTable.WholeAmount(Edge.LowerIncluded, tiers) : TierTable.Graduated(Edge.LowerIncluded, tiers)).OnZero(ZeroValue.TouchesFirstTier);
                ResolvedPlan rules = CommissionPlan.Define("p", Cny).Pay(table, Basis.NetRevenue, Cycle.Month).Accumulate(Accumulation.Cumulative)
                    .Cap(Money.Of(900m, Cny), Cycle.Month, Excess.Lost).Round(Rounding.HalfEven, RoundingPlace.Statement).Build().Resolve(default);
                Money sum = Money.Zero(Cny);
                decimal prior = 0m;
                foreach (long step in steps)
                {
                    CommissionFacts facts = Facts(step / 1_000_000m);
                    facts = prior == 0m ? facts : facts.WithPrior(Basis.NetRevenue, prior);
                    CommissionStatement statement = rules.Explain(facts);
                    statement.Total.Should().Be(rules.Evaluate(facts));
                    Money.Sum(statement.Lines.Select(l => l.Amount), Cny).Should().Be(statement.Total);
                    sum += statement.Total;
                    prior += step / 1_000_000m;
                }

                sum.Should().Be(rules.Evaluate(Facts(prior)));
                decimal last = steps[^1] / 1_000_000m;
                if (prior > last)
                {
                    Money there = rules.Evaluate(Facts(last).WithPrior(Basis.NetRevenue, prior - last));
                    Money back = rules.Evaluate(Facts(-last).WithPrior(Basis.NetRevenue, prior));
                    (there + back).IsZero.Should().BeTrue();
                }
            },
            iter: Laws.Iterations);

    [Fact]
    public void Mirrored_values_take_back_what_they_paid() =>
        Gen.Select(Rates, Values, Gen.Int[0, 8]).Sample(
            (tiers, value, mode) =>
            {
                TierTable table = TierTable.Graduated(Edge.LowerIncluded, tiers).OnZero(ZeroValue.PaysNothing).OnNegative(NegativeValue.Mirrored);
                ResolvedPlan rules = Plan(table, Rounding.All[mode], RoundingPlace.Statement);
                rules.Evaluate(Money.Of(-value, Cny)).Should().Be(-rules.Evaluate(Money.Of(value, Cny)));
                CommissionStatement statement = rules.Explain(Facts(-value));
                Money.Sum(statement.Lines.Select(l => l.Amount), Cny).Should().Be(statement.Total);
                statement.Verify().Should().BeEmpty();
            },
            iter: Laws.Iterations);

    [Fact]
    public void Tiers_in_any_order_make_the_same_plan() =>
        Gen.Select(Rates, Values).Sample(
            (tiers, value) =>
            {
                Money ordered = Plan(TierTable.Graduated(Edge.UpperIncluded, tiers).OnZero(ZeroValue.PaysNothing), Rounding.HalfUp, RoundingPlace.Tier).Evaluate(Money.Of(value, Cny));
                Plan(TierTable.Graduated(Edge.UpperIncluded, tiers.Reverse()).OnZero(ZeroValue.PaysNothing), Rounding.HalfUp, RoundingPlace.Tier).Evaluate(Money.Of(value, Cny)).Should().Be(ordered);
            },
            iter: Laws.Iterations);

    [Fact]
    public void Verify_accepts_statements_and_finds_any_changed_digit() =>
        Gen.Select(Rates, Values, Gen.Int[0, int.MaxValue]).Sample(
            (tiers, value, seed) =>
            {
                CommissionStatement statement = Plan(TierTable.Graduated(Edge.LowerIncluded, tiers).OnZero(ZeroValue.PaysNothing), Rounding.HalfUp, RoundingPlace.Statement).Explain(Facts(value));
                statement.Verify().Should().BeEmpty();
                char[] record = statement.ToRecord().ToCharArray();
                int[] digits = [.. Enumerable.Range(0, record.Length).Where(i => char.IsAsciiDigit(record[i]))];
                int at = digits[seed % digits.Length];
                record[at] = record[at] == '9' ? '0' : (char)(record[at] + 1);
                StatementRecord.Verify(new string(record)).Should().NotBeEmpty();
            },
            iter: Laws.Iterations);

    [Fact]
    public void Splits_and_instalments_lose_nothing() =>
        Gen.Select(Gen.Int[0, 1000].Array[1, 8], Gen.Long[-1_000_000_000, 1_000_000_000]).Sample(
            (weights, cents) =>
            {
                long sum = Math.Max(1, weights.Sum());
                long[] units = [.. weights.Select(w => w * 10_000_000_000L / sum)];
                units[^1] += 10_000_000_000L - units.Sum();
                Rate[] rates = [.. units.Select(Rate.OfTenBillionths)];
                Money total = Money.OfMinorUnits(cents, Cny);
                IReadOnlyList<PayoutShare> parts = PayoutSplit.Of([.. rates.Select((r, i) => ($"p{i}", r))]).Split(total, Rounding.HalfEven);
                Money.Sum(parts.Select(p => p.Amount), Cny).Should().Be(total);
                for (int i = 0; i < parts.Count; i++)
                {
                    decimal quota = total.Amount * rates[i].ToFraction();
                    Math.Abs(parts[i].Amount.Amount - quota).Should().BeLessThan(0.01m);
                }

                Money.Sum(InstalmentPlan.Of(rates).Schedule(total, Rounding.TowardZero), Cny).Should().Be(total);
            },
            iter: Laws.Iterations);

    private static CommissionFacts Facts(decimal value) => SampleFacts.Empty().With(Basis.NetRevenue, value);

    private static ResolvedPlan Plan(TierTable table, Rounding rounding, RoundingPlace place) =>
        CommissionPlan.Define("law", Cny).Pay(table, Basis.NetRevenue, Cycle.Month).Round(rounding, place).Build().Resolve(new LocalDate(2025, 1, 31));

    /// <summary>Fractions with the denominator 10^10, one tier after another.</summary>
    private static Money Oracle(TierTable table, Tier[] tiers, decimal value, Rounding rounding, bool perTier)
    {
        BigInteger x = new(value * 1_000_000m);
        BigInteger one = 10_000_000_000;
        if (x.IsZero && table.Zero == ZeroValue.PaysNothing)
        {
            return Money.Zero(Cny);
        }

        BigInteger total = 0;
        int reached = 0;
        for (int i = 1; i < tiers.Length; i++)
        {
            BigInteger edge = new(tiers[i].Lower * 1_000_000m);
            reached = table.Edge == Edge.LowerIncluded ? (x >= edge ? i : reached) : (x > edge ? i : reached);
        }

        for (int i = table.Mode == TierMode.WholeAmount ? reached : 0; i <= reached; i++)
        {
            BigInteger from = table.Mode == TierMode.WholeAmount ? 0 : new BigInteger(tiers[i].Lower * 1_000_000m);
            BigInteger to = i < reached ? new BigInteger(tiers[i + 1].Lower * 1_000_000m) : x;
            BigInteger line = (to - from) * new BigInteger(tiers[i].RatePercent!.Value * 100_000_000m); // millionths x 10^10
            if (tiers[i].Minimum is decimal least)
            {
                line = BigInteger.Max(line, new BigInteger(least) * 1_000_000 * one);
            }

            if (tiers[i].Maximum is decimal most)
            {
                line = BigInteger.Min(line, new BigInteger(most) * 1_000_000 * one);
            }

            line += new BigInteger(tiers[i].FlatAmount ?? 0m) * 1_000_000 * one;
            total += perTier ? Cents(line, one * 10_000, rounding.Mode) * one * 10_000 : line;
        }

        return Money.Of((decimal)Cents(total, one * 10_000, rounding.Mode) / 100m, Cny);
    }

    private static BigInteger RoundedCents(BigInteger top, BigInteger bottom) => Cents(top * 100, bottom, RoundingMode.HalfAwayFromZero);

    /// <summary>For values at or above 0, written without the library's own rounding.</summary>
    private static BigInteger Cents(BigInteger top, BigInteger bottom, RoundingMode mode)
    {
        BigInteger floor = top / bottom;
        BigInteger rest = top - (floor * bottom);
        int half = (2 * rest).CompareTo(bottom);
        bool up = mode switch
        {
            RoundingMode.HalfAwayFromZero or RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfEven => half > 0 || (half == 0 && !floor.IsEven),
            RoundingMode.HalfTowardZero or RoundingMode.HalfDown => half > 0,
            RoundingMode.AwayFromZero or RoundingMode.Ceiling => !rest.IsZero,
            _ => false,
        };
        return up ? floor + 1 : floor;
    }
}
