namespace ChannelModel.Planning;

/// <summary>What a figure of a plan or an audit is measured in.</summary>
public enum FigureKind
{
    /// <summary>An amount of money.</summary>
    Money = 0,

    /// <summary>A percentage.</summary>
    Percent = 1,

    /// <summary>A difference of two percentages, in percentage points.</summary>
    Points = 2,

    /// <summary>A number of things.</summary>
    Count = 3,

    /// <summary>A plain ratio or score.</summary>
    Number = 4,

    /// <summary>A number of days.</summary>
    Days = 5,

    /// <summary>No number: what is stated in words, such as "no definition".</summary>
    Words = 6,
}
