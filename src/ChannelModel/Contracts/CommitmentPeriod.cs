namespace ChannelModel.Contracts;

/// <summary>The span that a commitment is judged over. Weeks, months and quarters are those of the calendar, cut where the term or the terms change.</summary>
public enum CommitmentPeriod
{
    /// <summary>Each session by itself; a session belongs to the settlement of its day.</summary>
    Session = 0,

    /// <summary>Each week of ISO 8601, Monday to Sunday.</summary>
    Week = 1,

    /// <summary>Each calendar month.</summary>
    Month = 2,

    /// <summary>Each calendar quarter.</summary>
    Quarter = 3,

    /// <summary>The whole term, judged on its last day.</summary>
    Term = 4,
}
