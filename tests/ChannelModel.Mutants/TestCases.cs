using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ChannelModel.Mutants;

/// <summary>The tests of assemblies, in an order that is the same in every process.</summary>
internal static class TestCases
{
    public static List<TestCase> Of(IEnumerable<string> assemblies) =>
        [.. assemblies.Select(path => Assembly.LoadFrom(Path.GetFullPath(path))).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } or { IsAbstract: true, IsSealed: true })
            .OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Of)];

    /// <summary>Parts of names of tests; all tests without any.</summary>
    private static string[]? Wanted { get; } = Environment.GetEnvironmentVariable("MUTANTS_TESTS")?.Split(',');

    private static IEnumerable<TestCase> Of(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Where(method => method.GetCustomAttributes().OfType<IFactAttribute>().Any(fact => fact.Skip is null))
            .Where(method => Wanted is null || Wanted.Any(part => $"{type.FullName}.{method.Name}[".Contains(part, StringComparison.Ordinal)))
            .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.MetadataToken)
            .SelectMany(method => Rows(method).Select((row, index) => new TestCase(method, Fitted(method, row), index)));

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        IDataAttribute[] data = [.. method.GetCustomAttributes().OfType<IDataAttribute>()];
        foreach (ITypeAwareDataAttribute source in data.OfType<ITypeAwareDataAttribute>())
        {
            source.MemberType ??= method.ReflectedType;
        }

        var disposal = new DisposalTracker();
        return data.Length == 0 ? [[]] : data.SelectMany(source => source.GetData(method, disposal).AsTask().GetAwaiter().GetResult()).Select(row => row.GetData());
    }

    /// <summary>The values as the parameters want them: xunit widens an int to a decimal, reflection does not.</summary>
    private static object?[] Fitted(MethodInfo method, object?[] row)
    {
        ParameterInfo[] parameters = method.GetParameters();
        if (parameters is [.., ParameterInfo last] && last.IsDefined(typeof(ParamArrayAttribute)) && !(row.Length == parameters.Length && last.ParameterType.IsInstanceOfType(row[^1])))
        {
            object?[] rest = row[(parameters.Length - 1)..];
            var list = Array.CreateInstance(last.ParameterType.GetElementType()!, rest.Length);
            rest.CopyTo(list, 0);
            row = [.. row[..(parameters.Length - 1)], list];
        }

        return [.. parameters.Select((parameter, i) => i >= row.Length ? parameter.DefaultValue : Fitted(parameter.ParameterType, row[i]))];
    }

    private static object? Fitted(Type wanted, object? value)
    {
        Type type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        return value is IConvertible && !type.IsInstanceOfType(value) && !type.IsEnum && typeof(IConvertible).IsAssignableFrom(type)
            ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture)
            : value;
    }
}
