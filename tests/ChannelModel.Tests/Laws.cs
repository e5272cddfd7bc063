using System;

namespace ChannelModel.Tests;

/// <summary>How many cases a property test draws: 1 000, or 100 000 with CHANNELMODEL_LONG=1.</summary>
internal static class Laws
{
    public static long Iterations { get; } = Environment.GetEnvironmentVariable("CHANNELMODEL_LONG") == "1" ? 100_000 : 1_000;
}
