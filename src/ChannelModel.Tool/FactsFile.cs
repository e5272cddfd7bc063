using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>
/// Reads rows of facts for one plan: <c>payee</c>, <c>start</c>, <c>end</c>, and a column for each measure, such as <c>net-revenue</c>, with <c>.target</c>, <c>.baseline</c> or <c>.prior</c>
/// behind it for those. An empty cell states nothing.
/// </summary>
internal sealed class FactsFile
{
    private static readonly string[] Fixed = ["payee", "start", "end"];

    private readonly (Basis Basis, string Part)[] _columns;

    private FactsFile((Basis Basis, string Part)[] columns)
    {
        _columns = columns;
    }

    /// <summary>Matches the header with what the plan asks for; every column that does not fit is a problem.</summary>
    public static FactsFile? Open(SepReaderHeader header, CommissionPlan plan, List<string> problems)
    {
        string[] names = [.. header.ColNames];
        for (int i = 0; i < Fixed.Length; i++)
        {
            if (names.Length <= i || names[i] != Fixed[i])
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"1: column {i + 1} is '{(names.Length > i ? names[i] : string.Empty)}', expected '{Fixed[i]}'"));
            }
        }

        Dictionary<string, Basis> known = Measures(plan).ToDictionary(basis => basis.Name, StringComparer.Ordinal);
        var columns = new List<(Basis, string)>();
        foreach (string name in names.Skip(Fixed.Length))
        {
            int dot = name.LastIndexOf('.');
            string part = dot < 0 ? string.Empty : name[(dot + 1)..];
            bool suffixed = part is "target" or "baseline" or "prior";
            string measure = suffixed ? name[..dot] : name;
            if (!known.TryGetValue(measure, out Basis? basis))
            {
                problems.Add($"1: the plan has no measure '{measure}', expected one of {string.Join(", ", known.Keys)}, alone or with .target, .baseline or .prior");
            }
            else
            {
                columns.Add((basis, suffixed ? part : string.Empty));
            }
        }

        return problems.Count == 0 ? new FactsFile([.. columns]) : null;
    }

    /// <summary>Makes the facts of a row, or says why it cannot be paid.</summary>
    public CommissionFacts? Read(SepReader.Row row, out string reason)
    {
        if (row.ColCount != Fixed.Length + _columns.Length)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {Fixed.Length + _columns.Length}");
            return null;
        }

        if (!Id<Payee>.TryCreate(row[0].ToString(), out Id<Payee>? payee))
        {
            reason = $"payee: '{row[0]}' is not an id, expected 1 to 100 characters";
            return null;
        }

        ParseResult<LocalDate> start = LocalDatePattern.Iso.Parse(row[1].ToString());
        ParseResult<LocalDate> end = LocalDatePattern.Iso.Parse(row[2].ToString());
        if (!start.Success || !end.Success || end.Value < start.Value)
        {
            reason = $"start and end: '{row[1]}' to '{row[2]}' is no period, expected dates such as 2025-01-31, the end not before the start";
            return null;
        }

        CommissionFacts facts = CommissionFacts.For(payee, new DateInterval(start.Value, end.Value));
        for (int i = 0; i < _columns.Length; i++)
        {
            string text = row[Fixed.Length + i].ToString();
            if (text.Length == 0)
            {
                continue;
            }

            (Basis basis, string part) = _columns[i];
            if (Value(basis, text) is not decimal value)
            {
                string expected = basis.Kind == BasisKind.Rate ? "a percentage such as 31.5%" : "a number such as 1234.56, with a point and no separators";
                reason = $"{basis.Name}{(part.Length == 0 ? string.Empty : "." + part)}: '{text}' is not a value, expected {expected}";
                return null;
            }

            try
            {
                facts = part switch
                {
                    "target" => facts.WithTarget(basis, value),
                    "baseline" => facts.WithBaseline(basis, value),
                    "prior" => facts.WithPrior(basis, value),
                    _ => facts.With(basis, value),
                };
            }
            catch (Exception refused) when (refused is ArgumentException or OverflowException)
            {
                reason = $"{basis.Name}: {refused.Message.Split('\n')[0]}";
                return null;
            }
        }

        reason = string.Empty;
        return facts;
    }

    private static decimal? Value(Basis basis, string text)
    {
        if (basis.Kind == BasisKind.Rate)
        {
            return Rate.TryParse(text, out Rate rate) ? rate.ToPercent() : null;
        }

        // Money's own reader: exact, culture-free, at most 6 decimals.
        return Money.TryParse(text + " XXX", out Money amount) ? amount.Amount : null;
    }

    /// <summary>The measures that the plan needs as facts: what it pays on and chooses by; for a derived one, what it derives from.</summary>
    private static IEnumerable<Basis> Measures(CommissionPlan plan) => plan.Components
        .SelectMany(component => new[] { component.On, component.By, component.Grid?.Rows.By, component.Grid?.Columns.By })
        .Concat(plan.Gates.Select(gate => gate.By))
        .Concat(plan.Accelerators.Select(accelerator => accelerator.By))
        .Append(plan.AttainmentCap?.Of)
        .OfType<Basis>()
        .Select(Plain)
        .Distinct();

    private static Basis Plain(Basis basis) => basis.Source is Basis source ? Plain(source) : basis;
}
