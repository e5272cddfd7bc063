using System;
using System.Numerics;
using ChannelModel.Kpis;
using CsCheck;

namespace ChannelModel.Tests.Kpis;

public sealed class KpiTargetLaws
{
    private static readonly Kpi Sales =
        new(new Id<Kpi>("sales"), new LocalText("Sales"), KpiUnit.Number, KpiDirection.Higher, KpiAggregation.Sum);

    [Fact]
    public void Progress_is_the_exact_fraction_rounded_once() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int[0, 4]).Sample(
            (baseline, target, value, decimals) =>
            {
                decimal unit = 1m / (decimal)Math.Pow(10, decimals);
                KpiAssessment result = new KpiTarget(Sales, target * unit, baseline * unit).Assess(value * unit);
                if (baseline == target)
                {
                    return result.Progress is null && result.ProgressGap == KpiGap.NoWayToGo;
                }

                BigInteger way = (BigInteger)target - baseline;
                BigInteger gone = ((BigInteger)value - baseline) * BigInteger.Pow(10, 10);
                return result.Progress is Rate progress
                    ? BigInteger.Abs((progress.TenBillionths * way) - gone) * 2 <= BigInteger.Abs(way)
                    : result.ProgressGap == KpiGap.OutOfRange && BigInteger.Abs(gone) > BigInteger.Abs(way) * (long.MaxValue - 1);
            },
            iter: Laws.Iterations);

    [Fact]
    public void A_better_value_never_attains_less_and_never_goes_less_far() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000], Gen.Int[1, 100_000], Gen.Int[0, 1_000]).Sample(
            (target, baseline, value, more) =>
            {
                var goal = new KpiTarget(Sales, target, baseline);
                bool further = baseline >= target || goal.Progress(value + more) >= goal.Progress(value);
                return goal.Attainment(value + more) >= goal.Attainment(value) && further;
            },
            iter: Laws.Iterations);

    [Fact]
    public void The_target_is_met_exactly_when_attainment_is_at_least_one() =>
        Gen.Select(Gen.Int[1, 1_000], Gen.Int[1, 1_000], Gen.Enum<KpiDirection>()).Sample(
            (target, value, direction) =>
            {
                var kpi = new Kpi(new Id<Kpi>("k"), new LocalText("K"), KpiUnit.Number, direction, KpiAggregation.Latest);
                KpiTarget goal = direction == KpiDirection.InRange ? KpiTarget.InRange(kpi, target, target + 50) : new KpiTarget(kpi, target);
                KpiAssessment result = goal.Assess(value);
                return result.IsMet == (result.Attainment >= Rate.One);
            },
            iter: Laws.Iterations);
}
