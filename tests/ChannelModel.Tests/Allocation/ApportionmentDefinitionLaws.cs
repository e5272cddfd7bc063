using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Signposts, and small apportionments within bounds, all of them, against the definitions written out: parts, queue, divisors, ties and margins.</summary>
public sealed class ApportionmentDefinitionLaws
{
    private static readonly long[][] WeightLists = [[1, 2, 3], [3, 3, 1], [2, 0, 2], [1, 1, 1], [7, 4, 2]];

    private static readonly (long Low, long? High)[] Bounds = [(0, null), (2, null), (0, 1), (1, 3)];

    [Theory]
    [InlineData("jefferson", "1 2 3 4")]
    [InlineData("webster", "1/2 3/2 5/2 7/2")]
    [InlineData("modified-saintelague", "7/10 3/2 5/2 7/2")]
    [InlineData("adams", "0 1 2 3")]
    [InlineData("dean", "0 4/3 12/5 24/7")]
    [InlineData("huntington-hill", "0 2 6 12")]
    [InlineData("stationary/1/3", "1/3 4/3 7/3 10/3")]
    [InlineData("stationary/0", "0 1 2 3")]
    [InlineData("stationary/1", "1 2 3 4")]
    [InlineData("webster-first/0", "0 3/2 5/2 7/2")]
    [InlineData("webster-first/1", "1 3/2 5/2 7/2")]
    public void Signposts_stand_where_the_textbooks_have_them(string name, string expected)
    {
        var method = ApportionmentMethod.Parse(name);
        string.Join(" ", Enumerable.Range(0, 4).Select(a => method.Signpost(a)).Select(at => Fraction.Of(at.Top, at.Bottom))).Should().Be(expected);
        method.HasDivisor.Should().BeTrue();
        method.GivesEachOne.Should().Be(expected.StartsWith("0 ", StringComparison.Ordinal), "a first signpost of 0 is reached by any weight");
        method.Power.Should().Be(name == "huntington-hill" ? 2 : 1);
    }

    [Fact]
    public void Hamilton_has_no_signposts()
    {
        ApportionmentMethod.Hamilton.HasDivisor.Should().BeFalse();
        ApportionmentMethod.Hamilton.GivesEachOne.Should().BeFalse();
        ((Action)(() => ApportionmentMethod.Hamilton.Signpost(BigInteger.One))).Should().ThrowExactly<InvalidOperationException>().WithMessage("Hamilton's method has no signposts.");
    }

    [Theory]
    [InlineData("jefferson")]
    [InlineData("webster")]
    [InlineData("modified-saintelague")]
    [InlineData("adams")]
    [InlineData("dean")]
    [InlineData("huntington-hill")]
    [InlineData("stationary/1/3")]
    [InlineData("webster-first/0")]
    public void A_divisor_method_gives_unit_by_unit_to_the_highest_claim(string name)
    {
        var method = ApportionmentMethod.Parse(name);
        foreach ((long[] weights, (long Low, long? High)[] bounds) in Cases())
        {
            for (long units = 0; units <= 9; units++)
            {
                BoundedLine<int, long>[] lines = Lines(weights, bounds);
                if (UnitByUnit(method, units, lines) is not long[] parts)
                {
                    ((Action)(() => Apportion.Within(method, units, lines))).Should().ThrowExactly<ArgumentException>();
                    continue;
                }

                string expected = Described(method, lines, parts);
                Described(Apportion.Within(method, units, lines)).Should().Be(expected, "{0} gives {1} so by {2}", name, units, Shown(lines));
            }
        }
    }

    [Fact]
    public void Hamilton_gives_what_the_quotas_leave_to_the_largest_remainders()
    {
        foreach ((long[] weights, (long Low, long? High)[] bounds) in Cases())
        {
            for (long units = 0; units <= 9; units++)
            {
                BoundedLine<int, long>[] lines = Lines(weights, bounds);
                if (BoundedSplit.Of(units, lines).Status == BoundedStatus.Split)
                {
                    Apportionment<int> made = Apportion.Within(ApportionmentMethod.Hamilton, units, lines);
                    made.Parts.Should().Equal(Hamilton(units, lines), "{0} are split so by {1}", units, Shown(lines));
                    (made.LowestDivisor, made.HighestDivisor, made.MarginOf(0)).Should().Be((null, null, null));
                }
            }
        }
    }

