using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>A split problem with its parts: each beside its exact share, so that the arithmetic can be followed line by line.</summary>
/// <remarks>
/// <para>Law: parts + remainder = total, exactly, unless the status is <see cref="BoundedStatus.Infeasible"/>; then there are no lines. Equality is by reference.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class SplitSolution
{
    private SplitSolution(SplitProblem problem, BoundedStatus status, IReadOnlyList<SplitSolutionLine> lines, decimal remainder, IReadOnlyList<string> notes, IReadOnlyList<string> notesZh)
    {
        Problem = problem;
        Status = status;
        Lines = lines;
        Remainder = remainder;
        Notes = [.. notes.Select((note, i) => new LocalText(note, notesZh[i]))];
    }

    /// <summary>Gets the problem.</summary>
    public SplitProblem Problem { get; }

    /// <summary>Gets how the split ended.</summary>
    public BoundedStatus Status { get; }

    /// <summary>Gets the lines, in the order of the problem; none if the total is infeasible.</summary>
    public IReadOnlyList<SplitSolutionLine> Lines { get; }

    /// <summary>Gets what no line got: what the rule leaves over, or what stays unallocated.</summary>
    public decimal Remainder { get; }

    /// <summary>Gets sentences beside the table: what stood against the bounds, ties, divisors, the next in the queue.</summary>
    public IReadOnlyList<LocalText> Notes { get; }

    /// <summary>Makes a solution that was kept, such as in a file; nothing is worked out. <see cref="Verify"/> tells whether it is right.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="parts">The part of each line, in the order of the problem; none if it is infeasible.</param>
    /// <param name="remainder">What no line got.</param>
    /// <returns>The solution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> or <paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are neither as many parts as lines nor none.</exception>
    public static SplitSolution OfRecord(SplitProblem problem, BoundedStatus status, IReadOnlyList<decimal> parts, decimal remainder)
    {
        Guard.Against.Null(problem);
        Guard.Against.Null(parts);
        if (parts.Count != problem.Lines.Count && !(parts.Count == 0 && status == BoundedStatus.Infeasible))
        {
            throw new ArgumentException($"There are {parts.Count} parts for {problem.Lines.Count} lines; expected one for each.", nameof(parts));
        }

        SplitSolution worked = problem.Solve();
        return new(problem, status, [.. parts.Select((part, i) => new SplitSolutionLine(problem.Lines[i], worked.Lines.Count == 0 ? default : worked.Lines[i].Share, part, worked.Lines.Count == 0 ? LineBound.Between : worked.Lines[i].Bound))], remainder, [], []);
    }

    /// <summary>Works the problem out again and compares.</summary>
    /// <returns>What differs, one sentence each; none if all is right.</returns>
    public IReadOnlyList<string> Verify()
    {
        var differences = new List<string>();
        SplitSolution worked = Problem.Solve();
        if (worked.Status != Status)
        {
            differences.Add($"The status is {Status}; expected {worked.Status}.");
        }

        if (worked.Remainder != Remainder)
        {
            differences.Add(FormattableString.Invariant($"The remainder is {Remainder}; expected {worked.Remainder}."));
        }

        for (int i = 0; i < Math.Min(Lines.Count, worked.Lines.Count); i++)
        {
            if (Lines[i].Part != worked.Lines[i].Part)
            {
                differences.Add(FormattableString.Invariant($"The part of '{Lines[i].Line.Id}' is {Lines[i].Part}; expected {worked.Lines[i].Part}."));
            }
        }

        if (Lines.Count != worked.Lines.Count)
        {
            differences.Add($"There are {Lines.Count} parts; expected {worked.Lines.Count}.");
        }

        return differences;
    }

    internal static SplitSolution Of<TAmount>(SplitProblem problem, Allotment<string, TAmount> split, Func<TAmount, decimal> amount)
        where TAmount : struct
    {
        Ratio sum = problem.Lines.Aggregate(Ratio.Zero, (all, line) => (all + line.Weight.Ratio).Reduce());
        Ratio total = ((Fraction)problem.Total).Ratio;
        return new(
            problem,
            BoundedStatus.Split,
            [.. problem.Lines.Select((line, i) => new SplitSolutionLine(line, Fraction.Of(total * line.Weight.Ratio / sum), amount(split.Parts[i]), LineBound.Between))],
            amount(split.Remainder),
            [],
            []);
    }

    internal static SplitSolution Of<TAmount>(SplitProblem problem, BoundedAllotment<string, TAmount> split, Func<TAmount, decimal> amount)
        where TAmount : struct
    {
        string[] en = split.Infeasibility is null ? [] : [split.Infeasibility.In(Language.English)];
        string[] zh = split.Infeasibility is null ? [] : [split.Infeasibility.In(Language.SimplifiedChinese)];
        if (split.Status == BoundedStatus.Infeasible)
        {
            return new(problem, split.Status, [], amount(split.Unallocated), en, zh);
        }

        return new(
            problem,
            split.Status,
            [.. problem.Lines.Select(line => new SplitSolutionLine(line, split.Status == BoundedStatus.Split ? split.ExactOf(line.Id) : amount(split[line.Id]), amount(split[line.Id]), split.BoundOf(line.Id)))],
            amount(split.Unallocated),
            en,
            zh);
    }

    internal static SplitSolution Of(SplitProblem problem, Apportionment<string> split)
    {
        var en = new List<string>();
        var zh = new List<string>();
        if (split.LowestDivisor is ApportionmentDivisor low)
        {
            string high = split.HighestDivisor is ApportionmentDivisor end ? end.ToString() : "-";
            en.Add($"Every divisor from {low} to {high} gives this.");
            zh.Add($"除数在{low}至{high}之间时结果相同。");
        }

        if (split.NextInQueue.Count > 0)
        {
            en.Add($"Next in the queue: {string.Join(", ", split.NextInQueue)}.");
            zh.Add($"下一个名额：{string.Join("、", split.NextInQueue)}。");
        }

        if (split.IsTied)
        {
            en.Add($"Tied for the last units, so that the smaller id decided: {string.Join(", ", split.Tied)}.");
            zh.Add($"末位并列，按编号先后决定：{string.Join("、", split.Tied)}。");
        }

        return new(problem, BoundedStatus.Split, [.. problem.Lines.Select(line => new SplitSolutionLine(line, split.QuotaOf(line.Id), split[line.Id], LineBound.Between))], 0m, en, zh);
    }
}
