using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>A value that is being read, with its path. Each method returns the value, or records an error and returns null.</summary>
internal sealed class JsonValue
{
    private readonly JsonReading _reading;
    private readonly JsonNode _node;

    public JsonValue(JsonReading reading, JsonNode node, string path)
    {
        _reading = reading;
        _node = node;
        Path = path;
        reading.Remember(path, node.Offset);
    }

    public string Path { get; }

    public bool IsString => _node.Kind is JsonKind.String or JsonKind.HalfPair;

    public bool IsObject => _node.Kind == JsonKind.Object;

    public static string Member(string path, string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')
            ? path + "." + Short(name)
            : path + "['" + Short(name).Replace("'", "\\'") + "']";

    /// <summary>A text for a message: at most 40 characters, control characters shown as such.</summary>
    public static string Short(string text)
    {
        string shown = text.Length > 40 ? $"{text.Substring(0, char.IsHighSurrogate(text[39]) ? 39 : 40)}..." : text;
        return new string(shown.Select(c => char.IsControl(c) ? '\u00B7' : c).ToArray());
    }

    public JsonReading Reading => _reading;

    public void Error(string problem, string expected) => _reading.Error(_node.Offset, Path, problem, expected);

    public JsonObject? Object() => Is(JsonKind.Object, "an object") ? new JsonObject(_reading, _node, Path) : null;

    /// <summary>Reads each element; those with errors are left out.</summary>
    public List<T> Array<T>(Func<JsonValue, T?> read)
        where T : class
    {
        var items = new List<T>();
        if (Is(JsonKind.Array, "an array"))
        {
            for (int i = 0; i < _node.Elements.Count; i++)
            {
                if (read(new JsonValue(_reading, _node.Elements[i], $"{Path}[{i.ToString(CultureInfo.InvariantCulture)}]")) is T item)
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }

    public string? Text()
    {
        if (!Is(JsonKind.String, "a text in double quotes"))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(_node.Text))
        {
            Error("an empty text was found", "a text");
            return null;
        }

        return _node.Text;
    }

    /// <summary>A text in one language, or an object with <c>en</c> and <c>zh-Hans</c>.</summary>
    public LocalText? LocalText()
    {
        if (IsString)
        {
            return Text() is string text ? new LocalText(text) : null;
        }

        if (_node.Kind != JsonKind.Object)
        {
            Error(Found(), "a text, or an object with 'en' and 'zh-Hans'");
            return null;
        }

        JsonObject obj = Object()!;
        string? en = obj.Required("en")?.Text();
        string? zhHans = obj.Optional("zh-Hans")?.Text();
        obj.Done();
        return en is null ? null : new LocalText(en, zhHans);
    }

    public Id<T>? Id<T>()
    {
        if (Text() is not string text)
        {
            return null;
        }

        if (ChannelModel.Id<T>.TryCreate(text, out Id<T>? id))
        {
            return id;
        }

        Error($"'{Short(text)}' is not an id", "1 to 100 characters without control characters and without white space at either end");
        return null;
    }

    /// <summary>A code of an open set: lower-case letters, digits, single hyphens.</summary>
    public string? Code()
    {
        if (Text() is not string text)
        {
            return null;
        }

        if (NamedCode<Channels.ChannelCategory>.IsLegal(text))
        {
            return text;
        }

        Error($"'{Short(text)}' is not a code", "1 to 50 characters, lower-case letters, digits and single hyphens between them, such as 'live-commerce'");
        return null;
    }

    /// <summary>A SHA-256, as this package writes it.</summary>
    public string? Sha256()
    {
        if (Text() is not string text)
        {
            return null;
        }

        if (text.Length == 64 && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
        {
            return text;
        }

        Error($"'{Short(text)}' is no SHA-256", "64 digits from 0 to f");
        return null;
    }

    public bool? Boolean() => Is(JsonKind.Boolean, "true or false") ? _node.Text == "true" : null;

    /// <summary>One of a closed set of words.</summary>
    public T? OneOf<T>(params (string Word, T Value)[] words)
        where T : struct
    {
        if (!Is(JsonKind.String, "one of " + string.Join(", ", words.Select(word => word.Word))))
        {
            return null;
        }

        foreach ((string word, T value) in words)
        {
            if (word == _node.Text)
            {
                return value;
            }
        }

        Error($"'{Short(_node.Text)}' is not known here", "one of " + string.Join(", ", words.Select(word => word.Word)));
        return null;
    }

    public LocalDate? Date()
    {
        if (!Is(JsonKind.String, "a date such as \"2025-01-31\""))
        {
            return null;
        }

        ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(_node.Text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        Error($"'{Short(_node.Text)}' is not a date", "a date of the calendar such as \"2025-01-31\"");
        return null;
    }

    public Currency? Currency()
    {
        if (!Is(JsonKind.String, "a currency code such as \"CNY\""))
        {
            return null;
        }

        if (ChannelModel.Currency.TryParse(_node.Text, out Currency currency))
        {
            return currency;
        }

        Error($"'{Short(_node.Text)}' is not an active currency code", $"a code of ISO 4217 (list of {ChannelModel.Currency.ListDate}) such as \"CNY\"");
        return null;
    }

    public int? Whole(int minimum, int maximum)
    {
        string range = $"a whole number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}";
        return (int?)Bounded(range, value => value >= minimum && value <= maximum && value == decimal.Truncate(value));
    }

    public long? WholeLong(long minimum, long maximum = long.MaxValue)
    {
        string range = $"a whole number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}";
        return (long?)Bounded(range, value => value >= minimum && value <= maximum && value == decimal.Truncate(value));
    }

    public decimal? Number() => Bounded("a number", _ => true);

    public decimal? Number(decimal minimum, decimal maximum) => Bounded(
        $"a number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}",
        value => value >= minimum && value <= maximum);

    /// <summary>A number for a curve: the nearest double, finite.</summary>
    public double? Real()
    {
        if (!Is(JsonKind.Number, "a number"))
        {
            return null;
        }

        // .NET Framework refuses a number too large for a double, others read infinity.
        if (double.TryParse(_node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value))
        {
            return value;
        }

        Error($"{Short(_node.Text)} is too large", "a number up to 1.7E+308");
        return null;
    }

    public decimal? NumberAbove(decimal bound) => Bounded($"a number above {bound.ToString(CultureInfo.InvariantCulture)}", value => value > bound);

    /// <summary>An amount of 0 or more.</summary>
    public Money? Amount(Currency currency)
    {
        return Money(currency, "an amount of 0 or more", value => value >= 0m);
    }

    /// <summary>An amount above 0.</summary>
    public Money? AmountAbove0(Currency currency)
    {
        return Money(currency, "an amount above 0", value => value > 0m);
    }

    /// <summary>An amount, which may be below 0.</summary>
    public Money? AnyAmount(Currency currency)
    {
        return Money(currency, "an amount", value => value >= -ChannelModel.Money.MaxAmount);
    }

    /// <summary>A percentage in double quotes, so that 5 % cannot be mistaken for 5.</summary>
    public Rate? Rate(Rate? minimum = null, Rate? maximum = null)
    {
        string range = (minimum, maximum) switch
        {
            (Rate low, Rate high) => $" from {low} to {high}",
            (Rate low, null) => $" of {low} or more",
            (null, Rate high) => $" of at most {high}",
            _ => string.Empty,
        };
        string expected = $"a percentage{range} in double quotes, such as \"5%\"";
        if (!Is(JsonKind.String, expected))
        {
            return null;
        }

        if (!ChannelModel.Rate.TryParse(_node.Text, out Rate rate))
        {
            Error($"'{Short(_node.Text)}' is not a percentage", expected + " (at most 8 decimals)");
            return null;
        }

        if (rate < minimum || rate > maximum)
        {
            Error($"{rate} is outside the range", expected);
            return null;
        }

        return rate;
    }

    /// <summary>A percentage from 0 % to 100 %.</summary>
    public Rate? Share() => Rate(ChannelModel.Rate.Zero, ChannelModel.Rate.One);

    /// <summary>Makes a value of the domain; what its constructor refuses becomes an error here.</summary>
    public T? Try<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            (string problem, string expected) = DomainMessage.Split(exception);
            Error(problem, expected);
            return null;
        }
    }

    private Money? Money(Currency currency, string range, Func<decimal, bool> inRange)
    {
        string expected = $"{range}, up to {ChannelModel.Money.MaxAmount.ToString(CultureInfo.InvariantCulture)}, with at most 6 decimals";
        if (Bounded(expected, value => inRange(value) && value <= ChannelModel.Money.MaxAmount) is not decimal amount)
        {
            return null;
        }

        if (decimal.Round(amount, ChannelModel.Money.MaxScale) != amount)
        {
            Error($"{Short(_node.Text)} has more than 6 decimals", expected);
            return null;
        }

        return ChannelModel.Money.Of(amount, currency);
    }

    private decimal? Bounded(string expected, Func<decimal, bool> inRange)
    {
        if (!Is(JsonKind.Number, expected))
        {
            return null;
        }

        if (!ExactNumber.TryParse(_node.Text, out decimal value))
        {
            Error($"{Short(_node.Text)} is too large or has more digits than can be kept exactly", expected);
            return null;
        }

        if (!inRange(value))
        {
            Error($"{Short(_node.Text)} is outside the range", expected);
            return null;
        }

        return value;
    }

    private bool Is(JsonKind kind, string expected)
    {
        if (_node.Kind == kind)
        {
            return true;
        }

        Error(Found(), _node.Kind == JsonKind.HalfPair ? JsonParser.WholeCharacters : expected);
        return false;
    }

    private string Found() => _node.Kind switch
    {
        JsonKind.Object => "an object was found",
        JsonKind.Array => "an array was found",
        JsonKind.HalfPair => JsonParser.HalfPair,
        JsonKind.String => $"the text \"{Short(_node.Text)}\" was found",
        JsonKind.Number => $"the number {Short(_node.Text)} was found",
        _ => $"{_node.Text} was found",
    };
}
