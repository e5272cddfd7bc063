namespace ChannelModel;

/// <summary>A language that explanations and findings are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English = 0,

    /// <summary>Chinese in simplified characters (zh-Hans).</summary>
    SimplifiedChinese = 1,
}
