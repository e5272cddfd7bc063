namespace ChannelModel.Kpis;

/// <summary>How readings of several places or periods become one.</summary>
public enum KpiAggregation
{
    /// <summary>Added up, such as sales or orders.</summary>
    Sum = 0,

    /// <summary>The mean weighted by sample size, such as a satisfaction score; each reading counts once where no reading has a sample size.</summary>
    Mean = 1,

    /// <summary>The sum of the numerators by the sum of the denominators, such as conversion; never the mean of the ratios.</summary>
    Ratio = 2,

    /// <summary>The reading of the latest period, such as followers or stores.</summary>
    Latest = 3,
}
