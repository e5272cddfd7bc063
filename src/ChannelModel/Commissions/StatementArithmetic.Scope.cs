using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>The part about gates, tiers, accelerators and rounding.</summary>
internal sealed partial class StatementArithmetic
{
    /// <summary>The lines of one run of the tiers: of the period, of what came before, or of one record.</summary>
    private sealed class Scope
    {
        private readonly StatementArithmetic _all;
        private readonly string? _record;
        private readonly string _prefix;
        private readonly int _sign;
        private readonly Dictionary<string, StatementLine> _byId = new(StringComparer.Ordinal);
        private readonly ILookup<string?, StatementLine> _byComponent;

        public Scope(StatementArithmetic all, string? record, bool prior)
        {
            _all = all;
            _record = record;
            _sign = prior ? -1 : 1;
            _prefix = (prior ? "prior/" : string.Empty) + (record is null ? string.Empty : record + "/");
            List<StatementLine> lines = [.. all.ScopeOf(record, prior)];
            foreach (StatementLine line in lines)
            {
                _byId[line.Id] = line; // that ids are unique has been checked
            }

            _byComponent = lines.ToLookup(line => line.Component, StringComparer.Ordinal);
        }

        /// <summary>Gets what the lines so far add up to, before the sign of what came before.</summary>
        public BigInteger Written { get; private set; }

        public Ratio Sum(out bool mirrored)
        {
            bool open = true;
            string[][] gates = [.. _all._record.Rules("gate")];
            for (int i = 0; i < gates.Length; i++)
            {
                StatementLine? gate = Find(Id($"gate-{i + 1}"), LineKind.Gate);
                Expect(gate, $"gate-{i + 1}", BigInteger.Zero, isAlways: true);
                if (gate is not null)
                {
                    Need(gate, gate.Operands.Count == 2 && gate.Operands[1].CompareTo(RecordRows.Fraction(gates[i][1])) == 0, "the bound of the gate is not that of the rules");
                    open &= gate.Operands.Count == 2 && gate.Operands[0].CompareTo(gate.Operands[1]) >= 0;
                }
            }

            mirrored = true;
            Ratio sum = Components("pay", ref mirrored);
            if (open)
            {
                sum = Accelerated(sum);
            }
            else
            {
                _ = Expect("gate", LineKind.Gate, -Written, isAlways: true);
                sum = Ratio.Zero;
            }

            return sum + Components("bonus", ref mirrored);
        }

        public BigInteger Rounded(Ratio sum, bool mirrored)
        {
            BigInteger total = _all.Round(sum, mirrored);
            _ = Expect("rounding", LineKind.Rounding, total - Written);
            return total;
        }

        public BigInteger Expect(string word, LineKind kind, BigInteger amount, bool isAlways = false) => Expect(Find(Id(word), kind), word, amount, isAlways);

        private BigInteger Expect(StatementLine? line, string word, BigInteger amount, bool isAlways)
        {
            Written += amount;
            return _all.Expect(line, Id(word), amount, _sign, isAlways);
        }

        private Ratio Accelerated(Ratio sum)
        {
            string[][] rules = [.. _all._record.Rules("accelerator")];
            for (int i = 0; i < rules.Length; i++)
            {
                string word = $"accelerate-{i + 1}";
                StatementLine? line = Find(Id(word), LineKind.Accelerator);
                (Ratio From, Ratio Factor)[] steps = [.. rules[i][3].Split(';').Select(step => step.Split(':')).Select(step => (RecordRows.Fraction(step[0]), new Ratio(Exact.ToUnits(RecordRows.Number(step[1]), 4), 10_000)))];
                Ratio change = Ratio.Zero;
                if (line is not null && rules[i][1] == "excess")
                {
                    Need(line, line.Operands.Count == steps.Length, "there is not one band for each step");
                    for (int j = 0; j < Math.Min(steps.Length, line.Operands.Count); j++)
                    {
                        change += line.Operands[j] * (steps[j].Factor - BigInteger.One);
                    }
                }
                else if (line is not null)
                {
                    Need(line, line.Operands.Count == 1, "it has no value that chooses its factor");
                    Ratio value = line.Operands.Count == 1 ? line.Operands[0] : Ratio.Zero;
                    Ratio factor = steps[0].Factor;
                    foreach ((Ratio from, Ratio next) in steps.Skip(1))
                    {
                        int order = value.CompareTo(from);
                        factor = order > 0 || (order == 0 && rules[i][2] == nameof(Edge.LowerIncluded)) ? next : factor;
                    }

                    Need(line, line.Rate is string rate && new Ratio(Exact.ToUnits(RecordRows.Number(rate), 4), 10_000).CompareTo(factor) == 0, "the factor shown is not that of the value");
                    change = sum * (factor - BigInteger.One);
                }

                _ = Expect(line, word, change.RoundTo(BigInteger.One, RoundingMode.TowardZero), isAlways: true);
                sum += change;
            }

            return sum;
        }

