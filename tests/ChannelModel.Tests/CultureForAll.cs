using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChannelModel.Tests;

/// <summary>All tests run under a culture with a decimal comma and another minus sign: a number that is written by the culture fails the test that reads it.</summary>
internal static class CultureForAll
{
#if NET8_0_OR_GREATER
    [ModuleInitializer]
    internal static void Set()
    {
        _ = new ForeignCulture();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture;
    }
#endif
}
