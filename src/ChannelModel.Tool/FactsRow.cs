using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tool;

/// <summary>One row of a file of facts: the numbers of a statement, one of its records, or one of its returns.</summary>
internal sealed class FactsRow
{
    public FactsRow(Id<Payee> payee, DateInterval period)
    {
        Payee = payee;
        Period = period;
    }

    public Id<Payee> Payee { get; }

    public DateInterval Period { get; }

    public List<(Basis Basis, string Part, decimal Value)> Numbers { get; } = [];

    public List<(Cycle Cycle, decimal Amount)> Paid { get; } = [];

    public Dictionary<string, decimal> Amounts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, LocalDate> Days { get; } = new(StringComparer.Ordinal);

    public string? Record { get; set; }

    public string? Return { get; set; }

    private LinkedReturn? Linked { get; set; }

    private FactRecord? Own { get; set; }

    /// <summary>Checks that the cells fit together, and makes the return or record of the row.</summary>
    public bool Complete(Currency currency, bool perRecord, out string reason)
    {
        reason = string.Empty;
        if (Return is string id)
        {
            decimal Amount(string name) => Amounts.GetValueOrDefault(name);
            if (!Amounts.ContainsKey("return.sold") || !Amounts.ContainsKey("return.commission") || !Amounts.ContainsKey("return.amount"))
            {
                reason = $"return: '{id}' needs return.sold, return.commission and return.amount (and return.before, if a part was returned before)";
                return false;
            }

            if (Numbers.Exists(number => number.Part.Length == 0) || Record is not null)
            {
                reason = $"return: the row of '{id}' also states measures or a record, expected a row of its own";
                return false;
            }

            Linked = new LinkedReturn(id, Money.Of(Amount("return.sold"), currency), Money.Of(Amount("return.commission"), currency), Money.Of(Amount("return.before"), currency), Money.Of(Amount("return.amount"), currency));
            return true;
        }

        if (Amounts.Keys.Any(name => name.StartsWith("return.", StringComparison.Ordinal)))
        {
            reason = "return: amounts of a return are stated without its id";
            return false;
        }

        if (Days.Count == 1)
        {
            reason = "active-start and active-end: one of them is missing";
            return false;
        }

        if (perRecord)
        {
            if (Record is not string name)
            {
                reason = "record: the id of the record is missing, and the plan rates each by itself";
                return false;
            }

            Own = Numbers.Where(number => number.Part.Length == 0).Aggregate(FactRecord.Of(name), (record, number) => record.With(number.Basis, number.Value));
        }

        return true;
    }

    /// <summary>Makes the facts of all rows of a statement; what is stated for the whole must not differ between rows.</summary>
    public static CommissionFacts? Facts(IReadOnlyList<FactsRow> rows, Currency currency, bool perRecord, out string reason)
    {
        reason = string.Empty;
        CommissionFacts facts = CommissionFacts.For(rows[0].Payee, rows[0].Period);
        var stated = new Dictionary<string, decimal>(StringComparer.Ordinal);
        bool Same(string name, decimal value, ref string why)
        {
            bool same = !stated.TryGetValue(name, out decimal before) || before == value;
            why = same ? why : $"{name}: {value} here and {before} in an earlier row of the statement";
            stated[name] = value;
            return same;
        }

        if (!perRecord && rows.Count(row => row.Return is null) > 1)
        {
            reason = "the same payee and period stand in more than one row, expected each once (only returns have rows of their own)";
            return null;
        }

        foreach (FactsRow row in rows)
        {
            foreach ((Basis basis, string part, decimal value) in row.Numbers.Where(number => !perRecord || number.Part.Length > 0))
            {
                if (!Same($"{basis.Name}.{part}", value, ref reason))
                {
                    return null;
                }

                facts = part switch
                {
                    "target" => facts.WithTarget(basis, value),
                    "baseline" => facts.WithBaseline(basis, value),
                    "prior" => facts.WithPrior(basis, value),
                    _ => facts.With(basis, value),
                };
            }

            foreach ((Cycle cycle, decimal amount) in row.Paid)
            {
                if (!Same("paid." + cycle, amount, ref reason))
                {
                    return null;
                }

                facts = facts.WithPaid(cycle, Money.Of(amount, currency));
            }

            if (row.Amounts.TryGetValue("carried-in", out decimal carried))
            {
                if (!Same("carried-in", carried, ref reason))
                {
                    return null;
                }

                facts = facts.WithCarriedIn(Money.Of(carried, currency));
            }

            if (row.Days.Count == 2)
            {
                facts = facts.ActiveIn(new DateInterval(row.Days["active-start"], row.Days["active-end"]));
            }

            facts = row.Own is FactRecord own ? facts.WithRecords(own) : facts;
            facts = row.Linked is LinkedReturn linked ? facts.WithReturns(linked) : facts;
        }

        return facts;
    }
}
