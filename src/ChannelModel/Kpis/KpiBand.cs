using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Kpis;

/// <summary>A status and the edge that it begins at; it ends where the next one begins.</summary>
/// <remarks>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</remarks>
public sealed class KpiBand
{
    /// <summary>Initializes a new instance of the <see cref="KpiBand"/> class.</summary>
    /// <param name="from">The lower edge; <see cref="KpiBands.Edge"/> says whether it belongs to this band.</param>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentNullException"><paramref name="status"/> is <see langword="null"/>.</exception>
    public KpiBand(KpiValue from, KpiStatus status)
    {
        From = from;
        Status = Guard.Against.Null(status);
    }

    /// <summary>Gets the lower edge.</summary>
    public KpiValue From { get; }

    /// <summary>Gets the status.</summary>
    public KpiStatus Status { get; }
}
