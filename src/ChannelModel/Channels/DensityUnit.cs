using System;
using System.Collections.Generic;

namespace ChannelModel.Channels;

/// <summary>What a sales density is stated for: a store, a square metre, a member of staff, or a unit of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class DensityUnit : NamedCode<DensityUnit>
{
    private DensityUnit(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets sales for each store.</summary>
    public static DensityUnit Store { get; } = new("store", new LocalText("store", "店"));

    /// <summary>Gets sales for each square metre of selling space.</summary>
    public static DensityUnit SquareMetre { get; } = new("square-metre", new LocalText("square metre", "平方米"));

    /// <summary>Gets sales for each member of staff.</summary>
    public static DensityUnit Employee { get; } = new("employee", new LocalText("employee", "人"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<DensityUnit> ReadyMade { get; } = [Store, SquareMetre, Employee];

    /// <summary>Returns the ready-made unit of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static DensityUnit Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new DensityUnit(code, name);
}
