using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The methods as values: names, laws, and what is refused.</summary>
public sealed class ApportionmentMethodTests
{
    [Fact]
    public void Hamilton_claims_the_quota_and_the_others_that_no_unit_is_lost_when_there_are_more()
    {
        SplitLaw[] both = [SplitLaw.Sum, SplitLaw.NoOppositeSign, SplitLaw.ZeroGetsZero, SplitLaw.OrderIndependent, SplitLaw.LargerGetsNoLess];
        ApportionmentMethod.Hamilton.Laws.Should().BeEquivalentTo(both.Append(SplitLaw.Quota));
        ApportionmentMethod.Dean.Laws.Should().BeEquivalentTo(both.Append(SplitLaw.HouseMonotone));
        ApportionmentMethod.Hamilton.Keeps(SplitLaw.Quota).Should().BeTrue();
        ApportionmentMethod.Hamilton.Keeps(SplitLaw.HouseMonotone).Should().BeFalse();
    }

    [Fact]
    public void Names_and_other_names_are_fixed()
    {
        ApportionmentMethod.All.Select(method => (method.Name, method.Alias)).Should().Equal(
            ("jefferson", "dhondt"), ("webster", "saintelague"), ("modified-saintelague", null), ("adams", null), ("dean", null), ("huntington-hill", null), ("hamilton", "largest-remainder"));
        ApportionmentMethod.TryParse("dhondt", out ApportionmentMethod? method).Should().BeTrue();
        method.Should().BeSameAs(ApportionmentMethod.Jefferson);
        ApportionmentMethod.Parse("stationary/0.5").ToString().Should().Be("stationary/1/2");
        ApportionmentMethod.WebsterWithFirst(0.25m).ToString().Should().Be("webster-first/1/4");
        ValueLaws.Apart(() => ApportionmentMethod.Dean, () => ApportionmentMethod.Stationary(0.5m), () => ApportionmentMethod.Stationary(0.6m), () => ApportionmentMethod.WebsterWithFirst(0.5m));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Webster")]
    [InlineData("stationary")]
    [InlineData("stationary/")]
    [InlineData("stationary/x")]
    [InlineData("stationary/-1/2")]
    [InlineData("stationary/1.01")]
    [InlineData("webster-first/-1")]
    [InlineData("webster-first/2")]
    [InlineData("xstationary/1")]
    [InlineData("STATIONARY/1")]
    public void Other_names_are_no_methods(string? text)
    {
        ApportionmentMethod.TryParse(text, out ApportionmentMethod? method).Should().BeFalse();
        method.Should().BeNull();
        if (text is not null)
        {
            ((Action)(() => ApportionmentMethod.Parse(text))).Should().ThrowExactly<FormatException>().WithMessage(
                $"'{text}' is not a method; expected one of jefferson, webster, modified-saintelague, adams, dean, huntington-hill, hamilton, or stationary/ or webster-first/ and a fraction from 0 to 1.");
        }
    }

    [Fact]
    public void A_signpost_lies_between_0_and_1()
    {
        foreach (Fraction outside in new[] { Fraction.Of(-1, 9), Fraction.Of(10, 9) })
        {
            foreach (Func<Fraction, ApportionmentMethod> make in new Func<Fraction, ApportionmentMethod>[] { ApportionmentMethod.Stationary, ApportionmentMethod.WebsterWithFirst })
            {
                ((Action)(() => make(outside))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("signpost").WithMessage("Expected a fraction from 0 to 1.*").Which.ActualValue.Should().Be(outside);
            }
        }
    }

    [Fact]
    public void A_hurdle_is_a_share_that_is_reached_or_not()
    {
        KeyValuePair<string, Fraction>[] votes = [new("a", 5), new("b", 3), new("c", 2)];
        Above(0).Should().Equal(5, 3, 2);
        Above(0.2m).Should().Equal(5, 3, 2);
        Above(Fraction.Of(21, 100)).Should().Equal(5, 3, 0);
        Above(0.5m).Should().Equal(5, 0, 0);
        Above(1).Should().Equal(0, 0, 0);
        Apportion.WithHurdle(1, [votes[1]]).Single().Should().Be(votes[1]);
        Apportion.WithHurdle(0.3m, votes).Select(line => line.Key).Should().Equal("a", "b", "c");
        Apportion.WithHurdle<string>(Fraction.Of(1, 2), [new("a", Fraction.Of(1, 2)), new("b", Fraction.Of(1, 3)), new("c", Fraction.Of(1, 6))]).Select(line => line.Value).Should().Equal(Fraction.Of(1, 2), 0, 0);
        foreach (Fraction share in new[] { Fraction.Of(-1, 100), Fraction.Of(101, 100) })
        {
            ((Action)(() => Above(share))).Should().ThrowExactly<ArgumentOutOfRangeException>().WithParameterName("share").WithMessage("Expected a share from 0 to 1.*").Which.ActualValue.Should().Be(share);
        }

        Fraction[] Above(Fraction share) => [.. Apportion.WithHurdle(share, votes).Select(line => line.Value)];
    }

    [Fact]
    public void Units_that_do_not_fit_are_refused_with_side_amount_and_lines()
    {
        Refused(() => Apportion.By(ApportionmentMethod.Webster, -1, ("a", 1)), "Expected 0 or more units.*").Should().BeOfType<ArgumentOutOfRangeException>().Which.ActualValue.Should().Be(-1L);
        BoundedLine<string, long>[] held = [new("a", 1, 2), new("b", 1), new("c", 1, 3, 4)];
        Refused(() => Apportion.Within(ApportionmentMethod.Webster, 4, held), "4 units are 1 below the minimums, which come to 5 (a, c); expected a number of units within the bounds.*");
        Refused(() => Apportion.Within(ApportionmentMethod.Dean, 4, held), "4 units are 2 below the minimums, which come to 6 (a, b, c); dean gives every weight above 0 at least 1; expected a number of units within the bounds.*");
        Apportion.Within(ApportionmentMethod.Webster, 5, held).Parts.Should().Equal(2, 0, 3);
        BoundedLine<string, long>[] capped = [new("a", 1, maximum: 2), new("b", 0), new("c", 1, 3, 4)];
        Refused(() => Apportion.Within(ApportionmentMethod.Adams, 7, capped), "7 units are 1 above the maximums, which come to 6 (a, b, c); expected a number of units within the bounds.*");
        Apportion.Within(ApportionmentMethod.Adams, 6, capped).Parts.Should().Equal(2, 0, 4);
        Refused(
            () => Apportion.Within(ApportionmentMethod.Webster, 0, Enumerable.Range(1, 11).Select(i => new BoundedLine<int, long>(i, 1, 1))),
            "0 units are 11 below the minimums, which come to 11 (1, 2, 3, 4, 5, 6, 7, 8, 9, 10); expected a number of units within the bounds.*");

        // A line that may have none gets none, whatever the method wants for it; nor does a weight of 0.
        Apportion.Within(ApportionmentMethod.Adams, 1, [new BoundedLine<string, long>("a", 9, maximum: 0), new("b", 1), new("c", 0)]).Parts.Should().Equal(0, 1, 0);
        Apportion.Within(ApportionmentMethod.Adams, 5, [new BoundedLine<string, long>("a", 9, 3), new("b", 1)]).Parts.Should().Equal(4, 1);

        static ArgumentException Refused(Action made, string message) => made.Should().Throw<ArgumentException>().WithParameterName("units").WithMessage(message).Which;
    }

    [Fact]
    public void An_apportionment_lists_its_parts_and_answers_for_each_line()
    {
        Apportionment<string> seats = Apportion.By(ApportionmentMethod.Webster, 3, ("b", Fraction.Of(3, 2)), ("a", 1), ("c", 0));
        seats.Method.Should().BeSameAs(ApportionmentMethod.Webster);
        seats.Total.Should().Be(3);
        seats.Count.Should().Be(3);
        seats.Keys.Should().Equal("b", "a", "c");
        seats.Should().Equal(new KeyValuePair<string, long>("b", 2), new KeyValuePair<string, long>("a", 1), new KeyValuePair<string, long>("c", 0));
        ((System.Collections.IEnumerable)seats).Cast<KeyValuePair<string, long>>().Should().Equal(seats);
        seats["b"].Should().Be(2);
        seats.Keys.Select(seats.QuotaOf).Should().Equal(Fraction.Of(9, 5), Fraction.Of(6, 5), 0);

        // Claims: b 3, 1, 3/5; a 2, 2/3.
        seats.HighestDivisor!.Value.ToString().Should().Be("1");
        seats.LowestDivisor!.Value.ToString().Should().Be("2/3");
        seats.MarginOf("a").Should().Be((Fraction)1, "in halves, as weights are here: 3/2 / (3/2) would be a tie with b's second");
        seats.MarginOf("c").Should().Be((Fraction)1, "1/2 / (1/2) would be a tie");
        seats.LowestDivisor.Value.Square.Should().Be(Fraction.Of(4, 9));

        // Quarters: b's first claim 1 / (1/2) must be above a's, which is 4.
        Apportion.By(ApportionmentMethod.Webster, 1, ("a", Fraction.Of(1, 2)), ("b", Fraction.Of(1, 4))).MarginOf("b").Should().Be(Fraction.Of(1, 2));
        foreach (Action asked in new Action[] { () => _ = seats["x"], () => seats.MarginOf("x"), () => seats.QuotaOf("x") })
        {
            asked.Should().ThrowExactly<ArgumentException>().WithParameterName("key").WithMessage("There is no line 'x'; expected one of those that were given.*");
        }

        // Squares of the claims: b's second 9/4 / 2, a's second 1 / 2, b's third 9/4 / 6.
        Apportionment<string> hill = Apportion.By(ApportionmentMethod.HuntingtonHill, 3, ("b", Fraction.Of(3, 2)), ("a", 1));
        hill.HighestDivisor!.Value.ToString().Should().Be("sqrt(9/8)");
        hill.LowestDivisor!.Value.ToString().Should().Be("sqrt(1/2)");
        Apportion.Within(ApportionmentMethod.Hamilton, 3, [new BoundedLine<string, long>("a", 0, 1), new("b", 0, 2)]).QuotaOf("a").Should().Be(Fraction.Zero);
        ValueLaws.Apart(
            () => Apportion.By(ApportionmentMethod.HuntingtonHill, 3, ("b", 3), ("a", 2)).HighestDivisor!.Value,
            () => Apportion.By(ApportionmentMethod.HuntingtonHill, 3, ("b", 3), ("a", 2)).LowestDivisor!.Value,
            () => seats.HighestDivisor!.Value);
        Apportion.By(ApportionmentMethod.Webster, 3, ("b", 3), ("a", 1)).HighestDivisor!.Value.Square.Should().Be((Fraction)4, "3 / (3/2) is b's second claim, a's first 1 / (1/2)");
    }
}
