namespace ChannelModel.Scoring;

/// <summary>How pairwise judgements become priorities. The three agree where the judgements are consistent.</summary>
public enum Prioritisation
{
    /// <summary>The principal eigenvector, by power iteration: the method of Saaty's AHP.</summary>
    Eigenvector = 0,

    /// <summary>The geometric mean of each row. Goes through a logarithm.</summary>
    GeometricMean = 1,

    /// <summary>The mean of the columns divided by their sums: the usual spreadsheet shortcut, which differs in the third decimal.</summary>
    ColumnMean = 2,
}
