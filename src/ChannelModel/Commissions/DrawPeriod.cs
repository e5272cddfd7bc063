namespace ChannelModel.Commissions;

/// <summary>One period under a draw.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class DrawPeriod
{
    internal DrawPeriod(Money earned, Money advanced, Money recovered, Money forgiven, Money paid, Money balance)
    {
        Earned = earned;
        Advanced = advanced;
        Recovered = recovered;
        Forgiven = forgiven;
        Paid = paid;
        Balance = balance;
    }

    /// <summary>Gets what was earned.</summary>
    public Money Earned { get; }

    /// <summary>Gets what the draw added.</summary>
    public Money Advanced { get; }

    /// <summary>Gets what was taken back of earlier draws.</summary>
    public Money Recovered { get; }

    /// <summary>Gets what was forgiven.</summary>
    public Money Forgiven { get; }

    /// <summary>Gets what is paid at the end of the period: earned + advanced - recovered (an advance that is settled was paid at the start).</summary>
    public Money Paid { get; }

    /// <summary>Gets what is owed at the end, carried into the next period.</summary>
    public Money Balance { get; }
}
