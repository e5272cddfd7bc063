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
            default:
                return false;
        }
    }

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
        _ when name.StartsWith("cumulative_round_", StringComparison.Ordinal) => CumulativeOf(name["cumulative_round_".Length..]),
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
