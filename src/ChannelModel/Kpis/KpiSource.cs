using System;
using System.Collections.Generic;

namespace ChannelModel.Kpis;

/// <summary>Who says so: the partner's own report, a third party's measurement, one's own system, or one of the user's own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class KpiSource : NamedCode<KpiSource>
{
    private KpiSource(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets what the partner reports of itself.</summary>
    public static KpiSource Reported { get; } = new("reported", new LocalText("reported by the partner", "合作方上报"));

    /// <summary>Gets what a third party measures.</summary>
    public static KpiSource ThirdParty { get; } = new("third-party", new LocalText("measured by a third party", "第三方监测"));

    /// <summary>Gets what one's own system records.</summary>
    public static KpiSource OwnSystem { get; } = new("own-system", new LocalText("own system", "自有系统"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<KpiSource> ReadyMade { get; } = [Reported, ThirdParty, OwnSystem];

    /// <summary>Returns the ready-made source of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static KpiSource Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new KpiSource(code, name);
}
