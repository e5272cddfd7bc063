using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace ChannelModel.Tool.Reports.Html;

/// <summary>Draws a chart as SVG, in colours that the page chooses: OxyPlot gets marked colours, which become variables of the style sheet.</summary>
internal static class ChartDrawing
{
    /// <summary>The number of series that have a colour of their own.</summary>
    public const int Colours = 6;

    private static readonly OxyColor Text = OxyColor.FromRgb(1, 2, 3);
    private static readonly OxyColor Grid = OxyColor.FromRgb(1, 2, 4);
    private static readonly OxyColor Worse = OxyColor.FromRgb(1, 2, 5);
    private static readonly OxyColor Better = OxyColor.FromRgb(1, 2, 6);

    private static readonly OxyColor Page = OxyColor.FromRgb(1, 2, 7);

    /// <summary>The marked colours and the variables of the style sheet that they stand for.</summary>
    private static readonly (OxyColor Marked, string Name)[] Variables =
    [
        (Text, "text"), (Grid, "grid"), (Worse, "worse"), (Better, "better"), (Page, "page"),
        .. Enumerable.Range(0, Colours).Select(i => (Colour(i), FormattableString.Invariant($"series-{i}"))),
    ];

    public static string Draw(ReportChart chart, Language language, double width, string id)
    {
        (double scale, string unit) = Scale(chart.Series.SelectMany(series => series.Values), chart.Unit, language);
        var model = new PlotModel
        {
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "sans-serif",
            DefaultFontSize = 12,
            TextColor = Text,
            PlotAreaBorderThickness = new OxyThickness(0),
            Padding = new OxyThickness(4, 8, 24, 4),
        };
        double height = chart.Shape switch
        {
            ChartShape.Bars => Bars(model, chart, scale, unit, width),
            ChartShape.Bridge => Bridge(model, chart, scale, unit),
            _ => Curves(model, chart, scale, unit, language, width),
        };
        var exporter = new SvgExporter { Width = width, Height = height, IsDocument = false, UseVerticalTextAlignmentWorkaround = true, TextMeasurer = new TextWidths(width, height) };
        return Themed(exporter.ExportToString(model), chart, width, height, id);
    }

    private static double Bars(PlotModel model, ReportChart chart, double scale, string unit, double width)
    {
        model.Axes.Add(Names(chart.Labels));
        LinearAxis axis = Values(unit, AxisPosition.Bottom);
        axis.MaximumPadding = width < 400 ? 0.28 : 0.12; // for the figure behind the longest bar
        model.Axes.Add(axis);
        for (int i = 0; i < chart.Series.Count; i++)
        {
            // Bars stack upwards: the last series is drawn first, so that the first stands on top.
            ChartSeries series = chart.Series[chart.Series.Count - 1 - i];
            var bars = new BarSeries
            {
                FillColor = Colour(chart.Series.Count - 1 - i),
                StrokeThickness = 1,
                StrokeColor = Page,
                LabelFormatString = "{0:#,0.##}",
                LabelPlacement = LabelPlacement.Outside,
                LabelMargin = 3,
                TextColor = Text,
            };
            bars.Items.AddRange(series.Values.Reverse().Select(value => new BarItem(value / scale)));
            model.Series.Add(bars);
        }

        return 56 + (chart.Labels.Count * ((chart.Series.Count * 18) + 14));
    }

    private static double Bridge(PlotModel model, ReportChart chart, double scale, string unit)
    {
        IReadOnlyList<double> values = chart.Series[0].Values;
        model.Axes.Add(Names(chart.Labels));
        LinearAxis axis = Values(unit, AxisPosition.Bottom);
        model.Axes.Add(axis);
        var bars = new RectangleBarSeries { StrokeThickness = 0 };
        double level = 0;
        double least = double.MaxValue;
        double most = double.MinValue;
        for (int i = 0; i < values.Count; i++)
        {
            bool total = i == 0 || i == values.Count - 1;
            double from = total ? 0 : level;
            double to = total ? values[i] / scale : level + (values[i] / scale);
            level = to;
            least = Math.Min(least, total ? to : Math.Min(from, to));
            most = Math.Max(most, total ? to : Math.Max(from, to));
            double at = values.Count - 1 - i;
            OxyColor colour = Colour(0);
            if (!total)
            {
                colour = values[i] < 0 ? Worse : Better;
            }

            bars.Items.Add(new RectangleBarItem(from, at - 0.32, to, at + 0.32) { Color = colour });
            model.Annotations.Add(new TextAnnotation
            {
                Text = (values[i] / scale).ToString(total ? "#,0.##" : "+#,0.####;-#,0.####;0", CultureInfo.InvariantCulture),
                TextPosition = new DataPoint(Math.Max(from, to), at),
                TextHorizontalAlignment = HorizontalAlignment.Left,
                TextVerticalAlignment = VerticalAlignment.Middle,
                StrokeThickness = 0,
                TextColor = Text,
                Padding = new OxyThickness(4, 0, 0, 0),
            });
        }

        // Changes are small beside totals: the axis begins a little below the least level, and says so.
        double room = Math.Max(most - least, most * 0.02);
        axis.Minimum = least > 0 ? Math.Max(0, least - room) : least - (room * 0.2);
        axis.Maximum = most + (room * 0.7);
        model.Series.Add(bars);
        return 56 + (values.Count * 28);
    }

