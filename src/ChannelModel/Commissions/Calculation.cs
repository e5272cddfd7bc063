using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>One exact run of a plan over facts, with or without lines. Everything is in millionths of the plan's currency.</summary>
internal sealed partial class Calculation
{
    private static readonly LocalText Unwritten = new("-");

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
        if (_facts.CarriedIn is not null && (_plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp) && _plan.Caps.Any(_plan.IsWithin))
        {
            _errors.Add(new FactError("carried-in", "The cap of a plan that accumulates already covers all that was earned to date; nothing can be carried into it."));
        }

        Sources(_facts.Set, null);
        BigInteger total = Earned();
        total += Returned();
        if (_facts.CarriedIn is Money carriedIn)
        {
            total += Add("carried-in", LineKind.CarriedIn, carriedIn.ToMillionths());
        }

        foreach (PlanCap cap in _plan.Caps.Where(cap => !_plan.IsWithin(cap)))
        {
            BigInteger before = PaidIn(cap.Per, $"a cap {StatementText.Per(cap.Per, Language.English)}").ToMillionths();
            total += Cut(total, BigInteger.Max(BigInteger.Zero, cap.Amount.ToMillionths() - before), cap);
        }

        if (_facts.CarriedIn is not null || _plan.Accumulation == Accumulation.PerRecord)
        {
            foreach (PlanCap cap in _plan.Caps.Where(_plan.IsWithin))
            {
                total += Cut(total, cap.Amount.ToMillionths(), cap, "/to-date");
            }
        }

