#if !NETFX_REPLAY // the hash is internal
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Internal;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>A number of a record that is changed, with the hash made to match, is found by doing the arithmetic again; here number by number.</summary>
public sealed class ScoreRecordTests
{
    private const string NoRecord = "This is not a score record of version 1.";

    private static readonly LocalText Why = new("why");

    private static readonly Dictionary<string, string> Findings = new(StringComparer.Ordinal)
    {
        ["worth of a"] = "a: the piece of the curve does not give the worth.",
        ["worth of b"] = "b: the piece of the curve does not give the worth.",
        ["missing a"] = "a: the worth is not that of a missing value.",
        ["missing b"] = "b: the worth is not that of a missing value.",
        ["weights"] = "The weights do not add up to 1.",
        ["counted"] = "The weights that count, or that have values, do not add up.",
        ["score"] = "The sum of weight x worth does not round to the score.",
        ["points"] = "The points do not add up to the score, or the lost points to what is missing.",
        ["status"] = "The status or its reason does not follow from gates, coverage and missing values.",
        ["no grade"] = "There is a grade where there can be none.",
        ["grade"] = "The grade does not follow from the score, the grade before and the caps.",
        ["form"] = "A row is not of the form that a score record has.",
        ["hash"] = "The rows do not match their SHA-256.",
    };

    [Fact]
    public void A_record_has_every_number_in_its_place()
    {
        string[] rows = Rated().Split('\n');
        rows.Select(row => row.Replace('\t', ' ')).Should().Equal(
            "channelmodel-score 1",
            "fact c x",
            "rules 1 500000000 20000000 0 2",
            "grade 0 D",
            "grade 300000000 C",
            "grade 600000000 B",
            "grade 800000000 A",
            "line 500000000 880000000 440 60 0 -2 a 88 7 4056000000000000 0000000000000000 0000000000000000 416312d000000000",
            "line 500000000 300000000 150 350 1 300000000 b  ",
            "gate 1 0 1 a below 20",
            "gate 0 2 -1 b above 50",
            "total 0 0 590 1000000000 500000000 2 2",
            "sha256 " + RecordRow.Hash(rows.Take(12)),
            string.Empty);
    }

