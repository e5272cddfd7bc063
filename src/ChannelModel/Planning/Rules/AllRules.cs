using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning.Rules;

/// <summary>Runs every rule, in the order of <see cref="AuditRule.All"/>.</summary>
internal static class AllRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        var order = AuditRule.All.Select((rule, index) => (rule, index)).ToDictionary(entry => entry.rule, entry => entry.index);
        return BudgetRules.Check(plan)
            .Concat(ClaimRules.Check(plan))
            .Concat(HeadcountRules.Check(plan))
            .Concat(SalesRules.Check(plan))
            .Concat(KpiRules.Check(plan))
            .Concat(InitiativeRules.Check(plan))
            .Concat(RoiRules.Check(plan))
            .Concat(CountRules.Check(plan))
            .OrderBy(line => order[line.Rule]);
    }
}
