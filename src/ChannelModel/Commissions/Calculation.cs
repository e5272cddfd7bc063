using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>One exact run of a plan over facts, with or without lines. Everything is in millionths of the plan's currency.</summary>
internal sealed class Calculation
{
    private readonly CommissionPlan _plan;
    private readonly CommissionFacts _facts;
    private readonly List<StatementLine>? _lines;
    private readonly List<FactError> _errors;
    private readonly BigInteger _unit;
    private string? _record;

    public Calculation(CommissionPlan plan, CommissionFacts facts, List<StatementLine>? lines, List<FactError> errors)
    {
        _plan = plan;
        _facts = facts;
        _lines = lines;
        _errors = errors;
        _unit = plan.RoundingUnit;
    }

    /// <summary>Gets what caps left over and the plan carries.</summary>
    public BigInteger Carried { get; private set; }

    public BigInteger Run()
    {
        CheckCurrencies();
        if (_facts.CarriedIn is not null && (_plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp) && _plan.Caps.Any(IsWithin))
        {
            _errors.Add(new FactError("carried-in", "The cap of a plan that accumulates already covers all that was earned to date; nothing can be carried into it."));
        }

        BigInteger total = Earned();
        total += Returned();
        if (_facts.CarriedIn is Money carriedIn)
        {
            total += Add("carried-in", LineKind.CarriedIn, carriedIn.ToMillionths());
        }

        foreach (PlanCap cap in _plan.Caps.Where(cap => !IsWithin(cap)))
        {
            BigInteger before = (_facts.PaidIn(cap.Per) ?? Money.Zero(_plan.Currency)).ToMillionths();
            total += Cut(total, BigInteger.Max(BigInteger.Zero, cap.Amount.ToMillionths() - before), cap);
        }

        if (_facts.CarriedIn is not null || _plan.Accumulation == Accumulation.PerRecord)
        {
            foreach (PlanCap cap in _plan.Caps.Where(IsWithin))
            {
                total += Cut(total, cap.Amount.ToMillionths(), cap);
            }
        }

        return total + Floor(total);
    }

    private bool IsWithin(PlanCap cap) => cap.Per == _plan.Cycle;

    private BigInteger Earned()
    {
        switch (_plan.Accumulation)
        {
            case Accumulation.PerRecord:
                return Records();
            case Accumulation.Cumulative:
                BigInteger after = C(View(value: true, prior: true));
                int count = _lines?.Count ?? 0;
                BigInteger carried = Carried;
                BigInteger before = _facts.Set.HasPrior ? C(View(value: false, prior: true)) : BigInteger.Zero; // nothing yet is less than C(0)
                Carried = BigInteger.Max(BigInteger.Zero, carried - (Carried - carried));
                for (int i = count; i < _lines?.Count; i++)
                {
                    _lines[i] = _lines[i].AsPrior();
                }

                return after - before;
            case Accumulation.TrueUp:
                BigInteger total = C(View(value: true, prior: true));
                return total + Add("paid-to-date", LineKind.PaidBefore, -(_facts.PaidIn(Cycle.Once) ?? Money.Zero(_plan.Currency)).ToMillionths());
            default:
                return C(View(value: true, prior: false));
        }
    }

    private FactView View(bool value, bool prior) => new(_plan, _facts, _facts.Set, value, prior, _errors);

    private BigInteger Records()
    {
        Ratio exact = Ratio.Zero;
        BigInteger written = BigInteger.Zero;
        bool bySum = _plan.RoundingPlace == RoundingPlace.Statement && _plan.RecordCap is null;
        foreach (FactRecord record in _facts.Records)
        {
            _record = record.Id;
            var view = new FactView(_plan, _facts, record.Set, value: true, prior: false, _errors);
            int start = _lines?.Count ?? 0;
            Ratio sum = Sum(view, out bool mirrored);
            if (bySum)
            {
                exact += sum;
                written += Written(start);
                continue;
            }

            BigInteger rounded = Round(sum, start, mirrored);
            if (_plan.RecordCap is Money cap && rounded > cap.ToMillionths())
            {
                rounded += Add("record-cap", LineKind.RecordCap, cap.ToMillionths() - rounded);
            }

            exact += rounded;
        }

        _record = null;
        if (!bySum)
        {
            return exact.Numerator / exact.Denominator;
        }

        BigInteger total = exact.RoundTo(_unit, _plan.Rounding.Mode);
        _ = Add("rounding", LineKind.Rounding, total - written);
        return total;
    }

