using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>
/// Does the arithmetic of a record again, in the documented order, from its tier lines and rules alone: every other line must follow from them. Written apart from the calculation,
/// and against it.
/// </summary>
internal sealed partial class StatementArithmetic
{
    private readonly RecordRows _record;
    private readonly List<string> _problems = [];
    private readonly HashSet<StatementLine> _seen = [];
    private Rounding _rounding = Rounding.HalfAwayFromZero;
    private RoundingPlace _place;
    private BigInteger _unit;
    private Cap[] _caps = [];
    private BigInteger _carried;
    private ILookup<(string? Record, bool IsPrior), StatementLine>? _scopes;

    public StatementArithmetic(RecordRows record)
    {
        _record = record;
    }

    public IReadOnlyList<string> Check()
    {
        try
        {
            string[] rounding = _record.Rules("rounding").Single();
            _rounding = Rounding.Parse(rounding[0]);
            _place = RecordRows.OneOf<RoundingPlace>(rounding[1]);
            _unit = BigInteger.Pow(10, Money.MaxScale - _rounding.ScaleFor(_record.Currency));
            _caps = [.. _record.Rules("cap").Select(r => new Cap(r[0], _record.Millionths(r[1]), RecordRows.OneOf<Excess>(r[2]) == Excess.Carried, r[3] == "within"))];
            if (_record.Lines.Select(line => line.Id).Distinct(StringComparer.Ordinal).Count() != _record.Lines.Count)
            {
                _problems.Add("Two lines have the same id.");
            }

            Whole();
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            _problems.Add("The rules and facts cannot be read: " + broken.Message.Split('\n')[0]);
        }

        return _problems;
    }

    private IEnumerable<StatementLine> ScopeOf(string? record, bool prior)
    {
        _scopes ??= _record.Lines.ToLookup(line => (line.Record, line.IsPrior));
        return _scopes[(record, prior)];
    }

    private void Whole()
    {
        string[] accumulate = _record.Rules("accumulate").Single();
        Accumulation accumulation = RecordRows.OneOf<Accumulation>(accumulate[0]);
        BigInteger total;
        if (accumulation == Accumulation.PerRecord)
        {
            total = Records();
        }
        else
        {
            total = C(prior: false);
            if (accumulation == Accumulation.Cumulative && accumulate[1] == "prior")
            {
                BigInteger carried = _carried;
                _carried = BigInteger.Zero;
                total -= C(prior: true);
                _carried = BigInteger.Max(BigInteger.Zero, carried - _carried);
            }
        }

        if (accumulation == Accumulation.TrueUp)
        {
            total += Expect("paid-to-date", LineKind.PaidBefore, -Paid(Cycle.Once.ToString()));
        }

        foreach (string[] row in _record.Facts("return"))
        {
            Money[] amounts = [.. row.Skip(1).Select(cell => Money.Of(RecordRows.Number(cell), _record.Currency))];
            total += Expect("return/" + row[0], LineKind.LinkedReturn, -new LinkedReturn(row[0], amounts[0], amounts[1], amounts[2], amounts[3]).TakenBack(_rounding).ToMillionths());
        }

        bool carries = _record.Facts("carried-in").Any();
        if (carries)
        {
            total += Expect("carried-in", LineKind.CarriedIn, _record.Millionths(_record.Facts("carried-in").Single()[0]));
        }

        foreach (Cap cap in _caps.Where(cap => !cap.IsWithin))
        {
            total += Cut("cap/" + cap.Per, total, BigInteger.Max(BigInteger.Zero, cap.Most - Paid(cap.Per)), cap);
        }

        foreach (Cap cap in _caps.Where(cap => cap.IsWithin && (carries || accumulation == Accumulation.PerRecord)))
        {
            total += Cut($"cap/{cap.Per}/to-date", total, cap.Most, cap);
        }

        foreach (string[] floor in _record.Rules("floor"))
        {
            BigInteger least = Round(RecordRows.Fraction(floor[1]) * _record.Millionths(floor[0]), mirrored: false);
            total += Expect("floor", LineKind.Floor, BigInteger.Max(BigInteger.Zero, least - total));
        }

        Finish(total);
    }

    private void Finish(BigInteger total)
    {
        _problems.AddRange(_record.Lines.Where(line => !_seen.Contains(line)).Select(line =>
            line.Kind is LineKind.Input or LineKind.Nothing && line.Amount.IsZero ? null : $"{line.Id}: nothing in the record leads to this line.").OfType<string>());
        BigInteger sum = _record.Lines.Aggregate(BigInteger.Zero, (all, line) => all + line.Millionths);
        if (sum != _record.Total.ToMillionths())
        {
            _problems.Add(FormattableString.Invariant($"The lines add up to {Amount(sum)}, which is not the stated total {_record.Total.Amount}."));
        }

        if (total != _record.Total.ToMillionths())
        {
            _problems.Add(FormattableString.Invariant($"The rules lead to {Amount(total)}, which is not the stated total {_record.Total.Amount}."));
        }

        if (_carried != _record.Carried.ToMillionths())
        {
            _problems.Add(FormattableString.Invariant($"The caps leave {Amount(_carried)} to be carried, which is not the stated {_record.Carried.Amount}."));
        }
    }

