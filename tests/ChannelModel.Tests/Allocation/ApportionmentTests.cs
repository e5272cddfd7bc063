using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What each method says that it keeps is true on every small apportionment, and what it does not claim has a counter-example; what the result tells; what is refused.</summary>
public sealed class ApportionmentTests
{
    public static IEnumerable<TheoryDataRow<string, SplitLaw>> Claims() =>
        from method in ApportionmentMethod.All.Append(ApportionmentMethod.Stationary(Fraction.Of(1, 3)))
        from law in Enum.GetValues(typeof(SplitLaw)).Cast<SplitLaw>()
        where law != SplitLaw.SignSymmetric // totals are 0 or more
        select new TheoryDataRow<string, SplitLaw>(method.Name, law);

    internal static LawChecks.Splitter Splitter(ApportionmentMethod method) => (total, weights, keys) =>
        [.. Apportion.By(method, method.GivesEachOne ? Math.Max(total, weights.Count(weight => weight > 0)) : total, keys.Select((key, i) => new KeyValuePair<int, Fraction>(key, weights[i]))).Parts];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_method_keeps_what_it_claims_and_no_more(string name, SplitLaw law)
    {
        var method = ApportionmentMethod.Parse(name);

        // Where a method needs a unit for each line, smaller totals are no question for it.
        bool Holds(long total, long[] weights) => (method.GivesEachOne && total < weights.Count(weight => weight > 0)) || LawChecks.Holds(law, Splitter(method), total, weights);
        IEnumerable<long[]> lists = LawChecks.SmallWeights().Append([100, 8, 7, 6]).Append([5117, 4400, 162, 161, 160]);
        bool kept = lists.All(weights => Enumerable.Range(0, 13).Append(100).All(total => Holds(total, weights)));
        method.Keeps(law).Should().Be(kept);
    }

    [Fact]
    public void Methods_are_named_once_and_read_by_their_names()
    {
        foreach (ApportionmentMethod method in ApportionmentMethod.All)
        {
            ApportionmentMethod.Parse(method.ToString()).Should().BeSameAs(method);
            ApportionmentMethod.Parse(method.Alias ?? method.Name).Should().BeSameAs(method);
        }

        ApportionmentMethod.Parse("stationary/1/3").Should().Be(ApportionmentMethod.Stationary(Fraction.Of(2, 6)));
        ApportionmentMethod.Parse("webster-first/0.7").Name.Should().Be("webster-first/7/10");
        ((Action)(() => ApportionmentMethod.Parse("stationary/2"))).Should().Throw<FormatException>().WithMessage("'stationary/2' is not a method; expected one of jefferson, *");
        ((Action)(() => ApportionmentMethod.Stationary(-1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a fraction from 0 to 1*");
    }

    [Fact]
    public void The_result_names_divisors_the_next_in_the_queue_and_margins()
    {
        Apportionment<string> seats = Apportion.By(ApportionmentMethod.Webster, 10, ("A", 43), ("B", 33), ("C", 12), ("D", 8), ("E", 4));
        seats.Parts.Should().Equal(5, 3, 1, 1, 0);

        // Claims of the units: A's fifth 43/4.5 = 9.56, B's fourth 33/3.5 = 9.43, E's first 4/0.5 = 8.
        seats.LastServed.Should().Equal("A");
        seats.HighestDivisor!.Value.Value.Should().Be(Fraction.Of(86, 9));
        seats.NextInQueue.Should().Equal("B");
        seats.LowestDivisor!.Value.ToString().Should().Be("66/7");
        seats.IsTied.Should().BeFalse();
        seats.Tied.Should().BeEmpty();
        seats.MarginOf("B").Should().Be((Fraction)1, "34/3.5 = 9.71 is above 9.56, 33/3.5 is not");
        seats.QuotaOf("A").Should().Be(Fraction.Of(43, 10));
    }

    [Fact]
    public void Ties_go_to_the_smaller_key_and_are_named()
    {
        Apportionment<string> tied = Apportion.By(ApportionmentMethod.Jefferson, 2, ("c", 5), ("b", 5), ("a", 5));
        tied.Parts.Should().Equal(0, 1, 1);
        tied.IsTied.Should().BeTrue();
        tied.Tied.Should().Equal("a", "b", "c");
        tied.LastServed.Should().Equal("a", "b");
        tied.NextInQueue.Should().Equal("c");
        Apportionment<string> largest = Apportion.By(ApportionmentMethod.Hamilton, 1, ("b", 1), ("a", 1));
        largest.Parts.Should().Equal(0, 1);
        largest.Tied.Should().Equal("a", "b");
        largest.LowestDivisor.Should().BeNull();
        largest.MarginOf("a").Should().BeNull();
    }

    [Fact]
    public void Huntington_Hill_keeps_its_divisors_as_square_roots()
    {
        // Claims of second units: 3 / sqrt(2) and 2 / sqrt(2); of the third: 3 / sqrt(6).
        Apportionment<string> two = Apportion.By(ApportionmentMethod.HuntingtonHill, 3, ("a", 3), ("b", 2));
        two.Parts.Should().Equal(2, 1);
        two.HighestDivisor!.Value.ToString().Should().Be("sqrt(9/2)");
        two.LowestDivisor!.Value.Square.Should().Be((Fraction)2);
        two.LowestDivisor.Value.Value.Should().BeNull();
    }

    [Fact]
    public void What_cannot_be_apportioned_says_why()
    {
        ((Action)(() => Apportion.By(ApportionmentMethod.Adams, 2, ("a", 1), ("b", 1), ("c", 1)))).Should().Throw<ArgumentException>()
            .WithMessage("2 units are 1 below the minimums, which come to 3 (a, b, c); adams gives every weight above 0 at least 1; expected a number of units within the bounds.*");
        ((Action)(() => Apportion.Within(ApportionmentMethod.Webster, 9, [new BoundedLine<string, long>("a", 1, maximum: 5), new("b", 0, minimum: 1)]))).Should().Throw<ArgumentException>()
            .WithMessage("9 units are 3 above the maximums, which come to 6 (a, b)*");
        ((Action)(() => Apportion.By(ApportionmentMethod.Webster, -1, ("a", 1)))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Apportion.By(ApportionmentMethod.Webster, 1, ("a", 0)))).Should().Throw<ArgumentException>().WithMessage("There is no weight above 0*");
        ((Action)(() => Apportion.WithHurdle<string>(2, []))).Should().Throw<ArgumentOutOfRangeException>();
        Apportion.By(ApportionmentMethod.Webster, 0, ("a", 1)).Parts.Should().Equal(0);
        Apportion.By(ApportionmentMethod.Jefferson, long.MaxValue, ("a", 1_000_000_000_000_000_000), ("b", 1_000_000_000_000_000_000)).Parts.Sum().Should().Be(long.MaxValue);
    }
}
