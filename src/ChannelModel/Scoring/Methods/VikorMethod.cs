using System;
using System.Globalization;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>S, R and Q, the two conditions, and the compromise.</summary>
internal sealed class VikorMethod : RankingMethod
{
    private const double Slack = 1e-12;
    private readonly double _share;

    public VikorMethod(double share)
        : base(RankingMethodKind.Vikor, string.Format(CultureInfo.InvariantCulture, "VIKOR (v {0})", share), isRelative: true, higherIsBetter: false)
    {
        _share = share;
    }

    public override double? Share => _share;

    internal override RankingOutcome Compute(RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        var utility = new double[task.Count];
        var regret = new double[task.Count];
        for (int j = 0; j < task.Weights.Length; j++)
        {
            double[] x = matrix.Columns[j];
            (double low, double high) = Column.Range(x);
            double weight = task.Weights[j];
            if (!(weight > 0d) || high == low)
            {
                continue;
            }

            bool higher = matrix.Sorted[j].IsHigher;
            for (int i = 0; i < x.Length; i++)
            {
                double gap = weight * ((higher ? high - x[i] : x[i] - low) / (high - low));
                utility[i] += gap;
                regret[i] = gap > regret[i] ? gap : regret[i];
            }
        }

        double[] index = Index(utility, regret);
        int[] order = Enumerable.Range(0, index.Length).ToArray();
        Array.Sort((double[])index.Clone(), order);
        double best = index[order[0]];
        double advantage = index.Length > 1 ? index[order[1]] - best : 0d;
        double required = index.Length > 1 ? 1d / (index.Length - 1) : 0d;
        double bestUtility = Column.Range(utility).Low;
        double bestRegret = Column.Range(regret).Low;
        bool isStable = Enumerable.Range(0, index.Length).Any(i => index[i] - best <= Slack && (utility[i] - bestUtility <= Slack || regret[i] - bestRegret <= Slack));
        double limit = advantage >= required - Slack ? isStable ? 0d : advantage + Slack : required - Slack;
        Id<Candidate>[] compromise = Enumerable.Range(0, index.Length)
            .Where(i => index[i] == best || index[i] - best < limit)
            .OrderBy(i => index[i]).ThenBy(i => i).Select(i => matrix.Ids[i]).ToArray();
        return new RankingOutcome(index, new VikorDetail(matrix, utility, regret, advantage, required, isStable, compromise));
    }

    /// <summary>Q. Where S or R is the same for all, up to rounding, it says nothing, and its term is 0: else the rounding would decide.</summary>
    private double[] Index(double[] utility, double[] regret)
    {
        (double lowUtility, double highUtility) = Column.Range(utility);
        (double lowRegret, double highRegret) = Column.Range(regret);
        var index = new double[utility.Length];
        for (int i = 0; i < index.Length; i++)
        {
            double first = highUtility - lowUtility <= Slack * highUtility ? 0d : (utility[i] - lowUtility) / (highUtility - lowUtility);
            double second = highRegret - lowRegret <= Slack * highRegret ? 0d : (regret[i] - lowRegret) / (highRegret - lowRegret);
            index[i] = (_share * first) + ((1d - _share) * second);
        }

        return index;
    }
}
