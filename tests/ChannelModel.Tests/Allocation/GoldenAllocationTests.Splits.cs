using System.Text.Json;

namespace ChannelModel.Tests.Allocation;

/// <content>Splits, apportionments, bounded splits, hierarchies and targets.</content>
public sealed partial class GoldenAllocationTests
{
    /// <summary>Checks the case if its kind is one of these.</summary>
    private static bool IsSplit(string kind, JsonElement of) => false;
}
