namespace ChannelModel.Kpis;

/// <summary>How often an interval of this kind would hold the value, if the model behind it were true.</summary>
public enum KpiConfidence
{
    /// <summary>95 of 100 times.</summary>
    Percent95 = 0,

    /// <summary>80 of 100 times.</summary>
    Percent80 = 1,

    /// <summary>90 of 100 times.</summary>
    Percent90 = 2,

    /// <summary>99 of 100 times.</summary>
    Percent99 = 3,
}
