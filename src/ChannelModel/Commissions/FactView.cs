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
        if (basis.How == BasisDerivation.None)
        {
            return Plain(basis);
        }

        bool target = basis.How is BasisDerivation.Attainment or BasisDerivation.OverTarget;
        Ratio value = Plain(basis.Source!);
        if (basis.NoBaseline != NoBaseline.Refused && !HasBaseline(basis))
        {
            return basis.NoBaseline == NoBaseline.Skipped || value.Sign < 0 ? Ratio.Zero : value;
        }

        BigInteger other = Required(basis.Source!, target ? FactColumn.Target : FactColumn.Baseline);
        Ratio over = value - other;
        return basis.How switch
        {
            BasisDerivation.Attainment => new Ratio(value.Numerator * basis.UnitsPerOne, value.Denominator * other),
            BasisDerivation.Growth => new Ratio(over.Numerator * basis.UnitsPerOne, over.Denominator * other),
            _ => over.Sign < 0 ? Ratio.Zero : over,
        };
    }

    /// <summary>Whether a component has nothing to measure growth against, and its plan says to skip it.</summary>
    public bool Skips(Basis basis) => basis.NoBaseline == NoBaseline.Skipped && !HasBaseline(basis);

    /// <summary>The number as it is stated, and the most that counts of it; nothing where it counts in full.</summary>
    public (Ratio Stated, Ratio Counted)? Cut(Basis of)
    {
        Ratio stated = Stated(of);
        Ratio counted = Plain(of);
        return counted.CompareTo(stated) < 0 ? (stated, counted) : null;
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
            Report(basis.Name, $"The {what} of '{basis}' is {basis.Shown(units)}; it must be above 0.");
        }

        return units.Sign > 0 ? units : BigInteger.One;
    }

    public void Report(string name, string message)
    {
        foreach (FactError known in _errors)
        {
            if (known.Name == name && known.Message == message)
            {
                return;
            }
        }

        _errors.Add(new FactError(name, message));
    }

    private bool HasBaseline(Basis basis) => _facts.Set.TryFind(basis.Source!, FactColumn.Baseline, out BigInteger units) && !units.IsZero;

    private Ratio Plain(Basis basis)
    {
        Ratio sum = Stated(basis);
        if (_plan.AttainmentCap is (Basis of, decimal percent) && of == basis)
        {
            var most = new Ratio(Required(basis, FactColumn.Target) * Exact.ToUnits(percent, 8), 10_000_000_000);
            return most.CompareTo(sum) < 0 ? most : sum;
        }

        return sum;
    }

    private BigInteger Stated(Basis basis)
    {
        bool hasPrior = _facts.Set.TryFind(basis, FactColumn.Prior, out BigInteger prior);
        if (basis.Kind == BasisKind.Rate && _prior)
        {
            // Rates do not add up: to date it is the one of the period, before it the prior one, or else the same.
            return hasPrior && !_value ? prior : Value(basis);
        }

        BigInteger sum = _value ? Value(basis) : BigInteger.Zero;
        return _prior && hasPrior ? sum + prior : sum;
    }

    private BigInteger Value(Basis basis)
    {
        if (!_values.TryFind(basis, FactColumn.Value, out BigInteger units) && !_facts.Set.TryFind(basis, FactColumn.Value, out units))
        {
            Report(basis.Name, $"'{basis}' is missing.");
        }

        return units;
    }
}
