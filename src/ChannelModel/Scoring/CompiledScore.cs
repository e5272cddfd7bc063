using System.Runtime.InteropServices;

namespace ChannelModel.Scoring;

/// <summary>What the compiled scorecard says of one candidate, in integers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CompiledScore
{
    public CompiledScore(ScoreStatus status, NotRatedReason reason, long sum, long counted, long observed, int units, int grade, int rawGrade)
    {
        Status = status;
        Reason = reason;
        Sum = sum;
        Counted = counted;
        Observed = observed;
        Units = units;
        Grade = grade;
        RawGrade = rawGrade;
    }

    public ScoreStatus Status { get; }

    public NotRatedReason Reason { get; }

    /// <summary>Gets the sum of weight x worth, at most 10^18.</summary>
    public long Sum { get; }

    /// <summary>Gets the weight that counts, in billionths; below 10^9 where criteria are left out.</summary>
    public long Counted { get; }

    /// <summary>Gets the weight of the criteria with values, in billionths.</summary>
    public long Observed { get; }

    /// <summary>Gets the score in units of the last decimal that is shown; -1 for none.</summary>
    public int Units { get; }

    /// <summary>Gets the grade, from 0; -1 for none.</summary>
    public int Grade { get; }

    /// <summary>Gets the grade that the score and the grade before give, without caps; -1 for none.</summary>
    public int RawGrade { get; }
}
