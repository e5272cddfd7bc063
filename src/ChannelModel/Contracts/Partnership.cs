using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>A partnership on its way through the stages. Its history holds every entry with its evidence; there is no way past a criterion.</summary>
/// <remarks>
/// Evidence counts from the day the stage was entered that is being left, up to the day of the transition: what was shown for the last round does not serve for the next. Equality is by
/// reference. Immutable, hence safe for use by several threads: every method returns another.
/// </remarks>
public sealed class Partnership
{
    private Partnership(Partner partner, IReadOnlyList<StageEntry> history, IReadOnlyList<StageEvidence> evidence)
    {
        Partner = partner;
        History = history;
        Evidence = evidence;
    }

    /// <summary>Gets the partner.</summary>
    public Partner Partner { get; }

    /// <summary>Gets the entries, in order; the last is where the partnership stands.</summary>
    public IReadOnlyList<StageEntry> History { get; }

    /// <summary>Gets the evidence that was recorded since the last entry.</summary>
    public IReadOnlyList<StageEvidence> Evidence { get; }

    /// <summary>Gets where the partnership stands.</summary>
    public PartnershipStage Stage => History[History.Count - 1].Stage;

    /// <summary>Gets the day it came there.</summary>
    public LocalDate Since => History[History.Count - 1].On;

    /// <summary>Starts a partnership with the initial contact.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="on">The day.</param>
    /// <returns>The partnership.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="partner"/> is <see langword="null"/>.</exception>
    public static Partnership Begin(Partner partner, LocalDate on) => new(Guard.Against.Null(partner), [new StageEntry(PartnershipStage.InitialContact, on, [])], []);

    /// <summary>Records evidence for the next transition.</summary>
    /// <param name="criterion">What it shows.</param>
    /// <param name="on">Its day, not before the present stage was entered.</param>
    /// <param name="reference">The document; 1 to 200 characters.</param>
    /// <returns>The partnership.</returns>
    /// <exception cref="ArgumentException">The reference is none, or the day is before the present stage was entered.</exception>
    public Partnership Show(StageCriterion criterion, LocalDate on, string reference)
    {
        var shown = new StageEvidence(criterion, on, reference);
        return on < Since
            ? throw new ArgumentException($"{Dates.Text(on)} is before the partnership came to {Stage} on {Dates.Text(Since)}.", nameof(on))
            : new Partnership(Partner, History, [.. Evidence, shown]);
    }

    /// <summary>Lists what is still to be shown for a transition.</summary>
    /// <param name="to">The stage to enter.</param>
    /// <param name="on">The day of the transition; evidence of a later day does not count.</param>
    /// <returns>The unmet criteria; none if the transition can be made.</returns>
    /// <exception cref="InvalidOperationException">There is no way from here to that stage.</exception>
    public IReadOnlyList<StageCriterion> Unmet(PartnershipStage to, LocalDate on) =>
        [.. Way(to).Criteria.Where(criterion => !Evidence.Any(shown => shown.Criterion == criterion && shown.On <= on))];

    /// <summary>Moves to another stage, if every criterion is shown.</summary>
    /// <param name="to">The stage to enter.</param>
    /// <param name="on">The day, not before the last entry.</param>
    /// <param name="moved">The partnership there, or <see langword="null"/>.</param>
    /// <param name="unmet">The criteria that are not shown.</param>
    /// <returns>Whether it moved.</returns>
    /// <exception cref="InvalidOperationException">There is no way from here to that stage.</exception>
    /// <exception cref="ArgumentException">The day is before the last entry.</exception>
    public bool TryMove(PartnershipStage to, LocalDate on, [NotNullWhen(true)] out Partnership? moved, out IReadOnlyList<StageCriterion> unmet)
    {
        if (on < Since)
        {
            throw new ArgumentException($"{Dates.Text(on)} is before the partnership came to {Stage} on {Dates.Text(Since)}.", nameof(on));
        }

        unmet = Unmet(to, on);
        moved = null;
        if (unmet.Count == 0)
        {
            StageEvidence[] used = [.. Evidence.Where(shown => Way(to).Criteria.Contains(shown.Criterion) && shown.On <= on)];

            // What was shown and not needed yet still counts in the next stage, if it is not older than that.
            moved = new Partnership(Partner, [.. History, new StageEntry(to, on, used)], [.. Evidence.Where(shown => !used.Contains(shown) && shown.On >= on)]);
        }

        return moved is not null;
    }

    /// <summary>Moves to another stage.</summary>
    /// <param name="to">The stage to enter.</param>
    /// <param name="on">The day, not before the last entry.</param>
    /// <returns>The partnership there.</returns>
    /// <exception cref="InvalidOperationException">There is no way from here to that stage, or criteria are not shown; the message lists them.</exception>
    /// <exception cref="ArgumentException">The day is before the last entry.</exception>
    public Partnership Move(PartnershipStage to, LocalDate on) => TryMove(to, on, out Partnership? moved, out IReadOnlyList<StageCriterion> unmet)
        ? moved
        : throw new InvalidOperationException($"{Partner} cannot move from {Stage} to {to} on {Dates.Text(on)}; not shown: {string.Join(", ", unmet)}.");

    /// <summary>The next stage on the main way, or null at its end.</summary>
    internal PartnershipStage? Next => StageTransition.All.FirstOrDefault(transition => transition.From == Stage && transition.IsForward)?.To;

    private StageTransition Way(PartnershipStage to)
    {
        StageTransition? way = StageTransition.Between(Stage, to);
        bool isBack = Stage == PartnershipStage.Suspended && to != PartnershipStage.Terminated;
        return way is null || (isBack && to != History[History.Count - 2].Stage)
            ? throw new InvalidOperationException($"There is no way from {Stage} to {to}{(isBack ? $"; a suspended partnership goes back to {History[History.Count - 2].Stage}" : string.Empty)}.")
            : way;
    }
}
