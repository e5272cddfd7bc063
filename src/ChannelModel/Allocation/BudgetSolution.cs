using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>The answer to a budget problem: an amount for each line, a status, and a certificate.</summary>
/// <typeparam name="TKey">What gets a part of the budget.</typeparam>
/// <remarks>
/// <para>Law: the amounts add up to <see cref="Total"/>, exactly; where there is no answer there are no amounts. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class BudgetSolution<TKey> : IReadOnlyList<SolvedLine<TKey>>
    where TKey : notnull, IComparable<TKey>
{
    private readonly string? _record;
    private Dictionary<TKey, int>? _index;

    internal BudgetSolution(BudgetProblem<TKey> problem, BudgetGoal goal, double target, BudgetOutcome outcome, string? record = null)
    {
        _record = record;
        Problem = problem;
        Goal = goal;
        Target = target;
        Outcome = outcome;
        Certificate = outcome.Units.Length > 0 ? new BudgetCertificate(outcome) : null;
        Shortfall = outcome.Status == BudgetStatus.Infeasible ? BudgetText.ShortfallOf(problem, outcome) : null;
    }

    /// <summary>Gets the problem.</summary>
    public BudgetProblem<TKey> Problem { get; }

    /// <summary>Gets the question that is answered.</summary>
    public BudgetGoal Goal { get; }

    /// <summary>Gets the target of the question; 0 where it is the total.</summary>
    public double Target { get; }

    /// <summary>Gets what kind of answer this is.</summary>
    public BudgetStatus Status => Outcome.Status;

    /// <summary>Gets a value indicating whether there are amounts and a certificate.</summary>
    [MemberNotNullWhen(true, nameof(Certificate))]
    public bool HasAmounts => Certificate is not null;

    /// <summary>Gets the sum of the amounts: the problem's total, or what a target asks for; 0 where there is no answer.</summary>
    public Money Total => Problem.ToMoney(HasAmounts ? Outcome.Total : 0);

    /// <summary>Gets the proof, if there are amounts.</summary>
    public BudgetCertificate? Certificate { get; }

    /// <summary>Gets what is missing where, if the problem is infeasible.</summary>
    public BudgetShortfall<TKey>? Shortfall { get; }

    /// <summary>Gets the number of lines: those of the problem, or 0 where there is no answer.</summary>
    public int Count => Outcome.Units.Length;

    /// <summary>Gets a value indicating whether every line keeps what is spent on it now.</summary>
    public bool IsUnchanged
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                if (Problem.Model.Roles[i] != BudgetLineStatus.Excluded && Outcome.Units[i] != Problem.Model.Current[i])
                {
                    return false;
                }
            }

            return Count > 0;
        }
    }

    /// <summary>Gets the answer in a sentence: what it brings, why there is none, or why nothing moves.</summary>
    public LocalText Summary => BudgetText.Of(this);

    internal BudgetOutcome Outcome { get; }

    /// <summary>Makes a solution that was kept, such as in a file; nothing is worked out. <see cref="Verify"/> tells whether it is right.</summary>
    /// <param name="problem">The problem that it answers.</param>
    /// <param name="record">What <see cref="ToRecord"/> wrote.</param>
    /// <returns>The solution; its <see cref="ToRecord"/> is the same text.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a budget record of version 1, or not of a problem with as many lines.</exception>
    public static BudgetSolution<TKey> OfRecord(BudgetProblem<TKey> problem, string record) => BudgetRecord.Parse(Guard.Against.Null(problem), Guard.Against.Null(record));

    /// <summary>Gets a line by its place in the problem.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public SolvedLine<TKey> this[int index] => index >= 0 && index < Count
        ? new SolvedLine<TKey>(this, index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected 0 to {Count - 1}.");

    /// <summary>Finds a line by its key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">There is no such line.</exception>
    public SolvedLine<TKey> LineOf(TKey key)
    {
        if (_index is null)
        {
            var index = new Dictionary<TKey, int>(Count);
            for (int i = 0; i < Count; i++)
            {
                index.Add(Problem.Lines[i].Key, i);
            }

            _index = index;
        }

        return _index.TryGetValue(key, out int at) ? this[at] : throw new ArgumentException($"The solution has no line '{key}'; its status is {Status}.", nameof(key));
    }

    /// <summary>Writes the amounts, the certificate and its proof as text: <see cref="BudgetProblem{TKey}.Verify(string)"/> checks it against the problem alone.</summary>
    /// <returns>Rows that end with a line feed, fields separated by tabs.</returns>
    public string ToRecord() => _record ?? BudgetRecord.Write(this);

    /// <summary>Works out every number again from the problem alone.</summary>
    /// <returns>What is wrong; nothing if all holds.</returns>
    public IReadOnlyList<string> Verify() => BudgetRecord.Verify(Problem, ToRecord());

    /// <inheritdoc/>
    public IEnumerator<SolvedLine<TKey>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many lines stand between their bounds.</summary>
    internal int InteriorCount
    {
        get
        {
            int count = 0;
            for (int i = 0; i < Count; i++)
            {
                count += StatusOf(i) == BudgetLineStatus.Interior ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>What one more unit would bring on the best other line that has room; NaN if none has.</summary>
    internal double Elsewhere(SolvedLine<TKey> line)
    {
        double best = double.NaN;
        for (int i = 0; i < Count; i++)
        {
            SolvedLine<TKey> other = this[i];
            if (i != line.Index && (StatusOf(i) is BudgetLineStatus.Interior or BudgetLineStatus.AtMin))
            {
                double slope = other.Marginal;
                best = !(slope <= best) ? slope : best;
            }
        }

        return best;
    }

    internal BudgetLineStatus StatusOf(int i)
    {
        BudgetModel model = Problem.Model;
        return model.Roles[i] != BudgetLineStatus.Interior ? model.Roles[i]
            : model.Lo[i] == model.Hi[i] ? BudgetLineStatus.Fixed
            : Outcome.Units[i] == model.Lo[i] ? BudgetLineStatus.AtMin
            : Outcome.Units[i] == model.Hi[i] ? BudgetLineStatus.AtMax
            : BudgetLineStatus.Interior;
    }

    internal double ShadowPriceOf(int i)
    {
        ResponseCurve curve = Problem.Model.Curves[i];
        return StatusOf(i) switch
        {
            BudgetLineStatus.AtMin => Math.Max(0d, Outcome.Multiplier - curve.Slope(Outcome.Ideal[i])),
            BudgetLineStatus.AtMax => Math.Max(0d, curve.SlopeBefore(Outcome.Ideal[i]) - Outcome.Multiplier),
            _ => 0d,
        };
    }
}
