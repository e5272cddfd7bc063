namespace ChannelModel.Kpis;

/// <summary>A reading that is not looked at, and why.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiRejection
{
    internal KpiRejection(int index, KpiReading reading, LocalText reason)
    {
        Index = index;
        Reading = reading;
        Reason = reason;
    }

    /// <summary>Gets the place of the reading among those given, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets the reading.</summary>
    public KpiReading Reading { get; }

    /// <summary>Gets the reason.</summary>
    public LocalText Reason { get; }
}
