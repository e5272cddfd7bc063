using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Words a plan, step by step; nothing is checked before <see cref="Build"/> or <see cref="TryBuild"/>, which see all errors at once.</summary>
/// <remarks>Used by one thread at a time; what it builds is immutable.</remarks>
#pragma warning disable RS0026 // the three forms of Pay differ in their required arguments
public sealed class CommissionPlanBuilder
{
    private readonly List<PlanComponent> _components = [];
    private readonly List<PlanGate> _gates = [];
    private readonly List<PlanCap> _caps = [];
    private readonly List<Accelerator> _accelerators = [];
    private readonly List<KeyValuePair<string, Money>> _componentCaps = [];
    private readonly Id<CommissionPlan> _name;
    private readonly Currency _currency;
    private readonly HashSet<Cycle> _cycles = [];
    private Cycle _cycle = Cycle.Month;
    private Accumulation _accumulation;
    private Money? _recordCap;
    private Money? _recordFloor;
    private (Basis Of, decimal Percent)? _attainmentCap;
    private PlanFloor? _floor;
    private ReturnPolicy? _returns;
    private Rounding? _rounding;
    private RoundingPlace _place;

    internal CommissionPlanBuilder(string name, Currency currency)
    {
        _name = new Id<CommissionPlan>(name);
        _currency = currency;
    }

    /// <summary>Adds a component: tiers that are chosen by, and paid on, one basis.</summary>
    /// <param name="table">The tiers.</param>
    /// <param name="on">What is paid on.</param>
    /// <param name="per">The period of the plan.</param>
    /// <param name="name">A name for the statement; pay-1, pay-2, ... without one.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Pay(TierTable table, Basis on, Cycle per, string? name = null) => Pay(table, on, on, per, name);

    /// <summary>Adds a component whose tier is chosen by one basis and which is paid on another.</summary>
    /// <param name="table">The tiers.</param>
    /// <param name="on">What is paid on.</param>
    /// <param name="by">What chooses the tier.</param>
    /// <param name="per">The period of the plan.</param>
    /// <param name="name">A name for the statement.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Pay(TierTable table, Basis on, Basis by, Cycle per, string? name = null)
    {
        Guard.Against.Null(table);
        _cycles.Add(per);
        _cycle = per;
        _components.Add(new PlanComponent(name ?? Next("pay"), table, null, Guard.Against.Null(on), Guard.Against.Null(by), isBonus: false));
        return this;
    }

    /// <summary>Adds a component whose rate is found in a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="on">What is paid on.</param>
    /// <param name="per">The period of the plan.</param>
    /// <param name="name">A name for the statement.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Pay(RateGrid grid, Basis on, Cycle per, string? name = null)
    {
        Guard.Against.Null(grid);
        _cycles.Add(per);
        _cycle = per;
        _components.Add(new PlanComponent(name ?? Next("pay"), null, grid, Guard.Against.Null(on), grid.Columns.By, isBonus: false));
        return this;
    }

    /// <summary>Adds a bonus (SPIFF), which gates and accelerators do not touch.</summary>
    /// <param name="table">The tiers.</param>
    /// <param name="on">What is paid on.</param>
    /// <param name="name">A name for the statement.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Bonus(TierTable table, Basis on, string? name = null)
    {
        Guard.Against.Null(table);
        _components.Add(new PlanComponent(name ?? Next("bonus"), table, null, Guard.Against.Null(on), on, isBonus: true));
        return this;
    }

    /// <summary>Names over what the tiers count; per period unless named.</summary>
    /// <param name="accumulation">The choice.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Accumulate(Accumulation accumulation)
    {
        _accumulation = accumulation;
        return this;
    }

    /// <summary>Adds a gate: below the value, the components pay nothing.</summary>
    /// <param name="by">What is looked at.</param>
    /// <param name="atLeast">The least value that opens the gate, itself included (rates in percent).</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Gate(Basis by, decimal atLeast)
    {
        _gates.Add(new PlanGate(Guard.Against.Null(by), atLeast));
        return this;
    }

