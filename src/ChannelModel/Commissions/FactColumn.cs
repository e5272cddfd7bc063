namespace ChannelModel.Commissions;

/// <summary>Which of a basis's numbers a fact is.</summary>
internal enum FactColumn
{
    Value,
    Prior,
    Target,
    Baseline,
}
