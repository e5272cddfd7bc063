namespace ChannelModel.Kpis;

/// <summary>What became of a warning with a reading.</summary>
public enum KpiAlertState
{
    /// <summary>The warning begins.</summary>
    Raised = 0,

    /// <summary>The warning goes on: the figure has not come back as far as the clearing level asks for.</summary>
    Held = 1,

    /// <summary>The warning ends.</summary>
    Cleared = 2,
}
