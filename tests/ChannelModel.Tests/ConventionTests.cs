using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChannelModel.Tests;

/// <summary>The habits of the house, checked by reflection and by reading the source. Exemptions are listed here, each with its reason.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly Package = typeof(Money).Assembly;
    private static readonly Type[] Public = Package.GetExportedTypes();
    private static readonly string Source = Path.Combine(Root(), "src", "ChannelModel");

    /// <summary>What each namespace may use besides the root; the direction of architecture in one table.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Internal"] = [],
        ["Channels"] = [],
        ["Kpis"] = [],
        ["Allocation"] = [],
        ["Scoring"] = ["Channels", "Kpis"],
        ["Commissions"] = ["Channels", "Kpis"],
        ["Contracts"] = ["Channels", "Kpis", "Scoring", "Commissions"],
        ["Planning"] = ["Channels", "Kpis", "Scoring", "Commissions", "Contracts", "Allocation"],
        ["Bulk"] = ["Commissions", "Scoring", "Allocation", "Kpis", "Channels"],
    };

    public static TheoryData<string> SourceFiles() => new(Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Source, path).Replace('\\', '/'))
        .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)));

    [Fact]
    public void Public_classes_are_sealed_or_static_or_closed_sets() =>
        Public.Where(type => type.IsClass && !type.IsSealed)
            .Where(type => !(type.IsAbstract && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).All(c => c.IsFamilyAndAssembly || c.IsAssembly || c.IsPrivate)))
            .Should().BeEmpty("an open class is an interface nobody designed");

    [Fact]
    public void No_public_setters_and_no_public_fields_but_constants()
    {
        Public.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is { IsPublic: true }).Should().BeEmpty();
        Public.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(field => !field.IsLiteral)
            .Should().BeEmpty();
    }

    [Fact]
    public void What_is_equatable_has_the_operators()
    {
        IEnumerable<Type> equatable = Public.Where(type => !type.IsEnum && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>)));
        equatable.Should().NotBeEmpty();
        foreach (Type type in equatable)
        {
            IEnumerable<string> methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy).Select(method => method.Name);
            methods.Should().Contain(["op_Equality", "op_Inequality"], "{0} is equatable", type);
        }
    }

    [Fact]
    public void What_is_comparable_is_equatable_and_has_the_operators()
    {
        foreach (Type type in Public.Where(type => !type.IsEnum && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IComparable<>))))
        {
            type.GetInterfaces().Should().Contain(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>), "{0} is comparable", type);
            type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy).Select(method => method.Name)
                .Should().Contain(["op_LessThan", "op_GreaterThan", "op_LessThanOrEqual", "op_GreaterThanOrEqual"]);
        }
    }

    [Fact]
    public void No_floating_point_beside_money()
    {
        Type[] floats = [typeof(double), typeof(float)];
        foreach (MethodInfo method in Public.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)))
        {
            Type[] types = [method.ReturnType, method.DeclaringType!, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
            if (types.Any(type => (Nullable.GetUnderlyingType(type) ?? type) == typeof(Money)))
            {
                types.Select(type => Nullable.GetUnderlyingType(type) ?? type).Should().NotIntersectWith(floats, "{0}.{1} handles money", method.DeclaringType, method.Name);
            }
        }
    }

    [Fact]
    public void Dates_are_local_dates()
    {
        Type[] forbidden = [typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan)];
        Public.SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Where(type => forbidden.Contains(Nullable.GetUnderlyingType(type) ?? type))
            .Should().BeEmpty();
    }

    [Fact]
    public void No_public_type_has_a_forbidden_word_or_the_last_word_of_a_namespace()
    {
        Public.Where(type => Regex.IsMatch(type.Name, "Helper|Util|Manager|Service|Engine|Common|Processor", RegexOptions.None, TimeSpan.FromSeconds(1))).Should().BeEmpty();
        IEnumerable<string> words = Public.Select(type => type.Namespace!.Split('.').Last()).Distinct(StringComparer.Ordinal);
        Public.Select(type => type.Name.Split('`')[0]).Should().NotIntersectWith(words, "such a name cannot be written inside its own namespace (CS0118)");
    }

    [Fact]
    public void Every_public_member_is_documented_with_its_exceptions()
    {
        string file = Path.ChangeExtension(Package.Location, ".xml");
        File.Exists(file).Should().BeTrue();
        var documented = XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (Type type in Public)
        {
            documented.Should().Contain("T:" + type.FullName!.Replace('+', '.'));
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                string name = $"P:{type.FullName}.{property.Name}";
                documented.Should().Contain(entry => entry == name || entry.StartsWith(name + "(", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_source_file_keeps_the_rules(string path)
    {
        string text = File.ReadAllText(Path.Combine(Source, path));
        string[] folders = path.Split('/')[..^1];

        // Namespace = folder; the polyfills stand in the namespaces that the compiler looks for.
        if (path != "Internal/Polyfills.cs")
        {
            Match declared = Regex.Match(text, "^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
            declared.Groups["name"].Value.Should().Be(string.Join('.', new[] { "ChannelModel" }.Concat(folders)));
        }

        // One public type a file, of the file's name.
        string[] types = Regex.Matches(text, @"^public (?:sealed |static |abstract |readonly |partial )*(?:class|struct|enum|interface|delegate \S+) (?<name>\w+)", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["name"].Value).ToArray();
        types.Length.Should().BeLessThanOrEqualTo(1);
        if (types.Length == 1)
        {
            Path.GetFileNameWithoutExtension(path).Split('.')[0].Should().Be(types[0]);
        }

        // No clock, culture, randomness, file, network or environment.
        string[] forbidden = ["DateTime.", "SystemClock", "CultureInfo.Current", "Random(", "Random.", "Environment.", "File.", "System.IO", "System.Net", "Guid.NewGuid", "Thread.Sleep", "Console."];
        forbidden.Where(word => text.Contains(word, StringComparison.Ordinal)).Should().BeEmpty();

        // Which namespaces may see which.
        string own = folders.Length == 0 ? string.Empty : folders[0];
        foreach (Match used in Regex.Matches(text, @"(?<!namespace )ChannelModel\.(?<name>Internal|Channels|Kpis|Allocation|Scoring|Commissions|Contracts|Planning|Bulk)\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            string other = used.Groups["name"].Value;
            if (other == own || other == "Internal")
            {
                continue;
            }

            MayUse.Should().ContainKey(own, "the root uses no other namespace, and {0} is one", other);
            MayUse[own].Should().Contain(other);
        }

        text.Split('\n').Length.Should().BeLessThanOrEqualTo(path.EndsWith("Currency.Codes.cs", StringComparison.Ordinal) ? 600 : 400, "a file is read at a sitting");
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
