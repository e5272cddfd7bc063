namespace ChannelModel.Scoring;

/// <summary>What a <see cref="ScoreGate"/> does where it applies.</summary>
public enum GateKind
{
    /// <summary>The candidate is out, and stays listed with the reason.</summary>
    KnockOut = 0,

    /// <summary>The grade is held at a stated one; the score stays as it is.</summary>
    CapGrade = 1,

    /// <summary>There is too little evidence: the candidate is not rated.</summary>
    Evidence = 2,
}
