using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace ChannelModel.Tool.Reports;

/// <summary>Draws a report as text for a terminal or a file.</summary>
internal static class TextReportWriter
{
    // A character of private use, one column wide: the layout breaks lines at every kind of space, the no-break space too.
    private const char Glue = '\uE000';

    public static void Write(Report report, TextWriter output, Terminal terminal)
    {
        // Spectre pads table cells with blanks up to the width; nobody wants those in a committed file, so lines are trimmed.
        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(buffer),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(new Text(report.Title + "\n", new Style(decoration: Decoration.Bold)));
        foreach (ReportSection section in report.Sections)
        {
            console.Write(new Text("\n" + section.Heading + "\n", new Style(Color.Blue, decoration: Decoration.Bold)));
            foreach (string sentence in section.Sentences)
            {
                console.Write(new Padder(new Text(Keep(sentence)), new Padding(2, 0, 0, 0)));
            }

            if (section.Table is ReportTable table)
            {
                console.Write(Draw(table));
            }
        }

        string text = string.Join("\n", buffer.ToString().Split('\n').Select(line => line.Replace(Glue, ' ').TrimEnd()));
        output.Write(text.TrimEnd('\n') + "\n");
    }

    /// <summary>Keeps the groups of a number, and its unit, on one line.</summary>
    private static string Keep(string text) =>
        Regex.Replace(text, "(?<=[0-9]) (?=[0-9]{3}(?![0-9])|[A-Z]{3}(?![A-Za-z])|points|days)", Glue.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static Table Draw(ReportTable table)
    {
        var drawn = new Table().Border(TableBorder.Rounded);
        drawn.ShowRowSeparators = table.Rows.Any(row => row.Any(cell => cell.Length > 40));
        foreach ((string heading, bool number) in table.Columns)
        {
            var column = new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold)));
            drawn.AddColumn(number ? column.RightAligned().NoWrap() : column);
        }

        foreach (var row in table.Rows)
        {
            drawn.AddRow(row.Select(cell => new Text(Keep(cell))));
        }

        return drawn;
    }
}
