using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ChannelModel.Tool.Tests;

/// <summary><c>channelmodel rank</c>: the cars are ranked; bad rows are rejected with line and reason.</summary>
public sealed class RankCommandTests : IDisposable
{
    private const string Cars = "docs/data/electric-cars/cars.csv";
    private const string Criteria = "docs/data/electric-cars/criteria.csv";
    private readonly string _folder = Directory.CreateTempSubdirectory("channelmodel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("topsis", 12)]
    [InlineData("weighted-sum", 12)]
    [InlineData("weighted-product", 12)]
    [InlineData("waspas", 12)]
    [InlineData("vikor", 12)]
    [InlineData("edas", 12)]
    [InlineData("promethee", 12)]
    [InlineData("spotis", 12)]
    [InlineData("balanced-spotis", 12)]
    public void Every_method_ranks_the_cars(string method, int cars)
    {
        ToolRun run = ToolRun.With("rank", "--matrix", Cars, "--criteria", Criteria, "--method", method, "--format", "json", "--stability");
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        JsonElement result = JsonDocument.Parse(run.Output).RootElement;
        result.GetProperty("ranking").GetArrayLength().Should().Be(cars);
        result.GetProperty("relative").GetBoolean().Should().Be(method is not ("weighted-sum" or "spotis" or "balanced-spotis"));
        bool linear = method is "weighted-sum" or "promethee" or "spotis" or "balanced-spotis";
        result.GetProperty("criteria").EnumerateArray().Count(one => one.TryGetProperty("orderHolds", out _)).Should().Be(linear ? 11 : 0);

        string csv = ToolRun.With("rank", "--matrix", Cars, "--criteria", Criteria, "--method", method, "--format", "csv").Output;
        csv.Split('\n')[0].Should().Be("rank,candidate,score");
        csv.Split('\n')[1].Split(',')[1].Should().Be(result.GetProperty("ranking")[0].GetProperty("candidate").GetString());
    }

    [Fact]
    public void The_rows_of_a_file_may_stand_in_any_order()
    {
        string[] lines = File.ReadAllLines(Path.Combine(ToolRun.Root, Cars));
        File.WriteAllLines(At("m.csv"), [lines[0], .. lines[1..].Reverse()]);
        string[] Arguments(string matrix) => ["rank", "--matrix", matrix, "--criteria", Criteria, "--method", "topsis", "--weights", "critic", "--format", "csv"];
        ToolRun.With(Arguments(At("m.csv"))).Output.Should().Be(ToolRun.With(Arguments(Cars)).Output);
    }

    [Theory]
    [InlineData("weighted-sum")]
    [InlineData("topsis")]
    [InlineData("vikor")]
    [InlineData("edas")]
    [InlineData("promethee")]
    [InlineData("spotis")]
    public void The_wholesale_customers_are_ranked_and_columns_can_be_left_aside(string method)
    {
        const string Folder = "docs/data/uci_wholesale/";
        string[] arguments = ["rank", "--matrix", Folder + "wholesale_customers.csv", "--criteria", Folder + "criteria.csv", "--method", method, "--format", "csv"];
        ToolRun.With(arguments).Error.Should().Contain("the column 'region' is not a criterion").And.Contain("leave a column aside with --ignore");
        ToolRun run = ToolRun.With([.. arguments, "--ignore", "channel", "--ignore", "region"]);
        run.Error.Should().BeEmpty();
        string[][] rows = [.. run.Output.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        rows.Select(row => row[1]).Should().HaveCount(440).And.OnlyHaveUniqueItems();
        double[] scores = [.. rows.Select(row => Math.Round(double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), 7))];
        (method is "spotis" or "vikor" ? scores.Select(score => -score) : scores).Should().BeInDescendingOrder();
    }

    [Fact]
    public void Bad_rows_are_rejected_and_the_rest_is_ranked()
    {
        File.WriteAllText(At("c.csv"), "id,direction,weight,from,to\nroi,higher,3,-1,2\nfee,lower,2,0,600000\n");
        File.WriteAllText(At("m.csv"), "candidate,fee,roi\nmcn-1,500000,1.4\nmcn-2,,1.2\nmcn-3,100000,\"-0,2\"\nmcn-1,1,1\n,1,1\nmcn-4,1\nmcn-5,NaN,1\nmcn-6,200000,1.2\n");
        ToolRun run = ToolRun.With("rank", "--matrix", At("m.csv"), "--criteria", At("c.csv"), "--method", "weighted-sum", "--format", "csv", "--rejects", At("r.csv"), "--strict");
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(1);
        run.Output.Should().StartWith("rank,candidate,score\n1,mcn-6,0.7066666666666").And.Contain("\n2,mcn-1,0.5466666666666");
        File.ReadAllLines(At("r.csv")).Should().Equal(
            "line,reason,row",
            "3,\"fee: there is no value, expected one; no data is not zero\",\"mcn-2,,1.2\"",
            "4,\"roi: '-0,2' is not a number, expected one such as 1.25, with a point and no separators\",\"mcn-3,100000,\"\"-0,2\"\"\"",
            "5,\"the same candidate stands in line 2, expected each once\",\"mcn-1,1,1\"",
            "6,\"candidate: '' is not an id, expected 1 to 100 characters\",\",1,1\"",
            "7,\"the row has 2 cells, expected 3\",\"mcn-4,1\"",
            "8,\"fee: 'NaN' is not a number, expected one such as 1.25, with a point and no separators\",\"mcn-5,NaN,1\"");

        ToolRun.With("rank", "--matrix", At("m.csv"), "--criteria", At("c.csv"), "--method", "spotis").Error.Should().Contain("m.csv:3: fee: there is no value");
    }

    [Theory]
    [InlineData("id,direction,weigth\nroi,higher,1\n", "c.csv:1: there is no column 'weigth' in a file of criteria")]
    [InlineData("id,weight\nroi,1\n", "c.csv:1: the column 'direction' is missing")]
    [InlineData("id,direction\n", "c.csv:2: there is no criterion")]
    [InlineData("id,direction\nroi,up\n", "c.csv:2: direction: 'up' is not a direction, expected higher or lower")]
    [InlineData("id,direction\nroi,higher\nroi,lower\n", "c.csv:3: the criterion 'roi' stands in line 2 already")]
    [InlineData("id,direction,weight\nroi,higher,1\nfee,lower,\n", "c.csv:1: 'fee' has no weight and others have")]
    [InlineData("id,direction,weight\nroi,higher,-1\nfee,lower,1\n", "c.csv: criterion 'roi' has the weight -1")]
    [InlineData("id,direction,from,to\nroi,higher,2,1\n", "c.csv:2: The bounds of 'roi' are 2 and 1")]
    [InlineData("id,direction,from\nroi,higher,2\n", "c.csv:2: from, to and target: expected both bounds")]
    [InlineData("id,direction,preference\nroi,higher,v\n", "c.csv:2: preference: 'v' needs p")]
    [InlineData("id,direction,preference\nroi,higher,bell\n", "c.csv:2: preference: 'bell' is not a shape")]
    [InlineData("id,direction\nroi,higher\nsize,higher\n", "m.csv:1: the criterion 'size' has no column")]
    [InlineData("id,direction\nroi,higher\n", "m.csv:1: the column 'fee' is not a criterion, expected roi")]
    public void Bad_criteria_exit_with_2(string criteria, string message)
    {
        File.WriteAllText(At("c.csv"), criteria);
        File.WriteAllText(At("m.csv"), "candidate,roi,fee\na,1,2\nb,2,3\n");
        ToolRun run = ToolRun.With("rank", "--matrix", At("m.csv"), "--criteria", At("c.csv"), "--method", "topsis");
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message).And.NotContain("   at ");
    }