    private static double Curves(PlotModel model, ReportChart chart, double scale, string unit, Language language, double width)
    {
        (double below, string unitBelow) = Scale(chart.Series.SelectMany(series => series.Below), chart.UnitBelow, language);
        LinearAxis left = Values(unit, AxisPosition.Left);
        left.AxisTitleDistance = 14; // an upright title is measured as if it lay
        model.Axes.Add(left);
        model.Axes.Add(Values(unitBelow, AxisPosition.Bottom));
        for (int i = 0; i < chart.Series.Count; i++)
        {
            ChartSeries series = chart.Series[i];
            var line = new LineSeries { Color = Colour(i), StrokeThickness = 2 };
            line.Points.AddRange(series.Below.Select((x, j) => new DataPoint(x / below, series.Values[j] / scale)));
            model.Series.Add(line);
            for (int j = 0; j < series.Marks.Count; j++)
            {
                (double x, double y, _) = series.Marks[j];
                var mark = new ScatterSeries
                {
                    MarkerType = j == 0 ? MarkerType.Circle : MarkerType.Diamond,
                    MarkerSize = 5,
                    MarkerFill = j == 0 ? OxyColors.Transparent : Colour(i),
                    MarkerStroke = Colour(i),
                    MarkerStrokeThickness = 2,
                };
                mark.Points.Add(new ScatterPoint(x / below, y / scale));
                model.Series.Add(mark);
            }
        }

        return Math.Min(320, width * 0.75);
    }

    private static CategoryAxis Names(IReadOnlyList<string> labels)
    {
        // The first name stands on top.
        var axis = new CategoryAxis { Position = AxisPosition.Left, GapWidth = 0.5, TickStyle = TickStyle.None, AxislineStyle = LineStyle.Solid, AxislineColor = Grid, TextColor = Text, IsTickCentered = true };
        axis.Labels.AddRange(labels.Reverse());
        return axis;
    }

    private static LinearAxis Values(string unit, AxisPosition position) => new()
    {
        Position = position,
        Title = unit,
        TitleColor = Text,
        TextColor = Text,
        TickStyle = TickStyle.None,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Grid,
        StringFormat = "#,0.######",
        MaximumPadding = 0.14,
        MinimumPadding = 0,
        IntervalLength = 80,
    };

    private static OxyColor Colour(int series) => OxyColor.FromRgb(1, 3, (byte)(series % Colours));

    /// <summary>A unit in which the largest value has few digits: millions, or in Chinese tens of thousands.</summary>
    private static (double Scale, string Unit) Scale(IEnumerable<double> values, string unit, Language language)
    {
        double largest = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        bool chinese = language == Language.SimplifiedChinese;
        return (chinese, largest) switch
        {
            (true, >= 1e9) => (1e8, "亿" + unit),
            (true, >= 1e4) => (1e4, "万" + unit),
            (false, >= 1e6) => (1e6, "million " + unit),
            (false, >= 1e4) => (1e3, "thousand " + unit),
            _ => (1, unit),
        };
    }

    private static string Themed(string svg, ReportChart chart, double width, double height, string id)
    {
        string size = FormattableString.Invariant($"viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"");
        int start = svg.IndexOf("<svg", StringComparison.Ordinal);
        int end = svg.IndexOf('>', start);
        string body = svg[(end + 1)..];
        string drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + HtmlText.Of(chart.Title + ". " + chart.Description) + "\">" + body;
        drawn = drawn
            .Replace("clipPath", id + "-clip", StringComparison.Ordinal)
            .Replace("<" + id + "-clip", "<clipPath", StringComparison.Ordinal)
            .Replace("</" + id + "-clip", "</clipPath", StringComparison.Ordinal);
        foreach ((OxyColor marked, string name) in Variables)
        {
            string colour = FormattableString.Invariant($"rgb({marked.R},{marked.G},{marked.B})");
            drawn = drawn
                .Replace("fill=\"" + colour + "\"", "style=\"fill:var(--" + name + ")\"", StringComparison.Ordinal)
                .Replace(colour, "var(--" + name + ")", StringComparison.Ordinal);
        }

        return drawn;
    }

    /// <summary>Widths of text without a font at hand: OxyPlot's own know Latin only, and a Chinese character is one em wide.</summary>
    private sealed class TextWidths(double width, double height) : PdfRenderContext(width, height, OxyColors.Undefined)
    {
        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
        {
            double ems = 0;
            foreach (char c in text ?? string.Empty)
            {
                ems += c >= 0x2E80 ? 1.0 : 0.58;
            }

            return new OxySize(ems * fontSize, fontSize * 1.25);
        }
    }
}
