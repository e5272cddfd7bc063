namespace ChannelModel.Planning;

/// <summary>How much a finding weighs. What is listed first matters most.</summary>
public enum AuditSeverity
{
    /// <summary>Two statements of the plan cannot both be true.</summary>
    Contradiction = 0,

    /// <summary>A statement cannot be checked as it stands, or goes against the plan's own evidence.</summary>
    Doubt = 1,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note = 2,
}
