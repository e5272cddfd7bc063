using System.Collections.Generic;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>One component over one view of the facts: the exact amount, and its lines.</summary>
internal sealed class ComponentRun
{
    private readonly CommissionPlan _plan;
    private readonly CompiledComponent _compiled;
    private readonly FactView _view;
    private readonly List<StatementLine>? _lines;
    private readonly string? _record;
    private readonly Ratio _selector;
    private readonly Ratio _basis;
    private readonly Ratio _scale;
    private readonly Ratio _factor;
    private readonly int _row;
    private readonly bool _scaled;
    private readonly bool _ok;

    public ComponentRun(CommissionPlan plan, CompiledComponent compiled, FactView view, List<StatementLine>? lines, string? record)
    {
        _plan = plan;
        _compiled = compiled;
        _view = view;
        _lines = lines;
        _record = record;
        PlanComponent component = compiled.Component;
        _scale = BigInteger.One;
        _factor = BigInteger.One;
        if (view.Skips(component.On) || view.Skips(component.By))
        {
            Nothing("there is no baseline, so no growth", "没有基数，不计增长");
            return;
        }

        _basis = view.Get(component.On);
        _selector = component.On == component.By ? _basis : view.Get(component.By);
        if (compiled.Table.EdgesInPercentOfTarget)
        {
            BigInteger target = view.Required(component.On, FactColumn.Target);
            _selector = new Ratio(_basis.Numerator * 10_000_000_000, _basis.Denominator * target);
            if (compiled.Table.Mode == TierMode.Graduated)
            {
                _scale = new Ratio(target, 10_000_000_000); // portions are shares of the target, and paid as money
                _basis = _selector;
                _scaled = true;
            }
        }
        else if (compiled.Table.RateBy is Basis rate)
        {
            Ratio stated = view.Get(rate);
            _factor = new Ratio(stated.Numerator, stated.Denominator * rate.UnitsPerOne);
            _scaled = true;
        }

        bool negative = _basis.Sign < 0;
        if (negative && compiled.Table.Negative == NegativeValue.Refused)
        {
            view.Report(component.On.Name, $"'{component.On}' is below 0, and '{component.Name}' does not say what that pays (OnNegative).");
            return;
        }

        IsMirrored = negative && compiled.Table.Negative == NegativeValue.Mirrored;
        if (IsMirrored)
        {
            _basis = -_basis;
            _selector = component.On == component.By || compiled.Table.EdgesInPercentOfTarget ? -_selector : _selector;
        }

        if (compiled.Top is BigInteger top && _selector.CompareTo(top) > 0)
        {
            if (compiled.Table.AboveTop == AboveTop.Refused)
            {
                string value = compiled.Table.EdgesInPercentOfTarget ? Basis.Attainment.Shown(_selector) + " of its target" : component.By.Shown(_selector);
                view.Report(component.By.Name, $"'{component.By}' is {value}, above the top of '{component.Name}' (EndingAt).");
                return;
            }

            _basis = component.On == component.By ? Capped(top) : _basis;
            _selector = top;
        }

        if (component.Grid is not null)
        {
            _row = compiled.RowOf(view.Get(component.Grid.Rows.By));
        }

        _ok = true;
    }

    public bool IsMirrored { get; }

    private ExactCurve Curve => _compiled.Curves[_row];

    private bool RoundsTiers => _plan.RoundingPlace == RoundingPlace.Tier;

    /// <summary>Whether each tier rounds by itself; along curves and interpolated tiers the whole does.</summary>
    private bool RoundsEach => RoundsTiers && _compiled.RoundsEachTier;

    public Ratio Pay()
    {
        int start = _lines?.Count ?? 0;
        Ratio pays = PayTiers();
        if (_compiled.Component.Cap is Money cap && pays.CompareTo(cap.ToMillionths()) > 0)
        {
            BigInteger most = cap.ToMillionths();
            if (_lines is not null)
            {
                Plain("cap", LineKind.ComponentCap, most - Written(start)).Note = new LocalText($"at most {cap}", $"上限 {cap}");
            }

            pays = most;
        }

        if (_plan.RoundingPlace == RoundingPlace.Line || (RoundsTiers && !RoundsEach))
        {
            BigInteger rounded = Round(pays, IsMirrored);
            if (_lines is not null && rounded != Written(start))
            {
                _ = Plain("rounding", LineKind.Rounding, rounded - Written(start));
            }

            pays = rounded;
        }

        return pays;
    }

