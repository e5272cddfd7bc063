using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Matrices and figures: what is refused, and where candidates stand.</summary>
public sealed class DecisionMatrixTests
{
    private static readonly DecisionCriterion X = new(new("x"), KpiDirection.Higher);

    private static readonly DecisionCriterion Y = new(new("y"), KpiDirection.Lower);

    [Fact]
    public void Columns_are_checked_like_rows()
    {
        Id<Candidate>[] ids = [new("b"), new("a")];
        Of([X, Y], null, ids, [1, 2], [3, 4]).Should().BeEmpty();
        Of([X, Y], null, ids, [1, 2]).Should().Equal("there are 1 columns; expected 2, one for each criterion");
        Of([X], null, ids, [1, 2], [3, 4]).Should().Equal("there are 2 columns; expected 1, one for each criterion");
        Of([X, Y], null, ids, [1, 2], [3]).Should().Equal("criterion 'y' has 1 values; expected 2, one for each candidate");
        Of([X, Y], null, ids, [1], [1, 2, 3]).Should().Equal("criterion 'x' has 1 values; expected 2, one for each candidate", "criterion 'y' has 3 values; expected 2, one for each candidate");
        Of([X, Y], CriterionWeights.Of(("x", 1)), ids, [1], [1, 2]).Should().Equal("criterion 'x' has 1 values; expected 2, one for each candidate", "criterion 'y' has no weight; expected one for each criterion");
        Of([X], CriterionWeights.Of(("x", 1), ("z", 1), ("y", 2)), ids, [1, 2]).Should().Equal(
            "there is a weight for 'y', which is not a criterion here; expected x", "there is a weight for 'z', which is not a criterion here; expected x");
        Of([], null, ids).Should().Equal("the matrix has no criterion; expected at least one");
        Of([X], null, [], Array.Empty<double>()).Should().Equal("the matrix has no candidate; expected at least one");
        Of([X, X], null, ids, [1, 2], [1, 2]).Should().Equal("criterion 'x' is there 2 times; expected once");
        Of([X], null, [new("a"), new("b"), new("a"), new("c"), new("a"), new("b")], [1, 2, 3, 4, 5, 6]).Should().Equal("candidate 'a' is there 3 times; expected once", "candidate 'b' is there 2 times; expected once");

        FluentActions.Invoking(() => Of(null!, null, ids)).Should().Throw<ArgumentNullException>().WithParameterName("criteria");
        FluentActions.Invoking(() => Of([X], null, null!, [1])).Should().Throw<ArgumentNullException>().WithParameterName("candidates");
        FluentActions.Invoking(() => Of([X], null, ids, null!)).Should().Throw<ArgumentNullException>().WithParameterName("columns");
        FluentActions.Invoking(() => Of([X], null, ids, [null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Of([X], null, [new("a"), null!], [1, 2])).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Columns_are_copied_and_weights_kept_as_they_are()
    {
        double[] x = [1, 2];
        CriterionWeights given = CriterionWeights.AsGiven(("x", 3), ("y", 2));
        DecisionMatrix.TryOfColumns([Y, X], given, [new("b"), new("a")], [[5, 6], x], out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors).Should().BeTrue();
        x[0] = 9;
        errors.Should().BeEmpty();
        matrix!.Weights.Should().BeSameAs(given);
        matrix.Criteria.Should().Equal(Y, X);
        (matrix[new("a"), X.Id], matrix[new("b"), X.Id], matrix[new("a"), Y.Id], matrix[new("b"), Y.Id]).Should().Be((2d, 1d, 6d, 5d));
        DecisionMatrix.TryOfColumns([X, Y], null, [new("a")], [[1], [2]], out matrix, out _).Should().BeTrue();
        (matrix!.Weights["x"], matrix.Weights["y"], matrix.Weights.IsAsGiven).Should().Be((0.5, 0.5, false));
        FluentActions.Invoking(() => matrix[new("z"), X.Id]).Should().Throw<ArgumentException>().WithMessage("There is no Candidate 'z' here; expected one of 'a'.*");
        FluentActions.Invoking(() => matrix[new("a"), new("z")]).Should().Throw<ArgumentException>().WithMessage("There is no criterion 'z'; expected one of x, y.*").WithParameterName("criterion");
        FluentActions.Invoking(() => matrix.Column(null!)).Should().Throw<ArgumentNullException>().WithParameterName("criterion");
        FluentActions.Invoking(() => matrix.WithWeights(null!)).Should().Throw<ArgumentNullException>().WithParameterName("weights");
        FluentActions.Invoking(() => matrix.WithWeights(CriterionWeights.Of(("x", 1)))).Should().Throw<ArgumentException>()
            .WithMessage("The matrix has 1 error: criterion 'y' has no weight; expected one for each criterion*").WithParameterName("weights");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-100, true)]
    [InlineData(-1e-100, true)]
    [InlineData(0.99e-100, false)]
    [InlineData(1e100, true)]
    [InlineData(-1e100, true)]
    [InlineData(1.01e100, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.NegativeInfinity, false)]
    public void A_value_is_0_or_of_a_magnitude_that_no_method_overflows(double value, bool legal)
    {
        bool built = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", 1).Candidate("b", value).TryBuild(out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors);
        built.Should().Be(legal);
        (matrix is not null).Should().Be(legal);
        errors.Select(error => $"{error.Criterion} {error.Candidate} {error.Value}").Should().Equal(legal ? [] : [$"x b {value}"]);
    }

    [Fact]
    public void Minus_zero_is_zero()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("a", -0d).Candidate("b", -1e-100).Build();
        (1d / matrix[new("a"), new("x")]).Should().Be(double.PositiveInfinity);
        matrix[new("b"), new("x")].Should().Be(-1e-100);
    }

    [Fact]
    public void Weights_are_looked_at_beside_other_errors()
    {
        DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, -1).Criterion("y", KpiDirection.Higher, 1e10).Candidate("a", double.NaN, 1)
            .TryBuild(out _, out IReadOnlyList<MatrixError> errors).Should().BeFalse();
        errors.Select(error => error.Message).Should().Equal(
            "criterion 'x' has NaN for 'a'; expected a finite number, 0 or of a magnitude from 10^-100 to 10^100",
            "criterion 'x' has the weight -1; expected a number from 0 to 10^9",
            "criterion 'y' has the weight 10000000000; expected a number from 0 to 10^9");
        DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 0).Candidate("a", 1).TryBuild(out _, out errors).Should().BeFalse();
        errors.Single().Message.Should().Be("the weights are all 0; expected at least one above 0");
        FluentActions.Invoking(() => DecisionMatrix.Define().Criterion("x", KpiDirection.Higher, 0).Candidate("a", 1).Build()).Should().Throw<ArgumentException>().WithMessage("The matrix has 1 error: the weights are all 0*");
        CriterionWeights.Of(("x", 1e9), ("y", 0))["x"].Should().Be(1d);
    }

    [Fact]
    public void A_candidate_leaves_from_any_place()
    {
        DecisionMatrix matrix = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher).Candidate("c", 3).Candidate("a", 1).Candidate("b", 2).Build();
        foreach ((string leaves, string left, double[] values) in new[] { ("a", "b c", new[] { 2d, 3d }), ("b", "a c", [1d, 3d]), ("c", "a b", [1d, 2d]) })
        {
            DecisionMatrix rest = matrix.Without(new(leaves));
            string.Join(" ", rest.Candidates).Should().Be(left);
            rest.Column(new("x")).Values.ToArray().Should().Equal(values);
        }

        FluentActions.Invoking(() => matrix.Without(new("d"))).Should().Throw<ArgumentException>().WithMessage("There is no Candidate 'd' here; expected one of 'a', 'b', 'c'.*").WithParameterName("id");
    }

    [Fact]
    public void Figures_are_found_by_id_and_stand_in_order()
    {
        Figures<Candidate> Of(int count)
        {
            DecisionMatrixBuilder builder = DecisionMatrix.Define().Criterion("x", KpiDirection.Higher);
            for (int i = 0; i < count; i++)
            {
                builder.Candidate($"c{i:00}", i);
            }

            return builder.Build().Column(new("x"));
        }

        for (int count = 1; count <= 9; count++)
        {
            Figures<Candidate> figures = Of(count);
            figures.Count.Should().Be(count);
            figures.Ids.Select(id => figures[id]).Should().Equal(Enumerable.Range(0, count).Select(i => (double)i));
            figures.Select(pair => $"{pair.Key}={pair.Value}").Should().Equal(Enumerable.Range(0, count).Select(i => $"c{i:00}={i}"));
            ((IEnumerable)figures).Cast<KeyValuePair<Id<Candidate>, double>>().Should().Equal(figures);
            foreach (string missing in new[] { "a", "c000", $"c{count - 1:00}x", "d" })
            {
                FluentActions.Invoking(() => figures[missing]).Should().Throw<ArgumentException>().WithMessage($"There is no Candidate '{missing}' here; expected one of 'c00'*").WithParameterName("id");
            }
        }

        string ten = "'c00', 'c01', 'c02', 'c03', 'c04', 'c05', 'c06', 'c07', 'c08', 'c09'";
        FluentActions.Invoking(() => Of(10)["z"]).Should().Throw<ArgumentException>().WithMessage($"There is no Candidate 'z' here; expected one of {ten}.*");
        FluentActions.Invoking(() => Of(13)["z"]).Should().Throw<ArgumentException>().WithMessage($"There is no Candidate 'z' here; expected one of {ten} and 3 more.*");
        FluentActions.Invoking(() => Of(1)[(Id<Candidate>)null!]).Should().Throw<ArgumentNullException>().WithParameterName("id");
    }

    private static IEnumerable<string> Of(IReadOnlyList<DecisionCriterion> criteria, CriterionWeights? weights, IReadOnlyList<Id<Candidate>> candidates, params double[][] columns)
    {
        bool made = DecisionMatrix.TryOfColumns(criteria, weights, candidates, columns, out DecisionMatrix? matrix, out IReadOnlyList<MatrixError> errors);
        made.Should().Be(errors.Count == 0);
        (matrix is not null).Should().Be(made);
        return errors.Select(error => error.Message);
    }
}
