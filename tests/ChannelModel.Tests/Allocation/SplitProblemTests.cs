using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Split problems as data: what each kind answers, line by line, what does not go together, and that every member counts.</summary>
public sealed class SplitProblemTests
{
    [Fact]
    public void Every_member_counts()
    {
        SplitProblemLine[] one = [new("a", 1)];
        ValueLaws.Apart(
            () => SplitProblem.Of(1, one),
            () => SplitProblem.Of(2, one),
            () => SplitProblem.Of(1, [new SplitProblemLine("a", 2)]),
            () => SplitProblem.Of(1, [new SplitProblemLine("a", 1), new("b", 1)]),
            () => SplitProblem.Of(1, one).WithRule(SplitRule.First),
            () => SplitProblem.Of(1, one).WithMethod(ApportionmentMethod.Webster),
            () => SplitProblem.Of(1, one).WithMethod(ApportionmentMethod.Adams),
            () => SplitProblem.Of(1, one).WithStep(1m),
            () => SplitProblem.Of(1, one).WithPolicy(InfeasiblePolicy.RelaxMinimums),
            () => SplitProblem.Of(Cny(1m), one),
            () => SplitProblem.Of(Money.Of(1m, Currency.USD), one));
        ValueLaws.Apart(
            () => new SplitProblemLine("a", 1),
            () => new SplitProblemLine("b", 1),
            () => new SplitProblemLine("a", 2),
            () => new SplitProblemLine("a", 1, 1m),
            () => new SplitProblemLine("a", 1, maximum: 1m),
            () => new SplitProblemLine("a", 1, 1m, 1m));
        ValueLaws.Apart(() => SplitRule.First, () => SplitRule.Last, () => SplitRule.CumulativeBy(RoundingMode.Floor));
    }

    [Fact]
    public void Each_kind_of_problem_answers_with_parts_shares_and_bounds()
    {
        SplitProblemLine[] lines = [new("a", 1), new("b", 2)];
        Answer(SplitProblem.Of(Cny(100m), lines)).Should().Be("Split 0: a 33.33 of 100/3 Between, b 66.67 of 200/3 Between");
        Answer(SplitProblem.Of(Cny(100m), lines).WithRule(SplitRule.Separate)).Should().Be("Split 0.01: a 33.33 of 100/3 Between, b 66.66 of 200/3 Between");
        Answer(SplitProblem.Of(Money.Of(100m, Currency.CHF), lines).WithStep(0.05m)).Should().Be("Split 0: a 33.35 of 100/3 Between, b 66.65 of 200/3 Between");
        Answer(SplitProblem.Of(10, lines)).Should().Be("Split 0: a 3 of 10/3 Between, b 7 of 20/3 Between");
        Answer(SplitProblem.Of(-10, lines).WithRule(SplitRule.First)).Should().Be("Split 0: a -4 of -10/3 Between, b -6 of -20/3 Between");
        Answer(SplitProblem.Of(120, lines).WithStep(12m)).Should().Be("Split 0: a 36 of 40 Between, b 84 of 80 Between", "10 steps are 3.33 and 6.67");
        Answer(SplitProblem.Of(10, lines).WithMethod(ApportionmentMethod.Webster)).Should().Be("Split 0: a 3 of 10/3 Between, b 7 of 20/3 Between");
        Answer(SplitProblem.Of(0, lines)).Should().Be("Split 0: a 0 of 0 Between, b 0 of 0 Between");
    }

    [Fact]
    public void Bounds_hold_in_money_and_in_whole_things()
    {
        SplitProblemLine[] lines = [new("a", 1, 60.5m), new("b", 1), new("c", 2, maximum: 10m), new("d", 1, 5m, 5m), new("e", 0, 1m)];
        Answer(SplitProblem.Of(Cny(100m), lines)).Should().Be("Split 0: a 60.5 of 121/2 AtMinimum, b 23.5 of 47/2 Between, c 10 of 10 AtMaximum, d 5 of 5 Fixed, e 1 of 1 NoWeight");
        SplitProblemLine[] whole = [new("a", 1, 60m), new("b", 1), new("c", 1), new("d", 1, maximum: 7m)];
        Answer(SplitProblem.Of(98, whole)).Should().Be("Split 0: a 60 of 60 AtMinimum, b 16 of 31/2 Between, c 15 of 31/2 Between, d 7 of 7 AtMaximum");
        Answer(SplitProblem.Of(98, whole).WithMethod(ApportionmentMethod.Jefferson)).Should().Be("Split 0: a 60 of 49/2 Between, b 16 of 49/2 Between, c 15 of 49/2 Between, d 7 of 49/2 Between");
        Answer(SplitProblem.Of(98, [new SplitProblemLine("a", 1, 0m, long.MaxValue)])).Should().Be("Split 0: a 98 of 98 Between");
    }

