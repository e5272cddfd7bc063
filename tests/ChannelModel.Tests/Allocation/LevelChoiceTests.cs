using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>Levels within a total, against every choice there is.</summary>
public sealed class LevelChoiceTests
{
    [Fact]
    public void No_other_choice_brings_more_and_of_equals_the_cheapest_and_then_the_first_in_the_list_is_taken()
    {
        ulong state = 7;
        for (int round = 0; round < 600; round++)
        {
            KeyValuePair<string, IReadOnlyList<SpendLevel>>[] lines = [.. Enumerable.Range(0, 1 + Next(3)).Select(i => new KeyValuePair<string, IReadOnlyList<SpendLevel>>(
                $"k{i}", [.. Enumerable.Range(0, 1 + Next(4)).Select(_ => new SpendLevel(Yuan(Next(6)), Next(5)))]))];
            int total = Next(13);
            int[][] within = [.. Choices(lines.Select(line => line.Value.Count).ToArray()).Where(choice => Cost(choice) <= total)];
            LevelChoice<string> best = LevelChoice.Best(Yuan(total), lines);
            if (within.Length == 0)
            {
                best.Count.Should().Be(0);
                best.Missing.Should().Be(Yuan(lines.Sum(line => line.Value.Min(level => level.Spend.Amount)) - total));
                best.Spend.Should().Be(Yuan(0m));
                continue;
            }

            IOrderedEnumerable<int[]> order = within.OrderByDescending(Brings).ThenBy(Cost);
            for (int i = 0; i < lines.Length; i++)
            {
                int line = i;
                order = order.ThenByDescending(choice => lines[line].Value[choice[line]].Spend.Amount);
            }

            int[] expected = order.First();
            best.Missing.Should().BeNull();
            best.Select(level => level.Value.Spend.Amount).Should().Equal(expected.Select((level, i) => lines[i].Value[level].Spend.Amount), "{0} of {1}", total, string.Join("; ", lines.Select(line => string.Join(", ", line.Value))));
            best.Response.Should().Be(Brings(expected));
            best.Spend.Should().Be(Yuan(Cost(expected)));

            decimal Cost(int[] choice) => choice.Select((level, i) => lines[i].Value[level].Spend.Amount).Sum();
            decimal Brings(int[] choice) => choice.Select((level, i) => lines[i].Value[level].Response).Sum();
        }

        int Next(int below)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((state >> 33) % (ulong)below);
        }
    }

    [Fact]
    public void A_choice_is_read_by_its_keys()
    {
        LevelChoice<string> choice = LevelChoice.Best<string>(Yuan(7m), [new("a", [new SpendLevel(Yuan(0m), 0m), new SpendLevel(Yuan(5m), 9m)]), new("b", [new SpendLevel(Yuan(0m), 1m), new SpendLevel(Yuan(3m), 4m)])]);
        (choice.Total, choice.Spend, choice.Response, choice.Count, choice.Missing).Should().Be((Yuan(7m), Yuan(5m), 10m, 2, (Money?)null));
        choice["a"].Should().Be(new SpendLevel(Yuan(5m), 9m));
        choice["b"].Should().Be(new SpendLevel(Yuan(0m), 1m));
        ((IEnumerable)choice).Cast<KeyValuePair<string, SpendLevel>>().Select(level => level.Key).Should().Equal("a", "b");
        ArgumentException thrown = ((Action)(() => _ = choice["c"])).Should().Throw<ArgumentException>().Which;
        thrown.ParamName.Should().Be("key");
        thrown.Message.Should().StartWith("There is no level for 'c'; expected one of a, b.");
        KeyValuePair<string, IReadOnlyList<SpendLevel>>[] many = [.. Enumerable.Range(10, 12).Select(i => new KeyValuePair<string, IReadOnlyList<SpendLevel>>($"k{i}", [new SpendLevel(Yuan(0m), 0m)]))];
        ((Action)(() => _ = LevelChoice.Best(Yuan(7m), many)["c"])).Should().Throw<ArgumentException>().Which.Message.Should().StartWith("There is no level for 'c'; expected one of k10, k11, k12, k13, k14, k15, k16, k17, k18, k19.");
    }

    [Fact]
    public void The_first_of_the_same_levels_is_taken_and_a_costlier_one_only_if_it_brings_more()
    {
        LevelChoice.Best<string>(Yuan(9m), [new("a", [new SpendLevel(Yuan(4m), 5m), new SpendLevel(Yuan(3m), 5m), new SpendLevel(Yuan(9m), 4m)])])["a"].Spend.Should().Be(Yuan(3m));
        LevelChoice.Best<string>(Yuan(4m), [new("a", [new SpendLevel(Yuan(4m), 5m), new SpendLevel(Yuan(3m), 4m)])])["a"].Spend.Should().Be(Yuan(4m), "the whole total may be spent");
        LevelChoice.Best<string>(Yuan(3.99m), [new("a", [new SpendLevel(Yuan(4m), 5m), new SpendLevel(Yuan(3m), 4m)])])["a"].Spend.Should().Be(Yuan(3m));
        LevelChoice.Best<string>(Yuan(4m), []).Count.Should().Be(0);
        LevelChoice.Best<string>(Yuan(4m), []).Missing.Should().BeNull();
        LevelChoice<string> tie = LevelChoice.Best<string>(Yuan(1m), [new("a", [new SpendLevel(Yuan(1m), 1m), new SpendLevel(Yuan(0m), 0m)]), new("b", [new SpendLevel(Yuan(1m), 1m), new SpendLevel(Yuan(0m), 0m)])]);
        (tie["a"].Spend, tie["b"].Spend).Should().Be((Yuan(1m), Yuan(0m)), "of equals the one that spends more on the first");
        LevelChoice<string> costly = LevelChoice.Best<string>(Yuan(5m), [new("a", [new SpendLevel(Yuan(4m), 1m), new SpendLevel(Yuan(3m), 0m)]), new("b", [new SpendLevel(Yuan(4.5m), 1m), new SpendLevel(Yuan(6m), 7m)])]);
        costly.Missing.Should().Be(Yuan(2.5m), "the cheapest levels cost 3 and 4.50");
    }

    [Fact]
    public void Levels_that_do_not_fit_are_refused_by_their_key()
    {
        SpendLevel level = new(Yuan(1m), 1m);
        Refused([new("a", [level]), new("a", [level])], "The key 'a' is there twice; expected each key once.");
        Refused([new("a", [level]), new("b", [])], "The key 'b' has no level; expected at least one.");
        Refused([new("a", [level, new SpendLevel(Money.Of(1m, Currency.USD), 1m)])], "A level of 'a' costs 1.00 USD; expected an amount in CNY.");
        ((Action)(() => LevelChoice.Best<string>(Yuan(1m), null!))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("levels");
        ((Action)(() => LevelChoice.Best<string>(Yuan(1m), [new("a", null!)]))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("levels");
        level.ToString().Should().Be("1.00 CNY: 1");
        level.GetHashCode().Should().NotBe(new SpendLevel(Yuan(1m), 2m).GetHashCode());
        default(SpendLevel).Response.Should().Be(0m);

        static void Refused(KeyValuePair<string, IReadOnlyList<SpendLevel>>[] levels, string message)
        {
            ArgumentException thrown = ((Action)(() => LevelChoice.Best(Yuan(9m), levels))).Should().Throw<ArgumentException>().Which;
            thrown.ParamName.Should().Be("levels");
            thrown.Message.Should().StartWith(message);
        }
    }

#if !NETFX_REPLAY // what is tested here is internal
    [Fact]
    public void What_stands_against_a_total_is_told_in_both_languages()
    {
        Said(InfeasibleSide.BelowMinimums, 2, "The total 5 is 3 below the minimums, which come to 8 (k1, k2).", "总额5低于各下限之和8，缺3（k1, k2）。");
        Said(InfeasibleSide.AboveMaximums, 2, "The total 5 is 3 above the maximums, which come to 9 (k1, k2).", "总额5高于各上限之和9，超出3（k1, k2）。");
        Said(InfeasibleSide.BelowMinimums, 10, "The total 5 is 3 below the minimums, which come to 8 (k1, k2, k3, k4, k5, k6, k7, k8, k9, k10).", "总额5低于各下限之和8，缺3（k1, k2, k3, k4, k5, k6, k7, k8, k9, k10）。");
        Said(InfeasibleSide.BelowMinimums, 11, "The total 5 is 3 below the minimums, which come to 8 (k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, ...).", "总额5低于各下限之和8，缺3（k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, ...）。");

        static void Said(InfeasibleSide side, int lines, string en, string zh)
        {
            var why = new Infeasibility<string, int>(side, 5, 3, 8, 9, [.. Enumerable.Range(1, lines).Select(i => $"k{i}")]);
            why.In(Language.English).Should().Be(en);
            why.ToString().Should().Be(en);
            why.In(Language.SimplifiedChinese).Should().Be(zh);
        }
    }
#endif

    private static IEnumerable<int[]> Choices(int[] counts)
    {
        IEnumerable<int[]> all = [[]];
        foreach (int count in counts)
        {
            all = all.SelectMany(before => Enumerable.Range(0, count).Select(level => before.Append(level).ToArray()));
        }

        return all;
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.CNY);
}
