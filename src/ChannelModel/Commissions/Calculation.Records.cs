using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Plans that rate each record by itself.</summary>
internal sealed partial class Calculation
{
    private BigInteger Records()
    {
        Ratio exact = Ratio.Zero;
        BigInteger written = BigInteger.Zero;
        bool mirrored = _facts.Records.Count > 0;
        bool bySum = _plan.RoundingPlace == RoundingPlace.Statement && _plan.RecordCap is null && _plan.RecordFloor is null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        FactView whole = Whole();
        foreach (FactRecord record in _facts.Records)
        {
            if (!seen.Add(record.Id))
            {
                _errors.Add(new FactError("records", $"The record '{record.Id}' is there twice."));
                continue;
            }

            _record = record.Id;
            Sources(record.Set, record.Id);
            var view = new FactView(_plan, _facts, record.Set, value: true, prior: false, _errors);
            int start = _lines?.Count ?? 0;
            Ratio sum = Sum(view, whole, out bool allMirrored);
            mirrored &= allMirrored;
            if (bySum)
            {
                exact += sum;
                written += Written(start);
                continue;
            }

            BigInteger rounded = Round(sum, start, allMirrored);
            if (_plan.RecordCap is Money cap && rounded > cap.ToMillionths())
            {
                rounded += Add("record-cap", LineKind.RecordCap, cap.ToMillionths() - rounded, new LocalText($"at most {cap}", $"上限 {cap}"));
            }

            if (_plan.RecordFloor is Money floor && rounded < floor.ToMillionths())
            {
                rounded += Add("record-floor", LineKind.RecordFloor, floor.ToMillionths() - rounded, new LocalText($"at least {floor}", $"下限 {floor}"));
            }

            exact += rounded;
        }

        _record = null;
        if (_facts.Records.Count == 0)
        {
            foreach (Basis on in _plan.Components.Select(component => component.On.Source ?? component.On).Where(on => _facts.Set.TryFind(on, FactColumn.Value, out _)).Distinct())
            {
                _errors.Add(new FactError("records", $"'{on}' is stated for the period, but the plan rates each record by itself; state the records (WithRecords)."));
            }

            _ = Add("nothing", LineKind.Nothing, BigInteger.Zero, new LocalText("there are no records", "没有记录"), always: true);
        }

        if (!bySum)
        {
            return exact.Numerator / exact.Denominator;
        }

        BigInteger total = RoundedTo(exact, mirrored);
        _ = Add("rounding", LineKind.Rounding, total - written);
        return total;
    }

    /// <summary>The numbers of the whole period: what records state, added up, else what the facts state. A record alone has no attainment.</summary>
    private FactView Whole()
    {
        FactSet set = _facts.Set;
        foreach (Basis source in _plan.Gates.Select(gate => gate.By).Concat(_plan.Accelerators.Select(accelerator => accelerator.By)).Select(by => by.Source).OfType<Basis>())
        {
            set = _facts.TrySum(source, out BigInteger sum) ? set.With(source, FactColumn.Value, sum, _plan.Currency) : set;
        }

        return new FactView(_plan, _facts, set, value: true, prior: false, _errors);
    }
}
