namespace ChannelModel.Planning;

/// <summary>One of the two sides that an audit rule compares: what it is, and its figure.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class AuditSide
{
    internal AuditSide(LocalText name, Figure figure)
    {
        Name = name;
        Figure = figure;
    }

    /// <summary>Gets what the figure is.</summary>
    public LocalText Name { get; }

    /// <summary>Gets the figure.</summary>
    public Figure Figure { get; }
}
