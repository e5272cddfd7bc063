using System;
using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>What a clause of a contract is about.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class ClauseKind : NamedCode<ClauseKind>
{
    private ClauseKind(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets what follows from a breach.</summary>
    public static ClauseKind Breach { get; } = new("breach", new LocalText("Breach", "违约责任"));

    /// <summary>Gets how disputes are settled.</summary>
    public static ClauseKind Dispute { get; } = new("dispute", new LocalText("Dispute", "争议解决"));

    /// <summary>Gets what counts as force majeure.</summary>
    public static ClauseKind ForceMajeure { get; } = new("force-majeure", new LocalText("Force majeure", "不可抗力"));

    /// <summary>Gets how and when the contract can be ended early.</summary>
    public static ClauseKind Termination { get; } = new("termination", new LocalText("Termination", "合同解除"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<ClauseKind> ReadyMade { get; } = [Breach, Dispute, ForceMajeure, Termination];

    /// <summary>Returns the ready-made kind of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static ClauseKind Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new ClauseKind(code, name);
}
