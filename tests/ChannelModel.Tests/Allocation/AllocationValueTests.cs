using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Values of splits and budgets are equal when every member is.</summary>
public sealed class AllocationValueTests
{
    [Fact]
    public void Every_member_counts()
    {
        ValueLaws.Apart(
            () => ResponseCurve.Logarithmic(1d, 2d),
            () => ResponseCurve.Logarithmic(2d, 2d),
            () => ResponseCurve.Logarithmic(1d, 3d),
            () => ResponseCurve.Power(1d, 0.5),
            () => ResponseCurve.Exponential(1d, 2d),
            () => ResponseCurve.Hill(1d, 2d, 1d),
            () => ResponseCurve.Hill(1d, 2d, 2d),
            () => ResponseCurve.Hill(1d, 2d, 2d, 0.5),
            () => ResponseCurve.Logistic(1d, 2d),
            () => ResponseCurve.Quadratic(1d, 0.5),
            () => ResponseCurve.Linear(1d),
            () => ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(1d, 2d)]),
            () => ResponseCurve.PiecewiseLinear([new ResponsePoint(0d, 0d), new ResponsePoint(1d, 3d)]));
        ValueLaws.Apart(() => new ResponsePoint(0d, 1d), () => new ResponsePoint(1d, 1d), () => new ResponsePoint(0d, 2d));
        ValueLaws.Apart(() => new SpendLevel(Money.Of(1m, Currency.CNY), 1m), () => new SpendLevel(Money.Of(2m, Currency.CNY), 1m), () => new SpendLevel(Money.Of(1m, Currency.CNY), 2m));
    }
}
