using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class MemorySwapTests
{
    [Theory]
    [InlineData("4g", 4294967296)]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("-0", 0)]
    public void A_limit_is_a_size_or_minus_one(string text, long bytes) =>
        Assert.Equal(bytes, GrammarProbe.Accept<MemorySwap>(MemorySwap.TryParse, text).Bytes);

    [Theory]
    [InlineData("", null)]
    [InlineData("-2", null)]
    [InlineData("-1b", null)]
    [InlineData(" -1 ", "-1")]
    [InlineData("4gigs", "4g")]
    public void Other_texts_are_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<MemorySwap>(MemorySwap.TryParse, text).Suggestion);

    [Fact]
    public void A_size_converts_and_keeps_its_text()
    {
        MemorySwap swap = ByteSize.FromGibibytes(4);

        Assert.Equal("4g", swap.Text);
        Assert.False(swap.IsUnlimited);
        Assert.True(MemorySwap.Unlimited.IsUnlimited);
    }

    [Fact]
    public void A_template_of_a_size_stays_a_template() => Assert.True(MemorySwap.FromSize("{{memory}}").IsTemplate);
}
