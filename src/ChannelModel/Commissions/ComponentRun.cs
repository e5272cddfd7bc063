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
    private readonly int _row;
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
            }
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
                view.Report(component.By.Name, $"'{component.By}' is {StatementLine.Cut(new Ratio(_selector.Numerator, _selector.Denominator * component.By.UnitsPerOne), 10)}, above the top of '{component.Name}' (EndingAt).");
                return;
            }

            _basis = component.On == component.By ? top : _basis;
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

    public Ratio Pay()
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
            TierLine(first, 1, portion, 1);
            return first.Slope * portion * _scale;
        }

        int at = Curve.Locate(_selector);
        Ratio pays = Curve.Pay(at, _basis) * _scale;
        if (_lines is not null)
        {
            int tier = Curve.Pieces[at].Tier;
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

    /// <summary>What factors on the bands between percentages of target change.</summary>
    public Ratio OnExcess(Accelerator accelerator)
    {
        if (!_ok || _basis.Sign <= 0)
        {
            return Ratio.Zero;
        }

        BigInteger target = _view.Required(accelerator.By, FactColumn.Target);
        Ratio change = Ratio.Zero;
        for (int i = 0; i < accelerator.Steps.Count; i++)
        {
            Ratio from = new(Exact.ToUnits(accelerator.Steps[i].From, 6) * target, 100_000_000);
            if (_basis.CompareTo(from) <= 0)
            {
                break;
            }

            Ratio to = i + 1 < accelerator.Steps.Count ? new Ratio(Exact.ToUnits(accelerator.Steps[i + 1].From, 6) * target, 100_000_000) : _basis;
            Ratio end = _basis.CompareTo(to) < 0 ? _basis : to;
            Ratio band = Curve.Pay(end) - (i == 0 ? Ratio.Zero : Curve.Pay(from));
            change += band * new Ratio(Exact.ToUnits(accelerator.Steps[i].Factor - 1m, 4), 10_000);
        }

        return IsMirrored ? -change : change;
    }

    private void Explain(TierSheet sheet, int tier)
    {
        int sign = IsMirrored ? -1 : 1;
        int first = _lines!.Count;
        for (int i = sheet.IsGraduated ? 1 : tier; i <= tier; i++)
        {
            TierSheet.Row row = sheet.Rows[i - 1];
            Ratio end = i < tier ? row.To!.Value : _basis;
            Ratio portion = sheet.IsGraduated ? end - row.From : _basis;
            portion = ExactPiece.Blocks(portion, row.Block, row.Tier?.BlockRounding ?? BlockRounding.Up);
            TierLine(row, i, portion, sign);
        }

        if (_lines.Count == first)
        {
            Nothing("the value is 0", "数值为0");
        }
    }

    private void TierLine(TierSheet.Row row, int tier, Ratio portion, int sign)
    {
        if (_lines is null)
        {
            return;
        }

        Ratio slope = row.Slope * _scale;
        Ratio line = slope * portion;
        BigInteger cut = line.RoundTo(BigInteger.One, RoundingMode.TowardZero);
        bool hasRate = row.Tier is null || row.Tier.RatePercent is not null || row.Tier.UnitPrice is not null || row.Tier.BlockPrice is not null || !row.Slope.IsZero;
        if (hasRate || row.Flat.IsZero)
        {
            long units = row.Block.IsZero ? (_compiled.Table.EdgesInPercentOfTarget ? 1_000_000 : _compiled.Component.On.UnitsPerOne) : 1;
            bool percent = _compiled.Component.On.Kind == BasisKind.Rate && row.Block.IsZero;
            Ratio shown = portion * _scale;
            StatementLine added = Line("tier", tier, row, LineKind.Tier, sign * cut);
            added.Shown = new Ratio(sign * shown.Numerator * (percent ? 100 : 1), shown.Denominator * units);
            added.Rate = row.ShownRate;
            added.Slope = slope;
            added.Units = sign < 0 ? -portion : portion;
        }

        if (row.Least is BigInteger least && line.CompareTo(least) < 0)
        {
            _ = Line("minimum", tier, row, LineKind.TierMinimum, sign * (least - cut));
        }

        if (row.Most is BigInteger most && line.CompareTo(most) > 0)
        {
            _ = Line("maximum", tier, row, LineKind.TierMaximum, sign * (most - cut));
        }

        if (!row.Flat.IsZero && portion.Sign >= 0)
        {
            _ = Line("flat", tier, row, LineKind.Flat, sign * row.Flat);
        }
    }

    private StatementLine Line(string word, int tier, TierSheet.Row row, LineKind kind, BigInteger amount)
    {
        PlanComponent component = _compiled.Component;
        string id = kind == LineKind.Tier ? row.TierId : $"{component.Name}/{word}-{tier}";
        var line = new StatementLine(_record is null ? id : $"{_record}/{id}", kind, Money.OfMillionths(amount, _plan.Currency))
        {
            Component = component.Name,
            Record = _record,
            Tier = tier,
            From = row.ShownFrom,
            To = row.ShownTo,
        };
        if (component.Grid is RateGrid grid)
        {
            line.Note = new LocalText($"{grid.Rows.By} from {StatementLine.Number(grid.Rows.Edges[_row])}", $"{grid.Rows.By} 自 {StatementLine.Number(grid.Rows.Edges[_row])} 起");
        }

        _lines!.Add(line);
        return line;
    }

    private void Nothing(string en, string zh) =>
        _lines?.Add(new StatementLine($"{_compiled.Component.Name}/nothing", LineKind.Nothing, Money.Zero(_plan.Currency)) { Component = _compiled.Component.Name, Record = _record, Note = new LocalText(en, zh) });
}
