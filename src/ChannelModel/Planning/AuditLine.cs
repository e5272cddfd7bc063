using System.Collections.Generic;

namespace ChannelModel.Planning;

/// <summary>One comparison that the audit made: rule, places, both sides, their difference, the arithmetic, and a sentence.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class AuditLine
{
    internal AuditLine(
        AuditRule rule,
        bool holds,
        IReadOnlyList<string> places,
        AuditSide left,
        AuditSide right,
        Figure? difference,
        string arithmetic,
        LocalText sentence)
    {
        Rule = rule;
        Holds = holds;
        Places = places;
        Left = left;
        Right = right;
        Difference = difference;
        Arithmetic = arithmetic;
        Sentence = sentence;
    }

    /// <summary>Gets the rule.</summary>
    public AuditRule Rule { get; }

    /// <summary>Gets a value indicating whether the rule is kept here.</summary>
    public bool Holds { get; }

    /// <summary>Gets the places in the plan as paths of its JSON form, such as <c>$.initiatives[3].expectedSales</c>; at least one, the one to look at first.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Gets what the plan states.</summary>
    public AuditSide Left { get; }

    /// <summary>Gets what it is compared with: derived, or stated elsewhere.</summary>
    public AuditSide Right { get; }

    /// <summary>Gets left - right, or <see langword="null"/> where the sides are not both numbers.</summary>
    public Figure? Difference { get; }

    /// <summary>Gets the arithmetic in figures, such as <c>12 000 000 + 8 000 000 + 5 000 000 = 25 000 000 CNY</c>.</summary>
    public string Arithmetic { get; }

    /// <summary>Gets one sentence that a manager understands.</summary>
    public LocalText Sentence { get; }
}
