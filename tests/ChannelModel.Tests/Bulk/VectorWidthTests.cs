#if NET8_0_OR_GREATER
using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;

namespace ChannelModel.Tests.Bulk;

/// <summary>The tests of this folder once more with narrower vectors, each in a process of its own that first says what is on: a wrong variable is ignored in silence.</summary>
public sealed class VectorWidthTests
{
    private const string Expected = "CHANNELMODEL_WIDEST";

    [Fact]
    public void The_widest_vector_is_the_one_that_was_asked_for()
    {
        if (Environment.GetEnvironmentVariable(Expected) is string widest)
        {
            Widest().Should().Be(int.Parse(widest, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "DOTNET_EnableAVX512F", 256)]
    [InlineData("DOTNET_EnableAVX2", "DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", "DOTNET_EnableHWIntrinsic", 0)]
    public void Results_are_the_same_with_narrower_vectors(string variable, string olderName, int widest)
    {
        if (Environment.GetEnvironmentVariable(Expected) is not null)
        {
            return; // this is the second process
        }

        widest = Math.Min(widest, Widest());
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in new[] { "-noColor", "-class", "ChannelModel.Tests.Bulk.*" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[variable] = "0";
        start.Environment[olderName] = "0";
        start.Environment[Expected] = widest.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || name.StartsWith("DOTNET_TEST", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Match total = Regex.Match(output, @"Total: (?<total>[0-9]+), Errors: 0, Failed: 0", RegexOptions.None, TimeSpan.FromSeconds(1));
        process.ExitCode.Should().Be(0, output);
        total.Success.Should().BeTrue(output);
        int.Parse(total.Groups["total"].Value, System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(15, output);
    }

    private static int Widest() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
#endif