    [Fact]
    public void A_total_that_does_not_fit_is_told_or_dealt_with_as_the_policy_says()
    {
        SplitProblem low = SplitProblem.Of(Cny(50m), [new SplitProblemLine("a", 1, 60m), new("b", 1, 20m), new("c", 1)]);
        Answer(low).Should().Be("Infeasible 50: ");
        Notes(low).Should().Equal("The total 50.00 CNY is 30.00 CNY below the minimums, which come to 80.00 CNY (a, b).", "总额50.00 CNY低于各下限之和80.00 CNY，缺30.00 CNY（a, b）。");
        Answer(low.WithPolicy(InfeasiblePolicy.RelaxMinimums)).Should().Be("MinimumsRelaxed 0: a 37.5 of 75/2 Between, b 12.5 of 25/2 Between, c 0 of 0 Between");
        Notes(low.WithPolicy(InfeasiblePolicy.RelaxMinimums)).Should().Equal(Notes(low));
        SplitProblem high = SplitProblem.Of(50, [new SplitProblemLine("a", 1, maximum: 10m), new("b", 1, maximum: 20m)]);
        Answer(high).Should().Be("Infeasible 50: ");
        Answer(high.WithPolicy(InfeasiblePolicy.LeaveUnallocated)).Should().Be("PartlyUnallocated 20: a 10 of 10 AtMaximum, b 20 of 20 AtMaximum");
        Notes(high.WithPolicy(InfeasiblePolicy.LeaveUnallocated)).Should().Equal("The total 50 is 20 above the maximums, which come to 30 (a, b).", "总额50高于各上限之和30，超出20（a, b）。");
        Notes(SplitProblem.Of(50, [new SplitProblemLine("a", 1)])).Should().BeEmpty();
        Notes(SplitProblem.Of(5, [new SplitProblemLine("a", 1, 1m)])).Should().BeEmpty();
    }

    [Fact]
    public void An_apportionment_notes_its_divisors_the_next_and_who_tied()
    {
        SplitProblemLine[] votes = [new("A", 43), new("B", 33), new("C", 12), new("D", 8), new("E", 4)];
        Notes(SplitProblem.Of(10, votes).WithMethod(ApportionmentMethod.Webster)).Should().Equal(
            "Every divisor from 66/7 to 86/9 gives this.",
            "除数在66/7至86/9之间时结果相同。",
            "Next in the queue: B.",
            "下一个名额：B。");
        Notes(SplitProblem.Of(0, [new SplitProblemLine("a", 1)]).WithMethod(ApportionmentMethod.Webster)).Should().Equal(
            "Every divisor from 2 to - gives this.",
            "除数在2至-之间时结果相同。",
            "Next in the queue: a.",
            "下一个名额：a。");
        Notes(SplitProblem.Of(1, [new SplitProblemLine("b", 1), new("a", 1), new("c", 1)]).WithMethod(ApportionmentMethod.Hamilton)).Should().Equal(
            "Next in the queue: b, c.",
            "下一个名额：b、c。",
            "Tied for the last units, so that the smaller id decided: a, b, c.",
            "末位并列，按编号先后决定：a、b、c。");
        Notes(SplitProblem.Of(4, [new SplitProblemLine("a", 1, maximum: 4m)]).WithMethod(ApportionmentMethod.Webster)).Should().BeEmpty("nobody can get more");
    }

