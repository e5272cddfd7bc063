using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using static ChannelModel.Tests.Commissions.SampleStatements;

namespace ChannelModel.Tests.Commissions;

/// <summary>Records that somebody changed, hashes and all: what the arithmetic says of each.</summary>
public sealed class RecordForgeryTests
{
    [Fact]
    public void Every_amount_of_every_line_follows_from_the_rest()
    {
        foreach (CommissionStatement statement in All.Select(make => make()))
        {
            string record = statement.ToRecord();
            foreach (StatementLine line in statement.Lines)
            {
                string changed = RecordForgery.With(record, "line\t" + line.Id, 12, StatementLineNumber(line.Amount.Amount + 1.5m));
                StatementRecord.Verify(changed).Should().NotBeEmpty("{0} was changed", line.Id);
            }

            foreach (string row in new[] { "carried", "total" })
            {
                StatementRecord.Verify(RecordForgery.With(record, row, 1, "1234.5")).Should().NotBeEmpty("{0} was changed", row);
            }
        }
    }

    [Fact]
    public void Hashes_name_the_part_that_they_are_over()
    {
        string record = TrueUp().ToRecord();
        Check(string.Join("\n", RecordForgery.Replaced(record, "fact\tpayee", 2, "bob"))).Should().Equal("The facts and rules do not match their SHA-256.");
        Check(string.Join("\n", RecordForgery.Replaced(record, "rule\taccumulate", 3, "x"))).Should().Equal("The facts and rules do not match their SHA-256.");
        Check(string.Join("\n", RecordForgery.Replaced(record, "line\tpay-1/tier-1", 9, "5"))).Should().Equal("The lines do not match their SHA-256.");
        Check(RecordForgery.With(record, "fact\tpayee", 2, "bob")).Should().BeEmpty("a hash finds errors, not forgery");
    }

    [Fact]
    public void A_wrong_total_is_told_from_its_lines_and_its_rules()
    {
        Forged(TrueUp(), "total", 1, "32.5").Should().Equal("The lines add up to 32, which is not the stated total 32.5.", "The rules lead to 32, which is not the stated total 32.5.");
        Forged(ToDate(), "carried", 1, "21.5").Should().Equal("The caps leave 20 to be carried, which is not the stated 21.5.");
        Forged(TrueUp(), "line\tpaid-to-date", 12, "-87").Should().Equal("paid-to-date: the amount follows from the record as -88, not -87.", "The lines add up to 33, which is not the stated total 32.");
        Forged(ToDate(), "line\tprior/more/tier-1", 12, "-21").Should().Equal("prior/more/tier-1: the amount follows from the record as -22, not -21.", "The lines add up to 21, which is not the stated total 20.");
        Without(TrueUp(), "line\tpaid-to-date").Should().Equal("paid-to-date: a line of -88 is missing.", "The lines add up to 120, which is not the stated total 32.");
    }

    [Fact]
    public void A_line_that_nothing_leads_to_is_named()
    {
        Added("line\tcap/Day\tCap\t\t\t\t\t0\t\t\t\t\t0\t\t\t\t\t\t").Should().Equal("cap/Day: nothing in the record leads to this line.");
        Added("line\tcap/Day\tCap\t\t\t\t\t0\t\t\t\t\t-2\t\t\t\t\t\t").Should().Equal("cap/Day: nothing in the record leads to this line.", "The lines add up to 30, which is not the stated total 32.");
        Added("line\tx\tInput\t\t\t\t\t0\t\t\t\t\t0\t\t\t\t\t\t").Should().BeEmpty("a note is no number");
        Added("line\tx\tNothing\t\t\t\t\t0\t\t\t\t\t0\t\t\t\t\t\t").Should().BeEmpty();
        Added("line\tx\tInput\t\t\t\t\t0\t\t\t\t\t1\t\t\t\t\t\t").Should().Equal("x: nothing in the record leads to this line.", "The lines add up to 33, which is not the stated total 32.");
        string record = TrueUp().ToRecord();
        string[] rows = record.Split('\n');
        string line = rows.Single(row => row.StartsWith("line\tpaid", StringComparison.Ordinal));
        Check(RecordForgery.Rehashed(rows.SelectMany(row => row == line ? new[] { row, row } : [row]))).Should()
            .Equal("Two lines have the same id.", "paid-to-date: nothing in the record leads to this line.", "The lines add up to -56, which is not the stated total 32.");

        static IReadOnlyList<string> Added(string added) =>
            Check(RecordForgery.Rehashed(TrueUp().ToRecord().Split('\n').SelectMany(row => row.StartsWith("facts-sha256", StringComparison.Ordinal) ? new[] { added, row } : [row])));
    }

