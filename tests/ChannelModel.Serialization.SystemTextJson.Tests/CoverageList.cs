using System;
using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Which JSON each public type of the domain has, as decided: a document of its own (by the class that reads and writes it), a place in the document of another type, or none for one of few reasons.</summary>
internal static class CoverageList
{
    private const string Decisions = """
        [-]
        part Planning.GrowthPlan: Currency Cycle Id<> LocalText Money NamedCode<> Rate
        part Commissions.CommissionPlan: BlockRounding Edge Rounding RoundingMode
        none choice: Language

        [Channels]
        part Planning.GrowthPlan: Channel ChannelCategory ChannelFormat DensityUnit Funnel Mix<> Reach ReachUnit SalesDensity Synergy SynergyMetric
        part Contracts.ContractBook: RoiDefinition RoiUnit
        none facts: RoiFacts
        none follows: Concentration<>
        none settings: UnitEconomics

        [Planning]
        own GrowthPlanJson: GrowthPlan
        part Planning.GrowthPlan: BestClaim Budget ClaimPart ClaimRelation ComparisonClaim CostBearer Fee Figure FigureKind Headcount Initiative InitiativeFigure MarginClaim PlanClaim PlanCount PlanKpi PriceMove
        part Planning.GrowthPlan: RoiClaim RoiUpliftClaim SalesTarget Space StatedRoi SumClaim
        none builder: GrowthPlanBuilder
        none error: PlanDefect
        none follows: AuditLine AuditSeverity AuditSide BudgetReview CategoryReview CountReview InitiativeReview KpiReview PlanAudit PlanReview SalesReview
        none choice: AuditRule

        [Kpis]
        own KpiSetJson: KpiSet
        part Kpis.KpiSet: Kpi KpiAggregation KpiBand KpiBands KpiConcentrationRule KpiDirection KpiDropRule KpiFallRule KpiFloorRule KpiMeasure KpiPaceRule KpiRule KpiSource KpiStatus KpiStockRule KpiSubject KpiTarget
        part Kpis.KpiSet: KpiUnit KpiUnitKind KpiValue KpiWatch PaceProfile ReportedTolerance
        none facts: KpiReading KpiReportedLine KpiSeries
        none follows: KpiAlert KpiAlertState KpiAssessment KpiConfidence KpiFigure KpiForecast KpiGap KpiPacing KpiTotal KpiTrend KpiWatchLine KpiWatchReport ReportedCheck ReportedVerdict
        none keys: RobustOutliers<>
        none error: KpiRejection
        none choice: KpiForecastMethod KpiTrendMethod ReportedTest

        [Commissions]
        own CommissionPlanJson: CommissionPlan
        own PlanHistoryJson: PlanHistory
        own CommissionStatementJson: CommissionStatement StatementRecord
        own CommissionLedgerJson: CommissionLedger
        part Commissions.CommissionPlan: AboveTop Accelerator Accumulation AfterLast Axis Basis BasisContents BasisDerivation BasisKind CurvePoint Excess NegativeValue NoBaseline PlanCap PlanComponent PlanFloor PlanGate
        part Commissions.CommissionPlan: RateGrid ReturnPolicy RoundingPlace Tier TierMode TierTable ZeroValue
        part Commissions.PlanHistory: DateAnchor PlanVersion
        part Commissions.CommissionStatement: CommissionFacts FactRecord LineKind LinkedReturn Payee StatementLine
        part Commissions.CommissionLedger: EntryKind LedgerDocument LedgerEntry
        part Contracts.ContractBook: Clawback Draw DrawKind
        none facts: Assignment SaleCredit SaleLine
        none follows: ClawbackResult DrawPeriod FindingKind HeldCommission PayoutShare PlanFinding ResolvedPlan
        none builder: CommissionPlanBuilder
        none error: FactError PlanError
        none verbs: Crediting PlanInverse PlanLint QuotaProration
        none settings: AdvanceRecoupment BalanceOffset Cascade CascadeBasis ExchangeRate Holdback InstalmentPlan PayoutSplit PeriodCalendar

        [Contracts]
        own ContractBookJson: ContractBook
        own PartnershipBookJson: PartnershipBook
        own ContractAccountJson: ContractAccount
        own SettlementJson: Settlement
        part Contracts.ContractBook: ClauseKind Commitment CommitmentBound CommitmentMetric CommitmentPeriod ContractClause ContractTerms ContractVersion CostShare DataDuty DepositInstalment DepositTerms DeviationPrice
        part Contracts.ContractBook: DeviationUnit Measurement MeasurementSource MetricKind Partner PartnerContract PartnerKind RenewalTerms WeekRule
        part Contracts.PartnershipBook: Partnership PartnershipStage StageCriterion StageEntry StageEvidence
        part Contracts.ContractAccount: CommissionPaid DepositAccount DepositEvent DepositEventKind HeldBack
        part Contracts.Settlement: CommitmentResult CommitmentStatus ContractFact ContractFactKind JournalAccount JournalLine JournalSide MeasurementVerdict SettlementLine SettlementLineKind
        part Commissions.CommissionLedger: RecordedSettlement
        none follows: Accrual ContractWarning ContractWarningKind OverduePartnership PeriodicReview Pipeline RenewalDecision RenewalOutcome RenewalReason StageReport UnusedFact
        none builder: ContractAccountBuilder PartnerContractBuilder
        none error: ContractError
        none verbs: SettlementRecord StageTransition

        [Scoring]
        own ScorecardJson: Scorecard
        own ScorecardHistoryJson: ScorecardHistory
        own ScoreJson: ScoreResult
        own RankingProblemJson: RankingProblem
        own RankingJson: Ranking
        part Scoring.Scorecard: ActionKind CurveKind GateKind Grade GradeScale MissingKind MissingPolicy PeriodPolicy PeriodPolicyKind ScoreAction ScoreCriterion ScoreGate Shrinkage ShrinkageKind ValueCurve
        part Scoring.ScorecardHistory: ScorecardVersion
        part Scoring.ScoreResult: GateCheck GateOutcome MissingCause NotRatedReason ScoreContribution ScoreFacts ScoreStatus
        part Scoring.RankingProblem: Candidate CostRule CriterionBounds CriterionWeights DecisionCriterion DecisionMatrix Normalisation NormalisationKind PreferenceFunction PreferenceShape RankingMethod RankingMethodKind
        part Scoring.RankingProblem: TieRule Ties
        part Scoring.Ranking: RankedCandidate
        none facts: PairwiseJudgements<>
        none follows: AhpPriorities<> EdasDetail Figures<> JudgementToRevisit<> LeaveOneOut NextGrade NormalisedMatrix PeriodTotal PrometheeDetail RankAgreement RankReversal RankingDetail RankingDiagnostic
        none follows: RankingDiagnosticKind ScoreLever ScorePoint ScoreTrend SpotisDetail TopsisDetail VikorDetail WaspasDetail WeightInterval WeightLimit WeightStability WeightedProductDetail WeightedSumDetail
        none builder: DecisionMatrixBuilder ScorecardBuilder
        none error: MatrixError ScorecardError
        none verbs: ReadyScorecards ScoreRecord
        none choice: Correlation Prioritisation WeightingMethod

        [Allocation]
        own BudgetProblemJson: BudgetProblem<>
        own BudgetSolutionJson: BudgetSolution<>
        own SplitJson: SplitProblem SplitSolution
        part Allocation.BudgetProblem<>: BudgetLine<> ResponseCurve ResponsePoint ResponseShape
        part Allocation.BudgetSolution<>: BudgetCertificate BudgetGoal BudgetLineStatus BudgetShortfall<> BudgetStatus SolvedLine<>
        part Allocation.SplitProblem: ApportionmentMethod Fraction InfeasiblePolicy SplitLaw SplitProblemLine SplitRule
        part Allocation.SplitSolution: BoundedStatus LineBound SplitSolutionLine
        none keys: Allotment<> Apportionment<> ApportionmentDivisor BoundedAllotment<> BoundedLine<> GainSplit<> HierarchyAllotment<> Infeasibility<> InfeasibleSide LevelChoice<> NodeAllotment<> Reallocation<>
        none keys: ReallocationStage Resplit<> ResplitStatus SpendLevel SplitNode<> TargetLine<> TargetNode<>
        none verbs: Apportion BoundedSplit BudgetLine BudgetProblem HierarchySplit LevelChoice LibrarySplitRules Split Targets UnitSplit
        none follows: ConcaveEnvelope
        none settings: ReallocationPolicy
        """;

