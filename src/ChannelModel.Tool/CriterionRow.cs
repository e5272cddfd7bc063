using ChannelModel.Scoring;

namespace ChannelModel.Tool;

/// <summary>A row of a file of criteria: the criterion, its weight, and what single methods need of it.</summary>
internal sealed record CriterionRow(DecisionCriterion Criterion, double? Weight, CriterionBounds? Bounds, PreferenceFunction? Preference);
