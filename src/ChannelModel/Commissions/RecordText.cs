using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using ChannelModel.Internal;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Commissions;

/// <summary>Writes statements in the canonical form of a record, version 2.</summary>
internal static class RecordText
{
    public const string Head = "channelmodel-statement\t2";

    public static string FactsHash(CommissionFacts facts, ResolvedPlan rules) => RecordRow.Hash(FactRows(facts, rules));

    public static string Write(CommissionStatement statement)
    {
        List<string> facts = FactRows(statement.Facts, statement.Rules);
        facts.AddRange(RuleRows(statement.Rules.Plan, statement.Facts));
        var lines = statement.Lines.Select(LineRow).ToList();
        var text = new StringBuilder();
        text.Append(Head).Append('\n');
        foreach (string row in facts.Concat(lines))
        {
            text.Append(row).Append('\n');
        }

        text.Append("facts-sha256\t").Append(RecordRow.Hash(facts)).Append('\n');
        text.Append("lines-sha256\t").Append(RecordRow.Hash(lines)).Append('\n');
        text.Append("carried\t").Append(Number(statement.Carried.Amount)).Append('\n');
        text.Append("total\t").Append(Number(statement.Total.Amount)).Append('\n');
        return text.ToString();
    }

    public static string Text(Ratio value)
    {
        Ratio reduced = value.Reduce();
        string top = reduced.Numerator.ToString(CultureInfo.InvariantCulture);
        return reduced.Denominator.IsOne || reduced.IsZero ? top : top + "/" + reduced.Denominator.ToString(CultureInfo.InvariantCulture);
    }

    private static List<string> FactRows(CommissionFacts facts, ResolvedPlan rules)
    {
        var rows = new List<string>
        {
            RecordRow.Of("fact", "plan", rules.Plan.Name.Value, rules.Version.ToString(CultureInfo.InvariantCulture), rules.Plan.Currency.Code),
            RecordRow.Of("fact", "as-of", rules.Anchor.ToString(), Day(rules.AsOf)),
            RecordRow.Of("fact", "payee", facts.Payee.Value),
            RecordRow.Of("fact", "period", Day(facts.Period.Start), Day(facts.Period.End)),
        };
        if (facts.Active is DateInterval active)
        {
            rows.Add(RecordRow.Of("fact", "active", Day(active.Start), Day(active.End)));
        }

        rows.AddRange(NumberRows(string.Empty, facts.Set));
        foreach (FactRecord record in facts.Records)
        {
            rows.AddRange(NumberRows(record.Id, record.Set));
        }

        rows.AddRange(facts.Returns.Select(r => RecordRow.Of("fact", "return", r.Id, Number(r.Sold.Amount), Number(r.Commission.Amount), Number(r.ReturnedBefore.Amount), Number(r.Returned.Amount))));
        rows.AddRange(facts.Paid.OrderBy(paid => paid.Key).Select(paid => RecordRow.Of("fact", "paid", paid.Key.ToString(), Number(paid.Value.Amount))));
        if (facts.CarriedIn is Money carried)
        {
            rows.Add(RecordRow.Of("fact", "carried-in", Number(carried.Amount)));
        }

        return rows;
    }

    private static IEnumerable<string> NumberRows(string record, FactSet set) =>
        set.Facts.ToArray()
            .OrderBy(fact => fact.Basis.Name, StringComparer.Ordinal).ThenBy(fact => fact.Basis.Kind).ThenBy(fact => fact.Basis.Contents).ThenBy(fact => fact.Column)
            .Select(fact => RecordRow.Of(
                "fact", "number", record, fact.Basis.Name, fact.Column.ToString(), Text(new Ratio(fact.Units, fact.Basis.UnitsPerOne)), fact.Currency?.Code ?? string.Empty, fact.Source?.En ?? string.Empty));

    private static List<string> RuleRows(CommissionPlan plan, CommissionFacts facts)
    {
        var rows = new List<string>
        {
            RecordRow.Of("rule", "rounding", plan.Rounding.WithScale(plan.Rounding.ScaleFor(plan.Currency)).ToString(), plan.RoundingPlace.ToString()),
            RecordRow.Of("rule", "accumulate", plan.Accumulation.ToString(), plan.Accumulation == Accumulation.Cumulative && facts.Set.HasPrior ? "prior" : string.Empty),
        };
        rows.AddRange(plan.Paying.Concat(plan.Bonuses).Select(c => RecordRow.Of(
            "rule", "component", c.Component.Name, c.Component.IsBonus ? "bonus" : "pay", c.RoundsEachTier ? "tiers" : "whole", c.Component.Cap is Money cap ? Number(cap.Amount) : string.Empty)));
        rows.AddRange(plan.Gates.Select(gate => RecordRow.Of("rule", "gate", gate.By.Name, Text(TierCompiler.Units(gate.AtLeast, gate.By.UnitsPerOne)))));
        rows.AddRange(plan.Accelerators.Select(a => RecordRow.Of(
            "rule",
            "accelerator",
            a.By.Name,
            a.IsOnExcess ? "excess" : "whole",
            a.Edge.ToString(),
            string.Join(";", a.Steps.Select(step => Text(TierCompiler.Units(step.From, a.By.UnitsPerOne)) + ":" + Number(step.Factor))))));
        rows.AddRange(Amount("record-cap", plan.RecordCap));
        rows.AddRange(Amount("record-floor", plan.RecordFloor));
        rows.AddRange(plan.Caps.Select(cap => RecordRow.Of("rule", "cap", cap.Per.ToString(), Number(cap.Amount.Amount), cap.Excess.ToString(), plan.IsWithin(cap) ? "within" : "beyond")));
        if (plan.Floor is PlanFloor floor)
        {
            Ratio share = floor.IsProratedByDays && facts.Active is DateInterval active ? new Ratio(active.Length, facts.Period.Length) : BigInteger.One;
            rows.Add(RecordRow.Of("rule", "floor", Number(floor.Amount.Amount), Text(share)));
        }

        return rows;
    }

    private static IEnumerable<string> Amount(string name, Money? amount) => amount is Money money ? [RecordRow.Of("rule", name, Number(money.Amount))] : [];

    private static string LineRow(StatementLine line) => RecordRow.Of(
        "line",
        line.Id,
        line.Kind.ToString(),
        line.IsPrior ? "prior" : string.Empty,
        line.IsMirrored ? "mirrored" : string.Empty,
        line.Component ?? string.Empty,
        line.Record ?? string.Empty,
        line.Tier.ToString(CultureInfo.InvariantCulture),
        Optional(line.From),
        Optional(line.To),
        Optional(line.Portion),
        line.Rate ?? string.Empty,
        Number(line.Amount.Amount),
        line.PerShown > 0 ? Text(line.Units) : string.Empty,
        line.PerShown > 0 ? Text(line.Slope) : string.Empty,
        line.PerShown > 0 ? line.PerShown.ToString(CultureInfo.InvariantCulture) : string.Empty,
        string.Join(";", line.Operands.Select(Text)),
        line.Note?.En ?? string.Empty,
        line.Note?.ZhHans ?? string.Empty);

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Number(decimal value) => StatementLine.Number(Exact.Canonical(value));

    private static string Optional(decimal? value) => value is decimal number ? Number(number) : string.Empty;
}
