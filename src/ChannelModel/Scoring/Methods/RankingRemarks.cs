using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ChannelModel.Scoring.Methods;

/// <summary>What a ranking says in words.</summary>
internal static class RankingRemarks
{
    public static IReadOnlyList<RankingDiagnostic> All(Ranking ranking, RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        var found = new List<RankingDiagnostic>();
        void Add(RankingDiagnosticKind kind, DecisionCriterion? criterion, string en, string zh) => found.Add(new RankingDiagnostic(kind, criterion?.Id, new LocalText(en, zh)));
        if (task.Count == 1)
        {
            Add(RankingDiagnosticKind.SingleCandidate, null, "There is one candidate; nothing is compared.", "只有一个候选，无从比较。");
        }

        foreach (DecisionCriterion criterion in matrix.Criteria)
        {
            int j = matrix.Place(criterion.Id);
            string zh = criterion.Name.In(Language.SimplifiedChinese);
            if (!(task.Weights[j] > 0d))
            {
                Add(RankingDiagnosticKind.ZeroWeight, criterion, $"{criterion.Name.En} has the weight 0 and does not count.", $"{zh}权重为0，不计入。");
            }
            else if (task.Weights.Count(weight => weight > 0d) == 1 && task.Weights.Length > 1)
            {
                Add(RankingDiagnosticKind.AllWeightOnOne, criterion, $"{criterion.Name.En} has all the weight.", $"{zh}占有全部权重。");
            }

            (double low, double high) = Column.Range(matrix.Columns[j]);
            if (low == high && task.Count > 1 && task.Weights[j] > 0d)
            {
                Add(
                    RankingDiagnosticKind.ConstantCriterion,
                    criterion,
                    $"{criterion.Name.En} is {MatrixError.Format(low)} for all; its weight {Round(task.Weights[j])} is idle.",
                    $"{zh}对所有候选都是{MatrixError.Format(low)}；其权重{Round(task.Weights[j])}不起作用。");
            }
        }

        found.AddRange(task.Diagnostics);
        if (task.Count > 1 && ranking.GroupAt(task.Count) == 0)
        {
            Add(RankingDiagnosticKind.AllEqual, null, "All candidates have equal scores.", "所有候选得分相同。");
        }

        return found;
    }

    public static LocalText Rationale(Ranking ranking)
    {
        RankedCandidate first = ranking.Entries[0];
        int count = ranking.Entries.Count;
        if (count == 1)
        {
            return new LocalText($"'{first.Candidate}' is the only candidate.", $"“{first.Candidate}”是唯一的候选。");
        }

        string method = ranking.Method.Name;
        string score = Round(first.Score);
        IReadOnlyList<RankedCandidate> winners = ranking.Winners;
        if (winners.Count > 1)
        {
            const int Shown = 5;
            string rest = winners.Count > Shown ? $" and {winners.Count - Shown} more" : string.Empty;
            string restZh = winners.Count > Shown ? $"等{winners.Count}个" : string.Empty;
            return new LocalText(
                $"{string.Join(", ", winners.Take(Shown).Select(one => $"'{one.Candidate}'"))}{rest} share the first place of {count} by {method} with {score}.",
                $"{string.Join("、", winners.Take(Shown).Select(one => $"“{one.Candidate}”"))}{restZh}按{method}在{count}个候选中并列第一，得分{score}。");
        }

        RankedCandidate next = ranking.Entries[1];
        (List<DecisionCriterion> best, List<DecisionCriterion> behind) = Compare(ranking, first.Candidate, next.Candidate);
        string why = best.Count > 0 ? $" It is best of all on {Join(best, Language.English)}." : " It is best of all on no single criterion.";
        string whyZh = best.Count > 0 ? $"它在{Join(best, Language.SimplifiedChinese)}上最优。" : "它没有单项最优的指标。";
        string but = behind.Count > 0 ? $" '{next.Candidate}' is better on {Join(behind, Language.English)}." : $" '{next.Candidate}' is better on nothing.";
        string butZh = behind.Count > 0 ? $"“{next.Candidate}”在{Join(behind, Language.SimplifiedChinese)}上更好。" : $"“{next.Candidate}”没有更好的指标。";
        string low = ranking.Method.HigherIsBetter ? string.Empty : ", lower being better";
        string lowZh = ranking.Method.HigherIsBetter ? string.Empty : "（越低越好）";
        return new LocalText(
            $"'{first.Candidate}' is first of {count} by {method} with {score}, ahead of '{next.Candidate}' with {Round(next.Score)}{low}.{why}{but}",
            $"“{first.Candidate}”按{method}在{count}个候选中排名第一，得分{score}，领先于“{next.Candidate}”的{Round(next.Score)}{lowZh}。{whyZh}{butZh}");
    }

