using System;

namespace ChannelModel.Allocation;

/// <summary>How cautiously a budget follows what it brings: the steps of pilot and scale, and the gain below which nothing moves.</summary>
/// <remarks>
/// <para>Range: steps above 0 % and at most 100 % of each line's spend, the pilot's at most the scale's; a threshold of 0 % or more of the present response.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ReallocationPolicy
{
    /// <summary>Initializes a new instance of the <see cref="ReallocationPolicy"/> class.</summary>
    /// <param name="pilotStep">How much a line may rise or fall at most in the pilot, as a share of its spend.</param>
    /// <param name="scaleStep">The same once the pilot kept its promise.</param>
    /// <param name="threshold">The certified gain, as a share of the present response, that a move must bring: below it nothing moves, so that noise does not push money to and fro.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside its range.</exception>
    public ReallocationPolicy(Rate pilotStep, Rate scaleStep, Rate threshold)
    {
        PilotStep = pilotStep > Rate.Zero && pilotStep <= Rate.One ? pilotStep : throw new ArgumentOutOfRangeException(nameof(pilotStep), pilotStep, "Expected more than 0% and at most 100%.");
        ScaleStep = scaleStep >= pilotStep && scaleStep <= Rate.One ? scaleStep : throw new ArgumentOutOfRangeException(nameof(scaleStep), scaleStep, $"Expected at least the pilot's {pilotStep} and at most 100%.");
        Threshold = threshold.IsNegative ? throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Expected 0% or more.") : threshold;
    }

    /// <summary>Gets the largest step of the pilot, as a share of each line's spend.</summary>
    public Rate PilotStep { get; }

    /// <summary>Gets the largest step after it.</summary>
    public Rate ScaleStep { get; }

    /// <summary>Gets the gain that a move must bring, as a share of the present response.</summary>
    public Rate Threshold { get; }

    /// <summary>Returns the step of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The step.</returns>
    public Rate StepOf(ReallocationStage stage) => stage == ReallocationStage.Scale ? ScaleStep : PilotStep;
}
