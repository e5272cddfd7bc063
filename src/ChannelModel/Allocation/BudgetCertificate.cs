namespace ChannelModel.Allocation;

/// <summary>The proof that a split is optimal, or how far it may be from that.</summary>
/// <remarks>
/// <para>
/// For any price of money p no split of the total T brings more than p T + the sum of each line's largest f(x) - p x. The bound is that number at the best p; for curves that
/// are not concave, the largest such number over parts of the ranges that together hold every split. So the bound can be checked without trust in the search.
/// </para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class BudgetCertificate
{
    internal BudgetCertificate(BudgetOutcome outcome)
    {
        Multiplier = outcome.Multiplier;
        KktResidual = outcome.KktResidual;
        Response = outcome.Response;
        IdealResponse = outcome.IdealResponse;
        CurrentResponse = outcome.CurrentResponse;
        Bound = outcome.Bound;
        Gap = outcome.Gap;
        RelativeGap = outcome.RelativeGap;
        ProofSteps = outcome.Proof.Count;
    }

    /// <summary>Gets what one more unit of the currency would bring: 0 if no line could take it.</summary>
    public double Multiplier { get; }

    /// <summary>Gets the largest violation of the conditions of an optimum in the ideal split, relative to the multiplier (as it is, in response for one unit, where that is 0): lines inside their bounds bring the multiplier, none at its minimum more, none at its maximum less.</summary>
    public double KktResidual { get; }

    /// <summary>Gets what the amounts bring, in whole smallest units as they are.</summary>
    public double Response { get; }

    /// <summary>Gets what the ideal split brings, before rounding to smallest units.</summary>
    public double IdealResponse { get; }

    /// <summary>Gets what the current spends bring, if all are known.</summary>
    public double? CurrentResponse { get; }

    /// <summary>Gets how much more than the current spends the amounts bring, if all are known. Not below 0 where the current spends are themselves a split of the total within the bounds.</summary>
    public double? Lift => Response - CurrentResponse;

    /// <summary>Gets what no split can exceed.</summary>
    public double Bound { get; }

    /// <summary>Gets bound less response: 0 or more.</summary>
    public double Gap { get; }

    /// <summary>Gets the gap as a fraction of the response.</summary>
    public double RelativeGap { get; }

    /// <summary>Gets the number of steps of the bound's proof: 1 for concave curves, more where ranges had to be cut.</summary>
    public int ProofSteps { get; }
}