    /// <summary>What factors on the bands between percentages of target change: what each band pays, and the sum of the changes.</summary>
    public Ratio OnExcess(Accelerator accelerator, Ratio[] bands)
    {
        if (!_ok)
        {
            return Ratio.Zero;
        }

        BigInteger target = _view.Required(accelerator.By, FactColumn.Target);
        Ratio change = Ratio.Zero;
        int sign = IsMirrored ? -1 : 1;
        for (int i = 0; i < accelerator.Steps.Count; i++)
        {
            Ratio from = new(Exact.ToUnits(accelerator.Steps[i].From, 6) * target, 100_000_000);
            if (_basis.CompareTo(from) <= 0)
            {
                break;
            }

            Ratio to = i + 1 < accelerator.Steps.Count ? new Ratio(Exact.ToUnits(accelerator.Steps[i + 1].From, 6) * target, 100_000_000) : _basis;
            Ratio end = _basis.CompareTo(to) < 0 ? _basis : to;
            Ratio band = (Curve.Pay(end) - (i == 0 ? Ratio.Zero : Curve.Pay(from))) * (BigInteger)sign;
            bands[i] += band;
            change += band * new Ratio(Exact.ToUnits(accelerator.Steps[i].Factor - 1m, 4), 10_000);
        }

        return change;
    }

    private Ratio PayTiers()
    {
        if (!_ok)
        {
            return Ratio.Zero;
        }

        NegativeValue policy = _compiled.Table.Negative;
        if (_basis.Sign < 0 && policy != NegativeValue.Mirrored)
        {
            if (policy == NegativeValue.PaysNothing)
            {
                Nothing("the value is below 0", "数值为负");
                return Ratio.Zero;
            }

            TierSheet.Row first = _compiled.Sheets[_row].Rows[0];
            Ratio portion = ExactPiece.Blocks(_basis, first.Block, first.Tier?.BlockRounding ?? BlockRounding.Up);
            Ratio back = first.Slope * portion * _scale * _factor;
            int start = _lines?.Count ?? 0;
            TierLine(first, 1, portion, 1, rateOnly: true);
            return RoundsEach ? RoundTier(back, 1, start) : back;
        }

        int at = Curve.Locate(_selector);
        int tier = Curve.Pieces[at].Tier;
        Ratio pays = _scaled ? (RoundsEach ? ScaledTiers(tier) : ExactScaled(at)) : Curve.Pay(at, _basis);
        if (_lines is not null)
        {
            if (tier == 0)
            {
                Nothing("a value of 0 does not touch the first tier", "数值为0，不进入第一档");
            }
            else
            {
                Explain(_compiled.Sheets[_row], tier);
            }
        }

        return IsMirrored ? -pays : pays;
    }

    private Ratio Capped(BigInteger top) => _compiled.Table.EdgesInPercentOfTarget && !_scaled
        ? new Ratio(top * _view.Required(_compiled.Component.On, FactColumn.Target), 10_000_000_000)
        : top;

    private Ratio ExactScaled(int piece) => Curve.Pay(piece, _basis) * _scale * _factor;

    /// <summary>Tiers of rates whose portions are scaled: each rounds after the scale, which the normal form does not know.</summary>
    private Ratio ScaledTiers(int tier)
    {
        TierSheet sheet = _compiled.Sheets[_row];
        BigInteger sum = BigInteger.Zero;
        for (int i = sheet.IsGraduated ? 1 : tier; i <= tier && tier > 0; i++)
        {
            TierSheet.Row row = sheet.Rows[i - 1];
            Ratio end = i < tier ? row.To!.Value : _basis;
            sum += Round(row.Slope * (sheet.IsGraduated ? end - row.From : _basis) * _scale * _factor, mirrored: false);
        }

        return sum;
    }

    private BigInteger Round(Ratio value, bool mirrored) => mirrored
        ? -(-value).RoundTo(_plan.RoundingUnit, _plan.Rounding.Mode)
        : value.RoundTo(_plan.RoundingUnit, _plan.Rounding.Mode);

