using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ChannelModel.Tool.Reports.Html;

/// <summary>Writes a report as one page that needs nothing else: no network, no script, light and dark, on a phone, a desk and on paper.</summary>
internal static class HtmlReportWriter
{
    /// <summary>A chart is drawn twice, since text in a picture that shrinks becomes too small: for a desk and for a phone.</summary>
    private const double Wide = 720;

    private const double Narrow = 340;

    public static void Write(Report report, Language language, TextWriter output)
    {
        string[] title = report.Title.Split(" · ", 2);
        output.Write("<!doctype html>\n<html lang=\"" + (language == Language.SimplifiedChinese ? "zh-Hans" : "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        output.Write("<title>" + HtmlText.Of(report.Title) + "</title>\n<style>\n" + PageStyle.Sheet + "</style>\n</head>\n<body>\n<header>\n");
        output.Write("<h1>" + HtmlText.Of(title[0]) + "</h1>\n");
        if (title.Length > 1)
        {
            output.Write("<p class=\"sub\">" + HtmlText.Of(title[1]) + "</p>\n");
        }

        output.Write("</header>\n<main>\n");
        WriteTiles(report, output);
        for (int i = 0; i < report.Sections.Count; i++)
        {
            WriteSection(report.Sections[i], Id(i), language, output);
        }

        output.Write("</main>\n</body>\n</html>\n");
    }

    private static string Id(int section) => FormattableString.Invariant($"s{section + 1}");

    private static void WriteTiles(Report report, TextWriter output)
    {
        if (report.Tiles.Count == 0)
        {
            return;
        }

        output.Write("<nav class=\"tiles\">\n");
        foreach (ReportTile tile in report.Tiles)
        {
            int target = report.Sections.ToList().IndexOf(tile.Target);
            output.Write("<a class=\"tile" + (tile.IsWarning ? " warning" : string.Empty) + "\" href=\"#" + Id(target) + "\"><span class=\"label\">" + HtmlText.Of(tile.Label));
            output.Write("</span><strong>" + HtmlText.Of(tile.Figure) + "</strong><span class=\"note\">" + HtmlText.Of(tile.Note) + "</span></a>\n");
        }

        output.Write("</nav>\n");
    }

    private static void WriteSection(ReportSection section, string id, Language language, TextWriter output)
    {
        output.Write("<section id=\"" + id + "\">\n<h2>" + HtmlText.Of(section.Heading) + "</h2>\n");
        foreach (string sentence in section.Sentences)
        {
            output.Write("<p>" + HtmlText.Of(sentence) + "</p>\n");
        }

        if (section.Charts.Count > 0)
        {
            output.Write("<div class=\"charts\">\n");
            for (int i = 0; i < section.Charts.Count; i++)
            {
                WriteChart(section.Charts[i], FormattableString.Invariant($"{id}c{i + 1}"), language, output);
            }

            output.Write("</div>\n");
        }

        if (section.Table is ReportTable table)
        {
            WriteTable(table, id, output);
        }

        foreach (string explanation in section.Explanations)
        {
            output.Write("<p class=\"how\">" + HtmlText.Of(explanation) + "</p>\n");
        }

        output.Write("</section>\n");
    }

    private static void WriteChart(ReportChart chart, string id, Language language, TextWriter output)
    {
        output.Write("<figure>\n<figcaption>" + HtmlText.Of(chart.Title));
        ChartSeries[] named = chart.Series.Where(series => series.Name.Length > 0).ToArray();
        for (int i = 0; i < named.Length; i++)
        {
            output.Write(FormattableString.Invariant($" <span class=\"key key-{i % ChartDrawing.Colours}\">") + HtmlText.Of(named[i].Name) + "</span>");
        }

        output.Write("</figcaption>\n<div class=\"wide\">" + ChartDrawing.Draw(chart, language, Wide, id + "w") + "</div>\n");
        output.Write("<div class=\"narrow\">" + ChartDrawing.Draw(chart, language, Narrow, id + "n") + "</div>\n");
        output.Write("<p class=\"how\">" + HtmlText.Of(chart.Description) + "</p>\n</figure>\n");
    }

    private static void WriteTable(ReportTable table, string id, TextWriter output)
    {
        output.Write("<table>\n<thead><tr>");
        foreach ((string heading, bool number) in table.Columns)
        {
            output.Write((number ? "<th class=\"number\">" : "<th>") + HtmlText.Of(heading) + "</th>");
        }

        output.Write("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < table.Rows.Count; i++)
        {
            output.Write(FormattableString.Invariant($"<tr id=\"{id}r{i + 1}\">"));
            for (int j = 0; j < table.Rows[i].Count; j++)
            {
                (string heading, bool number) = table.Columns[j];
                output.Write("<td data-label=\"" + HtmlText.Of(heading) + (number ? "\" class=\"number\">" : "\">"));
                output.Write("<span>" + HtmlText.Of(table.Rows[i][j]).Replace("\n", "<br>", StringComparison.Ordinal) + "</span></td>");
            }

            output.Write("</tr>\n");
            IReadOnlyList<string> lines = table.ExplanationOf(i);
            if (lines.Count > 0)
            {
                output.Write(FormattableString.Invariant($"<tr class=\"how\"><td colspan=\"{table.Columns.Count}\">") + string.Join("<br>", lines.Select(HtmlText.Of)) + "</td></tr>\n");
            }
        }

        output.Write("</tbody>\n</table>\n");
    }
}
