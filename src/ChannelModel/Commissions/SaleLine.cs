using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>One line of an order or invoice, with what crediting looks at: product, channel, territory, customer, or any other attribute.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SaleLine
{
    private readonly Dictionary<string, string> _attributes;

    /// <summary>Initializes a new instance of the <see cref="SaleLine"/> class.</summary>
    /// <param name="id">The id.</param>
    /// <param name="date">The date that anchors it.</param>
    /// <param name="amount">The amount; below 0 for a return.</param>
    /// <param name="attributes">Such as <c>("product", "A-1")</c>, <c>("territory", "East")</c>; each name once.</param>
    /// <exception cref="ArgumentException">The id is not legal, or an attribute is named twice.</exception>
    public SaleLine(string id, LocalDate date, Money amount, params (string Name, string Value)[] attributes)
    {
        Id = new Id<SaleLine>(id).Value;
        Date = date;
        Amount = amount;
        _attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in Guard.Against.Null(attributes))
        {
            _attributes.Add(name, value);
        }
    }

    /// <summary>Gets the id.</summary>
    public string Id { get; }

    /// <summary>Gets the date that anchors it.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets the amount.</summary>
    public Money Amount { get; }

    /// <summary>Looks up an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    public string? this[string name] => _attributes.TryGetValue(name, out string? value) ? value : null;
}
