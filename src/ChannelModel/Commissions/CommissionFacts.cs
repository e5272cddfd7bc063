using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Commissions;

/// <summary>What happened in a period, for one payee: the numbers that a plan rates, and the state that is carried in.</summary>
/// <remarks>
/// <para>Money given as a bare number is in the plan's currency; rates are in percent. Both ends of the period are included.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads: every method returns other facts.</para>
/// </remarks>
public sealed class CommissionFacts
{
    private CommissionFacts(Id<Payee> payee, DateInterval period, FactSet set)
    {
        Payee = payee;
        Period = period;
        Set = set;
    }

    private CommissionFacts(CommissionFacts other, FactSet set)
    {
        Payee = other.Payee;
        Period = other.Period;
        Active = other.Active;
        Records = other.Records;
        Returns = other.Returns;
        Paid = other.Paid;
        CarriedIn = other.CarriedIn;
        Set = set;
    }

    /// <summary>Gets who is paid.</summary>
    public Id<Payee> Payee { get; }

    /// <summary>Gets the period, both ends included.</summary>
    public DateInterval Period { get; }

    /// <summary>Gets the days of the period in which the payee took part, both ends included; <see langword="null"/> means all.</summary>
    public DateInterval? Active { get; private set; }

    /// <summary>Gets the records, for plans that rate each by itself.</summary>
    public IReadOnlyList<FactRecord> Records { get; private set; } = [];

    /// <summary>Gets the returns that are linked to their sale.</summary>
    public IReadOnlyList<LinkedReturn> Returns { get; private set; } = [];

    /// <summary>Gets what was paid before, by the span it was paid in.</summary>
    public IReadOnlyList<KeyValuePair<Cycle, Money>> Paid { get; private set; } = [];

    /// <summary>Gets what an earlier cap left over and carried.</summary>
    public Money? CarriedIn { get; private set; }

    internal FactSet Set { get; }

    /// <summary>Starts the facts of one payee and period.</summary>
    /// <param name="payee">Who is paid.</param>
    /// <param name="period">Both ends included.</param>
    /// <returns>Facts without numbers.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static CommissionFacts For(Id<Payee> payee, DateInterval period) =>
        new(Guard.Against.Null(payee), Guard.Against.Null(period), FactSet.Empty);

    /// <summary>States a number of the period.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="value">At most 6 decimals; rates in percent with at most 8.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or the value has too many decimals.</exception>
    public CommissionFacts With(Basis basis, decimal value) => Add(basis, FactColumn.Value, value);

    /// <summary>States an amount of the period.</summary>
    /// <param name="basis">An amount of money; not a derived one.</param>
    /// <param name="value">In the plan's currency; another is reported as an error of the facts.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or counts no money.</exception>
    public CommissionFacts With(Basis basis, Money value) =>
        new(this, Set.With(OfKind(basis, BasisKind.Money, value), FactColumn.Value, value.ToMillionths(), value.Currency));

    /// <summary>States a rate of the period: 31.5 % is <c>Rate.Percent(31.5m)</c>, whatever a bare number would say.</summary>
    /// <param name="basis">A rate; not a derived one.</param>
    /// <param name="value">At most 8 decimals of a percent.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or is no rate.</exception>
    public CommissionFacts With(Basis basis, Rate value) => Add(OfKind(basis, BasisKind.Rate, value), FactColumn.Value, value.ToPercent());

    /// <summary>States an amount of a document in another currency; amount, rate, date and source are kept among the facts.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="document">In the currency of the document.</param>
    /// <param name="rate">From that currency to the plan's.</param>
    /// <param name="rounding">Applied to the converted amount.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived or counts no money, or the currencies do not match.</exception>
    public CommissionFacts With(Basis basis, Money document, ExchangeRate rate, Rounding rounding) => new(this, Set.With(basis, document, rate, rounding));

    /// <summary>States the rate to date before the period.</summary>
    /// <param name="basis">A rate; not a derived one.</param>
    /// <param name="value">At most 8 decimals of a percent.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or is no rate.</exception>
    public CommissionFacts WithPrior(Basis basis, Rate value) => Add(OfKind(basis, BasisKind.Rate, value), FactColumn.Prior, value.ToPercent());

    /// <summary>States what was accumulated before the period: year to date, or an opening balance at go-live.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="value">At most 6 decimals; rates in percent with at most 8.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or the value has too many decimals.</exception>
    public CommissionFacts WithPrior(Basis basis, decimal value) => Add(basis, FactColumn.Prior, value);

    /// <summary>States the target (quota) for the span that the plan accumulates over.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="value">At most 6 decimals.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or the value has too many decimals.</exception>
    public CommissionFacts WithTarget(Basis basis, decimal value) => Add(basis, FactColumn.Target, value);

    /// <summary>States the baseline that growth is measured against.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <param name="value">At most 6 decimals.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The basis is derived, or the value has too many decimals.</exception>
    public CommissionFacts WithBaseline(Basis basis, decimal value) => Add(basis, FactColumn.Baseline, value);

