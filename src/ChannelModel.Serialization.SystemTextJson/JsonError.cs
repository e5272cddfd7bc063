using System.Globalization;

namespace ChannelModel.Serialization.SystemTextJson;

/// <summary>One error of a JSON input: where it is, what is wrong, what was expected.</summary>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class JsonError
{
    internal JsonError(int line, int column, string path, string problem, string expected)
    {
        Line = line;
        Column = column;
        Path = path;
        Problem = problem;
        Expected = expected;
    }

    /// <summary>Gets the line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the column, counted from 1 in characters (UTF-16 code units), as editors count.</summary>
    public int Column { get; }

    /// <summary>Gets the place as a JSONPath, such as <c>$.initiatives[3].fees[0].amount</c>.</summary>
    public string Path { get; }

    /// <summary>Gets what is wrong, with the value.</summary>
    public string Problem { get; }

    /// <summary>Gets what was expected.</summary>
    public string Expected { get; }

    /// <summary>Returns the error as one line: <c>line:column path: problem, expected ...</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}:{1} {2}: {3}, expected {4}", Line, Column, Path, Problem, Expected);
}
