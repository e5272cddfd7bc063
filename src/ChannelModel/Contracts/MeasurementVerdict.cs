namespace ChannelModel.Contracts;

/// <summary>What the comparison of report and measurement says.</summary>
public enum MeasurementVerdict
{
    /// <summary>Readings that the contract asks for are missing; nothing is judged.</summary>
    Missing = 0,

    /// <summary>Only one source is asked for, and it is there.</summary>
    SingleSource = 1,

    /// <summary>Both are there and differ by no more than the tolerance.</summary>
    Agrees = 2,

    /// <summary>The report is worse for the partner than the measurement, by more than the tolerance.</summary>
    Understated = 3,

    /// <summary>The report is better for the partner than the measurement, by more than the tolerance.</summary>
    Overstated = 4,

    /// <summary>The report is better for the partner than the measurement, by more than the contract takes for an error: a falsified report.</summary>
    Falsified = 5,
}
