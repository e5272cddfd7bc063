using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>The words of a solution, in English and Chinese.</summary>
internal static class BudgetText
{
    /// <summary>A response or a marginal for people: two decimals, more for small numbers.</summary>
    public static string Show(double value)
    {
        if (double.IsNaN(value) || Math.Abs(value) >= 1e15)
        {
            return double.IsPositiveInfinity(value) ? "∞" : value.ToString("R", CultureInfo.InvariantCulture);
        }

        int decimals = 2;
        for (double size = Math.Abs(value); size < 0.1 && size > 0d && decimals < 12; size *= 10d)
        {
            decimals++;
        }

        return Exact.Format(Exact.Round((decimal)value, decimals, RoundingMode.HalfAwayFromZero), 2, " ");
    }

    public static LocalText Of<TKey>(BudgetSolution<TKey> solution, SolvedLine<TKey> line)
        where TKey : notnull, IComparable<TKey>
    {
        (string unit, string yuan) = Unit(solution.Problem.Total.Currency);
        string amount = Show(line.Amount);
        string here = Show(line.Marginal);
        switch (line.Status)
        {
            case BudgetLineStatus.Excluded:
                LocalText reason = line.Line.ExcludedFor!;
                return new LocalText($"{line.Key} is left out: {reason.En}.", $"{line.Key}未参与分配：{reason.In(Language.SimplifiedChinese)}。");
            case BudgetLineStatus.Fixed:
                return new LocalText(
                    $"{line.Key} is fixed at {amount}; one more {unit} here would bring {here}.",
                    $"{line.Key}固定为{amount}；再多投1{yuan}可带来{here}。");
        }

        string move = line.Change is Money change ? Move(change, out string zh) : NoMove(out zh);
        double elsewhere = solution.Elsewhere(line);
        string other = double.IsNaN(elsewhere) ? string.Empty : Show(elsewhere);
        switch (line.Status)
        {
            case BudgetLineStatus.AtMax:
                return other.Length == 0
                    ? new LocalText($"{line.Key} is held at its maximum of {amount}{move}; one more {unit} here would bring {here}.", $"{line.Key}已达上限{amount}{zh}；再多投1{yuan}可带来{here}。")
                    : new LocalText(
                        $"{line.Key} is held at its maximum of {amount}{move}; one more {unit} here would bring {here}, elsewhere {other}.",
                        $"{line.Key}已达上限{amount}{zh}；此处再多投1{yuan}可带来{here}，投向别处为{other}。");
            case BudgetLineStatus.AtMin when line.Amount.IsZero:
                return new LocalText(
                    $"{line.Key} gets nothing{move}; the first {unit} here would bring {here}{(other.Length == 0 ? string.Empty : $", elsewhere one more brings {other}")}{Steep(line)}.",
                    $"{line.Key}不投入{zh}；此处第1{yuan}可带来{here}{(other.Length == 0 ? string.Empty : $"，投向别处为{other}")}{SteepZh(line)}。");
            case BudgetLineStatus.AtMin:
                return new LocalText(
                    $"{line.Key} is held at its minimum of {amount}{move}; one more {unit} here would bring {here}{(other.Length == 0 ? string.Empty : $", elsewhere {other}")}.",
                    $"{line.Key}维持下限{amount}{zh}；此处再多投1{yuan}可带来{here}{(other.Length == 0 ? string.Empty : $"，投向别处为{other}")}。");
            default:
                bool same = Math.Abs(line.ReducedMarginal) <= 1e-6 * Math.Abs(solution.Certificate!.Multiplier) && solution.InteriorCount > 1;
                return same
                    ? new LocalText($"{line.Key} gets {amount}{move}; one more {unit} would bring {here}, as on every line between its bounds.", $"{line.Key}投入{amount}{zh}；再多投1{yuan}可带来{here}，与其他未触及上下限的项目相同。")
                    : new LocalText(
                        $"{line.Key} gets {amount}{move}; one more {unit} would bring {here}{(other.Length == 0 ? string.Empty : $", elsewhere at most {other}")}.",
                        $"{line.Key}投入{amount}{zh}；再多投1{yuan}可带来{here}{(other.Length == 0 ? string.Empty : $"，投向别处至多为{other}")}。");
        }
    }

    public static LocalText Of<TKey>(BudgetSolution<TKey> solution)
        where TKey : notnull, IComparable<TKey>
    {
        if (solution.Shortfall is BudgetShortfall<TKey> shortfall)
        {
            return shortfall.Sentence;
        }

        if (solution.Certificate is not BudgetCertificate proof)
        {
            string target = Show(solution.Target);
            return solution.Status == BudgetStatus.Unbounded
                ? new LocalText($"The target of {target} is met however much is spent, since lines without a maximum bring it with every unit.", $"无论投入多少都能达到目标{target}：有的项目没有上限，且每一单位都达到该回报。")
                : new LocalText($"No spend within the bounds reaches the target of {target}.", $"在上下限之内，任何投入都达不到目标{target}。");
        }

        (string unit, string yuan) = Unit(solution.Problem.Total.Currency);
        string gapEn = solution.Status == BudgetStatus.OptimalWithinGap
            ? $" No split can bring more than {Show(proof.Bound)}, {Show(100d * proof.RelativeGap)}% above."
            : " No other split brings more.";
        string gapZh = solution.Status == BudgetStatus.OptimalWithinGap
            ? $"任何方案都不会超过{Show(proof.Bound)}，即最多再高{Show(100d * proof.RelativeGap)}%。"
            : "没有更好的方案。";
        if (solution.Status == BudgetStatus.Saturated)
        {
            gapEn += $" The lines could do without the last {unit}: it brings {Show(proof.Multiplier)}.";
            gapZh += $"最后1{yuan}只带来{Show(proof.Multiplier)}，可以不投。";
        }

        if (solution.IsUnchanged)
        {
            (string en, string zh) = WhyUnchanged(solution);
            return new LocalText($"Nothing moves: {en}", $"维持不变：{zh}");
        }

        string lift = proof.Lift is double gain ? $", {Signed(gain)} against the present {Show(proof.CurrentResponse!.Value)}" : string.Empty;
        string liftZh = proof.Lift is double more ? $"，比现状{Show(proof.CurrentResponse!.Value)}变动{Signed(more)}" : string.Empty;
        return new LocalText(
            $"{Show(solution.Total)} bring {Show(proof.Response)}{lift}; one more {unit} would bring {Show(proof.Multiplier)}.{gapEn}",
            $"投入{Show(solution.Total)}可带来{Show(proof.Response)}{liftZh}；再多投1{yuan}可带来{Show(proof.Multiplier)}。{gapZh}");
    }

