using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ChannelModel.Tests.Scoring;

/// <summary>Cases of scorecards: curves, periods, bands.</summary>
public sealed partial class GoldenScoringTests
{
    private static Dictionary<string, Action<JsonElement>> ScorecardHandlers() => new(StringComparer.Ordinal);
}
