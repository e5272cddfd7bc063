using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime.Text;

namespace ChannelModel.Tool.Reports;

/// <summary>
/// What was paid, as a page: collected while a file is paid, so that of all statements only sums are kept, and the largest as a whole.
/// </summary>
internal sealed class StatementReport
{
    /// <summary>Rows of a table, which a person can still look through.</summary>
    public const int MostRows = 200;

    private const int MostBars = 12;

    private readonly CommissionPlan _plan;
    private readonly Language _language;
    private readonly Dictionary<Id<Payee>, Money> _payees = [];
    private readonly SortedDictionary<(string Component, int Tier), Money> _tiers = [];
    private readonly PriorityQueue<CommissionStatement, (decimal Total, int Order)> _largest = new();
    private readonly List<(int Line, string Reason)> _rejects = [];
    private int _statements;
    private int _rejected;

    public StatementReport(CommissionPlan plan, Language language)
    {
        _plan = plan;
        _language = language;
    }

    private Money Total => Money.Sum(_payees.Values, _plan.Currency);

    public void Add(CommissionStatement statement)
    {
        _statements++;
        Id<Payee> payee = statement.Facts.Payee;
        _payees[payee] = _payees.TryGetValue(payee, out Money before) ? before + statement.Total : statement.Total;
        foreach (StatementLine line in statement.Lines)
        {
            if (line.Tier > 0)
            {
                (string, int) tier = (line.Component ?? string.Empty, line.Tier);
                _tiers[tier] = _tiers.TryGetValue(tier, out Money sum) ? sum + line.Amount : line.Amount;
            }
        }

        // The least of those kept leaves first; of equal ones the later.
        _largest.Enqueue(statement, (statement.Total.Amount, -_statements));
        if (_largest.Count > MostRows)
        {
            _largest.Dequeue();
        }
    }

    public void Reject(int line, string reason)
    {
        _rejected++;
        if (_rejects.Count < MostRows)
        {
            _rejects.Add((line, reason));
        }
    }

    /// <summary>The report of all that has been added; what was kept is used up.</summary>
    public Report ToReport(int read)
    {
        ReportSection summary = Summary(read);
        ReportSection payees = Payees();
        ReportSection statements = Statements();
        ReportSection? rejects = Rejects();
        ReportSection?[] sections = [summary, payees, Tiers(), statements, rejects];
        string title = $"{Say("Commission", "佣金结算")} · {_plan.Name} · {_plan.Currency}";
        return new Report(title, [.. sections.OfType<ReportSection>()]) { Tiles = Tiles(read, payees, statements, rejects ?? summary) };
    }

    private IReadOnlyList<ReportTile> Tiles(int read, ReportSection payees, ReportSection statements, ReportSection rejects)
    {
        KeyValuePair<Id<Payee>, Money> most = _payees.OrderByDescending(payee => payee.Value.Amount).FirstOrDefault();
        return
        [
            new ReportTile(Say("Paid", "应付佣金"), Show(Total), _statements == 1 ? Say("in 1 statement", "共1份结算单") : Say($"in {Whole(_statements)} statements", $"共{Whole(_statements)}份结算单"), statements),
            new ReportTile(Say("Rejected rows", "拒绝行数"), Whole(_rejected), Say($"of {Whole(read)} read", $"共读取{Whole(read)}行"), rejects, _rejected > 0),
            new ReportTile(
                Say("Payees", "收款方"),
                Whole(_payees.Count),
                _payees.Count == 0 ? Say("nobody is paid", "无人可付") : Say($"the most: {most.Key}, {Show(most.Value)}", $"最高：{most.Key}，{Show(most.Value)}"),
                payees),
        ];
    }

    private ReportSection Summary(int read)
    {
        string total = Show(Total);
        return new ReportSection(
            Say("Summary", "摘要"),
            [
                Say(
                    $"{Whole(read)} rows read, {Whole(_rejected)} rejected; {total} for {Whole(_payees.Count)} payees in {Whole(_statements)} statements.",
                    $"读取{Whole(read)}行，拒绝{Whole(_rejected)}行；{Whole(_payees.Count)}个收款方，{Whole(_statements)}份结算单，佣金合计{total}。"),
                Say("The lines of each statement add up to its total exactly.", "每份结算单的明细之和与其合计完全一致。"),
            ]);
    }