    /// <summary>States what was really paid before in a span that a cap covers, or, with <see cref="Cycle.Once"/>, to date; at first 0. A plan that needs it refuses facts without it.</summary>
    /// <param name="per">The span; <see cref="Cycle.Once"/> is the whole life, which a true-up subtracts.</param>
    /// <param name="amount">Net of clawbacks: they open room again.</param>
    /// <returns>The facts.</returns>
    public CommissionFacts WithPaid(Cycle per, Money amount) =>
        new(this, Set) { Paid = [.. Paid.Where(paid => paid.Key != per), new KeyValuePair<Cycle, Money>(per, amount)] };

    /// <summary>States what an earlier cap left over and carried.</summary>
    /// <param name="amount">At or above 0.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is below 0.</exception>
    public CommissionFacts WithCarriedIn(Money amount) => amount.IsNegative
        ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected an amount at or above 0.")
        : new(this, Set) { CarriedIn = amount };

    /// <summary>Adds records.</summary>
    /// <param name="records">The records, in order.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    public CommissionFacts WithRecords(params IEnumerable<FactRecord> records) => new(this, Set) { Records = [.. Records, .. Guard.Against.Null(records)] };

    /// <summary>Adds returns that are linked to their sale.</summary>
    /// <param name="returns">The returns, in order.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="returns"/> is <see langword="null"/>.</exception>
    public CommissionFacts WithReturns(params IEnumerable<LinkedReturn> returns) => new(this, Set) { Returns = [.. Returns, .. Guard.Against.Null(returns)] };

    /// <summary>States the days in which the payee took part; a floor that is prorated counts them.</summary>
    /// <param name="active">Inside the period, both ends included.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException"><paramref name="active"/> is not inside the period.</exception>
    public CommissionFacts ActiveIn(DateInterval active) => Period.Contains(Guard.Against.Null(active))
        ? new(this, Set) { Active = active }
        : throw new ArgumentException($"{active} is not inside the period {Period}.", nameof(active));

    /// <summary>Returns what the facts state of a measure: for records, their sum.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <returns>The value (rates in percent); <see langword="null"/> where it is not stated. For records of a rate, which do not add up, that of the facts themselves.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is <see langword="null"/>.</exception>
    public decimal? ValueOf(Basis basis)
    {
        Guard.Against.Null(basis);
        return TrySum(basis, out BigInteger sum) ? StatementLine.Cut(new Ratio(sum, basis.Kind == BasisKind.Rate ? 100_000_000 : basis.UnitsPerOne), 10) : null;
    }

    /// <summary>Returns the attainment of a measure: its value, with what came before where the facts state it, by its target.</summary>
    /// <param name="basis">What it counts; not a derived one.</param>
    /// <returns>In percent, cut to 8 decimals; <see langword="null"/> where value or target is not stated, or the target is not above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is <see langword="null"/>.</exception>
    public decimal? AttainmentOf(Basis basis)
    {
        if (ValueOf(basis) is not decimal value || !Set.TryFind(basis, FactColumn.Target, out BigInteger target) || target.Sign <= 0)
        {
            return null;
        }

        _ = Set.TryFind(basis, FactColumn.Prior, out BigInteger prior);
        BigInteger units = FactSet.ToUnits(basis, value) + (basis.Kind == BasisKind.Rate ? BigInteger.Zero : prior);
        return StatementLine.Cut(new Ratio(units * 100, target), 8);
    }

    /// <summary>What the facts state of a measure in its units: for records their sum, for rates and without records that of the facts themselves.</summary>
    internal bool TrySum(Basis basis, out BigInteger sum)
    {
        sum = BigInteger.Zero;
        bool any = false;
        foreach (FactRecord record in basis.Kind == BasisKind.Rate ? [] : Records)
        {
            any |= record.Set.TryFind(basis, FactColumn.Value, out BigInteger units);
            sum += units;
        }

        return any || Set.TryFind(basis, FactColumn.Value, out sum);
    }

    internal static Basis OfKind<TValue>(Basis basis, BasisKind kind, TValue value) => Guard.Against.Null(basis).Kind == kind
        ? basis
        : throw new ArgumentException($"'{basis}' counts {(basis.Kind == BasisKind.Money ? "money" : basis.Kind == BasisKind.Rate ? "a rate" : "things")}, and cannot be {value}.", nameof(basis));

    internal Money? PaidIn(Cycle per)
    {
        foreach (KeyValuePair<Cycle, Money> paid in Paid)
        {
            if (paid.Key == per)
            {
                return paid.Value;
            }
        }

        return null;
    }

    private CommissionFacts Add(Basis basis, FactColumn column, decimal value) =>
        new(this, Set.With(Guard.Against.Null(basis), column, FactSet.ToUnits(basis, value), null));
}