    // Row.cell=value of the record above; what is not found is no contradiction: a wider hysteresis, a lower least coverage.
    [Theory]
    [InlineData("2.1=2", "score,points,grade")]
    [InlineData("2.1=0", "score,points,grade")]
    [InlineData("2.1=4", "score,points,grade")]
    [InlineData("2.1=5", "form")]
    [InlineData("2.1=-1", "form")]
    [InlineData("2.1=x", "form")]
    [InlineData("2.1=", "form")]
    [InlineData("2.1=99999999999999999999", "form")]
    [InlineData("2.2=500000001", "status")]
    [InlineData("2.2=499999999", "")]
    [InlineData("2.3=9999999", "grade")]
    [InlineData("2.3=10000000", "")]
    [InlineData("2.3=200000000", "form")]
    [InlineData("2.4=1", "")]
    [InlineData("2.5=1", "grade")]
    [InlineData("2.5=-1", "grade")]
    [InlineData("2.5=3", "")]
    [InlineData("2.5=4294967298", "form")]
    [InlineData("3.1=1", "form")]
    [InlineData("5.1=610000000", "")]
    [InlineData("5.1=610000001", "grade")]
    [InlineData("5.1=570000001", "")]
    [InlineData("5.1=300000000", "form")]
    [InlineData("5.2=D", "form")]
    [InlineData("6.1=620000001", "")]
    [InlineData("6.1=620000000", "form")]
    [InlineData("7.1=500000001", "weights,counted")]
    [InlineData("7.1=499999999", "weights,counted,status")]
    [InlineData("7.2=880000001", "worth of a")]
    [InlineData("7.2=-1", "worth of a,counted,score")]
    [InlineData("7.2=890000000", "worth of a,score")]
    [InlineData("7.3=441", "points")]
    [InlineData("7.3=439", "points")]
    [InlineData("7.4=59", "points")]
    [InlineData("7.4=61", "points")]
    [InlineData("7.5=1", "missing a,counted,status")]
    [InlineData("7.10=4055c00000000000", "worth of a")]
    [InlineData("7.11=3ff0000000000000", "worth of a")]
    [InlineData("7.12=4130000000000000", "worth of a")]
    [InlineData("7.13=416312e000000000", "worth of a")]
    [InlineData("7.13=zz", "form")]
    [InlineData("7.13=0\t0", "worth of a")]
    [InlineData("8.2=300000001", "missing b")]
    [InlineData("8.5=0", "worth of b,counted")]
    [InlineData("8.6=-2", "missing b,status")]
    [InlineData("8.6=-1", "missing b")]
    [InlineData("8.6=299999999", "missing b")]
    [InlineData("9.2=1", "grade")]
    [InlineData("9.2=1;11.6=1", "")]
    [InlineData("9.2=1;11.6=1;9.3=0", "grade")]
    [InlineData("9.2=1;9.3=2", "")]
    [InlineData("9.2=1;9.3=3", "")]
    [InlineData("9.1=0;9.2=1", "status")]
    [InlineData("9.1=2;9.2=1", "status")]
    [InlineData("10.2=1", "status")]
    [InlineData("10.2=0", "")]
    [InlineData("11.1=1", "status,no grade")]
    [InlineData("11.1=2", "status,no grade")]
    [InlineData("11.2=1", "status")]
    [InlineData("11.2=4", "status")]
    [InlineData("11.2=6", "status")]
    [InlineData("11.3=591", "score,points")]
    [InlineData("11.3=589", "score,points")]
    [InlineData("11.3=-1", "status,grade")]
    [InlineData("11.4=1000000001", "counted")]
    [InlineData("11.5=500000001", "counted")]
    [InlineData("11.6=1", "grade")]
    [InlineData("11.7=1", "grade")]
    [InlineData("11.0=totals", "form")]
    [InlineData("2.0=rule", "form")]
    [InlineData("10.0=total", "form")]
    [InlineData("11.7=", "form")]
    public void A_number_that_contradicts_the_others_is_found(string edits, string found) => Finds(Rated(), edits, found);

    [Theory]
    [InlineData("3.1=1", "")]
    [InlineData("4.3=0", "points")]
    [InlineData("5.2=0", "status")]
    [InlineData("6.6=0", "no grade")]
    [InlineData("6.7=0", "no grade")]
    [InlineData("6.1=0", "status,grade")]
    [InlineData("6.2=1", "status")]
    [InlineData("6.3=-1", "status")]
    public void A_knock_out_keeps_the_score_and_has_no_grade(string edits, string found)
    {
        // 45 of 100, out by the gate. Rows: 2 rules, 3 grade, 4 line, 5 gate, 6 total.
        string record = Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Gate(ScoreGate.KnockOutBelow("a", 50m, Why)).Grades(GradeScale.Of(("D", 0m))).Build()
            .Evaluate(ScoreFacts.For("x").With("a", 45)).ToRecord();
        ScoreRecord.Verify(record).Should().BeEmpty();
        Finds(record, edits, found);
    }

    [Fact]
    public void What_is_not_rated_has_its_reason_in_the_numbers()
    {
        ScorecardBuilder Define() => Scorecard.Define("c").Decimals(0)
            .Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 3m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("b", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Exclude));

