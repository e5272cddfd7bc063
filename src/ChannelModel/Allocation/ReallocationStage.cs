namespace ChannelModel.Allocation;

/// <summary>How far a reallocation may go.</summary>
public enum ReallocationStage
{
    /// <summary>Try: small steps, whose result is measured.</summary>
    Pilot = 0,

    /// <summary>The pilot's promise was kept: larger steps.</summary>
    Scale = 1,
}