    public static string Text(Ranking ranking, Language language)
    {
        bool zh = language == Language.SimplifiedChinese;
        var text = new StringBuilder();
        text.Append(ranking.Method.Name).Append(zh ? "，" : ", ")
            .Append(ranking.Method.HigherIsBetter ? zh ? "越高越好" : "higher is better" : zh ? "越低越好" : "lower is better").Append('\n');
        int rankWidth = ranking.Entries.Max(entry => Whole(entry.Rank).Length);
        int idWidth = ranking.Entries.Max(entry => entry.Candidate.Value.Length);
        int scoreWidth = ranking.Entries.Max(entry => Round(entry.Score).Length);
        foreach (RankedCandidate entry in ranking.Entries)
        {
            text.Append(Whole(entry.Rank).PadLeft(rankWidth)).Append(entry.IsTied ? "= " : "  ")
                .Append(entry.Candidate.Value.PadRight(idWidth)).Append("  ").Append(Round(entry.Score).PadLeft(scoreWidth)).Append('\n');
        }

        text.Append(ranking.Rationale.In(language));
        if (ranking.Detail.Verdict is LocalText verdict)
        {
            text.Append('\n').Append(verdict.In(language));
        }

        foreach (RankingDiagnostic diagnostic in ranking.Diagnostics)
        {
            text.Append('\n').Append(zh ? "注意：" : "Note: ").Append(diagnostic.Message.In(language));
        }

        return text.ToString();
    }

    public static string Round(double value)
    {
        string text = value.ToString("F4", CultureInfo.InvariantCulture);
        return text == "-0.0000" ? "0.0000" : text;
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static (List<DecisionCriterion> Best, List<DecisionCriterion> Behind) Compare(Ranking ranking, Id<Candidate> first, Id<Candidate> next)
    {
        DecisionMatrix matrix = ranking.Matrix;
        int a = Figures<Candidate>.Find(matrix.Ids, first);
        int b = Figures<Candidate>.Find(matrix.Ids, next);
        var best = new List<DecisionCriterion>();
        var behind = new List<DecisionCriterion>();
        foreach (DecisionCriterion criterion in matrix.Criteria)
        {
            int j = matrix.Place(criterion.Id);
            double[] x = matrix.Columns[j];
            (double low, double high) = Column.Range(x);
            if (!(matrix.Weights.Values[j] > 0d) || low == high)
            {
                continue;
            }

            if (x[a] == (criterion.IsHigher ? high : low))
            {
                best.Add(criterion);
            }

            if (criterion.IsHigher ? x[b] > x[a] : x[b] < x[a])
            {
                behind.Add(criterion);
            }
        }

        return (best, behind);
    }

    private static string Join(List<DecisionCriterion> criteria, Language language)
    {
        string[] names = criteria.Select(criterion => criterion.Name.In(language)).ToArray();
        return language == Language.SimplifiedChinese
            ? string.Join("、", names)
            : names.Length == 1 ? names[0] : string.Join(", ", names.Take(names.Length - 1)) + " and " + names[names.Length - 1];
    }
}
