using NodaTime;

namespace ChannelModel.Scoring;

/// <summary>A scorecard and the days it is in force: from the first, until before the second.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ScorecardVersion
{
    internal ScorecardVersion(int number, Scorecard scorecard, LocalDate from, LocalDate? until)
    {
        Number = number;
        Scorecard = scorecard;
        From = from;
        Until = until;
    }

    /// <summary>Gets the number, from 1, in the order of time.</summary>
    public int Number { get; }

    /// <summary>Gets the scorecard.</summary>
    public Scorecard Scorecard { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the day after the last, or <see langword="null"/> while it is open.</summary>
    public LocalDate? Until { get; }
}
