using System;
using System.Collections.Generic;

namespace ChannelModel.Allocation;

/// <summary>A line of a blended target: what the top wants for a key, what the key itself has put in, and bounds if there are any.</summary>
/// <typeparam name="TKey">What has the target.</typeparam>
/// <remarks>Range: amounts of 0 or more. Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class TargetLine<TKey>
    where TKey : notnull
{
    /// <summary>Initializes a new instance of the <see cref="TargetLine{TKey}"/> class.</summary>
    /// <param name="key">The key.</param>
    /// <param name="topDown">What comes from the total.</param>
    /// <param name="bottomUp">What the key has put in.</param>
    /// <param name="minimum">The least that it gets; 0 if none is given.</param>
    /// <param name="maximum">The most that it gets; without end if none is given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An amount is negative, or the currencies differ.</exception>
    public TargetLine(TKey key, Money topDown, Money bottomUp, Money? minimum = null, Money? maximum = null)
    {
        if (key is null)
        {
            throw new ArgumentNullException(nameof(key));
        }

        foreach ((string what, Money? amount) in new (string, Money?)[] { ("top-down target", topDown), ("bottom-up target", bottomUp), ("minimum", minimum), ("maximum", maximum) })
        {
            if (amount is Money given && (given.IsNegative || given.Currency != topDown.Currency))
            {
                throw new ArgumentException(FormattableString.Invariant($"The {what} of '{key}' is {given}; expected 0 {topDown.Currency} or more."), nameof(topDown));
            }
        }

        Key = key;
        TopDown = topDown;
        BottomUp = bottomUp;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets the key.</summary>
    public TKey Key { get; }

    /// <summary>Gets what comes from the total.</summary>
    public Money TopDown { get; }

    /// <summary>Gets what the key has put in.</summary>
    public Money BottomUp { get; }

    /// <summary>Gets the least that it gets; 0 where it is <see langword="null"/>.</summary>
    public Money? Minimum { get; }

    /// <summary>Gets the most that it gets; without end where it is <see langword="null"/>.</summary>
    public Money? Maximum { get; }
}