        // Rows: 2 rules, 3 and 4 lines, 5 total.
        string low = Define().MinimumCoverage(Rate.Percent(50)).Build().Evaluate(ScoreFacts.For("x").With("b", 80)).ToRecord();
        Finds(low, "2.2=250000000", "status");
        Finds(low, "2.2=250000001", "");
        Finds(low, "5.1=0", "status");
        Finds(low, "5.2=0", "status", "5.2=1", "status", "5.2=2", "status", "5.2=4", "status");
        Finds(low, "5.3=80", "points,status");
        string none = Define().Build().Evaluate(ScoreFacts.For("x")).ToRecord();
        Finds(none, "", "");
        Finds(none, "5.1=0", "status");
        Finds(none, "5.2=0", "status", "5.2=2", "status", "5.2=3", "status", "5.2=4", "status");
        Finds(none, "5.3=0", "form");

        // Rows: 2 rules, 3 and 4 lines, 5 gate, 6 total.
        string few = Define().Gate(ScoreGate.Evidence("a", 5, Why)).Build().Evaluate(ScoreFacts.For("x").With("a", 80, 4).With("b", 80)).ToRecord();
        Finds(few, "", "");
        Finds(few, "5.2=0", "status");
        Finds(few, "5.1=1", "status");
        Finds(few, "6.2=0", "status", "6.2=1", "status", "6.2=2", "status", "6.2=3", "status");

