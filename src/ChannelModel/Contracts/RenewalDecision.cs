using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Whether a contract is renewed, and why: a pure function of its terms and the reviews of its term.</summary>
/// <remarks>
/// The score is the mean of the rated reviews, compared exactly. A falsified report ends the partnership whatever the score. A contract without any rated review is renegotiated: nothing is
/// guessed. Equality is by reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class RenewalDecision
{
    private RenewalDecision(PartnerContract contract, LocalDate asOf, RenewalOutcome outcome, IReadOnlyList<RenewalReason> reasons, DateInterval window, decimal? score, Rate? kept, decimal? roi)
    {
        Contract = contract;
        AsOf = asOf;
        Outcome = outcome;
        Reasons = reasons;
        Window = window;
        Score = score;
        KeptShare = kept;
        Roi = roi;
    }

    /// <summary>Gets the contract.</summary>
    public PartnerContract Contract { get; }

    /// <summary>Gets the day of the decision.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets what becomes of the contract.</summary>
    public RenewalOutcome Outcome { get; }

    /// <summary>Gets the reasons.</summary>
    public IReadOnlyList<RenewalReason> Reasons { get; }

    /// <summary>Gets the days in which a renewal is decided, both ends included.</summary>
    public DateInterval Window { get; }

    /// <summary>Gets a value indicating whether the day lies in the window; a fault ends a partnership on any day.</summary>
    public bool IsInWindow => Window.Contains(AsOf);

    /// <summary>Gets the mean score, cut to 6 decimals for showing; <see langword="null"/> without a rated review.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the share of judged commitments that were kept; <see langword="null"/> where none was judged.</summary>
    public Rate? KeptShare { get; }

    /// <summary>Gets the return on investment of the last review that states one.</summary>
    public decimal? Roi { get; }

    /// <summary>Decides.</summary>
    /// <param name="contract">A contract with renewal terms.</param>
    /// <param name="reviews">The reviews of its term; those that end after the day are not looked at.</param>
    /// <param name="asOf">A day of the term.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The contract has no renewal terms on that day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the term.</exception>
    public static RenewalDecision Of(PartnerContract contract, IEnumerable<PeriodicReview> reviews, LocalDate asOf)
    {
        Guard.Against.Null(contract);
        RenewalTerms terms = contract.AsOf(asOf).Terms.Renewal ?? throw new ArgumentException($"The contract '{contract}' has no renewal terms on {Dates.Text(asOf)}.", nameof(contract));
        List<PeriodicReview> known = [.. Guard.Against.Null(reviews).Where(review => review.Period.End <= asOf).OrderBy(review => review.Period.End)];
        var reasons = new List<RenewalReason>();
        RenewalOutcome outcome = ByScore(terms, known, reasons, out decimal? score);
        Rate? kept = Kept(terms, known, reasons, ref outcome);
        decimal? roi = Return(terms, known, reasons, ref outcome);
        foreach (PeriodicReview review in known.Where(review => review.HasFalsifiedReport))
        {
            outcome = RenewalOutcome.End;
            reasons.Insert(0, new RenewalReason("fault", false, new LocalText($"a report was falsified in {Dates.Text(review.Period)}: this ends the partnership", $"{Dates.Text(review.Period).Replace(" to ", " 至 ")} 存在虚报，合作终止")));
        }

        return new RenewalDecision(contract, asOf, outcome, reasons, terms.Window(contract.Term), score, kept, roi);
    }

    /// <summary>Puts decisions in the order of priority: outcome, score, share of commitments kept, return, then the partner's id.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <returns>The same, first those that are served first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="decisions"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<RenewalDecision> ByPriority(IEnumerable<RenewalDecision> decisions) =>
    [
        .. Guard.Against.Null(decisions)
            .OrderBy(decision => decision.Outcome)
            .ThenByDescending(decision => decision.Score ?? -1m)
            .ThenByDescending(decision => decision.KeptShare ?? Rate.Zero)
            .ThenByDescending(decision => decision.Roi ?? decimal.MinValue)
            .ThenBy(decision => decision.Contract.Partner.Id)
            .ThenBy(decision => decision.Contract.Id),
    ];

    private static RenewalOutcome ByScore(RenewalTerms terms, List<PeriodicReview> reviews, List<RenewalReason> reasons, out decimal? score)
    {
        decimal[] scores = [.. reviews.Select(review => review.Score).OfType<decimal>()];
        if (scores.Length == 0)
        {
            score = null;
            reasons.Add(new RenewalReason("not-rated", false, new LocalText("no review has rated the partner", "尚无有效评分")));
            return RenewalOutcome.Renegotiate;
        }

        decimal sum = scores.Sum();
        bool AtLeast(decimal bound) => sum >= bound * scores.Length;
        score = StatementLine.Cut(new Ratio(Exact.ToUnits(sum, 10), Exact.ToUnits(scores.Length, 10)), 6);
        RenewalOutcome outcome = AtLeast(terms.EarlyScore) ? RenewalOutcome.RenewEarly
            : AtLeast(terms.RenewScore) ? RenewalOutcome.Renew
            : AtLeast(terms.RenegotiateScore) ? RenewalOutcome.Renegotiate
            : RenewalOutcome.End;
        string shown = ResultText.Number(score!.Value);
        reasons.Add(new RenewalReason("score", outcome <= RenewalOutcome.Renew, new LocalText(
            $"mean score {shown} of {StatementLine.Number(scores.Length)} review{(scores.Length == 1 ? string.Empty : "s")}; renewing asks for {ResultText.Number(terms.RenewScore)}, early for {ResultText.Number(terms.EarlyScore)}",
            $"{StatementLine.Number(scores.Length)}次评估均分 {shown}；续约要求 {ResultText.Number(terms.RenewScore)}，提前续约要求 {ResultText.Number(terms.EarlyScore)}")));
        return outcome;
    }

    private static Rate? Kept(RenewalTerms terms, List<PeriodicReview> reviews, List<RenewalReason> reasons, ref RenewalOutcome outcome)
    {
        int kept = reviews.Sum(review => review.Kept);
        int judged = reviews.Sum(review => review.Judged);
        if (judged == 0)
        {
            return null;
        }

        bool isEnough = (decimal)kept * Rate.One.TenBillionths >= (decimal)judged * terms.KeptShare.TenBillionths;
        if (!isEnough && outcome < RenewalOutcome.Renegotiate)
        {
            outcome = RenewalOutcome.Renegotiate;
        }

        reasons.Add(new RenewalReason("commitments", isEnough, new LocalText(
            $"{StatementLine.Number(kept)} of {StatementLine.Number(judged)} commitments kept, asked for {terms.KeptShare}",
            $"承诺履约 {StatementLine.Number(kept)}/{StatementLine.Number(judged)}，要求 {terms.KeptShare}")));
        return Rate.Of(kept, judged);
    }

    private static decimal? Return(RenewalTerms terms, List<PeriodicReview> reviews, List<RenewalReason> reasons, ref RenewalOutcome outcome)
    {
        if (terms.Roi is null || terms.LeastRoi is not decimal least)
        {
            return null;
        }

        if (reviews.LastOrDefault(review => review.Roi is not null)?.Roi is not decimal roi)
        {
            outcome = outcome < RenewalOutcome.Renegotiate ? RenewalOutcome.Renegotiate : outcome;
            reasons.Add(new RenewalReason("roi", false, new LocalText($"no review states the {terms.Roi.Name}", $"评估缺少{terms.Roi.Name.In(Language.SimplifiedChinese)}")));
            return null;
        }

        if (roi < least && outcome < RenewalOutcome.Renegotiate)
        {
            outcome = RenewalOutcome.Renegotiate;
        }

        reasons.Add(new RenewalReason("roi", roi >= least, new LocalText(
            $"{terms.Roi.Name} {ResultText.Number(roi)}, asked for {ResultText.Number(least)}",
            $"{terms.Roi.Name.In(Language.SimplifiedChinese)} {ResultText.Number(roi)}，要求 {ResultText.Number(least)}")));
        return roi;
    }
}
