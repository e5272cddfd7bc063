using System.Collections.Generic;
using System.Globalization;
using ChannelModel.Kpis;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Corpus;

/// <summary>Generated scorecards and candidates: records with the bits of every piece, texts in both languages, levers, totals over periods.</summary>
internal static class ScoreCorpus
{
    public static void Write(Ledger ledger, int count)
    {
        var dice = new Dice(79);
        for (int i = 0; i < count; i++)
        {
            Scorecard card = Card(dice);
            var scores = new List<decimal?>();
            string? before = null;
            for (int k = 0; k < 4; k++)
            {
                ScoreResult result = card.Evaluate(Facts(card, dice), before);
                ledger.Write(result.ToRecord());
                ledger.Write(result.ToText(dice.Coin() ? Language.English : Language.SimplifiedChinese));
                foreach (ScoreLever lever in result.Levers())
                {
                    ledger.Write($"{lever.Criterion} {Text(lever.PointsOfOneUnit)} {Text(lever.NeededForNextGrade)}");
                }

                scores.Insert(0, result.Score);
                before = result.Grade?.Code ?? before;
            }

            ledger.Write(Text(dice.Pick(PeriodPolicy.Decay(dice.Int(1, 6)), PeriodPolicy.Smoothing(dice.Int(1, 100) / 100m), PeriodPolicy.Weighted(3m, 2m, 1m)).Total(scores, 3).Score));
        }
    }

    private static Scorecard Card(Dice dice)
    {
        ScorecardBuilder card = Scorecard.Define("corpus", new LocalText("Corpus", "语料"))
            .Decimals(dice.Int(0, 4))
            .MinimumCoverage(Rate.Percent(dice.Int(0, 60)))
            .Grades(GradeScale.Of(dice.Pick(Edge.LowerIncluded, Edge.UpperIncluded), new Grade("D", 0m), new Grade("C", dice.Int(20, 40)), new Grade("B", dice.Int(50, 60)), new Grade("A", dice.Int(70, 90)))
                .WithHysteresis(dice.Int(0, 4)));
        int criteria = dice.Int(1, 6);
        for (int j = 0; j < criteria; j++)
        {
            bool percent = dice.Coin();
            ValueCurve curve = Curve(dice);
            ScoreCriterion criterion = ScoreCriterion.Of("c" + j.ToString(CultureInfo.InvariantCulture), new LocalText("Criterion", "指标"), percent ? KpiUnit.Percent : KpiUnit.Number, curve, dice.Int(1, 1000) / 10m)
                .WhenMissing(dice.Pick(MissingPolicy.Exclude, MissingPolicy.Points(dice.Int(0, 100)), MissingPolicy.Worst, MissingPolicy.Fail));
            if (percent && dice.Coin())
            {
                criterion = criterion.WithShrinkage(dice.Coin() && (curve.NeverFalls || curve.NeverRises) ? Shrinkage.Wilson(dice.Int(50, 300) / 100m) : Shrinkage.Beta(Rate.Percent(dice.Int(0, 100)), dice.Int(1, 200)));
            }

            card.Add(dice.Int(0, 4) == 0 ? criterion.WithMinimumSample(dice.Int(1, 20)) : criterion);
        }

        var reason = new LocalText("Gate.", "门槛。");
        card.Gate(dice.Pick(ScoreGate.KnockOutBelow("c0", -20m, reason), ScoreGate.CapAbove("c0", 60m, "B", reason), ScoreGate.CapBelow("c0", 30m, "C", reason).AlsoWhenMissing(), ScoreGate.Evidence("c0", 5, reason)));
        return card.Build();
    }

    private static ValueCurve Curve(Dice dice)
    {
        decimal at = dice.Int(-300, 600) / 10m;
        decimal width = dice.Int(1, 700) / 10m;
        switch (dice.Int(0, 4))
        {
            case 0:
                return ValueCurve.Rising(at, at + width);
            case 1:
                return ValueCurve.Falling(at, at + width);
            case 2:
                return ValueCurve.TargetRange(at, at + width, dice.Int(0, 30), dice.Int(0, 30));
            case 3:
                return ValueCurve.Through((at, dice.Int(0, 100)), (at + width, dice.Int(0, 10_000_000) / 100_000m), (at + width + 7m, dice.Int(0, 100)));
            default:
                return ValueCurve.Bins(dice.Pick(Edge.LowerIncluded, Edge.UpperIncluded), 30m, dice.Int(0, 30), (at, dice.Int(0, 30)), (at + width, dice.Int(0, 30))).WithMissing(7m);
        }
    }

    private static ScoreFacts Facts(Scorecard card, Dice dice)
    {
        ScoreFacts facts = ScoreFacts.For("candidate");
        foreach (ScoreCriterion criterion in card.Criteria)
        {
            if (dice.Int(0, 9) == 0)
            {
                continue;
            }

            long? sample = dice.Int(0, 7) == 0 ? null : dice.From(0, dice.Pick(10L, 1_000L, 1_000_000L));
            bool share = criterion.Shrinkage is not null;
            KpiValue value = criterion.Unit.Kind == KpiUnitKind.Percent
                ? Rate.Percent(dice.From(share ? 0 : -4_000_000_000, share ? 10_000_000_000 : 12_000_000_000) / 100_000_000m)
                : dice.From(-40_000_000_000_000_000, 120_000_000_000_000_000) / 1_000_000_000_000_000m;
            facts = facts.With(criterion.Id.Value, value, sample);
        }

        return facts;
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
