using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Which texts are budget records at all: rows, cells and names, each wrong in turn.</summary>
public sealed class BudgetRecordFormTests
{
    private const string NotARecord = "This is not a budget record of version 1.";
    private const string Head = "channelmodel-budget\t1\n";

    [Fact]
    public void A_text_without_the_rows_of_the_head_is_no_record()
    {
        BudgetProblem<string> problem = Two();
        string record = problem.Solve().ToRecord();
        string[] broken =
        [
            string.Empty,
            record.Replace("channelmodel-budget\t1\n", "channelmodel-budget\t2\n"),
            record.Replace("channelmodel-budget\t1\n", "channelmodel-budget\t1\t\n"),
            record.Replace("goal\t", "gaol\t"),
            record.Replace("goal\tTotal\t0\n", "goal\tTotal\n"),
            record.Replace("goal\tTotal\t0\n", "goal\tTotal\t0\t0\n"),
            record.Replace("goal\tTotal\t", "goal\t0\t"),
            record.Replace("goal\tTotal\t", "goal\tAll\t"),
            record.Replace("goal\tTotal\t", "goal\t77\t"),
            record.Replace("goal\tTotal\t0\n", "goal\tTotal\tzero\n"),
            record.Replace("status\t", "state\t"),
            record.Replace("status\tOptimal\n", "status\tOptimal\t\n"),
            record.Replace("status\tOptimal\n", "status\n"),
            record.Replace("status\tOptimal\n", "status\t0\n"),
            record.Replace("status\tOptimal\n", "status\tGood\n"),
            record.Substring(0, record.Length - 1),
            record + "end",
            record + "\t",
            Head + "goal\tTotal\t0\nstatus\tOptimal",
            Head + "goal\tTotal\t0\n",
            Head,
        ];
        foreach (string text in broken)
        {
            text.Should().NotBe(record);
            problem.Verify(text).Should().Equal(NotARecord);
            Refused(problem, text, NotARecord);
        }
    }

    [Fact]
    public void A_row_of_another_form_is_named()
    {
        BudgetProblem<string> problem = Two();
        string record = problem.Solve().ToRecord();
        const string A = "line\ta\tAtMax\t200\t2\t4\t2\t1\t1";
        record.Should().Contain(A + "\n");
        Broken(A, A + "\t0");
        Broken(A, A.Substring(0, A.Length - 2));
        Broken(A, A.Replace("\t200\t", "\t200.5\t"));
        Broken(A, A.Replace("\t200\t", "\t-200\t"));
        Broken(A, A.Replace("\t200\t2\t", "\t200\ttwo\t"));
        Broken(A, A.Replace("\t2\t4\t", "\t2\tfour\t"));
        Broken(A, A.Substring(0, A.Length - 1) + "one");
        Broken("price\t\t1", "price\t\t1\t");
        Broken("price\t\t1", "price\t");
        Broken("price\t\t1", "price\t0\t1");
        Broken("price\t\t1", "price\t\tone");
        Broken("price\t\t1", "cut\t0");
        Broken("price\t\t1", "cut\t-1\t1");
        Broken("price\t\t1", "cut\tx\t1");
        Broken("price\t\t1", "cut\t0\tone");
        Broken("price\t\t1", "cut\t0\t1\t1");
        Broken("total\t300", "total\t300\t");
        Broken("total\t300", "total");
        Broken("total\t300", "total\t-300");
        Broken("total\t300", "total\t300.0");
        Broken("bound\t5", "bound\t5\t5");
        Broken("bound\t5", "bound");
        Broken("bound\t5", "bound\tfive");
        Broken("bound\t5\n", "bound\t5\nbound\t5\n", "bound\t5");
        Broken("bound\t5", string.Empty);

        void Broken(string row, string other, string? named = null)
        {
            string text = record.Replace("\n" + row + (row.EndsWith("\n", StringComparison.Ordinal) ? string.Empty : "\n"), "\n" + other + (other.EndsWith("\n", StringComparison.Ordinal) ? string.Empty : "\n"));
            text.Should().NotBe(record);
            string finding = $"'{(named ?? other).Replace('\t', ' ')}' is not a row of a budget record.";
            problem.Verify(text).Should().Equal(finding);
            Refused(problem, text, finding);
        }
    }

