using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>Splits a total among keys without losing or making a cent.</summary>
/// <remarks>
/// <para>
/// By largest remainder (Hamilton): each key first gets its quota, total x weight / sum of the weights, cut off to whole units; the units that are left go one each to the
/// largest remainders. It keeps these laws: the parts add up to the total; each part is its quota rounded down or up; a weight of 0 gets 0; equal input in another order gives
/// each key the same, since ties go to the smaller key; and the split of -x is the negative of the split of x.
/// </para>
/// </remarks>
public static class Split
{
    /// <summary>Splits an amount of money to the currency's smallest unit.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">The amount, a whole number of the currency's smallest unit; of millionths for a currency that has none.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, a key is there twice, or the total has more decimals than the currency.</exception>
    public static Allotment<TKey, Money> ByLargestRemainder<TKey>(Money total, IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull, IComparable<TKey>
    {
        KeyValuePair<TKey, Rate>[] lines = Checked(weights);
        int scale = total.Currency.MinorUnits ?? Money.MaxScale;
        if (Exact.Scale(total.Amount) > scale)
        {
            throw new ArgumentException($"The total {total} has more decimals than {total.Currency}; expected a whole number of its smallest unit.", nameof(total));
        }

        BigInteger[] parts = LargestRemainder(Exact.ToUnits(total.Amount, scale), lines);
        return new Allotment<TKey, Money>(
            total,
            lines.Select((line, i) => new KeyValuePair<TKey, Money>(line.Key, Money.Of(Exact.ToDecimal(parts[i], scale), total.Currency))).ToArray());
    }

    /// <summary>Splits a number of whole things, such as stores.</summary>
    /// <typeparam name="TKey">What gets a part; ties go to the smaller key.</typeparam>
    /// <param name="total">How many; may be negative.</param>
    /// <param name="weights">The weight of each key, 0 or more, in any proportion; each key once.</param>
    /// <returns>The parts, in the order of the weights: 78 at 40 % and 60 % gives 31 and 47.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no weight above 0, a weight is negative, or a key is there twice.</exception>
    public static Allotment<TKey, long> ByLargestRemainder<TKey>(long total, IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull, IComparable<TKey>
    {
        KeyValuePair<TKey, Rate>[] lines = Checked(weights);
        BigInteger[] parts = LargestRemainder(total, lines);
        return new Allotment<TKey, long>(total, lines.Select((line, i) => new KeyValuePair<TKey, long>(line.Key, (long)parts[i])).ToArray());
    }

    private static KeyValuePair<TKey, Rate>[] Checked<TKey>(IEnumerable<KeyValuePair<TKey, Rate>> weights)
        where TKey : notnull
    {
        KeyValuePair<TKey, Rate>[] lines = Guard.Against.Null(weights).ToArray();
        var seen = new HashSet<TKey>();
        foreach (KeyValuePair<TKey, Rate> line in lines)
        {
            if (!seen.Add(line.Key))
            {
                throw new ArgumentException($"The key '{line.Key}' is there twice; expected each key once.", nameof(weights));
            }

            if (line.Value.IsNegative)
            {
                throw new ArgumentException($"The weight of '{line.Key}' is {line.Value}; expected 0% or more.", nameof(weights));
            }
        }

        return lines.All(line => line.Value.IsZero)
            ? throw new ArgumentException("There is no weight above 0%; expected at least one.", nameof(weights))
            : lines;
    }

    private static BigInteger[] LargestRemainder<TKey>(BigInteger total, KeyValuePair<TKey, Rate>[] lines)
        where TKey : IComparable<TKey>
    {
        // On the absolute total, so that a refund mirrors the charge.
        BigInteger units = BigInteger.Abs(total);
        BigInteger sum = BigInteger.Zero;
        foreach (KeyValuePair<TKey, Rate> line in lines)
        {
            sum += line.Value.TenBillionths;
        }

        var parts = new BigInteger[lines.Length];
        var remainders = new BigInteger[lines.Length];
        BigInteger left = units;
        for (int i = 0; i < lines.Length; i++)
        {
            parts[i] = BigInteger.DivRem(units * lines[i].Value.TenBillionths, sum, out remainders[i]);
            left -= parts[i];
        }

        // Fewer units are left than there are remainders above 0, so a weight of 0 never gets one.
        foreach (int i in Enumerable.Range(0, lines.Length)
            .OrderByDescending(i => remainders[i])
            .ThenBy(i => lines[i].Key)
            .Take((int)left))
        {
            parts[i] += BigInteger.One;
        }

        return total.Sign < 0 ? parts.Select(part => -part).ToArray() : parts;
    }
}
