namespace ChannelModel.Kpis;

/// <summary>Whether a report agrees with a measurement.</summary>
public enum ReportedVerdict
{
    /// <summary>The difference is what samples of this size show by chance, or within the deviation that is allowed.</summary>
    Consistent = 0,

    /// <summary>The difference is rare by chance; worth a question.</summary>
    Doubtful = 1,

    /// <summary>The difference is very rare by chance.</summary>
    Contradicted = 2,
}
