namespace ChannelModel.Planning;

/// <summary>Why a plan cannot be built: where, what is wrong, what was expected.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class PlanDefect
{
    internal PlanDefect(string path, string problem, string expected)
    {
        Path = path;
        Problem = problem;
        Expected = expected;
    }

    /// <summary>Gets the place as a path of the plan's JSON form, such as <c>$.initiatives[3].id</c>.</summary>
    public string Path { get; }

    /// <summary>Gets what is wrong, with the value.</summary>
    public string Problem { get; }

    /// <summary>Gets what was expected.</summary>
    public string Expected { get; }

    /// <summary>Returns the defect as one line.</summary>
    /// <returns>Path, problem and expectation.</returns>
    public override string ToString() => $"{Path}: {Problem}; expected {Expected}";
}
