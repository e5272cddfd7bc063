using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;

namespace ChannelModel.Commissions;

/// <summary>Finds who earns on which sale.</summary>
public static class Crediting
{
    /// <summary>Credits each sale to every assignment that it fits; a sale that fits none is a line of its own, with the reasons.</summary>
    /// <param name="sales">The sales.</param>
    /// <param name="assignments">The assignments.</param>
    /// <param name="rounding">Applied to each credited share below 100 %.</param>
    /// <returns>At least one line for each sale, in order.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<SaleCredit> Credit(IEnumerable<SaleLine> sales, IEnumerable<Assignment> assignments, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        Assignment[] all = [.. Guard.Against.Null(assignments)];
        var credits = new List<SaleCredit>();
        foreach (SaleLine sale in Guard.Against.Null(sales))
        {
            int before = credits.Count;
            foreach (Assignment assignment in all.Where(a => a.WhyNot(sale) is null))
            {
                Money amount = assignment.Credit == Rate.One ? sale.Amount : sale.Amount.Multiply(assignment.Credit, rounding);
                credits.Add(new SaleCredit(sale, assignment, amount, null));
            }

            if (credits.Count == before)
            {
                credits.Add(Nobody(sale, all));
            }
        }

        return credits;
    }

    /// <summary>
    /// Shares each sale among the assignments that it fits, in proportion to their credit, so that the parts add up to the sale. A sale that fits none is a line of its own, with the
    /// reasons.
    /// </summary>
    /// <param name="sales">The sales.</param>
    /// <param name="assignments">The assignments; those with a credit of 0 % take no part.</param>
    /// <param name="rounding">Its decimals are those of the parts; its mode plays no part, since the largest remainders get the units that are left, the first named where two are equal.</param>
    /// <returns>At least one line for each sale, in order.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="System.ArgumentException">A sale is finer than the rounding.</exception>
    public static IReadOnlyList<SaleCredit> Share(IEnumerable<SaleLine> sales, IEnumerable<Assignment> assignments, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        Assignment[] all = [.. Guard.Against.Null(assignments)];
        var credits = new List<SaleCredit>();
        foreach (SaleLine sale in Guard.Against.Null(sales))
        {
            Assignment[] fitting = [.. all.Where(a => !a.Credit.IsZero && a.WhyNot(sale) is null)];
            if (fitting.Length == 0)
            {
                credits.Add(Nobody(sale, all));
                continue;
            }

            BigInteger unit = BigInteger.Pow(10, Money.MaxScale - rounding.ScaleFor(sale.Amount.Currency));
            BigInteger units = BigInteger.DivRem(sale.Amount.ToMillionths(), unit, out BigInteger fine);
            if (!fine.IsZero)
            {
                throw new System.ArgumentException($"Sale '{sale.Id}' of {sale.Amount} is finer than the rounding {rounding}.", nameof(rounding));
            }

            BigInteger whole = BigInteger.Abs(units);
            BigInteger weights = fitting.Aggregate(BigInteger.Zero, (sum, a) => sum + a.Credit.TenBillionths);
            BigInteger[] parts = [.. fitting.Select(a => whole * a.Credit.TenBillionths / weights)];
            BigInteger left = whole - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
            foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (whole * fitting[i].Credit.TenBillionths) % weights).Take((int)left))
            {
                parts[i] += 1;
            }

            credits.AddRange(fitting.Select((a, i) => new SaleCredit(sale, a, Money.OfMillionths(parts[i] * units.Sign * unit, sale.Amount.Currency), null)));
        }

        return credits;
    }

    private static SaleCredit Nobody(SaleLine sale, Assignment[] all)
    {
        string reason = all.Length == 0 ? "there are no assignments" : string.Join("; ", all.GroupBy(a => a.WhyNot(sale) ?? "its credit is 0%").Select(g => g.Key + (g.Count() > 1 ? $" ({g.Count()} assignments)" : string.Empty)));
        return new SaleCredit(sale, null, Money.Zero(sale.Amount.Currency), reason);
    }
}
