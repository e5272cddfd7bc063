using System;
using System.Globalization;

namespace ChannelModel.Tests;

/// <summary>
/// How many cases a property test draws: 1 000, or 100 000 with CHANNELMODEL_LONG=1, or with CHANNELMODEL_LAWS=N those N times, the same cases in every run (see SeededLaws).
/// </summary>
internal static class Laws
{
    /// <summary>The number of cases that stay the same from run to run, or nothing where they are drawn anew.</summary>
    public static long? Fixed { get; } =
        long.TryParse(Environment.GetEnvironmentVariable("CHANNELMODEL_LAWS"), NumberStyles.None, CultureInfo.InvariantCulture, out long cases) ? cases : null;

    public static long Iterations { get; } = Fixed ?? (Environment.GetEnvironmentVariable("CHANNELMODEL_LONG") == "1" ? 100_000 : 1_000);
}
