using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>The canonical text of a statement, cell by cell: other programs read it.</summary>
public sealed class StatementRecordTextTests
{
    [Fact]
    public void The_record_of_a_club_of_everything_is_this_text()
    {
        string[] facts =
        [
            Row("fact", "plan", "club", "1", "CNY"),
            Row("fact", "as-of", "Invoice", "2025-01-31"),
            Row("fact", "payee", "ann"),
            Row("fact", "period", "2025-01-01", "2025-01-31"),
            Row("fact", "active", "2025-01-11", "2025-01-30"),
            Row("fact", "number", "", "net-revenue", "Value", "4501/2", "CNY", ""),
            Row("fact", "number", "", "net-revenue", "Target", "2000", "", ""),
            Row("fact", "number", "", "orders", "Value", "9", "", ""),
            Row("fact", "return", "r-1", "100", "10", "0", "50"),
            Row("fact", "paid", "Year", "310"),
            Row("fact", "carried-in", "30"),
            Row("rule", "rounding", "half-away-from-zero/2", "Statement"),
            Row("rule", "accumulate", "PerPeriod", ""),
            Row("rule", "component", "pay-1", "pay", "tiers", ""),
            Row("rule", "component", "least", "pay", "tiers", ""),
            Row("rule", "component", "most", "pay", "tiers", ""),
            Row("rule", "component", "bonus-1", "bonus", "tiers", ""),
            Row("rule", "gate", "orders", "8000000"),
            Row("rule", "accelerator", "attainment of net-revenue", "whole", "LowerIncluded", "0:1;10000000000:1.5"),
            Row("rule", "cap", "Month", "400", "Carried", "within"),
            Row("rule", "cap", "Year", "500", "Lost", "beyond"),
            Row("rule", "floor", "310", "20/31"),
        ];
        string[] lines =
        [
            Row("line", "gate-1", "Gate", "", "", "", "", "0", "", "", "", "", "0", "", "", "", "9000000;8000000", "orders 9 against 8: met", "订单数 9，要求 8：达到"),
            Row("line", "pay-1/tier-1", "Tier", "", "", "pay-1", "", "1", "0", "1000", "1000", "5%", "50", "1000000000", "1/20", "1000000", "", "", ""),
            Row("line", "pay-1/tier-2", "Tier", "", "", "pay-1", "", "2", "1000", "2000", "1000", "0.1 each", "100", "1000000000", "1/10", "1000000", "", "", ""),
            Row("line", "pay-1/flat-2", "Flat", "", "", "pay-1", "", "2", "1000", "2000", "", "", "20", "", "", "", "", "", ""),
            Row("line", "pay-1/tier-3", "Tier", "", "", "pay-1", "", "3", "2000", "", "3", "7 a block", "21", "3", "7000000", "1", "", "", ""),
            Row("line", "least/tier-1", "Tier", "", "", "least", "", "1", "0", "", "2250.5", "1%", "22.505", "2250500000", "1/100", "1000000", "", "", ""),
            Row("line", "least/minimum-1", "TierMinimum", "", "", "least", "", "1", "0", "", "", "", "7.495", "", "", "", "30000000", "", ""),
            Row("line", "most/tier-1", "Tier", "", "", "most", "", "1", "0", "", "2250.5", "10%", "225.05", "2250500000", "1/10", "1000000", "", "", ""),
            Row("line", "most/maximum-1", "TierMaximum", "", "", "most", "", "1", "0", "", "", "", "-125.05", "", "", "", "100000000", "", ""),
            Row("line", "accelerate-1", "Accelerator", "", "", "", "", "0", "", "", "", "1.5", "160.5", "", "", "", "11252500000", "attainment of net-revenue 112.525%", "净销售额达成率 112.525%"),
            Row("line", "bonus-1/tier-1", "Tier", "", "", "bonus-1", "", "1", "0", "", "9", "0.333 each", "2.997", "9000000", "333/1000", "1000000", "", "", ""),
            Row("line", "rounding", "Rounding", "", "", "", "", "0", "", "", "", "", "0.003", "", "", "", "", "", ""),
            Row("line", "cap/Month", "Cap", "", "", "", "", "0", "", "", "", "", "-84.5", "", "", "", "", "400.00 CNY per month, the rest is carried over", "每月上限 400.00 CNY，超出部分结转"),
            Row("line", "return/r-1", "LinkedReturn", "", "", "", "", "0", "", "", "", "", "-5", "", "", "", "", "r-1: 50.00 CNY of 100.00 CNY", "r-1：100.00 CNY 中退回 50.00 CNY"),
            Row("line", "carried-in", "CarriedIn", "", "", "", "", "0", "", "", "", "", "30", "", "", "", "", "", ""),
            Row("line", "cap/Year", "Cap", "", "", "", "", "0", "", "", "", "", "-235", "", "", "", "", "500.00 CNY per year, the rest is lost", "每年上限 500.00 CNY，超出部分不再支付"),
            Row("line", "floor", "Floor", "", "", "", "", "0", "", "", "", "", "10", "", "", "", "", "at least 200.00 CNY", "下限 200.00 CNY"),
        ];
        Club().ToRecord().Split('\n').Should().Equal(
            (IEnumerable<string>)
            [
                "channelmodel-statement\t2", .. facts, .. lines,
                Row("facts-sha256", RecordForgery.Hash(facts)), Row("lines-sha256", RecordForgery.Hash(lines)), Row("carried", "84.5"), Row("total", "200"), "",
            ]);
        Club().Verify().Should().BeEmpty();
    }

