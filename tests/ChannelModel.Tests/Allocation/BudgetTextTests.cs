using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>The words of budgets, in full.</summary>
public sealed class BudgetTextTests
{
#if !NETFX_REPLAY // what is tested here is internal
    [Theory]
    [InlineData(0d, "0.00")]
    [InlineData(1d, "1.00")]
    [InlineData(1234567.891, "1 234 567.89")]
    [InlineData(0.125, "0.13")]
    [InlineData(0.1, "0.10")]
    [InlineData(0.126, "0.13")]
    [InlineData(0.0996, "0.10")]
    [InlineData(0.0994, "0.099")]
    [InlineData(0.0126, "0.013")]
    [InlineData(0.01, "0.01")]
    [InlineData(0.00126, "0.0013")]
    [InlineData(-0.00126, "-0.0013")]
    [InlineData(-2.346, "-2.35")]
    [InlineData(1.26e-10, "0.00000000013")]
    [InlineData(1.26e-11, "0.000000000013")]
    [InlineData(1.26e-12, "0.000000000001")]
    [InlineData(1e-300, "0.00")]
    [InlineData(9.99e14, "999 000 000 000 000.00")]
    [InlineData(2e17, "2E+17")]
    [InlineData(-2e17, "-2E+17")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_are_shown_with_two_decimals_or_the_first_two_digits(double value, string text) => BudgetText.Show(value).Should().Be(text);

    [Fact]
    public void From_a_thousand_trillion_on_there_are_no_groups()
    {
        BudgetText.Show(1e15).Should().NotContain(" ");
        BudgetText.Show(-1e15).Should().NotContain(" ");
        BudgetText.Show(999_999_999_999_999d).Should().Be("999 999 999 999 999.00");
    }
#endif

    [Fact]
    public void Every_status_of_a_line_has_its_words()
    {
        // Linear(2) to its maximum, Linear(1) between its bounds, Linear(0.5) at its minimum or at nothing; one fixed, one left out.
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(20m),
        [
            BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(5m)).Spending(Yuan(4m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).Spending(Yuan(12m)), BudgetLine.Of("m", ResponseCurve.Linear(0.5)).AtLeast(Yuan(3m)).Spending(Yuan(3m)),
            BudgetLine.Of("z", ResponseCurve.Linear(0.25)).Spending(Yuan(1m)), BudgetLine.Of("f", ResponseCurve.Linear(0.75)).FixedAt(Yuan(2m)), BudgetLine.Of("x", ResponseCurve.Linear(9d)).Excluded(new LocalText("no contract", "无合同")),
        ]).Solve();
        Reasons(solution).Should().Equal(
            "a is held at its maximum of 5.00 CNY (+1.00 CNY); one more yuan here would bring 2.00, elsewhere 1.00.",
            "b gets 10.00 CNY (-2.00 CNY); one more yuan would bring 1.00, elsewhere at most 0.50.",
            "m is held at its minimum of 3.00 CNY (as now); one more yuan here would bring 0.50, elsewhere 1.00.",
            "z gets nothing (-1.00 CNY); the first yuan here would bring 0.25, elsewhere one more brings 1.00.",
            "f is fixed at 2.00 CNY; one more yuan here would bring 0.75.",
            "x is left out: no contract.");
        ReasonsZh(solution).Should().Equal(
            "a已达上限5.00 CNY（+1.00 CNY）；此处再多投1元可带来2.00，投向别处为1.00。",
            "b投入10.00 CNY（-2.00 CNY）；再多投1元可带来1.00，投向别处至多为0.50。",
            "m维持下限3.00 CNY（不变）；此处再多投1元可带来0.50，投向别处为1.00。",
            "z不投入（-1.00 CNY）；此处第1元可带来0.25，投向别处为1.00。",
            "f固定为2.00 CNY；再多投1元可带来0.75。",
            "x未参与分配：无合同。");
        solution.Summary.En.Should().Be("20.00 CNY bring 23.00; one more yuan would bring 1.00. No other split brings more.", "the current spend of f is not known");
        solution.Summary.ZhHans.Should().Be("投入20.00 CNY可带来23.00；再多投1元可带来1.00。没有更好的方案。");
    }

