using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <content>Splits, apportionments, bounded splits, hierarchies and targets.</content>
public sealed partial class GoldenAllocationTests
{
    /// <summary>Checks the case if its kind is one of these.</summary>
    private static bool IsSplit(string kind, JsonElement of)
    {
        JsonElement inputs = of.GetProperty("inputs");
        JsonElement expected = of.GetProperty("expected");
        switch (kind)
        {
            case "money_allocate":
                MoneyAllocate(inputs, expected);
                return true;
            case "money_allocate_to_maxima":
                ToMaxima(inputs, expected);
                return true;
            case "apportionment":
                Apportioned(inputs, expected);
                return true;
            case "apportionment_bounded":
                ApportionedWithin(inputs, expected);
                return true;
            case "bounded_proportional":
                BoundedProportional(inputs, expected);
                return true;
            case "phase_target":
                Phased(inputs, expected);
                return true;
            case "plan_vs_actual":
                PlanAgainstActual(inputs, expected);
                return true;
            case "hierarchical":
                Hierarchical(inputs, expected);
                return true;
            case "hierarchical_flat":
                HierarchicalFlat(inputs, expected);
                return true;
            default:
                return false;
        }
    }

    private static void ToMaxima(JsonElement inputs, JsonElement expected)
    {
        BoundedLine<int, Money>[] lines = [.. inputs.GetProperty("maximaMinor").EnumerateArray().Select((most, i) => new BoundedLine<int, Money>(i, FractionOf(most), maximum: Cents(most)))];
        BoundedAllotment<int, Money> split = BoundedSplit.Of(Cents(inputs.GetProperty("totalMinor")), lines, InfeasiblePolicy.LeaveUnallocated);
        split.Parts.Should().Equal(ManyCents(expected.GetProperty("sharesMinor")));
        split.Unallocated.Should().Be(Cents(expected.GetProperty("unallocatedMinor")));
    }

    private static void Apportioned(JsonElement inputs, JsonElement expected)
    {
        IReadOnlyList<KeyValuePair<int, Fraction>> weights = Fractions(inputs.GetProperty("weights"));
        if (inputs.TryGetProperty("threshold", out JsonElement threshold))
        {
            weights = Apportion.WithHurdle(FractionOf(threshold), weights);
        }

        Apportionment<int> seats = Apportion.By(MethodOf(inputs), inputs.GetProperty("seats").GetInt64(), weights);
        seats.Parts.Should().Equal(expected.GetProperty("seats").EnumerateArray().Select(seat => seat.GetInt64()));
    }

    private static void ApportionedWithin(JsonElement inputs, JsonElement expected)
    {
        long? Bound(string name, int i) => inputs.TryGetProperty(name, out JsonElement bounds) && bounds[i].ValueKind != JsonValueKind.Null ? bounds[i].GetInt64() : null;
        BoundedLine<int, long>[] lines = [.. Fractions(inputs.GetProperty("weights")).Select(weight => new BoundedLine<int, long>(weight.Key, weight.Value, Bound("min", weight.Key), Bound("max", weight.Key)))];
        Apportion.Within(MethodOf(inputs), inputs.GetProperty("seats").GetInt64(), lines).Parts.Should().Equal(expected.GetProperty("seats").EnumerateArray().Select(seat => seat.GetInt64()));
    }

