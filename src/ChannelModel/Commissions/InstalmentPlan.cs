using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>A commission paid in parts: holdback, deferral, vesting. The last part takes the residue, so the parts add up exactly.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class InstalmentPlan
{
    private readonly Rate[] _weights;

    private InstalmentPlan(Rate[] weights)
    {
        _weights = weights;
    }

    /// <summary>Makes a plan of instalments.</summary>
    /// <param name="weights">Each 0 % to 100 %, together exactly 100 %.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The weights are none, or not 100 % together.</exception>
    public static InstalmentPlan Of(params Rate[] weights)
    {
        Guard.Against.Null(weights);
        return weights.All(weight => weight.IsShare) && weights.Aggregate(Rate.Zero, (sum, weight) => sum + weight) == Rate.One
            ? new InstalmentPlan([.. weights])
            : throw new ArgumentException($"The weights {string.Join(", ", weights)} do not add up to 100% of shares.", nameof(weights));
    }

    /// <summary>Splits a commission into its instalments.</summary>
    /// <param name="total">The commission.</param>
    /// <param name="rounding">Applied to all but the last.</param>
    /// <returns>The instalments, in order; they add up to the commission.</returns>
    public IReadOnlyList<Money> Schedule(Money total, Rounding rounding)
    {
        var parts = new List<Money>(_weights.Length);
        Money rest = total;
        for (int i = 0; i < _weights.Length; i++)
        {
            Money part = i == _weights.Length - 1 ? rest : total.Multiply(_weights[i], rounding);
            parts.Add(part);
            rest -= part;
        }

        return parts;
    }

    /// <summary>Releases a commission in proportion to the cash collected: to date, less what was released before, so nothing is lost.</summary>
    /// <param name="commission">The whole commission.</param>
    /// <param name="invoice">The whole invoice, above 0.</param>
    /// <param name="payments">The payments, in order.</param>
    /// <param name="rounding">Applied to the amount released to date.</param>
    /// <returns>The release for each payment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The invoice is not above 0, or is overpaid.</exception>
    public static IReadOnlyList<Money> ReleaseOnCollection(Money commission, Money invoice, IEnumerable<Money> payments, Rounding rounding)
    {
        if (invoice.Amount <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(invoice), invoice, "Expected an invoice above 0.");
        }

        var released = new List<Money>();
        Money collected = Money.Zero(invoice.Currency);
        Money before = Money.Zero(commission.Currency);
        foreach (Money payment in Guard.Against.Null(payments))
        {
            collected += payment;
            if (collected > invoice || collected.IsNegative)
            {
                throw new ArgumentOutOfRangeException(nameof(payments), collected, $"Expected payments from 0 to the invoice of {invoice}.");
            }

            Money after = commission.MultiplyDivide(collected.Amount, invoice.Amount, rounding);
            released.Add(after - before);
            before = after;
        }

        return released;
    }
}