    [Fact]
    public void Rules_that_are_missing_or_doubled_cannot_be_read()
    {
        foreach (string rule in new[] { "rule\trounding", "rule\taccumulate" })
        {
            Without(TrueUp(), rule).Should().ContainSingle().Which.Should().StartWith("The rules and facts cannot be read: ");
        }

        Forged(TrueUp(), "rule\trounding", 2, "half").Should().ContainSingle().Which.Should().StartWith("The rules and facts cannot be read: 'half' is not a rounding;");
        Forged(TrueUp(), "rule\trounding", 3, "Page").Should().Equal("The rules and facts cannot be read: 'Page' is no RoundingPlace.");
        Forged(TrueUp(), "rule\trounding", 3, "7").Should().Equal("The rules and facts cannot be read: '7' is no RoundingPlace.");
        Forged(TrueUp(), "rule\taccumulate", 2, "PerYear").Should().Equal("The rules and facts cannot be read: 'PerYear' is no Accumulation.");
        Forged(Club(), "rule\tfloor", 3, "20/0").Should().Equal("The rules and facts cannot be read: '20/0' is not a number or fraction.");
        Forged(Club(), "rule\tcap\tYear", 4, "Kept").Should().Equal("The rules and facts cannot be read: 'Kept' is no Excess.");
    }

