using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>Who earns on which sales, in which time, with which credit and quota: a payee's assignment to a component of a plan.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Assignment
{
    private readonly IReadOnlyList<(string Attribute, string[] Values)> _filters;

    private Assignment(Id<Payee> payee, string component, LocalDate from, LocalDate? until, Rate credit, Money? quota, IReadOnlyList<(string Attribute, string[] Values)> filters)
    {
        Payee = payee;
        Component = component;
        From = from;
        Until = until;
        Credit = credit;
        Quota = quota;
        _filters = filters;
    }

    /// <summary>Gets the payee.</summary>
    public Id<Payee> Payee { get; }

    /// <summary>Gets the component of the plan.</summary>
    public string Component { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the day after the last, or <see langword="null"/> while it is open.</summary>
    public LocalDate? Until { get; }

    /// <summary>Gets the share of each sale that is credited; overlays add up to more than 100 %.</summary>
    public Rate Credit { get; }

    /// <summary>Gets the quota of the assignment, if it has its own.</summary>
    public Money? Quota { get; }

    /// <summary>Makes an assignment to all sales of a time.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="component">The component of the plan.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last, or <see langword="null"/>.</param>
    /// <param name="credit">0 % to 100 %.</param>
    /// <param name="quota">A quota of its own, or <see langword="null"/>.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentException">The time is empty, or the credit no share.</exception>
    public static Assignment Of(Id<Payee> payee, string component, LocalDate from, LocalDate? until, Rate credit, Money? quota = null) =>
        until <= from || !credit.IsShare
            ? throw new ArgumentException(FormattableString.Invariant($"[{from:uuuu-MM-dd}, {until:uuuu-MM-dd}) with a credit of {credit}: expected at least a day, and 0 % to 100 %."))
            : new Assignment(Guard.Against.Null(payee), Guard.Against.NullOrWhiteSpace(component), from, until, credit, quota, []);

    /// <summary>Narrows it to sales with one of some values of an attribute; several filters must all hold.</summary>
    /// <param name="attribute">Such as <c>territory</c>.</param>
    /// <param name="values">The values that earn.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public Assignment Where(string attribute, params string[] values) => Guard.Against.Null(values).Length == 0
        ? throw new ArgumentException("Expected at least one value.", nameof(values))
        : new Assignment(Payee, Component, From, Until, Credit, Quota, [.. _filters, (Guard.Against.NullOrWhiteSpace(attribute), [.. values])]);

    /// <summary>Says why a sale does not earn here.</summary>
    /// <param name="sale">The sale.</param>
    /// <returns>The reason, or <see langword="null"/> if it earns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sale"/> is <see langword="null"/>.</exception>
    public string? WhyNot(SaleLine sale)
    {
        Guard.Against.Null(sale);
        if (sale.Date < From || sale.Date >= Until)
        {
            return FormattableString.Invariant($"{sale.Date:uuuu-MM-dd} is outside [{From:uuuu-MM-dd}, {Until:uuuu-MM-dd})");
        }

        foreach ((string attribute, string[] values) in _filters)
        {
            if (!values.Contains(sale[attribute], StringComparer.Ordinal))
            {
                return sale[attribute] is string value ? $"{attribute} '{value}' is not {string.Join(" or ", values)}" : $"it has no {attribute}";
            }
        }

        return null;
    }
}
