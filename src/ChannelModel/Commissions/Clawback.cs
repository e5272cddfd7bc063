using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Which share of paid commission is taken back: by the months that have passed, or by whose fault it is.</summary>
/// <remarks>
/// Only what was really paid, net of earlier clawbacks, is taken back; what was earned and not paid is cancelled. Equality is by reference. Immutable,
/// hence safe for use by several threads.
/// </remarks>
public sealed class Clawback
{
    private readonly IReadOnlyList<(int LastMonth, Rate Share)> _windows;
    private readonly IReadOnlyList<KeyValuePair<string, Rate>> _causes;

    private Clawback(IReadOnlyList<(int LastMonth, Rate Share)> windows, IReadOnlyList<KeyValuePair<string, Rate>> causes)
    {
        _windows = windows;
        _causes = causes;
    }

    /// <summary>Gets a schedule that takes back nothing; windows and causes are added to it.</summary>
    public static Clawback None { get; } = new([], []);

    /// <summary>Gets the windows: the last month inside, and the share, in order.</summary>
    public IReadOnlyList<KeyValuePair<int, Rate>> Windows => [.. _windows.Select(window => new KeyValuePair<int, Rate>(window.LastMonth, window.Share))];

    /// <summary>Gets the causes and their shares, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Rate>> Causes => _causes;

    /// <summary>Adds a window: up to and including a month, counted from the sale (the month of the sale is 0).</summary>
    /// <param name="lastMonth">The last month inside; after that of the window before.</param>
    /// <param name="share">0 % to 100 %.</param>
    /// <returns>The schedule; after the last window nothing is taken back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month does not ascend, or the share is none.</exception>
    public Clawback Through(int lastMonth, Rate share)
    {
        int previous = _windows.Count == 0 ? -1 : _windows[_windows.Count - 1].LastMonth;
        return lastMonth > previous && share.IsShare
            ? new Clawback([.. _windows, (lastMonth, share)], _causes)
            : throw new ArgumentOutOfRangeException(nameof(lastMonth), lastMonth, $"Expected a month after {previous} and a share of 0 % to 100 % (got {share}).");
    }

    /// <summary>Adds a cause whose share does not depend on time, such as a withdrawal or the principal's own fault.</summary>
    /// <param name="cause">Its name.</param>
    /// <param name="share">0 % to 100 %.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">The cause is named already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is none.</exception>
    public Clawback ForCause(string cause, Rate share)
    {
        Guard.Against.NullOrWhiteSpace(cause);
        if (!share.IsShare)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected 0 % to 100 %.");
        }

        return _causes.Any(c => c.Key == cause)
            ? throw new ArgumentException($"The cause '{cause}' is named already.", nameof(cause))
            : new Clawback(_windows, [.. _causes, new KeyValuePair<string, Rate>(cause, share)]);
    }

    /// <summary>Takes back by elapsed time.</summary>
    /// <param name="elapsedMonths">Months since the sale, 0 or more.</param>
    /// <param name="netPaid">What was paid, less earlier clawbacks; at or above 0.</param>
    /// <param name="earnedUnpaid">What was earned and not paid; it is cancelled in full.</param>
    /// <param name="rounding">Applied to the amount.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0.</exception>
    public ClawbackResult After(int elapsedMonths, Money netPaid, Money earnedUnpaid, Rounding rounding)
    {
        if (elapsedMonths < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(elapsedMonths), elapsedMonths, "Expected 0 months or more.");
        }

        Rate share = _windows.Where(window => elapsedMonths <= window.LastMonth).Select(window => window.Share).FirstOrDefault();
        return Take(share, netPaid, earnedUnpaid, rounding);
    }

    /// <summary>Takes back by cause.</summary>
    /// <param name="cause">A cause of this schedule.</param>
    /// <param name="netPaid">What was paid, less earlier clawbacks; at or above 0.</param>
    /// <param name="earnedUnpaid">What was earned and not paid; it is cancelled in full.</param>
    /// <param name="rounding">Applied to the amount.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The schedule does not name the cause.</exception>
    public ClawbackResult BecauseOf(string cause, Money netPaid, Money earnedUnpaid, Rounding rounding)
    {
        foreach (KeyValuePair<string, Rate> known in _causes)
        {
            if (known.Key == cause)
            {
                return Take(known.Value, netPaid, earnedUnpaid, rounding);
            }
        }

        throw new ArgumentException($"The schedule names no cause '{cause}'; it names {string.Join(", ", _causes.Select(c => c.Key))}.", nameof(cause));
    }

    private static ClawbackResult Take(Rate share, Money netPaid, Money earnedUnpaid, Rounding rounding)
    {
        if (netPaid.IsNegative || earnedUnpaid.IsNegative)
        {
            throw new ArgumentOutOfRangeException(nameof(netPaid), netPaid, $"Expected amounts at or above 0 (unpaid {earnedUnpaid}).");
        }

        Money rounded = netPaid.Multiply(share, rounding);
        Money amount = rounded > netPaid ? netPaid : rounded; // rounding up never takes more than was paid
        return new ClawbackResult(share, -amount, earnedUnpaid, netPaid - amount);
    }
}
