using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ChannelModel.Tests;

/// <summary>What every value type of the library promises: equality, hashing, operators, a total order, and a text form that reads back.</summary>
internal static class ValueLaws
{
    private static readonly object? Nothing = null;

    /// <summary>Equality is an equivalence that agrees with the hash and with == and !=, for every pair of the values.</summary>
    public static void Equality<T>(IReadOnlyList<T> values)
        where T : notnull, IEquatable<T>
    {
        MethodInfo equal = Operator<T>("op_Equality");
        MethodInfo different = Operator<T>("op_Inequality");
        foreach (T left in values)
        {
            left.Equals(left).Should().BeTrue();
            left.Equals(Nothing).Should().BeFalse();
            left.Equals("another type").Should().BeFalse();
            foreach (T right in values)
            {
                bool same = left.Equals(right);
                right.Equals(left).Should().Be(same);
                left.Equals((object)right).Should().Be(same);
                Call(equal, left, right).Should().Be(same);
                Call(different, left, right).Should().Be(!same);
                if (same)
                {
                    right.GetHashCode().Should().Be(left.GetHashCode());
                }
            }
        }
    }

    /// <summary>Each value equals one made anew in the same way and none of the others: every member counts.</summary>
    public static void Apart<T>(params Func<T>[] makes)
        where T : notnull, IEquatable<T>
    {
        T[] values = [.. makes.Select(make => make())];
        T[] again = [.. makes.Select(make => make())];
        Equality<T>([.. values, .. again]);
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                values[i].Equals(again[j]).Should().Be(i == j, "{0} is number {1} and {2} is number {3}", values[i], i, again[j], j);
            }
        }

        if (default(T) is null)
        {
            Call(Operator<T>("op_Equality"), Nothing, Nothing).Should().Be(true);
            Call(Operator<T>("op_Equality"), Nothing, values[0]).Should().Be(false);
            Call(Operator<T>("op_Equality"), values[0], Nothing).Should().Be(false);
            Call(Operator<T>("op_Inequality"), Nothing, values[0]).Should().Be(true);
        }
    }

    /// <summary>CompareTo is a total order that agrees with equality; where <paramref name="comparable"/> says so, the four operators agree with it.</summary>
    public static void Order<T>(IReadOnlyList<T> values, Func<T, T, bool>? comparable = null)
        where T : IComparable<T>, IEquatable<T>
    {
        MethodInfo less = Operator<T>("op_LessThan");
        MethodInfo lessOrEqual = Operator<T>("op_LessThanOrEqual");
        MethodInfo greater = Operator<T>("op_GreaterThan");
        MethodInfo greaterOrEqual = Operator<T>("op_GreaterThanOrEqual");
        foreach (T left in values)
        {
            foreach (T right in values)
            {
                int order = Math.Sign(left.CompareTo(right));
                Math.Sign(right.CompareTo(left)).Should().Be(-order);
                (order == 0).Should().Be(left.Equals(right));
                if (left is IComparable untyped)
                {
                    Math.Sign(untyped.CompareTo(right)).Should().Be(order);
                    untyped.CompareTo(null).Should().BePositive();
                    ((Action)(() => untyped.CompareTo("another type"))).Should().Throw<ArgumentException>();
                }

                if (comparable?.Invoke(left, right) ?? true)
                {
                    Call(less, left, right).Should().Be(order < 0);
                    Call(lessOrEqual, left, right).Should().Be(order <= 0);
                    Call(greater, left, right).Should().Be(order > 0);
                    Call(greaterOrEqual, left, right).Should().Be(order >= 0);
                }
            }
        }

        // Sorting any two shuffles gives the same sequence only if the order is transitive and total.
        values.OrderBy(value => value).Should().Equal(values.Reverse().OrderBy(value => value));
    }

    /// <summary>The text reads back to the same value, and equal values print the same.</summary>
    public static void Text<T>(IReadOnlyList<T> values, Func<string, T> parse)
        where T : IEquatable<T>
    {
        foreach (T value in values)
        {
            parse(value.ToString()!).Should().Be(value);
            foreach (T other in values.Where(other => other.Equals(value)))
            {
                other.ToString().Should().Be(value.ToString());
            }
        }
    }

    private static MethodInfo Operator<T>(string name) =>
        typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy).SingleOrDefault(method =>
            method.Name == name && method.GetParameters().All(parameter => parameter.ParameterType.IsAssignableFrom(typeof(T))))
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no {name}.");

    private static bool Call<T>(MethodInfo method, T left, T right) => (bool)method.Invoke(null, [left, right])!;
}
