using System;
using Ardalis.GuardClauses;
using ChannelModel.Commissions;

namespace ChannelModel.Bulk;

/// <summary>The columns that a plan rates: the columnar twin of <see cref="CommissionFacts"/>. All are of one length, and none is copied.</summary>
/// <remarks>The default holds no columns, which no plan can rate. At most eight columns. Not to be used once the memory behind a column is gone.</remarks>
#pragma warning disable CA1815 // spans are not compared
public readonly ref struct FactColumns
{
    private readonly Slot _s0;
    private readonly Slot _s1;
    private readonly Slot _s2;
    private readonly Slot _s3;
    private readonly Slot _s4;
    private readonly Slot _s5;
    private readonly Slot _s6;
    private readonly Slot _s7;

    private FactColumns(Slot s0, Slot s1, Slot s2, Slot s3, Slot s4, Slot s5, Slot s6, Slot s7, int count, int length)
    {
        (Count, Length) = (count, length);
        _s0 = s0;
        _s1 = s1;
        _s2 = s2;
        _s3 = s3;
        _s4 = s4;
        _s5 = s5;
        _s6 = s6;
        _s7 = s7;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Length { get; }

    /// <summary>Gets the number of columns.</summary>
    public int Count { get; }

    /// <summary>Starts with the values of one basis.</summary>
    /// <param name="basis">What they count; not a derived one.</param>
    /// <param name="values">Whole numbers, in the scale that the plan was compiled for.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The basis is derived.</exception>
    public static FactColumns Of(Basis basis, ReadOnlySpan<long> values) => default(FactColumns).Add(Guard.Against.Null(basis), FactColumn.Value, Cycle.Once, values);

    /// <summary>Adds the values of another basis.</summary>
    /// <param name="basis">What they count; not a derived one.</param>
    /// <param name="values">As long as the columns before.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The basis is derived or there already, the length differs, or there are eight columns.</exception>
    public FactColumns With(Basis basis, ReadOnlySpan<long> values) => Add(Guard.Against.Null(basis), FactColumn.Value, Cycle.Once, values);

    /// <summary>Adds what was accumulated before the period, for plans that accumulate.</summary>
    /// <param name="basis">What they count; not a derived one.</param>
    /// <param name="values">As long as the columns before.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The basis is derived or there already, the length differs, or there are eight columns.</exception>
    public FactColumns WithPrior(Basis basis, ReadOnlySpan<long> values) => Add(Guard.Against.Null(basis), FactColumn.Prior, Cycle.Once, values);

    /// <summary>Adds targets (quotas); a row whose target is not above 0 fails.</summary>
    /// <param name="basis">What they count; not a derived one.</param>
    /// <param name="values">As long as the columns before.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The basis is derived or there already, the length differs, or there are eight columns.</exception>
    public FactColumns WithTarget(Basis basis, ReadOnlySpan<long> values) => Add(Guard.Against.Null(basis), FactColumn.Target, Cycle.Once, values);

    /// <summary>Adds the baselines that growth is measured against; a row whose baseline is not above 0 fails.</summary>
    /// <param name="basis">What they count; not a derived one.</param>
    /// <param name="values">As long as the columns before.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The basis is derived or there already, the length differs, or there are eight columns.</exception>
    public FactColumns WithBaseline(Basis basis, ReadOnlySpan<long> values) => Add(Guard.Against.Null(basis), FactColumn.Baseline, Cycle.Once, values);

    /// <summary>Adds what was paid before in a span that a cap covers, or, with <see cref="Cycle.Once"/>, to date.</summary>
    /// <param name="per">The span.</param>
    /// <param name="values">In the plan's result scale, as earlier results are; as long as the columns before.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The span is there already, the length differs, or there are eight columns.</exception>
    public FactColumns WithPaid(Cycle per, ReadOnlySpan<long> values) => Add(null, FactColumn.Value, per, values);

    internal bool TryFind(Basis? basis, FactColumn column, Cycle per, out ReadOnlySpan<long> values)
    {
        for (int i = 0; i < Count; i++)
        {
            Slot slot = At(i);
            if (slot.Column == column && slot.Per == per && (ReferenceEquals(slot.Basis, basis) || slot.Basis == basis))
            {
                values = slot.Values;
                return true;
            }
        }

        values = default;
        return false;
    }

    internal FactColumns Slice(int start, int length) => new(
        _s0.Part(start, length), _s1.Part(start, length), _s2.Part(start, length), _s3.Part(start, length),
        _s4.Part(start, length), _s5.Part(start, length), _s6.Part(start, length), _s7.Part(start, length), Count, length);

    internal Slot At(int i) => i switch { 0 => _s0, 1 => _s1, 2 => _s2, 3 => _s3, 4 => _s4, 5 => _s5, 6 => _s6, _ => _s7 };

    internal FactColumns Add(Basis? basis, FactColumn column, Cycle per, ReadOnlySpan<long> values)
    {
        if (basis is { How: not BasisDerivation.None })
        {
            throw new ArgumentException($"'{basis}' is derived; state '{basis.Source}' and its target or baseline.", nameof(basis));
        }

        if (Count > 0 && values.Length != Length)
        {
            throw new ArgumentException($"The column has {values.Length} rows; expected {Length}, as the columns before.", nameof(values));
        }

        if (TryFind(basis, column, per, out _))
        {
            throw new ArgumentException($"The column of '{basis?.ToString() ?? per.ToString()}' is there already; expected each once.", nameof(basis));
        }

        var added = new Slot(basis, column, per, values);
        return Count switch
        {
            0 => new(added, default, default, default, default, default, default, default, 1, values.Length),
            1 => new(_s0, added, default, default, default, default, default, default, 2, Length),
            2 => new(_s0, _s1, added, default, default, default, default, default, 3, Length),
            3 => new(_s0, _s1, _s2, added, default, default, default, default, 4, Length),
            4 => new(_s0, _s1, _s2, _s3, added, default, default, default, 5, Length),
            5 => new(_s0, _s1, _s2, _s3, _s4, added, default, default, 6, Length),
            6 => new(_s0, _s1, _s2, _s3, _s4, _s5, added, default, 7, Length),
            7 => new(_s0, _s1, _s2, _s3, _s4, _s5, _s6, added, 8, Length),
            _ => throw new ArgumentException("There are eight columns already; expected at most eight.", nameof(values)),
        };
    }

    internal readonly ref struct Slot
    {
        public Slot(Basis? basis, FactColumn column, Cycle per, ReadOnlySpan<long> values)
        {
            Basis = basis;
            Column = column;
            Per = per;
            Values = values;
        }

        public Basis? Basis { get; }

        public FactColumn Column { get; }

        public Cycle Per { get; }

        public ReadOnlySpan<long> Values { get; }

        public Slot Part(int start, int length) => Values.IsEmpty ? this : new(Basis, Column, Per, Values.Slice(start, length));
    }
}
