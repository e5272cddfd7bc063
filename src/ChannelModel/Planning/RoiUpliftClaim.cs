using System;
using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>A stated rise of a return on investment, such as +25 %.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class RoiUpliftClaim : PlanClaim
{
    /// <summary>Initializes a new instance of the <see cref="RoiUpliftClaim"/> class.</summary>
    /// <param name="name">What lifts the return.</param>
    /// <param name="uplift">By how much; above -100 %.</param>
    /// <param name="definition">Of which return; <see langword="null"/> where the plan does not say.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uplift"/> is -100 % or less.</exception>
    public RoiUpliftClaim(LocalText name, Rate uplift, RoiDefinition? definition)
        : base(name)
    {
        Uplift = uplift > -Rate.One ? uplift : throw new ArgumentOutOfRangeException(nameof(uplift), uplift, "Expected more than -100%.");
        Definition = definition;
    }

    /// <summary>Gets by how much the return rises.</summary>
    public Rate Uplift { get; }

    /// <summary>Gets the definition, or <see langword="null"/> where the plan does not say.</summary>
    public RoiDefinition? Definition { get; }
}
