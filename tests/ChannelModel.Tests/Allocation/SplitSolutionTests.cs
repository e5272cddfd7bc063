using System;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Records of splits against the split worked anew: every number that differs is named.</summary>
public sealed class SplitSolutionTests
{
    private static readonly SplitProblem Halves = SplitProblem.Of(10, [new("a", 1), new("b", 1)]);

    private static readonly SplitProblem Unfit = SplitProblem.Of(10, [new SplitProblemLine("a", 1, maximum: 3m)]);

    [Fact]
    public void A_record_as_worked_out_has_no_differences()
    {
        SplitSolution record = SplitSolution.OfRecord(Halves, BoundedStatus.Split, [5m, 5.0m], 0m);
        record.Verify().Should().BeEmpty();
        record.Problem.Should().BeSameAs(Halves);
        record.Notes.Should().BeEmpty();
        record.Lines.Select(line => (line.Line, line.Share, line.Part, line.Bound)).Should().Equal(Halves.Solve().Lines.Select(line => (line.Line, line.Share, line.Part, line.Bound)));
        Halves.Solve().Verify().Should().BeEmpty();
        SplitSolution.OfRecord(Unfit, BoundedStatus.Infeasible, [], 10m).Verify().Should().BeEmpty();
        SplitProblem held = SplitProblem.Of(10, [new SplitProblemLine("a", 1, maximum: 3m), new("b", 1)]);
        SplitSolution.OfRecord(held, BoundedStatus.Split, [3m, 7m], 0m).Lines.Select(line => (line.Share, line.Bound)).Should().Equal((3, LineBound.AtMaximum), (7, LineBound.Between));
    }

    [Fact]
    public void Each_number_that_differs_is_named()
    {
        SplitSolution.OfRecord(Halves, BoundedStatus.PartlyUnallocated, [5m, 5m], 0m).Verify().Should().Equal("The status is PartlyUnallocated; expected Split.");
        SplitSolution.OfRecord(Halves, BoundedStatus.Split, [5m, 5m], 1m).Verify().Should().Equal("The remainder is 1; expected 0.");
        SplitSolution.OfRecord(Halves, BoundedStatus.Split, [4m, 6m], 0m).Verify().Should().Equal("The part of 'a' is 4; expected 5.", "The part of 'b' is 6; expected 5.");
        SplitSolution.OfRecord(Halves, BoundedStatus.Split, [5m, 4m], 0m).Verify().Should().Equal("The part of 'b' is 4; expected 5.");
    }

    [Fact]
    public void Parts_that_are_there_on_one_side_only_are_counted()
    {
        SplitSolution.OfRecord(Halves, BoundedStatus.Infeasible, [], 10m).Verify().Should().Equal(
            "The status is Infeasible; expected Split.", "The remainder is 10; expected 0.", "There are 0 parts; expected 2.");
        SplitSolution invented = SplitSolution.OfRecord(Unfit, BoundedStatus.Split, [3m], 10m);
        invented.Verify().Should().Equal("The status is Split; expected Infeasible.", "There are 1 parts; expected 0.");
        invented.Lines.Single().Share.Should().Be(Fraction.Zero);
        invented.Lines.Single().Bound.Should().Be(LineBound.Between);
    }

    [Fact]
    public void A_record_has_a_part_for_each_line()
    {
        ((Action)(() => SplitSolution.OfRecord(Halves, BoundedStatus.Split, [], 10m))).Should().ThrowExactly<ArgumentException>().WithParameterName("parts").WithMessage("There are 0 parts for 2 lines; expected one for each.*");
        ((Action)(() => SplitSolution.OfRecord(Halves, BoundedStatus.Infeasible, [1m], 10m))).Should().ThrowExactly<ArgumentException>().WithParameterName("parts").WithMessage("There are 1 parts for 2 lines; expected one for each.*");
        ((Action)(() => SplitSolution.OfRecord(Halves, BoundedStatus.Split, [1m, 2m, 3m], 10m))).Should().ThrowExactly<ArgumentException>().WithParameterName("parts");
        ((Action)(() => SplitSolution.OfRecord(null!, BoundedStatus.Split, [], 10m))).Should().ThrowExactly<ArgumentNullException>().WithParameterName("problem");
        ((Action)(() => SplitSolution.OfRecord(Halves, BoundedStatus.Split, null!, 10m))).Should().ThrowExactly<ArgumentNullException>().WithParameterName("parts");
    }
}
