namespace ChannelModel.Contracts;

/// <summary>To which month a week belongs that two months share.</summary>
public enum WeekRule
{
    /// <summary>The week is judged whole, in the settlement of its last day.</summary>
    ByLastDay = 0,

    /// <summary>The week is cut where the month ends; each part is judged by itself, and a count's threshold is prorated by days.</summary>
    ClippedAtMonthEnd = 1,
}
