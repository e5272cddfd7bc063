using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Contracts;

/// <summary>A way from one stage to another, and what must be shown for it.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class StageTransition
{
    private static readonly PartnershipStage[] Active =
    [
        PartnershipStage.InitialContact, PartnershipStage.NeedsConfirmed, PartnershipStage.ContractSigned, PartnershipStage.ResourcesCommitted, PartnershipStage.EffectEvaluated,
        PartnershipStage.ContinuouslyOptimised, PartnershipStage.Renewed,
    ];

    private StageTransition(PartnershipStage from, PartnershipStage to, params StageCriterion[] criteria)
    {
        From = from;
        To = to;
        Criteria = criteria;
    }

    /// <summary>Gets all transitions: the way forward, the way round by renewal, and to and from suspension and the end.</summary>
    public static IReadOnlyList<StageTransition> All { get; } =
    [
        new(PartnershipStage.InitialContact, PartnershipStage.NeedsConfirmed, StageCriterion.GoalNamed, StageCriterion.NeedNamed, StageCriterion.ReturnNamed),
        new(PartnershipStage.NeedsConfirmed, PartnershipStage.ContractSigned, StageCriterion.ResourcesAgreed, StageCriterion.ScheduleAgreed, StageCriterion.KpisAgreed),
        new(PartnershipStage.ContractSigned, PartnershipStage.ResourcesCommitted, StageCriterion.TermSet, StageCriterion.BreachClausesSet, StageCriterion.DisputeClausesSet),
        new(PartnershipStage.ResourcesCommitted, PartnershipStage.EffectEvaluated, StageCriterion.MoneyInPlace, StageCriterion.PeopleInPlace, StageCriterion.EquipmentInPlace),
        new(PartnershipStage.EffectEvaluated, PartnershipStage.ContinuouslyOptimised, StageCriterion.SalesEvaluated, StageCriterion.BrandEvaluated, StageCriterion.SatisfactionEvaluated),
        new(PartnershipStage.ContinuouslyOptimised, PartnershipStage.Renewed, StageCriterion.StrategyAdjusted, StageCriterion.RenewalDecided),
        new(PartnershipStage.Renewed, PartnershipStage.ResourcesCommitted, StageCriterion.TermSet, StageCriterion.BreachClausesSet, StageCriterion.DisputeClausesSet),
        .. Active.Select(stage => new StageTransition(stage, PartnershipStage.Suspended, StageCriterion.ReasonDocumented)),
        .. Active.Select(stage => new StageTransition(PartnershipStage.Suspended, stage, StageCriterion.CauseRemoved)),
        .. Active.Append(PartnershipStage.Suspended).Select(stage => new StageTransition(stage, PartnershipStage.Terminated, StageCriterion.ReasonDocumented)),
    ];

    /// <summary>Gets the stage that is left.</summary>
    public PartnershipStage From { get; }

    /// <summary>Gets the stage that is entered.</summary>
    public PartnershipStage To { get; }

    /// <summary>Gets what must be shown.</summary>
    public IReadOnlyList<StageCriterion> Criteria { get; }

    /// <summary>Gets a value indicating whether it is a step of the main way, not to or from suspension or the end.</summary>
    public bool IsForward => From != PartnershipStage.Suspended && To is not (PartnershipStage.Suspended or PartnershipStage.Terminated);

    /// <summary>Finds the transition between two stages.</summary>
    /// <param name="from">The stage that is left.</param>
    /// <param name="to">The stage that is entered.</param>
    /// <returns>The transition, or <see langword="null"/> where there is none.</returns>
    public static StageTransition? Between(PartnershipStage from, PartnershipStage to) => All.FirstOrDefault(transition => transition.From == from && transition.To == to);
}
