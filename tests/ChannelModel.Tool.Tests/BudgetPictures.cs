using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ChannelModel.Allocation;

namespace ChannelModel.Tool.Tests;

/// <summary>Draws the pictures of docs/budgets.md from values of the library: the same text every time, so that a test can compare them.</summary>
internal static class BudgetPictures
{
    private const int PanelWidth = 330;
    private const int PanelHeight = 210;
    private const int Left = 40;
    private const int Top = 42;
    private const int Width = 260;
    private const int Height = 120;

    /// <summary>A panel for each line that can move: its curve, the range it may have, the point now and the point of the best split.</summary>
    public static string Curves<TKey>(BudgetSolution<TKey> solution)
        where TKey : notnull, IComparable<TKey>
    {
        SolvedLine<TKey>[] lines = solution.Where(line => line.Status != BudgetLineStatus.Excluded).ToArray();
        int rows = (lines.Length + 1) / 2;
        var svg = new StringBuilder();
        Open(svg, 2 * PanelWidth, (rows * PanelHeight) + 30, $"Response curves with the spend now and the best spend of {solution.Total}");
        for (int i = 0; i < lines.Length; i++)
        {
            Panel(svg, lines[i], i % 2 * PanelWidth, i / 2 * PanelHeight);
        }

        int y = (rows * PanelHeight) + 14;
        svg.Append($"<circle cx=\"{Left}\" cy=\"{y - 4}\" r=\"5\" class=\"now\"/><text x=\"{Left + 10}\" y=\"{y}\">now</text>\n");
        svg.Append($"<circle cx=\"{Left + 60}\" cy=\"{y - 4}\" r=\"5\" class=\"best\"/><text x=\"{Left + 70}\" y=\"{y}\">best</text>\n");
        svg.Append($"<rect x=\"{Left + 120}\" y=\"{y - 10}\" width=\"14\" height=\"12\" class=\"range\"/><text x=\"{Left + 140}\" y=\"{y}\">range between the bounds</text>\n</svg>\n");
        return svg.ToString();
    }

    /// <summary>What the best split of each total brings, with the point now.</summary>
    public static string Frontier<TKey>(IReadOnlyList<BudgetSolution<TKey>> points, double nowSpend, double nowResponse)
        where TKey : notnull, IComparable<TKey>
    {
        (double X, double Y)[] curve = points.Where(point => point.HasAmounts).Select(point => ((double)point.Total.Amount, point.Certificate!.Response)).ToArray();
        double right = curve[^1].X;
        double top = curve[^1].Y * 1.08;
        var svg = new StringBuilder();
        Open(svg, 500, 320, "Efficient frontier: the most that each total can bring");
        double X(double x) => 70 + (400 * x / right);
        double Y(double y) => 270 - (230 * y / top);
        svg.Append("<path class=\"axis\" d=\"M70 40V270H470\"/>\n");
        svg.Append($"<polyline class=\"curve\" points=\"{string.Join(' ', curve.Select(point => Number(X(point.X)) + "," + Number(Y(point.Y))))}\"/>\n");
        foreach ((double x, double y) in curve)
        {
            svg.Append($"<circle cx=\"{Number(X(x))}\" cy=\"{Number(Y(y))}\" r=\"3\" class=\"best\"/>\n");
        }

        svg.Append($"<circle cx=\"{Number(X(nowSpend))}\" cy=\"{Number(Y(nowResponse))}\" r=\"5\" class=\"now\"/>\n");
        svg.Append($"<text x=\"{Number(X(nowSpend) + 9)}\" y=\"{Number(Y(nowResponse) + 14)}\">now: {Group(nowResponse)} for {Group(nowSpend)}</text>\n");
        svg.Append($"<text x=\"270\" y=\"300\" text-anchor=\"middle\">total, up to {Group(right)}</text>\n");
        svg.Append($"<text x=\"70\" y=\"30\">response, up to {Group(curve[^1].Y)}</text>\n</svg>\n");
        return svg.ToString();
    }

    private static void Panel<TKey>(StringBuilder svg, SolvedLine<TKey> line, int x0, int y0)
        where TKey : notnull, IComparable<TKey>
    {
        double now = line.Line.Current is Money current ? (double)current.Amount : 0d;
        double best = (double)line.Amount.Amount;
        double right = 1.5 * Math.Max(Math.Max(now, best), 1d);
        ResponseCurve curve = line.Line.Curve;
        double top = 1.1 * Math.Max(curve.ValueAt(right), 1e-9);
        double X(double x) => x0 + Left + (Width * Math.Min(x, right) / right);
        double Y(double y) => y0 + Top + Height - (Height * y / top);
        double from = (double)line.Minimum.Amount;
        double to = line.Maximum is Money most ? (double)most.Amount : right;
        svg.Append($"<text x=\"{x0 + Left}\" y=\"{y0 + 20}\" class=\"name\">{line.Key}</text>\n");
        svg.Append($"<text x=\"{x0 + Left}\" y=\"{y0 + 35}\">{Group(now)} → {Group(best)}; one more brings {line.Marginal.ToString("0.00", CultureInfo.InvariantCulture)}</text>\n");
        if (X(to) > X(from))
        {
            svg.Append($"<rect x=\"{Number(X(from))}\" y=\"{y0 + Top}\" width=\"{Number(X(to) - X(from))}\" height=\"{Height}\" class=\"range\"/>\n");
        }

        svg.Append($"<path class=\"axis\" d=\"M{x0 + Left} {y0 + Top}v{Height}h{Width}\"/>\n");
        IEnumerable<string> points = Enumerable.Range(0, 61).Select(i => right * i / 60d).Select(x => Number(X(x)) + "," + Number(Y(curve.ValueAt(x))));
        svg.Append($"<polyline class=\"curve\" points=\"{string.Join(' ', points)}\"/>\n");
        svg.Append($"<circle cx=\"{Number(X(now))}\" cy=\"{Number(Y(curve.ValueAt(now)))}\" r=\"5\" class=\"now\"/>\n");
        svg.Append($"<circle cx=\"{Number(X(best))}\" cy=\"{Number(Y(curve.ValueAt(best)))}\" r=\"5\" class=\"best\"/>\n");
        svg.Append($"<text x=\"{x0 + Left + Width}\" y=\"{y0 + Top + Height + 14}\" text-anchor=\"end\">spend, up to {Group(right)}</text>\n");
    }

    private static void Open(StringBuilder svg, int width, int height, string title)
    {
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n<title>{title}</title>\n");
        svg.Append("<style>text{font:11px sans-serif;fill:#333}.name{font-weight:bold;font-size:13px}.axis{fill:none;stroke:#666}.curve{fill:none;stroke:#0072b2;stroke-width:2}.range{fill:#f0e442;fill-opacity:.25}.now{fill:#fff;stroke:#d55e00;stroke-width:2}.best{fill:#0072b2}</style>\n");
        svg.Append($"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
    }

    /// <summary>One decimal: far coarser than any difference between runtimes.</summary>
    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Group(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(",", " ", StringComparison.Ordinal);
}
