using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel score</c>: bad rows are rejected with line and reason, the rest is scored.</summary>
public sealed class ScoreCommandTests : IDisposable
{
    private const string Model = "docs/models/group-leader.json";
    private const string Facts = "docs/models/group-leader.csv";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Good_rows_are_scored_and_bad_rows_are_rejected_with_line_and_reason()
    {
        ToolRun run = ToolRun.With("score", "--model", Model, "--facts", Facts, "--out", At("s.csv"), "--rejects", At("r.csv"));
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("8 rows read: 4 rated, 0 knocked out, 1 not rated, 3 rejected\nGrades: A 0, B 1, C 2, D 1\n");
        Lines("s.csv").Should().Equal(
            "candidate,status,score,grade,rank,coverage,next-grade,points-to-next-grade,orders.points,repurchase.points,positive-rating.points,actions,reason",
            "leader-017,rated,73.2,B,1,100%,A,8.8,29.8,26.1,17.3,,",
            "leader-018,rated,69.2,C,2,100%,,,37.3,31.9,0.0,notify training,Positive ratings are below 85%: no better than C.",
            "leader-019,not-rated,,,,100%,,,,,,,Fewer than 10 customers: too little to judge.",
            "leader-020,rated,47.2,C,3,75%,B,14.8,28.8,18.4,,notify training,",
            "leader-022,rated,23.9,D,4,100%,C,18.1,6.0,17.9,0.0,warn renewal,");
        Lines("r.csv").Should().Equal(
            "line,reason,row",
            "6,\"repurchase: 'nineteen' is not a value, expected a percentage such as 31.5%\",\"leader-021,94,nineteen,80,95%,60,B\"",
            "8,\"the same candidate stands in line 3, expected each once\",\"leader-018,180,31%,150,83.5%,120,B\"",
            "9,\"Orders: -4 is not of the unit count, or outside its range.\",\"leader-023,-4,20%,40,95%,30,C\"");
    }

    [Fact]
    public void Points_add_up_to_scores_and_ranks_are_shared_by_equal_ones()
    {
        ToolRun run = ToolRun.With(
            "score", "--model", "docs/models/wholesale-customers.json", "--facts", "docs/data/uci_wholesale/wholesale_customers.csv", "--ignore", "channel", "--ignore", "region", "--out", At("s.csv"));
        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("440 rows read: 440 rated, 0 knocked out, 0 not rated, 0 rejected\n");
        string[][] rows = [.. Lines("s.csv").Skip(1).Select(line => line.Split(','))];
        rows.Should().HaveCount(440);
        var ranks = new List<(decimal Score, int Rank)>();
        foreach (string[] row in rows)
        {
            decimal score = decimal.Parse(row[2], CultureInfo.InvariantCulture);
            row[8..14].Sum(points => decimal.Parse(points, CultureInfo.InvariantCulture)).Should().Be(score);
            ranks.Add((score, int.Parse(row[4], CultureInfo.InvariantCulture)));
        }

        foreach ((decimal score, int rank) in ranks)
        {
            rank.Should().Be(1 + ranks.Count(other => other.Score > score));
        }
    }

    [Theory]
    [InlineData("topsis")]
    [InlineData("spotis")]
    [InlineData("weighted-sum")]
    [InlineData("vikor")]
    [InlineData("edas")]
    [InlineData("promethee")]
    [InlineData("waspas")]
    public void A_ranking_method_ranks_the_wholesale_customers(string method)
    {
        ToolRun run = ToolRun.With(
            "score", "--model", "docs/models/wholesale-customers.json", "--facts", "docs/data/uci_wholesale/wholesale_customers.csv", "--ignore", "channel", "--ignore", "region", "--rank", method, "--out", At("s.csv"));
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        string[] lines = Lines("s.csv");
        lines[0].Split(',')[4..6].Should().Equal("rank", method);
        (double Score, int Rank)[] ranks = [.. lines.Skip(1).Select(line => line.Split(',')).Select(row => (double.Parse(row[5], CultureInfo.InvariantCulture), int.Parse(row[4], CultureInfo.InvariantCulture)))];
        ranks.Should().HaveCount(440);
        bool lower = method is "spotis" or "vikor";
        // Scores within 10^-9 are equal and share a rank.
        ranks.OrderBy(place => place.Rank).Select(place => Math.Round(lower ? -place.Score : place.Score, 7)).Should().BeInDescendingOrder();
        ranks.Min(place => place.Rank).Should().Be(1);
    }