    [Fact]
    public void What_is_the_same_already_is_the_same_object()
    {
        SplitProblem problem = SplitProblem.Create(Cny(1m).Amount, Currency.CNY, [new SplitProblemLine("a", 1)], SplitRule.LargestRemainder, null, 0.5m, InfeasiblePolicy.Refuse);
        problem.WithRule(SplitRule.Parse("largest-remainder")).Should().BeSameAs(problem);
        problem.WithStep(0.50m).Should().BeSameAs(problem);
        problem.WithPolicy(InfeasiblePolicy.Refuse).Should().BeSameAs(problem);
        SplitProblem seats = SplitProblem.Of(1, [new SplitProblemLine("a", 1)]).WithMethod(ApportionmentMethod.Webster);
        seats.WithMethod(ApportionmentMethod.Parse("saintelague")).Should().BeSameAs(seats);
        SplitProblem first = problem.WithRule(SplitRule.First);
        (first.Rule, first.Step, first.Total, first.Currency, first.Policy).Should().Be((SplitRule.First, 0.5m, 1m, Currency.CNY, InfeasiblePolicy.Refuse));
        problem.WithStep(0.10m).Step!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be("0.1");
        SplitProblem.Create(1.10m, Currency.CNY, problem.Lines, SplitRule.First, null, 0.10m, InfeasiblePolicy.Refuse).Step!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be("0.1");
        SplitProblem.Create(1.10m, Currency.CNY, problem.Lines, SplitRule.First, null, null, InfeasiblePolicy.Refuse).Total.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be("1.1");
        problem.HasBounds.Should().BeFalse();
        SplitProblem.Of(1, [new SplitProblemLine("a", 1), new("b", 1, 1m)]).HasBounds.Should().BeTrue();
        SplitProblem.Of(1, [new SplitProblemLine("a", 1), new("b", 1, maximum: 1m)]).HasBounds.Should().BeTrue();
        problem.Solve().Problem.Should().BeSameAs(problem);
        problem.Solve().Should().BeSameAs(problem.Solve());
    }

    [Fact]
    public void Whole_totals_have_64_bits()
    {
        SplitProblemLine[] lines = [new("a", 1)];
        foreach (decimal total in new[] { long.MaxValue, long.MinValue, 0m, 7.0m })
        {
            Create(total, null).Solve().Lines.Single().Part.Should().Be(total);
        }

        foreach (decimal total in new[] { long.MaxValue + 1m, long.MinValue - 1m, 0.5m })
        {
            ((Action)(() => Create(total, null))).Should().ThrowExactly<ArgumentException>().WithParameterName("total")
                .WithMessage(FormattableString.Invariant($"The total is {total}; expected a whole number of at most 64 bits, or a currency.*"));
        }

        Create(0.5m, Currency.CNY).Solve().Lines.Single().Part.Should().Be(0.5m);

        SplitProblem Create(decimal total, Currency? currency) => SplitProblem.Create(total, currency, lines, SplitRule.LargestRemainder, null, null, InfeasiblePolicy.Refuse);
    }

    [Fact]
    public void A_method_stands_alone()
    {
        SplitProblemLine[] lines = [new("a", 1)];
        foreach (Action made in new Action[]
        {
            () => SplitProblem.Of(Cny(1m), lines).WithMethod(ApportionmentMethod.Adams),
            () => SplitProblem.Of(1, lines).WithRule(SplitRule.First).WithMethod(ApportionmentMethod.Adams),
            () => SplitProblem.Of(1, lines).WithStep(1m).WithMethod(ApportionmentMethod.Adams),
            () => SplitProblem.Of(1, lines).WithPolicy(InfeasiblePolicy.LeaveUnallocated).WithMethod(ApportionmentMethod.Adams),
        })
        {
            made.Should().ThrowExactly<ArgumentException>().WithMessage("A method of apportionment is there together with a currency, a rule, a step or a policy; expected whole things by the method alone.");
        }
    }

    [Fact]
    public void Bounds_go_with_the_first_rule_only_and_without_steps()
    {
        SplitProblemLine[] bounded = [new("a", 1, 1m), new("b", 1)];
        foreach (Action made in new Action[]
        {
            () => SplitProblem.Of(1, bounded).WithRule(SplitRule.First),
            () => SplitProblem.Of(1, bounded).WithStep(1m),
            () => SplitProblem.Of(Cny(1m), bounded).WithStep(1m),
            () => SplitProblem.Of(1, [new SplitProblemLine("a", 1, maximum: 1m)]).WithStep(1m),
        })
        {
            made.Should().ThrowExactly<ArgumentException>().WithMessage("Lines have bounds together with another rule or a step; expected the rule largest-remainder without a step.");
        }
    }

