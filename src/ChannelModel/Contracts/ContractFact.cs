using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;
using ChannelModel.Internal;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>One fact that a settlement rests on, with the evidence for it. A list of facts may span the whole term; each settlement takes what concerns its days.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractFact
{
    private ContractFact(ContractFactKind kind, DateInterval days, string? name, string reference)
    {
        Kind = kind;
        Days = Guard.Against.Null(days);
        Name = name;
        Reference = Check(reference);
    }

    /// <summary>Gets what it is.</summary>
    public ContractFactKind Kind { get; }

    /// <summary>Gets the days it is about, both ends included; one day for payments and sessions.</summary>
    public DateInterval Days { get; }

    /// <summary>Gets the code of the commitment or data duty, or the cause of a clawback; <see langword="null"/> where it concerns all or none.</summary>
    public string? Name { get; }

    /// <summary>Gets the evidence: a document, a report, a payment.</summary>
    public string Reference { get; }

    /// <summary>Gets the value of a reading; rates in percent.</summary>
    public decimal? Value { get; private set; }

    /// <summary>Gets the amount of a payment, of sales, or the commission that was paid and is taken back.</summary>
    public Money? Amount { get; private set; }

    /// <summary>Gets the session that a reading is about.</summary>
    public string? Session { get; private set; }

    /// <summary>Gets the day on which something was delivered or made good.</summary>
    public LocalDate? On { get; private set; }

    /// <summary>Gets the months between sale and clawback; <see langword="null"/> for a clawback by cause.</summary>
    public int? ElapsedMonths { get; private set; }

    /// <summary>Gets the numbers that a commission is paid on.</summary>
    public CommissionFacts? CommissionFacts { get; private set; }

    /// <summary>A value that the partner reports.</summary>
    /// <param name="commitment">The code of the commitment.</param>
    /// <param name="days">The days it covers, both ends included.</param>
    /// <param name="value">At most 6 decimals; rates in percent with at most 8.</param>
    /// <param name="evidence">The report; 1 to 200 characters.</param>
    /// <param name="session">The session, for commitments that are judged by session.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">The evidence is none, or the value has too many decimals.</exception>
    public static ContractFact Reported(string commitment, DateInterval days, decimal value, string evidence, string? session = null) =>
        Reading(ContractFactKind.Reported, commitment, days, value, evidence, session);

    /// <summary>A value that a third party measured.</summary>
    /// <param name="commitment">The code of the commitment.</param>
    /// <param name="days">The days it covers, both ends included.</param>
    /// <param name="value">At most 6 decimals; rates in percent with at most 8.</param>
    /// <param name="evidence">The measurement; 1 to 200 characters.</param>
    /// <param name="session">The session, for commitments that are judged by session.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">The evidence is none, or the value has too many decimals.</exception>
    public static ContractFact ThirdParty(string commitment, DateInterval days, decimal value, string evidence, string? session = null) =>
        Reading(ContractFactKind.ThirdParty, commitment, days, value, evidence, session);

    /// <summary>What was made good after a period: for counts what is added, for levels and rates the value that takes the place of the old one.</summary>
    /// <param name="commitment">The code of the commitment.</param>
    /// <param name="period">The period that it cures, as it is judged.</param>
    /// <param name="value">At most 6 decimals; rates in percent with at most 8.</param>
    /// <param name="on">The day, after the period.</param>
    /// <param name="evidence">1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">The evidence is none, or the value has too many decimals.</exception>
    public static ContractFact MadeGood(string commitment, DateInterval period, decimal value, LocalDate on, string evidence)
    {
        ContractFact fact = Reading(ContractFactKind.MadeGood, commitment, period, value, evidence, null);
        fact.On = on;
        return fact;
    }

    /// <summary>A delivery of data.</summary>
    /// <param name="duty">The code of the data duty.</param>
    /// <param name="day">Any day of the cycle that the data is about.</param>
    /// <param name="on">The day it was delivered.</param>
    /// <param name="evidence">1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">The evidence is none.</exception>
    public static ContractFact Delivered(string duty, LocalDate day, LocalDate on, string evidence) =>
        new(ContractFactKind.Delivered, new DateInterval(day, day), Guard.Against.NullOrWhiteSpace(duty), evidence) { On = on };

    /// <summary>Days on which force majeure excuses.</summary>
    /// <param name="commitment">The code of the commitment, or <see langword="null"/> for all.</param>
    /// <param name="days">Both ends included.</param>
    /// <param name="evidence">1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">The evidence is none.</exception>
    public static ContractFact Excused(string? commitment, DateInterval days, string evidence) => new(ContractFactKind.Excused, days, commitment, evidence);

    /// <summary>The numbers that a commission is paid on.</summary>
    /// <param name="facts">Of the partner as payee, for one part that the contract settles.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is <see langword="null"/>.</exception>
    public static ContractFact Commission(CommissionFacts facts) => new(ContractFactKind.Commission, Guard.Against.Null(facts).Period, null, "sales facts") { CommissionFacts = facts };

    /// <summary>A payment into the deposit.</summary>
    /// <param name="on">The day.</param>
    /// <param name="amount">Above 0.</param>
    /// <param name="reference">The payment; 1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public static ContractFact DepositPaid(LocalDate on, Money amount, string reference) => Payment(ContractFactKind.DepositPaid, on, amount, reference);

    /// <summary>A payment that tops the deposit up.</summary>
    /// <param name="on">The day.</param>
    /// <param name="amount">Above 0.</param>
    /// <param name="reference">The payment; 1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public static ContractFact DepositToppedUp(LocalDate on, Money amount, string reference) => Payment(ContractFactKind.DepositToppedUp, on, amount, reference);

    /// <summary>A payment out of the deposit, back to the partner.</summary>
    /// <param name="on">The day.</param>
    /// <param name="amount">Above 0.</param>
    /// <param name="reference">The payment; 1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public static ContractFact DepositRefunded(LocalDate on, Money amount, string reference) => Payment(ContractFactKind.DepositRefunded, on, amount, reference);

    /// <summary>Commission that was paid and is taken back, by the time that has passed.</summary>
    /// <param name="on">The day it is taken back.</param>
    /// <param name="elapsedMonths">Months since the sale, 0 or more.</param>
    /// <param name="netPaid">What was paid, less earlier clawbacks; above 0.</param>
    /// <param name="reference">The sale; 1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ContractFact ClawedBack(LocalDate on, int elapsedMonths, Money netPaid, string reference)
    {
        ContractFact fact = Payment(ContractFactKind.ClawedBack, on, netPaid, reference);
        fact.ElapsedMonths = elapsedMonths >= 0 ? elapsedMonths : throw new ArgumentOutOfRangeException(nameof(elapsedMonths), elapsedMonths, "Expected 0 months or more.");
        return fact;
    }

    /// <summary>Commission that was paid and is taken back, by cause.</summary>
    /// <param name="on">The day it is taken back.</param>
    /// <param name="cause">A cause that the contract's schedule names.</param>
    /// <param name="netPaid">What was paid, less earlier clawbacks; above 0.</param>
    /// <param name="reference">The sale; 1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above 0.</exception>
    public static ContractFact ClawedBackFor(LocalDate on, string cause, Money netPaid, string reference) =>
        new(ContractFactKind.ClawedBack, new DateInterval(on, on), Guard.Against.NullOrWhiteSpace(cause), reference) { Amount = Positive(netPaid) };

    /// <summary>Sales that shift a cost share.</summary>
    /// <param name="days">The days they were made in, both ends included.</param>
    /// <param name="amount">0 or more.</param>
    /// <param name="evidence">1 to 200 characters.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below 0.</exception>
    public static ContractFact SalesOf(DateInterval days, Money amount, string evidence) => amount.IsNegative
        ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected an amount at or above 0.")
        : new ContractFact(ContractFactKind.Sales, days, null, evidence) { Amount = amount };

    internal static string Check(string reference)
    {
        Guard.Against.NullOrWhiteSpace(reference);
        if (reference.Length > 200 || Array.Exists(reference.ToCharArray(), char.IsControl))
        {
            throw new ArgumentException("Expected a reference of 1 to 200 characters without control characters.", nameof(reference));
        }

        return reference;
    }

    /// <summary>The row of the record of a settlement.</summary>
    internal string ToRow()
    {
        string[] cells =
        [
            "fact", Kind.ToString(), Dates.Text(Days.Start), Dates.Text(Days.End), Name ?? string.Empty, Session ?? string.Empty,
            Value is decimal value ? StatementLine.Number(value) : string.Empty, Amount?.ToString("G", null) ?? string.Empty,
            On is LocalDate on ? Dates.Text(on) : string.Empty, ElapsedMonths is int months ? StatementLine.Number(months) : string.Empty, Reference,
        ];
        return RecordRow.Of(cells);
    }

    private static ContractFact Reading(ContractFactKind kind, string commitment, DateInterval days, decimal value, string evidence, string? session)
    {
        if (Exact.Scale(value) > 8 || Math.Abs(value) > 1_000_000_000_000_000_000m)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Expected at most 8 decimals, from -10^18 to 10^18.");
        }

        Guard.Against.Null(days);
        if (session is not null && days.Length != 1)
        {
            throw new ArgumentException($"The session '{session}' is on one day, not {Dates.Text(days)}.", nameof(days));
        }

        return new ContractFact(kind, days, Guard.Against.NullOrWhiteSpace(commitment), evidence) { Value = Exact.Canonical(value), Session = session is null ? null : Check(session) };
    }

    private static ContractFact Payment(ContractFactKind kind, LocalDate on, Money amount, string reference) =>
        new(kind, new DateInterval(on, on), null, reference) { Amount = Positive(amount) };

    private static Money Positive(Money amount) =>
        amount.Amount > 0m ? amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Expected an amount above 0.");
}
