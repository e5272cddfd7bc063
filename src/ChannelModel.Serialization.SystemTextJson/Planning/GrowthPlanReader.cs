using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Kpis;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads the top of a plan file, and puts the parts together.</summary>
internal static class GrowthPlanReader
{
    public static GrowthPlan? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(GrowthPlanJson.SchemaVersion);

        Id<GrowthPlan>? id = o.Required("id")?.Id<GrowthPlan>();
        LocalText? name = o.Required("name")?.LocalText();

        // Without a currency the amounts are still read, so that their own errors are reported as well.
        Currency? stated = o.Required("currency")?.Currency();
        var plan = new PlanContext(stated ?? Currency.XXX, o.Optional("names")?.Object());
        DateInterval? period = o.Required("period") is JsonValue between ? Period(between) : null;
        SalesTarget? sales = o.Optional("sales") is JsonValue target ? SalesReader.Read(target, plan) : null;
        Money? company = o.Optional("companyAverageOrderValue")?.AmountAbove0(plan.Currency);
        List<PlanKpi> kpis = o.Optional("kpis")?.Array(kpi => KpiReader.Read(kpi, plan.Currency)) ?? [];
        List<PlanCount> counts = o.Optional("counts")?.Array(count => CountReader.Read(count, plan)) ?? [];
        List<Budget> budgets = o.Optional("budgets")?.Array(budget => BudgetReader.Root(budget, plan)) ?? [];
        List<Headcount> headcounts = o.Optional("headcount")?.Array(headcount => HeadcountReader.Read(headcount, plan)) ?? [];
        List<Initiative> initiatives = o.Optional("initiatives")?.Array(initiative => InitiativeReader.Read(initiative, plan)) ?? [];
        List<Synergy> synergies = o.Optional("synergies")?.Array(SynergyReader.Read) ?? [];
        List<PlanClaim> claims = o.Optional("claims")?.Array(claim => ClaimReader.Read(claim, plan.Currency)) ?? [];
        o.Done();

        if (!value.Reading.IsComplete)
        {
            return null; // positions in the lists would no longer be those of the file
        }

        GrowthPlanBuilder whole = GrowthPlan.Define(id!, name!, plan.Currency, period!);
        if (sales is not null)
        {
            whole.Sales(sales);
        }

        if (company is Money orderValue)
        {
            whole.CompanyAverageOrderValue(orderValue);
        }

        kpis.ForEach(kpi => whole.Add(kpi));
        counts.ForEach(count => whole.Add(count));
        budgets.ForEach(budget => whole.Add(budget));
        headcounts.ForEach(headcount => whole.Add(headcount));
        initiatives.ForEach(initiative => whole.Add(initiative));
        synergies.ForEach(synergy => whole.Add(synergy));
        claims.ForEach(claim => whole.Add(claim));
        if (whole.TryBuild(out GrowthPlan? built, out IReadOnlyList<PlanDefect> defects))
        {
            return built;
        }

        foreach (PlanDefect defect in defects)
        {
            value.Reading.ErrorAt(defect.Path, defect.Problem, defect.Expected);
        }

        return null;
    }

    public static Cycle? Cycle(JsonValue value) => value.OneOf(
        ("once", ChannelModel.Cycle.Once),
        ("day", ChannelModel.Cycle.Day),
        ("week", ChannelModel.Cycle.Week),
        ("month", ChannelModel.Cycle.Month),
        ("quarter", ChannelModel.Cycle.Quarter),
        ("year", ChannelModel.Cycle.Year));

    /// <summary>An object of shares by name that add up to exactly 100 %.</summary>
    public static Mix<TKey>? Mix<TKey>(JsonValue value, System.Func<string, TKey?> key, string expectedKey)
        where TKey : class, System.IEquatable<TKey>
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        var shares = new List<KeyValuePair<TKey, Rate>>();
        bool complete = true;
        foreach (KeyValuePair<string, JsonValue> member in o.All())
        {
            TKey? name = key(member.Key);
            if (name is null)
            {
                member.Value.Error($"'{JsonValue.Short(member.Key)}' is no name for a share", expectedKey);
            }

            if (member.Value.Share() is Rate share && name is not null)
            {
                shares.Add(new KeyValuePair<TKey, Rate>(name, share));
            }
            else
            {
                complete = false;
            }
        }

        o.Done();
        return complete ? value.Try(() => new Mix<TKey>(shares)) : null;
    }

    /// <summary>An object with <c>start</c> and <c>end</c>, both included.</summary>
    public static DateInterval? Period(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        LocalDate? start = o.Required("start")?.Date();
        JsonValue? endValue = o.Required("end");
        LocalDate? end = endValue?.Date();
        o.Done();
        if (start is not LocalDate first || end is not LocalDate last)
        {
            return null;
        }

        if (last < first)
        {
            endValue!.Error($"the end {NodaTime.Text.LocalDatePattern.Iso.Format(last)} is before the start {NodaTime.Text.LocalDatePattern.Iso.Format(first)}", "an end on or after the start");
            return null;
        }

        return new DateInterval(first, last);
    }
}
