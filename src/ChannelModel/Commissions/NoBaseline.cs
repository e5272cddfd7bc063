namespace ChannelModel.Commissions;

/// <summary>What growth against a baseline means for a payee who has none yet: no baseline is stated, or it is 0.</summary>
public enum NoBaseline
{
    /// <summary>It is an error in the facts, and reported as one. What holds until a plan names another.</summary>
    Refused = 0,

    /// <summary>There is no growth: components that need it pay nothing; gates and accelerators see 0.</summary>
    Skipped = 1,

    /// <summary>The baseline counts as 0, so that everything is growth. Only for <see cref="Basis.OverBaseline(Basis)"/>: a percentage of 0 is no number.</summary>
    CountsAsZero = 2,
}
