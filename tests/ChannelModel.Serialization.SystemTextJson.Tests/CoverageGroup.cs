namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>What JSON a public type of the domain has.</summary>
internal enum CoverageGroup
{
    /// <summary>A document of its own; the detail is the class that reads and writes it.</summary>
    Own,

    /// <summary>A part of a document; the detail is the type whose document it is.</summary>
    Part,

    /// <summary>None; the detail is the reason.</summary>
    None,
}
