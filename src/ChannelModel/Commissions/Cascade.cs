using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Commission up a hierarchy: each level has its rate, on the same basis or on what the levels below leave.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class Cascade
{
    private readonly Rate[] _rates;
    private readonly CascadeBasis _basis;

    private Cascade(Rate[] rates, CascadeBasis basis)
    {
        _rates = rates;
        _basis = basis;
    }

    /// <summary>Makes a cascade.</summary>
    /// <param name="basis">What each level is paid on.</param>
    /// <param name="rates">The rates, the lowest level first.</param>
    /// <returns>The cascade.</returns>
    public static Cascade Of(CascadeBasis basis, params Rate[] rates) => new([.. Guard.Against.Null(rates)], basis);

    /// <summary>Pays all levels.</summary>
    /// <param name="value">The basis of the lowest level; may be below 0.</param>
    /// <param name="rounding">Applied to each level; the next one starts from the rounded amount.</param>
    /// <returns>The amounts, the lowest level first.</returns>
    public IReadOnlyList<Money> Pay(Money value, Rounding rounding)
    {
        var paid = new List<Money>(_rates.Length);
        foreach (Rate rate in _rates)
        {
            Money level = value.Multiply(rate, rounding);
            paid.Add(level);
            value = _basis switch
            {
                CascadeBasis.LessLowerLevels => value - level,
                CascadeBasis.CommissionBelow => level,
                _ => value,
            };
        }

        return paid;
    }

    /// <summary>Pays the last level only: chained rates, such as 90 % of 15 % of a premium.</summary>
    /// <param name="value">The basis of the lowest level.</param>
    /// <param name="rounding">Applied once, to the product of all rates, for chained rates; else to each level.</param>
    /// <returns>The amount of the top level.</returns>
    public Money PayTop(Money value, Rounding rounding) => _basis == CascadeBasis.CommissionBelow
        ? _rates.Take(_rates.Length - 1).Aggregate(value, (level, rate) => level.Multiply(rate, Guard.Against.Null(rounding).WithScale(Money.MaxScale))).Multiply(_rates[_rates.Length - 1], rounding)
        : Pay(value, rounding)[_rates.Length - 1];
}
