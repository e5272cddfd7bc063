namespace ChannelModel.Scoring;

/// <summary>One gate and what became of it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class GateCheck
{
    internal GateCheck(ScoreGate gate, GateOutcome outcome)
    {
        Gate = gate;
        Outcome = outcome;
    }

    /// <summary>Gets the gate.</summary>
    public ScoreGate Gate { get; }

    /// <summary>Gets what became of it.</summary>
    public GateOutcome Outcome { get; }
}
