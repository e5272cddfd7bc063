using System;
using System.Collections;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace ChannelModel.Scoring;

/// <summary>Numbers by id, such as the score of each candidate; they stand in the ordinal order of the ids.</summary>
/// <typeparam name="T">What the ids identify, such as <see cref="Candidate"/>.</typeparam>
/// <remarks>
/// <para>Law: every number is finite. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
#pragma warning disable CA1043 // an id is what its type identifies; text is accepted beside it
public sealed class Figures<T> : IReadOnlyCollection<KeyValuePair<Id<T>, double>>
{
    private readonly Id<T>[] _ids;
    private readonly double[] _values;

    /// <summary>Trusts its arguments: distinct ids in ordinal order, as many finite values; both are kept.</summary>
    internal Figures(Id<T>[] ids, double[] values)
    {
        _ids = ids;
        _values = values;
    }

    /// <inheritdoc/>
    public int Count => _ids.Length;

    /// <summary>Gets the ids, in ordinal order.</summary>
    public IReadOnlyList<Id<T>> Ids => _ids;

    /// <summary>Gets the numbers, in the order of the ids.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Gets the number of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">There is no such id.</exception>
    public double this[Id<T> id] => _values[Position(_ids, id)];

    /// <summary>Gets the number of an id that is written as text.</summary>
    /// <param name="id">The id's text.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The text is not an id, or there is no such id.</exception>
    public double this[string id] => this[new Id<T>(id)];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Id<T>, double>> GetEnumerator()
    {
        for (int i = 0; i < _ids.Length; i++)
        {
            yield return new KeyValuePair<Id<T>, double>(_ids[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where an id stands in an ordered list of ids.</summary>
    internal static int Find(Id<T>[] ids, Id<T> id)
    {
        int low = 0;
        int high = ids.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = ids[middle].CompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    /// <summary>Where an id stands, or an exception that names it.</summary>
    internal static int Position(Id<T>[] ids, Id<T> id)
    {
        Guard.Against.Null(id);
        int position = Find(ids, id);
        return position >= 0 ? position : throw new ArgumentException($"There is no {typeof(T).Name} '{id}' here; expected one of {Some(ids)}.", nameof(id));
    }

    private static string Some(Id<T>[] ids)
    {
        const int Shown = 10;
        string[] texts = Array.ConvertAll(ids.Length <= Shown ? ids : ids.AsSpan(0, Shown).ToArray(), id => $"'{id}'");
        return string.Join(", ", texts) + (ids.Length > Shown ? $" and {ids.Length - Shown} more" : string.Empty);
    }
}
