using System.CommandLine;

namespace ChannelModel.Tool;

/// <summary>The options that commands about a file share.</summary>
internal static class SharedOptions
{
    public static Option<string> Format() => Format("text", "json", "markdown");

    /// <summary>For results that are a few lines on standard output; what is long goes to files.</summary>
    public static Option<string> TextOrJson() => Format("text", "json");

    public static Option<string> LanguageOption()
    {
        var language = new Option<string>("--lang") { Description = "The language of names and sentences.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "zh-Hans");
        return language;
    }

    public static Option<bool> Strict() => new("--strict") { Description = "Exit with 1 if there is any finding." };

    public static Option<string?> ReportFile() => new("--report") { Description = "Also writes one self-contained HTML page to this file.", HelpName = "FILE.html" };

    private static Option<string> Format(params string[] words)
    {
        var format = new Option<string>("--format") { Description = "How the result is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(words);
        return format;
    }

    public static Language LanguageOf(string word) => word == "zh-Hans" ? Language.SimplifiedChinese : Language.English;
}