    /// <summary>Gets the reasons for having no JSON, by their word.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["facts"] = "Comes in from the host's tables or from CSV; a result that rests on it has it in its record.",
        ["follows"] = "Follows from something that is stored, by a pure function, and is made again from it.",
        ["keys"] = "Over keys and amounts of the host's own types, of which no form is known, or a part of such: the host stores keys with amounts.",
        ["builder"] = "Words a value step by step; what it builds has JSON.",
        ["error"] = "Says what is wrong with an input; it is gone when the input is mended.",
        ["verbs"] = "Static functions, or a fixed list of values: there is nothing to store.",
        ["choice"] = "An argument that the caller's code names, once for each call.",
        ["settings"] = "A handful of arguments for one call, which a host keeps among its own settings; nothing that is stored refers to it.",
    };

    /// <summary>Gets each type, by its name behind the namespace of the domain, with what was decided.</summary>
    public static IReadOnlyList<(string Type, CoverageGroup Group, string Detail)> Entries { get; } = [.. Read()];

    private static IEnumerable<(string Type, CoverageGroup Group, string Detail)> Read()
    {
        string prefix = string.Empty;
        foreach (string line in Decisions.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            if (line[0] == '[')
            {
                prefix = line == "[-]" ? string.Empty : line.Trim('[', ']') + ".";
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] head = line[..colon].Split(' ');
            CoverageGroup group = Enum.Parse<CoverageGroup>(head[0], ignoreCase: true);
            foreach (string name in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (prefix + name, group, head[1]);
            }
        }
    }
}
