using System.Collections.Generic;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One commitment judged for one period: threshold, value, evidence, and what it costs or earns.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class CommitmentResult
{
    internal CommitmentResult(Commitment commitment, int version, DateInterval period, string? session, Currency currency)
    {
        Commitment = commitment;
        Version = version;
        Period = period;
        Session = session;
        Compensation = Penalty = Bonus = Money.Zero(currency);
    }

    /// <summary>Gets the commitment.</summary>
    public Commitment Commitment { get; }

    /// <summary>Gets the number of the contract's version that it stands in.</summary>
    public int Version { get; }

    /// <summary>Gets the days that are judged, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the session, for a commitment that is judged by session.</summary>
    public string? Session { get; }

    /// <summary>Gets the threshold of these days, cut to 6 decimals for showing; the judgement uses the exact fraction.</summary>
    public decimal Threshold { get; internal set; }

    /// <summary>Gets the value that counts, what was made good included; <see langword="null"/> where nothing is judged.</summary>
    public decimal? Value { get; internal set; }

    /// <summary>Gets what the partner reported.</summary>
    public decimal? Reported { get; internal set; }

    /// <summary>Gets what the third party measured.</summary>
    public decimal? Measured { get; internal set; }

    /// <summary>Gets what the comparison of both says.</summary>
    public MeasurementVerdict Verdict { get; internal set; }

    /// <summary>Gets whether it was kept.</summary>
    public CommitmentStatus Status { get; internal set; }

    /// <summary>Gets by how much the value is off, to the worse or to the better, cut to 6 decimals; 0 on the threshold.</summary>
    public decimal Deviation { get; internal set; }

    /// <summary>Gets what the shortfall costs, caps applied; 0 or more.</summary>
    public Money Compensation { get; internal set; }

    /// <summary>Gets what a falsified report costs beside it; 0 or more.</summary>
    public Money Penalty { get; internal set; }

    /// <summary>Gets what over-delivery earns, the cap applied; 0 or more.</summary>
    public Money Bonus { get; internal set; }

    /// <summary>Gets the references of the readings, deliveries and excuses that the judgement rests on, in order.</summary>
    public IReadOnlyList<string> Evidence { get; internal set; } = [];

    /// <summary>Gets how it was judged, as a sentence.</summary>
    public LocalText Explanation { get; internal set; } = new("not judged", "未评定");

    /// <summary>Gets a value indicating whether it is a breach.</summary>
    public bool IsBreach => Status == CommitmentStatus.Missed || Verdict == MeasurementVerdict.Falsified;

    /// <summary>Gets or sets the exact arithmetic behind compensation or bonus: closed + (open + slope x portion) / denominator, before caps.</summary>
    internal (ExactPiece Piece, Ratio Portion)? Priced { get; set; }

    /// <summary>Gets or sets a value indicating whether a cap has cut compensation or bonus.</summary>
    internal bool IsCapped { get; set; }
}
