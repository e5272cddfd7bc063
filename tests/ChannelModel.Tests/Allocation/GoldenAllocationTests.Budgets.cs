using System.Text.Json;

namespace ChannelModel.Tests.Allocation;

/// <content>Budgets under response curves.</content>
public sealed partial class GoldenAllocationTests
{
    /// <summary>Checks the case if its kind is one of these.</summary>
    private static bool IsBudget(string kind, JsonElement of) => false;
}
