using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ChannelModel.Tool.Tests;

/// <summary>
/// The samples of README and docs. A <c>csharp</c> block is compiled as a program; if a <c>text</c> block follows, it is run and must print exactly that. A <c>console</c> block that runs the tool must
/// show what the tool prints; a line of three dots ends what is shown of a long output.
/// </summary>
public sealed class SampleTests
{
    private static readonly Regex Fence = new("^```(?<kind>[a-z]+)(?<note>[^\n]*)\n(?<body>.*?)^```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    public static TheoryData<string, int> CSharp() => Blocks("csharp");

    public static TheoryData<string, int> Consoles() => Blocks("console");

    [Theory]
    [MemberData(nameof(CSharp))]
    public async Task A_sample_compiles_and_prints_what_stands_below_it(string file, int index)
    {
        Match[] blocks = Read(file);
        string code = blocks[index].Groups["body"].Value;
        byte[] program = Compile(code);
        if (index + 1 < blocks.Length && blocks[index + 1].Groups["kind"].Value == "text" && Adjacent(file, blocks[index], blocks[index + 1]))
        {
            string printed = await RunAsync(program);
            printed.ReplaceLineEndings("\n").Should().Be(blocks[index + 1].Groups["body"].Value);
        }
        else
        {
            blocks[index].Groups["note"].Value.Trim().Should().Be("no-output", "a sample whose output is not shown says so");
        }
    }

    [Theory]
    [MemberData(nameof(Consoles))]
    public void A_console_sample_shows_what_the_tool_prints(string file, int index)
    {
        string[] lines = Read(file)[index].Groups["body"].Value.TrimEnd('\n').Split('\n');
        Match command = Regex.Match(lines[0], @"^\$ (?:dotnet run --project src/ChannelModel\.Tool -- |channelmodel )(?<args>.*)$", RegexOptions.None, TimeSpan.FromSeconds(1));
        if (!command.Success)
        {
            lines[0].Should().StartWith("$ dotnet ", "other commands of the samples are those of the SDK");
            return;
        }

        string[] args = command.Groups["args"].Value.Split(' ');
        int page = Array.IndexOf(args, "--report") + 1;
        if (page > 0)
        {
            args[page] = Path.Combine(Path.GetTempPath(), $"channelmodel-{Guid.NewGuid():N}.html");
        }

        ToolRun run = ToolRun.With(args);
        if (page > 0)
        {
            new FileInfo(args[page]).Length.Should().BePositive("the page is written");
            File.Delete(args[page]);
        }

        string[] printed = (run.Output + run.Error).TrimEnd('\n').Split('\n');
        string[] shown = lines[1..];
        if (shown[^1] == "...")
        {
            printed.Take(shown.Length - 1).Should().Equal(shown[..^1]);
        }
        else
        {
            printed.Should().Equal(shown);
        }
    }

    private static TheoryData<string, int> Blocks(string kind)
    {
        var data = new TheoryData<string, int>();
        IEnumerable<string> files = Directory.EnumerateFiles(ToolRun.Root, "README*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(ToolRun.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(ToolRun.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            Match[] blocks = Read(file);
            for (int i = 0; i < blocks.Length; i++)
            {
                if (blocks[i].Groups["kind"].Value == kind)
                {
                    data.Add(file, i);
                }
            }
        }

        return data;
    }

    private static Match[] Read(string file) => Fence.Matches(File.ReadAllText(Path.Combine(ToolRun.Root, file)).ReplaceLineEndings("\n")).Cast<Match>().ToArray();

    private static bool Adjacent(string file, Match first, Match second)
    {
        string text = File.ReadAllText(Path.Combine(ToolRun.Root, file)).ReplaceLineEndings("\n");
        return string.IsNullOrWhiteSpace(text[(first.Index + first.Length)..second.Index]);
    }

    private static byte[] Compile(string code)
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Sample" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest))],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        result.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
        return assembly.ToArray();
    }

    /// <summary>Runs a program with its output caught; samples run one after another, since the console is one.</summary>
    private static async Task<string> RunAsync(byte[] program)
    {
        var context = new AssemblyLoadContext("sample", isCollectible: true);
        using var stream = new MemoryStream(program);
        MethodInfo main = context.LoadFromStream(stream).EntryPoint!;
        TextWriter before = Console.Out;
        CultureInfo culture = CultureInfo.CurrentCulture;
        string folder = Directory.GetCurrentDirectory();
        var printed = new StringBuilder();
        try
        {
            using var writer = new StringWriter(printed, CultureInfo.InvariantCulture);
            Console.SetOut(writer);
            Directory.SetCurrentDirectory(ToolRun.Root);

            // What a sample formats by itself follows the culture of its reader.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            if (main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]) is Task running)
            {
                await running;
            }
        }
        finally
        {
            Console.SetOut(before);
            CultureInfo.CurrentCulture = culture;
            Directory.SetCurrentDirectory(folder);
            context.Unload();
        }

        return printed.ToString();
    }
}
