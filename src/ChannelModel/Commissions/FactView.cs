using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>The numbers of one calculation: the period, the period with what came before, what came before alone, or one record.</summary>
internal sealed class FactView
{
    private readonly CommissionPlan _plan;
    private readonly CommissionFacts _facts;
    private readonly FactSet _values;
    private readonly bool _value;
    private readonly bool _prior;
    private readonly List<FactError> _errors;

    public FactView(CommissionPlan plan, CommissionFacts facts, FactSet values, bool value, bool prior, List<FactError> errors)
    {
        _plan = plan;
        _facts = facts;
        _values = values;
        _value = value;
        _prior = prior;
        _errors = errors;
    }

    /// <summary>The number in units of its basis; missing ones are reported and count as 0.</summary>
    public Ratio Get(Basis basis)
    {
        if (basis.How == Basis.Derivation.None)
        {
            return Plain(basis);
        }

        bool target = basis.How is Basis.Derivation.Attainment or Basis.Derivation.OverTarget;
        Ratio value = Plain(basis.Source!);
        BigInteger other = Required(basis.Source!, target ? FactColumn.Target : FactColumn.Baseline);
        Ratio over = value - other;
        return basis.How switch
        {
            Basis.Derivation.Attainment => new Ratio(value.Numerator * basis.UnitsPerOne, value.Denominator * other),
            Basis.Derivation.Growth => new Ratio(over.Numerator * basis.UnitsPerOne, over.Denominator * other),
            _ => over.Sign < 0 ? Ratio.Zero : over,
        };
    }

    /// <summary>A target or baseline, above 0; 1 where it is missing, since that is reported.</summary>
    public BigInteger Required(Basis basis, FactColumn column)
    {
        string what = column == FactColumn.Target ? "target" : "baseline";
        if (!_facts.Set.TryFind(basis, column, out BigInteger units))
        {
            Report(basis.Name, $"The {what} of '{basis}' is missing.");
        }
        else if (units.Sign <= 0)
        {
            Report(basis.Name, $"The {what} of '{basis}' is {StatementLine.Cut(new Ratio(units, basis.UnitsPerOne), 10)}; it must be above 0.");
        }

        return units.Sign > 0 ? units : BigInteger.One;
    }

    public void Report(string name, string message) => _errors.Add(new FactError(name, message));

    private Ratio Plain(Basis basis)
    {
        BigInteger sum = BigInteger.Zero;
        if (_value)
        {
            if (_values.TryFind(basis, FactColumn.Value, out BigInteger units) || _facts.Set.TryFind(basis, FactColumn.Value, out units))
            {
                sum += units;
            }
            else
            {
                Report(basis.Name, $"'{basis}' is missing.");
            }
        }

        if (_prior && _facts.Set.TryFind(basis, FactColumn.Prior, out BigInteger prior))
        {
            sum += prior;
        }

        if (_plan.AttainmentCap is (Basis of, decimal percent) && of == basis)
        {
            var most = new Ratio(Required(basis, FactColumn.Target) * Exact.ToUnits(percent, 8), 10_000_000_000);
            return most.CompareTo(sum) < 0 ? most : sum;
        }

        return sum;
    }
}
