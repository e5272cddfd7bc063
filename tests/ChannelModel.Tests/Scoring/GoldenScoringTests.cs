using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tests.Scoring;

/// <summary>
/// Golden/scoring.json: numbers that papers, vendors and other libraries publish for their own methods, with the source of each, recomputed
/// independently. Every case goes through the public API; the test only translates its words, and obeys the note of the case. The
/// handlers stand in two files: scorecards, and rankings with weights and normalisations.
/// </summary>
public sealed partial class GoldenScoringTests
{
    /// <summary>Methods that the library leaves out, each with its reason. Their cases stay in the file.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["COPRAS"] = "breaks on negative values, and one published variant rewards cost; no gain over the weighted sum for partners",
        ["ARAS"] = "a ratio to an invented best row; same order as the weighted sum in practice, and breaks on negative values",
        ["CODAS"] = "needs a threshold that nobody can explain to the partner who lost by it",
        ["MOORA ratio"] = "the weighted sum on vector norms, whose scores change when a partner leaves",
        ["RIM"] = "target ranges are value curves of the scorecard, with absolute bounds",
        ["MEREC"] = "needs positive values; ROI and growth are negative at times",
        ["Gini"] = "an objective weight without a meaning of its own beside entropy, CRITIC and standard deviation",
        ["criterion formula"] = "free formulas are code; a criterion is a KPI and a curve, which can be checked, explained and inverted",
        ["points-to-double-odds"] = "scales a fitted probability model, and the library fits none",
    };

    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "scoring.json"))).RootElement;

    private static readonly Dictionary<string, JsonElement> Cases = Golden
        .GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string>> Ids() => Cases.Keys.Select(id => new TheoryDataRow<string>(id));

    [Fact]
    public void All_cases_are_there() => Cases.Should().HaveCount(Golden.GetProperty("count").GetInt32());

    [Fact]
    public void Every_method_is_built_or_left_out_with_a_reason()
    {
        var built = ScorecardHandlers().Keys.Concat(RankingHandlers().Keys).ToList();
        built.Should().OnlyHaveUniqueItems().And.NotIntersectWith(LeftOut.Keys);
        Cases.Values.Select(Method).Distinct(StringComparer.Ordinal).Should().BeSubsetOf(built.Concat(LeftOut.Keys));
        LeftOut.Keys.Should().BeSubsetOf(Cases.Values.Select(Method));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case(string id)
    {
        JsonElement golden = Cases[id];
        string method = Method(golden);
        if (LeftOut.TryGetValue(method, out string? reason))
        {
            reason.Should().NotBeNullOrWhiteSpace();
            return;
        }

        if (!ScorecardHandlers().TryGetValue(method, out Action<JsonElement>? check) && !RankingHandlers().TryGetValue(method, out check))
        {
            throw new InvalidOperationException($"Nothing handles the method '{method}' of the case '{id}'.");
        }

        check(golden);
    }

    private static string Method(JsonElement golden) => golden.GetProperty("method").GetString()!;

    private static double[] Doubles(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static double Tolerance(JsonElement golden) => golden.GetProperty("tolerance").GetDouble();
}
