using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class DetachKeysTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ctrl-p,ctrl-q", "ctrl-p|ctrl-q")]
    [InlineData("ctrl-@,ctrl-[,ctrl-\\,ctrl-],ctrl-^,ctrl-_", "ctrl-@|ctrl-[|ctrl-\\|ctrl-]|ctrl-^|ctrl-_")]
    [InlineData("a", "a")]
    [InlineData("a,B, ,DEL,1", "a|B| |DEL|1")]
    public void Keys_are_characters_or_have_names(string text, string keys) =>
        Assert.Equal(keys, string.Join("|", GrammarProbe.Accept<DetachKeys>(DetachKeys.TryParse, text).Keys));

    [Theory]
    [InlineData("bogus-keys", 0, 10, null)]
    [InlineData(",", 0, 0, null)]
    [InlineData("ctrl-p,", 7, 0, null)]
    [InlineData("é", 0, 1, null)]
    [InlineData("ctrl-p, ctrl-q", 7, 7, "ctrl-p,ctrl-q")]
    [InlineData("Ctrl+P,ctrl-q", 0, 6, "ctrl-p,ctrl-q")]
    [InlineData("ctrl-P", 0, 6, "ctrl-p")]
    [InlineData("^p", 0, 2, "ctrl-p")]
    [InlineData("del", 0, 3, "DEL")]
    [InlineData("ctrl-`", 0, 6, null)]
    [InlineData("ctrl-pq", 0, 7, null)]
    public void What_is_no_key_is_pointed_at(string text, int start, int length, string? suggestion)
    {
        Assert.False(DetachKeys.TryParse(text, out _, out var error));

        Assert.Equal((start, length), (error.Range.Start, error.Range.Length));
        Assert.Equal(suggestion, error.Suggestion);
    }
}
