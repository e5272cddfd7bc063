using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>The codes of a plan with their names. A code of the plan's own has one name everywhere, or a reader would not know which it is.</summary>
internal static class PlanCodes
{
    public static IEnumerable<PlanDefect> Check(GrowthPlan plan) =>
        Twice(Categories(plan)).Concat(Twice(Formats(plan))).Concat(Twice(ReachUnits(plan))).Concat(Twice(DensityUnits(plan))).Concat(Twice(CostBearers(plan)));

    private static IEnumerable<PlanDefect> Twice<TCode>(IEnumerable<(TCode Code, string Path)> codes)
        where TCode : NamedCode<TCode>
    {
        var names = new Dictionary<TCode, LocalText>();
        foreach ((TCode code, string path) in codes)
        {
            if (!names.TryGetValue(code, out LocalText? name))
            {
                names.Add(code, code.Name);
            }
            else if (name != code.Name)
            {
                yield return new PlanDefect(path, $"'{code}' is called '{code.Name}' here and '{name}' before", "one name for a code");
            }
        }
    }

    private static IEnumerable<(ChannelCategory Code, string Path)> Categories(GrowthPlan plan) =>
        Keys(plan.Sales?.TargetMix, "$.sales.targetMix")
            .Concat(Keys(plan.Sales?.ActualMix, "$.sales.actualMix"))
            .Concat(plan.Budgets.SelectMany((budget, i) => InBudget(budget, At("budgets", i))))
            .Concat(plan.Headcounts.SelectMany((headcount, i) => One(headcount.Category, At("headcount", i) + ".category")))
            .Concat(plan.Initiatives.SelectMany((initiative, i) => One(initiative.Channel.Category, At("initiatives", i) + ".category")));

    private static IEnumerable<(ChannelCategory Code, string Path)> InBudget(Budget budget, string path) =>
        One(budget.Category, path + ".category").Concat(budget.Lines.SelectMany((line, i) => InBudget(line, $"{path}.lines[{i.ToString(CultureInfo.InvariantCulture)}]")));

    private static IEnumerable<(ChannelFormat Code, string Path)> Formats(GrowthPlan plan) =>
        plan.Initiatives.Select((initiative, i) => (initiative.Channel.Format, At("initiatives", i) + ".format"));

    private static IEnumerable<(ReachUnit Code, string Path)> ReachUnits(GrowthPlan plan) =>
        plan.Initiatives.SelectMany((initiative, i) => One(initiative.Funnel?.Reach?.Unit, At("initiatives", i) + ".funnel.reach.unit"));

    private static IEnumerable<(DensityUnit Code, string Path)> DensityUnits(GrowthPlan plan) =>
        plan.Counts.SelectMany((count, i) => count.SalesDensity.SelectMany(density => One(density.Value.Unit, $"{At("counts", i)}.salesDensity.{density.Key}.unit")))
            .Concat(plan.Initiatives.SelectMany((initiative, i) => One(initiative.SalesDensity?.Unit, At("initiatives", i) + ".salesDensity.unit")));

    private static IEnumerable<(CostBearer Code, string Path)> CostBearers(GrowthPlan plan) =>
        plan.Initiatives.SelectMany((initiative, i) => Keys(initiative.CostShare, At("initiatives", i) + ".costShare"));

    private static IEnumerable<(TCode Code, string Path)> One<TCode>(TCode? code, string path)
        where TCode : NamedCode<TCode> => code is null ? [] : [(code, path)];

    private static IEnumerable<(TCode Code, string Path)> Keys<TCode>(Mix<TCode>? mix, string path)
        where TCode : NamedCode<TCode> => mix is null ? [] : mix.Keys.Select(key => (key, path + "." + key.Code));

    private static string At(string list, int index) => $"$.{list}[{index.ToString(CultureInfo.InvariantCulture)}]";
}
