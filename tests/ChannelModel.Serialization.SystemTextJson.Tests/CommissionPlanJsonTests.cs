using System;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Commissions;
using ChannelModel.Tests;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Commission plans from JSON: the same amounts as the same plan in code, and every error at its place.</summary>
public sealed class CommissionPlanJsonTests
{
    private static readonly DateInterval February = new(new LocalDate(2025, 2, 1), new LocalDate(2025, 2, 28));

    private static string Retroactive => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "retroactive.json"));

    [Theory]
    [InlineData(620, "31.5", "286400.55", "20000.00 CNY")]
    [InlineData(620, "31.5", "100000.55", "8000.04 CNY")]
    [InlineData(99, "19.99", "100000", "3000.00 CNY")]
    [InlineData(100, "20", "100000", "5000.00 CNY")]
    public void The_group_leader_grid_pays_as_in_code(int orders, string repurchase, string revenue, string due)
    {
        CommissionPlan plan = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "group-leader.json"))).Value;
        CommissionFacts facts = Facts()
            .With(Basis.Orders, orders)
            .With(Basis.RepurchaseRate, decimal.Parse(repurchase, System.Globalization.CultureInfo.InvariantCulture))
            .With(Basis.NetRevenue, decimal.Parse(revenue, System.Globalization.CultureInfo.InvariantCulture));
        plan.Resolve(February.End).Evaluate(facts).ToString().Should().Be(due);
    }

    [Theory]
    [InlineData(12_000, 10_000, 100, "1056.00 CNY")] // 12 000 x 8 % x 1.1 for 120 % of target, no bonus
    [InlineData(11_999, 10_000, 200, "1459.92 CNY")] // 11 999 x 8 % and the bonus
    [InlineData(8_999, 10_000, 0, "100.00 CNY")] // below the gate of 90 %: the floor
    [InlineData(9_999, 10_000, 0, "499.95 CNY")]
    public void Modifiers_are_read(int revenue, int target, int orders, string due)
    {
        CommissionPlan plan = Read(Retroactive).Value;
        CommissionFacts facts = Facts().With(Basis.NetRevenue, revenue).WithTarget(Basis.NetRevenue, target).With(Basis.Orders, orders);
        plan.Resolve(February.End).Evaluate(facts).ToString().Should().Be(due);
    }

    [Fact]
    public void Every_form_of_table_is_read()
    {
        ResolvedPlan Of(string component) => Read($$"""
            { "schemaVersion": 1, "id": "p", "currency": "CNY", "per": "month", "rounding": "half-away-from-zero/4", "roundingPlace": "statement", "pay": [{ {{component}} }] }
            """).Value.Resolve(February.End);
        Money Pay(string component, Basis basis, decimal value) => Of(component).Evaluate(Facts().With(basis, value));

        Pay("\"on\": \"orders\", \"packages\": { \"size\": 100, \"price\": 5, \"rounding\": \"up\", \"free\": 50 }", Basis.Orders, 251).Amount.Should().Be(15m);
        Pay("\"on\": \"net-revenue\", \"curve\": { \"afterLast\": \"same-slope\", \"points\": [{ \"value\": 0, \"payout\": 0 }, { \"value\": 10, \"payout\": 1 }] }", Basis.NetRevenue, 25).Amount.Should().Be(2.5m);
        Pay("\"on\": \"units\", \"tiers\": { \"mode\": \"graduated\", \"edge\": \"upper-included\", \"tiers\": [{ \"from\": 0, \"to\": 5, \"unitPrice\": 7 }, { \"from\": 5, \"unitPrice\": 6.5 }] }", Basis.Units, 8).Amount.Should().Be(54.5m);
        Pay("\"on\": \"net-revenue\", \"tiers\": { \"mode\": \"interpolated\", \"edge\": \"lower-included\", \"tiers\": [{ \"from\": 0, \"to\": 100, \"flat\": 10 }, { \"from\": 100, \"to\": 200, \"flat\": 30 }], \"top\": 200, \"aboveTop\": \"counts-to-top\" }", Basis.NetRevenue, 150).Amount.Should().Be(25m);
        Pay("\"on\": { \"count\": \"sessions\" }, \"tiers\": { \"mode\": \"step\", \"edge\": \"lower-included\", \"tiers\": [{ \"from\": 0, \"flat\": 0 }, { \"from\": 4, \"flat\": 300 }] }", Basis.Count("sessions"), 4).Amount.Should().Be(300m);
        Pay("\"on\": { \"money\": \"net of tax\", \"contents\": [\"shipping\"] }, \"tiers\": { \"mode\": \"whole-amount\", \"edge\": \"lower-included\", \"tiers\": [{ \"from\": 0, \"rate\": \"5%\", \"maximum\": 40 }] }", Basis.Money("net of tax", BasisContents.Shipping), 1_000).Amount.Should().Be(40m);
    }

    [Theory]
    [InlineData("\"5%\"", "5", "14:32 $.pay[0].tiers.tiers[0].rate: the number 5 was found, expected a percentage in double quotes, such as \"5%\"")]
    [InlineData("\"from\": 10000", "\"from\": 0", "15:21 $.pay[0].tiers.tiers[1].from: Tier 2 and tier 1 both start at 0, expected a plan without this contradiction")]
    [InlineData("\"whole-amount\"", "\"slab\"", "11:17 $.pay[0].tiers.mode: 'slab' is not known here, expected one of graduated, whole-amount, step, interpolated")]
    [InlineData("\"half-even\"", "\"bankers\"", "37:15 $.rounding: 'bankers' is not a rounding, expected one of half-away-from-zero, half-even, half-toward-zero, half-up, half-down, away-from-zero, toward-zero, ceiling, floor, or one of them with /0 to /6 decimals")]
    [InlineData("\"atLeast\": \"90%\"", "\"atLeast\": 90", "33:67 $.gates[0].atLeast: the number 90 was found, expected a percentage in double quotes, such as \"5%\"")]
    [InlineData("\"floor\": { \"amount\": 100", "\"floor\": { \"amount\": -1", "35:24 $.floor.amount: -1 is outside the range, expected an amount of 0 or more, up to 79228162514264337593543.950335, with at most 6 decimals")]
    [InlineData("\"returns\": \"original-rate\",", "\"refunds\": \"original-rate\",", "36:3 $.refunds: the member 'refunds' is not known here, expected one of schemaVersion, id, currency, per, pay, bonuses, accumulate, gates, accelerators, capAttainment, capEachRecord, floorEachRecord, caps, floor, returns, rounding, roundingPlace")]
    public void A_bad_value_is_named_at_its_place(string good, string bad, string error)
    {
        Retroactive.Should().Contain(good);
        JsonReadResult<CommissionPlan> result = Read(Retroactive.Replace(good, bad, StringComparison.Ordinal));
        result.Succeeded.Should().BeFalse();
        result.Errors.Select(entry => entry.ToString()).Should().Equal(error);
    }

    [Fact]
    public void A_component_needs_exactly_one_table()
    {
        JsonReadResult<CommissionPlan> none = Read("""{ "schemaVersion": 1, "id": "p", "currency": "CNY", "per": "month", "pay": [{ "on": "orders" }], "rounding": "half-even", "roundingPlace": "statement" }""");
        none.Errors.Single().ToString().Should().Contain("$.pay[0]: the component has no table, or more than one");
        JsonReadResult<CommissionPlan> nothing = Read("""{ "schemaVersion": 1, "id": "p", "currency": "CNY", "per": "month", "pay": [], "rounding": "half-even", "roundingPlace": "statement" }""");
        nothing.Errors.Single().ToString().Should().Contain("$.pay: The plan pays nothing");
    }

    [Fact]
    public void No_change_of_one_character_throws()
    {
        byte[] good = Encoding.UTF8.GetBytes(Retroactive);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(
            entry =>
            {
                byte[] bytes = (byte[])good.Clone();
                bytes[entry.Item1] = entry.Item2;
                JsonReadResult<CommissionPlan> result = CommissionPlanJson.Read(bytes);
                result.Succeeded.Should().Be(result.Errors.Count == 0);
            },
            iter: Laws.Iterations);
    }

    private static CommissionFacts Facts() => CommissionFacts.For(new Id<Payee>("leader-017"), February);

    private static JsonReadResult<CommissionPlan> Read(string text) => CommissionPlanJson.Read(Encoding.UTF8.GetBytes(text));
}
