using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>Something about a contract that needs attention by a day.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractWarning
{
    private ContractWarning(PartnerContract contract, LocalDate by, ContractWarningKind kind, string? code, LocalText text)
    {
        Contract = contract;
        By = by;
        Kind = kind;
        Code = code;
        Text = text;
    }

    /// <summary>Gets the contract.</summary>
    public PartnerContract Contract { get; }

    /// <summary>Gets the day by which something should happen, or since when it should have.</summary>
    public LocalDate By { get; }

    /// <summary>Gets what it is about.</summary>
    public ContractWarningKind Kind { get; }

    /// <summary>Gets the code of the commitment or the data duty.</summary>
    public string? Code { get; }

    /// <summary>Gets the sentence.</summary>
    public LocalText Text { get; }

    /// <summary>Lists what needs attention on a day.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="facts">All facts; those of later days are not looked at.</param>
    /// <param name="account">What stands open after the last settlement.</param>
    /// <param name="asOf">A day of the term.</param>
    /// <returns>The warnings, by their days.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the term.</exception>
    public static IReadOnlyList<ContractWarning> Of(PartnerContract contract, IEnumerable<ContractFact> facts, ContractAccount account, LocalDate asOf)
    {
        Guard.Against.Null(contract);
        Guard.Against.Null(account);
        List<ContractFact> known = [.. Guard.Against.Null(facts).Where(fact => (fact.On ?? fact.Days.End) <= asOf)];
        ContractVersion version = contract.AsOf(asOf);
        var warnings = new List<ContractWarning>();
        for (int i = 0; i < version.Terms.Commitments.Count; i++)
        {
            warnings.AddRange(AtRisk(contract, version, i, known, asOf));
        }

        // An amendment is never retroactive: what was due under an earlier version stays due.
        foreach (ContractVersion earlier in contract.Versions.Where(other => other.From <= asOf))
        {
            var days = new DateInterval(earlier.From, LocalDate.Min(earlier.Days.End, asOf));
            warnings.AddRange(earlier.Terms.DataDuties.SelectMany(duty => Overdue(contract, days, duty, known, asOf)));
        }

        Money due = contract.DepositDueBy(account, asOf);
        Money held = account.Deposit.Held + Money.Sum(
            known.Where(fact => fact.Kind is ContractFactKind.DepositPaid or ContractFactKind.DepositToppedUp && (account.SettledThrough is null || fact.Days.Start > account.SettledThrough)).Select(fact => fact.Amount!.Value),
            contract.Currency);
        if (held < due)
        {
            LocalDate since = account.SettledThrough ?? contract.Term.Start;
            LocalDate by = version.Terms.Deposit?.ToppedUpWithinDays is int days && !account.Deposit.Forfeited.IsZero ? since.PlusDays(days) : since;
            warnings.Add(new ContractWarning(contract, by, ContractWarningKind.DepositBelowLevel, null, new LocalText(
                $"the deposit holds {held:N} of {due:N}, {due - held:N} are missing", $"保证金现有 {held:N}，应有 {due:N}，缺 {due - held:N}")));
        }

        if (version.Terms.Renewal is RenewalTerms renewal && renewal.Window(contract.Term).Contains(asOf))
        {
            warnings.Add(new ContractWarning(contract, contract.Term.End, ContractWarningKind.TermEnding, null, new LocalText(
                $"the term ends on {Dates.Text(contract.Term.End)}; the renewal is to be decided", $"合同 {Dates.Text(contract.Term.End)} 到期，请决定是否续约")));
        }

        return [.. warnings.OrderBy(warning => warning.By).ThenBy(warning => warning.Kind).ThenBy(warning => warning.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<ContractWarning> AtRisk(PartnerContract contract, ContractVersion version, int index, List<ContractFact> facts, LocalDate asOf)
    {
        Commitment commitment = version.Terms.Commitments[index];
        if (commitment.Duty is not null || commitment.Per == CommitmentPeriod.Session)
        {
            yield break;
        }

        var run = new CommitmentRun(contract, version, index, facts);
        foreach ((DateInterval period, string? _) in run.Periods(contract.Term).Where(span => span.Period.Contains(asOf)))
        {
            // The days from the first to the last one that the sources cover, judged as a period of their own: its threshold is the pace. A source that reports further than the other waits for it.
            CommitmentResult? result = facts
                .Where(fact => fact.Name == commitment.Code && fact.Kind is ContractFactKind.Reported or ContractFactKind.ThirdParty && period.Contains(fact.Days))
                .Select(fact => fact.Days.End).Distinct().OrderByDescending(day => day)
                .Select(day => run.Judge(new DateInterval(period.Start, day), null, Money.Zero(contract.Currency)))
                .FirstOrDefault(judged => judged.Value is not null);
            if (result?.Value is not decimal value)
            {
                continue;
            }

            LocalDate through = result.Period.End;
            if (result.Verdict == MeasurementVerdict.Falsified)
            {
                yield return new ContractWarning(contract, asOf, ContractWarningKind.FalsifiedReport, commitment.Code, result.Explanation);
            }

            bool isCount = commitment.Metric.Kind == MetricKind.Count;
            Ratio pace = isCount ? new Ratio(Exact.ToUnits(value, 8) * period.Length, new BigInteger(100_000_000) * (Period.DaysBetween(period.Start, through) + 1)) : new Ratio(Exact.ToUnits(value, 8), 100_000_000);
            Ratio threshold = run.ThresholdOf(period);
            int order = pace.CompareTo(threshold);
            if (commitment.Bound == CommitmentBound.AtLeast ? order < 0 : order > 0)
            {
                string at = ResultText.Number(StatementLine.Cut(pace, 2) ?? 0m);
                string asked = ResultText.Number(StatementLine.Cut(threshold, 2) ?? 0m);
                yield return new ContractWarning(contract, period.End, ContractWarningKind.CommitmentAtRisk, commitment.Code, new LocalText(
                    $"{commitment.Code}, {Dates.Text(period)}: {ResultText.Number(value)} through {Dates.Text(through)}, {(isCount ? "at this pace " + at : "now")} against {asked}",
                    $"{commitment.Metric.Name.In(Language.SimplifiedChinese)}（{commitment.Code}），{Dates.Text(period).Replace(" to ", " 至 ")}：截至 {Dates.Text(through)} 为 {ResultText.Number(value)}，{(isCount ? "按此进度为 " + at : "现值")}，约定 {asked}"));
            }
        }
    }

    private static IEnumerable<ContractWarning> Overdue(PartnerContract contract, DateInterval days, DataDuty duty, List<ContractFact> facts, LocalDate asOf)
    {
        foreach (DateInterval cycle in CommitmentRun.DutyCycles(duty, days))
        {
            LocalDate due = cycle.End.PlusDays(duty.DueWithinDays);
            if (due < asOf && !facts.Exists(fact => fact.Kind == ContractFactKind.Delivered && fact.Name == duty.Code && cycle.Contains(fact.Days.Start)))
            {
                yield return new ContractWarning(contract, due, ContractWarningKind.DataOverdue, duty.Code, new LocalText(
                    $"{duty.What}, {Dates.Text(cycle)}: due on {Dates.Text(due)}, not delivered",
                    $"{duty.What.In(Language.SimplifiedChinese)}，{Dates.Text(cycle).Replace(" to ", " 至 ")}：应于 {Dates.Text(due)} 交付，尚未收到"));
            }
        }
    }
}
