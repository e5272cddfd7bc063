using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Commissions;

namespace ChannelModel.Tests.Commissions;

/// <summary>The payout curves in docs/images/commissions: drawn here from what the library pays, and compared with the committed files, so that no picture goes stale.</summary>
public sealed class PayoutPictureTests
{
    private const int Width = 376;
    private const int Height = 220;
    private const int Left = 52;
    private const int Bottom = 186;
    private const int Top = 30;
    private const int Right = 344;
    private static readonly Tier[] Rates = [Tier.From(0).Percent(5), Tier.From(10_000).Percent(8), Tier.From(20_000).Percent(12)];

    public static IEnumerable<TheoryDataRow<string>> Modes() => Pictures.Keys.Select(mode => new TheoryDataRow<string>(mode));

    private static readonly Dictionary<string, (TierTable Table, Basis On, decimal[] Edges, string What)> Pictures = new(StringComparer.Ordinal)
    {
        ["graduated"] = (TierTable.Graduated(Edge.LowerIncluded, Rates), Basis.NetRevenue, [0, 10_000, 20_000, 30_000], "Graduated: 5 %, 8 %, 12 %, each on its own portion"),
        ["whole-amount"] = (TierTable.WholeAmount(Edge.LowerIncluded, Rates), Basis.NetRevenue, [0, 10_000, 20_000, 30_000], "Whole amount: 5 %, 8 %, 12 % on everything"),
        ["step"] = (TierTable.Step(Edge.LowerIncluded, Tier.From(0), Tier.From(10_000).Flat(800), Tier.From(20_000).Flat(2_000)), Basis.NetRevenue, [0, 10_000, 20_000, 30_000], "Step: 0, 800, 2 000"),
        ["interpolated"] = (TierTable.Interpolated(Edge.LowerIncluded, Tier.From(0).Flat(300), Tier.From(10_000).Flat(700), Tier.From(20_000).To(30_000).Flat(1_500)), Basis.NetRevenue, [0, 10_000, 20_000, 30_000], "Interpolated: 300, 700, 1 500 as they are covered"),
        ["package"] = (TierTable.Packages(100, 250, BlockRounding.Down, free: 100), Basis.Orders, [0, 100, 200, 300, 400, 500, 600], "Packages: 250 for each full 100 orders after the first 100"),
        ["curve"] = (TierTable.Curve(AfterLast.Flat, new CurvePoint(0, 0), new CurvePoint(50, 0), new CurvePoint(100, 1_500), new CurvePoint(150, 3_000)), Basis.Attainment, [0, 50, 100, 150, 180], "Curve: through (50 %, 0), (100 %, 1 500), (150 %, 3 000)"),
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_committed_picture_shows_what_is_paid(string mode)
    {
        string drawn = Draw(mode);
        string actual = Path.Combine(AppContext.BaseDirectory, mode + ".svg");
        File.WriteAllText(actual, drawn);
        string committed = Path.Combine(Root(), "docs", "images", "commissions", mode + ".svg");
        File.Exists(committed).Should().BeTrue("the picture is committed; {0} is the new one", actual);
        File.ReadAllText(committed).Replace("\r\n", "\n").Should().Be(drawn, "it shows what the library pays; {0} is the new one", actual);
    }

    private static string Draw(string mode)
    {
        (TierTable table, Basis on, decimal[] edges, string what) = Pictures[mode];
        ResolvedPlan rules = CommissionPlan.Define(mode, Currency.CNY).Pay(table, on, Cycle.Month).Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build().Resolve(default);
        decimal most = edges[edges.Length - 1];
        decimal high = edges.Max(Pays);
        var svg = new StringBuilder();
        svg.Append(FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n"));
        svg.Append(FormattableString.Invariant($"  <title>{what}</title>\n  <rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n"));
        svg.Append(FormattableString.Invariant($"  <text x=\"{Left}\" y=\"18\" fill=\"#222222\">{what}</text>\n"));
        svg.Append(FormattableString.Invariant($"  <path d=\"M {Left} {Top} V {Bottom} H {Right}\" fill=\"none\" stroke=\"#888888\"/>\n"));
        foreach (decimal edge in edges)
        {
            svg.Append(FormattableString.Invariant($"  <path d=\"M {X(edge)} {Bottom} v 4\" stroke=\"#888888\"/><text x=\"{X(edge)}\" y=\"{Bottom + 16}\" fill=\"#555555\" text-anchor=\"middle\">{Text(edge)}{(on.Kind == BasisKind.Rate ? "%" : string.Empty)}</text>\n"));
        }

        foreach (decimal payout in edges.Select(Pays).Distinct().OrderBy(payout => payout))
        {
            svg.Append(FormattableString.Invariant($"  <path d=\"M {Left} {Y(payout)} h -4\" stroke=\"#888888\"/><text x=\"{Left - 7}\" y=\"{Y(payout - (high / 50))}\" fill=\"#555555\" text-anchor=\"end\">{Text(payout)}</text>\n"));
        }

        for (int i = 0; i + 1 < edges.Length; i++)
        {
            decimal before = Pays(edges[i + 1] - 0.000001m);
            bool jumps = i + 2 < edges.Length && before != Pays(edges[i + 1]);
            svg.Append(FormattableString.Invariant($"  <path d=\"M {X(edges[i])} {Y(Pays(edges[i]))} L {X(edges[i + 1])} {Y(before)}\" fill=\"none\" stroke=\"#1f6fb2\" stroke-width=\"2\"/>\n"));
            if (jumps)
            {
                svg.Append(FormattableString.Invariant($"  <circle cx=\"{X(edges[i + 1])}\" cy=\"{Y(before)}\" r=\"3\" fill=\"#ffffff\" stroke=\"#1f6fb2\"/><circle cx=\"{X(edges[i + 1])}\" cy=\"{Y(Pays(edges[i + 1]))}\" r=\"3\" fill=\"#1f6fb2\"/>\n"));
            }
        }

        return svg.Append("</svg>\n").ToString();

        decimal Pays(decimal value) => rules.Evaluate(SampleFacts.Empty().With(on, value)).Amount;
        string X(decimal value) => At(Left + (value / most * (Right - Left)));
        string Y(decimal payout) => At(Bottom - (payout / high * (Bottom - Top - 6)));
    }

    private static string At(decimal place) => Math.Round(place, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "ChannelModel.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}
