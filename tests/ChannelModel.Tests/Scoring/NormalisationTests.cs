using System;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Every normalisation with every turn of costs, by hand, and what each refuses.</summary>
public sealed class NormalisationTests
{
    private static readonly double[] Values = [1d, 2d, 4d, 1d];

    [Fact]
    public void Every_rule_by_hand()
    {
        Higher(Normalisation.None).Should().Equal(1d, 2d, 4d, 1d);
        Higher(Normalisation.MinMax).Should().Equal(0d, 1d / 3d, 1d, 0d);
        Higher(Normalisation.LinearMax).Should().Equal(0.25, 0.5, 1d, 0.25);
        Higher(Normalisation.Sum).Should().Equal(0.125, 0.25, 0.5, 0.125);
        Higher(Normalisation.Vector).Should().Equal(Values.Select(value => value / Math.Sqrt(22d)));
        Near(Higher(Normalisation.Logarithmic), 0d, 1d / 3d, 2d / 3d, 0d);
        Near(Higher(Normalisation.Percentile), 1d / 6d, 2d / 3d, 1d, 1d / 6d);
        Near(Higher(Normalisation.ZScore()), [.. Values.Select(value => (value - 2d) / Math.Sqrt(1.5))]);
        Near(Higher(Normalisation.ZScore(1)), [.. Values.Select(value => (value - 2d) / Math.Sqrt(2d))]);
        Higher(Normalisation.FixedBounds(CriterionBounds.Of("k", 1.5, 3.5))).Should().Equal(0d, 0.25, 1d, 0d);
    }

