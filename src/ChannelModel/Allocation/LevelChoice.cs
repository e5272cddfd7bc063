using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Allocation;

/// <summary>Chooses one level for each line within a total: exact for any table, also where returns rise, jump or fall.</summary>
public static class LevelChoice
{
    /// <summary>Finds the choice that brings most. Of choices that bring the same the cheapest is taken, then the one that spends more on smaller places in the list.</summary>
    /// <typeparam name="TKey">What is run at a level.</typeparam>
    /// <param name="total">What may be spent at most; it need not be used up.</param>
    /// <param name="levels">For each key its levels, at least one; a line that may be left alone has a level of 0.</param>
    /// <returns>The choice; without a level for any key if even the cheapest levels cost more than the total.</returns>
    /// <remarks>
    /// Sums are kept only while no cheaper sum brings as much: exact, with time by the number of such sums, at most one for each different spend. Responses are decimals and are added exactly.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="levels"/> or a list in it is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key is there twice or has no level, or an amount is in another currency.</exception>
    public static LevelChoice<TKey> Best<TKey>(Money total, IEnumerable<KeyValuePair<TKey, IReadOnlyList<SpendLevel>>> levels)
        where TKey : notnull
    {
        KeyValuePair<TKey, IReadOnlyList<SpendLevel>>[] lines = Guard.Against.Null(levels).ToArray();
        var seen = new HashSet<TKey>();
        foreach (KeyValuePair<TKey, IReadOnlyList<SpendLevel>> line in lines)
        {
            if (!seen.Add(line.Key))
            {
                throw new ArgumentException($"The key '{line.Key}' is there twice; expected each key once.", nameof(levels));
            }

            if (Guard.Against.Null(line.Value, nameof(levels)).Count == 0)
            {
                throw new ArgumentException($"The key '{line.Key}' has no level; expected at least one.", nameof(levels));
            }

            foreach (SpendLevel level in line.Value)
            {
                if (level.Spend.Currency != total.Currency)
                {
                    throw new ArgumentException($"A level of '{line.Key}' costs {level.Spend}; expected an amount in {total.Currency}.", nameof(levels));
                }
            }
        }

        // One layer of sums after each line: cheapest first, each bringing more than all cheaper ones.
        var layers = new List<Sum>[lines.Length + 1];
        layers[0] = [new Sum(0m, 0m, -1, -1)];
        for (int i = 0; i < lines.Length; i++)
        {
            layers[i + 1] = Extend(layers[i], lines[i].Value, total.Amount);
            if (layers[i + 1].Count == 0)
            {
                decimal least = lines.Sum(line => line.Value.Min(level => level.Spend.Amount));
                return new LevelChoice<TKey>(total, [], Money.Of(least - total.Amount, total.Currency));
            }
        }

        var chosen = new KeyValuePair<TKey, SpendLevel>[lines.Length];
        int at = layers[lines.Length].Count - 1;
        for (int i = lines.Length; i > 0; i--)
        {
            Sum sum = layers[i][at];
            chosen[i - 1] = new KeyValuePair<TKey, SpendLevel>(lines[i - 1].Key, lines[i - 1].Value[sum.Level]);
            at = sum.Before;
        }

        return new LevelChoice<TKey>(total, chosen, null);
    }

    private static List<Sum> Extend(List<Sum> before, IReadOnlyList<SpendLevel> levels, decimal total)
    {
        var all = new List<Sum>(before.Count * levels.Count);
        for (int k = 0; k < levels.Count; k++)
        {
            for (int i = 0; i < before.Count; i++)
            {
                decimal spend = before[i].Spend + levels[k].Spend.Amount;
                if (spend > total)
                {
                    break; // the sums ascend
                }

                all.Add(new Sum(spend, before[i].Response + levels[k].Response, i, k));
            }
        }

        // Equals: what was spent on the lines before comes first, so that smaller places keep more.
        all.Sort((left, right) => left.Spend != right.Spend ? left.Spend.CompareTo(right.Spend)
            : left.Response != right.Response ? right.Response.CompareTo(left.Response)
            : left.Before != right.Before ? right.Before.CompareTo(left.Before)
            : left.Level.CompareTo(right.Level));
        var kept = new List<Sum>();
        foreach (Sum sum in all)
        {
            if (kept.Count == 0 || sum.Response > kept[kept.Count - 1].Response)
            {
                kept.Add(sum);
            }
        }

        return kept;
    }

    private readonly struct Sum(decimal spend, decimal response, int before, int level)
    {
        public decimal Spend { get; } = spend;

        public decimal Response { get; } = response;

        public int Before { get; } = before;

        public int Level { get; } = level;
    }
}