    /// <summary>Adds an accelerator; several multiply in the order given.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Accelerate(Accelerator accelerator)
    {
        _accelerators.Add(Guard.Against.Null(accelerator));
        return this;
    }

    /// <summary>Counts a value only up to a percentage of its target.</summary>
    /// <param name="of">The value; the facts hold its target.</param>
    /// <param name="percent">150 for one and a half times the target.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder CapAttainment(Basis of, decimal percent)
    {
        _attainmentCap = (Guard.Against.Null(of), percent);
        return this;
    }

    /// <summary>Caps what one record pays; the rest is lost.</summary>
    /// <param name="amount">The most.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder CapEachRecord(Money amount)
    {
        _recordCap = amount;
        return this;
    }

    /// <summary>Lifts what one record pays to a least amount.</summary>
    /// <param name="amount">The least.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder FloorEachRecord(Money amount)
    {
        _recordFloor = amount;
        return this;
    }

    /// <summary>Caps what one component pays for a period (or for a record, where each is rated by itself), before accelerators; the rest is lost.</summary>
    /// <param name="component">The name of the component or bonus.</param>
    /// <param name="amount">The most.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder CapComponent(string component, Money amount)
    {
        _componentCaps.Add(new KeyValuePair<string, Money>(Guard.Against.Null(component), amount));
        return this;
    }

    /// <summary>Caps what is paid in a span of time.</summary>
    /// <remarks>
    /// In a plan that accumulates, the cap of its own period is one on the total to date: C includes it, so that increments add up to C(total). Such a plan therefore states as its period
    /// the span it accumulates over, such as a year.
    /// </remarks>
    /// <param name="amount">The most.</param>
    /// <param name="per">The plan's own period, or a longer span, for which the facts say what was paid before (WithPaid).</param>
    /// <param name="excess">What becomes of the rest.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Cap(Money amount, Cycle per, Excess excess)
    {
        _caps.Add(new PlanCap(amount, per, excess));
        return this;
    }

    /// <summary>Guarantees a least for the period.</summary>
    /// <param name="amount">The least.</param>
    /// <param name="proratedByDays">Whether only the days count in which the payee took part.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Floor(Money amount, bool proratedByDays = false)
    {
        _floor = new PlanFloor(amount, proratedByDays);
        return this;
    }

    /// <summary>Names how returns take commission back. Without it, linked returns are refused.</summary>
    /// <param name="policy">The choice.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Returns(ReturnPolicy policy)
    {
        _returns = policy;
        return this;
    }

    /// <summary>Names how and where amounts are rounded. Required.</summary>
    /// <param name="rounding">The rounding.</param>
    /// <param name="place">The place.</param>
    /// <returns>This builder.</returns>
    public CommissionPlanBuilder Round(Rounding rounding, RoundingPlace place)
    {
        _rounding = Guard.Against.Null(rounding);
        _place = place;
        return this;
    }

    /// <summary>Builds the plan.</summary>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all errors.</exception>
    public CommissionPlan Build() => TryBuild(out CommissionPlan? plan, out IReadOnlyList<PlanError> errors)
        ? plan
        : throw new ArgumentException($"The plan '{_name}' has {errors.Count} error{(errors.Count == 1 ? string.Empty : "s")}: {string.Join(" | ", errors)}");

