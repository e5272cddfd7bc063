using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

#pragma warning disable CA1814 // a grid is a rectangle, and RateGrid takes it as one

/// <summary>Reads tier tables, packages, curves and grids.</summary>
internal static class TableReader
{
    public static TierTable? Tiers(JsonValue value, bool edgesArePercent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        TierMode? mode = o.Required("mode")?.OneOf(
            ("graduated", TierMode.Graduated), ("whole-amount", TierMode.WholeAmount), ("step", TierMode.Step), ("interpolated", TierMode.Interpolated));
        Edge? edge = o.Required("edge") is JsonValue side ? EdgeOf(side) : null;
        bool ofTarget = o.Optional("edgesInPercentOfTarget")?.Boolean() ?? false;
        bool percent = edgesArePercent || ofTarget;
        List<Tier>? tiers = o.Required("tiers")?.Array(tier => Tier(tier, percent));
        ZeroValue? zero = Zero(o);
        NegativeValue? negative = Negative(o);
        (decimal Top, AboveTop Above)? top = Top(o, percent);
        o.Done();
        if (mode is not TierMode known || edge is not ChannelModel.Edge at || tiers is null)
        {
            return null;
        }

        TierTable? table = value.Try(() => known switch
        {
            TierMode.Graduated => TierTable.Graduated(at, tiers),
            TierMode.WholeAmount => TierTable.WholeAmount(at, tiers),
            TierMode.Step => TierTable.Step(at, tiers),
            _ => TierTable.Interpolated(at, tiers),
        });
        table = zero is ZeroValue onZero ? table?.OnZero(onZero) : table;
        table = negative is NegativeValue onNegative ? table?.OnNegative(onNegative) : table;
        table = ofTarget ? table?.InPercentOfTarget() : table;
        return top is { } last ? table?.EndingAt(last.Top, last.Above) : table;
    }

    public static TierTable? RateOf(JsonValue value, bool edgesArePercent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Basis? rate = o.Required("by") is JsonValue measure ? BasisReader.Read(measure) : null;
        ZeroValue? zero = Zero(o);
        NegativeValue? negative = Negative(o);
        (decimal Top, AboveTop Above)? top = Top(o, edgesArePercent);
        o.Done();
        TierTable? table = rate is null ? null : TierTable.AtRateOf(rate);
        table = zero is ZeroValue onZero ? table?.OnZero(onZero) : table;
        table = negative is NegativeValue policy ? table?.OnNegative(policy) : table;
        return top is { } last ? table?.EndingAt(last.Top, last.Above) : table;
    }

    public static TierTable? Packages(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        decimal? size = o.Required("size")?.NumberAbove(0m);
        decimal? price = o.Required("price")?.Number();
        BlockRounding? rounding = o.Required("rounding") is JsonValue named ? Rounding(named) : null;
        decimal? free = o.Optional("free") is JsonValue units ? units.Number() : 0m;
        NegativeValue? negative = Negative(o);
        o.Done();
        TierTable? table = size is decimal block && price is decimal each && rounding is BlockRounding how && free is decimal none
            ? value.Try(() => TierTable.Packages(block, each, how, none))
            : null;
        return negative is NegativeValue policy ? table?.OnNegative(policy) : table;
    }

    public static TierTable? Curve(JsonValue value, bool edgesArePercent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        AfterLast? after = o.Required("afterLast")?.OneOf(("flat", AfterLast.Flat), ("same-slope", AfterLast.SameSlope));
        List<CurvePoint>? points = o.Required("points")?.Array(point => Point(point, edgesArePercent));
        ZeroValue? zero = Zero(o);
        NegativeValue? negative = Negative(o);
        (decimal Top, AboveTop Above)? top = Top(o, edgesArePercent);
        o.Done();
        TierTable? table = after is AfterLast end && points is not null ? value.Try(() => TierTable.Curve(end, points)) : null;
        table = zero is ZeroValue onZero ? table?.OnZero(onZero) : table;
        table = negative is NegativeValue policy ? table?.OnNegative(policy) : table;
        return top is { } last ? table?.EndingAt(last.Top, last.Above) : table;
    }

    public static RateGrid? Grid(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Axis? rows = o.Required("rows") is JsonValue down ? Axis(down) : null;
        Axis? columns = o.Required("columns") is JsonValue across ? Axis(across) : null;
        Edge? edge = o.Required("edge") is JsonValue side ? EdgeOf(side) : null;
        bool graduated = o.Optional("graduated")?.Boolean() ?? false;
        JsonValue? table = o.Required("rates");
        List<List<object>>? rates = table?.Array(row => row.Array(rate => rate.Rate() is Rate known ? (object)known.ToPercent() : null));
        NegativeValue? negative = Negative(o);
        o.Done();
        if (rows is null || columns is null || edge is not ChannelModel.Edge at || rates is null)
        {
            return null;
        }

        if (rates.Count == 0 || rates.Any(row => row.Count != rates[0].Count))
        {
            table!.Error("the rows of rates differ in length, or there are none", "one rate for each column in each row");
            return null;
        }

        var percents = new decimal[rates.Count, rates[0].Count];
        for (int r = 0; r < rates.Count; r++)
        {
            for (int c = 0; c < rates[r].Count; c++)
            {
                percents[r, c] = (decimal)rates[r][c];
            }
        }

        RateGrid? grid = value.Try(() => graduated ? RateGrid.GraduatedPercent(rows, columns, at, percents) : RateGrid.Percent(rows, columns, at, percents));
        return negative is NegativeValue policy ? grid?.OnNegative(policy) : grid;
    }

