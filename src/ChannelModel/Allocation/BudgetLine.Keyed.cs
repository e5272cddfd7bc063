using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>One line of a budget problem: whom it is for, what comes back for what is spent, and between which bounds.</summary>
/// <typeparam name="TKey">What gets a part of the budget, such as an id of a channel.</typeparam>
/// <remarks>
/// <para>Bounds are amounts, or shares of what is spent now; where both are given the narrower holds. Both ends are included. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads: each method returns another line.</para>
/// </remarks>
public sealed class BudgetLine<TKey>
    where TKey : notnull, IComparable<TKey>
{
    internal BudgetLine(TKey key, ResponseCurve curve)
    {
        Key = Guard.Against.Null(key);
        Curve = Guard.Against.Null(curve);
    }

    private BudgetLine(BudgetLine<TKey> line)
    {
        Key = line.Key;
        Curve = line.Curve;
        Current = line.Current;
        Minimum = line.Minimum;
        Maximum = line.Maximum;
        MinimumOfCurrent = line.MinimumOfCurrent;
        MaximumOfCurrent = line.MaximumOfCurrent;
        FixedAmount = line.FixedAmount;
        ExcludedFor = line.ExcludedFor;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key { get; }

    /// <summary>Gets what comes back for what is spent.</summary>
    public ResponseCurve Curve { get; private set; }

    /// <summary>Gets what is spent now, if that is known.</summary>
    public Money? Current { get; private set; }

    /// <summary>Gets the least amount, if there is one above 0.</summary>
    public Money? Minimum { get; private set; }

    /// <summary>Gets the most, if there is a maximum.</summary>
    public Money? Maximum { get; private set; }

    /// <summary>Gets the least as a share of <see cref="Current"/>, if there is one: 80 % allows a cut of a fifth.</summary>
    public Rate? MinimumOfCurrent { get; private set; }

    /// <summary>Gets the most as a share of <see cref="Current"/>, if there is one: 120 % allows a rise of a fifth.</summary>
    public Rate? MaximumOfCurrent { get; private set; }

    /// <summary>Gets the amount that the line gets whatever it brings, if it is fixed.</summary>
    public Money? FixedAmount { get; private set; }

    /// <summary>Gets why the line is left out and gets nothing, if it is.</summary>
    public LocalText? ExcludedFor { get; private set; }

    /// <summary>Says what is spent now.</summary>
    /// <param name="current">0 or more; a whole number of the currency's smallest unit.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="current"/> is negative.</exception>
    public BudgetLine<TKey> Spending(Money current) => new(this) { Current = NotNegative(current, nameof(current)) };

    /// <summary>Sets the least amount.</summary>
    /// <param name="minimum">0 or more.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is negative.</exception>
    public BudgetLine<TKey> AtLeast(Money minimum) => new(this) { Minimum = NotNegative(minimum, nameof(minimum)) };

    /// <summary>Sets the most.</summary>
    /// <param name="maximum">0 or more.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is negative.</exception>
    public BudgetLine<TKey> AtMost(Money maximum) => new(this) { Maximum = NotNegative(maximum, nameof(maximum)) };

    /// <summary>Sets the least as a share of what is spent now; rounded up to a smallest unit.</summary>
    /// <param name="ofCurrent">0 % or more: 80 % allows a cut of a fifth.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofCurrent"/> is negative.</exception>
    public BudgetLine<TKey> AtLeast(Rate ofCurrent) => new(this) { MinimumOfCurrent = NotNegative(ofCurrent, nameof(ofCurrent)) };

    /// <summary>Sets the most as a share of what is spent now; rounded down to a smallest unit.</summary>
    /// <param name="ofCurrent">0 % or more: 120 % allows a rise of a fifth.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofCurrent"/> is negative.</exception>
    public BudgetLine<TKey> AtMost(Rate ofCurrent) => new(this) { MaximumOfCurrent = NotNegative(ofCurrent, nameof(ofCurrent)) };

    /// <summary>Fixes the line: it gets this amount, to the last smallest unit, whatever it brings; other bounds of the line no longer count.</summary>
    /// <param name="amount">0 or more; a whole number of the currency's smallest unit.</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public BudgetLine<TKey> FixedAt(Money amount) => new(this) { FixedAmount = NotNegative(amount, nameof(amount)) };

    /// <summary>Leaves the line out: it gets nothing and counts in no sum, and the solution repeats why.</summary>
    /// <param name="reason">Why, such as "no contract for the period".</param>
    /// <returns>The line with it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is <see langword="null"/>.</exception>
    public BudgetLine<TKey> Excluded(LocalText reason) => new(this) { ExcludedFor = Guard.Against.Null(reason) };

    /// <summary>Exchanges the curve.</summary>
    /// <param name="curve">The new curve.</param>
    /// <returns>The line with it; this one if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is <see langword="null"/>.</exception>
    public BudgetLine<TKey> WithCurve(ResponseCurve curve) => Guard.Against.Null(curve) == Curve ? this : new(this) { Curve = curve };

    /// <summary>Returns key and curve.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Key}: {Curve}";

    private static Money NotNegative(Money value, string parameter) => value.IsNegative
        ? throw new ArgumentOutOfRangeException(parameter, value, "Expected an amount of 0 or more.")
        : value;

    private static Rate NotNegative(Rate value, string parameter) => value.IsNegative
        ? throw new ArgumentOutOfRangeException(parameter, value, "Expected 0% or more.")
        : value;
}