        return total + Floor(total);
    }

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
                Money paid = _facts.Set.HasPrior ? PaidIn(Cycle.Once, "a true-up") : _facts.PaidIn(Cycle.Once) ?? Money.Zero(_plan.Currency);
                return total + Add("paid-to-date", LineKind.PaidBefore, -paid.ToMillionths());
            default:
                return C(View(value: true, prior: false));
        }
    }

    private FactView View(bool value, bool prior) => new(_plan, _facts, _facts.Set, value, prior, _errors);

    /// <summary>Says where converted amounts come from.</summary>
    private void Sources(FactSet set, string? record)
    {
        if (_lines is null)
        {
            return;
        }

        foreach (FactSet.Fact fact in set.Facts)
        {
            if (fact.Source is LocalText source)
            {
                _record = record;
                var value = Money.OfMillionths(fact.Units, _plan.Currency);
                _ = Add($"source/{fact.Basis}", LineKind.Input, BigInteger.Zero, new LocalText($"{fact.Basis} {value}: {source.En}", $"{fact.Basis.Label.In(Language.SimplifiedChinese)} {value}：{source.In(Language.SimplifiedChinese)}"), always: true);
            }
        }
    }

    /// <summary>The one function C: everything that telescopes.</summary>
    private BigInteger C(FactView view)
    {
        int start = _lines?.Count ?? 0;
        Ratio sum = Sum(view, view, out bool mirrored);
        BigInteger total = Round(sum, start, mirrored);
        foreach (PlanCap cap in _plan.Caps.Where(_plan.IsWithin))
        {
            total += Cut(total, cap.Amount.ToMillionths(), cap);
        }

        return total;
    }

    /// <summary>What was paid before: never taken for nothing where it is not stated.</summary>
    private Money PaidIn(Cycle per, string why)
    {
        if (_facts.PaidIn(per) is Money paid)
        {
            return paid;
        }

        _errors.Add(new FactError("paid", $"What was paid before is missing, and {why} needs it: state it (WithPaid, Cycle.{per}), at first as 0."));
        return Money.Zero(_plan.Currency);
    }

    private BigInteger Round(Ratio sum, int start, bool mirrored)
    {
        BigInteger total = RoundedTo(sum, mirrored);
        if (_lines is not null)
        {
            _ = Add("rounding", LineKind.Rounding, total - Written(start));
        }

        return total;
    }

    private BigInteger RoundedTo(Ratio sum, bool mirrored) => mirrored ? -(-sum).RoundTo(_unit, _plan.Rounding.Mode) : sum.RoundTo(_unit, _plan.Rounding.Mode);

    private Ratio Sum(FactView view, FactView whole, out bool mirrored)
    {
        ValueCap(view);
        bool open = true;
        for (int i = 0; i < _plan.Gates.Count; i++)
        {
            open &= IsOpen(_plan.Gates[i], i, Of(_plan.Gates[i].By));
        }

        int start = _lines?.Count ?? 0;
        Ratio sum = Ratio.Zero;
        mirrored = true;
        Ratio excess = Ratio.Zero;
        Accelerator? onExcess = _plan.Accelerators.Count == 0 ? null : _plan.Accelerators.FirstOrDefault(a => a.IsOnExcess);
        Ratio[] bands = onExcess is null ? [] : [.. Enumerable.Repeat(Ratio.Zero, onExcess.Steps.Count)];
        foreach (CompiledComponent component in _plan.Paying)
        {
            var run = new ComponentRun(_plan, component, view, _lines, _record);
            sum += run.Pay();
            mirrored &= run.IsMirrored;
            if (onExcess is not null)
            {
                excess += run.OnExcess(onExcess, bands);
            }
        }

        if (!open)
        {
            _ = Add("gate", LineKind.Gate, -Written(start), new LocalText("closed: the components pay nothing", "未达到，不计佣金"), always: true);
            sum = Ratio.Zero;
        }
        else
        {
            sum = Accelerated(sum, excess, bands, Of);
        }

        foreach (CompiledComponent bonus in _plan.Bonuses)
        {
            var run = new ComponentRun(_plan, bonus, view, _lines, _record);
            sum += run.Pay();
            mirrored &= run.IsMirrored;
        }

        return sum;

        // Against a target or baseline, which are the period's, counts the whole period.
        FactView Of(Basis by) => by.How == BasisDerivation.None ? view : whole;
    }

    private BigInteger Cut(BigInteger total, BigInteger room, PlanCap cap, string suffix = "")
    {
        if (total <= room)
        {
            return BigInteger.Zero;
        }

        if (cap.Excess == Excess.Carried)
        {
            Carried += total - room;
        }

        bool carried = cap.Excess == Excess.Carried;
        bool toDate = _plan.IsWithin(cap) && _plan.Accumulation is Accumulation.Cumulative or Accumulation.TrueUp;
        return Add(
            $"cap/{cap.Per}{suffix}",
            LineKind.Cap,
            room - total,
            new LocalText(
                $"{cap.Amount} {StatementText.Per(cap.Per, Language.English)}{(toDate ? " to date" : string.Empty)}, {(carried ? "the rest is carried over" : "the rest is lost")}",
                $"{StatementText.Per(cap.Per, Language.SimplifiedChinese)}{(toDate ? "累计" : string.Empty)}上限 {cap.Amount}，超出部分{(carried ? "结转" : "不再支付")}"));
    }

    private BigInteger Returned()
    {
        BigInteger sum = BigInteger.Zero;
        if (_facts.Returns.Count > 0 && _plan.Returns != ReturnPolicy.OriginalRate)
        {
            _errors.Add(new FactError("returns", $"The plan takes returns by {(_plan.Returns is null ? "no named policy" : nameof(ReturnPolicy.ReRatePeriod))}; linked returns need ReturnPolicy.OriginalRate."));
            return sum;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (LinkedReturn item in _facts.Returns)
        {
            if (!seen.Add(item.Id))
            {
                _errors.Add(new FactError("returns", $"The return '{item.Id}' is there twice."));
                continue;
            }

            sum += Add("return/" + item.Id, LineKind.LinkedReturn, -item.TakenBack(_plan.Rounding).ToMillionths(), new LocalText($"{item.Id}: {item.Returned} of {item.Sold}", $"{item.Id}：{item.Sold} 中退回 {item.Returned}"));
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
        var shown = Money.OfMillionths(rounded, _plan.Currency);
        return total >= rounded ? BigInteger.Zero : Add("floor", LineKind.Floor, rounded - total, new LocalText(FormattableString.Invariant($"at least {shown}"), $"下限 {shown}"));
    }

    private void Check(FactSet set)
    {
        foreach (FactSet.Fact fact in set.Facts)
        {
            if (fact.Currency is Currency currency && currency != _plan.Currency)
            {
                _errors.Add(new FactError(fact.Basis.Name, $"'{fact.Basis}' is in {currency}, the plan in {_plan.Currency}; state an exchange rate."));
            }
        }
    }

    private void CheckCurrencies()
    {
        Check(_facts.Set);
        foreach (FactRecord record in _facts.Records)
        {
            Check(record.Set);
        }

        if (_facts.Paid.Count == 0 && _facts.CarriedIn is null && _facts.Returns.Count == 0)
        {
            return;
        }

        foreach (Money amount in _facts.Paid.Select(paid => paid.Value).Concat(_facts.CarriedIn is Money carried ? [carried] : []).Concat(_facts.Returns.Select(r => r.Commission)))
        {
            if (amount.Currency != _plan.Currency)
            {
                _errors.Add(new FactError("amount", FormattableString.Invariant($"{amount} is not in the plan's currency {_plan.Currency}.")));
            }
        }
    }

    private BigInteger Written(int start)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = start; i < (_lines?.Count ?? 0); i++)
        {
            sum += _lines![i].Millionths;
        }

        return sum;
    }

    private BigInteger Add(string id, LineKind kind, BigInteger amount, LocalText? note = null, string? rate = null, bool always = false, IReadOnlyList<Ratio>? operands = null)
    {
        if (_lines is not null && (always || !amount.IsZero))
        {
            _lines.Add(new StatementLine(_record is null ? id : $"{_record}/{id}", kind, amount, _plan.Currency) { Note = note, Rate = rate, Record = _record, Operands = operands ?? [] });
        }

        return amount;
    }
}
