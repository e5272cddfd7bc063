using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ChannelModel.Tests.Scoring;

/// <summary>Cases of ranking methods, weights and normalisations.</summary>
public sealed partial class GoldenScoringTests
{
    private static Dictionary<string, Action<JsonElement>> RankingHandlers() => new(StringComparer.Ordinal);
}
