namespace ChannelModel.Commissions;

/// <summary>Which date of a sale chooses the version of a plan.</summary>
public enum DateAnchor
{
    /// <summary>The date of the order.</summary>
    Order = 0,

    /// <summary>The date of the invoice.</summary>
    Invoice = 1,

    /// <summary>The date of the payment.</summary>
    Payment = 2,

    /// <summary>The date of the contract.</summary>
    Contract = 3,
}
