using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Allocation;

/// <summary>Reads a split problem, and a solution with the problem in it.</summary>
internal static class SplitReader
{
    public static SplitProblem? Problem(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Version(o);
        SplitProblem? problem = Members(value, o);
        o.Done();
        return !value.Reading.IsComplete ? null : problem;
    }

    public static SplitSolution? Solution(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Version(o);
        SplitProblem? problem = o.Required("problem") is JsonValue inner && inner.Object() is JsonObject members ? Inner(inner, members) : null;
        BoundedStatus? status = o.Required("status")?.OneOf(SplitJson.Statuses);
        List<Tuple<string, decimal>> parts = o.Required("parts")?.Array(Part) ?? [];
        decimal? remainder = o.Required("remainder")?.Number();
        o.Done();
        if (problem is null || !value.Reading.IsComplete || status is not BoundedStatus ended || remainder is not decimal left)
        {
            return null;
        }

        if (parts.Count > 0 && !parts.Select(part => part.Item1).SequenceEqual(problem.Lines.Select(line => line.Id), StringComparer.Ordinal))
        {
            value.Error("the parts are not those of the problem's lines", "one part for each line, in the same order");
            return null;
        }

        return value.Try(() => SplitSolution.OfRecord(problem, ended, [.. parts.Select(part => part.Item2)], left));
    }

    private static SplitProblem? Inner(JsonValue value, JsonObject members)
    {
        SplitProblem? problem = Members(value, members);
        members.Done();
        return problem;
    }

    private static void Version(JsonObject o)
    {
        o.SchemaVersion(SplitJson.SchemaVersion);
    }

    private static SplitProblem? Members(JsonValue value, JsonObject o)
    {
        JsonValue? stated = o.Optional("currency");
        Currency? currency = stated?.Currency();
        JsonValue? totalValue = o.Required("total");
        decimal? total = stated is null ? totalValue?.WholeLong(long.MinValue) : totalValue?.Number(-Money.MaxAmount, Money.MaxAmount);
        SplitRule? rule = Named(o.Optional("rule"), SplitRule.Parse);
        ApportionmentMethod? method = Named(o.Optional("method"), ApportionmentMethod.Parse);
        decimal? step = o.Optional("step")?.NumberAbove(0m);
        InfeasiblePolicy? policy = o.Optional("policy")?.OneOf(SplitJson.Policies);
        List<SplitProblemLine> lines = o.Required("lines")?.Array(Line) ?? [];
        if (!value.Reading.IsComplete || total is not decimal amount)
        {
            return null;
        }

        // The method comes first: it takes bounds that no rule takes, and the rule names its conflict.
        return value.Try(() => SplitProblem.Create(amount, currency, lines, rule ?? SplitRule.LargestRemainder, method, step, policy ?? InfeasiblePolicy.Refuse));
    }

    private static T? Named<T>(JsonValue? value, Func<string, T> parse)
        where T : class
    {
        if (value?.Text() is not string name)
        {
            return null;
        }

        try
        {
            return parse(name);
        }
        catch (FormatException unknown)
        {
            (string problem, string expected) = DomainMessage.Split(unknown);
            value.Error(problem, expected);
            return null;
        }
    }

    private static SplitProblemLine? Line(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? id = o.Required("id")?.Id<SplitProblem>()?.Value;
        Fraction? weight = o.Required("weight") is JsonValue weighed ? Weight(weighed) : null;
        decimal? minimum = o.Optional("minimum")?.Number(0m, Money.MaxAmount);
        decimal? maximum = o.Optional("maximum")?.Number(0m, Money.MaxAmount);
        o.Done();
        return id is not null && weight is Fraction known ? value.Try(() => new SplitProblemLine(id, known, minimum, maximum)) : null;
    }

    private static Fraction? Weight(JsonValue value)
    {
        if (!value.IsString)
        {
            return value.Number() is decimal number ? (Fraction)number : null;
        }

        if (value.Text() is not string text)
        {
            return null;
        }

        if (Fraction.TryParse(text, out Fraction fraction))
        {
            return fraction;
        }

        value.Error($"'{JsonValue.Short(text)}' is not a weight", "a number, or a fraction in double quotes such as \"1/3\"");
        return null;
    }

    private static Tuple<string, decimal>? Part(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        string? id = o.Required("id")?.Id<SplitProblem>()?.Value;
        decimal? part = o.Required("part")?.Number();
        o.Done();
        return id is not null && part is decimal known ? Tuple.Create(id, known) : null;
    }
}
