using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ChannelModel.Fuzz;

/// <summary>Compares all public members of two values of the library, down to numbers and texts, whether or not their types have an equality of their own.</summary>
internal static class Same
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Gets what differs, with the path of each; nothing if the values are equal.</summary>
    public static IReadOnlyList<string> Differences(object? a, object? b)
    {
        var found = new List<string>();
        Compare(a, b, "$", new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Compare(object? a, object? b, string path, HashSet<object> seen, List<string> found)
    {
        if (ReferenceEquals(a, b))
        {
            return;
        }

        // Lists are compared by what is in them, whatever holds it.
        if (a is null || b is null || (a.GetType() != b.GetType() && !(IsList(a) && IsList(b))))
        {
            found.Add($"{path}: {a ?? "nothing"} against {b ?? "nothing"}");
            return;
        }

        Type type = a.GetType();
        bool leaf = type.IsPrimitive || type.IsEnum || a is string or decimal || type.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) == true;
        if (leaf)
        {
            if (!a.Equals(b))
            {
                found.Add($"{path}: {a} against {b}");
            }

            return;
        }

        if (!type.IsValueType && !seen.Add(a))
        {
            return;
        }

        if (a is IEnumerable items)
        {
            object?[] left = [.. items.Cast<object?>()];
            object?[] right = [.. ((IEnumerable)b).Cast<object?>()];
            if (left.Length != right.Length)
            {
                found.Add($"{path}: {left.Length} items against {right.Length}");
                return;
            }

            for (int i = 0; i < left.Length; i++)
            {
                Compare(left[i], right[i], $"{path}[{i}]", seen, found);
            }
        }

        foreach (PropertyInfo property in Properties.GetOrAdd(type, ReadableOf))
        {
            Compare(Value(property, a), Value(property, b), path + "." + property.Name, seen, found);
        }
    }

    private static bool IsList(object value) => value is not string and IEnumerable && IsList(value.GetType());

    private static bool IsList(Type type) => type.IsArray || (typeof(IEnumerable).IsAssignableFrom(type) && type.Namespace?.StartsWith("ChannelModel", StringComparison.Ordinal) != true);

    private static PropertyInfo[] ReadableOf(Type type) =>
        IsList(type)
            ? []
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)];

    /// <summary>A member that another member says not to ask for throws; then both must.</summary>
    private static object? Value(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException refused)
        {
            return refused.InnerException!.GetType().Name + ": " + refused.InnerException.Message;
        }
    }
}
