namespace ChannelModel.Contracts;

/// <summary>Whose reading counts.</summary>
public enum MeasurementSource
{
    /// <summary>The partner's own report.</summary>
    Reported = 0,

    /// <summary>A third party's measurement.</summary>
    ThirdParty = 1,

    /// <summary>Both; they are compared, and the third party's value counts.</summary>
    Both = 2,
}
