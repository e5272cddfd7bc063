namespace ChannelModel.Scoring;

/// <summary>What became of one gate for one candidate.</summary>
public enum GateOutcome
{
    /// <summary>The candidate passes.</summary>
    Passed = 0,

    /// <summary>The gate applies.</summary>
    Applied = 1,

    /// <summary>There is no value to check, and the gate lets that pass.</summary>
    NotChecked = 2,
}