    public static Edge? EdgeOf(JsonValue value) => value.OneOf(("lower-included", ChannelModel.Edge.LowerIncluded), ("upper-included", ChannelModel.Edge.UpperIncluded));

    /// <summary>An edge in the unit of its measure: a percentage in quotes, or a number.</summary>
    public static decimal? Edge(JsonValue value, bool percent) => percent ? value.Rate()?.ToPercent() : value.Number();

    private static Tier? Tier(JsonValue value, bool percent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        decimal? from = o.Required("from") is JsonValue lower ? Edge(lower, percent) : null;
        decimal? to = o.Optional("to") is JsonValue upper ? Edge(upper, percent) : null;
        Rate? rate = o.Optional("rate")?.Rate();
        decimal? unitPrice = o.Optional("unitPrice")?.Number();
        decimal? flat = o.Optional("flat")?.Number();
        decimal? minimum = o.Optional("minimum")?.Number();
        decimal? maximum = o.Optional("maximum")?.Number();
        JsonValue? blocks = o.Optional("blocks");
        (decimal Size, decimal Price, BlockRounding Rounding)? block = blocks is null ? null : Block(blocks);
        o.Done();
        if (from is not decimal start)
        {
            return null;
        }

        return value.Try(() =>
        {
            Tier tier = ChannelModel.Commissions.Tier.From(start);
            tier = to is decimal end ? tier.To(end) : tier;
            tier = rate is Rate share ? tier.Percent(share.ToPercent()) : tier;
            tier = unitPrice is decimal price ? tier.PerUnit(price) : tier;
            tier = block is { } each ? tier.PerBlock(each.Size, each.Price, each.Rounding) : tier;
            tier = flat is decimal once ? tier.Flat(once) : tier;
            tier = minimum is decimal least ? tier.AtLeast(least) : tier;
            return maximum is decimal most ? tier.AtMost(most) : tier;
        });
    }

    private static (decimal Size, decimal Price, BlockRounding Rounding)? Block(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        decimal? size = o.Required("size")?.NumberAbove(0m);
        decimal? price = o.Required("price")?.Number();
        BlockRounding? rounding = o.Required("rounding") is JsonValue named ? Rounding(named) : null;
        o.Done();
        return size is decimal units && price is decimal each && rounding is BlockRounding how ? (units, each, how) : null;
    }

    private static BlockRounding? Rounding(JsonValue value) => value.OneOf(("up", BlockRounding.Up), ("down", BlockRounding.Down), ("nearest", BlockRounding.Nearest));

    private static ZeroValue? Zero(JsonObject o) =>
        o.Optional("zero")?.OneOf(("pays-nothing", ZeroValue.PaysNothing), ("touches-first-tier", ZeroValue.TouchesFirstTier));

    private static (decimal Top, AboveTop Above)? Top(JsonObject o, bool percent)
    {
        decimal? top = o.Optional("top") is JsonValue end ? Edge(end, percent) : null;
        AboveTop? above = o.Optional("aboveTop")?.OneOf(("refused", AboveTop.Refused), ("counts-to-top", AboveTop.CountsToTop));
        return top is decimal last ? (last, above ?? AboveTop.Refused) : null;
    }

    private static NegativeValue? Negative(JsonObject o) => o.Optional("negative")?.OneOf(
        ("refused", NegativeValue.Refused),
        ("pays-nothing", NegativeValue.PaysNothing),
        ("mirrored", NegativeValue.Mirrored),
        ("at-first-tier", NegativeValue.AtFirstTier));

    private static CurvePoint? Point(JsonValue value, bool percent)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        decimal? at = o.Required("value") is JsonValue edge ? Edge(edge, percent) : null;
        decimal? payout = o.Required("payout")?.Number();
        o.Done();
        return at is decimal x && payout is decimal y ? value.Try(() => new CurvePoint(x, y)) : null;
    }

    private static Axis? Axis(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        Basis? by = o.Required("by") is JsonValue measure ? BasisReader.Read(measure) : null;
        List<object>? edges = o.Required("edges")?.Array(edge => by is not null && Edge(edge, by.Kind == BasisKind.Rate) is decimal at ? (object)at : null);
        o.Done();
        return by is not null && edges is not null
            ? value.Try(() => ChannelModel.Commissions.Axis.Of(by, edges.Cast<decimal>().ToArray()))
            : null;
    }
}
