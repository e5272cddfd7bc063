using System;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>A return of goods whose original sale and commission are known.</summary>
/// <remarks>
/// It takes back C x (returned to date) / sold, rounded, less what earlier returns of the same sale took: so the last one takes the exact rest.
/// Equality is by reference. Immutable, hence safe for use by several threads.
/// </remarks>
public sealed class LinkedReturn
{
    /// <summary>Initializes a new instance of the <see cref="LinkedReturn"/> class.</summary>
    /// <param name="id">The id of the return.</param>
    /// <param name="sold">The value of the original sale, above 0.</param>
    /// <param name="commission">What the original sale earned.</param>
    /// <param name="returnedBefore">What of it was returned earlier, 0 or more.</param>
    /// <param name="returned">What is returned now, above 0.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a legal id, or the amounts have several currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More is returned than was sold, or an amount is on the wrong side of 0.</exception>
    public LinkedReturn(string id, Money sold, Money commission, Money returnedBefore, Money returned)
    {
        Id = new Id<LinkedReturn>(Guard.Against.Null(id)).Value;
        if (sold.Amount <= 0m || returned.Amount <= 0m || returnedBefore.IsNegative || returned + returnedBefore > sold)
        {
            throw new ArgumentOutOfRangeException(nameof(returned), returned, $"Expected returns above 0 that do not exceed the sale of {sold} ({returnedBefore} were returned before).");
        }

        if (commission.Currency != sold.Currency)
        {
            throw new ArgumentException($"The commission of {commission} and the sale of {sold} have different currencies.", nameof(commission));
        }

        Sold = sold;
        Commission = commission;
        ReturnedBefore = returnedBefore;
        Returned = returned;
    }

    /// <summary>Gets the id.</summary>
    public string Id { get; }

    /// <summary>Gets the value of the original sale.</summary>
    public Money Sold { get; }

    /// <summary>Gets what the original sale earned.</summary>
    public Money Commission { get; }

    /// <summary>Gets what was returned earlier.</summary>
    public Money ReturnedBefore { get; }

    /// <summary>Gets what is returned now.</summary>
    public Money Returned { get; }

    /// <summary>Returns what is taken back.</summary>
    /// <param name="rounding">Applied to the share to date.</param>
    /// <returns>The amount, at or above 0 where the original commission was.</returns>
    public Money TakenBack(Rounding rounding) =>
        Commission.MultiplyDivide((ReturnedBefore + Returned).Amount, Sold.Amount, rounding) - Commission.MultiplyDivide(ReturnedBefore.Amount, Sold.Amount, rounding);
}
