using System;
using System.Collections.Generic;

namespace ChannelModel.Scoring.Methods;

/// <summary>The weighted distance to the better bound, to a target, or to both in given shares.</summary>
internal sealed class SpotisMethod : RankingMethod
{
    private readonly CriterionBounds[] _bounds;
    private readonly double _targetShare;

    public SpotisMethod(RankingMethodKind kind, CriterionBounds[] bounds, double targetShare, string name)
        : base(kind, name, isRelative: false, higherIsBetter: false)
    {
        Column.CheckBounds(bounds);
        _bounds = (CriterionBounds[])bounds.Clone();
        _targetShare = targetShare;
    }

    public override double? Share => Kind == RankingMethodKind.BalancedSpotis ? _targetShare : null;

    public override IReadOnlyList<CriterionBounds> Bounds => _bounds;

    internal override RankingOutcome Compute(RankingTask task)
    {
        DecisionMatrix matrix = task.Matrix;
        var distances = new double[task.Weights.Length][];
        for (int j = 0; j < distances.Length; j++)
        {
            distances[j] = new double[task.Count];
            DecisionCriterion criterion = matrix.Sorted[j];
            if (!task.Counts(j))
            {
                continue;
            }

            if (Array.Find(_bounds, one => one.Criterion == criterion.Id) is not CriterionBounds bounds)
            {
                task.Errors.Add(new MatrixError($"criterion '{criterion.Id}' has no bounds; expected some for each criterion that counts", criterion.Id));
                continue;
            }

            double width = bounds.To - bounds.From;
            double end = criterion.IsHigher ? bounds.To : bounds.From;
            double target = bounds.Target ?? end;
            double share = bounds.Target is null ? 0d : _targetShare;
            double[] x = matrix.Columns[j];
            int outside = 0;
            for (int i = 0; i < x.Length; i++)
            {
                outside += x[i] < bounds.From || x[i] > bounds.To ? 1 : 0;
                double toEnd = Math.Abs(x[i] - end) / width;
                double toTarget = Math.Abs(x[i] - target) / width;
                distances[j][i] = share == 1d ? toTarget : share == 0d ? toEnd : (share * toTarget) + ((1d - share) * toEnd);
            }

            if (outside > 0)
            {
                task.Diagnostics.Add(new RankingDiagnostic(RankingDiagnosticKind.OutsideBounds, criterion.Id, new LocalText(
                    $"{criterion.Name.En} lies outside its bounds for {outside} of {task.Count} candidates; their distances count in full.",
                    $"{criterion.Name.In(Language.SimplifiedChinese)}对{task.Count}个候选中的{outside}个超出边界；其距离全额计入。")));
            }
        }

        return new RankingOutcome(task.Sum(distances), new SpotisDetail(matrix, distances), distances);
    }
}
