using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>Words a scorecard, step by step; nothing is checked before <see cref="Build"/> or <see cref="TryBuild"/>, which see all errors at once.</summary>
/// <remarks>Used by one thread at a time; what it builds is immutable.</remarks>
public sealed class ScorecardBuilder
{
    private const decimal MaxPercent = 1_000_000_000m;

    private readonly List<ScoreCriterion> _criteria = [];
    private readonly List<ScoreGate> _gates = [];
    private readonly Id<Scorecard> _id;
    private readonly LocalText _name;
    private GradeScale? _grades;
    private PeriodPolicy? _periods;
    private Rate _minimumCoverage;
    private int _decimals = 1;

    internal ScorecardBuilder(string id, LocalText? name)
    {
        _id = new Id<Scorecard>(id);
        _name = name ?? new LocalText(id);
    }

    /// <summary>Adds a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Add(ScoreCriterion criterion)
    {
        _criteria.Add(Guard.Against.Null(criterion));
        return this;
    }

    /// <summary>Adds a gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gate"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Gate(ScoreGate gate)
    {
        _gates.Add(Guard.Against.Null(gate));
        return this;
    }

    /// <summary>Names the grades; without them there is a score only.</summary>
    /// <param name="scale">The scale.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scale"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Grades(GradeScale scale)
    {
        _grades = Guard.Against.Null(scale);
        return this;
    }

    /// <summary>Names how scores of several periods become one.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Periods(PeriodPolicy policy)
    {
        _periods = Guard.Against.Null(policy);
        return this;
    }

    /// <summary>Names how much of the weight must have values; below it there is no score. 0 % unless named; with no value at all there is never a score.</summary>
    /// <param name="coverage">0 % to 100 %.</param>
    /// <returns>This builder.</returns>
    public ScorecardBuilder MinimumCoverage(Rate coverage)
    {
        _minimumCoverage = coverage;
        return this;
    }

    /// <summary>Names the decimals of scores; 1 unless named.</summary>
    /// <param name="decimals">0 to 4.</param>
    /// <returns>This builder.</returns>
    public ScorecardBuilder Decimals(int decimals)
    {
        _decimals = decimals;
        return this;
    }

    /// <summary>Builds the scorecard.</summary>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all errors.</exception>
    public Scorecard Build() => TryBuild(out Scorecard? scorecard, out IReadOnlyList<ScorecardError> errors)
        ? scorecard
        : throw new ArgumentException($"The scorecard '{_id}' has {errors.Count} error{(errors.Count == 1 ? string.Empty : "s")}: {string.Join(" | ", errors)}");

    /// <summary>Builds the scorecard, if nothing is wrong with it.</summary>
    /// <param name="scorecard">The scorecard, or <see langword="null"/>.</param>
    /// <param name="errors">All that is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool TryBuild([NotNullWhen(true)] out Scorecard? scorecard, out IReadOnlyList<ScorecardError> errors)
    {
        var found = new List<ScorecardError>();
        errors = found;
        scorecard = null;
        CheckCriteria(found);
        CheckGates(found);
        if (_decimals is < 0 or > 4)
        {
            found.Add(new ScorecardError("decimals", FormattableString.Invariant($"A score of {_decimals} decimals is not legal; expected 0 to 4.")));
        }

        if (!_minimumCoverage.IsShare)
        {
            found.Add(new ScorecardError("minimumCoverage", $"A coverage of {_minimumCoverage} is no share; expected 0% to 100%."));
        }

        CheckGrades(found);
        if (found.Count > 0)
        {
            return false;
        }

        BigInteger[] shares = LargestRemainder.Split(
            CompiledScorecard.Full,
            [.. _criteria.Select(criterion => Exact.ToUnits(criterion.Weight, 9))],
            new KeyOrder<string>([.. _criteria.Select(criterion => criterion.Id.Value)]));
        long[] weights = Array.ConvertAll(shares, share => (long)share);
        scorecard = new Scorecard(_id, _name, _criteria, _gates, _grades, _periods, _minimumCoverage, Compile(weights));
        return true;
    }

    private CompiledScorecard Compile(long[] weights)
    {
        var none = new RealCurve([new RealPiece(double.NegativeInfinity, strict: false, 0d, 0d, 0d)]);
        return new CompiledScorecard(
            [.. _criteria.Select(criterion => criterion.Curve?.Curve ?? none)],
            weights,
            [.. _criteria.Select(Missing)],
            [.. _criteria.Select(criterion => criterion.Shrinkage?.Compile(criterion.Curve!.NeverFalls) ?? default)],
            [.. _criteria.Select(criterion => (double)criterion.MinimumSample)],
            [.. _gates.Select(gate => new CompiledGate(
                gate.Kind, IndexOf(gate.Criterion), gate.IsAbove, Real.Of(gate.Bound), gate.Grade is null ? -1 : _grades!.IndexOf(gate.Grade), gate.AppliesWhenMissing))],
            _grades,
            (long)Exact.Divide(_minimumCoverage.TenBillionths, 10, RoundingMode.Ceiling),
            _decimals);
    }

    private static long Missing(ScoreCriterion criterion) => criterion.Missing.Kind switch
    {
        MissingKind.Exclude => -1,
        MissingKind.Fail => -2,
        _ => (long)(criterion.Missing.Value * 10_000_000m),
    };

    private int IndexOf(Id<ScoreCriterion> id) => _criteria.FindIndex(criterion => criterion.Id == id);

