using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A split as data: a total, lines, and the rule or method; what a file holds, and what the same file gives everywhere.</summary>
/// <remarks>
/// <para>
/// Range: a total of money, or of whole things; at least one line, each id once. With a <see cref="Method"/> whole things are apportioned; with bounds and without a method the split is that of <see cref="BoundedSplit"/>;
/// else it is by the <see cref="Rule"/>, in steps if a <see cref="Step"/> is given. Equality is by value; there is no ordering.
/// </para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SplitProblem : IEquatable<SplitProblem>
{
    private readonly SplitSolution _solution;

    private SplitProblem(decimal total, Currency? currency, IReadOnlyList<SplitProblemLine> lines, SplitRule rule, ApportionmentMethod? method, decimal? step, InfeasiblePolicy policy)
    {
        Total = total;
        Currency = currency;
        Lines = lines;
        Rule = rule;
        Method = method;
        Step = step;
        Policy = policy;

        // What the functions behind it refuse makes no problem; a total that does not fit the bounds is no mistake.
        _solution = Work();
    }

    /// <summary>Gets the total, in units of the currency, or a number of whole things.</summary>
    public decimal Total { get; }

    /// <summary>Gets the currency; <see langword="null"/> for whole things.</summary>
    public Currency? Currency { get; }

    /// <summary>Gets the lines, in order.</summary>
    public IReadOnlyList<SplitProblemLine> Lines { get; }

    /// <summary>Gets the rule; not used with a method.</summary>
    public SplitRule Rule { get; }

    /// <summary>Gets the method of apportionment, or <see langword="null"/>.</summary>
    public ApportionmentMethod? Method { get; }

    /// <summary>Gets the smallest amount that is handed out; the currency's smallest unit, or 1, where it is <see langword="null"/>.</summary>
    public decimal? Step { get; }

    /// <summary>Gets what happens when the total does not fit the bounds.</summary>
    public InfeasiblePolicy Policy { get; }

    /// <summary>Gets a value indicating whether a line has bounds.</summary>
    public bool HasBounds => Lines.Any(line => line.HasBounds);

    /// <summary>Compares all members.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(SplitProblem? left, SplitProblem? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares all members.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SplitProblem? left, SplitProblem? right) => !(left == right);

    /// <summary>Makes a problem of money, by largest remainder.</summary>
    /// <param name="total">The total.</param>
    /// <param name="lines">The lines, each id once.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, no weight above 0, an id is there twice, or an amount has more decimals than the currency.</exception>
    public static SplitProblem Of(Money total, IEnumerable<SplitProblemLine> lines) =>
        new(total.Amount, total.Currency, Guard.Against.Null(lines).ToArray(), SplitRule.LargestRemainder, null, null, InfeasiblePolicy.Refuse);

    /// <summary>Makes a problem of whole things, by largest remainder.</summary>
    /// <param name="total">How many.</param>
    /// <param name="lines">The lines, each id once.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no line, no weight above 0, an id is there twice, or a bound is not whole.</exception>
    public static SplitProblem Of(long total, IEnumerable<SplitProblemLine> lines) =>
        new(total, null, Guard.Against.Null(lines).ToArray(), SplitRule.LargestRemainder, null, null, InfeasiblePolicy.Refuse);

    /// <summary>Makes a problem of all its members, such as those of a file.</summary>
    /// <param name="total">The total, in units of the currency, or a number of whole things.</param>
    /// <param name="currency">The currency; <see langword="null"/> for whole things.</param>
    /// <param name="lines">The lines, each id once.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="method">The method of apportionment, or <see langword="null"/>.</param>
    /// <param name="step">The smallest amount that is handed out, or <see langword="null"/>.</param>
    /// <param name="policy">What happens when the total does not fit the bounds.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or <paramref name="rule"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The members do not fit together; the message says which.</exception>
    public static SplitProblem Create(decimal total, Currency? currency, IEnumerable<SplitProblemLine> lines, SplitRule rule, ApportionmentMethod? method, decimal? step, InfeasiblePolicy policy)
    {
        if (currency is null && (total != decimal.Truncate(total) || total is > long.MaxValue or < long.MinValue))
        {
            throw new ArgumentException(FormattableString.Invariant($"The total is {total}; expected a whole number of at most 64 bits, or a currency."), nameof(total));
        }

        return new(Exact.Canonical(total), currency, Guard.Against.Null(lines).ToArray(), Guard.Against.Null(rule), method, step is decimal given ? Exact.Canonical(given) : null, policy);
    }

    /// <summary>Returns the problem with another rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The problem; this one if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Lines have bounds, which only the largest remainder serves.</exception>
    public SplitProblem WithRule(SplitRule rule) => Guard.Against.Null(rule) == Rule ? this : new(Total, Currency, Lines, rule, Method, Step, Policy);

    /// <summary>Returns the problem with a method of apportionment.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The problem; this one if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The total is money or negative, the rule is not the default, or there is a step.</exception>
    public SplitProblem WithMethod(ApportionmentMethod method) => Guard.Against.Null(method) == Method ? this : new(Total, Currency, Lines, Rule, method, Step, Policy);

    /// <summary>Returns the problem with a step.</summary>
    /// <param name="step">The smallest amount that is handed out, above 0.</param>
    /// <returns>The problem; this one if nothing changes.</returns>
    /// <exception cref="ArgumentException">The step is not above 0, the total is no whole multiple of it, there is a method, or lines have bounds.</exception>
    public SplitProblem WithStep(decimal step) => step == Step ? this : new(Total, Currency, Lines, Rule, Method, Exact.Canonical(step), Policy);

    /// <summary>Returns the problem with another policy for totals that do not fit the bounds.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The problem; this one if nothing changes.</returns>
    /// <exception cref="ArgumentException">There is a method, which knows no policy.</exception>
    public SplitProblem WithPolicy(InfeasiblePolicy policy) => policy == Policy ? this : new(Total, Currency, Lines, Rule, Method, Step, policy);

    /// <summary>Splits.</summary>
    /// <returns>The parts, each with its exact share; or why there are none.</returns>
    public SplitSolution Solve() => _solution;

    /// <inheritdoc/>
    public bool Equals(SplitProblem? other) => other is not null && Total == other.Total && Currency == other.Currency && Rule == other.Rule && Method == other.Method
        && Step == other.Step && Policy == other.Policy && Lines.SequenceEqual(other.Lines);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SplitProblem);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Total.GetHashCode() * 397) ^ Lines.Count);

    private SplitSolution Work()
    {
        if (Method is not null && (Currency is not null || Rule != SplitRule.LargestRemainder || Step is not null || Policy != InfeasiblePolicy.Refuse))
        {
            throw new ArgumentException("A method of apportionment is there together with a currency, a rule, a step or a policy; expected whole things by the method alone.");
        }

        if (HasBounds && Method is null && (Rule != SplitRule.LargestRemainder || Step is not null))
        {
            throw new ArgumentException("Lines have bounds together with another rule or a step; expected the rule largest-remainder without a step.");
        }

        if (Currency is null && Step is decimal step && (step != decimal.Truncate(step) || step > long.MaxValue))
        {
            throw new ArgumentException(FormattableString.Invariant($"The step {step} is no whole number; expected a step of 1 or more for whole things."));
        }

        return Currency is Currency currency ? Money(currency) : Method is null ? Count() : Apportioned(Method);
    }

    private SplitSolution Money(Currency currency)
    {
        Money? Bound(decimal? bound) => bound is decimal given ? ChannelModel.Money.Of(given, currency) : null;
        Money total = ChannelModel.Money.Of(Total, currency);
        if (HasBounds)
        {
            BoundedAllotment<string, Money> bounded = BoundedSplit.Of(total, Lines.Select(line => new BoundedLine<string, Money>(line.Id, line.Weight, Bound(line.Minimum), Bound(line.Maximum))), Policy);
            return SplitSolution.Of(this, bounded, part => part.Amount);
        }

        return SplitSolution.Of(
            this,
            Step is decimal step ? Split.InSteps(Rule, total, ChannelModel.Money.Of(step, currency), Weights()) : Split.By(Rule, total, Weights()),
            part => part.Amount);
    }

    private SplitSolution Count()
    {
        long total = (long)Total;
        return HasBounds
            ? SplitSolution.Of(this, BoundedSplit.Of(total, Lines.Select(Whole), Policy), part => part)
            : SplitSolution.Of(this, Step is decimal step ? Split.InSteps(Rule, total, (long)step, Weights()) : Split.By(Rule, total, Weights()), part => part);
    }

    private SplitSolution Apportioned(ApportionmentMethod method) => SplitSolution.Of(this, Apportion.Within(method, (long)Total, Lines.Select(Whole)));

    private IEnumerable<KeyValuePair<string, Fraction>> Weights() => Lines.Select(line => new KeyValuePair<string, Fraction>(line.Id, line.Weight));

    private static BoundedLine<string, long> Whole(SplitProblemLine line)
    {
        long? Bound(decimal? bound) => bound is not decimal given ? null
            : given == decimal.Truncate(given) && given <= long.MaxValue ? (long)given
            : throw new ArgumentException(FormattableString.Invariant($"A bound of '{line.Id}' is {given}; expected a whole number."));
        return new BoundedLine<string, long>(line.Id, line.Weight, Bound(line.Minimum), Bound(line.Maximum));
    }
}
