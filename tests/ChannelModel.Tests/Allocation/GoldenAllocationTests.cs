using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tests.Allocation;

/// <summary>
/// Golden/allocation.json: splits, apportionments and budgets that libraries, textbooks and statistics publish, or that were worked out by exact fractions and
/// brute force; the source of each stands beside it. Every case goes through the public API; the tests only translate its words.
/// </summary>
public sealed partial class GoldenAllocationTests
{
    /// <summary>Kinds that the library leaves for later, each with its reason; docs/limitations.md says so too.</summary>
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["biproportional_apportionment"] = "tables with fixed row and column totals come later",
        ["ucb1"] = "bandit policies come later; allocation takes curves or weights as input",
        ["hedge_step"] = "bandit policies come later; allocation takes curves or weights as input",
        ["mmm_concave_max"] = "fitted media-mix models (adstock over periods) come later; curves are input",
    };

    private static readonly Dictionary<string, JsonElement> Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "allocation.json")))
        .RootElement.GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string>> Ids() => Cases
        .Where(entry => !Later.ContainsKey(KindOf(entry.Value)))
        .Select(entry => new TheoryDataRow<string>(entry.Key));

    [Fact]
    public void All_cases_are_there()
    {
        Cases.Should().HaveCount(105);
        Cases.Values.Where(c => Later.ContainsKey(KindOf(c))).Should().HaveCount(4);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case(string id)
    {
        JsonElement of = Cases[id];
        (IsSplit(KindOf(of), of) || IsBudget(KindOf(of), of)).Should().BeTrue("'{0}' is a kind of case that a test translates", KindOf(of));
    }

    private static string KindOf(JsonElement of) => of.GetProperty("kind").GetString()!;
}
