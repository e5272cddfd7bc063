using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Channels;

/// <summary>Shares of a whole, by key, that add up to exactly 100 %: the channel mix of a plan, the city tiers of a store network.</summary>
/// <typeparam name="TKey">What has a share, such as a <see cref="ChannelCategory"/>.</typeparam>
/// <remarks>
/// <para>Range: one or more keys, each once, each with 0 % to 100 %; the sum is exactly 100 %, with no tolerance.</para>
/// <para>The order in which the keys were given is kept for showing. Equality ignores it: the same keys with the same shares are equal.</para>
/// <para>Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class Mix<TKey> : IReadOnlyCollection<KeyValuePair<TKey, Rate>>, IEquatable<Mix<TKey>>
    where TKey : notnull, IEquatable<TKey>
{
    private readonly KeyValuePair<TKey, Rate>[] _shares;

    /// <summary>Initializes a new instance of the <see cref="Mix{TKey}"/> class.</summary>
    /// <param name="shares">The share of each key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no share, a key is there twice, a share is outside 0 % to 100 %, or the sum is not 100 %.</exception>
    public Mix(IEnumerable<KeyValuePair<TKey, Rate>> shares)
    {
        _shares = Guard.Against.Null(shares).ToArray();
        if (Problem(_shares) is string problem)
        {
            throw new ArgumentException(problem, nameof(shares));
        }
    }

    private Mix(KeyValuePair<TKey, Rate>[] trusted)
    {
        _shares = trusted;
    }

    /// <summary>Gets the number of keys, at least 1.</summary>
    public int Count => _shares.Length;

    /// <summary>Gets the keys, in the order given.</summary>
    public IEnumerable<TKey> Keys => _shares.Select(share => share.Key);

    /// <summary>Gets the share of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0 % to 100 %; 0 % for a key that is not in the mix.</returns>
    public Rate this[TKey key]
    {
        get
        {
            foreach (KeyValuePair<TKey, Rate> share in _shares)
            {
                if (share.Key.Equals(key))
                {
                    return share.Value;
                }
            }

            return Rate.Zero;
        }
    }

    /// <summary>Compares keys and shares; the order does not matter.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether both are equal.</returns>
    public static bool operator ==(Mix<TKey>? left, Mix<TKey>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares keys and shares; the order does not matter.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Mix<TKey>? left, Mix<TKey>? right) => !(left == right);

    /// <summary>Makes a mix, or says why not.</summary>
    /// <param name="shares">The share of each key.</param>
    /// <param name="mix">The mix, or <see langword="null"/>.</param>
    /// <param name="problem">What is wrong, or <see langword="null"/>.</param>
    /// <returns>Whether the shares make a mix.</returns>
    public static bool TryCreate(
        IEnumerable<KeyValuePair<TKey, Rate>> shares,
        [NotNullWhen(true)] out Mix<TKey>? mix,
        [NotNullWhen(false)] out string? problem)
    {
        KeyValuePair<TKey, Rate>[] copy = Guard.Against.Null(shares).ToArray();
        problem = Problem(copy);
        mix = problem is null ? new Mix<TKey>(copy) : null;
        return problem is null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, Rate>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, Rate>>)_shares).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _shares.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Mix<TKey>? other) =>
        other is not null
        && _shares.Length == other._shares.Length
        && _shares.All(share => other._shares.Any(theirs => theirs.Key.Equals(share.Key) && theirs.Value == share.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Mix<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = _shares.Length;
        foreach (KeyValuePair<TKey, Rate> share in _shares)
        {
            hash ^= unchecked((share.Key.GetHashCode() * 397) + share.Value.GetHashCode());
        }

        return hash;
    }

    /// <summary>Returns the shares, such as <c>online 50%, offline 45%, emerging 5%</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _shares.Select(share => share.Key + " " + share.Value));

    private static string? Problem(KeyValuePair<TKey, Rate>[] shares)
    {
        if (shares.Length == 0)
        {
            return "A mix has no shares; expected at least one.";
        }

        var seen = new HashSet<TKey>();
        Rate sum = Rate.Zero;
        foreach (KeyValuePair<TKey, Rate> share in shares)
        {
            if (!seen.Add(share.Key))
            {
                return $"The mix has '{share.Key}' twice; expected each key once.";
            }

            if (!share.Value.IsShare)
            {
                return FormattableString.Invariant($"The share of '{share.Key}' is {share.Value}; expected 0% to 100%.");
            }

            sum += share.Value;
        }

        return sum == Rate.One ? null : $"The shares add up to {sum}, {Distance(sum)}; expected exactly 100%.";
    }

    private static string Distance(Rate sum) =>
        sum < Rate.One ? $"{Rate.One - sum} too little" : $"{sum - Rate.One} too much";
}
