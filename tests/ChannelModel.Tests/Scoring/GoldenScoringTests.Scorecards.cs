using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>Cases of scorecards: curves, periods, bands.</summary>
public sealed partial class GoldenScoringTests
{
    private static readonly LocalText Any = new("any");

    private static Dictionary<string, Action<JsonElement>> ScorecardHandlers() => new(StringComparer.Ordinal)
    {
        ["piecewise-linear utility"] = PiecewiseLinear,
        ["standing bands"] = StandingBands,
        ["zones"] = Zones,
        ["period-weighted score"] = PeriodWeighted,
        ["exponential smoothing"] = Smoothing,
        ["percentage variance"] = PercentageVariance,
        ["mean"] = Mean,
    };

    private static void PiecewiseLinear(JsonElement golden)
    {
        ValueCurve[] curves = [.. golden.GetProperty("params").GetProperty("breakpoints").EnumerateArray().Select(points =>
            ValueCurve.Through([.. points.EnumerateArray().Select(point => (point[0].GetDecimal(), point[1].GetDecimal() * 100m)).OrderBy(point => point.Item1)]))];
        double[][] expected = [.. golden.GetProperty("expected").GetProperty("normalised").EnumerateArray().Select(Doubles)];
        JsonElement[] rows = [.. golden.GetProperty("matrix").EnumerateArray()];
        rows.Should().HaveSameCount(expected);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < curves.Length; j++)
            {
                // A worth is a whole number of billionths.
                ((double)curves[j].PointsAt(rows[i][j].GetDecimal()) / 100d).Should().BeApproximately(expected[i][j], Math.Max(Tolerance(golden), 5e-10));
            }
        }
    }

    private static void StandingBands(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        Edge edge = parameters.GetProperty("rule").GetString()!.Contains("min<=score", StringComparison.Ordinal) ? Edge.LowerIncluded : Edge.UpperIncluded;
        JsonElement[] bands = [.. parameters.GetProperty("bands").EnumerateArray().OrderBy(band => band[1].GetDecimal())];
        GradeScale scale = GradeScale.Of(edge, [.. bands.Select(band => new Grade(band[0].GetString()!, band[1].GetDecimal()))]);
        JsonElement[] scores = [.. golden.GetProperty("scores_in").EnumerateArray()];
        JsonElement[] standings = [.. golden.GetProperty("expected").GetProperty("standing").EnumerateArray()];
        scores.Should().HaveSameCount(standings);
        foreach ((JsonElement score, JsonElement standing) in scores.Zip(standings))
        {
            // Where the source finds no band (its known gap at 100), ours is the best one.
            string expected = standing.ValueKind == JsonValueKind.String ? standing.GetString()! : bands[bands.Length - 1][0].GetString()!;
            scale.GradeOf(score.GetDecimal()).Code.Should().Be(expected);
        }
    }

    private static void Zones(JsonElement golden)
    {
        JsonElement parameters = golden.GetProperty("params");
        decimal baseline = parameters.GetProperty("baseline").GetDecimal();
        decimal stretch = parameters.GetProperty("stretch").GetDecimal();
        string[] names = ["fail", "commit", "target", "stretch"];
        decimal[] cuts = [0m, .. parameters.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetDecimal() * 100m)];
        cuts.Should().HaveSameCount(names);
        Scorecard okr = Scorecard.Define("okr")
            .Add(ScoreCriterion.Of("key-result", Any, KpiUnit.Number, baseline < stretch ? ValueCurve.Rising(baseline, stretch) : ValueCurve.Falling(stretch, baseline), 1m))
            .Grades(GradeScale.Of([.. names.Zip(cuts)]))
            .Decimals(4)
            .Build();
        okr.Should().NotBeNull();
        golden.GetProperty("scores_in").EnumerateArray().Select(value => okr.Evaluate(ScoreFacts.For("team").With("key-result", value.GetDecimal())).Grade!.Code)
            .Should().Equal(golden.GetProperty("expected").GetProperty("standing").EnumerateArray().Select(standing => standing.GetString()));
    }

    private static void PeriodWeighted(JsonElement golden)
    {
        Match window = Regex.Match(golden.GetProperty("params").GetProperty("weighting_function").GetString()!, @"\((?<n>\d+)-period_number\)/(?<m>\d+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        window.Groups["n"].Value.Should().NotBeEmpty().And.Be(window.Groups["m"].Value);
        PeriodTotal total = PeriodPolicy.Decay(int.Parse(window.Groups["n"].Value, CultureInfo.InvariantCulture))
            .Total([.. golden.GetProperty("period_scores_most_recent_first").EnumerateArray().Select(score => (decimal?)score.GetDecimal())], decimals: 1);
        if (total.Scores.Count == 0)
        {
            // The source says 100 for a supplier without any period; a period without evidence is not scored here.
            total.Score.Should().BeNull();
            return;
        }

        ((double)total.Score!.Value).Should().BeApproximately(golden.GetProperty("expected").GetProperty("total").GetDouble(), Tolerance(golden));
        ((double)total.Score!.Value).Should().BeApproximately(golden.GetProperty("computed").GetProperty("total").GetDouble(), 1e-9);
    }

    private static void Smoothing(JsonElement golden)
    {
        decimal total = PeriodPolicy.Smoothing(golden.GetProperty("params").GetProperty("alpha").GetDecimal())
            .Total([golden.GetProperty("new").GetDecimal(), golden.GetProperty("previous").GetDecimal()], decimals: 7).Score!.Value;
        ((double)total).Should().BeApproximately(golden.GetProperty("expected").GetProperty("total").GetDouble(), Tolerance(golden));
    }

    /// <summary>The inputs stand in the note, "1.27 vs PO 2.55"; the interval table as well.</summary>
    private static void PercentageVariance(JsonElement golden)
    {
        (decimal Actual, decimal Reference)[] pairs = [.. Regex.Matches(golden.GetProperty("note").GetString()!, @"(?<a>[\d.]+) vs [A-Za-z]+ (?<b>\d+(\.\d+)?)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Cast<Match>()
            .Select(match => (decimal.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), decimal.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture)))];
        Rate[] variances = [.. pairs.Select(pair => Rate.Of(pair.Actual - pair.Reference, pair.Reference))];
        double[] expected = Doubles(golden.GetProperty("expected").GetProperty("values"));
        double[] computed = Doubles(golden.GetProperty("computed").GetProperty("values"));
        variances.Should().HaveSameCount(expected);
        for (int i = 0; i < variances.Length; i++)
        {
            ((double)variances[i].ToPercent()).Should().BeApproximately(expected[i], Tolerance(golden)).And.BeApproximately(computed[i], 1e-7);
        }

        // (-100 %, -20 %] is 95 points for a price and 10 for a quantity.
        ValueCurve.Steps(Edge.UpperIncluded, 95m, (-20m, 90m)).PointsAt(variances[0].ToPercent()).Should().Be(95m);
        ReadyScorecards.Supplier.Criteria.Single(criterion => criterion.Id.Value == "price-variance").Curve!.PointsAt(variances[0].ToPercent()).Should().Be(95m);
        ReadyScorecards.Supplier.Criteria.Single(criterion => criterion.Id.Value == "quantity-variance").Curve!.PointsAt(variances[1].ToPercent()).Should().Be(10m);
    }

    /// <summary>The case holds no inputs; the page that is its source prints nine item scores for each of its two means.</summary>
    private static void Mean(JsonElement golden)
    {
        decimal?[][] items = [[40m, 40m, 40m, 40m, 40m, 40m, 40m, 90m, 95m], [10m, 10m, 100m, 100m, 100m, 100m, 100m, 100m, 100m]];
        double[] expected = Doubles(golden.GetProperty("expected").GetProperty("values"));
        double[] computed = Doubles(golden.GetProperty("computed").GetProperty("values"));
        for (int i = 0; i < items.Length; i++)
        {
            decimal mean = PeriodPolicy.Weighted([.. items[i].Select(_ => 1m)]).Total(items[i], decimals: 7).Score!.Value;
            ((double)mean).Should().BeApproximately(expected[i], Tolerance(golden)).And.BeApproximately(computed[i], 5e-8);
        }
    }
}
