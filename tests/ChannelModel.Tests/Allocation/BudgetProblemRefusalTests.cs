using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>What a budget problem accepts, to the last unit, and in which words it refuses the rest.</summary>
public sealed class BudgetProblemRefusalTests
{
    [Fact]
    public void What_does_not_fit_is_refused_in_full_sentences()
    {
        Refused(() => Problem(1m), "lines", "There is no line; expected at least one.");
        Refused(() => Problem(-0.01m, Line("a")), "total", "The total is -0.01 CNY; expected 0 or more.");
        Refused(() => Problem(1m, Line("a"), null!), "lines", "The line 1 is null.");
        Refused(() => Problem(1m, Line("a"), Line("b"), Line("a")), "lines", "The key 'a' is there twice; expected each key once.");
        Refused(() => Problem(0.001m, Line("a")), "total", "The total is 0.001 CNY, which has more decimals than CNY; expected a whole number of its smallest unit.");
        Refused(() => Problem(1m, Line("a").Spending(Yuan(0.001m))), "lines", "The current spend of 'a' is 0.001 CNY, which has more decimals than CNY; expected a whole number of its smallest unit.");
        Refused(() => Problem(1m, Line("a").FixedAt(Yuan(0.001m))), "lines", "The fixed amount of 'a' is 0.001 CNY, which has more decimals than CNY; expected a whole number of its smallest unit.");
        Refused(() => Problem(1m, Line("a").Spending(Money.Of(1m, Currency.USD))), "lines", "The current spend of 'a' is 1.00 USD; expected an amount in CNY.");
        Refused(() => Problem(1m, Line("a").FixedAt(Money.Of(1m, Currency.USD))), "lines", "The fixed amount of 'a' is 1.00 USD; expected an amount in CNY.");
        Refused(() => Problem(1m, Line("a").AtLeast(Money.Of(1m, Currency.USD))), "lines", "The minimum of 'a' is 1.00 USD; expected an amount in CNY.");
        Refused(() => Problem(1m, Line("a").AtMost(Money.Of(1m, Currency.USD))), "lines", "The maximum of 'a' is 1.00 USD; expected an amount in CNY.");
        Refused(() => Problem(90_071_992_547_409.93m, Line("a")), "total", "The total is 90071992547409.93 CNY; expected at most 90071992547409.92 CNY, 2^53 smallest units.");
        Problem(90_071_992_547_409.92m, Line("a")).Total.Should().Be(Yuan(90_071_992_547_409.92m));
        Refused(() => Problem(1m, Line("a").AtLeast(Rate.Percent(80m))), "lines", "The line 'a' has a bound of 80% of its current spend, which is not given.");
        BudgetLine<string> vast = Line("a").Spending(Yuan(80_000_000_000_000m));
        Refused(() => Problem(1m, vast.AtLeast(Rate.Percent(200m))), "lines", "The minimum of 'a' is 200% of 80000000000000.00 CNY; expected at most 90071992547409.92 CNY, 2^53 smallest units.");
        ((Action)(() => Problem(1m, vast.AtMost(Rate.Percent(200m))))).Should().NotThrow("more than that is no bound at all");
        Refused(() => Problem(1m, Line("a").AtMost(Rate.Percent(120m)).AtLeast(Rate.Percent(80m))), "lines", "The line 'a' has a bound of 80% of its current spend, which is not given.");
        Refused(() => Problem(1m, Line("a").AtMost(Rate.Percent(120m))), "lines", "The line 'a' has a bound of 120% of its current spend, which is not given.");
        Refused(() => Problem(1m, Line("a").AtLeast(Yuan(2m)).AtMost(Yuan(1.5m))), "lines", "The minimum of 'a' is 2.00 CNY, above its maximum of 1.50 CNY.");
        ((Action)(() => BudgetProblem.Create<string>(Yuan(1m), null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => BudgetLine.Of<string>(null!, ResponseCurve.Linear(1d)))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("key");
        ((Action)(() => BudgetLine.Of("a", null!))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("curve");
        ((Action)(() => Line("a").Excluded(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => Line("a").WithCurve(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => Problem(1m, Line("a")).Verify(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => BudgetSolution<string>.OfRecord(Problem(1m, Line("a")), null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => BudgetSolution<string>.OfRecord(null!, string.Empty))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_negative_amount_or_share_is_refused_by_its_name()
    {
        Out(() => Line("a").Spending(Yuan(-0.01m)), "current", Yuan(-0.01m), "Expected an amount of 0 or more.");
        Out(() => Line("a").AtLeast(Yuan(-0.01m)), "minimum", Yuan(-0.01m), "Expected an amount of 0 or more.");
        Out(() => Line("a").AtMost(Yuan(-0.01m)), "maximum", Yuan(-0.01m), "Expected an amount of 0 or more.");
        Out(() => Line("a").FixedAt(Yuan(-0.01m)), "amount", Yuan(-0.01m), "Expected an amount of 0 or more.");
        Out(() => Line("a").AtLeast(Rate.Percent(-1m)), "ofCurrent", Rate.Percent(-1m), "Expected 0% or more.");
        Out(() => Line("a").AtMost(Rate.Percent(-1m)), "ofCurrent", Rate.Percent(-1m), "Expected 0% or more.");
        Out(() => new SpendLevel(Yuan(-1m), 1m), "spend", Yuan(-1m), "Expected an amount of 0 or more.");
        BudgetLine<string> line = Line("a").Spending(Yuan(0m)).AtLeast(Yuan(0m)).AtMost(Yuan(0m)).AtLeast(Rate.Zero).AtMost(Rate.Zero);
        (line.Current, line.Minimum, line.Maximum, line.MinimumOfCurrent, line.MaximumOfCurrent).Should().Be((Yuan(0m), Yuan(0m), Yuan(0m), Rate.Zero, Rate.Zero));
        Out(() => Problem(1m, Line("a")).SolveForMarginalReturn(0d), "target", 0d, "Expected a finite number above 0.");
        Out(() => Problem(1m, Line("a")).SolveForAverageReturn(0d), "target", 0d, "Expected a finite number above 0.");
        Out(() => Problem(1m, Line("a")).SolveForResponse(-1d), "target", -1d, "Expected a finite number, 0 or more.");
    }

    [Fact]
    public void A_line_keeps_what_was_said_and_each_word_makes_another_line()
    {
        ResponseCurve curve = ResponseCurve.Linear(1d);
        var reason = new LocalText("closed");
        BudgetLine<string> bare = BudgetLine.Of("a", curve);
        BudgetLine<string> line = bare.Spending(Yuan(1m)).AtLeast(Yuan(2m)).AtMost(Yuan(3m)).AtLeast(Rate.Percent(4m)).AtMost(Rate.Percent(5m)).FixedAt(Yuan(6m)).Excluded(reason);
        BudgetLine<string> other = line.WithCurve(ResponseCurve.Linear(2d));
        (other.Key, other.Current, other.Minimum, other.Maximum, other.MinimumOfCurrent, other.MaximumOfCurrent, other.FixedAmount, other.ExcludedFor).Should().Be(
            ("a", Yuan(1m), Yuan(2m), Yuan(3m), Rate.Percent(4m), Rate.Percent(5m), Yuan(6m), reason));
        other.Curve.Should().Be(ResponseCurve.Linear(2d));
        other.ToString().Should().Be("a: Quadratic(slope 2, bend 0)");
        line.WithCurve(ResponseCurve.Linear(1d)).Should().BeSameAs(line);
        line.Curve.Should().BeSameAs(curve);
        (bare.Current, bare.Minimum, bare.Maximum, bare.MinimumOfCurrent, bare.MaximumOfCurrent, bare.FixedAmount, bare.ExcludedFor).Should().Be(
            ((Money?)null, (Money?)null, (Money?)null, (Rate?)null, (Rate?)null, (Money?)null, (LocalText?)null));
    }

    [Fact]
    public void Bounds_are_rounded_into_the_range_and_the_narrower_holds()
    {
        // 80 % and 120 % of 33.33: 26.664 rounded up, 39.996 rounded down.
        Bounds(Line("a").Spending(Yuan(33.33m)).AtLeast(Rate.Percent(80m)).AtMost(Rate.Percent(120m)), 26.67m, 39.99m);
        Bounds(Line("a").Spending(Yuan(33.33m)).AtLeast(Rate.Percent(80m)).AtLeast(Yuan(30m)).AtMost(Rate.Percent(120m)).AtMost(Yuan(35m)), 30m, 35m);
        Bounds(Line("a").Spending(Yuan(33.33m)).AtLeast(Rate.Percent(80m)).AtLeast(Yuan(20m)).AtMost(Rate.Percent(120m)).AtMost(Yuan(45m)), 26.67m, 39.99m);
        Bounds(Line("a").AtLeast(Yuan(1.001m)).AtMost(Yuan(1.999m)), 1.01m, 1.99m);
        Bounds(Line("a").AtLeast(Yuan(1m)).AtMost(Yuan(1m)), 1m, 1m);
        Bounds(Line("a"), 0m, null);
        Bounds(Line("a").Spending(Yuan(90_000_000_000_000m)).AtMost(Rate.Percent(200m)), 0m, null);
        Bounds(Line("a").Spending(Yuan(90_000_000_000_000m)).AtMost(Rate.Percent(1_000_000m)), 0m, null);
        Bounds(Line("a").AtMost(Yuan(90_071_992_547_409.91m)), 0m, 90_071_992_547_409.91m);
        BudgetProblem<string> held = Problem(7m, Line("a").FixedAt(Yuan(7m)).AtMost(Yuan(1m)).AtLeast(Rate.Percent(80m)));
        held.Solve()[0].Status.Should().Be(BudgetLineStatus.Fixed, "other bounds no longer count");
        (held.Solve()[0].Minimum, held.Solve()[0].Maximum).Should().Be((Yuan(7m), Yuan(7m)));
        BudgetProblem<string> closed = Problem(7m, Line("a").Excluded(new LocalText("closed")).AtLeast(Yuan(9m)).FixedAt(Yuan(8m)), Line("b"));
        closed.Solve()[0].Status.Should().Be(BudgetLineStatus.Excluded);
        (closed.Solve()[0].Minimum, closed.Solve()[0].Maximum).Should().Be((Yuan(0m), Yuan(0m)));

        static void Bounds(BudgetLine<string> line, decimal least, decimal? most)
        {
            SolvedLine<string> solved = Problem(least, line).Solve()[0];
            solved.Minimum.Should().Be(Yuan(least));
            solved.Maximum.Should().Be(most is decimal there ? Yuan(there) : null);
        }
    }

    [Fact]
    public void Each_currency_has_its_smallest_unit()
    {
        Split(Currency.JPY, 3m).Should().Equal(2m, 1m);
        Split(Currency.CNY, 0.03m).Should().Equal(0.02m, 0.01m);
        Split(Currency.XXX, 0.000003m).Should().Equal(0.000002m, 0.000001m);

        static IEnumerable<decimal> Split(Currency currency, decimal total) =>
            BudgetProblem.Create(Money.Of(total, currency), [BudgetLine.Of("a", ResponseCurve.Logarithmic(1d, 1e9)), BudgetLine.Of("b", ResponseCurve.Logarithmic(1d, 1e9))]).Solve().Select(line => line.Amount.Amount);
    }

    [Fact]
    public void A_frontier_has_even_totals_from_the_first_to_the_last()
    {
        BudgetProblem<string> problem = Problem(1m, BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(3m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)));
        IReadOnlyList<BudgetSolution<string>> frontier = problem.Frontier(Yuan(0m), Yuan(10m), 4);
        frontier.Select(solution => solution.Total.Amount).Should().Equal(0m, 3.33m, 6.66m, 10m);
        frontier.Select(solution => Math.Round(solution.Certificate!.Response, 9)).Should().Equal(0d, 6.33, 9.66, 13d);
        problem.Frontier(Yuan(2m), Yuan(2.01m), 2).Select(solution => solution.Total.Amount).Should().Equal(2m, 2.01m);
        Out(() => problem.Frontier(Yuan(0m), Yuan(10m), 1), "points", 1, "Expected 2 or more.");
        Out(() => problem.Frontier(Yuan(5m), Yuan(5m), 2), "to", Yuan(5m), "Expected more than 5.00 CNY, and no negative amount.");
        Out(() => problem.Frontier(Yuan(-1m), Yuan(5m), 2), "to", Yuan(5m), "Expected more than -1.00 CNY, and no negative amount.");
        Out(() => problem.Frontier(Yuan(-90_071_992_547_409.92m), Yuan(5m), 2), "to", Yuan(5m), "Expected more than -90071992547409.92 CNY, and no negative amount.");
        Refused(() => problem.Frontier(Money.Of(0m, Currency.USD), Yuan(5m), 2), "from", "The first total is 0.00 USD; expected an amount in CNY.");
        Refused(() => problem.Frontier(Yuan(0m), Yuan(5.001m), 2), "to", "The last total is 5.001 CNY, which has more decimals than CNY; expected a whole number of its smallest unit.");
        Refused(() => problem.Frontier(Yuan(-90_071_992_547_409.93m), Yuan(5m), 2), "from", "The first total is -90071992547409.93 CNY; expected at most 90071992547409.92 CNY, 2^53 smallest units.");
    }

    [Fact]
    public void Another_total_is_one_of_the_same_currency()
    {
        BudgetProblem<string> problem = Problem(1m, Line("a"));
        problem.WithTotal(Yuan(1m)).Should().BeSameAs(problem);
        problem.WithTotal(Yuan(2m)).Total.Should().Be(Yuan(2m));
        problem.WithTotal(Yuan(2m)).Lines.Should().Equal(problem.Lines);
        Refused(() => problem.WithTotal(Money.Of(1m, Currency.USD)), "total", "The total 1.00 USD is in USD; expected CNY.");
        Refused(() => problem.WithTotal(Yuan(-1m)), "total", "The total is -1.00 CNY; expected 0 or more.");
    }

    private static void Refused(Func<object> action, string parameter, string message)
    {
        ArgumentException thrown = ((Action)(() => action())).Should().Throw<ArgumentException>().Which;
        thrown.ParamName.Should().Be(parameter);
        thrown.Message.Should().StartWith(message);
    }

    private static void Out(Func<object> action, string parameter, object value, string message)
    {
        ArgumentOutOfRangeException thrown = ((Action)(() => action())).Should().Throw<ArgumentOutOfRangeException>().Which;
        thrown.ParamName.Should().Be(parameter);
        thrown.ActualValue.Should().Be(value);
        thrown.Message.Should().StartWith(message);
    }

    private static BudgetProblem<string> Problem(decimal total, params BudgetLine<string>[] lines) => BudgetProblem.Create(Yuan(total), lines);

    private static BudgetLine<string> Line(string key) => BudgetLine.Of(key, ResponseCurve.Logarithmic(100d, 50d));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