    [Fact]
    public void Every_turn_of_costs_by_hand()
    {
        Lower(Normalisation.None).Should().Equal(-1d, -2d, -4d, -1d);
        Lower(Normalisation.MinMax).Should().Equal(1d, 2d / 3d, 0d, 1d);
        Lower(Normalisation.LinearMax).Should().Equal(1d, 0.5, 0.25, 1d);
        Near(Lower(Normalisation.Sum), 4d / 11d, 2d / 11d, 1d / 11d, 4d / 11d);
        Near(Lower(Normalisation.Vector), [.. Values.Select(value => 1d - (value / Math.Sqrt(22d)))]);
        Near(Lower(Normalisation.Logarithmic), 1d / 3d, 2d / 9d, 1d / 9d, 1d / 3d);
        Near(Lower(Normalisation.Percentile), 5d / 6d, 1d / 3d, 0d, 5d / 6d);
        Lower(Normalisation.FixedBounds(CriterionBounds.Of("k", 1.5, 3.5))).Should().Equal(1d, 0.75, 0d, 1d);
        Lower(Normalisation.LinearMax.WithCost(CostRule.Complement)).Should().Equal(0.75, 0.5, 0d, 0.75);
        Lower(Normalisation.LinearMax.WithCost(CostRule.Negate)).Should().Equal(-0.25, -0.5, -1d, -0.25);
        Lower(Normalisation.MinMax.WithCost(CostRule.Reciprocal)).Should().Equal(1d, 1d / 3d, 0d, 1d);
        Near(Lower(Normalisation.Logarithmic.WithCost(CostRule.Negate)), 0d, -1d / 3d, -2d / 3d, 0d);
        FluentActions.Invoking(() => Normalisation.MinMax.WithCost(CostRule.Negate + 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Normalisation.MinMax.WithCost(CostRule.Complement - 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void One_value_and_equal_values_have_no_spread()
    {
        new[] { Normalisation.MinMax, Normalisation.Percentile, Normalisation.ZScore(), Normalisation.LinearMax, Normalisation.Sum }.Select(rule => Higher(rule, 3d)[0]).Should().Equal(0d, 0.5, 0d, 1d, 1d);
        Higher(Normalisation.MinMax, 3d, 3d).Should().Equal(0d, 0d);
        Higher(Normalisation.Percentile, 3d, 3d).Should().Equal(0.5, 0.5);
        Higher(Normalisation.Sum, 0d, 0d).Should().Equal(0d, 0d);
        Higher(Normalisation.Logarithmic, 1d, 1d).Should().Equal(0d, 0d);
        Lower(Normalisation.Logarithmic, Math.E).Should().Equal(0d);
    }

    [Theory]
    [InlineData("linear-max", -1d, "*criterion 'k' has -1 for 'c1'*linear-max normalisation needs values of 0 or more*")]
    [InlineData("sum", -1d, "*the sum normalisation needs values of 0 or more*")]
    [InlineData("logarithmic", 0.5, "*criterion 'k' has 0.5 for 'c1'*needs values of 1 or more*")]
    public void What_a_rule_cannot_use_is_named(string word, double value, string message)
    {
        Normalisation rule = new[] { Normalisation.LinearMax, Normalisation.Sum, Normalisation.Logarithmic }.Single(one => one.ToString() == word);
        FluentActions.Invoking(() => Higher(rule, 2d, value, 3d)).Should().Throw<ArgumentException>().WithMessage(message);
        FluentActions.Invoking(() => Higher(rule, value, 2d, value)).Should().Throw<ArgumentException>().WithMessage("*for 'c0' (and 1 other); *");
        FluentActions.Invoking(() => Higher(rule, value, value, value)).Should().Throw<ArgumentException>().WithMessage("*for 'c0' (and 2 others); *");
        Higher(rule, word == "logarithmic" ? 1d : 0d, 5d)[0].Should().Be(0d);
    }

    [Fact]
    public void Bounds_and_exceptions_are_checked()
    {
        FluentActions.Invoking(() => Lower(Normalisation.Sum, 0d, 1d)).Should().Throw<ArgumentException>().WithMessage("*the reciprocal of a cost needs values above 0*");
        FluentActions.Invoking(() => Higher(Normalisation.ZScore(1), 5d)).Should().Throw<ArgumentException>().WithMessage("*criterion 'k' has 1 value; the z-score with ddof 1 needs 2 candidates or more*");
        FluentActions.Invoking(() => Normalisation.ZScore(2)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Normalisation.FixedBounds()).Should().Throw<ArgumentException>().WithMessage("There are no bounds*");
        FluentActions.Invoking(() => Normalisation.FixedBounds(CriterionBounds.Of("k", 0d, 1d), CriterionBounds.Of("k", 0d, 2d))).Should().Throw<ArgumentException>().WithMessage("The bounds of 'k' are given 2 times*");
        FluentActions.Invoking(() => Higher(Normalisation.FixedBounds(CriterionBounds.Of("other", 0d, 1d)))).Should().Throw<ArgumentException>().WithMessage("*criterion 'k' has no bounds*");
        FluentActions.Invoking(() => Normalisation.FixedBounds(CriterionBounds.Of("k", 0d, 1d).WithTarget(0.5))).Should().Throw<ArgumentException>().WithMessage("'k' has a target*");
        FluentActions.Invoking(() => CriterionBounds.Of("k", 1d, 1d)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CriterionBounds.Of("k", 0d, double.PositiveInfinity)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CriterionBounds.Of("k", double.NegativeInfinity, 0d)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CriterionBounds.Of("k", 0d, 1d).WithTarget(-0.1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => CriterionBounds.Of("k", 0d, 1d).WithTarget(1.1)).Should().Throw<ArgumentOutOfRangeException>();
        (CriterionBounds.Of("k", 0d, 1d).WithTarget(0d).Target, CriterionBounds.Of("k", 0d, 1d).WithTarget(1d).Target).Should().Be((0d, 1d));
        Higher(Normalisation.MinMax.But("k", Normalisation.Sum)).Should().Equal(0.125, 0.25, 0.5, 0.125);
        Higher(Normalisation.MinMax.But("k", Normalisation.Sum).But("k", Normalisation.None)).Should().Equal(1d, 2d, 4d, 1d);
        (Normalisation.None.IsRelative, Normalisation.FixedBounds(CriterionBounds.Of("k", 0d, 1d)).IsRelative, Normalisation.Sum.IsRelative, Normalisation.None.But("k", Normalisation.Sum).IsRelative).Should().Be((false, false, true, true));
    }

    [Fact]
    public void Preference_functions_by_hand_and_at_their_bounds()
    {
        double[] differences = [-1d, 0d, 1d, 2d, 2.5, 3d, 4d];
        Of(PreferenceFunction.Usual).Should().Equal(0d, 0d, 1d, 1d, 1d, 1d, 1d);
        Of(PreferenceFunction.UShape(2d)).Should().Equal(0d, 0d, 0d, 0d, 1d, 1d, 1d);
        Of(PreferenceFunction.VShape(4d)).Should().Equal(0d, 0d, 0.25, 0.5, 0.625, 0.75, 1d);
        Of(PreferenceFunction.Level(1d, 3d)).Should().Equal(0d, 0d, 0d, 0.5, 0.5, 0.5, 1d);
        Of(PreferenceFunction.Linear(1d, 3d)).Should().Equal(0d, 0d, 0d, 0.5, 0.75, 1d, 1d);
        Near(Of(PreferenceFunction.Gaussian(2d)), [.. differences.Select(d => d > 0d ? 1d - Math.Exp(-d * d / 8d) : 0d)]);
        PreferenceFunction.Gaussian(0d).Should().BeSameAs(PreferenceFunction.Usual);
        new object[] { PreferenceFunction.Usual, PreferenceFunction.UShape(2d), PreferenceFunction.VShape(4d), PreferenceFunction.Level(1d, 3d), PreferenceFunction.Linear(1d, 3d), PreferenceFunction.Gaussian(2d) }.Select(f => f.ToString())
            .Should().Equal("usual", "U (q 2)", "V (p 4)", "level (q 1, p 3)", "linear (q 1, p 3)", "Gaussian (s 2)");
        foreach (double wrong in new[] { -1d, 1e-101, 1e101, double.NaN })
        {
            FluentActions.Invoking(() => PreferenceFunction.UShape(wrong)).Should().Throw<ArgumentOutOfRangeException>();
            FluentActions.Invoking(() => PreferenceFunction.Gaussian(wrong)).Should().Throw<ArgumentOutOfRangeException>();
        }

        (PreferenceFunction.VShape(1e100).P, PreferenceFunction.VShape(1e-100).P, PreferenceFunction.Linear(2d, 2d).Q).Should().Be((1e100, 1e-100, 2d));
        FluentActions.Invoking(() => PreferenceFunction.Linear(3d, 2d)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => RankingMethod.Promethee()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RankingMethod.Promethee(("k", PreferenceFunction.Usual), ("k", PreferenceFunction.Usual))).Should().Throw<ArgumentException>().WithMessage("*'k' is given twice*");
        FluentActions.Invoking(() => RankingMethod.Promethee(("other", PreferenceFunction.Usual)).Rank(Matrix(KpiDirection.Higher, Values))).Should().Throw<ArgumentException>().WithMessage("*criterion 'k' has no preference function*");

        double[] Of(PreferenceFunction function) => [.. differences.Select(function.At)];
    }

    private static DecisionMatrix Matrix(KpiDirection direction, double[] values)
    {
        DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("k", direction);
        for (int i = 0; i < values.Length; i++)
        {
            builder = builder.Candidate($"c{i}", values[i]);
        }

        return builder.Build();
    }

    private static double[] Higher(Normalisation rule, params double[] values) => Scaled(rule, KpiDirection.Higher, values);

    private static double[] Lower(Normalisation rule, params double[] values) => Scaled(rule, KpiDirection.Lower, values);

    private static double[] Scaled(Normalisation rule, KpiDirection direction, double[] values)
    {
        double[] used = values.Length == 0 ? Values : values;
        NormalisedMatrix scaled = rule.Apply(Matrix(direction, used));
        return [.. used.Select((_, i) => scaled[new Id<Candidate>($"c{i}"), new Id<DecisionCriterion>("k")])];
    }

    private static void Near(double[] actual, params double[] expected)
    {
        actual.Should().HaveSameCount(expected);
        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].Should().BeApproximately(expected[i], 1e-14);
        }
    }
}