        // A value of another unit leaves no lines: rows 2 rules, 3 total.
        string refused = Define().Grades(GradeScale.Of(("D", 0m))).Build().Evaluate(ScoreFacts.For("x").With("a", Rate.One)).ToRecord();
        Finds(refused, "", "");
        Finds(refused, "4.1=0", "status,grade");
        Finds(refused, "4.2=0", "status", "4.2=1", "status");
        Finds(refused, "4.6=0", "no grade");
        Finds(refused, "4.7=0", "no grade");
    }

    [Theory]
    [InlineData(0, "59", "0.5", "60", "59.5 is shown as 60")]
    [InlineData(1, "59", "0.04", "59", null)]
    [InlineData(1, "59", "0.05", "59.1", null)]
    [InlineData(4, "59", "0.00004", "59", null)]
    [InlineData(4, "59", "0.00005", "59.0001", null)]
    public void A_score_is_rounded_half_up_in_the_check_too(int decimals, string whole, string more, string score, string? why)
    {
        decimal value = decimal.Parse(whole, CultureInfo.InvariantCulture) + decimal.Parse(more, CultureInfo.InvariantCulture);
        ScoreResult result = Scorecard.Define("c").Decimals(decimals).Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m)).Build().Evaluate(ScoreFacts.For("x").With("a", value));
        result.Score.Should().Be(decimal.Parse(score, CultureInfo.InvariantCulture), why ?? string.Empty);
        result.Verify().Should().BeEmpty();
    }

    [Fact]
    public void A_score_of_nothing_and_one_beside_what_is_left_out_are_checked_alike()
    {
        ScorecardBuilder Of() => Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Exclude))
            .Add(ScoreCriterion.Of("b", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m));

        // Rows: 2 rules, 3 and 4 lines, 5 total.
        string nothing = Of().Build().Evaluate(ScoreFacts.For("x").With("a", 0).With("b", 0)).ToRecord();
        Finds(nothing, "", "", "3.3=1", "points", "4.4=501", "points");

        // 59.05 alone is shown as 59.1: half of the last decimal, to the billionth.
        string half = Of().Build().Evaluate(ScoreFacts.For("x").With("b", 59.05m)).ToRecord();
        half.Should().Contain("\ntotal\t0\t0\t591\t500000000\t500000000\t");
        Finds(half, "", "", "3.2=0", "missing a,counted,score");

        // Two that forbid a score forbid it as one does.
        string two = Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m)).Add(ScoreCriterion.Of("b", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Add(ScoreCriterion.Of("c", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m)).Build().Evaluate(ScoreFacts.For("x").With("c", 5)).ToRecord();
        Finds(two, "", "", "6.2=0", "status", "6.2=1", "status", "6.2=3", "status", "6.2=5", "status");
    }

    [Fact]
    public void An_edge_is_checked_on_its_side()
    {
        string Of(Edge edge) => Scorecard.Define("c").Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
            .Grades(GradeScale.Of(edge, new Grade("D", 0m), new Grade("C", 50m))).Build().Evaluate(ScoreFacts.For("x").With("a", 50)).ToRecord();
        Finds(Of(Edge.LowerIncluded), "", "");
        Finds(Of(Edge.LowerIncluded), "2.4=1", "grade");
        Finds(Of(Edge.UpperIncluded), "", "");
        Finds(Of(Edge.UpperIncluded), "2.4=0", "grade");
        Of(Edge.UpperIncluded).Split('\n')[2].Should().Be("rules\t1\t0\t0\t1\t-1");
    }

    [Fact]
    public void What_is_no_record_is_said_to_be_none()
    {
        string record = Rated();
        ScoreRecord.Verify(record).Should().BeEmpty();
        ScoreRecord.Verify(string.Empty).Should().Equal(NoRecord);
        ScoreRecord.Verify(record + "x").Should().Equal(NoRecord);
        ScoreRecord.Verify(record.TrimEnd('\n')).Should().Equal(NoRecord);
        ScoreRecord.Verify(record.Replace("channelmodel-score\t1", "channelmodel-score\t2")).Should().Equal(NoRecord);
        ScoreRecord.Verify("channelmodel-score\t1\nfact\tc\tx\nsha256\t0\n").Should().Equal(NoRecord);
        ScoreRecord.Verify("channelmodel-score\t1\nfact\tc\tx\nrules\nsha256\t0\n").Should().Equal(Findings["hash"], Findings["form"]);
        ScoreRecord.Verify(record.Replace("fact\tc\tx", "fact\tc\ty")).Should().Equal(Findings["hash"]);
        FluentActions.Invoking(() => ScoreRecord.Verify(null!)).Should().Throw<ArgumentNullException>().WithParameterName("record");
    }

    private static void Finds(string record, params string[] editsAndFound)
    {
        for (int i = 0; i < editsAndFound.Length; i += 2)
        {
            string[] found = [.. editsAndFound[i + 1].Split(',').Where(word => word.Length > 0).Select(word => Findings[word])];
            ScoreRecord.Verify(Changed(record, editsAndFound[i])).Should().Equal(found, "of {0}", editsAndFound[i]);
        }
    }

    /// <summary>The record with other cells, and the hash of what it says now.</summary>
    private static string Changed(string record, string edits)
    {
        string[] rows = record.Split('\n');
        foreach (string edit in edits.Split(';').Where(edit => edit.Length > 0))
        {
            string[] sides = edit.Split('=');
            string[] place = sides[0].Split('.');
            int row = int.Parse(place[0], CultureInfo.InvariantCulture);
            string[] cells = rows[row].Split('\t');
            cells[int.Parse(place[1], CultureInfo.InvariantCulture)] = sides[1];
            rows[row] = string.Join("\t", cells);
        }

        rows[rows.Length - 2] = "sha256\t" + RecordRow.Hash(rows.Take(rows.Length - 2));
        return string.Join("\n", rows);
    }

    /// <summary>Half of 88 and half of 30, which stands in: 59 of 100, held at B by the hysteresis of 2 points.</summary>
    private static string Rated() => Scorecard.Define("c")
        .Add(ScoreCriterion.Of("a", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m))
        .Add(ScoreCriterion.Of("b", Why, KpiUnit.Number, ValueCurve.Rising(0m, 100m), 1m).WhenMissing(MissingPolicy.Points(30m)))
        .Gate(ScoreGate.CapBelow("a", 20m, "C", Why))
        .Gate(ScoreGate.KnockOutAbove("b", 50m, Why))
        .Grades(GradeScale.Of(("D", 0m), ("C", 30m), ("B", 60m), ("A", 80m)).WithHysteresis(2m))
        .MinimumCoverage(Rate.Percent(50))
        .Build()
        .Evaluate(ScoreFacts.For("x").With("a", 88, 7), "B")
        .ToRecord();
}
#endif
