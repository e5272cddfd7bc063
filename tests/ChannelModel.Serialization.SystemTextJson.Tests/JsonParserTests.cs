using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Tests;
using CsCheck;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>The parser: what is not JSON gives one error with its position; what is JSON keeps the position of every value.</summary>
public sealed class JsonParserTests
{
    [Theory]
    [InlineData("", "1:1 $: the file is empty, expected a JSON object")]
    [InlineData("  \n ", "2:2 $: the file is empty, expected a JSON object")]
    [InlineData("{\"a\": 1", "1:8 $: the file ends in the middle of a value, expected the rest of the JSON")]
    [InlineData("{\"a\": \"x", "1:9 $: the file ends in the middle of a value, expected the rest of the JSON")]
    [InlineData("{\n  \"a\": 1,\n}", "3:1 $: '}' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{'a': 1}", "1:2 $: ''' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{\"中文\": 渠}", "1:8 $: '渠' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{\"😀\": +1}", "1:8 $: '+' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{}{}", "1:3 $: '{' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{} // no", "1:4 $: '/' cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    [InlineData("{\r\n\"a\":\r\n\u0001}", "3:1 $: the control character 0x01 cannot stand here, expected well-formed JSON (names and texts in double quotes, commas between items, none after the last)")]
    public void What_is_not_json_gives_one_error(string text, string error) =>
        Errors(Encoding.UTF8.GetBytes(text)).Should().Equal(error);

    [Fact]
    public void Bytes_that_are_not_utf8_are_named()
    {
        Errors([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"']).Should().Equal("1:3 $: the byte 0xC3 is not UTF-8, expected a text in UTF-8");
        Errors([0xED, 0xA0, 0x80]).Should().Equal("1:1 $: the byte 0xED is not UTF-8, expected a text in UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_is_welcome_and_takes_no_column()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. "{\"a\": }"u8];
        Errors(text).Single().Should().StartWith("1:7 ");
    }

    [Fact]
    public void Five_megabytes_of_nesting_are_one_error()
    {
        Errors(Encoding.UTF8.GetBytes(new string('[', 5_000_000))).Should().Equal("1:65 $: objects and arrays are nested too deep, expected at most 64 levels");
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000));
        Errors(Encoding.UTF8.GetBytes(deep)).Single().Should().Contain("nested too deep");
        Errors(Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64))).Should().BeEmpty();
    }

    [Fact]
    public void No_bytes_throw()
    {
        Gen.OneOf(Gen.Byte.Array[0, 60], Gen.Char["{}[]\",:0123456789.eE+-truefalsn \n\\u渠"].Array[0, 40].Select(chars => Encoding.UTF8.GetBytes(chars))).Sample(
            bytes =>
            {
                var errors = Errors(bytes);
                errors.Length.Should().BeLessThanOrEqualTo(1);
                return true;
            },
            iter: Laws.Iterations);
    }

    [Fact]
    public void Positions_point_at_the_first_character_of_each_value()
    {
        // An array of marks, each on a place of its own: every mark is refused as "not a number", at its position.
        Gen.Select(Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const(" "), Gen.Const("  ")).Array[1, 30], Gen.OneOf(Gen.Const("\"x\""), Gen.Const("\"渠道\""), Gen.Const("\"😀\""))).Sample(
            entry =>
            {
                var text = new StringBuilder("[");
                var expected = new System.Collections.Generic.List<string>();
                for (int i = 0; i < entry.Item1.Length; i++)
                {
                    text.Append(i == 0 ? string.Empty : ",").Append(entry.Item1[i]);
                    string before = text.ToString();
                    int line = before.Count(c => c == '\n') + 1;
                    int column = before.Length - before.LastIndexOf('\n');
                    expected.Add(string.Create(CultureInfo.InvariantCulture, $"{line}:{column} $[{i}]"));
                    text.Append(entry.Item2);
                }

                text.Append(']');
                var result = JsonReading.Read(Encoding.UTF8.GetBytes(text.ToString()), value =>
                {
                    value.Array(item => item.Number() is decimal number ? number.ToString(CultureInfo.InvariantCulture) : null);
                    return "read";
                });
                result.Errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Path}")).Should().Equal(expected);
            },
            iter: Laws.Iterations);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e6", "1000000")]
    [InlineData("1.50", "1.5")]
    [InlineData("150E-2", "1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000000000", "1")]
    [InlineData("0e999999999999", "0")]
    public void Numbers_are_read_exactly(string text, string value)
    {
        ExactNumber.TryParse(text, out decimal number).Should().BeTrue();
        number.ToString(CultureInfo.InvariantCulture).Should().Be(value);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("12345678901234567890.1234567891")]
    [InlineData("1e29")]
    [InlineData("1e999999999999")]
    [InlineData("1e-30")]
    public void Numbers_that_decimal_would_round_are_refused(string text) => ExactNumber.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Every_decimal_survives()
    {
        Gen.Decimal.Sample(
            value =>
            {
                ExactNumber.TryParse(value.ToString(CultureInfo.InvariantCulture), out decimal read).Should().BeTrue();
                read.Should().Be(value);
            },
            iter: Laws.Iterations);
    }

    private static string[] Errors(byte[] utf8) =>
        JsonReading.Read(utf8, value => value).Errors.Select(error => error.ToString()).ToArray();
}