    [Fact]
    public void A_method_says_who_cannot_be_ranked_and_what_it_cannot_use()
    {
        ToolRun run = ToolRun.With("score", "--model", Model, "--facts", Facts, "--rank", "topsis", "--out", At("s.csv"), "--rejects", At("r.csv"));
        run.ExitCode.Should().Be(0);
        run.Error.Should().Be("channelmodel: leader-020 has no rank by topsis: no value of positive-rating\n");
        Lines("s.csv").Single(line => line.StartsWith("leader-020,", StringComparison.Ordinal)).Should().StartWith("leader-020,rated,47.2,C,,,75%");

        File.WriteAllText(At("f.csv"), "candidate,on-time,on-time.sample,quantity-variance,price-variance,rejected,rejected.sample\na,90%,9,0%,-10%,1%,9\nb,80%,9,1%,10%,2%,9\n");
        ToolRun refused = ToolRun.With("score", "--model", "docs/models/supplier.json", "--facts", At("f.csv"), "--rank", "weighted-product", "--out", At("t.csv"));
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("cannot rank").And.Contain("price-variance");
        File.Exists(At("t.csv")).Should().BeFalse();
        ToolRun.With("score", "--model", Model, "--facts", Facts, "--rank", "copras").ExitCode.Should().Be(2);
    }

    [Fact]
    public void Explanations_are_printed_in_both_languages_and_strict_counts_rejects()
    {
        ToolRun all = ToolRun.With("score", "--model", Model, "--facts", Facts, "--explain", "--strict");
        all.ExitCode.Should().Be(1);
        all.Output.Should().Contain("leader-017, Group leader, weekly: ").And.Contain("leader-019, Group leader, weekly: not rated").And.Contain("too little to judge");
        all.Error.Should().Contain("group-leader.csv:6: repurchase: 'nineteen'");
        ToolRun one = ToolRun.With("score", "--model", Model, "--facts", Facts, "--explain-one", "leader-018", "--lang", "zh-Hans", "--rejects", At("r.csv"));
        one.Output.Should().StartWith("leader-018，团长周评：").And.Contain("好评率低于 85%").And.Contain("读取8行：评分4行");
    }

    [Theory]
    [InlineData("candidate,order\n", "1: the model has no criterion 'order', expected candidate, one of orders, repurchase, positive-rating, alone or with .sample, or previous-grade")]
    [InlineData("orders,repurchase\n", "1: there is no column 'candidate'")]
    [InlineData("candidate,orders\n", "1: there is no column 'repurchase', and nobody can be scored without it")]
    [InlineData("candidate,orders,orders\n", "1: Col name 'orders' found 2 times")]
    public void A_wrong_header_exits_with_2_and_writes_nothing(string text, string message)
    {
        File.WriteAllText(At("f.csv"), text);
        ToolRun run = ToolRun.With("score", "--model", Model, "--facts", At("f.csv"), "--out", At("s.csv"));
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("f.csv:" + message).And.NotContain("   at ");
        File.Exists(At("s.csv")).Should().BeFalse();
    }

    [Theory]
    [InlineData("a,1e5,20%,30,90%,30,\n", "orders: '1e5' is not a value")]
    [InlineData("a,NaN,20%,30,90%,30,\n", "orders: 'NaN' is not a value")]
    [InlineData("a,10,20,30,90%,30,\n", "repurchase: '20' is not a value, expected a percentage")]
    [InlineData("a,10,120%,30,90%,30,\n", "120% is no share of a sample")]
    [InlineData("a,10,20%,-3,90%,30,\n", "repurchase.sample: '-3' is not a number of observations")]
    [InlineData("a,10,20%,30,90%,30,E\n", "previous-grade: there is no grade 'E', expected one of D, C, B, A")]
    [InlineData(",10,20%,30,90%,30,\n", "candidate: '' is not an id")]
    [InlineData("a,10\n", "the row has 2 cells, expected 7")]
    public void A_bad_cell_rejects_its_row_only(string row, string message)
    {
        File.WriteAllText(At("f.csv"), "candidate,orders,repurchase,repurchase.sample,positive-rating,positive-rating.sample,previous-grade\n" + row + "b,100,20%,50,95%,50,\n");
        ToolRun run = ToolRun.With("score", "--model", Model, "--facts", At("f.csv"));
        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("2 rows read: 1 rated, 0 knocked out, 0 not rated, 1 rejected\n");
        run.Error.Should().Contain("f.csv:2: ").And.Contain(message);
    }

    [Fact]
    public void A_wrong_model_or_file_exits_with_2()
    {
        File.WriteAllText(At("m.json"), "{\"schemaVersion\":1,\"id\":\"m\",\"criteria\":[]}");
        ToolRun.With("score", "--model", At("m.json"), "--facts", Facts).Error.Should().Contain("m.json:1:").And.Contain("there are 0 criteria");
        ToolRun.With("score", "--model", Model, "--facts", At("none.csv")).ExitCode.Should().Be(2);
        ToolRun same = ToolRun.With("score", "--model", Model, "--facts", Facts, "--out", At("x.csv"), "--rejects", At("x.csv"));
        same.ExitCode.Should().Be(2);
        same.Error.Should().Contain("the same file");
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string[] Lines(string name) => File.ReadAllLines(At(name));
}