    private BigInteger Written(int start)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = start; i < _lines!.Count; i++)
        {
            sum += _lines[i].Millionths;
        }

        return sum;
    }

    private Ratio RoundTier(Ratio exact, int tier, int start)
    {
        BigInteger rounded = Round(exact, IsMirrored);
        if (_lines is not null && rounded != Written(start))
        {
            Plain(System.FormattableString.Invariant($"rounding-{tier}"), LineKind.Rounding, rounded - Written(start)).Tier = tier;
        }

        return rounded;
    }

    private void Explain(TierSheet sheet, int tier)
    {
        int sign = IsMirrored ? -1 : 1;
        for (int i = sheet.IsGraduated ? 1 : tier; i <= tier; i++)
        {
            TierSheet.Row row = sheet.Rows[i - 1];
            Ratio end = i < tier ? row.To!.Value : _basis;
            Ratio portion = sheet.IsGraduated ? end - row.From : _basis;
            portion = ExactPiece.Blocks(portion, row.Block, row.Tier?.BlockRounding ?? BlockRounding.Up);
            int start = _lines!.Count;
            Ratio exact = TierLine(row, i, portion, sign, rateOnly: false);
            if (RoundsEach)
            {
                _ = RoundTier(exact, i, start);
            }
        }
    }

    /// <summary>Writes the lines of one tier, and returns its exact amount, signed. Below 0 only the rate pays: no minimum, no maximum, no flat amount.</summary>
    private Ratio TierLine(TierSheet.Row row, int tier, Ratio portion, int sign, bool rateOnly)
    {
        if (_lines is null)
        {
            return Ratio.Zero;
        }

        Ratio slope = row.Slope;
        Ratio units = portion;
        if (_scaled)
        {
            slope *= _factor;
            units *= _scale;
        }

        Ratio exact = slope * units;
        BigInteger cut = exact.RoundTo(BigInteger.One, RoundingMode.TowardZero);
        bool hasRate = row.Tier is null || row.Tier.RatePercent is not null || row.Tier.UnitPrice is not null || row.Tier.BlockPrice is not null || !row.Slope.IsZero;
        if (hasRate || rateOnly || row.Flat.IsZero)
        {
            Basis on = _compiled.Component.On;
            StatementLine added = Line("tier", tier, row, LineKind.Tier, sign * cut);
            // A price is that of 100 %, points and steps are read in percent.
            added.PerShown = !row.Block.IsZero ? 1 : on.Kind == BasisKind.Rate && row.Tier?.UnitPrice is null ? 100_000_000 : on.UnitsPerOne;
            added.Rate = _compiled.Table.RateBy is null ? row.ShownRate : RateText();
            added.Slope = slope;
            added.Units = sign < 0 ? -units : units;
        }

        if (!rateOnly && row.Least is BigInteger least && exact.CompareTo(least) < 0)
        {
            Line("minimum", tier, row, LineKind.TierMinimum, sign * (least - cut)).Operands = [least];
            exact = least;
        }

        if (!rateOnly && row.Most is BigInteger most && exact.CompareTo(most) > 0)
        {
            Line("maximum", tier, row, LineKind.TierMaximum, sign * (most - cut)).Operands = [most];
            exact = most;
        }

        if (!rateOnly && !row.Flat.IsZero)
        {
            _ = Line("flat", tier, row, LineKind.Flat, sign * row.Flat);
            exact += row.Flat;
        }

        return sign < 0 ? -exact : exact;
    }

    private string RateText() => StatementLine.Cut(_factor * (BigInteger)100, 10) is decimal percent ? StatementLine.Number(percent) + "%" : "?";

    private StatementLine Line(string word, int tier, TierSheet.Row row, LineKind kind, BigInteger amount)
    {
        PlanComponent component = _compiled.Component;
        string id = kind == LineKind.Tier ? row.TierId : System.FormattableString.Invariant($"{component.Name}/{word}-{tier}");
        StatementLine line = Added(id, kind, amount);
        line.Tier = tier;
        line.From = row.ShownFrom;
        line.To = row.ShownTo;
        if (component.Grid is not null)
        {
            line.Note = _compiled.RowNotes[_row];
        }

        return line;
    }

    private StatementLine Plain(string word, LineKind kind, BigInteger amount) => Added($"{_compiled.Component.Name}/{word}", kind, amount);

    private StatementLine Added(string id, LineKind kind, BigInteger amount)
    {
        var line = new StatementLine(_record is null ? id : $"{_record}/{id}", kind, amount, _plan.Currency)
        {
            Component = _compiled.Component.Name,
            Record = _record,
            IsMirrored = IsMirrored,
        };
        _lines!.Add(line);
        return line;
    }

    private void Nothing(string en, string zh)
    {
        if (_lines is not null)
        {
            Plain("nothing", LineKind.Nothing, BigInteger.Zero).Note = new LocalText(en, zh);
        }
    }
}
