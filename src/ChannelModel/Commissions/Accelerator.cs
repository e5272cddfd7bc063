using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>A factor on commission that attainment chooses: above 1 it accelerates, below 1 it decelerates.</summary>
/// <remarks>
/// <para>
/// On the whole: the step that is reached multiplies everything. With cumulative accumulation a step from 0.5 to 1 is the "retroactive unlock": reaching
/// it pays the missing half from the first unit on. On the excess: each step multiplies only what is earned between its own edges.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Accelerator
{
    private Accelerator(Basis by, Edge edge, bool onExcess, (decimal From, decimal Factor)[] steps)
    {
        By = Guard.Against.Null(by);
        Edge = edge;
        IsOnExcess = onExcess;
        Steps = [.. Guard.Against.Null(steps).OrderBy(step => step.From)];
    }

    /// <summary>Gets what chooses the step; on the excess, the money whose target sets the edges.</summary>
    public Basis By { get; }

    /// <summary>Gets to which step an edge belongs.</summary>
    public Edge Edge { get; }

    /// <summary>Gets a value indicating whether only what lies above an edge is multiplied.</summary>
    public bool IsOnExcess { get; }

    /// <summary>Gets the steps: from which value (rates in percent; on the excess, percent of target) which factor.</summary>
    public IReadOnlyList<(decimal From, decimal Factor)> Steps { get; }

    /// <summary>Multiplies everything by the factor of the step that is reached.</summary>
    /// <param name="by">What chooses the step.</param>
    /// <param name="edge">To which step an edge belongs.</param>
    /// <param name="steps">From which value (rates in percent) which factor, at least 0 with at most 4 decimals; the first from 0.</param>
    /// <returns>The accelerator.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static Accelerator OnWhole(Basis by, Edge edge, params (decimal From, decimal Factor)[] steps) => new(by, edge, onExcess: false, steps);

    /// <summary>Multiplies what is earned between the edges of each step by its factor.</summary>
    /// <param name="of">The money that the components pay on; the facts hold its target.</param>
    /// <param name="steps">From which percentage of target which factor, at least 0 with at most 4 decimals; the first from 0.</param>
    /// <returns>The accelerator.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static Accelerator OnExcess(Basis of, params (decimal From, decimal Factor)[] steps) => new(of, Edge.LowerIncluded, onExcess: true, steps);

    /// <summary>The factor of the step that a value reaches, in units of <see cref="By"/>.</summary>
    internal decimal FactorAt(Ratio value)
    {
        int at = 0;
        for (int j = 1; j < Steps.Count; j++)
        {
            int order = value.CompareTo(TierCompiler.Units(Steps[j].From, By.UnitsPerOne));
            at = order > 0 || (order == 0 && Edge == Edge.LowerIncluded) ? j : at;
        }

        return Steps[at].Factor;
    }
}
