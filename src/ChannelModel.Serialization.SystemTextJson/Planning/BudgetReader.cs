using System.Collections.Generic;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>Reads an element of <c>budgets</c>: a tree.</summary>
internal static class BudgetReader
{
    public static Budget? Root(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Budget>? id = o.Required("id")?.Id<Budget>();
        LocalText? source = o.Required("source")?.LocalText();
        Money? amount = o.Required("amount")?.Amount(plan.Currency);
        ChannelCategory? category = o.Optional("category")?.Code() is string code ? plan.CategoryOf(code) : null;
        List<Budget> lines = o.Optional("lines")?.Array(line => Line(line, plan)) ?? [];
        o.Done();
        return id is not null && source is not null && amount is Money total
            ? value.Try(() => Budget.Root(id, source, total, lines, category))
            : null;
    }

    private static Budget? Line(JsonValue value, PlanContext plan)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        JsonValue? category = o.Optional("category");
        JsonValue? initiative = o.Optional("initiative");
        string? code = category?.Code();
        Id<Channel>? id = initiative?.Id<Channel>();
        Money? amount = o.Required("amount")?.Amount(plan.Currency);
        JsonValue? linesValue = o.Optional("lines");
        List<Budget> lines = linesValue?.Array(line => Line(line, plan)) ?? [];
        o.Done();
        if ((category is null) == (initiative is null))
        {
            value.Error(category is null ? "the line is for nothing" : "the line is for a category and for an initiative", "either 'category' or 'initiative'");
            return null;
        }

        if (initiative is not null && linesValue is not null)
        {
            linesValue.Error("the line of an initiative has lines of its own", "no 'lines' here");
            return null;
        }

        if (amount is not Money total)
        {
            return null;
        }

        return code is not null
            ? value.Try(() => Budget.ForCategory(plan.CategoryOf(code), total, lines))
            : id is not null ? value.Try(() => Budget.ForInitiative(id, total)) : null;
    }
}