    [Fact]
    public void A_record_has_all_lines_and_numbers()
    {
        BudgetProblem<string> problem = Two();
        string record = problem.Solve().ToRecord();
        const string B = "line\tb\tInterior\t100\t1\t1\t1\t0\t0\n";
        record.Should().Contain(B);
        Missing(record.Replace(B, string.Empty), "The record has 1 lines and 8 numbers, expected 2 and 8.");
        Missing(record.Replace(B, B + B), "The record has 3 lines and 8 numbers, expected 2 and 8.");
        Missing(record.Replace("gap\t0\nrelative-gap\t0\n", "relative-gap\t0\n"), "The record has 2 lines and 7 numbers, expected 2 and 8.");
        Missing(record.Replace("\ngap\t0\n", "\ngap\t0\ngape\t0\n"), "The record has 2 lines and 9 numbers, expected 2 and 8.");
        Missing(record.Replace("\ngap\t0\n", "\ngape\t0\n"), "The record has 2 lines and 8 numbers, expected 2 and 8.");
        Missing(record.Replace("\nmultiplier\t", "\nprice of money\t"), "The record has 2 lines and 8 numbers, expected 2 and 8.");

        void Missing(string text, string finding)
        {
            problem.Verify(text).Should().Equal(finding);
            Refused(problem, text, finding);
        }
    }

    [Fact]
    public void A_status_without_amounts_has_no_rows_of_amounts()
    {
        BudgetProblem<string> problem = Two();
        string record = problem.Solve().ToRecord();
        foreach (string status in new[] { "Infeasible", "TargetUnreachable", "Unbounded" })
        {
            Refused(problem, record.Replace("\tOptimal\n", $"\t{status}\n"), $"The status {status} has no amounts.");
        }

        foreach (string status in new[] { "OptimalWithinGap", "Saturated" })
        {
            BudgetSolution<string> kept = BudgetSolution<string>.OfRecord(problem, record.Replace("\tOptimal\n", $"\t{status}\n"));
            kept.Status.ToString().Should().Be(status);
            kept.HasAmounts.Should().BeTrue();
        }
    }

    [Fact]
    public void A_kept_solution_has_the_numbers_of_its_record()
    {
        BudgetProblem<string> problem = BudgetRecordTests.Bounded();
        BudgetSolution<string> solution = problem.Solve();
        BudgetSolution<string> kept = BudgetSolution<string>.OfRecord(problem, solution.ToRecord());
        kept.Goal.Should().Be(BudgetGoal.Total);
        kept.Total.Should().Be(solution.Total);
        kept.Select(line => (line.Key, line.Amount, line.Ideal, line.Status)).Should().Equal(solution.Select(line => (line.Key, line.Amount, line.Ideal, line.Status)));
        Numbers(kept.Certificate!).Should().Equal(Numbers(solution.Certificate!));
        BudgetSolution<string> aimed = problem.SolveForMarginalReturn(1.25);
        BudgetSolution<string> again = BudgetSolution<string>.OfRecord(problem, aimed.ToRecord());
        again.Goal.Should().Be(BudgetGoal.MarginalReturn);
        again.Target.Should().Be(1.25);
        again.Total.Should().Be(aimed.Total);
        again.Verify().Should().BeEmpty();

        // Also a wrong record is kept as it stands: its gap is not that of its bound.
        string wrong = BudgetRecordTests.Changed(solution.ToRecord(), "gap", 0, 1, 7d);
        BudgetSolution<string>.OfRecord(problem, BudgetRecordTests.Changed(solution.ToRecord(), "line", 0, 5, 7d)).ToRecord().Should().Be(BudgetRecordTests.Changed(solution.ToRecord(), "line", 0, 5, 7d));
        problem.Verify(wrong).Should().ContainSingle();

        // A solution of nothing known has no current response, and its record says so.
        BudgetSolution<string>.OfRecord(Two(), Two().Solve().ToRecord()).Certificate!.CurrentResponse.Should().BeNull();

        static IEnumerable<double?> Numbers(BudgetCertificate proof) =>
            [proof.Multiplier, proof.KktResidual, proof.Response, proof.IdealResponse, proof.CurrentResponse, proof.Lift, proof.Bound, proof.Gap, proof.RelativeGap, proof.ProofSteps];
    }