    private ReportSection Payees()
    {
        KeyValuePair<Id<Payee>, Money>[] most = [.. _payees.OrderByDescending(payee => payee.Value.Amount).ThenBy(payee => payee.Key.Value, StringComparer.Ordinal).Take(MostBars)];
        Money shown = Money.Sum(most.Select(payee => payee.Value), _plan.Currency);
        string sentence = most.Length == _payees.Count
            ? Say("All payees, the largest first.", "全部收款方，按金额从高到低。")
            : Say($"The {Whole(most.Length)} largest of {Whole(_payees.Count)} payees: {Show(shown)} of {Show(Total)}.", $"{Whole(_payees.Count)}个收款方中金额最高的{Whole(most.Length)}个：{Show(shown)}，合计{Show(Total)}。");
        return new ReportSection(Say("Largest payees", "金额最高的收款方"), [sentence])
        {
            Charts = most.Length == 0
                ? []
                :
                [
                    ReportChart.Bars(
                        Say("Commission of the largest payees", "收款方佣金"),
                        Say("What each of them is paid, over all its statements.", "各收款方全部结算单的佣金合计。"),
                        _plan.Currency.Code,
                        [.. most.Select(payee => payee.Key.Value)],
                        new ChartSeries(string.Empty, [.. most.Select(payee => (double)payee.Value.Amount)])),
                ],
        };
    }

    private ReportSection? Tiers()
    {
        if (_tiers.Count < 2)
        {
            return null;
        }

        bool several = _tiers.Keys.Select(tier => tier.Component).Distinct(StringComparer.Ordinal).Skip(1).Any();
        string Name((string Component, int Tier) tier) => (several ? tier.Component + " · " : string.Empty) + Say("tier ", "第") + Whole(tier.Tier) + Say(string.Empty, "档");
        var table = new ReportTable((Say("Tier", "档位"), false), (Say("Commission", "佣金"), true));
        foreach (KeyValuePair<(string Component, int Tier), Money> tier in _tiers)
        {
            table.Add(Name(tier.Key), Show(tier.Value));
        }

        return new ReportSection(
            Say("Commission by tier", "按档位的佣金"),
            [Say("The lines of the tiers; what caps, floors, balances and roundings of the whole add or take stands in the statements.", "各档明细之和；整单的封顶、保底、结转与舍入见结算单。")],
            table)
        {
            Charts =
            [
                ReportChart.Bars(
                    Say("Where the commission is earned", "佣金来自哪些档位"),
                    Say("The sum of each tier's lines over all statements.", "各档明细在全部结算单中的合计。"),
                    _plan.Currency.Code,
                    [.. _tiers.Keys.Select(Name)],
                    new ChartSeries(string.Empty, [.. _tiers.Values.Select(sum => (double)sum.Amount)])),
            ],
        };
    }

    private ReportSection Statements()
    {
        var kept = new List<CommissionStatement>(_largest.Count);
        while (_largest.TryDequeue(out CommissionStatement? statement, out _))
        {
            kept.Add(statement);
        }

        kept.Reverse();
        var table = new ReportTable((Say("Payee", "收款方"), false), (Say("Period", "期间"), false), (Say("Carried over", "结转下期"), true), (Say("Total", "合计"), true));
        foreach (CommissionStatement statement in kept)
        {
            table.Add(
                statement.Facts.Payee.Value,
                $"{LocalDatePattern.Iso.Format(statement.Facts.Period.Start)} – {LocalDatePattern.Iso.Format(statement.Facts.Period.End)}",
                statement.Carried.IsZero ? "–" : Show(statement.Carried),
                Show(statement.Total));
            table.Explain([.. statement.Lines.Select(line => $"{line.Text(_language)} = {Show(line.Amount)}")]);
        }

        string sentence = kept.Count == _statements
            ? Say("Every statement, the largest first, with its lines.", "全部结算单及其明细，按金额从高到低。")
            : Say(
                $"The {Whole(kept.Count)} largest of {Whole(_statements)} statements, with their lines; --out and --explain write all of them.",
                $"{Whole(_statements)}份结算单中金额最高的{Whole(kept.Count)}份及其明细；--out与--explain写出全部。");
        return new ReportSection(Say("Statements", "结算单"), [sentence], table);
    }

    private ReportSection? Rejects()
    {
        if (_rejected == 0)
        {
            return null;
        }

        var table = new ReportTable((Say("Line", "行号"), true), (Say("Reason", "原因"), false));
        foreach ((int line, string reason) in _rejects)
        {
            table.Add(Whole(line), reason);
        }

        return new ReportSection(
            Say("Rejected rows", "拒绝的行"),
            [
                _rejects.Count == _rejected
                    ? Say("Rows of the facts that are not paid, and why.", "未计付的数据行及原因。")
                    : Say($"The first {Whole(_rejects.Count)} of {Whole(_rejected)} rows that are not paid; --rejects writes all of them.", $"未计付的{Whole(_rejected)}行中的前{Whole(_rejects.Count)}行；--rejects写出全部。"),
            ],
            table);
    }

    private string Say(string en, string zhHans) => _language == Language.SimplifiedChinese ? zhHans : en;

    private static string Show(Money amount) => amount.ToString("N", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