    [Fact]
    public void Steps_and_bounds_of_whole_things_are_whole()
    {
        SplitProblemLine[] lines = [new("a", 1)];
        foreach (decimal step in new[] { 1.5m, long.MaxValue + 1m })
        {
            ((Action)(() => SplitProblem.Of(0, lines).WithStep(step))).Should().ThrowExactly<ArgumentException>()
                .WithMessage(FormattableString.Invariant($"The step {step} is no whole number; expected a step of 1 or more for whole things."));
        }

        SplitProblem.Of(0, lines).WithStep(long.MaxValue).Solve().Lines.Single().Part.Should().Be(0m);
        SplitProblem.Of(Cny(3m), lines).WithStep(1.5m).Solve().Lines.Single().Part.Should().Be(3m);
        foreach (decimal bound in new[] { 1.5m, long.MaxValue + 1m })
        {
            string message = FormattableString.Invariant($"A bound of 'a' is {bound}; expected a whole number.");
            ((Action)(() => SplitProblem.Of(9, [new SplitProblemLine("a", 1, bound)]))).Should().ThrowExactly<ArgumentException>().WithMessage(message);
            ((Action)(() => SplitProblem.Of(9, [new SplitProblemLine("a", 1, maximum: bound)]))).Should().ThrowExactly<ArgumentException>().WithMessage(message);
        }
    }

    [Fact]
    public void Lines_and_arguments_that_are_missing_or_wrong_are_named()
    {
        SplitProblemLine[] lines = [new("a", 1)];
        SplitProblem problem = SplitProblem.Of(1, lines);
        Null(() => SplitProblem.Of(1, null!), "lines");
        Null(() => SplitProblem.Of(Cny(1m), null!), "lines");
        Null(() => SplitProblem.Create(1m, null, null!, SplitRule.First, null, null, InfeasiblePolicy.Refuse), "lines");
        Null(() => SplitProblem.Create(1m, null, lines, null!, null, null, InfeasiblePolicy.Refuse), "rule");
        Null(() => problem.WithRule(null!), "rule");
        Null(() => problem.WithMethod(null!), "method");
        Null(() => _ = new SplitProblemLine(null!, 1), "id");
        ((Action)(() => _ = new SplitProblemLine("a", -1))).Should().ThrowExactly<ArgumentException>().WithMessage("The weight of 'a' is -1; expected 0 or more.*");
        ((Action)(() => _ = new SplitProblemLine("a", 1, 2m, 1m))).Should().ThrowExactly<ArgumentException>().WithMessage("The minimum of 'a' is 2, its maximum 1; expected the minimum not to be above the maximum.*");
        ((Action)(() => _ = new SplitProblemLine("a", 1, -2m, 1m))).Should().ThrowExactly<ArgumentException>().WithParameterName("minimum").WithMessage("A bound of 'a' is -2; expected 0 or more.*");
        ((Action)(() => _ = new SplitProblemLine("a", 1, maximum: -3m))).Should().ThrowExactly<ArgumentException>().WithParameterName("minimum").WithMessage("A bound of 'a' is -3; expected 0 or more.*");
        new SplitProblemLine("a", 1, 0m, 0m).Maximum.Should().Be(0m);

        static void Null(Action made, string parameter) => made.Should().ThrowExactly<ArgumentNullException>().WithParameterName(parameter);
    }

    internal static string Answer(SplitProblem problem)
    {
        SplitSolution solution = problem.Solve();
        return FormattableString.Invariant($"{solution.Status} {solution.Remainder}: ")
            + string.Join(", ", solution.Lines.Select(line => FormattableString.Invariant($"{line.Line.Id} {line.Part} of {line.Share} {line.Bound}")));
    }

    private static IEnumerable<string?> Notes(SplitProblem problem) => problem.Solve().Notes.SelectMany(note => new string?[] { note.En, note.ZhHans });

    private static Money Cny(decimal amount) => Money.Of(amount, Currency.CNY);
}
