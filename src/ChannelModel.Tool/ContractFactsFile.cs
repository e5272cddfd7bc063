using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using nietras.SeparatedValues;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Tool;

/// <summary>Facts of many contracts, one a row. The numbers of a commission are rows of one measure each, and are put together by their days.</summary>
internal sealed class ContractFactsFile
{
    public static readonly string[] Columns = ["contract", "fact", "start", "end", "name", "value", "on", "session", "reference"];

    private readonly ContractBook _book;
    private readonly Dictionary<PartnerContract, List<ContractFact>> _facts = [];
    private readonly Dictionary<(PartnerContract Contract, DateInterval Days), CommissionFacts> _commissions = [];
    private readonly HashSet<(PartnerContract, DateInterval, string)> _measures = [];

    public ContractFactsFile(ContractBook book)
    {
        _book = book;
    }

    public IReadOnlyList<ContractFact> Of(PartnerContract contract) =>
    [
        .. _facts.GetValueOrDefault(contract) ?? [],
        .. _commissions.Where(known => known.Key.Contract == contract).Select(known => ContractFact.Commission(known.Value)),
    ];

    /// <summary>Adds a row, or says why it cannot be used.</summary>
    public bool TryAdd(SepReader.Row row, out string reason)
    {
        reason = string.Empty;
        if (row.ColCount != Columns.Length)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"the row has {row.ColCount} cells, expected {Columns.Length}");
            return false;
        }

        string id = row[0].ToString();
        if (_book.Contracts.FirstOrDefault(known => known.Id.Value == id) is not PartnerContract contract)
        {
            reason = $"contract: there is no contract '{id}'";
            return false;
        }

        try
        {
            var cells = new Row(row, contract);
            if (cells.Fact == "commission")
            {
                AddMeasure(contract, cells);
                return true;
            }

            ContractFact fact = cells.ToFact();
            reason = CheckAlone(contract, fact) ?? string.Empty;
            if (reason.Length > 0)
            {
                return false;
            }

            if (!_facts.TryGetValue(contract, out List<ContractFact>? list))
            {
                _facts[contract] = list = [];
            }

            list.Add(fact);
            return true;
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException or FormatException)
        {
            reason = refused.Message.Split('\n')[0].Split(" (Parameter")[0];
            return false;
        }
    }

    /// <summary>What the library says about this fact alone; what concerns several facts is said when the contract is settled.</summary>
    private string? CheckAlone(PartnerContract contract, ContractFact fact)
    {
        if (fact.Kind is ContractFactKind.Reported or ContractFactKind.ThirdParty
            && (_facts.GetValueOrDefault(contract) ?? []).FirstOrDefault(other => other.Kind == fact.Kind && other.Name == fact.Name && other.Session == fact.Session && other.Days == fact.Days) is ContractFact same)
        {
            return $"the same reading stands there already ({same.Reference})";
        }

        return contract.Refusal(fact);
    }

    private void AddMeasure(PartnerContract contract, Row cells)
    {
        DateInterval days = cells.Days();
        CommissionPlan plan = contract.Versions.Where(version => version.Days.Contains(days.Start)).Select(version => version.Terms.Commission?.Plan).FirstOrDefault()
            ?? throw new FormatException($"commission: the contract pays none on {LocalDatePattern.Iso.Format(days.Start)}");
        string name = cells.Name;
        int dot = name.LastIndexOf('.');
        string part = dot < 0 ? string.Empty : name[(dot + 1)..];
        string measure = part is "target" or "baseline" or "prior" ? name[..dot] : name;
        Basis basis = Measures(plan).FirstOrDefault(known => known.Name == measure)
            ?? throw new FormatException($"name: the plan has no measure '{measure}', expected one of {string.Join(", ", Measures(plan).Select(known => known.Name))}");
        if (!_measures.Add((contract, days, name)))
        {
            throw new FormatException($"name: '{name}' stands twice for {LocalDatePattern.Iso.Format(days.Start)} to {LocalDatePattern.Iso.Format(days.End)}");
        }

        decimal value = cells.Value(basis.Kind == BasisKind.Rate);
        CommissionFacts facts = _commissions.GetValueOrDefault((contract, days)) ?? CommissionFacts.For(contract.Partner.Payee, days);
        _commissions[(contract, days)] = part switch
        {
            "target" => facts.WithTarget(basis, value),
            "baseline" => facts.WithBaseline(basis, value),
            "prior" => facts.WithPrior(basis, value),
            _ => facts.With(basis, value),
        };
    }

    private static IEnumerable<Basis> Measures(CommissionPlan plan) => plan.Components
        .SelectMany(component => new[] { component.On, component.By, component.Grid?.Rows.By, component.Grid?.Columns.By })
        .Concat(plan.Gates.Select(gate => gate.By))
        .Concat(plan.Accelerators.Select(accelerator => accelerator.By))
        .Append(plan.AttainmentCap?.Of)
        .OfType<Basis>()
        .Select(basis => basis.Source ?? basis)
        .Distinct();

    /// <summary>The cells of a row, read as they are asked for; what cannot be read throws with the column and what was expected.</summary>
    private sealed class Row
    {
        private readonly string[] _cells;
        private readonly PartnerContract _contract;

        public Row(SepReader.Row row, PartnerContract contract)
        {
            _cells = new string[Columns.Length];
            for (int i = 0; i < _cells.Length; i++)
            {
                _cells[i] = row[i].ToString();
            }

            _contract = contract;
        }

        public string Fact => _cells[1];

        public string Name => _cells[4].Length > 0 ? _cells[4] : throw new FormatException("name: the cell is empty");

        private string? Session => _cells[7].Length == 0 ? null : _cells[7];

        private string Reference => _cells[8].Length > 0 ? _cells[8] : throw new FormatException("reference: the cell is empty, expected the evidence");

        public DateInterval Days()
        {
            LocalDate start = Date(2);
            LocalDate end = _cells[3].Length == 0 ? start : Date(3);
            return end < start ? throw new FormatException($"end: '{_cells[3]}' is before the start '{_cells[2]}'") : new DateInterval(start, end);
        }

        public decimal Value(bool isRate)
        {
            string text = _cells[5];
            if (isRate)
            {
                return Rate.TryParse(text, out Rate rate) ? rate.ToPercent() : throw new FormatException($"value: '{text}' is not a value, expected a percentage such as 31.5%");
            }

            return CsvFile.Number(text) ?? throw new FormatException($"value: '{text}' is not a value, expected a number such as 1234.56, with a point and no separators");
        }

        public ContractFact ToFact()
        {
            switch (Fact)
            {
                case "reported":
                    return ContractFact.Reported(Name, Days(), Value(IsRate()), Reference, Session);
                case "third-party":
                    return ContractFact.ThirdParty(Name, Days(), Value(IsRate()), Reference, Session);
                case "made-good":
                    return ContractFact.MadeGood(Name, Days(), Value(IsRate()), Date(6), Reference);
                case "delivered":
                    return ContractFact.Delivered(Name, Date(2), Date(6), Reference);
                case "excused":
                    return ContractFact.Excused(_cells[4].Length == 0 ? null : _cells[4], Days(), Reference);
                case "deposit-paid":
                    return ContractFact.DepositPaid(Date(2), Amount(), Reference);
                case "deposit-topped-up":
                    return ContractFact.DepositToppedUp(Date(2), Amount(), Reference);
                case "deposit-refunded":
                    return ContractFact.DepositRefunded(Date(2), Amount(), Reference);
                case "clawed-back":
                    return int.TryParse(Name, NumberStyles.None, CultureInfo.InvariantCulture, out int months)
                        ? ContractFact.ClawedBack(Date(2), months, Amount(), Reference)
                        : ContractFact.ClawedBackFor(Date(2), Name, Amount(), Reference);
                case "sales":
                    return ContractFact.SalesOf(Days(), Amount(), Reference);
                default:
                    throw new FormatException($"fact: '{Fact}' is not known, expected one of reported, third-party, made-good, delivered, excused, commission, deposit-paid, deposit-topped-up, deposit-refunded, clawed-back, sales");
            }
        }

        private bool IsRate() => _contract.Versions.SelectMany(version => version.Terms.Commitments).FirstOrDefault(commitment => commitment.Code == Name)?.Metric.Kind == MetricKind.Rate;

        private Money Amount() => Money.Of(Value(isRate: false), _contract.Currency);

        private LocalDate Date(int column)
        {
            ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(_cells[column]);
            return parsed.Success ? parsed.Value : throw new FormatException($"{Columns[column]}: '{_cells[column]}' is not a date, expected one such as 2025-01-31");
        }
    }
}
