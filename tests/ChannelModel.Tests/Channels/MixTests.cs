using System;
using System.Collections.Generic;
using ChannelModel.Channels;

namespace ChannelModel.Tests.Channels;

public sealed class MixTests
{
    [Fact]
    public void Shares_that_add_up_to_100_percent_make_a_mix_whose_order_does_not_matter()
    {
        Mix<string> mix = new([Share("online", 50), Share("offline", 45), Share("emerging", 5)]);
        Mix<string> same = new([Share("emerging", 5), Share("online", 50), Share("offline", 45)]);
        mix["offline"].Should().Be(Rate.Percent(45));
        mix["elsewhere"].Should().Be(Rate.Zero);
        mix.Keys.Should().Equal("online", "offline", "emerging");
        mix.Should().Equal(Share("online", 50), Share("offline", 45), Share("emerging", 5));
        (mix == same).Should().BeTrue();
        mix.GetHashCode().Should().Be(same.GetHashCode());
        (mix == new Mix<string>([Share("online", 50), Share("offline", 50)])).Should().BeFalse();
        mix.ToString().Should().Be("online 50%, offline 45%, emerging 5%");
    }

    [Theory]
    [InlineData(49.99, "The shares add up to 99.99%, 0.01% too little; expected exactly 100%.")]
    [InlineData(50.01, "The shares add up to 100.01%, 0.01% too much; expected exactly 100%.")]
    [InlineData(101, "The share of 'a' is 101%; expected 0% to 100%.")]
    [InlineData(-1, "The share of 'a' is -1%; expected 0% to 100%.")]
    public void Other_shares_are_refused_with_the_figures(double a, string problem)
    {
        KeyValuePair<string, Rate>[] shares = [Share("a", (decimal)a), Share("b", 50)];
        Mix<string>.TryCreate(shares, out Mix<string>? mix, out string? why).Should().BeFalse();
        mix.Should().BeNull();
        why.Should().Be(problem);
        ((Action)(() => _ = new Mix<string>(shares))).Should().Throw<ArgumentException>().WithMessage(problem + "*");
    }

    [Fact]
    public void Nothing_and_twice_the_same_are_refused()
    {
        Mix<string>.TryCreate([], out _, out string? nothing).Should().BeFalse();
        nothing.Should().Be("A mix has no shares; expected at least one.");
        Mix<string>.TryCreate([Share("a", 50), Share("a", 50)], out _, out string? twice).Should().BeFalse();
        twice.Should().Be("The mix has 'a' twice; expected each key once.");
    }

    private static KeyValuePair<string, Rate> Share(string key, decimal percent) => new(key, Rate.Percent(percent));
}