    /// <summary>The one function C: everything that telescopes.</summary>
    private BigInteger C(FactView view)
    {
        int start = _lines?.Count ?? 0;
        Ratio sum = Sum(view, out bool mirrored);
        BigInteger total = Round(sum, start, mirrored);
        foreach (PlanCap cap in _plan.Caps.Where(IsWithin))
        {
            total += Cut(total, cap.Amount.ToMillionths(), cap);
        }

        return total;
    }

    private BigInteger Round(Ratio sum, int start, bool mirrored)
    {
        BigInteger total = mirrored ? -(-sum).RoundTo(_unit, _plan.Rounding.Mode) : sum.RoundTo(_unit, _plan.Rounding.Mode);
        if (_lines is not null)
        {
            _ = Add("rounding", LineKind.Rounding, total - Written(start));
        }

        return total;
    }

    private Ratio Sum(FactView view, out bool mirrored)
    {
        bool open = _plan.Gates.Aggregate(true, (all, gate) => IsOpen(gate, view) && all);
        int start = _lines?.Count ?? 0;
        Ratio sum = Ratio.Zero;
        mirrored = true;
        Ratio excess = Ratio.Zero;
        Accelerator? onExcess = _plan.Accelerators.FirstOrDefault(a => a.IsOnExcess);
        foreach (CompiledComponent component in _plan.Compiled.Where(c => !c.Component.IsBonus))
        {
            var run = new ComponentRun(_plan, component, view, _lines, _record);
            Ratio pays = run.Pay();
            mirrored &= run.IsMirrored;
            sum += _plan.RoundingPlace == RoundingPlace.Line ? RoundLine(pays, component, start) : pays;
            if (onExcess is not null)
            {
                excess += run.OnExcess(onExcess);
            }
        }

        if (!open)
        {
            BigInteger written = Written(start);
            _ = Add("gate", LineKind.Gate, -written, new LocalText("closed: the components pay nothing", "未达到，不计佣金"), always: true);
            sum = Ratio.Zero;
        }
        else
        {
            sum = Accelerated(sum, excess, view);
        }

        foreach (CompiledComponent bonus in _plan.Compiled.Where(c => c.Component.IsBonus))
        {
            var run = new ComponentRun(_plan, bonus, view, _lines, _record);
            int from = _lines?.Count ?? 0;
            Ratio pays = run.Pay();
            mirrored &= run.IsMirrored;
            sum += _plan.RoundingPlace == RoundingPlace.Line ? RoundLine(pays, bonus, from) : pays;
        }

        return sum;
    }

    private Ratio RoundLine(Ratio pays, CompiledComponent component, int start)
    {
        BigInteger rounded = pays.RoundTo(_unit, _plan.Rounding.Mode);
        if (_lines is not null)
        {
            BigInteger written = BigInteger.Zero;
            for (int i = start; i < _lines.Count; i++)
            {
                written += _lines[i].Component == component.Component.Name ? _lines[i].Amount.ToMillionths() : 0;
            }

            _ = Add(component.Component.Name + "/rounding", LineKind.Rounding, rounded - written, component: component.Component.Name);
        }

        return rounded;
    }

    private Ratio Accelerated(Ratio sum, Ratio excess, FactView view)
    {
        for (int i = 0; i < _plan.Accelerators.Count; i++)
        {
            Accelerator accelerator = _plan.Accelerators[i];
            Ratio change;
            string rate;
            if (accelerator.IsOnExcess)
            {
                change = excess;
                rate = string.Join(" / ", accelerator.Steps.Select(step => StatementLine.Number(step.Factor)));
            }
            else
            {
                Ratio value = view.Get(accelerator.By);
                int at = 0;
                for (int j = 1; j < accelerator.Steps.Count; j++)
                {
                    int order = value.CompareTo(TierCompiler.Units(accelerator.Steps[j].From, accelerator.By.UnitsPerOne));
                    at = order > 0 || (order == 0 && accelerator.Edge == Edge.LowerIncluded) ? j : at;
                }

                decimal factor = accelerator.Steps[at].Factor;
                change = sum * new Ratio(Exact.ToUnits(factor - 1m, 4), 10_000);
                rate = StatementLine.Number(factor);
            }

            if (!change.IsZero)
            {
                _ = Add($"accelerate-{i + 1}", LineKind.Accelerator, change.RoundTo(BigInteger.One, RoundingMode.TowardZero), new LocalText(accelerator.By.Name), rate: rate);
                sum += change;
            }
        }

        return sum;
    }

