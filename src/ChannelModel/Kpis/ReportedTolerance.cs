using System;

namespace ChannelModel.Kpis;

/// <summary>From which distance, in standard errors, a report is doubtful or contradicted, and which deviation is allowed whatever the sample.</summary>
/// <remarks>
/// <para>
/// Range: 0 &lt; doubtful &lt;= contradicted. By chance alone a true report is 2 or more standard errors away in 4.6 %, and 3 or more in 0.27 % of comparisons; whoever compares a hundred partners will see some.
/// </para>
/// <para>Equality is by reference. A class; there is no default of the type, but <see cref="Default"/> is one of ours. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ReportedTolerance
{
    /// <summary>Initializes a new instance of the <see cref="ReportedTolerance"/> class.</summary>
    /// <param name="doubtfulFrom">The distance in standard errors from which a report is doubtful, included; above 0.</param>
    /// <param name="contradictedFrom">The distance from which it is contradicted, included; not below <paramref name="doubtfulFrom"/>.</param>
    /// <param name="allowed">
    /// The relative deviation |reported - measured| / measured that is consistent however large the samples are, 0 % or more: two ways of counting never agree fully. 0 % by default.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ReportedTolerance(decimal doubtfulFrom, decimal contradictedFrom, Rate allowed = default)
    {
        DoubtfulFrom = doubtfulFrom > 0m ? doubtfulFrom : throw new ArgumentOutOfRangeException(nameof(doubtfulFrom), doubtfulFrom, "Expected a distance above 0.");
        ContradictedFrom = contradictedFrom >= doubtfulFrom
            ? contradictedFrom
            : throw new ArgumentOutOfRangeException(nameof(contradictedFrom), contradictedFrom, $"Expected a distance not below {KpiText.Number(doubtfulFrom)}.");
        Allowed = allowed.IsNegative ? throw new ArgumentOutOfRangeException(nameof(allowed), allowed, "Expected a deviation of 0% or more.") : allowed;
    }

    /// <summary>Gets 2 and 3 standard errors, and no deviation allowed beyond chance.</summary>
    public static ReportedTolerance Default { get; } = new(2m, 3m);

    /// <summary>Gets the distance from which a report is doubtful, included.</summary>
    public decimal DoubtfulFrom { get; }

    /// <summary>Gets the distance from which a report is contradicted, included.</summary>
    public decimal ContradictedFrom { get; }

    /// <summary>Gets the relative deviation that is consistent in any case, included.</summary>
    public Rate Allowed { get; }
}