    [Fact]
    public void A_gate_has_the_bound_of_the_rules_and_a_line_of_its_own()
    {
        Without(Club(), "line\tgate-1").Should().Equal("gate-1: a line of 0 is missing.");
        Forged(Club(), "line\tgate-1", 16, "9000000;7000000").Should().Equal("gate-1: the bound of the gate is not that of the rules.");
        Forged(Club(), "rule\tgate", 3, "9000000").Should().Equal("gate-1: the bound of the gate is not that of the rules.");
        Forged(Club(), "line\tgate-1", 16, "9000000").First().Should().Be("gate-1: the bound of the gate is not that of the rules.");
        Forged(Club(), "line\tgate-1", 16, "7999999;8000000").First().Should().Be("gate: a line of -321 is missing.");
        Forged(Club(), "line\tgate-1", 12, "1").First().Should().Be("gate-1: the amount follows from the record as 0, not 1.");
        CommissionStatement closed = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Gate(Basis.Orders, 1).Explain(Ann().With(Basis.NetRevenue, 0).With(Basis.Orders, 0));
        Without(closed, "line\tgate").Should().Equal("gate: a line of 0 is missing.");
        CommissionStatement first = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Gate(Basis.Orders, 1).Accumulate(Accumulation.Cumulative).Explain(Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 1));
        Check(first.ToRecord()).Should().BeEmpty("nothing came before, not even a gate");
        Forged(Closed(), "line\tgate-1", 16, "3000000000;3000000000").First().Should().Be("gate: nothing in the record leads to this line.");
    }

    [Fact]
    public void An_accelerator_has_the_value_the_factor_and_the_bands_of_its_steps()
    {
        Forged(Club(), "line\taccelerate-1", 11, "2").Should().Equal("accelerate-1: the factor shown is not that of the value.");
        Forged(Club(), "line\taccelerate-1", 11, "").Should().Equal("accelerate-1: the factor shown is not that of the value.");
        Forged(Club(), "line\taccelerate-1", 16, "11252500000;1").Take(2).Should().Equal("accelerate-1: it has no value that chooses its factor.", "accelerate-1: the factor shown is not that of the value.");
        Forged(Club(), "line\taccelerate-1", 16, "").Take(3).Should().Equal(
            "accelerate-1: it has no value that chooses its factor.", "accelerate-1: the factor shown is not that of the value.", "accelerate-1: the amount follows from the record as 0, not 160.5.");
        Forged(Club(), "line\taccelerate-1", 16, "10000000000").Should().BeEmpty("at the edge the factor is the same");
        Forged(Club(), "line\taccelerate-1", 16, "9999999999").First().Should().Be("accelerate-1: the factor shown is not that of the value.");
        Without(Club(), "line\taccelerate-1").First().Should().Be("accelerate-1: a line of 0 is missing.");
        Forged(OnExcess(), "line\taccelerate-1", 16, "80000000;20000000").First().Should().Be("accelerate-1: there is not one band for each step.");
        Forged(OnExcess(), "line\taccelerate-1", 16, "80000000;20000000;30000000;1").Should().Equal("accelerate-1: there is not one band for each step.");
        Forged(OnExcess(), "line\taccelerate-1", 16, "80000000;20000000;31000000").First().Should().Be("accelerate-1: the amount follows from the record as -9, not -10.");
        CommissionStatement upper = Plan("p").Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month).Accelerate(Accelerator.OnWhole(Basis.Orders, Edge.UpperIncluded, (0, 1), (5, 2))).Explain(Ann().With(Basis.NetRevenue, 100).With(Basis.Orders, 6));
        Forged(upper, "line\taccelerate-1", 16, "5000001").Should().BeEmpty();
        Forged(upper, "line\taccelerate-1", 16, "5000000").First().Should().Be("accelerate-1: the factor shown is not that of the value.");
    }

    [Fact]
    public void A_tier_has_the_rate_that_it_shows()
    {
        const string Wrong = ": the rate shown is not that of its exact numbers.";
        Forged(Club(), "line\tpay-1/tier-1", 11, "6%").Should().Equal("pay-1/tier-1" + Wrong);
        Forged(Club(), "line\tpay-1/tier-1", 11, "5 each").Should().Equal("pay-1/tier-1" + Wrong);
        Forged(Club(), "line\tpay-1/tier-2", 11, "10%").Should().BeEmpty("0.1 each is 10 % of money");
        Forged(Club(), "line\tpay-1/tier-2", 11, "0.2 each").Should().Equal("pay-1/tier-2" + Wrong);
        Forged(Club(), "line\tpay-1/tier-3", 11, "8 a block").Should().Equal("pay-1/tier-3" + Wrong);
        Forged(Club(), "line\tpay-1/tier-3", 11, "7000000").Should().BeEmpty("a fraction is in millionths");
        Forged(Club(), "line\tpay-1/tier-1", 11, "1/20").Should().BeEmpty();
        Forged(Club(), "line\tpay-1/tier-1", 11, "1/21").Should().Equal("pay-1/tier-1" + Wrong);
        Forged(Club(), "line\tpay-1/tier-1", 11, "").Should().Equal("The rules and facts cannot be read: '' is not a number or fraction.");
        Forged(Club(), "line\tpay-1/tier-1", 15, "0").Should().Equal("pay-1/tier-1: the portion shown is not that of its exact units.", "pay-1/tier-1" + Wrong);
        Forged(Club(), "line\tpay-1/tier-1", 10, "1001").Should().Equal("pay-1/tier-1: the portion shown is not that of its exact units.");
        Forged(Club(), "line\tpay-1/tier-1", 13, "1000000020").Take(2).Should().Equal("pay-1/tier-1: the portion shown is not that of its exact units.", "pay-1/tier-1: the amount follows from the record as 50.000001, not 50.");
        CommissionStatement share = Plan("p").Pay(TierTable.PerUnit(2), Basis.Attainment, Cycle.Month).Explain(Ann().With(Basis.Attainment, 50));
        share.Total.Should().Be(M(1), "2 for the whole of 100 %");
        Check(share.ToRecord()).Should().BeEmpty();
        Forged(share, "line\tpay-1/tier-1", 11, "200 each").Should().Equal("pay-1/tier-1" + Wrong);
    }

    [Fact]
    public void A_bound_holds_its_tier()
    {
        const string Wrong = ": the bound does not hold the tier.";
        Forged(Club(), "line\tleast/minimum-1", 16, "22505000").Take(2).Should().Equal("least/minimum-1" + Wrong, "least/minimum-1: the amount follows from the record as 0, not 7.495.");
        Forged(Club(), "line\tleast/minimum-1", 16, "").Take(2).Should().Equal("least/minimum-1" + Wrong, "least/minimum-1: the amount follows from the record as -22.505, not 7.495.");
        Forged(Club(), "line\tleast/minimum-1", 16, "30000000;1").Take(2).Should().Equal("least/minimum-1" + Wrong, "least/minimum-1: the amount follows from the record as -22.505, not 7.495.");
        Forged(Club(), "line\tmost/maximum-1", 16, "225050000").Take(2).Should().Equal("most/maximum-1" + Wrong, "most/maximum-1: the amount follows from the record as 0, not -125.05.");
        Forged(Club(), "line\tmost/maximum-1", 16, "225050001").First().Should().Be("most/maximum-1" + Wrong);
        Forged(Club(), "line\tmost/maximum-1", 16, "99000000").First().Should().Be("most/maximum-1: the amount follows from the record as -126.05, not -125.05.");
        Forged(Club(), "line\tpay-1/tier-1", 4, "mirrored").First().Should().Be("pay-1: some lines are mirrored and some are not.");
        CommissionStatement held = Plan("p").Pay(TierTable.WholeAmount(Edge.LowerIncluded, Tier.From(0).Percent(10).AtLeast(5).AtMost(50)).OnZero(ZeroValue.PaysNothing).OnNegative(NegativeValue.Mirrored), Basis.NetRevenue, Cycle.Month)
            .Explain(Ann().With(Basis.NetRevenue, -20));
        held.Total.Should().Be(M(-5));
        Check(held.ToRecord()).Should().BeEmpty();
        Forged(held, "line\tpay-1/minimum-1", 16, "2000000").First().Should().Be("pay-1/minimum-1" + Wrong);
    }

    [Fact]
    public void Caps_floors_and_returns_follow_from_rules_and_facts()
    {
        Forged(Club(), "rule\tcap\tMonth", 3, "401").Take(1).Should().Equal("cap/Month: the amount follows from the record as -83.5, not -84.5.");
        Forged(Club(), "rule\tcap\tYear", 3, "501").Take(1).Should().Equal("cap/Year: the amount follows from the record as -234, not -235.");
        Forged(Club(), "fact\tpaid", 3, "311").Take(1).Should().Equal("cap/Year: the amount follows from the record as -236, not -235.");
        Forged(Club(), "rule\tfloor", 3, "21/31").Take(1).Should().Equal("floor: the amount follows from the record as 20, not 10.");
        Forged(Club(), "rule\tfloor", 2, "341").Take(1).Should().Equal("floor: the amount follows from the record as 30, not 10.");
        Forged(Club(), "fact\tcarried-in", 2, "31").Take(1).Should().Equal("carried-in: the amount follows from the record as 31, not 30.");
        Forged(Club(), "fact\treturn", 4, "12").Take(1).Should().Equal("return/r-1: the amount follows from the record as -6, not -5.");
        Forged(Club(), "rule\tcap\tMonth", 5, "beyond").Should().NotBeEmpty();
        Forged(Records(), "rule\trecord-cap", 2, "251").Take(1).Should().Equal("b/record-cap: the amount follows from the record as -19.9, not -20.9.");
        Forged(Records(), "rule\trecord-floor", 2, "11").Take(2).Should().Equal("a/record-floor: the amount follows from the record as 2, not 1.", "c/record-floor: the amount follows from the record as 15.5, not 14.5.");
        Forged(Closed(), "rule\tcomponent\tsales", 5, "19").Take(1).Should().Equal("sales/cap: the amount follows from the record as -14.33, not -13.33.");
        CommissionStatement second = Plan("p").Pay(TierTable.Percent(3), Basis.NetRevenue, Cycle.Month).Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month, "sales").CapComponent("sales", M(20)).Explain(Ann().With(Basis.NetRevenue, 1_000));
        Check(second.ToRecord()).Should().BeEmpty();
        Forged(second, "rule\tcomponent\tsales", 5, "19").Take(1).Should().Equal("sales/cap: the amount follows from the record as -31, not -30.");
    }

    [Fact]
    public void Halves_of_a_millionth_that_reach_a_cap_together_need_no_line_for_it()
    {
        // Two tiers of 0.0000005 each: their lines are cut to 0, their sum is the cap, and rounding is what is left.
        CommissionStatement statement = CommissionPlan.Define("p", Currency.CNY).Round(Rounding.HalfEven.WithScale(6), RoundingPlace.Statement)
            .Pay(TierTable.Graduated(Edge.LowerIncluded, Tier.From(0).Percent(50), Tier.From(0.000001m).Percent(50)), Basis.NetRevenue, Cycle.Month, "sales").CapComponent("sales", M(0.000001m))
            .Explain(Ann().With(Basis.NetRevenue, 0.000002m));
        statement.Lines.Select(line => (line.Id, line.Amount.Amount)).Should().Equal(("sales/tier-1", 0m), ("sales/tier-2", 0m), ("rounding", 0.000001m));
        Check(statement.ToRecord()).Should().BeEmpty();
    }

    private static string StatementLineNumber(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Check(string record) => StatementRecord.Verify(record);

    private static IReadOnlyList<string> Forged(CommissionStatement statement, string start, int cell, string value) => Check(RecordForgery.With(statement.ToRecord(), start, cell, value));

    private static IReadOnlyList<string> Without(CommissionStatement statement, string start) =>
        Check(RecordForgery.Rehashed(statement.ToRecord().Split('\n').Where(row => !row.StartsWith(start + "\t", StringComparison.Ordinal))));
}
