using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Scorecards that use every curve, policy, gate and action, and facts for them, each from a seed.</summary>
internal sealed class RandomScorecards
{
    private static readonly string[] Texts = ["Orders \"net\"", "订单数", "a\\b\t", "line\nfeed", "<&>'", "\U0001F40B"];
    private readonly Random _random;

    private RandomScorecards(int seed)
    {
        _random = new Random(seed);
    }

    /// <summary>A scorecard that builds.</summary>
    public static Scorecard Card(int seed)
    {
        for (int attempt = 0; ; attempt++)
        {
            if (new RandomScorecards((seed * 31) + attempt).Define().TryBuild(out Scorecard? card, out IReadOnlyList<ScorecardError> errors))
            {
                return card;
            }

            if (attempt == 60)
            {
                throw new InvalidOperationException("No scorecard builds: " + string.Join(" | ", errors));
            }
        }
    }

    /// <summary>Facts with values for most of the criteria.</summary>
    public static ScoreFacts Facts(Scorecard card, int seed)
    {
        var random = new Random(seed);
        ScoreFacts facts = ScoreFacts.For("candidate");
        foreach (ScoreCriterion criterion in card.Criteria.Where(_ => random.Next(6) > 0))
        {
            decimal value = criterion.Unit.Kind == KpiUnitKind.Count ? random.Next(0, 60) : criterion.Unit.Kind == KpiUnitKind.Score ? random.Next(0, 9) + 0.5m : random.Next(0, 6_000) / 100m;
            facts = facts.With(criterion.Id.Value, value, random.Next(1, 60));
        }

        return facts;
    }

    private ScorecardBuilder Define()
    {
        ScorecardBuilder card = Scorecard.Define("random", Chance(2) ? Name() : null).Decimals(_random.Next(5));
        int count = _random.Next(1, 6);
        string[] ids = [.. Enumerable.Range(0, count).Select(i => $"c {i}")];
        foreach (string id in ids)
        {
            card.Add(Criterion(id));
        }

        string[] codes = ["D", "C 中", "B", "A+"];
        bool graded = Chance(2);
        if (graded)
        {
            decimal[] from = [0m, .. Enumerable.Range(0, codes.Length - 1).Select(i => (20m * (i + 1)) + (_random.Next(0, 1_000) / 100m))];
            GradeScale scale = GradeScale.Of(Pick(Edge.LowerIncluded, Edge.UpperIncluded), [.. codes.Select((code, i) => new Grade(code, from[i], Chance(2) ? Name() : null, Actions()))]);
            card.Grades(Chance(2) ? scale.WithHysteresis(_random.Next(0, 30) / 10m) : scale);
        }

        for (int i = _random.Next(3); i > 0; i--)
        {
            card.Gate(Gate(Pick(ids), graded ? Pick(codes) : null));
        }

        if (Chance(2))
        {
            card.MinimumCoverage(Rate.OfTenBillionths(_random.NextInt64(Rate.One.TenBillionths)));
        }

        return Chance(2) ? card : card.Periods(_random.Next(3) switch
        {
            0 => PeriodPolicy.Decay(_random.Next(1, 12)),
            1 => PeriodPolicy.Smoothing(_random.Next(1, 1_000_001) / 1_000_000m),
            _ => PeriodPolicy.Weighted(3m, _random.Next(0, 9) / 4m, 0.5m),
        });
    }

    private ScoreCriterion Criterion(string id)
    {
        KpiUnit unit = Pick(KpiUnit.Percent, KpiUnit.Money(Currency.KWD), KpiUnit.Score(0m, 9.5m), KpiUnit.Count, KpiUnit.Number);
        ScoreCriterion criterion = Chance(8) ? ScoreCriterion.ForGates(id, Name(), unit) : ScoreCriterion.Of(id, Name(), unit, Curve(), _random.Next(0, 5_000) / 1_000m);
        criterion = criterion.WhenMissing(Pick(MissingPolicy.Exclude, MissingPolicy.Worst, MissingPolicy.Fail, MissingPolicy.Points(_random.Next(0, 1_000) / 10m)));
        criterion = Chance(3) ? criterion.WithMinimumSample(_random.Next(0, 40)) : criterion;
        return unit == KpiUnit.Percent && criterion.Curve is not null && Chance(3)
            ? criterion.WithShrinkage(Chance(2) ? Shrinkage.Wilson(_random.Next(1, 400) / 100m) : Shrinkage.Beta(Rate.Percent(_random.Next(0, 10_000) / 100m), _random.Next(1, 90)))
            : criterion;
    }

    private ValueCurve Curve()
    {
        decimal low = _random.Next(0, 400) / 100m;
        decimal high = low + 1m + (_random.Next(0, 400) / 100m);
        decimal Points() => _random.Next(0, 10_000_001) / 100_000m;
        switch (_random.Next(6))
        {
            case 0:
                return ValueCurve.Rising(low, high);
            case 1:
                return ValueCurve.Falling(low, high);
            case 2:
                return ValueCurve.Through((low, Points()), (high, Points()), (high + 0.5m, Points()));
            case 3:
                return ValueCurve.TargetRange(low, high, Pick(0m, 0.25m), Pick(0m, 0.25m));
            case 4:
                return ValueCurve.Steps(Pick(Edge.LowerIncluded, Edge.UpperIncluded), Points(), (low, Points()), (high, Points()));
            default:
                ValueCurve bins = ValueCurve.Bins(Pick(Edge.LowerIncluded, Edge.UpperIncluded), 30m, _random.Next(0, 31), (low, _random.Next(0, 31)), (high, _random.Next(0, 31)));
                return Chance(2) ? bins.WithMissing(_random.Next(0, 31)) : bins;
        }
    }

    private ScoreGate Gate(string criterion, string? grade)
    {
        decimal bound = _random.Next(0, 800) / 100m;
        ScoreGate gate = _random.Next(grade is null ? 3 : 5) switch
        {
            0 => ScoreGate.KnockOutBelow(criterion, bound, Name()),
            1 => ScoreGate.KnockOutAbove(criterion, bound, Name()),
            2 => ScoreGate.Evidence(criterion, _random.Next(1, 40), Name()),
            3 => ScoreGate.CapBelow(criterion, bound, grade!, Name()),
            _ => ScoreGate.CapAbove(criterion, bound, grade!, Name()),
        };
        gate = gate.Kind != GateKind.Evidence && Chance(3) ? gate.AlsoWhenMissing() : gate;
        return gate.With(Actions());
    }

    private ScoreAction[] Actions() => [.. Enumerable.Range(0, _random.Next(3)).Select(i => new ScoreAction(Pick([.. Enum.GetValues<ActionKind>()]), Pick("renewal", "purchase-order") + i, Chance(2) ? Name() : null))];

    private LocalText Name() => Chance(2) ? new LocalText(Pick(Texts)) : new LocalText(Pick(Texts), Pick(Texts));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
