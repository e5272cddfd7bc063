using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Channels;

/// <summary>How much of the sales hang on few partners: the Herfindahl index and the share of the largest. "One streamer" is a risk with a number.</summary>
/// <remarks>
/// <para>
/// Range: the index is the sum of the squared shares (Herfindahl 1950, Hirschman 1945), from 1 / n for n equal partners to 100 % for a single one;
/// both figures are rounded to ten decimals, a half away from zero.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
/// <typeparam name="TKey">What the sales are listed by, such as the id of a partner.</typeparam>
public sealed class Concentration<TKey>
    where TKey : notnull
{
    private Concentration(Rate herfindahl, TKey largest, Rate largestShare, int count)
    {
        Herfindahl = herfindahl;
        Largest = largest;
        LargestShare = largestShare;
        Count = count;
    }

    /// <summary>Gets the Herfindahl index: the sum of the squared shares, 1 / n to 100 %.</summary>
    public Rate Herfindahl { get; }

    /// <summary>Gets the key with the largest share; of equal ones the first given.</summary>
    public TKey Largest { get; }

    /// <summary>Gets the share of the largest, above 0 % to 100 %.</summary>
    public Rate LargestShare { get; }

    /// <summary>Gets the number of keys that have sales.</summary>
    public int Count { get; }

    /// <summary>Gets how many equal partners would be as concentrated: 1 / the index, rounded to two decimals, a half away from zero.</summary>
    public decimal EffectiveCount => Exact.Round(1m / Herfindahl.ToFraction(), 2, RoundingMode.HalfAwayFromZero);

    /// <summary>Measures the concentration of sales.</summary>
    /// <param name="sales">The sales of each key: 0 or more, of one currency, together above 0.</param>
    /// <returns>The concentration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sales"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no sales, an amount is negative, or the currencies differ.</exception>
    public static Concentration<TKey> Of(IEnumerable<KeyValuePair<TKey, Money>> sales)
    {
        KeyValuePair<TKey, Money>[] lines = Guard.Against.Null(sales).ToArray();
        if (lines.FirstOrDefault(line => line.Value.IsNegative) is { Value.IsNegative: true } negative)
        {
            throw new ArgumentException(FormattableString.Invariant($"The sales of '{negative.Key}' are {negative.Value}; expected 0 or more."), nameof(sales));
        }

        if (lines.All(line => line.Value.IsZero))
        {
            throw new ArgumentException("There are no sales; expected at least one amount above 0.", nameof(sales));
        }

        Currency currency = lines[0].Value.Currency;
        Money total = Money.Sum(lines.Select(line => line.Value), currency);
        BigInteger squares = BigInteger.Zero;
        KeyValuePair<TKey, Money> largest = lines[0];
        foreach (KeyValuePair<TKey, Money> line in lines)
        {
            squares += BigInteger.Pow(Exact.ToUnits(line.Value.Amount, Money.MaxScale), 2);
            if (line.Value > largest.Value)
            {
                largest = line;
            }
        }

        BigInteger whole = BigInteger.Pow(Exact.ToUnits(total.Amount, Money.MaxScale), 2);
        BigInteger index = Exact.Divide(squares * Rate.One.TenBillionths, whole, RoundingMode.HalfAwayFromZero);
        return new Concentration<TKey>(
            Rate.OfTenBillionths((long)index),
            largest.Key,
            Rate.Of(largest.Value, total),
            lines.Count(line => !line.Value.IsZero));
    }
}
