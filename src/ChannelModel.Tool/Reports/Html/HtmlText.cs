using System.Net;

namespace ChannelModel.Tool.Reports.Html;

/// <summary>Text of a plan as text of a page: nothing in it becomes markup.</summary>
internal static class HtmlText
{
    public static string Of(string text) => WebUtility.HtmlEncode(text);
}
