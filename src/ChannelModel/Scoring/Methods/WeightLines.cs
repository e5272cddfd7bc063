using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>Scores as straight lines over the share of one weight, and where lines of candidates that are ranked apart cross.</summary>
internal sealed class WeightLines
{
    // Of a larger group of equals only the steepest and the flattest lines are held against the next group: with equal scores, no other can cross first.
    private const int MostOfGroup = 200;
    private readonly Ranking _ranking;
    private readonly double[][] _parts;
    private readonly double[] _shares;
    private readonly int[] _order;
    private readonly bool[] _unusable;

    public WeightLines(Ranking ranking)
    {
        _ranking = ranking;
        double sum = 0d;
        foreach (double weight in ranking.Matrix.Weights.Values)
        {
            sum += weight;
        }

        _shares = ranking.Matrix.Weights.Select(pair => pair.Value / sum).ToArray();

        // What has no weight was left out of the ranking, but can get one here.
        double[][] parts = ranking.Parts!;
        _unusable = new bool[_shares.Length];
        if (Array.Exists(_shares, share => share == 0d))
        {
            var task = new RankingTask(ranking.Matrix, all: true);
            parts = ranking.Method.Compute(task).Parts!;
            for (int j = 0; j < _unusable.Length; j++)
            {
                _unusable[j] = task.Errors.Exists(error => error.Criterion == ranking.Matrix.Sorted[j].Id);
            }
        }

        double sign = ranking.Method.HigherIsBetter ? 1d : -1d;
        _parts = Array.ConvertAll(parts, column => Array.ConvertAll(column, value => sign * value));
        _order = new int[ranking.Entries.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[ranking.At(i).Position - 1] = i;
        }
    }

    public WeightInterval Interval(int k)
    {
        double share = _shares[k];
        var whole = new Limits(share);
        var top = new Limits(share);
        Id<DecisionCriterion> id = _ranking.Matrix.Sorted[k].Id;
        double[] others = Others(k);
        if (_unusable[k] || _unusable.Where((unusable, j) => unusable && others[j] > 0d).Any())
        {
            // Nothing is known of any other share, since there the method could not rank.
            var here = new WeightLimit(share);
            return new WeightInterval(id, share, here, here, here, here);
        }

        if (_shares.Length > 1)
        {
            List<int[]> groups = Groups(k, others);
            for (int g = 0; g + 1 < groups.Count; g++)
            {
                Cross(k, others, groups[g], groups[g + 1], whole);
            }

            for (int g = 1; g < groups.Count; g++)
            {
                Cross(k, others, groups[0], groups[g], top);
            }
        }

        // The first place holds at least where the whole order does; the last bit of a quotient must not say otherwise.
        double topFrom = Math.Min(top.From, whole.From);
        double topTo = Math.Max(top.To, whole.To);
        return new WeightInterval(id, share, Limit(whole.From, whole.FromPair), Limit(whole.To, whole.ToPair), Limit(topFrom, top.FromPair), Limit(topTo, top.ToPair));
    }

    private WeightLimit Limit(double at, (int Above, int Below)? pair) =>
        pair is (int above, int below) ? new WeightLimit(at, _ranking.Matrix.Ids[above], _ranking.Matrix.Ids[below]) : new WeightLimit(at);

    /// <summary>The shares of the other criteria among themselves; equal, where this one has all the weight.</summary>
    private double[] Others(int k)
    {
        double rest = 0d;
        for (int j = 0; j < _shares.Length; j++)
        {
            rest += j == k ? 0d : _shares[j];
        }

        return _shares.Select((share, j) => j == k ? 0d : rest > 0d ? share / rest : 1d / (_shares.Length - 1)).ToArray();
    }

    private List<int[]> Groups(int k, double[] others)
    {
        var groups = new List<int[]>();
        for (int from = 0; from < _order.Length;)
        {
            int to = from + 1;
            while (to < _order.Length && _ranking.GroupAt(to + 1) == _ranking.GroupAt(from + 1))
            {
                to++;
            }

            int[] group = _order.AsSpan(from, to - from).ToArray();
            if (group.Length > MostOfGroup)
            {
                int[] bySlope = group.OrderBy(i => _parts[k][i] - By(others, i)).ToArray();
                group = [bySlope[0], bySlope[bySlope.Length - 1]];
            }

            groups.Add(group);
            from = to;
        }

        return groups;
    }

    private double By(double[] shares, int i)
    {
        double sum = 0d;
        for (int j = 0; j < shares.Length; j++)
        {
            sum += shares[j] * _parts[j][i];
        }

        return sum;
    }

    private void Cross(int k, double[] others, int[] upper, int[] lower, Limits limits)
    {
        foreach (int above in upper)
        {
            foreach (int below in lower)
            {
                double own = _parts[k][above] - _parts[k][below];
                double rest = 0d;
                for (int j = 0; j < others.Length; j++)
                {
                    rest += others[j] * (_parts[j][above] - _parts[j][below]);
                }

                if (rest < 0d && own > 0d)
                {
                    limits.Raise(rest / (rest - own), above, below);
                }
                else if (own < 0d && rest > 0d)
                {
                    limits.Lower(rest / (rest - own), above, below);
                }
            }
        }
    }

    private sealed class Limits
    {
        private readonly double _share;

        public Limits(double share)
        {
            _share = share;
        }

        public double From { get; private set; }

        public double To { get; private set; } = 1d;

        public (int Above, int Below)? FromPair { get; private set; }

        public (int Above, int Below)? ToPair { get; private set; }

        public void Raise(double at, int above, int below)
        {
            if (at > From)
            {
                From = Math.Min(at, _share);
                FromPair = (above, below);
            }
        }

        public void Lower(double at, int above, int below)
        {
            if (at < To)
            {
                To = Math.Max(at, _share);
                ToPair = (above, below);
            }
        }
    }
}
