using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning.Rules;

/// <summary>Small words for the rules: texts in two languages, sums as arithmetic, lines of the audit.</summary>
internal static class Say
{
    public static LocalText Text(string en, string zhHans) => new(en, zhHans);

    public static string En(Figure figure) => figure.ToText(Language.English);

    public static string Zh(Figure figure) => figure.ToText(Language.SimplifiedChinese);

    public static string Zh(LocalText text) => text.In(Language.SimplifiedChinese);

    /// <summary>The figure without its unit, for arithmetic: 12 000 000.</summary>
    public static string Bare(Figure figure)
    {
        string text = En(figure);
        return figure.Kind switch
        {
            FigureKind.Money => text.Substring(0, text.Length - 4),
            _ => text,
        };
    }

    /// <summary>12 000 000 + 8 000 000 + 5 000 000 = 25 000 000 CNY.</summary>
    public static string Sum(IEnumerable<Figure> parts, Figure total) => string.Join(" + ", parts.Select(Bare)) + " = " + En(total);

    /// <summary>The size of a difference: -4.47 points becomes 4.47 points.</summary>
    public static Figure Absolute(Figure difference) =>
        difference.Value < 0m ? Figure.Difference(Figure.Difference(difference, difference)!, difference)! : difference;

    public static AuditLine Line(
        AuditRule rule,
        bool holds,
        IReadOnlyList<string> places,
        AuditSide left,
        AuditSide right,
        string arithmetic,
        LocalText sentence) =>
        new(rule, holds, places, left, right, Figure.Difference(left.Figure, right.Figure), arithmetic, sentence);

    public static AuditSide Side(string en, string zhHans, Figure figure) => new(Text(en, zhHans), figure);

    public static AuditSide Side(LocalText name, Figure figure) => new(name, figure);
}