    private static void BoundedProportional(JsonElement inputs, JsonElement expected)
    {
        Money? Bound(string name, int i) => inputs.TryGetProperty(name, out JsonElement bounds) && bounds[i].ValueKind != JsonValueKind.Null ? Cents(bounds[i]) : null;
        BoundedLine<int, Money>[] lines = [.. Fractions(inputs.GetProperty("weights")).Select(weight => new BoundedLine<int, Money>(weight.Key, weight.Value, Bound("minMinor", weight.Key), Bound("maxMinor", weight.Key)))];
        BoundedAllotment<int, Money> split = BoundedSplit.Of(Cents(inputs.GetProperty("totalMinor")), lines);
        if (expected.GetProperty("status").GetString() != "ok")
        {
            split.Status.Should().Be(BoundedStatus.Infeasible);
            split.Infeasibility!.SumOfMinimums.Should().Be(Cents(expected.GetProperty("sumMin")));
            JsonElement most = expected.GetProperty("sumMax");
            split.Infeasibility.SumOfMaximums.Should().Be(most.ValueKind == JsonValueKind.Null ? null : Cents(most));
            return;
        }

        split.Status.Should().Be(BoundedStatus.Split);
        split.Parts.Should().Equal(ManyCents(expected.GetProperty("sharesMinor")));
        split.Keys.Select(key => InCents(split.ExactOf(key))).Should().Equal(expected.GetProperty("exact").EnumerateArray().Select(FractionOf));
        InCents(split.Level!.Value).Should().Be(FractionOf(expected.GetProperty("lambda")));
    }

    private static void Phased(JsonElement inputs, JsonElement expected) =>
        Split.By(RuleOf(inputs.GetProperty("rule").GetString()!), Cents(inputs.GetProperty("totalMinor")), Fractions(inputs.GetProperty("indices")))
            .Parts.Should().Equal(ManyCents(expected.GetProperty("sharesMinor")));

    private static void PlanAgainstActual(JsonElement inputs, JsonElement expected)
    {
        Money[] actuals = ManyCents(inputs.GetProperty("actualsMinor"));
        Resplit<int> left = Targets.Resplit(
            RuleOf(inputs.GetProperty("rule").GetString()!),
            Cents(inputs.GetProperty("totalMinor")),
            Fractions(inputs.GetProperty("indices")),
            actuals.Select((actual, i) => new KeyValuePair<int, Money>(i, actual)));
        (left.Status == ResplitStatus.Overspent).Should().Be(expected.GetProperty("status").GetString() == "overspent");
        left.Open.Select(part => part.Value).Should().Equal(ManyCents(expected.GetProperty("remainingMinor")));
        if (expected.TryGetProperty("overrunMinor", out JsonElement overrun))
        {
            left.Overrun.Should().Be(Cents(overrun));
        }
    }

    private static void Hierarchical(JsonElement inputs, JsonElement expected)
    {
        HierarchyAllotment<int, Money> split = HierarchySplit.Nested(Cents(inputs.GetProperty("totalMinor")), Tree(inputs));
        split.Nodes.Select(region => region.Amount).Should().Equal(ManyCents(expected.GetProperty("regions")));
        split.Nodes.Select(region => region.Children.Select(channel => channel.Amount).ToArray()).Should()
            .BeEquivalentTo(expected.GetProperty("channels").EnumerateArray().Select(ManyCents), options => options.WithStrictOrdering());
        split.Leaves.Select(partner => partner.Amount).Should().Equal(expected.GetProperty("partners").EnumerateArray().SelectMany(region => region.EnumerateArray().SelectMany(ManyCents)));
    }

    private static void HierarchicalFlat(JsonElement inputs, JsonElement expected)
    {
        JsonElement tree = inputs.TryGetProperty("sameTreeAs", out JsonElement same) ? Cases[same.GetString()!].GetProperty("inputs") : inputs;
        Money total = Cents(tree.GetProperty("totalMinor"));
        HierarchySplit.Flat(total, Tree(tree)).Leaves.Select(leaf => leaf.Amount).Should().Equal(ManyCents(expected.GetProperty("leaves")));
        HierarchySplit.Nested(total, Tree(tree)).Leaves.Select(leaf => leaf.Amount).Should().Equal(ManyCents(expected.GetProperty("nestedLeaves")));
    }

    private static SplitNode<int, Money>[] Tree(JsonElement inputs)
    {
        JsonElement channels = inputs.GetProperty("channels");
        JsonElement partners = inputs.GetProperty("partners");
        return [.. Fractions(inputs.GetProperty("regions")).Select(region => new SplitNode<int, Money>(region.Key, region.Value,
            [.. Fractions(channels[region.Key]).Select(channel => new SplitNode<int, Money>(channel.Key, channel.Value,
                [.. Fractions(partners[region.Key][channel.Key]).Select(partner => new SplitNode<int, Money>(partner.Key, partner.Value))]))]))];
    }

