using System;
using System.Globalization;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>Takes the message of a domain exception apart: what is wrong, and what was expected.</summary>
internal static class DomainMessage
{
    public static (string Problem, string Expected) Split(Exception exception)
    {
        // The framework adds " (Parameter 'x')" and a second line with the value; neither says anything to the author of a file.
        string text = exception.Message;
        int added = text.IndexOf(" (Parameter ", StringComparison.Ordinal);
        added = added < 0 ? text.IndexOfAny(['\r', '\n']) : added;
        text = (added < 0 ? text : text.Substring(0, added)).TrimEnd('.');
        int expected = text.IndexOf("; expected ", StringComparison.Ordinal);
        if (expected >= 0)
        {
            return (Lower(text.Substring(0, expected)), text.Substring(expected + "; expected ".Length));
        }

        if (text.StartsWith("Expected ", StringComparison.Ordinal))
        {
            object? value = (exception as ArgumentOutOfRangeException)?.ActualValue;
            string shown = value is null ? "a value is outside its range" : Convert.ToString(value, CultureInfo.InvariantCulture) + " is outside the range";
            return (shown, text.Substring("Expected ".Length));
        }

        return (Lower(text), "values that fit together");
    }

    /// <summary>Takes the sentence of an error apart; where it does not say what was expected, that is said for it.</summary>
    public static (string Problem, string Expected) Split(string message, string otherwise)
    {
        string text = message.TrimEnd('.');
        int expected = text.IndexOf("; expected ", StringComparison.Ordinal);
        return expected < 0 ? (Lower(text), otherwise) : (Lower(text.Substring(0, expected)), text.Substring(expected + "; expected ".Length));
    }

    private static string Lower(string text) => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text;
}
