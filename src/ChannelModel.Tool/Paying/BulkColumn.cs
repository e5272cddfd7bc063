using ChannelModel.Commissions;

namespace ChannelModel.Tool.Paying;

/// <summary>A column of facts as whole units: of a measure (its value, target, baseline or prior), or of what was paid before.</summary>
internal sealed record BulkColumn(int Cell, Basis? Basis, string Part, Cycle Paid, int Scale)
{
    public bool IsRate => Basis?.Kind == BasisKind.Rate;
}