    [Fact]
    public void Hamilton_names_who_is_next_and_who_tied()
    {
        foreach (long[] weights in WeightLists)
        {
            for (long units = 0; units <= 9; units++)
            {
                Apportionment<int> made = Apportion.By(ApportionmentMethod.Hamilton, units, weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, weight)));
                long[] rest = [.. weights.Select(weight => units * weight % weights.Sum())];
                int[] ranked = [.. Enumerable.Range(0, 3).Where(i => weights[i] > 0).OrderByDescending(i => rest[i])];
                int given = (int)(rest.Sum() / weights.Sum());
                int[] last = [.. ranked.Take(given).Where(i => rest[i] == rest[ranked[given - 1]])];
                int[] next = [.. ranked.Skip(given).Where(i => rest[i] > 0 && rest[i] == rest[ranked[given]])];
                made.LastServed.Should().Equal(last);
                made.NextInQueue.Should().Equal(next, "{0} by {1}", units, string.Join(":", weights));
                made.IsTied.Should().Be(last.Length > 0 && next.Length > 0 && rest[last[0]] == rest[next[0]]);
                made.Tied.Should().Equal(made.IsTied ? last.Concat(next).OrderBy(i => i) : []);
            }
        }
    }

    [Fact]
    public void Bounds_move_Hamiltons_quotas_or_replace_them()
    {
        // Quotas 5, 3, 2.
        Hamilton(("a", null, null), ("b", null, null), ("c", null, null)).Should().Equal(5, 3, 2);

        // c takes 2 more than is there: 6 units by 5 to 3 are 3.75 and 2.25.
        Hamilton(("a", null, null), ("b", null, null), ("c", 4L, null)).Should().Equal(4, 2, 4);

        // a leaves 2: one each, remainders are 0 both.
        Hamilton(("a", null, 3L), ("b", null, null), ("c", null, null)).Should().Equal(3, 4, 3);

        // a leaves 3 for two lines: 8 units by 3 to 2 are 4.8 and 3.2.
        Hamilton(("a", null, 2L), ("b", null, null), ("c", null, null)).Should().Equal(2, 5, 3);

        // At its bound already: b stays there.
        Hamilton(("a", null, 4L), ("b", null, 3L), ("c", null, null)).Should().Equal(4, 3, 3);
        Hamilton(("a", 5L, null), ("b", 3L, null), ("c", 2L, null)).Should().Equal(5, 3, 2);

        // What the bounds add is just what was left: nothing remains to be given, though the quotas have remainders.
        Apportion.Within(ApportionmentMethod.Hamilton, 102, [new BoundedLine<string, long>("a", 1009), new("b", 9), new("c", 2), new("d", 0, 2)]).Parts.Should().Equal(100, 0, 0, 2);

        // d takes 4 more: 5 units for three lines of the same weight are 1.67 each.
        Apportionment<string> tied = Apportion.Within(ApportionmentMethod.Hamilton, 10, [new BoundedLine<string, long>("a", 3), new("b", 3), new("c", 3), new("d", 1, 5)]);
        tied.Parts.Should().Equal(2, 2, 1, 5);
        tied.LastServed.Should().Equal("a", "b");
        tied.NextInQueue.Should().Equal("c");

        static IEnumerable<long> Hamilton(params (string Key, long? Low, long? High)[] lines) =>
            Apportion.Within(ApportionmentMethod.Hamilton, 10, lines.Select((line, i) => new BoundedLine<string, long>(line.Key, new[] { 5, 3, 2 }[i], line.Low, line.High))).Parts;
    }

    [Theory]
    [InlineData("jefferson")]
    [InlineData("webster")]
    [InlineData("modified-saintelague")]
    [InlineData("adams")]
    [InlineData("dean")]
    [InlineData("huntington-hill")]
    [InlineData("stationary/1/3")]
    [InlineData("webster-first/0")]
    public void A_margin_is_the_least_weight_that_wins_against_every_tie(string name)
    {
        var method = ApportionmentMethod.Parse(name);
        long[] some = [1, 2, 5];
        foreach (long[] weights in some.SelectMany(a => some.SelectMany(b => some.Append(0).Select(c => new[] { a, b, c }))))
        {
            for (long units = 3; units <= 7; units++)
            {
                // Line 2 has the largest key, and so loses every tie.
                long present = Parts(units, weights)[2];
                long more = 0;
                while (more < 60 && Parts(units, [weights[0], weights[1], weights[2] + more])[2] <= present)
                {
                    more++;
                }

                Fraction? margin = Apportion.By(method, units, weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, weight))).MarginOf(2);
                margin.Should().Be(more < 60 ? (Fraction)more : (Fraction?)null, "{0} units by {1}", units, string.Join(":", weights));
            }
        }

        IReadOnlyList<long> Parts(long units, long[] weights) => Apportion.By(method, units, weights.Select((weight, i) => new KeyValuePair<int, Fraction>(i, weight))).Parts;
    }

    [Fact]
    public void Margins_of_square_roots_are_exact_for_numbers_of_any_size()
    {
        // a has three units, b one: b's second claim b^2 / 2 must be above a's third, a^2 / 6.
        foreach (BigInteger a in Enumerable.Range(3, 60).Select(i => (BigInteger)i).Concat([BigInteger.Pow(10, 9) + 7, BigInteger.Pow(2, 64), BigInteger.Pow(10, 40) + 1, BigInteger.Pow(3, 200)]))
        {
            Apportionment<string> made = Apportion.By(ApportionmentMethod.HuntingtonHill, 4, ("a", Fraction.Of(a, 1)), ("b", 1));
            made.Parts.Should().Equal(3, 1);
            BigInteger enough = made.MarginOf("b")!.Value.Numerator + 1;
            (3 * enough * enough).Should().BeGreaterThan(a * a);
            (3 * (enough - 1) * (enough - 1)).Should().BeLessThanOrEqualTo(a * a);
        }
    }

    [Fact]
    public void No_weight_helps_a_line_at_its_maximum_or_one_that_has_all()
    {
        Apportionment<string> made = Apportion.Within(ApportionmentMethod.Webster, 6, [new BoundedLine<string, long>("a", 1, maximum: 2), new("b", 1), new("c", 1, maximum: 9)]);
        made.Parts.Should().Equal(2, 2, 2);
        made.MarginOf("a").Should().BeNull();
        made.MarginOf("b").Should().Be((Fraction)1, "2 / 2.5 is above 1 / 1.5");
        made.MarginOf("c").Should().Be((Fraction)1, "its maximum is 9");
        Apportion.By(ApportionmentMethod.Webster, 6, ("a", 1)).MarginOf("a").Should().BeNull();
        Apportion.Within(ApportionmentMethod.Webster, 6, [new BoundedLine<string, long>("a", 1), new("b", 1, 3)]).MarginOf("a").Should().BeNull("b has its minimum, which no weight takes away");
    }

    private static IEnumerable<(long[] Weights, (long Low, long? High)[] Bounds)> Cases() =>
        from weights in WeightLists
        from a in Bounds
        from b in Bounds
        let c = Bounds[weights[0] == 1 ? 1 : 0]
        select (weights, new[] { a, b, c });

    private static BoundedLine<int, long>[] Lines(long[] weights, (long Low, long? High)[] bounds) =>
        [.. weights.Select((weight, i) => new BoundedLine<int, long>(i, weight, bounds[i].Low, bounds[i].High))];

    private static string Shown(BoundedLine<int, long>[] lines) => string.Join(", ", lines.Select(line => $"{line.Weight} [{line.Minimum}, {line.Maximum}]"));

    private static long[]? UnitByUnit(ApportionmentMethod method, long units, BoundedLine<int, long>[] lines)
    {
        long[] parts = [.. lines.Select(line => Least(method, line))];
        for (long left = units - parts.Sum(); left != 0; left--)
        {
            int[] open = [.. Enumerable.Range(0, parts.Length).Where(i => !lines[i].Weight.IsZero && !(parts[i] >= lines[i].Maximum))];
            if (left < 0 || open.Length == 0)
            {
                return null;
            }

            parts[open.OrderByDescending(i => Claim(method, lines[i], parts[i])).First()]++;
        }

        return parts;
    }

    private static long Least(ApportionmentMethod method, BoundedLine<int, long> line) => method.GivesEachOne && !line.Weight.IsZero && line.Maximum != 0 ? Math.Max(1, line.Minimum!.Value) : line.Minimum!.Value;

    private static Fraction Claim(ApportionmentMethod method, BoundedLine<int, long> line, long count)
    {
        (BigInteger top, BigInteger bottom) = method.Signpost(count);
        return Fraction.Of(BigInteger.Pow(line.Weight.Numerator, method.Power) * bottom, top);
    }

    private static string Described(ApportionmentMethod method, BoundedLine<int, long>[] lines, long[] parts)
    {
        Dictionary<int, Fraction> next = Enumerable.Range(0, parts.Length).Where(i => !lines[i].Weight.IsZero && !(parts[i] >= lines[i].Maximum)).ToDictionary(i => i, i => Claim(method, lines[i], parts[i]));
        Dictionary<int, Fraction> last = Enumerable.Range(0, parts.Length).Where(i => !lines[i].Weight.IsZero && parts[i] > Least(method, lines[i])).ToDictionary(i => i, i => Claim(method, lines[i], parts[i] - 1));
        Fraction? low = next.Count > 0 ? next.Values.Max() : null;
        Fraction? high = last.Count > 0 ? last.Values.Min() : null;
        return Text(parts, next.Where(claim => claim.Value == low).Select(claim => claim.Key), last.Where(claim => claim.Value == high).Select(claim => claim.Key), low, high, low is not null && low == high);
    }

    private static string Described(Apportionment<int> made) =>
        Text(made.Parts, made.NextInQueue, made.LastServed, Bound(made.LowestDivisor, made), Bound(made.HighestDivisor, made), made.IsTied);

    private static Fraction? Bound(ApportionmentDivisor? divisor, Apportionment<int> made) => made.Method.Power == 2 ? divisor?.Square : divisor?.Value;

    private static string Text(IEnumerable<long> parts, IEnumerable<int> next, IEnumerable<int> last, Fraction? low, Fraction? high, bool tied) =>
        $"{string.Join(", ", parts)}; next {string.Join(", ", next)}; last {string.Join(", ", last)}; from {low} to {high}; {tied}";

    private static long[] Hamilton(long units, BoundedLine<int, long>[] lines)
    {
        BigInteger sum = lines.Aggregate(BigInteger.Zero, (all, line) => all + line.Weight.Numerator);
        Fraction[] quotas = [.. lines.Select(line => Fraction.Of(units * line.Weight.Numerator, sum))];
        long[] parts = [.. quotas.Select((quota, i) => Math.Min(lines[i].Maximum ?? long.MaxValue, Math.Max(lines[i].Minimum!.Value, (long)quota.ToDecimal(0, RoundingMode.Floor))))];
        int[] free = [.. Enumerable.Range(0, lines.Length).Where(i => !lines[i].Weight.IsZero && quotas[i] >= lines[i].Minimum!.Value && !(quotas[i].ToDecimal(0, RoundingMode.Floor) >= lines[i].Maximum))];
        long left = units - parts.Sum();
        if (left < 0 || left > free.Length)
        {
            return [.. BoundedSplit.Of(units, lines).Parts];
        }

        foreach (int i in free.OrderByDescending(i => quotas[i].ToDecimal(20) - Math.Floor(quotas[i].ToDecimal(20))).Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }
}
