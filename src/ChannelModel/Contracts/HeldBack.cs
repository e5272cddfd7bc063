using NodaTime;

namespace ChannelModel.Contracts;

/// <summary>An amount that was held back of a commission, and the day from which it is released.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class HeldBack
{
    internal HeldBack(Money amount, LocalDate heldOn, LocalDate releaseOn)
    {
        Amount = amount;
        HeldOn = heldOn;
        ReleaseOn = releaseOn;
    }

    /// <summary>Gets the amount, above 0.</summary>
    public Money Amount { get; }

    /// <summary>Gets the last day of the settlement that held it back.</summary>
    public LocalDate HeldOn { get; }

    /// <summary>Gets the day from which a settlement releases it.</summary>
    public LocalDate ReleaseOn { get; }
}
