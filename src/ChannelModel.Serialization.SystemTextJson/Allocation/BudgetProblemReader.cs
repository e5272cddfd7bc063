using System;
using System.Collections.Generic;
using ChannelModel.Allocation;
using ChannelModel.Channels;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Allocation;

/// <summary>Reads a budget problem.</summary>
internal static class BudgetProblemReader
{
    public static BudgetProblem<Id<Channel>>? Read(JsonValue root)
    {
        if (root.Object() is not JsonObject o)
        {
            return null;
        }

        o.Required("schemaVersion")?.Whole(BudgetProblemJson.SchemaVersion, BudgetProblemJson.SchemaVersion);
        return Members(root, o);
    }

    /// <summary>Reads the members of a problem, which may stand in another file.</summary>
    public static BudgetProblem<Id<Channel>>? Members(JsonValue root, JsonObject o)
    {
        Currency? currency = o.Required("currency")?.Currency();
        Money? total = currency is Currency known ? o.Required("total")?.Amount(known) : Skip(o, "total");
        JsonValue? linesValue = o.Required("lines");
        List<BudgetLine<Id<Channel>>>? lines = linesValue?.Array(line => Line(line, currency));
        o.Done();
        return total is Money amount && lines is not null && root.Reading.IsComplete
            ? linesValue!.Try(() => BudgetProblem.Create(amount, lines))
            : null;
    }

    private static Money? Skip(JsonObject o, string name)
    {
        o.Required(name);
        return null;
    }

    private static BudgetLine<Id<Channel>>? Line(JsonValue value, Currency? currency)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Id<Channel>? channel = o.Required("channel")?.Id<Channel>();
        ResponseCurve? curve = o.Required("curve") is JsonValue shape ? ResponseCurveReader.Read(shape) : null;
        Money? current = Amount("current");
        Money? minimum = Amount("minimum");
        Money? maximum = Amount("maximum");
        Rate? minimumOfCurrent = o.Optional("minimumOfCurrent")?.Rate(Rate.Zero);
        Rate? maximumOfCurrent = o.Optional("maximumOfCurrent")?.Rate(Rate.Zero);
        Money? fixedAmount = Amount("fixed");
        LocalText? excluded = o.Optional("excluded")?.LocalText();
        o.Done();
        if (channel is null || curve is null)
        {
            return null;
        }

        return value.Try(() =>
        {
            BudgetLine<Id<Channel>> line = BudgetLine.Of(channel, curve);
            line = current is Money now ? line.Spending(now) : line;
            line = minimum is Money least ? line.AtLeast(least) : line;
            line = maximum is Money most ? line.AtMost(most) : line;
            line = minimumOfCurrent is Rate low ? line.AtLeast(low) : line;
            line = maximumOfCurrent is Rate high ? line.AtMost(high) : line;
            line = fixedAmount is Money amount ? line.FixedAt(amount) : line;
            return excluded is LocalText reason ? line.Excluded(reason) : line;
        });

        Money? Amount(string name) => currency is Currency known ? o.Optional(name)?.Amount(known) : Ignore(name);

        Money? Ignore(string name)
        {
            o.Optional(name);
            return null;
        }
    }
}