        private Ratio Components(string kind, ref bool mirrored)
        {
            Ratio sum = Ratio.Zero;
            foreach (string[] rule in _all._record.Rules("component").Where(row => row[1] == kind))
            {
                var lines = _byComponent[rule[0]].ToList();
                bool back = lines.Count > 0 && lines.TrueForAll(line => line.IsMirrored);
                if (!back && lines.Exists(line => line.IsMirrored))
                {
                    _all._problems.Add($"{rule[0]}: some lines are mirrored and some are not.");
                }

                mirrored &= back;
                sum += Component(rule, lines, back);
            }

            return sum;
        }

        private Ratio Component(string[] rule, List<StatementLine> lines, bool mirrored)
        {
            BigInteger before = Written;
            bool roundsEach = _all._place == RoundingPlace.Tier && rule[2] == "tiers";
            Ratio pays = Ratio.Zero;
            foreach (IGrouping<int, StatementLine> tier in lines.Where(line => line.Tier > 0).GroupBy(line => line.Tier))
            {
                pays += TierOf(rule[0], tier.Key, [.. tier], mirrored, roundsEach);
                pays = pays.Reduce();
            }

            foreach (StatementLine nothing in lines.Where(line => line.Kind == LineKind.Nothing))
            {
                _ = Expect(nothing, nothing.Id, BigInteger.Zero, isAlways: true);
            }

            if (rule[3].Length > 0)
            {
                BigInteger most = _all._record.Millionths(rule[3]);
                bool cuts = pays.CompareTo(most) > 0;
                _ = Expect(rule[0] + "/cap", LineKind.ComponentCap, cuts ? most - (Written - before) : BigInteger.Zero);
                pays = cuts ? most : pays;
            }

            if (_all._place == RoundingPlace.Line || (_all._place == RoundingPlace.Tier && !roundsEach))
            {
                pays = _all.Round(pays, mirrored);
                _ = Expect(rule[0] + "/rounding", LineKind.Rounding, pays.Numerator - (Written - before));
            }

            return pays;
        }

        private Ratio TierOf(string component, int tier, List<StatementLine> lines, bool mirrored, bool roundsEach)
        {
            BigInteger before = Written;
            BigInteger sign = mirrored ? -BigInteger.One : BigInteger.One;
            Ratio exact = Ratio.Zero;
            foreach (StatementLine line in lines.Where(line => line.Kind == LineKind.Tier))
            {
                exact = line.Units * line.Slope;
                Need(line, line.PerShown > 0 && IsRate(line), "the rate shown is not that of its exact numbers");
                _ = Expect(line, line.Id, exact.RoundTo(BigInteger.One, RoundingMode.TowardZero), isAlways: true);
            }

            foreach (StatementLine line in lines.Where(line => line.Kind is LineKind.TierMinimum or LineKind.TierMaximum))
            {
                Ratio bound = line.Operands.Count == 1 ? line.Operands[0] : Ratio.Zero;
                int order = (exact * sign).CompareTo(bound);
                Need(line, line.Operands.Count == 1 && (line.Kind == LineKind.TierMinimum ? order < 0 : order > 0), "the bound does not hold the tier");
                exact = bound * sign;
                _ = Expect(line, line.Id, exact.Numerator - (Written - before), isAlways: true);
            }

            foreach (StatementLine line in lines.Where(line => line.Kind == LineKind.Flat))
            {
                exact += Expect(line, line.Id, line.Millionths * _sign, isAlways: true);
            }

            if (roundsEach)
            {
                exact = _all.Round(exact, mirrored);
                _ = Expect(FormattableString.Invariant($"{component}/rounding-{tier}"), LineKind.Rounding, exact.Numerator - (Written - before));
            }

            return exact;
        }

        /// <summary>Whether the rate as it is printed is the exact one.</summary>
        private static bool IsRate(StatementLine line)
        {
            string text = line.Rate ?? string.Empty;
            Ratio? slope = text.Length > 0 && text[text.Length - 1] == '%' ? Number(text, 1, 8, 10_000_000_000)
                : text.EndsWith(" each", StringComparison.Ordinal) ? Number(text, 5, 6, line.PerShown == 100_000_000 ? 10_000_000_000 : line.PerShown)
                : text.EndsWith(" a block", StringComparison.Ordinal) ? Number(text, 8, 6, 1)
                : RecordRows.Fraction(text);
            return slope is Ratio shown && shown.CompareTo(line.Slope) == 0;
        }

        private static Ratio? Number(string text, int suffix, int scale, long denominator)
        {
            decimal value = RecordRows.Number(text.Substring(0, text.Length - suffix));
            return new Ratio(Exact.ToUnits(value, 20), BigInteger.Pow(10, 20 - scale) * denominator);
        }

        private void Need(StatementLine line, bool holds, string problem)
        {
            if (!holds)
            {
                _all._problems.Add($"{line.Id}: {problem}.");
            }
        }

        private StatementLine? Find(string id, LineKind kind) => _byId.TryGetValue(id, out StatementLine? line) && line.Kind == kind ? line : null;

        private string Id(string word) => _prefix + word;
    }
}
