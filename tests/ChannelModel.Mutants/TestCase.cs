using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit.v3;

namespace ChannelModel.Mutants;

/// <summary>One test with the values of one row, run without the test framework, which would find all tests again for each mutant.</summary>
internal sealed class TestCase
{
    private readonly MethodInfo _method;
    private readonly object?[] _arguments;
    private readonly IBeforeAfterTestAttribute[] _around;

    public TestCase(MethodInfo method, object?[] arguments, int row)
    {
        _method = method;
        _arguments = arguments;
        Type type = method.ReflectedType!;
        Name = $"{type.FullName}.{method.Name}[{row}]";
        _around =
        [
            .. type.Assembly.GetCustomAttributes().OfType<IBeforeAfterTestAttribute>(),
            .. type.GetCustomAttributes().OfType<IBeforeAfterTestAttribute>(),
            .. method.GetCustomAttributes().OfType<IBeforeAfterTestAttribute>(),
        ];
    }

    public string Name { get; }

    public Type Type => _method.ReflectedType!;

    /// <summary>Nothing when the test passes, or else the exception it ended with.</summary>
    public Exception? Run()
    {
        try
        {
            foreach (IBeforeAfterTestAttribute around in _around)
            {
                around.Before(_method, null!);
            }

            object? instance = _method.IsStatic ? null : Activator.CreateInstance(Type);
            try
            {
                // A law may draw until the arguments are right: each run gets its own array.
                Wait(_method.Invoke(instance, [.. _arguments]));
            }
            finally
            {
                (instance as IDisposable)?.Dispose();
            }

            return null;
        }
        catch (Exception problem)
        {
            return (problem as TargetInvocationException)?.InnerException ?? problem;
        }
    }

    private static void Wait(object? result)
    {
        switch (result)
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
        }
    }
}
