namespace ChannelModel.Allocation;

/// <summary>A part of the splits: a range for each line, the bound that its envelopes give, and how it was cut in two, if it was.</summary>
internal sealed class SplitPart
{
    public SplitPart(double[] lo, double[] hi)
    {
        Lo = lo;
        Hi = hi;
    }

    public double[] Lo { get; }

    public double[] Hi { get; }

    public double Price { get; set; }

    public double Bound { get; set; } = double.NegativeInfinity;

    /// <summary>The line that stands inside its chord, or -1.</summary>
    public int Partial { get; set; } = -1;

    public double At { get; set; }

    public int Cut { get; set; } = -1;

    public int Left { get; set; }

    public int Right { get; set; }
}
