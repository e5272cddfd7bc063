using System;
using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>Texts that are no record: the row and what is wrong with it.</summary>
public sealed class RecordReadingTests
{
    private const string NoRecord = "This is not a statement record of version 2.";

    private static readonly string Record = TrueUp().ToRecord();

    [Fact]
    public void Another_text_is_no_record()
    {
        Refused(string.Empty).Should().Be(NoRecord);
        Refused("x").Should().Be(NoRecord);
        Refused(Record.Replace("channelmodel-statement\t2", "channelmodel-statement\t1")).Should().Be(NoRecord);
        Refused(Record.TrimEnd('\n')).Should().Be(NoRecord);
        Refused(Record + "x").Should().Be(NoRecord);
        Refused("channelmodel-statement\t2\n" + string.Concat(Enumerable.Repeat("fact\ta\tb\n", 6))).Should().Be(NoRecord, "eight rows are too few");
        StatementRecord.Parse(Record).Text.Should().Be(Record);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_named()
    {
        // head, plan, as-of, payee, period, four numbers and what was paid, three rules, two lines, two hashes, carried, total
        Replace("fact\tplan", 0, "fakt").Should().Be("Row 2 is none of a statement record: 'fakt' is not a kind of row.");
        Refused(Record.Replace("fact\tpayee\tann\n", "fact\tpayee\n")).Should().Be("Row 4 is none of a statement record: too few cells.");
        Replace("fact\tplan", 1, "plane").Should().Be("Row 2 is none of a statement record: expected one 'plan' of 3 cells.");
        Refused(Record.Replace("fact\tpayee\tann\n", "fact\tpayee\tann\tx\n")).Should().Be("Row 2 is none of a statement record: expected one 'payee' of 1 cells.");
        Refused(Record.Replace("fact\tpayee\tann\n", "fact\tpayee\tann\nfact\tpayee\tann\n")).Should().Be("Row 2 is none of a statement record: expected one 'payee' of 1 cells.");
        Replace("fact\tas-of", 2, "Delivery").Should().Be("Row 2 is none of a statement record: 'Delivery' is no DateAnchor.");
        Replace("fact\tas-of", 2, "77").Should().Be("Row 2 is none of a statement record: '77' is no DateAnchor.");
        Replace("fact\tas-of", 2, "1").Should().Be("Row 2 is none of a statement record: '1' is no DateAnchor.", "it has a name");
        Replace("fact\tas-of", 2, " Invoice").Should().Be("Row 2 is none of a statement record: ' Invoice' is no DateAnchor.");
        Replace("fact\tas-of", 3, "2025-02-30").Should().Be("Row 2 is none of a statement record: '2025-02-30' is not a date.");
        Replace("fact\tperiod", 2, "x").Should().Be("Row 2 is none of a statement record: 'x' is not a date.");
        Replace("fact\tperiod", 3, "2024-12-31").Should().StartWith("Row 2 is none of a statement record: ");
        Replace("fact\tplan", 3, "-1").Should().StartWith("Row 2 is none of a statement record: ");
        Replace("fact\tplan", 4, "cny").Should().StartWith("Row 2 is none of a statement record: ");
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named()
    {
        int at = Array.FindIndex(Record.Split('\n'), row => row.StartsWith("line\tpay-1", StringComparison.Ordinal)) + 1;
        string start = $"Row {at} is none of a statement record: ";
        Refused(Record.Replace("\tpay-1\t\t1\t0\t\t", "\tpay-1\t\t1\t0\t")).Should().Be(start + "a line has 19 cells, not 18.");
        Refused(Record.Replace("\tpay-1\t\t1\t0\t\t", "\tpay-1\t\t1\t0\t\t\t")).Should().Be(start + "a line has 19 cells, not 20.");
        Line(2, "Level").Should().Be(start + "'Level' is no LineKind.");
        Line(3, "Prior").Should().Be(start + "expected 'prior' or nothing, not 'Prior'.");
        Line(4, "x").Should().Be(start + "expected 'mirrored' or nothing, not 'x'.");
        Line(7, "-1").Should().StartWith(start);
        Line(8, "x").Should().Be(start + "'x' is not a number in its shortest form.");
        Line(9, "05").Should().Be(start + "'05' is not a number in its shortest form.");
        Line(12, "+120").Should().Be(start + "'+120' is not a number in its shortest form.");
        Line(12, "").Should().Be(start + "'' is not a number in its shortest form.");
        Line(13, "1500000000/0").Should().Be(start + "'1500000000/0' is not a number or fraction.");
        Line(13, "1500000000/-1").Should().Be(start + "'1500000000/-1' is not a number or fraction.");
        Line(13, "01500000000").Should().Be(start + "'01500000000' is not a number or fraction.");
        Line(13, "1/2/3").Should().Be(start + "'1/2/3' is not a number or fraction.");
        Line(14, "2/x").Should().Be(start + "'2/x' is not a number or fraction.");
        Line(14, "+2/25").Should().Be(start + "'+2/25' is not a number or fraction.");
        Line(15, "1e6").Should().StartWith(start);
        Line(16, "5;").Should().Be(start + "'' is not a number or fraction.");

        string Line(int cell, string value) => Replace("line\tpay-1/tier-1", cell, value);
    }

    [Fact]
    public void The_tail_of_a_record_has_four_rows()
    {
        int rows = Record.Split('\n').Length;
        Replace("carried", 1, "x").Should().Be($"Row {rows - 2} is none of a statement record: 'x' is not a number in its shortest form.");
        Replace("total", 0, "sum").Should().Be($"Row {rows - 1} is none of a statement record: expected 'total' and its value.");
        Replace("facts-sha256", 0, "sha").Should().Be($"Row {rows - 4} is none of a statement record: expected 'facts-sha256' and its value.");
        Replace("lines-sha256", 0, "sha").Should().Be($"Row {rows - 3} is none of a statement record: expected 'lines-sha256' and its value.");
        Replace("total", 1, "32\t1").Should().Be($"Row {rows - 1} is none of a statement record: expected 'total' and its value.");
        Replace("total", 1, "99999999999999999999999999").Should().StartWith($"Row {rows - 1} is none of a statement record: ");
    }

    private static string Replace(string start, int cell, string value) => Refused(string.Join("\n", RecordForgery.Replaced(Record, start, cell, value)));

    /// <summary>The one problem of a text that is no record; reading it throws the same.</summary>
    private static string Refused(string text)
    {
        string problem = StatementRecord.Verify(text).Should().ContainSingle().Subject;
        FluentActions.Invoking(() => StatementRecord.Parse(text)).Should().Throw<FormatException>().Which.Message.Should().Be(problem);
        return problem;
    }
}