    private void CheckCriteria(List<ScorecardError> found)
    {
        if (_criteria.Count is 0 or > CompiledScorecard.MaxCriteria)
        {
            found.Add(new ScorecardError("criteria", $"There are {_criteria.Count} criteria; expected 1 to {CompiledScorecard.MaxCriteria}."));
        }

        for (int i = 0; i < _criteria.Count; i++)
        {
            ScoreCriterion criterion = _criteria[i];
            string path = $"criteria[{i}]";
            int first = IndexOf(criterion.Id);
            if (first < i)
            {
                found.Add(new ScorecardError(path + ".id", $"The id '{criterion}' is there twice, first as criterion {first + 1}; expected each once."));
            }

            if (criterion.Weight is < 0m or > 1_000_000_000m || Exact.Scale(criterion.Weight) > 9)
            {
                found.Add(new ScorecardError(path + ".weight", $"The weight of '{criterion}' is {Text(criterion.Weight)}; expected 0 to 10^9 with at most 9 decimals."));
            }

            foreach ((decimal at, decimal _) in criterion.Unit.Kind == KpiUnitKind.Percent && criterion.Curve is ValueCurve curve ? curve.Points : [])
            {
                if (at is < -MaxPercent or > MaxPercent || Exact.Scale(at) > Rate.Scale - 2)
                {
                    found.Add(new ScorecardError(path + ".curve", $"The edge {Text(at)} of '{criterion}' is no percentage; expected -10^9 to 10^9 with at most 8 decimals."));
                }
            }

            if (criterion is { Kpi: Kpi kpi, Curve: ValueCurve worth } && (kpi.Direction == KpiDirection.Higher ? !worth.NeverFalls : kpi.Direction == KpiDirection.Lower && !worth.NeverRises))
            {
                found.Add(new ScorecardError(path + ".curve", $"The KPI '{kpi}' should go {(kpi.Direction == KpiDirection.Higher ? "up" : "down")}, and its curve {worth} rewards the other way; expected a curve in its direction."));
            }

            CheckShrinkage(criterion, path, found);
        }

        if (_criteria.Count > 0 && _criteria.All(criterion => criterion.Weight == 0m))
        {
            found.Add(new ScorecardError("criteria", "All weights are 0; expected at least one above 0."));
        }
    }

    private static void CheckShrinkage(ScoreCriterion criterion, string path, List<ScorecardError> found)
    {
        if (criterion.Shrinkage is null)
        {
            return;
        }

        if (criterion.Curve is null || criterion.Unit.Kind != KpiUnitKind.Percent)
        {
            found.Add(new ScorecardError(path + ".shrinkage", $"'{criterion}' in {criterion.Unit} is no rate that is scored; expected a unit of percent and a curve."));
        }
        else if (criterion.Shrinkage.Kind == ShrinkageKind.Wilson && !criterion.Curve.NeverFalls && !criterion.Curve.NeverRises)
        {
            found.Add(new ScorecardError(path + ".shrinkage", $"The curve of '{criterion}' rises and falls, so that neither end of a Wilson interval is the cautious one; expected a curve in one direction, or a Beta prior."));
        }
    }

    private void CheckGates(List<ScorecardError> found)
    {
        for (int i = 0; i < _gates.Count; i++)
        {
            ScoreGate gate = _gates[i];
            if (IndexOf(gate.Criterion) < 0)
            {
                found.Add(new ScorecardError($"gates[{i}].criterion", $"There is no criterion '{gate.Criterion}'; expected one of {string.Join(", ", _criteria)}."));
            }

            bool percent = _criteria.Exists(criterion => criterion.Id == gate.Criterion && criterion.Unit.Kind == KpiUnitKind.Percent);
            if (percent && gate.Kind != GateKind.Evidence && (gate.Bound is < -MaxPercent or > MaxPercent || Exact.Scale(gate.Bound) > Rate.Scale - 2))
            {
                found.Add(new ScorecardError($"gates[{i}].bound", $"The bound {Text(gate.Bound)} of '{gate.Criterion}' is no percentage; expected -10^9 to 10^9 with at most 8 decimals."));
            }

            if (gate.Grade is string grade && (_grades is null || _grades.IndexOf(grade) < 0))
            {
                found.Add(new ScorecardError($"gates[{i}].grade", $"There is no grade '{grade}'; expected one of {(_grades is null ? "a scale of grades" : string.Join(", ", _grades.Grades))}."));
            }
        }
    }

    private void CheckGrades(List<ScorecardError> found)
    {
        for (int i = 0; i < _grades?.Grades.Count; i++)
        {
            decimal from = _grades.Grades[i].From;
            if (Exact.Scale(from) > _decimals)
            {
                found.Add(new ScorecardError($"grades[{i}].from", FormattableString.Invariant($"The grade '{_grades.Grades[i]}' starts at {Text(from)}, finer than a score of {_decimals} decimals; expected a score that can be shown.")));
            }
        }

        if (_grades is not null && Exact.Scale(_grades.Hysteresis) > _decimals)
        {
            found.Add(new ScorecardError("hysteresis", FormattableString.Invariant($"A hysteresis of {Text(_grades.Hysteresis)} is finer than a score of {_decimals} decimals; expected one that can be shown.")));
        }
    }

    private static string Text(decimal value) => Exact.Format(value, 0, string.Empty);
}
