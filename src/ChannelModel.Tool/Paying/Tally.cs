using System;
using ChannelModel.Commissions;

namespace ChannelModel.Tool.Paying;

/// <summary>The sums of one measure over a file: what was read and what was paid, of rows by themselves and of columns.</summary>
internal sealed class Tally(Basis measure)
{
    private int _at = -1;

    public Basis Measure { get; } = measure;

    public decimal Read { get; set; }

    public decimal Paid { get; set; }

    /// <summary>Gets or sets the part of columns, in millionths.</summary>
    public Int128 ReadUnits { get; set; }

    public Int128 PaidUnits { get; set; }

    public int Unreadable { get; set; }

    public decimal ReadInAll => Read + ((decimal)ReadUnits / 1_000_000m);

    public decimal PaidInAll => Paid + ((decimal)PaidUnits / 1_000_000m);

    /// <summary>Where the measure stands among those of a lane.</summary>
    public int At(BulkLane lane) => _at >= 0 ? _at : _at = Array.FindIndex(lane.Measures, one => one.Basis == Measure);
}
