using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Planning.Rules;

namespace ChannelModel.Planning;

/// <summary>The audit of a plan's own numbers: every figure that follows from others is derived, and each place where the plan contradicts itself is a finding.</summary>
/// <remarks>
/// <para>The audit reads nothing but the plan, so equal plans have equal audits. What it compared and found right is listed as well: an auditor wants to see both.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class PlanAudit
{
    private PlanAudit(IReadOnlyList<AuditLine> lines)
    {
        Findings = lines
            .Where(line => !line.Holds)
            .OrderBy(line => line.Rule.Severity)
            .ThenByDescending(line => Stake(line))
            .ToArray();
        Confirmed = lines.Where(line => line.Holds).ToArray();
    }

    /// <summary>Gets the comparisons that failed: by severity, then by the money that is at stake, then in the order of the rules and of the plan.</summary>
    public IReadOnlyList<AuditLine> Findings { get; }

    /// <summary>Gets the comparisons that held, in the order of the rules and of the plan.</summary>
    public IReadOnlyList<AuditLine> Confirmed { get; }

    /// <summary>Audits a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static PlanAudit Of(GrowthPlan plan)
    {
        Guard.Against.Null(plan);
        return new PlanAudit(AllRules.Check(plan).ToArray());
    }

    /// <summary>The money at stake in the plan's currency; a comparison of two order values or of other small figures is no stake, but no harm either.</summary>
    private static decimal Stake(AuditLine line) =>
        line.Difference is { Kind: FigureKind.Money } money ? System.Math.Abs(money.Value) : 0m;
}
