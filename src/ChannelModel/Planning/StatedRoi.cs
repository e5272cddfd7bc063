using ChannelModel.Channels;

namespace ChannelModel.Planning;

/// <summary>A return on investment that a plan states. Without a definition it is not a number that can be checked, and an audit says so.</summary>
/// <remarks>
/// <para>Range: any value; in the unit of the definition, a plain ratio where there is none (1.25, not 125).</para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class StatedRoi
{
    /// <summary>Initializes a new instance of the <see cref="StatedRoi"/> class.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="definition">By which definition; <see langword="null"/> where the plan does not say.</param>
    public StatedRoi(decimal value, RoiDefinition? definition)
    {
        Value = Internal.Exact.Canonical(value);
        Definition = definition;
    }

    /// <summary>Gets the figure.</summary>
    public decimal Value { get; }

    /// <summary>Gets the definition, or <see langword="null"/> where the plan does not say.</summary>
    public RoiDefinition? Definition { get; }
}
