using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using ChannelModel.Channels;
using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>What was agreed with a partner about a channel, in versions. A contract that exists does not contradict itself; <see cref="Define"/> starts one.</summary>
/// <remarks>
/// The term includes both its ends; versions are half-open and cover it without gap or overlap. Dates are local, there is no time of day and no zone. Equality is by reference. Immutable,
/// hence safe for use by several threads.
/// </remarks>
public sealed partial class PartnerContract
{
    internal PartnerContract(Id<PartnerContract> id, Partner partner, Id<Channel> channel, DateInterval term, Currency currency, Rounding rounding, Cycle settledPer, Id<PartnerContract>? renews, IReadOnlyList<ContractVersion> versions)
    {
        Id = id;
        Partner = partner;
        Channel = channel;
        Term = term;
        Currency = currency;
        Rounding = rounding;
        SettledPer = settledPer;
        Renews = renews;
        Versions = versions;
    }

    /// <summary>Gets the id.</summary>
    public Id<PartnerContract> Id { get; }

    /// <summary>Gets the other party.</summary>
    public Partner Partner { get; }

    /// <summary>Gets the channel it is about.</summary>
    public Id<Channel> Channel { get; }

    /// <summary>Gets the term, both ends included.</summary>
    public DateInterval Term { get; }

    /// <summary>Gets the currency of every amount.</summary>
    public Currency Currency { get; }

    /// <summary>Gets how amounts are rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Gets what is settled at a time: a month, a quarter, or a week that is cut at month ends, so that the weeks of a month add up to it.</summary>
    public Cycle SettledPer { get; }

    /// <summary>Gets the contract that this one renews.</summary>
    public Id<PartnerContract>? Renews { get; }

    /// <summary>Gets the versions in the order of time.</summary>
    public IReadOnlyList<ContractVersion> Versions { get; }

    /// <summary>Starts a contract.</summary>
    /// <param name="id">1 to 100 characters.</param>
    /// <param name="partner">The other party.</param>
    /// <param name="channel">The channel it is about.</param>
    /// <param name="term">Both ends included.</param>
    /// <param name="currency">The currency of every amount.</param>
    /// <returns>A builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a legal id.</exception>
    public static PartnerContractBuilder Define(string id, Partner partner, Id<Channel> channel, DateInterval term, Currency currency) =>
        new(new Id<PartnerContract>(id), Guard.Against.Null(partner), Guard.Against.Null(channel), Guard.Against.Null(term), currency);

    /// <summary>Finds the version in force on a day.</summary>
    /// <param name="date">A day of the term.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the term: nothing is guessed.</exception>
    public ContractVersion AsOf(LocalDate date) => Versions.FirstOrDefault(version => version.From <= date && date < version.Until)
        ?? throw new ArgumentOutOfRangeException(nameof(date), date, $"Expected a day of the term, {Dates.Text(Term)}.");

    /// <summary>Starts an amendment: a builder that holds all versions, and a new one that begins with the terms of the last.</summary>
    /// <param name="from">The first day of the new version.</param>
    /// <param name="agreedOn">The day it is agreed on.</param>
    /// <returns>A builder of the amended contract.</returns>
    public PartnerContractBuilder Amend(LocalDate from, LocalDate agreedOn) => new PartnerContractBuilder(this).Amend(from, agreedOn);

    /// <summary>Lists the parts that a period is settled in: calendar cycles of <see cref="SettledPer"/>, cut to the term, and where the terms change.</summary>
    /// <param name="period">Any days, both ends included.</param>
    /// <returns>The parts in the order of time; none if the period is outside the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<DateInterval> Slices(DateInterval period)
    {
        Guard.Against.Null(period);
        var slices = new List<DateInterval>();
        foreach (ContractVersion version in Versions)
        {
            if (Dates.Common(version.Days, period) is DateInterval days)
            {
                slices.AddRange(Dates.Cut(SettledPer, days, atMonthEnds: SettledPer == Cycle.Week));
            }
        }

        return slices;
    }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id.Value;
}
