using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;

namespace ChannelModel.Contracts;

/// <summary>What is agreed, as long as one version of a contract is in force.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class ContractTerms
{
    internal ContractTerms()
    {
    }

    internal ContractTerms(ContractTerms other)
    {
        Value = other.Value;
        Commission = other.Commission;
        Commitments = other.Commitments;
        Deposit = other.Deposit;
        CostShare = other.CostShare;
        Exclusivity = other.Exclusivity;
        DataDuties = other.DataDuties;
        Renewal = other.Renewal;
        Clauses = other.Clauses;
        Advance = other.Advance;
        HoldbackShare = other.HoldbackShare;
        HoldbackMonths = other.HoldbackMonths;
        Clawback = other.Clawback;
    }

    /// <summary>Gets the contract's value over its term.</summary>
    public Money? Value { get; internal set; }

    /// <summary>Gets the commission plan, pinned to one of its versions: a later version does not touch the contract until an amendment says so.</summary>
    public PlanVersion? Commission { get; internal set; }

    /// <summary>Gets the commitments, in order.</summary>
    public IReadOnlyList<Commitment> Commitments { get; internal set; } = [];

    /// <summary>Gets the deposit.</summary>
    public DepositTerms? Deposit { get; internal set; }

    /// <summary>Gets the cost share.</summary>
    public CostShare? CostShare { get; internal set; }

    /// <summary>Gets what is exclusive, such as a first launch; <see langword="null"/> for nothing.</summary>
    public LocalText? Exclusivity { get; internal set; }

    /// <summary>Gets the data duties, in order.</summary>
    public IReadOnlyList<DataDuty> DataDuties { get; internal set; } = [];

    /// <summary>Gets when and how a renewal is decided.</summary>
    public RenewalTerms? Renewal { get; internal set; }

    /// <summary>Gets the clauses by reference.</summary>
    public IReadOnlyList<ContractClause> Clauses { get; internal set; } = [];

    /// <summary>Gets the guarantee or advance of each settlement period, in the kind that is meant: what tops up, and what is recouped.</summary>
    public Draw? Advance { get; internal set; }

    /// <summary>Gets the share of each commission that is held back; 0 % for none.</summary>
    public Rate HoldbackShare { get; internal set; }

    /// <summary>Gets the months after a settlement's last day when what was held back is released.</summary>
    public int HoldbackMonths { get; internal set; }

    /// <summary>Gets what share of paid commission is taken back, by time or by cause.</summary>
    public Clawback? Clawback { get; internal set; }

    /// <summary>Gets the normal forms of the commitments' prices, in the order of the commitments.</summary>
    internal IReadOnlyList<(ExactCurve? Shortfall, ExactCurve? OverDelivery)> Prices { get; set; } = [];

    /// <summary>The deposit's level at the start of these terms: what is held when nothing was forfeited.</summary>
    internal Money? LevelOf(Currency currency, Rounding rounding)
    {
        if (Deposit is not DepositTerms deposit)
        {
            return null;
        }

        return deposit.Amount
            ?? (deposit.Share is Rate share ? Value?.Multiply(share, rounding)
                : CostShare?.Goods.Multiply(CostShare.PartnerShare, rounding))
            ?? Money.Zero(currency);
    }

    internal Commitment? Find(string code) => Commitments.FirstOrDefault(commitment => commitment.Code == code);
}
