using System.Buffers;
using System.Text;
using LaunchSdk.Cli.Output;

namespace LaunchSdk.Cli.Tests.Output;

public sealed class TerminalFilterTests
{
    [Theory]
    [InlineData("plain é 😀\ttext\r\nnext\r50%\b1\n", "plain é 😀\ttext\r\nnext\r50%\b1\n")]
    [InlineData("\u001b[1;38;5;12mred\u001b[0m\u001b[m", "\u001b[1;38;5;12mred\u001b[0m\u001b[m")]
    [InlineData("a\u001b[2J\u001b[H\u001b[10Ab\u001b[?1049hc\u001b[6nd\u001b[>4;2me", "abcde")]
    [InlineData("a\u001b]0;title\u0007b\u001b]52;c;aGk=\u001b\\c\u001b]8;;http://x\u0007d\u001b]8;;\u0007e", "abcde")]
    [InlineData("a\u001bPq#0;1\u001b\\b\u001b_x\u001b\\c\u001b^y\u001b\\d\u001bXz\u001b\\e", "abcde")]
    [InlineData("a\u001bcb\u001b7c\u001b(0d\u001b#8e", "abcde")]
    [InlineData("a\u009b2Jb\u009d0;title\u009cc\u0090q\u009cd\u0085e", "abcde")]
    [InlineData("a\u0007b\u0000c\u007fd\u000ee", "abcde")]
    [InlineData("a\u202eb\u2066c\u200bd\u2028e", "abcde")]
    [InlineData("\u001b]0;no end\nnext line", "\nnext line")]
    [InlineData("\u001b[31\nnext line", "\nnext line")]
    [InlineData("\u001b\u001b[31mx", "\u001b[31mx")]
    [InlineData("\u001b]0;t\u001b[31mx", "\u001b[31mx")]
    public void What_does_something_to_a_terminal_is_taken_out_and_colors_stay(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(expected, Filter(bytes, bytes.Length));
        Assert.Equal(expected, Filter(bytes, 1));
        Assert.Equal(expected, Filter(bytes, 3));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_as_such() =>
        Assert.Equal("a\ufffd2Jb\ufffd\ufffdc", Filter([(byte)'a', 0x9B, (byte)'2', (byte)'J', (byte)'b', 0xC3, 0xFF, (byte)'c'], 1));

    [Fact]
    public void A_sequence_without_an_end_does_not_swallow_the_rest() =>
        Assert.EndsWith(
            "seen",
            Filter(Encoding.UTF8.GetBytes("\u001b]0;" + new string('x', 10_000) + "seen"), 100),
            StringComparison.Ordinal
        );

    [Fact]
    public void Random_bytes_never_leave_as_anything_but_text_and_colors()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[200];
            random.NextBytes(bytes);
            for (var i = 0; i < 20; i++)
            {
                bytes[random.Next(bytes.Length)] = 0x1B;
                bytes[random.Next(bytes.Length)] = (byte)"[]P_m;0c\\\u0007"[random.Next(10)];
            }

            Assert.DoesNotMatch(
                "\u001b(?!\\[[0-9;:]*m)|[\u0000-\u0007\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]",
                Filter(bytes, 7)
            );
        }
    }

    private static string Filter(byte[] bytes, int pieces)
    {
        var target = new ArrayBufferWriter<byte>();
        var filter = new TerminalFilter(keepsColors: true);
        foreach (var piece in bytes.Chunk(pieces))
        {
            filter.Write(piece, target);
        }

        return Encoding.UTF8.GetString(target.WrittenSpan);
    }
}
