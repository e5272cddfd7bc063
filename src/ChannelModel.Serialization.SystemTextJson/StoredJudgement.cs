using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Contracts;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>How a commitment was judged, as it was stored. Values are in the unit of the commitment's metric; percentages as 5 for 5 %.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StoredJudgement
{
    internal StoredJudgement(
        string commitment,
        DateInterval period,
        string? session,
        decimal threshold,
        decimal? value,
        decimal? reported,
        decimal? measured,
        MeasurementVerdict verdict,
        CommitmentStatus status,
        decimal deviation)
    {
        Commitment = commitment;
        Period = period;
        Session = session;
        Threshold = threshold;
        Value = value;
        Reported = reported;
        Measured = measured;
        Verdict = verdict;
        Status = status;
        Deviation = deviation;
    }

    /// <summary>Gets the code of the commitment.</summary>
    public string Commitment { get; }

    /// <summary>Gets the days that were judged; both ends are included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the session, for commitments of a session.</summary>
    public string? Session { get; }

    /// <summary>Gets what was agreed for these days.</summary>
    public decimal Threshold { get; }

    /// <summary>Gets the value that counts.</summary>
    public decimal? Value { get; }

    /// <summary>Gets what the partner reported.</summary>
    public decimal? Reported { get; }

    /// <summary>Gets what a third party measured.</summary>
    public decimal? Measured { get; }

    /// <summary>Gets what the two say of one another.</summary>
    public MeasurementVerdict Verdict { get; }

    /// <summary>Gets the judgement.</summary>
    public CommitmentStatus Status { get; }

    /// <summary>Gets by how much it was missed or exceeded, 0 or more.</summary>
    public decimal Deviation { get; }

    internal static StoredJudgement Of(CommitmentResult result) => new(
        result.Commitment.Code,
        result.Period,
        result.Session,
        StoredSettlementCheck.Shortest(result.Threshold),
        StoredSettlementCheck.Shortest(result.Value),
        StoredSettlementCheck.Shortest(result.Reported),
        StoredSettlementCheck.Shortest(result.Measured),
        result.Verdict,
        result.Status,
        StoredSettlementCheck.Shortest(result.Deviation));
}