    private bool IsOpen(PlanGate gate, FactView view)
    {
        Ratio value = view.Get(gate.By);
        bool open = value.CompareTo(TierCompiler.Units(gate.AtLeast, gate.By.UnitsPerOne)) >= 0;
        decimal? shown = StatementLine.Cut(new Ratio(value.Numerator * (gate.By.Kind == BasisKind.Rate ? 100 : 1), value.Denominator * gate.By.UnitsPerOne), 8);
        if (_lines is not null)
        {
            string word = open ? "met" : "not met";
            _ = Add(
                "gate/" + gate.By.Name,
                LineKind.Gate,
                BigInteger.Zero,
                new LocalText($"{gate.By} {shown} against {gate.AtLeast}: {word}", $"{gate.By} {shown}，要求 {gate.AtLeast}：{(open ? "达到" : "未达到")}"),
                always: true);
        }

        return open;
    }

    private BigInteger Cut(BigInteger total, BigInteger room, PlanCap cap)
    {
        if (total <= room)
        {
            return BigInteger.Zero;
        }

        if (cap.Excess == Excess.Carried)
        {
            Carried += total - room;
        }

        string what = cap.Excess == Excess.Carried ? "carried over" : "lost";
        return Add("cap/" + cap.Per, LineKind.Cap, room - total, new LocalText($"{cap.Amount} per {cap.Per}, {what}", $"{cap.Per} 上限 {cap.Amount}，超出部分{(cap.Excess == Excess.Carried ? "结转" : "不再支付")}"));
    }

    private BigInteger Returned()
    {
        BigInteger sum = BigInteger.Zero;
        if (_facts.Returns.Count > 0 && _plan.Returns != ReturnPolicy.OriginalRate)
        {
            _errors.Add(new FactError("returns", $"The plan takes returns by {(_plan.Returns is null ? "no named policy" : nameof(ReturnPolicy.ReRatePeriod))}; linked returns need ReturnPolicy.OriginalRate."));
            return sum;
        }

        foreach (LinkedReturn item in _facts.Returns)
        {
            sum += Add("return/" + item.Id, LineKind.LinkedReturn, -item.TakenBack(_plan.Rounding).ToMillionths(), new LocalText($"{item.Id}: {item.Returned} of {item.Sold}"));
        }

        return sum;
    }

    private BigInteger Floor(BigInteger total)
    {
        if (_plan.Floor is not PlanFloor floor)
        {
            return BigInteger.Zero;
        }

        Ratio least = floor.Amount.ToMillionths();
        if (floor.IsProratedByDays && _facts.Active is NodaTime.DateInterval active)
        {
            least = new Ratio(floor.Amount.ToMillionths() * active.Length, _facts.Period.Length);
        }

        BigInteger rounded = least.RoundTo(_unit, _plan.Rounding.Mode);
        return total >= rounded ? BigInteger.Zero : Add("floor", LineKind.Floor, rounded - total, new LocalText(Money.OfMillionths(rounded, _plan.Currency).ToString("G", null)));
    }

    private void CheckCurrencies()
    {
        foreach (FactSet.Fact fact in _facts.Set.Facts)
        {
            if (fact.Currency is Currency currency && currency != _plan.Currency)
            {
                _errors.Add(new FactError(fact.Basis.Name, $"'{fact.Basis}' is in {currency}, the plan in {_plan.Currency}; state an exchange rate."));
            }
        }

        if (_facts.Paid.Count == 0 && _facts.CarriedIn is null && _facts.Returns.Count == 0)
        {
            return;
        }

        foreach (Money amount in _facts.Paid.Select(paid => paid.Value).Concat(_facts.CarriedIn is Money carried ? [carried] : []).Concat(_facts.Returns.Select(r => r.Commission)))
        {
            if (amount.Currency != _plan.Currency)
            {
                _errors.Add(new FactError("amount", $"{amount} is not in the plan's currency {_plan.Currency}."));
            }
        }
    }

    private BigInteger Written(int start)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = start; i < (_lines?.Count ?? 0); i++)
        {
            sum += _lines![i].Amount.ToMillionths();
        }

        return sum;
    }

    private BigInteger Add(string id, LineKind kind, BigInteger amount, LocalText? note = null, string? rate = null, string? component = null, bool always = false)
    {
        if (_lines is not null && (always || !amount.IsZero))
        {
            _lines.Add(new StatementLine(_record is null ? id : $"{_record}/{id}", kind, Money.OfMillionths(amount, _plan.Currency)) { Note = note, Rate = rate, Component = component, Record = _record });
        }

        return amount;
    }
}
