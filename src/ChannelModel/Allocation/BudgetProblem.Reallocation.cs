using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <content>The way back from what was measured to the next split.</content>
public sealed partial class BudgetProblem<TKey>
{
    /// <summary>Takes what each line brought in the last period and proposes the next split: a step of limited size, and only if it pays.</summary>
    /// <param name="returns">The response for each unit of the currency that was spent, such as a weekly return on investment, for each line that was measured; 0 or more. The curve of such a line is stretched until it meets it at the current spend.</param>
    /// <param name="policy">How far, and from which gain on.</param>
    /// <param name="stage">Whether this is a pilot or the scaling of one.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A return is of no line, there twice, negative or not finite; or a line that counts has no current spend.</exception>
    public Reallocation<TKey> Reallocate(IEnumerable<KeyValuePair<TKey, double>> returns, ReallocationPolicy policy, ReallocationStage stage = ReallocationStage.Pilot)
    {
        Guard.Against.Null(policy);
        var measured = new Dictionary<TKey, double>();
        foreach (KeyValuePair<TKey, double> entry in Guard.Against.Null(returns))
        {
            if (measured.ContainsKey(entry.Key) || _lines.All(line => !EqualityComparer<TKey>.Default.Equals(line.Key, entry.Key)))
            {
                throw new ArgumentException($"The return of '{entry.Key}' is {(measured.ContainsKey(entry.Key) ? "there twice" : "of no line")}; expected one return for a line of the problem.", nameof(returns));
            }

            if (!(entry.Value >= 0d) || double.IsInfinity(entry.Value))
            {
                throw new ArgumentException($"The return of '{entry.Key}' is {entry.Value.ToString("R", CultureInfo.InvariantCulture)}; expected a finite number, 0 or more.", nameof(returns));
            }

            measured.Add(entry.Key, entry.Value);
        }

        Rate step = policy.StepOf(stage);
        var lines = new List<BudgetLine<TKey>>();
        foreach (BudgetLine<TKey> line in _lines)
        {
            if (line.ExcludedFor is not null || line.Current is not Money current)
            {
                lines.Add(line.ExcludedFor is not null ? line : throw new ArgumentException($"The line '{line.Key}' has no current spend; a step needs one to start from.", nameof(returns)));
                continue;
            }

            BudgetLine<TKey> next = measured.TryGetValue(line.Key, out double ratio) ? line.WithCurve(Meet(line.Curve, (double)current.Amount, ratio)) : line;
            lines.Add(line.FixedAmount is not null ? next : next
                .AtLeast(Wider(line.MinimumOfCurrent, step.Complement(), larger: true))
                .AtMost(Wider(line.MaximumOfCurrent, Rate.One + step, larger: false)));
        }

        return new Reallocation<TKey>(new BudgetProblem<TKey>(Total, lines).Solve(), policy, stage);
    }

    private static Rate Wider(Rate? own, Rate step, bool larger) => own is Rate rate && (larger ? rate > step : rate < step) ? rate : step;

    /// <summary>The curve, stretched so that its incremental response at the current spend is what was measured.</summary>
    private static ResponseCurve Meet(ResponseCurve curve, double spend, double ratio)
    {
        double now = curve.Value(spend) - curve.Value(0d);
        return now > 0d ? curve.Times(ratio * spend / now) : curve;
    }
}
