using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Kpis;

/// <summary>Which status a figure of a KPI has: bands that cover every value without a gap, with hysteresis so that a status does not flap.</summary>
/// <remarks>
/// <para>
/// Range: a lowest status without a lower end, and above it bands with ascending edges; each status once. Attainment, progress and pace have edges in percent, a value has edges of the KPI's unit.
/// </para>
/// <para>
/// Hysteresis: a status changes to a higher band only where the edge is passed by the margin, and to a lower one only where it is missed by the margin. So a figure that moves within the
/// margin around an edge changes nothing. Without a margin the band that the value lies in counts.
/// </para>
/// <para>Equality is by reference. A class; there is no default. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class KpiBands
{
    private readonly KpiBand[] _above;
    private readonly decimal _margin;

    /// <summary>Initializes a new instance of the <see cref="KpiBands"/> class.</summary>
    /// <param name="measure">The figure that is looked at.</param>
    /// <param name="lowest">The status below the first edge.</param>
    /// <param name="above">The bands above it, by ascending edge; at least one.</param>
    /// <param name="edge">Which band an edge itself belongs to: with <see cref="ChannelModel.Edge.LowerIncluded"/> 95 % lies in the band from 95 %.</param>
    /// <param name="margin">By how much an edge must be passed or missed, 0 or more, in the edges' unit (percentage points for percent); none by default.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of an enum is not defined, or <paramref name="margin"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no band above the lowest, the edges do not ascend, differ in unit, or do not fit the measure, or a status is there twice.</exception>
    public KpiBands(KpiMeasure measure, KpiStatus lowest, IEnumerable<KpiBand> above, Edge edge = Edge.LowerIncluded, KpiValue? margin = null)
    {
        if (measure is < KpiMeasure.Value or > KpiMeasure.Pace)
        {
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "Expected a defined measure.");
        }

        if (edge is not (Edge.LowerIncluded or Edge.UpperIncluded))
        {
            throw new ArgumentOutOfRangeException(nameof(edge), edge, "Expected a defined edge.");
        }

        Measure = measure;
        Lowest = Guard.Against.Null(lowest);
        _above = [.. Guard.Against.Null(above)];
        Edge = edge;
        Margin = margin;
        _margin = margin?.Amount ?? 0m;
        Check(nameof(above), nameof(margin));
    }

    /// <summary>Gets the figure that is looked at.</summary>
    public KpiMeasure Measure { get; }

    /// <summary>Gets the status below the first edge.</summary>
    public KpiStatus Lowest { get; }

    /// <summary>Gets the bands above the lowest, by ascending edge.</summary>
    public IReadOnlyList<KpiBand> Above => _above;

    /// <summary>Gets which band an edge itself belongs to.</summary>
    public Edge Edge { get; }

    /// <summary>Gets by how much an edge must be passed or missed for a change, or <see langword="null"/> for none.</summary>
    public KpiValue? Margin { get; }

    /// <summary>Returns the status of a value without a history: the band that it lies in.</summary>
    /// <param name="value">The figure: a rate for attainment, progress and pace.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another unit than the edges.</exception>
    public KpiStatus StatusOf(KpiValue value) => At(Place(Same(value), 0m));

    /// <summary>Returns the status after another: it stays unless an edge is passed or missed by the margin.</summary>
    /// <param name="before">The status so far, or <see langword="null"/> if there is none yet.</param>
    /// <param name="value">The figure: a rate for attainment, progress and pace.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another unit than the edges, or <paramref name="before"/> is not a status of these bands.</exception>
    public KpiStatus StatusAfter(KpiStatus? before, KpiValue value)
    {
        decimal amount = Same(value);
        if (before is null)
        {
            return StatusOf(value);
        }

        int place = before == Lowest ? 0 : 1 + Array.FindIndex(_above, band => band.Status == before);
        if (place == 0 && before != Lowest)
        {
            throw new ArgumentException($"'{before}' is not a status of these bands; expected one of {string.Join(", ", _above.Select(band => band.Status).Prepend(Lowest))}.", nameof(before));
        }

        int up = Place(amount, _margin);
        return At(up > place ? up : Math.Min(place, Place(amount, -_margin)));
    }

    /// <summary>Follows a figure over time.</summary>
    /// <param name="values">The figures in the order of time; <see langword="null"/> where there is no data.</param>
    /// <returns>The status at each; <see langword="null"/> where there is no data. The status before such a gap counts for the figure after it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value has another unit than the edges.</exception>
    public IReadOnlyList<KpiStatus?> Track(IEnumerable<KpiValue?> values)
    {
        var statuses = new List<KpiStatus?>();
        KpiStatus? last = null;
        foreach (KpiValue? value in Guard.Against.Null(values))
        {
            last = value is KpiValue known ? StatusAfter(last, known) : last;
            statuses.Add(value is null ? null : last);
        }

        return statuses;
    }

    private KpiStatus At(int place) => place == 0 ? Lowest : _above[place - 1].Status;

    /// <summary>How many edges a value passes, each moved by a shift.</summary>
    private int Place(decimal amount, decimal shift)
    {
        int place = 0;
        while (place < _above.Length && (Edge == Edge.LowerIncluded ? amount >= _above[place].From.Amount + shift : amount > _above[place].From.Amount + shift))
        {
            place++;
        }

        return place;
    }

    private decimal Same(KpiValue value)
    {
        KpiValue edge = _above[0].From;
        return value.Kind == edge.Kind && value.Currency == edge.Currency
            ? value.Amount
            : throw new ArgumentException($"{value} has another unit than the edge {edge}; expected the same.", nameof(value));
    }

    private void Check(string above, string margin)
    {
        if (_above.Length == 0)
        {
            throw new ArgumentException("There is no band above the lowest; expected at least one edge.", above);
        }

        if (Measure != KpiMeasure.Value && _above[0].From.Kind != KpiUnitKind.Percent)
        {
            throw new ArgumentException($"The edge {_above[0].From} of {Measure} is not in percent; expected a rate such as 95%.", above);
        }

        for (int i = 1; i < _above.Length; i++)
        {
            if (Same(_above[i].From) <= _above[i - 1].From.Amount)
            {
                throw new ArgumentException($"The edge {_above[i].From} follows {_above[i - 1].From}; expected ascending edges.", above);
            }
        }

        if (_above.Select(band => band.Status).Append(Lowest).Distinct().Count() != _above.Length + 1)
        {
            throw new ArgumentException("A status is there twice; expected each status once.", above);
        }

        if (Margin is KpiValue by && Same(by) < 0m)
        {
            throw new ArgumentOutOfRangeException(margin, by.Amount, "Expected a margin of 0 or more.");
        }
    }
}