    [Theory]
    [InlineData("weighted-sum", "channelmodel: weighted-sum judges by bounds, and roi, fee has none, expected from and to in the file of criteria, or a relative --normalisation such as min-max")]
    [InlineData("weighted-product", "m.csv: criterion 'roi' has -1 for 'a'")]
    [InlineData("edas", "m.csv: criterion 'roi' has the average -0.5; EDAS")]
    [InlineData("topsis --share 0.5", "channelmodel: topsis has no share")]
    [InlineData("vikor --share 2", "channelmodel: --share is outside 0 to 1")]
    [InlineData("vikor --normalisation sum", "channelmodel: vikor scales in its own way")]
    [InlineData("topsis --weights entropy", "m.csv: criterion 'roi' has -1 for 'a'; entropy needs values of 0 or more")]
    [InlineData("topsis --then-by size", "channelmodel: --then-by: there is no criterion 'size'")]
    public void What_a_method_cannot_use_is_named(string options, string message)
    {
        File.WriteAllText(At("c.csv"), "id,direction\nroi,higher\nfee,lower\n");
        File.WriteAllText(At("m.csv"), "candidate,roi,fee\na,-1,2\nb,0,3\n");
        ToolRun run = ToolRun.With(["rank", "--matrix", At("m.csv"), "--criteria", At("c.csv"), "--method", .. options.Split(' ')]);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
