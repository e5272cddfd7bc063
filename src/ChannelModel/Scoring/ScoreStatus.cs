namespace ChannelModel.Scoring;

/// <summary>What came of scoring a candidate.</summary>
public enum ScoreStatus
{
    /// <summary>There is a score, and a grade where the scorecard has grades.</summary>
    Rated = 0,

    /// <summary>A gate knocks the candidate out. The score is kept where there is one, the grade is not.</summary>
    KnockedOut = 1,

    /// <summary>There is no score, with a reason. It is neither 0 nor 100.</summary>
    NotRated = 2,
}
