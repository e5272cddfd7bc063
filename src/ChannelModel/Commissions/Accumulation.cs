namespace ChannelModel.Commissions;

/// <summary>Over what a plan's tiers count.</summary>
public enum Accumulation
{
    /// <summary>The totals of the period: tiers start again with the next one.</summary>
    PerPeriod = 0,

    /// <summary>Each record (a deal, an order, a day's bucket) starts at the first tier; the results are added. Does not telescope.</summary>
    PerRecord = 1,

    /// <summary>C(prior + new) - C(prior), rounding and caps included: increments add up to C(total). May be negative for whole-amount tiers.</summary>
    Cumulative = 2,

    /// <summary>C(total to date) - what was really paid to date.</summary>
    TrueUp = 3,
}
