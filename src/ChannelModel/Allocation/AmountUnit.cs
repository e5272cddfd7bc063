using System;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Allocation;

/// <summary>The way between amounts and whole units: the smallest unit of a currency, a cash step, or one of whole things.</summary>
internal abstract class AmountUnit<TAmount>
    where TAmount : struct
{
    /// <summary>Gets how much of an amount one unit is.</summary>
    public abstract Ratio Size { get; }

    /// <summary>The amount in units.</summary>
    /// <exception cref="ArgumentException">It is no whole number of units, or of another currency.</exception>
    public abstract BigInteger ToUnits(TAmount amount, string what, string parameter);

    public abstract TAmount ToAmount(BigInteger units);

    public abstract TAmount ToAmount(long units);

    /// <summary>Many at once; the array may be used itself.</summary>
    public virtual TAmount[] ToAmounts(long[] units) => Array.ConvertAll(units, ToAmount);
}

/// <summary>Money in steps.</summary>
#pragma warning disable MA0048, SA1402 // the three are one small thing
internal sealed class MoneyUnit : AmountUnit<Money>
{
    private readonly Currency _currency;
    private readonly BigInteger _millionths;
    private readonly int _scale;
    private readonly bool _isPowerOfTen;
    private readonly string _name;

    /// <summary>Initializes a new instance of the <see cref="MoneyUnit"/> class.</summary>
    /// <exception cref="ArgumentException">The step is of another currency, or not above 0.</exception>
    public MoneyUnit(Currency currency, Money? step)
    {
        _currency = currency;
        _scale = currency.MinorUnits ?? Money.MaxScale;
        _isPowerOfTen = step is null;
        _millionths = BigInteger.Pow(10, Money.MaxScale - _scale);
        _name = "its smallest unit";
        if (step is Money given)
        {
            if (given.Currency != currency)
            {
                throw new ArgumentException(FormattableString.Invariant($"The step {given} is of another currency than the total; expected {currency}."), nameof(step));
            }

            if (given.Amount <= 0m)
            {
                throw new ArgumentException(FormattableString.Invariant($"The step is {given}; expected an amount above 0."), nameof(step));
            }

            _millionths = given.ToMillionths();
            _name = FormattableString.Invariant($"the step {given}");
        }
    }

    public override Ratio Size => new(_millionths, BigInteger.Pow(10, Money.MaxScale));

    public override BigInteger ToUnits(Money amount, string what, string parameter)
    {
        if (amount.Currency != _currency)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} {amount} is of another currency than the total; expected {_currency}."), parameter);
        }

        BigInteger units = BigInteger.DivRem(amount.ToMillionths(), _millionths, out BigInteger rest);
        if (!rest.IsZero)
        {
            throw new ArgumentException(
                _isPowerOfTen
                    ? FormattableString.Invariant($"The {what} {amount} has more decimals than {_currency}; expected a whole number of {_name}.")
                    : FormattableString.Invariant($"The {what} {amount} is no whole multiple of {_name}; expected one, rounded by a rounding of your choice."),
                parameter);
        }

        return units;
    }

    public override Money ToAmount(BigInteger units) => Money.OfMillionths(units * _millionths, _currency);

    public override Money ToAmount(long units) => _isPowerOfTen ? Money.OfUnits(units, _scale, _currency) : ToAmount((BigInteger)units);
}

/// <summary>Whole things in steps.</summary>
internal sealed class CountUnit : AmountUnit<long>
{
    private readonly long _step;

    /// <summary>Initializes a new instance of the <see cref="CountUnit"/> class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0.</exception>
    public CountUnit(long step = 1)
    {
        if (step <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "Expected a step of 1 or more.");
        }

        _step = step;
    }

    public override Ratio Size => (BigInteger)_step;

    public override BigInteger ToUnits(long amount, string what, string parameter) => amount % _step == 0
        ? amount / _step
        : throw new ArgumentException(FormattableString.Invariant($"The {what} {amount} is no whole multiple of the step {_step}; expected one."), parameter);

    public override long ToAmount(BigInteger units) => (long)(units * _step);

    public override long ToAmount(long units) => units * _step;

    public override long[] ToAmounts(long[] units) => _step == 1 ? units : base.ToAmounts(units);
}
