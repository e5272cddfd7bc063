using System;

namespace ChannelModel.Bulk;

/// <summary>How many decimals the whole numbers of a column stand for: with 2, the number 12345 is 123.45.</summary>
/// <remarks>
/// <para>Range: 0 to 6 for money and counts, 0 to 8 for percentages, which is what facts can hold.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ColumnScales
{
    private ColumnScales(int money, int count, int percent)
    {
        Money = money;
        Count = count;
        Percent = percent;
    }

    /// <summary>Gets the decimals of columns of money: 2 for cents, 6 for millionths.</summary>
    public int Money { get; }

    /// <summary>Gets the decimals of columns that count, such as orders.</summary>
    public int Count { get; }

    /// <summary>Gets the decimals of columns of rates, which are in percent: with 2, the number 3150 is 31.50 %.</summary>
    public int Percent { get; }

    /// <summary>States the scales.</summary>
    /// <param name="money">0 to 6.</param>
    /// <param name="count">0 to 6.</param>
    /// <param name="percent">0 to 8.</param>
    /// <returns>The scales.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A scale is outside its range.</exception>
    public static ColumnScales Of(int money, int count = 0, int percent = 2) =>
        new(Checked(money, 6, nameof(money)), Checked(count, 6, nameof(count)), Checked(percent, 8, nameof(percent)));

    /// <summary>The smallest coin of a currency, whole counts, and percentages with two decimals.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>The scales; 6 decimals where a currency has no smallest coin.</returns>
    public static ColumnScales OfMinorUnits(Currency currency) => Of(currency.MinorUnits ?? ChannelModel.Money.MaxScale);

    private static int Checked(int scale, int most, string name) => scale >= 0 && scale <= most
        ? scale
        : throw new ArgumentOutOfRangeException(name, scale, FormattableString.Invariant($"Expected 0 to {most} decimals."));
}
