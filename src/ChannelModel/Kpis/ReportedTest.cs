namespace ChannelModel.Kpis;

/// <summary>How a report is compared with a measurement.</summary>
public enum ReportedTest
{
    /// <summary>No test: a figure that it needs is missing.</summary>
    None = 0,

    /// <summary>Two shares of cases: z = (p1 - p2) / sqrt(p x (1 - p) x (1 / n1 + 1 / n2)), p of both together (the pooled two-proportion test of any text on statistics, such as Fleiss 1981).</summary>
    TwoProportions = 1,

    /// <summary>
    /// Two counts of events with what they were counted among: given x1 + x2, x1 is binomial with the share q = t1 / (t1 + t2), so z = (x1 - (x1 + x2) x q) / sqrt((x1 + x2) x q x (1 - q))
    /// (Przyborowski and Wilenski 1940, Biometrika 31, 313-323, by the normal approximation).
    /// </summary>
    TwoCounts = 2,
}
