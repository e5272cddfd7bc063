using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ChannelModel.Internal;
using ChannelModel.Kpis;

namespace ChannelModel.Scoring;

/// <summary>What came of scoring one candidate: rated with contributions, knocked out, or not rated, always with the reason.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ScoreResult
{
    private readonly CompiledScore _score;
    private readonly double[] _values;
    private readonly double[] _samples;

    internal ScoreResult(Scorecard scorecard, ScoreFacts facts, string? previousGrade, CompiledScore score, double[] values, double[] samples, long[] worth, List<LocalText> refused)
    {
        Scorecard = scorecard;
        Facts = facts;
        PreviousGrade = previousGrade;
        _score = score;
        _values = values;
        _samples = samples;
        Score = scorecard.Shown(score.Units);
        Grade = score.Grade < 0 ? null : scorecard.Grades!.Grades[score.Grade];
        GradeOfScore = score.RawGrade < 0 ? null : scorecard.Grades!.Grades[score.RawGrade];
        Coverage = Rate.OfTenBillionths(score.Observed * 10);
        Contributions = Reason == NotRatedReason.ValueRefused ? [] : ContributionsOf(worth);
        Losses = score.Units < 0 ? [] : [.. Contributions.Where(line => line.Lost > 0m)
            .OrderByDescending(line => (BigInteger)line.WeightBillionths * (CompiledScorecard.Full - line.WorthBillionths!.Value)).ThenBy(line => line.Criterion.Id)];
        Gates = Reason == NotRatedReason.ValueRefused ? [] : [.. scorecard.Gates.Select((gate, i) => Check(gate, scorecard.Compiled.Gates[i]))];
        Next = NextOf();
        Reasons = [.. ReasonsOf(refused)];
        Actions = [.. (Grade?.Actions ?? []).Concat(Gates.Where(check => check.Outcome == GateOutcome.Applied).SelectMany(check => check.Gate.Actions)).Distinct()];
    }

    /// <summary>Gets the scorecard.</summary>
    public Scorecard Scorecard { get; }

    /// <summary>Gets the facts.</summary>
    public ScoreFacts Facts { get; }

    /// <summary>Gets the code of the grade before that was given, or <see langword="null"/>.</summary>
    public string? PreviousGrade { get; }

    /// <summary>Gets what came of it.</summary>
    public ScoreStatus Status => _score.Status;

    /// <summary>Gets why there is no score; <see cref="NotRatedReason.None"/> where there is one.</summary>
    public NotRatedReason Reason => _score.Reason;

    /// <summary>Gets the score, 0 to 100 with the scorecard's decimals; <see langword="null"/> where there is none.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the grade after hysteresis and caps; <see langword="null"/> without a score, without grades, or knocked out.</summary>
    public Grade? Grade { get; }

    /// <summary>Gets the grade before caps; <see langword="null"/> as <see cref="Grade"/> is.</summary>
    public Grade? GradeOfScore { get; }

    /// <summary>Gets the share of the weight that has values.</summary>
    public Rate Coverage { get; }

    /// <summary>Gets one line for each criterion, in order; where there is a score, their points add up to it. Empty if a value was refused.</summary>
    public IReadOnlyList<ScoreContribution> Contributions { get; }

    /// <summary>Gets the reason codes: the criteria that lose points, the largest loss first. Empty without a score.</summary>
    public IReadOnlyList<ScoreContribution> Losses { get; }

    /// <summary>Gets what became of each gate, in order. Empty if a value was refused.</summary>
    public IReadOnlyList<GateCheck> Gates { get; }

    /// <summary>Gets the grade above and what is missing; <see langword="null"/> at the top, without a grade, or under a cap.</summary>
    public NextGrade? Next { get; }

    /// <summary>Gets why the candidate is not rated, knocked out or capped, as sentences; empty if nothing stands in the way.</summary>
    public IReadOnlyList<LocalText> Reasons { get; }

    /// <summary>Gets what should follow, as data: the actions of the grade, then those of the gates that apply.</summary>
    public IReadOnlyList<ScoreAction> Actions { get; }

    internal CompiledScore Compiled => _score;

    internal IReadOnlyList<double> Numbers => _values;

    internal IReadOnlyList<double> Samples => _samples;

    /// <summary>Works out what a change of each value alone would bring: the points of one unit, and the value that reaches the next grade.</summary>
    /// <returns>One for each criterion with a value and a curve; none without a score.</returns>
    public IReadOnlyList<ScoreLever> Levers() => Status == ScoreStatus.Rated ? LeverSearch.Of(this) : [];

    /// <summary>Writes the result as a person reads it.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Several lines.</returns>
    public string ToText(Language language) => ScoreText.Of(this, language);

    /// <summary>Writes the result as its own record: text that <see cref="ScoreRecord.Verify(string)"/> re-checks without the scorecard.</summary>
    /// <returns>The text.</returns>
    public string ToRecord() => ScoreRecord.Write(this);

    /// <summary>Re-checks the result from its own record.</summary>
    /// <returns>What is wrong; nothing if it holds.</returns>
    public IReadOnlyList<string> Verify() => ScoreRecord.Verify(ToRecord());

    /// <summary>Returns candidate, status, score and grade.</summary>
    /// <returns>Such as <c>leader-017: 71.3 B</c>.</returns>
    public override string ToString() => $"{Facts.Candidate}: {(Status == ScoreStatus.NotRated ? "not rated" : Status == ScoreStatus.KnockedOut ? "knocked out" : ScoreText.Number(Score!.Value, Scorecard.Decimals) + (Grade is null ? string.Empty : " " + Grade))}";

    internal MissingCause CauseOf(int j)
    {
        ScoreCriterion criterion = Scorecard.Criteria[j];
        return Facts.ValueOf(criterion.Id.Value) is null ? MissingCause.NoValue
            : Scorecard.Compiled.IsEvidence(j, _samples[j]) ? MissingCause.None : MissingCause.NotEnoughObservations;
    }

    private ScoreContribution[] ContributionsOf(long[] worth)
    {
        CompiledScorecard compiled = Scorecard.Compiled;
        string[] keys = [.. Scorecard.Criteria.Select(criterion => criterion.Id.Value)];
        long[] points = new long[worth.Length];
        long[] lost = new long[worth.Length];
        if (_score.Units >= 0)
        {
            BigInteger[] gains = [.. worth.Select((w, j) => w < 0 ? BigInteger.Zero : (BigInteger)compiled.Weights[j] * w)];
            BigInteger[] losses = [.. worth.Select((w, j) => w < 0 ? BigInteger.Zero : (BigInteger)compiled.Weights[j] * (CompiledScorecard.Full - w))];
            long all = 100 * CompiledScorecard.Power(compiled.Decimals);
            points = Parts(_score.Units, gains, keys);
            lost = Parts(all - _score.Units, losses, keys);
        }

        var lines = new ScoreContribution[worth.Length];
        for (int j = 0; j < lines.Length; j++)
        {
            ScoreCriterion criterion = Scorecard.Criteria[j];
            MissingCause missing = CauseOf(j);
            decimal? moved = criterion.Shrinkage is null || missing != MissingCause.None ? null : ScoreContribution.Rounded(compiled.Shrink[j].Apply(_values[j], _samples[j]));
            Rate share = worth[j] < 0 || _score.Counted == 0 ? Rate.Zero : Rate.OfTenBillionths((long)Exact.Divide((BigInteger)compiled.Weights[j] * 10_000_000_000, _score.Counted, RoundingMode.HalfEven));
            lines[j] = new ScoreContribution(
                criterion, Facts.ValueOf(keys[j]), Facts.SampleOf(keys[j]), missing, moved, compiled.Weights[j], worth[j] < 0 ? null : worth[j], share, Scorecard.Shown(points[j])!.Value, Scorecard.Shown(lost[j])!.Value);
        }

        return lines;
    }

    /// <summary>All gains may be 0 while the score is 0, and all losses while it is full: then there is nothing to split.</summary>
    private static long[] Parts(long total, BigInteger[] weights, string[] keys) =>
        weights.All(weight => weight.IsZero) ? new long[weights.Length] : Array.ConvertAll(LargestRemainder.Split(total, weights, new KeyOrder<string>(keys)), part => (long)part);

    private GateCheck Check(ScoreGate gate, CompiledGate compiled)
    {
        bool present = Facts.ValueOf(gate.Criterion.Value) is not null;
        bool applies = compiled.Applies(present, _values[compiled.Criterion], present ? _samples[compiled.Criterion] : -1d);
        return new GateCheck(gate, applies ? GateOutcome.Applied : present ? GateOutcome.Passed : GateOutcome.NotChecked);
    }

    private NextGrade? NextOf()
    {
        if (_score.Grade < 0 || _score.Grade < _score.RawGrade || _score.Grade + 1 >= Scorecard.Grades!.Grades.Count)
        {
            return null;
        }

        GradeScale scale = Scorecard.Grades;
        long edge = (scale.Edges[_score.Grade + 1] + scale.Margin) / Scorecard.Compiled.Step;
        edge += scale.Edge == Edge.UpperIncluded ? 1 : 0;
        return new NextGrade(scale.Grades[_score.Grade + 1], Scorecard.Shown(edge)!.Value, Scorecard.Shown(Math.Max(0, edge - _score.Units))!.Value);
    }

    private IEnumerable<LocalText> ReasonsOf(List<LocalText> refused)
    {
        foreach (LocalText reason in refused)
        {
            yield return reason;
        }

        foreach (GateCheck check in Gates.Where(check => check.Outcome == GateOutcome.Applied))
        {
            yield return check.Gate.Reason;
        }

        if (Reason == NotRatedReason.NoEvidence)
        {
            yield return new LocalText("No criterion with a weight has a value.", "没有任何有权重的指标有数据。");
        }
        else if (Reason == NotRatedReason.ValueMissing)
        {
            foreach (ScoreContribution line in Contributions.Where(line => line.Missing != MissingCause.None && line.Criterion.Missing.Kind == MissingKind.Fail))
            {
                yield return ScoreText.Missing(line);
            }
        }
        else if (Reason == NotRatedReason.LowCoverage)
        {
            yield return new LocalText(
                $"Values cover {Coverage.ToString("2", null)} of the weight, expected at least {Scorecard.MinimumCoverage}.", $"有数据的权重为 {Coverage.ToString("2", null)}，至少应为 {Scorecard.MinimumCoverage}。");
        }
    }
}
