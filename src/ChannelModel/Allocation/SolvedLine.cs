using System;

namespace ChannelModel.Allocation;

/// <summary>What a solution gives one line, and why.</summary>
/// <typeparam name="TKey">What gets a part of the budget.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class SolvedLine<TKey>
    where TKey : notnull, IComparable<TKey>
{
    private readonly BudgetSolution<TKey> _solution;
    private readonly int _index;

    internal SolvedLine(BudgetSolution<TKey> solution, int index)
    {
        _solution = solution;
        _index = index;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key => Line.Key;

    /// <summary>Gets the line of the problem.</summary>
    public BudgetLine<TKey> Line => _solution.Problem.Lines[_index];

    /// <summary>Gets where the amount stands.</summary>
    public BudgetLineStatus Status => _solution.StatusOf(_index);

    /// <summary>Gets the amount, a whole number of the currency's smallest unit.</summary>
    public Money Amount => _solution.Problem.ToMoney(_solution.Outcome.Units[_index]);

    /// <summary>Gets the amount less the current spend, if that is known.</summary>
    public Money? Change => Line.Current is Money current ? Amount - current : null;

    /// <summary>Gets the least that the line could get, of all its bounds.</summary>
    public Money Minimum => _solution.Problem.ToMoney(_solution.Problem.Model.Lo[_index]);

    /// <summary>Gets the most that the line could get, of all its bounds, if there is a maximum.</summary>
    public Money? Maximum => _solution.Problem.Model.Hi[_index] < BudgetModel.MostUnits ? _solution.Problem.ToMoney(_solution.Problem.Model.Hi[_index]) : null;

    /// <summary>Gets the ideal amount in units of the currency, before rounding to smallest units.</summary>
    public double Ideal => _solution.Outcome.Ideal[_index];

    /// <summary>Gets what the amount brings, carry-over included; 0 for an excluded line.</summary>
    public double Response => Counts ? Line.Curve.Value(Spend) : 0d;

    /// <summary>Gets what the amount itself brings: the response less that without any spend.</summary>
    public double IncrementalResponse => Counts ? Line.Curve.Value(Spend) - Line.Curve.Value(0d) : 0d;

    /// <summary>Gets what the current spend brings, if it is known.</summary>
    public double? CurrentResponse => Line.Current is Money && Counts ? Line.Curve.Value(_solution.Problem.Model.ToAmount(_solution.Problem.Model.Current[_index])) : null;

    /// <summary>Gets what one more unit of the currency would bring here: the slope of the curve at the ideal amount; infinite where a power curve starts.</summary>
    public double Marginal => Counts ? Line.Curve.Slope(Ideal) : 0d;

    /// <summary>Gets the marginal less the multiplier: what a unit moved here from elsewhere would bring.</summary>
    public double ReducedMarginal => Counts ? Marginal - _solution.Certificate!.Multiplier : 0d;

    /// <summary>Gets what one unit less of the bound that holds the line would bring: 0 inside the bounds.</summary>
    public double ShadowPrice => _solution.ShadowPriceOf(_index);

    /// <summary>Gets the reason for the amount, in words.</summary>
    public LocalText Reason => BudgetText.Of(_solution, this);

    internal int Index => _index;

    internal bool Counts => _solution.Problem.Model.Roles[_index] != BudgetLineStatus.Excluded;

    private double Spend => _solution.Problem.Model.ToAmount(_solution.Outcome.Units[_index]);

    /// <summary>Returns key, amount and status.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Key}: {Amount} ({Status})";
}
