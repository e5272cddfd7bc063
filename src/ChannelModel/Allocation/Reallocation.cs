using System;
using System.Globalization;

namespace ChannelModel.Allocation;

/// <summary>The next step of a budget that follows what it brings: a small move that pays, or none, with the reason.</summary>
/// <typeparam name="TKey">What gets a part of the budget.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Reallocation<TKey>
    where TKey : notnull, IComparable<TKey>
{
    internal Reallocation(BudgetSolution<TKey> solution, ReallocationPolicy policy, ReallocationStage stage)
    {
        Solution = solution;
        Policy = policy;
        Stage = stage;
        double? present = solution.Certificate?.CurrentResponse;
        Present = present ?? 0d;
        Gain = solution.Certificate?.Lift ?? 0d;
        Needed = (double)policy.Threshold.ToFraction() * Math.Abs(Present);
        Moves = !solution.IsUnchanged && Gain > 0d && Gain >= Needed;
    }

    /// <summary>Gets the best split within the step, under curves that meet what was measured; its certificate proves the gain.</summary>
    public BudgetSolution<TKey> Solution { get; }

    /// <summary>Gets the policy.</summary>
    public ReallocationPolicy Policy { get; }

    /// <summary>Gets the stage of this step.</summary>
    public ReallocationStage Stage { get; }

    /// <summary>Gets what the present spends bring.</summary>
    public double Present { get; }

    /// <summary>Gets how much more the best split within the step brings.</summary>
    public double Gain { get; }

    /// <summary>Gets the gain from which on money moves.</summary>
    public double Needed { get; }

    /// <summary>Gets a value indicating whether money moves.</summary>
    public bool Moves { get; }

    /// <summary>Gets the reason in words.</summary>
    public LocalText Reason
    {
        get
        {
            string gain = BudgetText.Show(Gain);
            string needed = BudgetText.Show(Needed);
            string step = Policy.StepOf(Stage).ToString("G", CultureInfo.InvariantCulture);
            return !Solution.HasAmounts ? Solution.Summary
                : Moves ? new LocalText($"Money moves, by at most {step} of each line: that brings {gain} more, and {needed} is the least that pays for a move.", $"调整预算，每个项目至多变动{step}：可多带来{gain}，超过调整所需的最低增益{needed}。")
                : Solution.IsUnchanged ? Solution.Summary
                : new LocalText($"Nothing moves: the best move within {step} of each line brings {gain} more, less than the {needed} that pays for a move.", $"维持不变：在每个项目{step}的变动范围内，最佳调整只多带来{gain}，低于调整所需的最低增益{needed}。");
        }
    }

    /// <summary>Returns what to spend on a line next.</summary>
    /// <param name="key">The line.</param>
    /// <returns>The new amount, or the present one if nothing moves.</returns>
    /// <exception cref="ArgumentException">There is no such line.</exception>
    public Money Next(TKey key)
    {
        SolvedLine<TKey> line = Solution.LineOf(key);
        return Moves ? line.Amount : line.Line.Current ?? line.Amount;
    }

    /// <summary>Says how the next step may go, once this one was measured: a move that brought at least half of what it promised is scaled, another is piloted again.</summary>
    /// <param name="measured">The response that was measured after the move; finite.</param>
    /// <returns>The stage; that of this step if nothing moved.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="measured"/> is negative or not finite.</exception>
    public ReallocationStage StageAfter(double measured)
    {
        ResponseCurve.Checked(measured, nameof(measured), zeroAllowed: true);
        return !Moves ? Stage : measured >= Present + (0.5 * Gain) ? ReallocationStage.Scale : ReallocationStage.Pilot;
    }
}