    private BigInteger Records()
    {
        string? cap = _record.Rules("record-cap").Select(row => row[0]).SingleOrDefault();
        string? floor = _record.Rules("record-floor").Select(row => row[0]).SingleOrDefault();
        bool bySum = _place == RoundingPlace.Statement && cap is null && floor is null;
        Ratio exact = Ratio.Zero;
        BigInteger written = BigInteger.Zero;
        bool mirrored = true;
        var ids = _record.Lines.Where(line => line.Record is not null).Select(line => line.Record!).Distinct(StringComparer.Ordinal).ToList();
        foreach (string id in ids)
        {
            var scope = new Scope(this, id, prior: false);
            Ratio sum = scope.Sum(out bool all);
            mirrored &= all;
            if (bySum)
            {
                exact += sum;
                written += scope.Written;
                continue;
            }

            BigInteger total = scope.Rounded(sum, all);
            if (cap is not null)
            {
                total += scope.Expect("record-cap", LineKind.RecordCap, BigInteger.Min(BigInteger.Zero, _record.Millionths(cap) - total));
            }

            if (floor is not null)
            {
                total += scope.Expect("record-floor", LineKind.RecordFloor, BigInteger.Max(BigInteger.Zero, _record.Millionths(floor) - total));
            }

            exact += total;
        }

        if (!bySum)
        {
            return exact.Numerator / exact.Denominator;
        }

        BigInteger rounded = Round(exact, mirrored && ids.Count > 0);
        _ = Expect("rounding", LineKind.Rounding, rounded - written);
        return rounded;
    }

    private BigInteger C(bool prior)
    {
        var scope = new Scope(this, null, prior);
        Ratio sum = scope.Sum(out bool mirrored);
        BigInteger total = scope.Rounded(sum, mirrored);
        foreach (Cap cap in _caps.Where(cap => cap.IsWithin))
        {
            BigInteger cut = BigInteger.Min(BigInteger.Zero, cap.Most - total);
            _carried -= cap.IsCarried ? cut : BigInteger.Zero;
            total += scope.Expect("cap/" + cap.Per, LineKind.Cap, cut);
        }

        return total;
    }

    private BigInteger Cut(string id, BigInteger total, BigInteger room, Cap cap)
    {
        BigInteger cut = BigInteger.Min(BigInteger.Zero, room - total);
        _carried -= cap.IsCarried ? cut : BigInteger.Zero;
        return Expect(id, LineKind.Cap, cut);
    }

    private BigInteger Paid(string per) => _record.Facts("paid").Where(row => row[0] == per).Select(row => _record.Millionths(row[1])).SingleOrDefault();

    private BigInteger Round(Ratio value, bool mirrored) => mirrored ? -(-value).RoundTo(_unit, _rounding.Mode) : value.RoundTo(_unit, _rounding.Mode);

    private BigInteger Expect(string id, LineKind kind, BigInteger amount) =>
        Expect(_record.Lines.FirstOrDefault(line => line.Id == id && line.Kind == kind && !line.IsPrior), id, amount, 1, isAlways: false);

    /// <summary>Compares a line with what it must be; a line of 0 is left out unless it says something.</summary>
    private BigInteger Expect(StatementLine? line, string id, BigInteger amount, int sign, bool isAlways)
    {
        if (line is null)
        {
            if (isAlways || !amount.IsZero)
            {
                _problems.Add($"{id}: a line of {Amount(amount * sign)} is missing.");
            }
        }
        else
        {
            _seen.Add(line);
            if (line.Millionths * sign != amount)
            {
                _problems.Add(FormattableString.Invariant($"{line.Id}: the amount follows from the record as {Amount(amount * sign)}, not {line.Amount.Amount}."));
            }
        }

        return amount;
    }

    private static string Amount(BigInteger millionths) => Exact.Canonical(Exact.ToDecimal(millionths, 6)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A cap as the rules state it.</summary>
    private sealed class Cap(string per, BigInteger most, bool isCarried, bool isWithin)
    {
        public string Per { get; } = per;

        public BigInteger Most { get; } = most;

        public bool IsCarried { get; } = isCarried;

        public bool IsWithin { get; } = isWithin;
    }
}