    [Fact]
    public void A_shortfall_is_kept_with_its_side_and_amount()
    {
        BudgetProblem<string> problem = Two();
        BudgetSolution<string> small = BudgetSolution<string>.OfRecord(problem, Head + "goal\tTotal\t0\nstatus\tInfeasible\nshortfall\tsmall\t125\n");
        small.Status.Should().Be(BudgetStatus.Infeasible);
        small.Shortfall!.TotalTooSmall.Should().BeTrue();
        small.Shortfall.Amount.Should().Be(Money.Of(1.25m, Currency.CNY));
        small.Summary.En.Should().StartWith("The total of 3.00 CNY is 1.25 CNY below ");
        BudgetSolution<string> large = BudgetSolution<string>.OfRecord(problem, Head + "goal\tTotal\t0\nstatus\tInfeasible\nshortfall\tlarge\t9007199254740992\n");
        large.Shortfall!.TotalTooSmall.Should().BeFalse();
        large.Shortfall.Amount.Should().Be(Money.Of(90_071_992_547_409.92m, Currency.CNY));
        string[] broken =
        [
            string.Empty, "shortfall\tsmall\t1\nshortfall\tsmall\t1\n", "shortfall\tsmall\n", "shortfall\tsmall\t1\t1\n", "short\tsmall\t1\n", "shortfall\tmedium\t1\n", "shortfall\tsmall\t-1\n", "shortfall\tsmall\tone\n",
            "shortfall\tsmall\t9007199254740993\n",
        ];
        foreach (string rows in broken)
        {
            Refused(problem, Head + "goal\tTotal\t0\nstatus\tInfeasible\n" + rows, "The rows of the record are not those of the status Infeasible.");
        }

        foreach (string status in new[] { "TargetUnreachable", "Unbounded" })
        {
            BudgetSolution<string>.OfRecord(problem, Head + $"goal\tResponse\t7\nstatus\t{status}\n").Status.ToString().Should().Be(status);
            Refused(problem, Head + $"goal\tResponse\t7\nstatus\t{status}\nshortfall\tsmall\t1\n", $"The rows of the record are not those of the status {status}.");
        }

        foreach (string status in new[] { "Optimal", "OptimalWithinGap", "Saturated" })
        {
            Refused(problem, Head + $"goal\tTotal\t0\nstatus\t{status}\n", $"The rows of the record are not those of the status {status}.");
        }
    }

    [Fact]
    public void Records_without_amounts_are_compared_with_the_answer()
    {
        BudgetProblem<string> tight = BudgetProblem.Create(Money.Of(3m, Currency.CNY), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Money.Of(2m, Currency.CNY))]);
        string record = tight.Solve().ToRecord();
        tight.Verify(record).Should().BeEmpty();
        tight.Verify(record.Replace("\t100\n", "\t101\n")).Should().Equal("The problem does not answer 'Infeasible'; it answers 'Infeasible'.");
        Two().Verify(record).Should().Equal("The problem does not answer 'Infeasible'; it answers 'Optimal'.");
        tight.Verify(tight.SolveForMarginalReturn(3d).ToRecord()).Should().BeEmpty();
        (string Goal, string Status, string? Answer)[] rows =
        [
            ("Response\t5", "TargetUnreachable", null), ("Response\t4", "TargetUnreachable", "Optimal"), ("Response\t0", "TargetUnreachable", "Optimal"), ("Response\t-1", "TargetUnreachable", "no such target"),
            ("Response\tNaN", "TargetUnreachable", "no such target"), ("Response\tInfinity", "TargetUnreachable", "no such target"), ("AverageReturn\t2.5", "TargetUnreachable", null), ("AverageReturn\t0", "TargetUnreachable", "no such target"),
            ("AverageReturn\t2.5", "Unbounded", "TargetUnreachable"), ("MarginalReturn\t1", "Unbounded", "Optimal"), ("MarginalReturn\t0", "Unbounded", "no such target"), ("MarginalReturn\t-Infinity", "Unbounded", "no such target"),
        ];
        foreach ((string goal, string status, string? answer) in rows)
        {
            tight.Verify(Head + $"goal\t{goal}\nstatus\t{status}\n").Should().Equal(answer is null ? [] : [$"The problem does not answer '{status}'; it answers '{answer}'."]);
        }

        BudgetProblem<string> open = BudgetProblem.Create(Money.Of(3m, Currency.CNY), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]);
        open.Verify(Head + "goal\tMarginalReturn\t1\nstatus\tUnbounded\n").Should().BeEmpty();
        open.Verify(Head + "goal\tMarginalReturn\t1\nstatus\tTargetUnreachable\n").Should().Equal("The problem does not answer 'TargetUnreachable'; it answers 'Unbounded'.");
        open.Verify(Head + "goal\tAverageReturn\t1\nstatus\tUnbounded\n").Should().BeEmpty();
    }

    private static BudgetProblem<string> Two() =>
        BudgetProblem.Create(Money.Of(3m, Currency.CNY), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Money.Of(2m, Currency.CNY)), BudgetLine.Of("b", ResponseCurve.Linear(1d))]);

    private static void Refused(BudgetProblem<string> problem, string text, string message) =>
        ((Action)(() => BudgetSolution<string>.OfRecord(problem, text))).Should().Throw<FormatException>(text).WithMessage(message);
}
