using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using CsCheck;
using NodaTime;

namespace ChannelModel.Tests.Planning;

/// <summary>The identities between the figures of a review.</summary>
public sealed class PlanReviewLaws
{
    private static readonly ChannelCategory[] Categories = [ChannelCategory.Online, ChannelCategory.Offline, ChannelCategory.Emerging];

    private static readonly Gen<Mix<ChannelCategory>> Mixes =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Select((first, second) =>
        {
            (int low, int high) = first < second ? (first, second) : (second, first);
            int[] parts = [low, high - low, 1_000_000 - high];
            return new Mix<ChannelCategory>(Categories.Zip(parts, (category, part) =>
                new System.Collections.Generic.KeyValuePair<ChannelCategory, Rate>(category, Rate.Fraction(part / 1_000_000m))));
        });

    [Fact]
    public void Categories_add_up_and_variance_is_volume_plus_mix()
    {
        Gen.Select(Gen.Long[1, 1_000_000_000_000], Gen.Long[0, 1_000_000_000_000], Mixes, Mixes, Gen.Int[0, 2].Select(i => new[] { Currency.CNY, Currency.JPY, Currency.KWD }[i])).Sample(
            (target, actual, planned, reached, currency) =>
            {
                GrowthPlan plan = GrowthPlan
                    .Define(new("p"), new LocalText("p"), currency, new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 3, 31)))
                    .Sales(new SalesTarget(
                        Cycle.Quarter,
                        Money.OfMinorUnits(target, currency),
                        actual: Money.OfMinorUnits(actual, currency),
                        targetMix: planned,
                        actualMix: reached))
                    .Build();
                SalesReview sales = PlanReview.Of(plan).Sales!;
                Money Sum(System.Func<CategoryReview, Money> part) => Money.Sum(sales.Categories.Select(part), currency);
                Sum(category => category.Target).Should().Be(plan.Sales!.Target);
                Sum(category => category.Actual).Should().Be(plan.Sales.Actual!.Value);
                Sum(category => category.Variance).Should().Be(sales.Variance!.Value);
                Sum(category => category.Volume).Should().Be(sales.Variance!.Value);
                Sum(category => category.Mix).Should().Be(Money.Zero(currency));
                foreach (CategoryReview category in sales.Categories)
                {
                    (category.Volume + category.Mix).Should().Be(category.Variance);
                }
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Fees_of_two_parts_of_a_period_add_up_to_the_fees_of_the_whole()
    {
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[1, 5].Select(i => (Cycle)i)).Sample(
            (first, second, cycle) =>
            {
                LocalDate start = new LocalDate(2024, 1, 1).PlusDays(first);
                LocalDate middle = start.PlusDays(second);
                LocalDate end = middle.PlusDays(1 + first);
                (System.Numerics.BigInteger Top, System.Numerics.BigInteger Bottom) Count(LocalDate from, LocalDate to) =>
                    Internal.CycleCount.In(cycle, new DateInterval(from, to));
                var whole = Count(start, end);
                var left = Count(start, middle);
                var right = Count(middle.PlusDays(1), end);
                (whole.Top * left.Bottom * right.Bottom).Should().Be(((left.Top * right.Bottom) + (right.Top * left.Bottom)) * whole.Bottom);
            },
            iter: Laws.Iterations);
    }
}
