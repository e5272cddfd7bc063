namespace ChannelModel.Scoring;

/// <summary>How CRITIC measures whether two criteria tell the same story.</summary>
public enum Correlation
{
    /// <summary>Of the values.</summary>
    Pearson = 0,

    /// <summary>Of the ranks of the values, ties having the average rank: robust against a few very large values.</summary>
    Spearman = 1,
}
