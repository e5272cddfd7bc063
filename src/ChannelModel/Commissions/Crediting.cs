using System.Collections.Generic;
using System.Linq;
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
                string reason = all.Length == 0 ? "there are no assignments" : string.Join("; ", all.GroupBy(a => a.WhyNot(sale)).Select(g => g.Key + (g.Count() > 1 ? $" ({g.Count()} assignments)" : string.Empty)));
                credits.Add(new SaleCredit(sale, null, Money.Zero(sale.Amount.Currency), reason));
            }
        }

        return credits;
    }
}