    /// <summary>Builds the plan, if nothing is wrong with it.</summary>
    /// <param name="plan">The plan, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool TryBuild([NotNullWhen(true)] out CommissionPlan? plan, out IReadOnlyList<PlanError> errors)
    {
        var found = new List<PlanError>();
        errors = found;
        plan = null;
        if (_components.Count == 0)
        {
            found.Add(new PlanError("pay", "The plan pays nothing; add a component (Pay)."));
        }

        if (_cycles.Count > 1)
        {
            found.Add(new PlanError("pay", $"The components are paid per {string.Join(" and per ", _cycles.OrderBy(cycle => cycle))}; a plan has one period."));
        }

        if (_rounding is null)
        {
            found.Add(new PlanError("round", "Name how and where amounts are rounded (Round)."));
        }

        Rounding rounding = _rounding ?? Rounding.HalfAwayFromZero;
        var compiled = new List<CompiledComponent>();
        PlanComponent[] components = [.. _components.OrderBy(c => c.IsBonus).Select(c => c.With(_componentCaps.Where(cap => cap.Key == c.Name).Select(cap => (Money?)cap.Value).FirstOrDefault()))];
        foreach (PlanComponent component in components)
        {
            if (CompiledComponent.Compile(component, _currency, rounding, _place == RoundingPlace.Tier, component.Name, found) is CompiledComponent done)
            {
                compiled.Add(done);
            }
        }

        foreach (PlanComponent component in components.Where(c => c.Name.Contains('/') || c.Name is "prior" or "return"))
        {
            found.Add(new PlanError(component.Name, $"A component cannot be called '{component.Name}': lines are named by it, as in 'pay-1/tier-2'; expected a name without '/', other than 'prior' and 'return'."));
        }

        foreach (string twice in _components.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            found.Add(new PlanError(twice, $"Two components are called '{twice}'."));
        }

        CheckModifiers(rounding, found);
        if (found.Count > 0)
        {
            return false;
        }

        plan = new CommissionPlan(_name, _currency, _cycle, components, compiled, _accumulation, _gates, _accelerators, _attainmentCap, _recordCap, _recordFloor, _caps, _floor, _returns, rounding, _place);
        return true;
    }

    private void CheckModifiers(Rounding rounding, List<PlanError> errors)
    {
        foreach ((string path, Money? amount) in _caps.Select((cap, i) => ($"cap[{i}]", (Money?)cap.Amount))
            .Concat(_componentCaps.Select((cap, i) => ($"capComponent[{i}]", (Money?)cap.Value)))
            .Concat([("capEachRecord", _recordCap), ("floorEachRecord", _recordFloor), ("floor", _floor?.Amount)]))
        {
            if (amount is Money money)
            {
                if (money.Currency != _currency)
                {
                    errors.Add(new PlanError(path, $"{money} is not in the plan's currency {_currency}.", money.Amount));
                }
                else if (money.IsNegative || money.Round(rounding) != money)
                {
                    errors.Add(new PlanError(path, $"{money} is below 0 or finer than the rounding {rounding}.", money.Amount));
                }
            }
        }

        if (_floor is not null)
        {
            foreach (PlanCap cap in _caps.Where(cap => cap.Per == _cycle && cap.Amount.Currency == _floor.Amount.Currency && cap.Amount < _floor.Amount))
            {
                errors.Add(new PlanError("floor", $"The cap {cap.Amount} is below the floor {_floor.Amount}.", _floor.Amount.Amount));
            }
        }

        if (_caps.GroupBy(cap => cap.Per).Any(group => group.Count() > 1))
        {
            errors.Add(new PlanError("cap", "Two caps cover the same span."));
        }

        foreach (PlanCap cap in _caps.Where(cap => cap.Per != Cycle.Once && cap.Per != _cycle && (_cycle == Cycle.Once || cap.Per < _cycle)))
        {
            errors.Add(new PlanError("cap", $"A cap per {cap.Per} is shorter than the plan's own period ({_cycle}); expected that period or a longer span."));
        }

        if (_accumulation == Accumulation.PerRecord && _accelerators.Exists(accelerator => accelerator.IsOnExcess))
        {
            errors.Add(new PlanError("accelerate", "The plan rates each record by itself; an accelerator on the excess over a target needs the total of the period."));
        }

        if (_accelerators.Count(accelerator => accelerator.IsOnExcess) > 1)
        {
            errors.Add(new PlanError("accelerate", "Two accelerators on the excess; put the steps of both into one."));
        }

        foreach ((string path, Money? amount) in new[] { ("capEachRecord", _recordCap), ("floorEachRecord", _recordFloor) })
        {
            if (_accumulation != Accumulation.PerRecord && amount is not null)
            {
                errors.Add(new PlanError(path, $"The plan accumulates {_accumulation}; a cap or floor on each record needs PerRecord."));
            }
        }

        if (_recordCap is Money high && _recordFloor is Money low && high.Currency == low.Currency && high < low)
        {
            errors.Add(new PlanError("floorEachRecord", $"The cap {high} on each record is below its floor {low}.", low.Amount));
        }

        for (int i = 0; i < _componentCaps.Count; i++)
        {
            string name = _componentCaps[i].Key;
            if (_components.All(c => c.Name != name) || _componentCaps.Take(i).Any(cap => cap.Key == name))
            {
                errors.Add(new PlanError($"capComponent[{i}]", $"The plan has no component '{name}', or caps it twice; its components are {string.Join(", ", _components.Select(c => c.Name))}."));
            }
        }

        CheckRates(errors);
        CheckAccelerators(errors);
    }