    [Fact]
    public void Lines_alone_have_no_elsewhere()
    {
        Reasons(BudgetProblem.Create(Dollars(5m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]).Solve()).Should().Equal("a gets 5.00 USD; one more USD would bring 2.00.");
        ReasonsZh(BudgetProblem.Create(Dollars(5m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]).Solve()).Should().Equal("a投入5.00 USD；再多投1USD可带来2.00。");
        BudgetSolution<string> full = BudgetProblem.Create(Dollars(5m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Dollars(5m))]).Solve();
        Reasons(full).Should().Equal("a is held at its maximum of 5.00 USD; one more USD here would bring 2.00.");
        ReasonsZh(full).Should().Equal("a已达上限5.00 USD；再多投1USD可带来2.00。");
        BudgetSolution<string> least = BudgetProblem.Create(Dollars(5m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtLeast(Dollars(5m))]).Solve();
        Reasons(least).Should().Equal("a is held at its minimum of 5.00 USD; one more USD here would bring 2.00.");
        ReasonsZh(least).Should().Equal("a维持下限5.00 USD；此处再多投1USD可带来2.00。");
        BudgetSolution<string> none = BudgetProblem.Create(Dollars(0m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]).Solve();
        Reasons(none).Should().Equal("a gets nothing; the first USD here would bring 2.00.");
        ReasonsZh(none).Should().Equal("a不投入；此处第1USD可带来2.00。");
        none.Summary.En.Should().Be("0.00 USD bring 0.00; one more USD would bring 2.00. No other split brings more.");
    }

    [Fact]
    public void Lines_between_their_bounds_that_agree_say_so()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(90_000m), [BudgetLine.Of("a", ResponseCurve.Logarithmic(60_000d, 20_000d)).Spending(Yuan(25_000m)), BudgetLine.Of("b", ResponseCurve.Logarithmic(70_000d, 20_000d)).Spending(Yuan(65_000m))]).Solve();
        Reasons(solution).Should().Equal(
            "a gets 40 000.00 CNY (+15 000.00 CNY); one more yuan would bring 1.00, as on every line between its bounds.", "b gets 50 000.00 CNY (-15 000.00 CNY); one more yuan would bring 1.00, as on every line between its bounds.");
        ReasonsZh(solution).Should().Equal("a投入40 000.00 CNY（+15 000.00 CNY）；再多投1元可带来1.00，与其他未触及上下限的项目相同。", "b投入50 000.00 CNY（-15 000.00 CNY）；再多投1元可带来1.00，与其他未触及上下限的项目相同。");

        // 60 000 ln 3 + 70 000 ln 3.5, 153 610.15, against 60 000 ln 2.25 + 70 000 ln 4.25, 149 940.14.
        solution.Summary.En.Should().Be("90 000.00 CNY bring 153 610.15, +3 670.00 against the present 149 940.14; one more yuan would bring 1.00. No other split brings more.");
        solution.Summary.ZhHans.Should().Be("投入90 000.00 CNY可带来153 610.15，比现状149 940.14变动+3 670.00；再多投1元可带来1.00。没有更好的方案。");
    }

    [Fact]
    public void A_step_inside_a_straight_piece_names_what_others_would_bring()
    {
        // Only one line stands between its bounds: there is none that it agrees with.
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(15m), [BudgetLine.Of("a", ResponseCurve.PiecewiseLinear([new(0d, 0d), new(10d, 40d), new(20d, 60d)])), BudgetLine.Of("b", ResponseCurve.Linear(1d))]).Solve();
        solution.LineOf("a").Amount.Should().Be(Yuan(15m));
        Reasons(solution).Should().Equal("a gets 15.00 CNY; one more yuan would bring 2.00, elsewhere at most 1.00.", "b gets nothing; the first yuan here would bring 1.00, elsewhere one more brings 2.00.");
    }

    [Fact]
    public void Lines_agree_if_they_differ_by_a_millionth_of_the_multiplier()
    {
        // Both stand on corners; one more brings 10 000 on the one and 9 999.999 on the other: 0.001 less, where 0.01 is the margin.
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(10m),
        [
            BudgetLine.Of("a", ResponseCurve.PiecewiseLinear([new(0d, 0d), new(5d, 100_000d), new(10d, 150_000d)])), BudgetLine.Of("b", ResponseCurve.PiecewiseLinear([new(0d, 0d), new(5d, 100_000d), new(10d, 149_999.995)])),
        ]).Solve();
        solution[1].ReducedMarginal.Should().BeApproximately(-0.001, 1e-9);
        Reasons(solution).Should().Equal("a gets 5.00 CNY; one more yuan would bring 10 000.00, as on every line between its bounds.", "b gets 5.00 CNY; one more yuan would bring 10 000.00, as on every line between its bounds.");
    }

    [Fact]
    public void A_change_that_brings_nothing_is_told_with_a_plus()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).AtMost(Yuan(6m)).Spending(Yuan(7m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m))]).Solve();
        solution.Summary.En.Should().StartWith("10.00 CNY bring 20.00, +0.00 against the present 20.00; ");
        solution.Summary.ZhHans.Should().StartWith("投入10.00 CNY可带来20.00，比现状20.00变动+0.00；");
    }

    [Fact]
    public void An_s_curve_with_nothing_tells_how_much_it_would_take()
    {
        // The inflection is at 10 / sqrt 3; the first units bring next to nothing.
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(4m), [BudgetLine.Of("h", ResponseCurve.Hill(10d, 10d, 2d)), BudgetLine.Of("b", ResponseCurve.Linear(1d))]).Solve();
        Reasons(solution)[0].Should().Be("h gets nothing; the first yuan here would bring 0.00, elsewhere one more brings 1.00; it would take 5.77 until returns here stop rising.");
        ReasonsZh(solution)[0].Should().Be("h不投入；此处第1元可带来0.00，投向别处为1.00；需投入5.77后边际回报才不再上升。");
    }

    [Fact]
    public void Where_nothing_moves_the_reason_is_told()
    {
        LocalText excluded = new("closed", "停业");
        Unchanged([BudgetLine.Of("a", ResponseCurve.Linear(1d)).FixedAt(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("x", ResponseCurve.Linear(1d)).Excluded(excluded)], 5m, "every line is fixed or left out.", "所有项目都是固定金额或未参与分配。");
        Unchanged([BudgetLine.Of("a", ResponseCurve.Linear(1d)).FixedAt(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m))], 8m, "only one line can move, and the total is given.", "只有一个项目可以变动，而总额已定。");
        Unchanged([BudgetLine.Of("a", ResponseCurve.Linear(1d)).AtMost(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtMost(Yuan(3m)).Spending(Yuan(3m))], 8m, "every line that can move is held at its maximum.", "所有可变动的项目都已达上限。");
        Unchanged([BudgetLine.Of("a", ResponseCurve.Linear(1d)).AtLeast(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).AtLeast(Yuan(3m)).Spending(Yuan(3m))], 8m, "every line that can move is held at its minimum.", "所有可变动的项目都维持下限。");
        Unchanged(
            [BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtMost(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.Linear(2d)).Spending(Yuan(3m)), BudgetLine.Of("c", ResponseCurve.Linear(1d)).Spending(Yuan(0m))],
            8m,
            "the present split is the best. One more yuan would bring at most 2.00 on any line, and one less costs at least 2.00 on any.",
            "现有分配已是最优。任何项目再多投1元至多带来2.00，而任何项目减少1元至少损失2.00。");
        Unchanged(
            [BudgetLine.Of("a", ResponseCurve.Linear(3d)).AtMost(Yuan(5m)).Spending(Yuan(5m)), BudgetLine.Of("c", ResponseCurve.Linear(1d)).Spending(Yuan(0m)), BudgetLine.Of("d", ResponseCurve.Linear(0.5)).Spending(Yuan(0m))],
            5m,
            "the present split is the best. One more yuan would bring at most 1.00 on any line, and one less costs at least 3.00 on any.",
            "现有分配已是最优。任何项目再多投1元至多带来1.00，而任何项目减少1元至少损失3.00。");
        Unchanged(
            [BudgetLine.Of("a", ResponseCurve.PiecewiseLinear([new(0d, 0d), new(5d, 20d), new(10d, 25d)])).Spending(Yuan(5m)), BudgetLine.Of("b", ResponseCurve.PiecewiseLinear([new(0d, 0d), new(3d, 9d), new(6d, 15d)])).Spending(Yuan(3m))],
            8m,
            "the present split is the best. One more yuan would bring at most 2.00 on any line, and one less costs at least 3.00 on any.",
            "现有分配已是最优。任何项目再多投1元至多带来2.00，而任何项目减少1元至少损失3.00。");

        static void Unchanged(BudgetLine<string>[] lines, decimal total, string en, string zh)
        {
            BudgetSolution<string> solution = BudgetProblem.Create(Yuan(total), lines).Solve();
            solution.IsUnchanged.Should().BeTrue();
            solution.Summary.En.Should().Be("Nothing moves: " + en);
            solution.Summary.ZhHans.Should().Be("维持不变：" + zh);
        }
    }

    [Fact]
    public void Money_that_could_stay_unspent_is_named()
    {
        BudgetSolution<string> solution = BudgetProblem.Create(Yuan(100m), [BudgetLine.Of("a", ResponseCurve.Quadratic(1d, 0.1)), BudgetLine.Of("b", ResponseCurve.Quadratic(2d, 0.1))]).Solve();

        // 45 - 2025 / 20 and 110 - 3025 / 20: -56.25 and -41.25.
        solution.Summary.En.Should().Be("100.00 CNY bring -97.50; one more yuan would bring -3.50. No other split brings more. The lines could do without the last yuan: it brings -3.50.");
        solution.Summary.ZhHans.Should().Be("投入100.00 CNY可带来-97.50；再多投1元可带来-3.50。没有更好的方案。最后1元只带来-3.50，可以不投。");
        BudgetSolution<string> worse = BudgetProblem.Create(Yuan(10m), [BudgetLine.Of("a", ResponseCurve.Linear(2d)).Spending(Yuan(11m)), BudgetLine.Of("b", ResponseCurve.Linear(1d)).Spending(Yuan(0m))]).Solve();
        worse.Summary.En.Should().Be("10.00 CNY bring 20.00, -2.00 against the present 22.00; one more yuan would bring 2.00. No other split brings more.");
        worse.Summary.ZhHans.Should().Be("投入10.00 CNY可带来20.00，比现状22.00变动-2.00；再多投1元可带来2.00。没有更好的方案。");
    }

    [Fact]
    public void A_gap_is_told_with_the_bound()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(3m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]);
        string record = problem.Solve().ToRecord().Replace("\tOptimal\n", "\tOptimalWithinGap\n").Replace("bound\t6\n", "bound\t6.3\n");
        BudgetSolution<string> kept = BudgetSolution<string>.OfRecord(problem, record);
        kept.Summary.En.Should().Be("3.00 CNY bring 6.00; one more yuan would bring 2.00. No split can bring more than 6.30, 5.00% above.");
        kept.Summary.ZhHans.Should().Be("投入3.00 CNY可带来6.00；再多投1元可带来2.00。任何方案都不会超过6.30，即最多再高5.00%。");
    }

    [Fact]
    public void Targets_without_an_answer_are_told()
    {
        BudgetProblem<string> problem = BudgetProblem.Create(Yuan(3m), [BudgetLine.Of("a", ResponseCurve.Linear(2d))]);
        problem.SolveForMarginalReturn(1.5).Summary.En.Should().Be("The target of 1.50 is met however much is spent, since lines without a maximum bring it with every unit.");
        problem.SolveForMarginalReturn(1.5).Summary.ZhHans.Should().Be("无论投入多少都能达到目标1.50：有的项目没有上限，且每一单位都达到该回报。");
        problem.SolveForAverageReturn(2.5).Summary.En.Should().Be("No spend within the bounds reaches the target of 2.50.");
        problem.SolveForAverageReturn(2.5).Summary.ZhHans.Should().Be("在上下限之内，任何投入都达不到目标2.50。");
    }

    [Fact]
    public void A_shortfall_names_the_first_ten_lines_that_stand_against_the_total()
    {
        foreach (int count in new[] { 9, 10, 11 })
        {
            string[] keys = [.. Enumerable.Range(10, count).Select(i => $"k{i}")];
            string names = string.Join(", ", keys.Take(10)) + (count > 10 ? ", ..." : string.Empty);
            BudgetSolution<string> small = BudgetProblem.Create(Yuan(1m), [.. keys.Select(key => BudgetLine.Of(key, ResponseCurve.Linear(1d)).AtLeast(Yuan(1m))), BudgetLine.Of("free", ResponseCurve.Linear(1d)), BudgetLine.Of("x", ResponseCurve.Linear(1d)).Excluded(new LocalText("closed"))]).Solve();
            small.Shortfall!.Keys.Should().Equal(keys);
            small.Shortfall.ToString().Should().Be($"The total of 1.00 CNY is {count - 1}.00 CNY below the minima and fixed amounts of {names}.");
            small.Summary.ZhHans.Should().Be($"总额1.00 CNY比下限与固定金额之和少{count - 1}.00 CNY：{names}。");
            BudgetSolution<string> large = BudgetProblem.Create(Yuan(99m), [.. keys.Select(key => BudgetLine.Of(key, ResponseCurve.Linear(1d)).AtMost(Yuan(1m))), BudgetLine.Of("x", ResponseCurve.Linear(1d)).Excluded(new LocalText("closed"))]).Solve();
            large.Shortfall!.Keys.Should().Equal(keys);
            large.Summary.En.Should().Be($"The total of 99.00 CNY is {99 - count}.00 CNY above the maxima and fixed amounts of {names}.");
            large.Summary.ZhHans.Should().Be($"总额99.00 CNY比上限与固定金额之和多{99 - count}.00 CNY：{names}。");
        }
    }

    private static string[] Reasons(BudgetSolution<string> solution) => [.. solution.Select(line => line.Reason.En)];

    private static string[] ReasonsZh(BudgetSolution<string> solution) => [.. solution.Select(line => line.Reason.ZhHans!)];

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);

    private static Money Dollars(decimal amount) => Money.Of(amount, Currency.USD);
}
