using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("two\r\n\r\nlines\tand a tab\n", "two lines and a tab")]
    [InlineData("\u001b[31mred\u0007", @"\u001b[31mred\u0007")]
    [InlineData("a\u202eb\u2028c\u0085d\u200be", @"a\u202eb\u2028c\u0085d\u200be")]
    public void What_is_not_shown_on_one_line_is_escaped(string text, string shown)
    {
        Assert.Equal(shown, AnswerText.Show(text, 100));
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        Assert.Equal(new string('x', 10) + "...", AnswerText.Show(new string('x', 4_000_000), 10));
    }
}