    private void CheckAccelerators(List<PlanError> errors)
    {
        for (int i = 0; i < _accelerators.Count; i++)
        {
            Accelerator accelerator = _accelerators[i];
            if (accelerator.Steps.Count == 0 || accelerator.Steps[0].From != 0m)
            {
                errors.Add(new PlanError($"accelerate[{i}]", "The steps start at 0."));
            }

            if (accelerator.IsOnExcess && (accelerator.By.Kind != BasisKind.Money || accelerator.By.How != BasisDerivation.None || _components.Any(c => !c.IsBonus && (c.On != accelerator.By || c.By != accelerator.By || c.Table is null || c.Table.EdgesInPercentOfTarget || c.Table.RateBy is not null || _componentCaps.Any(cap => cap.Key == c.Name)))))
            {
                errors.Add(new PlanError($"accelerate[{i}]", $"An accelerator on the excess of '{accelerator.By}' needs components that are chosen by it and paid on it, at rates of their own, without a cap of the component."));
            }

            for (int j = 0; j < accelerator.Steps.Count; j++)
            {
                (decimal from, decimal factor) = accelerator.Steps[j];
                if (factor < 0m || Exact.Scale(factor) > 4 || Exact.Scale(from) > 6 || (j > 0 && from == accelerator.Steps[j - 1].From))
                {
                    errors.Add(new PlanError($"accelerate[{i}].steps[{j}]", $"Step {j + 1} from {StatementLine.Number(from)} with factor {StatementLine.Number(factor)}: expected different edges of at most 6 decimals and a factor of at least 0 with at most 4.", factor));
                }
            }
        }
    }

    /// <summary>Gates and the cap on attainment: numbers that a fact can be compared with.</summary>
    private void CheckRates(List<PlanError> errors)
    {
        for (int i = 0; i < _gates.Count; i++)
        {
            int scale = _gates[i].By.Kind == BasisKind.Rate ? 8 : 6;
            if (Exact.Scale(_gates[i].AtLeast) > scale || Math.Abs(_gates[i].AtLeast) > 1_000_000_000_000_000m)
            {
                errors.Add(new PlanError($"gate[{i}]", FormattableString.Invariant($"Gate {i + 1} opens at {_gates[i].AtLeast}: expected at most {scale} decimals, within 10^15."), _gates[i].AtLeast));
            }
        }

        if (_attainmentCap is (Basis of, decimal percent) && (of.How != BasisDerivation.None || of.Kind == BasisKind.Rate || percent <= 0m || Exact.Scale(percent) > 8 || percent > 1_000_000m))
        {
            errors.Add(new PlanError("capAttainment", $"'{of}' counts up to {StatementLine.Number(percent)} % of its target: expected an amount or count that facts state, and a percentage above 0 of at most 8 decimals.", percent));
        }
    }

    private string Next(string word) => word + "-" + (_components.Count(c => c.Name.StartsWith(word + "-", StringComparison.Ordinal)) + 1);
}
