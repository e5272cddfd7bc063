using System;
using System.Collections.Generic;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>What came of reading JSON: the value, or all errors.</summary>
/// <typeparam name="T">What was read.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class JsonReadResult<T>
    where T : class
{
    private readonly T? _value;

    internal JsonReadResult(T? value, IReadOnlyList<JsonError> errors)
    {
        _value = errors.Count == 0 ? value : null;
        Errors = errors;
    }

    /// <summary>Gets a value indicating whether there is a value; then there are no errors.</summary>
    public bool Succeeded => _value is not null;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The input has errors; the message lists them.</exception>
    public T Value => _value ?? throw new InvalidOperationException("The input has errors:\n" + string.Join("\n", Errors));

    /// <summary>Gets all errors, in the order of the input; empty if there is a value.</summary>
    public IReadOnlyList<JsonError> Errors { get; }
}
