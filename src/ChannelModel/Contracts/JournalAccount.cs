using System;
using System.Collections.Generic;

namespace ChannelModel.Contracts;

/// <summary>A key that the user's ledger maps to an account of its own.</summary>
/// <remarks>An open set: see <see cref="NamedCode{TSelf}"/> for range, equality and ordering.</remarks>
public sealed class JournalAccount : NamedCode<JournalAccount>
{
    private JournalAccount(string code, LocalText? name)
        : base(code, name)
    {
    }

    /// <summary>Gets commission as an expense.</summary>
    public static JournalAccount CommissionExpense { get; } = new("commission-expense", new LocalText("Commission expense", "佣金费用"));

    /// <summary>Gets guarantees that need not be paid back, as an expense.</summary>
    public static JournalAccount GuaranteeExpense { get; } = new("guarantee-expense", new LocalText("Guarantee expense", "保底费用"));

    /// <summary>Gets bonuses as an expense.</summary>
    public static JournalAccount BonusExpense { get; } = new("bonus-expense", new LocalText("Bonus expense", "奖励费用"));

    /// <summary>Gets compensation for breaches as income.</summary>
    public static JournalAccount CompensationIncome { get; } = new("compensation-income", new LocalText("Compensation income", "违约金收入"));

    /// <summary>Gets what is owed to partners; below 0, what they owe.</summary>
    public static JournalAccount PartnerPayable { get; } = new("partner-payable", new LocalText("Partner payable", "应付合作方"));

    /// <summary>Gets what is held back of commissions.</summary>
    public static JournalAccount HoldbackPayable { get; } = new("holdback-payable", new LocalText("Holdback payable", "应付留存款"));

    /// <summary>Gets advances that partners still owe.</summary>
    public static JournalAccount AdvanceReceivable { get; } = new("advance-receivable", new LocalText("Advance receivable", "预付款"));

    /// <summary>Gets deposits held.</summary>
    public static JournalAccount DepositLiability { get; } = new("deposit-liability", new LocalText("Deposits held", "存入保证金"));

    /// <summary>Gets cash.</summary>
    public static JournalAccount Cash { get; } = new("cash", new LocalText("Cash", "货币资金"));

    /// <summary>Gets what is accrued before a settlement.</summary>
    public static JournalAccount AccruedPayable { get; } = new("accrued-payable", new LocalText("Accrued payable", "预提费用"));

    /// <summary>Gets the ready-made ones.</summary>
    public static IReadOnlyList<JournalAccount> ReadyMade { get; } =
        [CommissionExpense, GuaranteeExpense, BonusExpense, CompensationIncome, PartnerPayable, HoldbackPayable, AdvanceReceivable, DepositLiability, Cash, AccruedPayable];

    /// <summary>Returns the ready-made account of a code, or makes one of the user's own.</summary>
    /// <param name="code">Lower-case letters, digits and single hyphens.</param>
    /// <param name="name">The name to show; the code if there is none. Ignored for a ready-made code.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static JournalAccount Of(string code, LocalText? name = null) => Known(ReadyMade, code) ?? new JournalAccount(code, name);
}
