using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Scoring.Methods;

/// <summary>Orders candidates of equal scores: the better value of each criterion of a chain, then the id, whose order is that of the rows.</summary>
internal sealed class TieBreak : IComparer<int>
{
    private readonly (double[] Values, bool Higher)[] _chain;

    public TieBreak(DecisionMatrix matrix, IReadOnlyList<Id<DecisionCriterion>> chain)
    {
        _chain = chain.Select(id => matrix.Place(id)).Select(j => (matrix.Columns[j], matrix.Sorted[j].IsHigher)).ToArray();
    }

    public int Compare(int x, int y)
    {
        foreach ((double[] values, bool higher) in _chain)
        {
            int order = higher ? values[y].CompareTo(values[x]) : values[x].CompareTo(values[y]);
            if (order != 0)
            {
                return order;
            }
        }

        return x.CompareTo(y);
    }
}
