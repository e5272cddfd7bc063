using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Reports;

/// <summary>Writes a report as Markdown.</summary>
internal static class MarkdownReportWriter
{
    public static void Write(Report report, TextWriter output)
    {
        output.Write("# " + Escape(report.Title) + "\n");
        foreach (ReportSection section in report.Sections)
        {
            output.Write("\n## " + Escape(section.Heading) + "\n");
            foreach (string sentence in section.Sentences)
            {
                output.Write("\n" + Escape(sentence) + "\n");
            }

            if (section.Table is ReportTable table)
            {
                output.Write("\n| " + string.Join(" | ", table.Columns.Select(column => Escape(column.Heading))) + " |\n");
                output.Write("| " + string.Join(" | ", table.Columns.Select(column => column.Number ? "---:" : "---")) + " |\n");
                foreach (var row in table.Rows)
                {
                    output.Write("| " + string.Join(" | ", row.Select(Escape)) + " |\n");
                }
            }
        }
    }

    /// <summary>Text of a plan must not become markup: pipes would break the table, the rest would change the look.</summary>
    private static string Escape(string text)
    {
        string escaped = text.Replace("\\", "\\\\", System.StringComparison.Ordinal).Replace("\n", " ", System.StringComparison.Ordinal);
        foreach (string mark in new[] { "|", "*", "_", "`", "<", "[" })
        {
            escaped = escaped.Replace(mark, "\\" + mark, System.StringComparison.Ordinal);
        }

        return escaped;
    }
}
