using LaunchSdk.Problems;

namespace LaunchSdk.Tests.Problems;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("plain text, é 😀 {x} a:b ::c #[1]", "plain text, é 😀 {x} a:b ::c #[1]")]
    [InlineData("a\nb\r\n", "a\\nb\\r\\n")]
    [InlineData("a\tb", "a\\tb")]
    [InlineData("\u001b[31mred\u0007\0", "\\u001b[31mred\\u0007\\u0000")]
    [InlineData("\u007f\u0085\u009b2J", "\\u007f\\u0085\\u009b2J")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u202eabc\u202c\u2066\u2069\u200e", "\\u202eabc\\u202c\\u2066\\u2069\\u200e")]
    [InlineData("a\u200bb\ufeffc\u00add\u2060e\u3164", "a\\u200bb\\ufeffc\\u00add\\u2060e\\u3164")]
    [InlineData("\U000e0041", "\\udb40\\udc41")]
    [InlineData("::error::x", "\\u003a:error::x")]
    [InlineData("  ::set-output name=a::b", "  \\u003a:set-output name=a::b")]
    [InlineData("x ##vso[task.setvariable]", "x \\u0023#vso[task.setvariable]")]
    [InlineData("x ##[error]", "x \\u0023#[error]")]
    public void A_line_has_visible_characters_only(string text, string expected)
    {
        Assert.Equal(expected, PrintableText.Line(text));
        Assert.Equal(expected, PrintableText.Line(expected));
    }

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal("a\\ud83dz\\ude00", PrintableText.Line("a" + '\ud83d' + "z" + '\ude00'));

    [Fact]
    public void A_block_keeps_its_lines() =>
        Assert.Equal("{\n  \"a\": \"\\u202e\\u001b\"\n}\n", PrintableText.Block("{\n  \"a\": \"\u202e\u001b\"\n}\n"));

    [Fact]
    public void Every_character_that_does_something_is_escaped()
    {
        for (var c = '\0'; c < '\uffff'; c++)
        {
            var isPlain =
                !char.IsControl(c)
                && !char.IsSurrogate(c)
                && char.GetUnicodeCategory(c)
                    is not (
                        System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.LineSeparator
                        or System.Globalization.UnicodeCategory.ParagraphSeparator
                    );
            Assert.True(isPlain || PrintableText.Line("a" + c)[1] == '\\', $"U+{(int)c:X4}");
        }
    }

    [Fact]
    public void A_long_text_is_cut_in_the_middle()
    {
        Assert.Equal("aaa... (4,194,298 characters left out) ...bbb", LongText.Cut("aaa" + new string('x', 4_194_298) + "bbb", 6));
        Assert.Equal("aaabbb", LongText.Cut("aaabbb", 6));
        Assert.Equal("a... (4 characters left out) ...b", LongText.Cut("a😀😀b", 4));
    }
}
