namespace ChannelModel.Commissions;

/// <summary>One thing that a plan pays for: a table or a grid, what it is paid on, and what chooses the tier.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanComponent
{
    internal PlanComponent(string name, TierTable? table, RateGrid? grid, Basis on, Basis by, bool isBonus, Money? cap = null)
    {
        Name = name;
        Table = table;
        Grid = grid;
        On = on;
        By = by;
        IsBonus = isBonus;
        Cap = cap;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the table, or <see langword="null"/> for a grid.</summary>
    public TierTable? Table { get; }

    /// <summary>Gets the grid, or <see langword="null"/> for a table.</summary>
    public RateGrid? Grid { get; }

    /// <summary>Gets what is paid on.</summary>
    public Basis On { get; }

    /// <summary>Gets what chooses the tier; for a grid, the column.</summary>
    public Basis By { get; }

    /// <summary>Gets a value indicating whether this is a bonus (SPIFF): beside gates and accelerators.</summary>
    public bool IsBonus { get; }

    /// <summary>Gets the most that this component pays for a period, or for a record where each is rated by itself; the rest is lost.</summary>
    public Money? Cap { get; }

    internal PlanComponent With(Money? cap) => new(Name, Table, Grid, On, By, IsBonus, cap);
}
