using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Tool.Reports;

/// <summary>The solution of a budget problem as a report: the answer, before and after, the reasons, the proof.</summary>
internal static class AllocationReport
{
    public static Report Of(BudgetSolution<Id<Channel>> solution, IReadOnlyList<BudgetSolution<Id<Channel>>> frontier, Language language, System.Func<Id<Channel>, string>? nameOf = null)
    {
        System.Func<Id<Channel>, string> name = nameOf ?? (key => key.Value);
        var picture = new AllocationPicture(solution, name, language);
        string Say(string en, string zhHans) => language == Language.SimplifiedChinese ? zhHans : en;
        string title = solution.Goal switch
        {
            BudgetGoal.MarginalReturn => Say($"Budget for a marginal return of {Number(solution.Target)}", $"按边际回报{Number(solution.Target)}分配预算"),
            BudgetGoal.AverageReturn => Say($"Budget for an average return of {Number(solution.Target)}", $"按平均回报{Number(solution.Target)}分配预算"),
            BudgetGoal.Response => Say($"Least budget for a response of {Number(solution.Target)}", $"达到效果{Number(solution.Target)}的最低预算"),
            _ => Say($"Budget of {Show(solution.Problem.Total)}", $"预算{Show(solution.Problem.Total)}"),
        };
        var sections = new List<ReportSection> { new(Say("Answer", "结论"), [solution.Summary.In(language)]) };
        if (solution.Certificate is BudgetCertificate proof)
        {
            var amounts = new ReportTable(
                (Say("Channel", "渠道"), false),
                (Say("Now", "现投入"), true),
                (Say("Best", "最优投入"), true),
                (Say("Change", "变动"), true),
                (Say("Brings", "效果"), true),
                (Say("One more", "边际回报"), true),
                (Say("Status", "状态"), false));
            foreach (SolvedLine<Id<Channel>> line in solution)
            {
                amounts.Add(
                    name(line.Key),
                    line.Line.Current is Money current ? Show(current) : "–",
                    Show(line.Amount),
                    line.Change is Money change ? (change > Money.Zero(change.Currency) ? "+" : string.Empty) + Show(change) : "–",
                    Number(line.Response),
                    Number(line.Marginal),
                    Status(line.Status, language));
                amounts.Explain(line.Reason.In(language));
            }

            sections.Add(new ReportSection(Say("Before and after", "调整前后"), [], amounts) { Charts = picture.Charts() });
            sections.Add(new ReportSection(Say("Reasons", "原因"), solution.Select(line => line.Reason.In(language)).ToArray()));
            sections.Add(new ReportSection(
                Say("Proof", "最优性证明"),
                [
                    Say($"Status: {JsonText.Word(solution.Status)}.", $"状态：{JsonText.Word(solution.Status)}。"),
                    Say($"The split brings {Number(proof.Response)}; no split can bring more than {Number(proof.Bound)}.", $"本方案带来{Number(proof.Response)}；任何方案都不超过{Number(proof.Bound)}。"),
                    Say($"Relative gap {Tiny(proof.RelativeGap)}, largest violation of the optimum's conditions {Tiny(proof.KktResidual)}, steps of the proof {proof.ProofSteps.ToString(CultureInfo.InvariantCulture)}.", $"相对差距{Tiny(proof.RelativeGap)}，最优条件的最大偏差{Tiny(proof.KktResidual)}，证明步数{proof.ProofSteps.ToString(CultureInfo.InvariantCulture)}。"),
                ]));
        }

        if (frontier.Count > 0)
        {
            var table = new ReportTable((Say("Total", "总额"), true), (Say("Brings", "效果"), true), (Say("One more", "边际回报"), true), (Say("On average", "平均回报"), true));
            foreach (BudgetSolution<Id<Channel>> point in frontier)
            {
                if (point.Certificate is BudgetCertificate there)
                {
                    double spent = (double)point.Total.Amount;
                    table.Add(Show(point.Total), Number(there.Response), Number(there.Multiplier), spent > 0d ? Number(there.Response / spent) : "–");
                }
                else
                {
                    table.Add(Show(point.Problem.Total), "–", "–", "–");
                }
            }

            sections.Add(new ReportSection(Say("Frontier", "有效前沿"), [], table));
        }

        return new Report(title, sections) { Tiles = [picture.Tile(sections[0])] };
    }

    private static string Status(BudgetLineStatus status, Language language) => (status, language) switch
    {
        (BudgetLineStatus.AtMin, Language.SimplifiedChinese) => "下限",
        (BudgetLineStatus.AtMax, Language.SimplifiedChinese) => "上限",
        (BudgetLineStatus.Interior, Language.SimplifiedChinese) => "自由",
        (BudgetLineStatus.Fixed, Language.SimplifiedChinese) => "固定",
        (_, Language.SimplifiedChinese) => "未参与",
        _ => JsonText.Word(status),
    };

    private static string Show(Money amount) => amount.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Two decimals, more for small numbers, groups of three.</summary>
    public static string Number(double value) => double.IsInfinity(value) ? "∞"
        : System.Math.Abs(value) is < 0.1 and > 0d ? value.ToString("G3", CultureInfo.InvariantCulture)
        : value.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(",", " ", System.StringComparison.Ordinal);

    /// <summary>An order of magnitude: the last digits of such numbers differ between runtimes.</summary>
    private static string Tiny(double value) => value <= 1e-9 ? Small : value.ToString("E1", CultureInfo.InvariantCulture);

    private const string Small = "below 1E-9";
}