    [Fact]
    public void Rules_of_records_and_of_what_came_before_are_named()
    {
        RowsOf(Records(), "rule").Should().Equal(
            Row("rule", "rounding", "half-away-from-zero/2", "Line"),
            Row("rule", "accumulate", "PerRecord", ""),
            Row("rule", "component", "pay-1", "pay", "tiers", ""),
            Row("rule", "gate", "attainment of net-revenue", "10000000000"),
            Row("rule", "record-cap", "250"),
            Row("rule", "record-floor", "10"));
        RowsOf(Records(), "fact\tnumber").Should().Equal(
            Row("fact", "number", "", "net-revenue", "Target", "3060", "", ""),
            Row("fact", "number", "a", "net-revenue", "Value", "100", "CNY", ""),
            Row("fact", "number", "b", "net-revenue", "Value", "3010", "", ""),
            Row("fact", "number", "c", "net-revenue", "Value", "-50", "", ""));
        RowsOf(Records(), "line\tc/pay-1/tier-1").Should().Equal(
            Row("line", "c/pay-1/tier-1", "Tier", "", "mirrored", "pay-1", "c", "1", "0", "", "-50", "9%", "-4.5", "-50000000", "9/100", "1000000", "", "", ""));
        RowsOf(ToDate(), "rule\taccumulate").Should().Equal("rule\taccumulate\tCumulative\tprior");
        RowsOf(ToDate(), "line\tprior/more/tier-1").Should().Equal(
            Row("line", "prior/more/tier-1", "Tier", "prior", "", "more", "", "1", "0", "", "1100", "2%", "-22", "1100000000", "1/50", "1000000", "", "", ""));
        RowsOf(TrueUp(), "rule\taccumulate").Should().Equal("rule\taccumulate\tTrueUp\t");
        RowsOf(OnExcess(), "rule\taccelerator").Should().Equal(Row("rule", "accelerator", "net-revenue", "excess", "LowerIncluded", "0:0.5;80000000:1;100000000:2"));
        RowsOf(OnExcess(), "line\taccelerate-1").Single().Should().Contain("\t80000000;20000000;30000000\t", "800, 200 and 300 at 10 %");
        RowsOf(Closed(), "rule\tcomponent").Should().Equal(
            Row("rule", "component", "sales", "pay", "tiers", "20"), Row("rule", "component", "more", "pay", "tiers", ""), Row("rule", "component", "spiff", "bonus", "tiers", ""));
        RowsOf(Shares(), "line\tpay-1/tier-2").Should().Equal(
            Row("line", "pay-1/tier-2", "Tier", "", "", "pay-1", "", "2", "100", "", "234.56", "7.7777%", "18.243373", "234560000", "77777/1000000", "1000000", "", "", ""));
    }