    private static ApportionmentMethod MethodOf(JsonElement inputs) => ApportionmentMethod.Parse(inputs.GetProperty("method").GetString()! switch
    {
        "modified_saintelague" or "modified_sainte_lague" or "sainte_lague_modified" => "modified-saintelague",
        "sainte_lague" => "saintelague",
        "d_hondt" => "dhondt",
        string name => name.Replace('_', '-'),
    });

    private static Money Cents(JsonElement minor) => Money.Of(Whole(minor) / 100m, Currency.USD);

    private static Money[] ManyCents(JsonElement minors) => [.. minors.EnumerateArray().Select(Cents)];

    private static Fraction InCents(Fraction value) => Fraction.Of(value.Numerator * 100, value.Denominator);

    private static void MoneyAllocate(JsonElement inputs, JsonElement expected)
    {
        Currency currency = Currency.Parse(inputs.GetProperty("currency").GetString()!);
        decimal unit = Money.OfMinorUnits(1, currency).Amount;
        Money total = Money.Of(Whole(inputs.GetProperty("totalMinor")) * unit, currency);
        Money step = Money.OfMinorUnits(inputs.TryGetProperty("stepMinor", out JsonElement given) ? given.GetInt64() : 1, currency);
        KeyValuePair<int, Fraction>[] weights = Fractions(inputs.GetProperty("ratios"));

        var split = Split.InSteps(RuleOf(inputs.GetProperty("rule").GetString()!), total, step, weights);

        split.Parts.Select(part => part.Amount / unit).Should().Equal(expected.GetProperty("sharesMinor").EnumerateArray().Select(Whole));
        (split.Remainder.Amount / unit).Should().Be(expected.TryGetProperty("remainderMinor", out JsonElement remainder) ? Whole(remainder) : 0m);
        Money.Sum(split.Parts, currency).Should().Be(total - split.Remainder);
    }

    /// <summary>The golden file's words for rules.</summary>
    private static SplitRule RuleOf(string name) => name switch
    {
        "first" => SplitRule.First,
        "first_nonzero" => SplitRule.FirstNonZero,
        "last" => SplitRule.Last,
        "hamilton" => SplitRule.LargestRemainder,
        "hamilton_floor_toward_minus_infinity" => LibrarySplitRules.MoneyPhp,
        "largest_ratio" => SplitRule.LargestWeight,
        "floor_separate" => SplitRule.Separate,
        "block_separate" => SplitRule.Block,
        "sequential_truncate_from_last" => LibrarySplitRules.RubyMoney,
        "round_half_even_last_residual" => LibrarySplitRules.NodaMoney,
        _ when name.StartsWith("cumulative_round_", StringComparison.Ordinal) => CumulativeOf(name.Substring("cumulative_round_".Length)),
        _ when name.StartsWith("hamilton ", StringComparison.Ordinal) => SplitRule.LargestRemainder,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a word for a rule."),
    };

    private static SplitRule CumulativeOf(string rounding) => SplitRule.CumulativeBy(rounding switch
    {
        "half_even" => RoundingMode.HalfEven,
        "half_up" => RoundingMode.HalfUp,
        "half_down" => RoundingMode.HalfDown,
        "half_away" or "half_away_from_zero" => RoundingMode.HalfAwayFromZero,
        "floor" => RoundingMode.Floor,
        "ceil" or "ceiling" => RoundingMode.Ceiling,
        "down" or "toward_zero" => RoundingMode.TowardZero,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Not a word for a rounding."),
    });

    private static KeyValuePair<int, Fraction>[] Fractions(JsonElement weights) =>
        [.. weights.EnumerateArray().Select((weight, i) => new KeyValuePair<int, Fraction>(i, FractionOf(weight)))];

    private static Fraction FractionOf(JsonElement value) => Fraction.Parse(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

    private static decimal Whole(JsonElement value) => decimal.Parse(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), CultureInfo.InvariantCulture);
}
