namespace ChannelModel.Contracts;

/// <summary>One stage of a pipeline: how many stand there, for how long, and how many of those that came have moved on.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StageReport
{
    internal StageReport(PartnershipStage stage, int count, int? youngest, int? median, int? oldest, int entered, int movedOn)
    {
        Stage = stage;
        Count = count;
        YoungestDays = youngest;
        MedianDays = median;
        OldestDays = oldest;
        Entered = entered;
        MovedOn = movedOn;
    }

    /// <summary>Gets the stage.</summary>
    public PartnershipStage Stage { get; }

    /// <summary>Gets how many stand there.</summary>
    public int Count { get; }

    /// <summary>Gets the days the youngest has been there; <see langword="null"/> where nobody is.</summary>
    public int? YoungestDays { get; }

    /// <summary>Gets the median of the days, the lower one of two.</summary>
    public int? MedianDays { get; }

    /// <summary>Gets the days the oldest has been there.</summary>
    public int? OldestDays { get; }

    /// <summary>Gets how many partnerships have ever been there.</summary>
    public int Entered { get; }

    /// <summary>Gets how many of them have made the next step of the main way from there.</summary>
    public int MovedOn { get; }

    /// <summary>Gets the share that moved on; <see langword="null"/> where nobody came.</summary>
    public Rate? Conversion => Entered == 0 ? null : Rate.Of(MovedOn, Entered);
}
