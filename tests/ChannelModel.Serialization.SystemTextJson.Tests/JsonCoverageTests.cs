using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>
/// Every public type of the domain has a document of its own, is part of one, or has none for a reason. A new type fails here until somebody has decided: CoverageList holds the decisions.
/// </summary>
public sealed class JsonCoverageTests
{
    private static readonly Assembly Core = typeof(Money).Assembly;

    private static readonly Assembly Package = typeof(GrowthPlanJson).Assembly;

    private static readonly string[] Namespaces =
        ["ChannelModel", "ChannelModel.Channels", "ChannelModel.Planning", "ChannelModel.Kpis", "ChannelModel.Commissions", "ChannelModel.Contracts", "ChannelModel.Scoring", "ChannelModel.Allocation"];

    private static readonly Type[] Domain = [.. Core.GetExportedTypes().Where(type => Namespaces.Contains(type.Namespace) && !type.IsNested)];

    [Fact]
    public void Every_public_type_of_the_domain_is_in_exactly_one_group()
    {
        string[] listed = [.. CoverageList.Entries.Select(entry => entry.Type)];
        listed.Should().OnlyHaveUniqueItems("a type is in one group");
        string[] known = [.. Domain.Select(Name)];
        known.Except(listed).Order(StringComparer.Ordinal).Should().BeEmpty("a type that nobody has classified gets a document, a place in one, or a reason in CoverageList");
        listed.Except(known).Order(StringComparer.Ordinal).Should().BeEmpty("what is listed is a public type of the domain");
    }

    [Fact]
    public void A_type_with_a_document_is_what_its_reader_gives_or_its_writer_takes()
    {
        foreach ((string name, CoverageGroup _, string json) in CoverageList.Entries.Where(entry => entry.Group == CoverageGroup.Own))
        {
            Type reader = Package.GetType($"ChannelModel.Serialization.SystemTextJson.{json}") ?? throw new InvalidOperationException($"There is no {json}.");
            Type[] given = [.. reader.GetMethods(BindingFlags.Public | BindingFlags.Static).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)).SelectMany(Mentioned)];
            given.Should().Contain(Find(name), $"{json} reads or writes it");
        }
    }

    [Fact]
    public void Every_reader_of_the_package_is_the_document_of_a_type()
    {
        IEnumerable<string> readers = Package.GetExportedTypes().Where(type => type.Name.EndsWith("Json", StringComparison.Ordinal)).Select(type => type.Name);
        readers.Should().BeEquivalentTo(CoverageList.Entries.Where(entry => entry.Group == CoverageGroup.Own).Select(entry => entry.Detail).Distinct());
    }

    [Fact]
    public void A_part_can_be_reached_from_the_document_that_it_is_part_of()
    {
        var reached = new Dictionary<string, HashSet<Type>>(StringComparer.Ordinal);
        var strays = new List<string>();
        foreach ((string name, CoverageGroup _, string whole) in CoverageList.Entries.Where(entry => entry.Group == CoverageGroup.Part))
        {
            CoverageList.Entries.Should().Contain(entry => entry.Type == whole && entry.Group == CoverageGroup.Own, $"{name} is part of it");
            if (!reached.TryGetValue(whole, out HashSet<Type>? parts))
            {
                reached.Add(whole, parts = Reach(Find(whole)));
            }

            if (!parts.Contains(Find(name)))
            {
                strays.Add($"{name} is not reached from {whole}");
            }
        }

        strays.Should().BeEmpty();
    }

    [Fact]
    public void A_reason_is_one_of_few()
    {
        CoverageList.Entries.Where(entry => entry.Group == CoverageGroup.None).Select(entry => entry.Detail).Distinct().Should().BeSubsetOf(CoverageList.Reasons.Keys);
        CoverageList.Reasons.Should().HaveCountLessThan(10);
    }

    private static string Name(Type type) => (type.Namespace == "ChannelModel" ? string.Empty : type.Namespace!["ChannelModel.".Length..] + ".") + type.Name.Split('`')[0] + (type.IsGenericType ? "<>" : string.Empty);

    private static Type Find(string name) => Domain.Single(type => Name(type) == name);

    /// <summary>A type, what it is a list or a result of, and where it is generic its definition.</summary>
    private static IEnumerable<Type> Mentioned(Type type)
    {
        type = type.IsByRef || type.IsArray ? type.GetElementType()! : type;
        yield return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        foreach (Type argument in type.GetGenericArguments().SelectMany(Mentioned))
        {
            yield return argument;
        }
    }

    /// <summary>All types that public members of a type lead to, with those that derive from them.</summary>
    private static HashSet<Type> Reach(Type root)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.Count > 0)
        {
            Type type = open.Pop();
            if (type.Assembly != Core || !reached.Add(type))
            {
                continue;
            }

            foreach (Type next in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Mentioned(property.PropertyType)).Concat(Domain.Where(other => other.BaseType == type)))
            {
                open.Push(next);
            }

            if (type.BaseType is Type above)
            {
                Mentioned(above).ToList().ForEach(open.Push);
            }
        }

        return reached;
    }
}
