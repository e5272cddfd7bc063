using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Planning;

/// <summary>A return on investment that the plan states outside its initiatives, such as a result.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RoiClaim : PlanClaim
{
    /// <summary>Initializes a new instance of the <see cref="RoiClaim"/> class.</summary>
    /// <param name="name">Whose return it is.</param>
    /// <param name="roi">The stated return.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public RoiClaim(LocalText name, StatedRoi roi)
        : base(name)
    {
        Roi = Guard.Against.Null(roi);
    }

    /// <summary>Gets the stated return.</summary>
    public StatedRoi Roi { get; }
}
