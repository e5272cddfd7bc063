using System.Net;
using System.Text.RegularExpressions;

namespace ChannelModel.Tool.Reports.Html;

/// <summary>Text of a plan as text of a page: nothing in it becomes markup, and no line ends within a number.</summary>
internal static partial class HtmlText
{
    public static string Of(string text) => Group().Replace(WebUtility.HtmlEncode(text), "&nbsp;");

    /// <summary>The space before a group of three digits.</summary>
    [GeneratedRegex(@"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Group();
}