    [Fact]
    public void A_curve_and_a_floor_for_all_days_are_written_whole()
    {
        CommissionStatement statement = Plan("curve")
            .Pay(TierTable.Curve(AfterLast.SameSlope, new CurvePoint(0, 0), new CurvePoint(3, 1)), Basis.NetRevenue, Cycle.Month)
            .Accumulate(Accumulation.Cumulative).Floor(M(5)).Explain(Ann().With(Basis.NetRevenue, 4));
        RowsOf(statement, "rule").Should().Equal(
            Row("rule", "rounding", "half-away-from-zero/2", "Statement"),
            Row("rule", "accumulate", "Cumulative", ""),
            Row("rule", "component", "pay-1", "pay", "whole", ""),
            Row("rule", "floor", "5", "1"));
        RowsOf(statement, "line\tpay-1").Should().Equal(
            Row("line", "pay-1/tier-1", "Tier", "", "", "pay-1", "", "1", "0", "3", "3", "1/3", "1", "3000000", "1/3", "1000000", "", "", ""),
            Row("line", "pay-1/tier-2", "Tier", "", "", "pay-1", "", "2", "3", "", "1", "1/3", "0.333333", "1000000", "1/3", "1000000", "", "", ""));
    }

    [Fact]
    public void Numbers_are_sorted_by_name_kind_contents_and_column()
    {
        Basis count = Basis.Count("x");
        Basis taxed = Basis.Money("x", BasisContents.Tax);
        Basis plain = Basis.Money("x", BasisContents.None);
        CommissionFacts facts = Ann().With(Basis.NetRevenue, 1).With(Basis.Money("Z", BasisContents.None), 7).With(count, 3).With(taxed, 2).With(plain, 1).WithBaseline(plain, 5).WithTarget(plain, 4).WithPrior(plain, 6)
            .WithPaid(Cycle.Year, M(2)).WithPaid(Cycle.Once, M(1.5m));
        CommissionStatement statement = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Explain(facts);
        RowsOf(statement, "fact\tnumber").Select(row => row.Split('\t')).Select(cells => (cells[3], cells[4], cells[5])).Should().Equal(
            ("Z", "Value", "7"), ("net-revenue", "Value", "1"), ("x", "Value", "1"), ("x", "Prior", "6"), ("x", "Target", "4"), ("x", "Baseline", "5"), ("x", "Value", "2"), ("x", "Value", "3"));
        RowsOf(statement, "fact\tpaid").Should().Equal("fact\tpaid\tOnce\t1.5", "fact\tpaid\tYear\t2");
    }

    [Fact]
    public void Names_with_tabs_and_line_ends_stay_in_their_cell()
    {
        Basis odd = Basis.Money("a\\b", BasisContents.None);
        CommissionStatement statement = Plan("p").Pay(TierTable.Percent(5), odd, Cycle.Month, "t\tn\nr\r").Explain(Ann().With(odd, 100));
        RowsOf(statement, "fact\tnumber").Should().Equal(Row("fact", "number", "", "a\\\\b", "Value", "100", "", ""));
        RowsOf(statement, "rule\tcomponent").Should().Equal(Row("rule", "component", "t\\tn\\nr\\r", "pay", "tiers", ""));
        statement.Verify().Should().BeEmpty();
        StatementRecord.Of(statement).Lines[0].Component.Should().Be("t\tn\nr\r");
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        StatementRecord record = StatementRecord.Of(Club());
        (record.Payee.Value, record.Plan.Value, record.Version, record.Anchor, record.AsOf).Should().Be(("ann", "club", 1, DateAnchor.Invoice, January.End));
        ((object)record.Period).Should().Be(January);
        (record.Total, record.Carried).Should().Be((M(200), M(84.5m)));
        record.ToString().Should().Be(Club().ToRecord());
        foreach (CommissionStatement statement in All.Select(make => make()))
        {
            StatementRecord read = StatementRecord.Of(statement);
            read.Lines.Should().HaveCount(statement.Lines.Count);
            for (int i = 0; i < read.Lines.Count; i++)
            {
                StatementLine a = read.Lines[i];
                StatementLine b = statement.Lines[i];
                (a.Id, a.Kind, a.Amount, a.Component, a.Record, a.Tier).Should().Be((b.Id, b.Kind, b.Amount, b.Component, b.Record, b.Tier));
                (a.From, a.To, a.Portion, a.Rate, a.IsPrior, a.Note).Should().Be((b.From, b.To, b.Portion, b.Rate, b.IsPrior, b.Note));
            }
        }
    }

    private static string Row(params string[] cells) => string.Join("\t", cells);

    private static string[] RowsOf(CommissionStatement statement, string start) => [.. statement.ToRecord().Split('\n').Where(row => row.StartsWith(start, System.StringComparison.Ordinal))];
}