    public static BudgetShortfall<TKey> ShortfallOf<TKey>(BudgetProblem<TKey> problem, BudgetOutcome outcome)
        where TKey : notnull, IComparable<TKey>
    {
        BudgetModel model = problem.Model;
        var keys = new List<TKey>();
        for (int i = 0; i < model.Lo.Length; i++)
        {
            if (model.Roles[i] != BudgetLineStatus.Excluded && (outcome.TotalTooSmall ? model.Lo[i] > 0 : model.Hi[i] < BudgetModel.MostUnits))
            {
                keys.Add(problem.Lines[i].Key);
            }
        }

        Money missing = problem.ToMoney(outcome.Missing);
        Money total = problem.ToMoney(outcome.Total);
        string names = string.Join(", ", keys.Take(10)) + (keys.Count > 10 ? ", ..." : string.Empty);
        LocalText sentence = outcome.TotalTooSmall
            ? new LocalText($"The total of {Show(total)} is {Show(missing)} below the minima and fixed amounts of {names}.", $"总额{Show(total)}比下限与固定金额之和少{Show(missing)}：{names}。")
            : new LocalText($"The total of {Show(total)} is {Show(missing)} above the maxima and fixed amounts of {names}.", $"总额{Show(total)}比上限与固定金额之和多{Show(missing)}：{names}。");
        return new BudgetShortfall<TKey>(outcome.TotalTooSmall, missing, keys, sentence);
    }

    private static (string En, string Zh) WhyUnchanged<TKey>(BudgetSolution<TKey> solution)
        where TKey : notnull, IComparable<TKey>
    {
        int[] movable = Enumerable.Range(0, solution.Count).Where(i => solution.StatusOf(i) is not (BudgetLineStatus.Fixed or BudgetLineStatus.Excluded)).ToArray();
        if (movable.Length < 2)
        {
            return movable.Length == 0
                ? ("every line is fixed or left out.", "所有项目都是固定金额或未参与分配。")
                : ("only one line can move, and the total is given.", "只有一个项目可以变动，而总额已定。");
        }

        double up = double.NegativeInfinity;
        double down = double.PositiveInfinity;
        foreach (int i in movable)
        {
            ResponseCurve curve = solution.Problem.Model.Curves[i];
            up = solution.StatusOf(i) != BudgetLineStatus.AtMax ? Math.Max(up, curve.Slope(solution[i].Ideal)) : up;
            down = solution.StatusOf(i) != BudgetLineStatus.AtMin ? Math.Min(down, curve.SlopeBefore(solution[i].Ideal)) : down;
        }

        (string unit, string yuan) = Unit(solution.Problem.Total.Currency);
        if (double.IsInfinity(up) || double.IsInfinity(down))
        {
            return double.IsNegativeInfinity(up)
                ? ("every line that can move is held at its maximum.", "所有可变动的项目都已达上限。")
                : ("every line that can move is held at its minimum.", "所有可变动的项目都维持下限。");
        }

        return (
            $"the present split is the best. One more {unit} would bring at most {Show(up)} on any line, and one less costs at least {Show(down)} on any.",
            $"现有分配已是最优。任何项目再多投1{yuan}至多带来{Show(up)}，而任何项目减少1{yuan}至少损失{Show(down)}。");
    }

    private static string Show(Money amount) => amount.ToString("N", CultureInfo.InvariantCulture);

    private static string Signed(double value) => (value >= 0d ? "+" : string.Empty) + Show(value);

    private static string Move(Money change, out string zhHans)
    {
        if (change.IsZero)
        {
            zhHans = "（不变）";
            return " (as now)";
        }

        string by = (change.IsNegative ? string.Empty : "+") + Show(change);
        zhHans = $"（{by}）";
        return $" ({by})";
    }

    private static string NoMove(out string zhHans)
    {
        zhHans = string.Empty;
        return string.Empty;
    }

    /// <summary>Why an S-shaped line with nothing may still be right: the first unit says little there.</summary>
    private static string Steep<TKey>(SolvedLine<TKey> line)
        where TKey : notnull, IComparable<TKey> => line.Line.Curve.Inflection > 0d ? $"; it would take {Show(line.Line.Curve.Inflection)} until returns here stop rising" : string.Empty;

    private static string SteepZh<TKey>(SolvedLine<TKey> line)
        where TKey : notnull, IComparable<TKey> => line.Line.Curve.Inflection > 0d ? $"；需投入{Show(line.Line.Curve.Inflection)}后边际回报才不再上升" : string.Empty;

    private static (string En, string Zh) Unit(Currency currency) => currency == Currency.CNY ? ("yuan", "元") : (currency.Code, currency.Code);
}
