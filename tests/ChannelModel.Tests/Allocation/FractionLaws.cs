using System.Numerics;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Where fractions end that the fast ways take.</summary>
public sealed class FractionLaws
{
    [Fact]
    public void Only_whole_numbers_of_64_bits_are_read_as_such()
    {
        BigInteger pastLong = (BigInteger)long.MaxValue + 1;
        Fraction.Of(long.MaxValue, 1).TryGetInt64(out long most).Should().BeTrue();
        most.Should().Be(long.MaxValue);
        Fraction.Of(long.MinValue, 1).TryGetInt64(out long least).Should().BeTrue();
        least.Should().Be(long.MinValue);
        Fraction.Of(pastLong, 1).TryGetInt64(out _).Should().BeFalse();
        Fraction.Of(3, 2).TryGetInt64(out _).Should().BeFalse();
        Fraction.Of(1, pastLong).TryGetInt64(out _).Should().BeFalse();
    }
}
