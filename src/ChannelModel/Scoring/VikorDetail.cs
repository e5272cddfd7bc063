using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ChannelModel.Scoring;

/// <summary>What VIKOR says beyond its index Q: utility, regret, the two conditions, and the compromise set.</summary>
public sealed class VikorDetail : RankingDetail
{
    internal VikorDetail(DecisionMatrix matrix, double[] utility, double[] regret, double advantage, double required, bool isStable, Id<Candidate>[] compromise)
    {
        GroupUtility = new Figures<Candidate>(matrix.Ids, utility);
        IndividualRegret = new Figures<Candidate>(matrix.Ids, regret);
        Advantage = advantage;
        RequiredAdvantage = required;
        HasAcceptableStability = isStable;
        CompromiseSet = compromise;
    }

    /// <summary>Gets S: the weighted sum of the gaps to the best; lower is better.</summary>
    public Figures<Candidate> GroupUtility { get; }

    /// <summary>Gets R: the largest weighted gap to the best; lower is better.</summary>
    public Figures<Candidate> IndividualRegret { get; }

    /// <summary>Gets Q of the second less Q of the first; 0 for one candidate.</summary>
    public double Advantage { get; }

    /// <summary>Gets 1 / (n - 1), which the advantage must reach; 0 for one candidate.</summary>
    public double RequiredAdvantage { get; }

    /// <summary>Gets a value indicating whether condition C1 holds: the advantage reaches 1 / (n - 1), within 10^-12.</summary>
    public bool HasAcceptableAdvantage => Advantage >= RequiredAdvantage - 1e-12;

    /// <summary>Gets a value indicating whether condition C2 holds: the first is also best by S or by R, within 10^-12.</summary>
    public bool HasAcceptableStability { get; }

    /// <summary>
    /// Gets the compromise: the first alone where both conditions hold; first and second where only C2 fails; where C1 fails, all whose Q is less than 1 / (n - 1) above the first's. In the order of the ranking.
    /// </summary>
    public IReadOnlyList<Id<Candidate>> CompromiseSet { get; }

    /// <inheritdoc/>
    public override LocalText Verdict
    {
        get
        {
            string en = string.Join(", ", CompromiseSet.Select(id => $"'{id}'"));
            string zh = string.Join("、", CompromiseSet.Select(id => $"“{id}”"));
            string advantage = Advantage.ToString("F4", CultureInfo.InvariantCulture);
            string required = RequiredAdvantage.ToString("F4", CultureInfo.InvariantCulture);
            return new LocalText(
                $"Compromise: {en}. Advantage {advantage} {(HasAcceptableAdvantage ? "reaches" : "misses")} the {required} required; the first is {(HasAcceptableStability ? "also" : "not")} best by S or R.",
                $"折衷方案：{zh}。优势{advantage}{(HasAcceptableAdvantage ? "达到" : "未达到")}所需的{required}；第一名按S或R{(HasAcceptableStability ? "也" : "不")}是最优。");
        }
    }
}
