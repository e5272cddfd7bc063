using System;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Four measures of agreement by hand, with and without ties.</summary>
public sealed class RankAgreementTests
{
    [Fact]
    public void A_swap_at_the_top_by_hand()
    {
        // Of 6 pairs one is the other way round; the squares of the differences are 1 and 1.
        RankAgreement swapped = RankAgreement.Of([1d, 2d, 3d, 4d], [2d, 1d, 3d, 4d]);
        swapped.Count.Should().Be(4);
        swapped.Spearman.Should().BeApproximately(0.8, 1e-15);
        swapped.KendallTauB.Should().BeApproximately(2d / 3d, 1e-15);
        swapped.WeightedSpearman.Should().BeApproximately(1d - (6d * 14d / 300d), 1e-15);
        swapped.Ws.Should().BeApproximately(1d - (0.5 / 3d) - (0.25 / 2d), 1e-15);
        RankAgreement low = RankAgreement.Of([1d, 2d, 3d, 4d], [1d, 2d, 4d, 3d]);
        low.Ws.Should().BeApproximately(1d - (0.125 / 2d) - (0.0625 / 3d), 1e-15);
        low.WeightedSpearman.Should().BeApproximately(1d - (6d * 6d / 300d), 1e-15);
    }

    [Fact]
    public void Ties_count_half_and_no_order_agrees_with_nothing()
    {
        RankAgreement tied = RankAgreement.Of([1.5, 1.5, 3d], [1d, 2d, 3d]);
        tied.Spearman.Should().BeApproximately(1.5 / Math.Sqrt(3d), 1e-15);
        tied.KendallTauB.Should().BeApproximately(2d / Math.Sqrt(6d), 1e-15);
        tied.WeightedSpearman.Should().BeApproximately(0.84375, 1e-15);
        tied.Ws.Should().BeApproximately(1d - (Math.Sqrt(0.125) / 1.5), 1e-15);
        RankAgreement flat = RankAgreement.Of([2d, 2d, 2d], [1d, 2d, 3d]);
        (flat.Spearman, flat.KendallTauB).Should().Be((null, null));
        (RankAgreement.Of([1d, 2d, 3d], [2d, 2d, 2d]).Spearman, RankAgreement.Of([1d, 2d, 3d], [2d, 2d, 2d]).KendallTauB).Should().Be((null, null));
        RankAgreement turned = RankAgreement.Of([1d, 2d], [2d, 1d]);
        (turned.Spearman, turned.KendallTauB, turned.Ws).Should().Be((-1d, -1d, 0.25));
        RankAgreement same = RankAgreement.Of([2d, 1d], [2d, 1d]);
        (same.Spearman, same.KendallTauB, same.WeightedSpearman, same.Ws).Should().Be((1d, 1d, 1d, 1d));
    }

    [Fact]
    public void Ranks_that_are_no_halves_are_weighed_by_powers()
    {
        RankAgreement odd = RankAgreement.Of([1.25, 1.75, 3d], [1d, 2d, 3d]);
        odd.Ws.Should().BeApproximately(1d - (Math.Pow(2d, -1.25) * 0.25 / 1.75) - (Math.Pow(2d, -1.75) * 0.25 / 1.25), 1e-15);
        odd.WeightedSpearman.Should().BeApproximately(1d - (6d * ((0.0625 * (2.75 + 3d)) + (0.0625 * (2.25 + 2d))) / (81d + 27d - 9d - 3d)), 1e-15);
        (odd.Spearman, odd.KendallTauB).Should().Be((1d, 1d));
        RankAgreement.Of([1d, 2.5, 2.5], [1d, 2d, 3d]).Ws.Should().BeApproximately(1d - (2d * Math.Pow(2d, -2.5) * 0.5 / 1.5), 1e-15);
    }

    [Fact]
    public void Rankings_of_others_are_not_compared()
    {
        static Ranking Of(params string[] ids)
        {
            DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher);
            for (int i = 0; i < ids.Length; i++)
            {
                builder.Candidate(ids[i], i);
            }

            return RankingMethod.WeightedSum(Normalisation.None).Rank(builder.Build());
        }

        FluentActions.Invoking(() => RankAgreement.Between(Of("a", "b"), Of("a", "b", "c"))).Should().Throw<ArgumentException>().WithMessage("The rankings have 2 and 3 candidates; expected the same ones.*").WithParameterName("other");
        FluentActions.Invoking(() => RankAgreement.Between(Of("a", "b", "c"), Of("a", "b", "d"))).Should().Throw<ArgumentException>().WithMessage("One ranking has 'c' where the other has 'd'; expected the same candidates.*").WithParameterName("other");
        FluentActions.Invoking(() => RankAgreement.Between(Of("a"), Of("a"))).Should().Throw<ArgumentException>().WithMessage("There is 1 rank; expected two or more to compare.*");
        RankAgreement turned = RankAgreement.Between(Of("a", "b", "c"), Of("c", "b", "a"));
        (turned.Count, turned.Spearman, turned.KendallTauB).Should().Be((3, -1d, -1d));
    }

    [Fact]
    public void Ranks_are_checked()
    {
        FluentActions.Invoking(() => RankAgreement.Of([1d], [1d])).Should().Throw<ArgumentException>().WithMessage("There is 1 rank; expected two or more*");
        FluentActions.Invoking(() => RankAgreement.Of([1d, 2d], [1d])).Should().Throw<ArgumentException>().WithMessage("The lists have 2 and 1 ranks*");
        foreach (double wrong in new[] { 0.9, 2.1, double.NaN })
        {
            FluentActions.Invoking(() => RankAgreement.Of([wrong, 2d], [1d, 2d])).Should().Throw<ArgumentException>().WithMessage("The ranks of one candidate are *; expected 1 to 2.*");
            FluentActions.Invoking(() => RankAgreement.Of([1d, 2d], [1d, wrong])).Should().Throw<ArgumentException>();
        }
    }
}
