using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>What looks at a value to decide: the cap on attainment, gates and accelerators.</summary>
internal sealed partial class Calculation
{
    private void ValueCap(FactView view)
    {
        if (_lines is not null && _plan.AttainmentCap is (Basis of, decimal percent) && view.Cut(of) is (Ratio stated, Ratio counted))
        {
            string share = StatementLine.Number(Exact.Canonical(percent));
            string value = Shown(stated, of);
            string most = Shown(counted, of);
            Add(
                "value-cap",
                LineKind.Input,
                BigInteger.Zero,
                new LocalText($"{of} {value} counts as {most}, {share} % of its target", $"{of.Label.In(Language.SimplifiedChinese)} {value} 只计到目标的 {share}%，即 {most}"),
                always: true,
                operands: [stated, counted]);
        }
    }

    private Ratio Accelerated(Ratio sum, Ratio excess, Ratio[] bands, Func<Basis, FactView> viewOf)
    {
        for (int i = 0; i < _plan.Accelerators.Count; i++)
        {
            Accelerator accelerator = _plan.Accelerators[i];
            Ratio change;
            string rate;
            LocalText note;
            IReadOnlyList<Ratio> operands;
            if (accelerator.IsOnExcess)
            {
                change = excess;
                rate = string.Join(" / ", accelerator.Steps.Select(step => StatementLine.Number(step.Factor)));
                string edges = string.Join("% / ", accelerator.Steps.Select(step => StatementLine.Number(step.From))) + "%";
                note = new LocalText($"{accelerator.By}, from {edges} of its target", $"{accelerator.By.Label.In(Language.SimplifiedChinese)}，自目标的 {edges} 起");
                operands = bands;
            }
            else
            {
                Ratio value = viewOf(accelerator.By).Get(accelerator.By);
                decimal factor = accelerator.FactorAt(value);
                change = sum * new Ratio(Exact.ToUnits(factor - 1m, 4), 10_000);
                rate = StatementLine.Number(factor);
                string shown = _lines is null ? string.Empty : Shown(value, accelerator.By);
                note = _lines is null ? Unwritten : new LocalText($"{accelerator.By} {shown}", $"{accelerator.By.Label.In(Language.SimplifiedChinese)} {shown}");
                operands = [value];
            }

            _ = Add($"accelerate-{i + 1}", LineKind.Accelerator, change.RoundTo(BigInteger.One, RoundingMode.TowardZero), note, rate: rate, always: true, operands: operands);
            sum += change;
        }

        return sum;
    }

    private bool IsOpen(PlanGate gate, int index, FactView view)
    {
        Ratio value = view.Get(gate.By);
        Ratio least = TierCompiler.Units(gate.AtLeast, gate.By.UnitsPerOne);
        bool open = value.CompareTo(least) >= 0;
        if (_lines is not null)
        {
            string shown = Shown(value, gate.By);
            string bound = StatementLine.Number(gate.AtLeast) + (gate.By.Kind == BasisKind.Rate ? "%" : string.Empty);
            _ = Add(
                $"gate-{index + 1}",
                LineKind.Gate,
                BigInteger.Zero,
                new LocalText($"{gate.By} {shown} against {bound}: {(open ? "met" : "not met")}", $"{gate.By.Label.In(Language.SimplifiedChinese)} {shown}，要求 {bound}：{(open ? "达到" : "未达到")}"),
                always: true,
                operands: [value, least]);
        }

        return open;
    }

    /// <summary>A number as a person reads it, cut to 8 decimals; rates in percent.</summary>
    private static string Shown(Ratio value, Basis basis)
    {
        bool rate = basis.Kind == BasisKind.Rate;
        decimal? shown = StatementLine.Cut(new Ratio(value.Numerator * (rate ? 100 : 1), value.Denominator * basis.UnitsPerOne), 8);
        return (shown is decimal number ? StatementLine.Number(number) : "?") + (rate ? "%" : string.Empty);
    }
}
