using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class IntegerValueTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("00", 0)]
    [InlineData("-0", 0)]
    [InlineData("2048", 2048)]
    [InlineData("+5", 5)]
    [InlineData("-1", -1)]
    [InlineData("010", 8)]
    [InlineData("-010", -8)]
    [InlineData("0o764", 500)]
    [InlineData("0O7", 7)]
    [InlineData("0x1f4", 500)]
    [InlineData("-0X1F", -31)]
    [InlineData("0b11", 3)]
    [InlineData("1_000", 1000)]
    [InlineData("0_7", 7)]
    [InlineData("0x_f", 15)]
    [InlineData("0x1_f", 31)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-0x8000000000000000", long.MinValue)]
    public void An_integer_is_read_with_the_base_that_it_names(string text, long number) =>
        Assert.Equal(number, GrammarProbe.Accept<IntegerValue>(IntegerValue.TryParse, text).Value);

    [Theory]
    [InlineData("", null)]
    [InlineData("abc", null)]
    [InlineData("-", null)]
    [InlineData("--5", null)]
    [InlineData("+-5", "-5")]
    [InlineData("0x", null)]
    [InlineData("0b2", null)]
    [InlineData("0xg", null)]
    [InlineData("08", "8")]
    [InlineData("0_", "0")]
    [InlineData("1__0", "10")]
    [InlineData("_1", "1")]
    [InlineData("1.0", "1")]
    [InlineData("1.5", null)]
    [InlineData("1e3", "1000")]
    [InlineData("1,000", "1000")]
    [InlineData(" 5 ", "5")]
    [InlineData("\uff15", null)]
    [InlineData("\u0665", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809", null)]
    [InlineData("99999999999999999999999", null)]
    public void What_docker_refuses_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<IntegerValue>(IntegerValue.TryParse, text).Suggestion);

    [Theory]
    [InlineData("3", true)]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("-1", false)]
    public void A_count_is_not_negative(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, IntegerValue.TryParseNonNegative(text, out _, out _));

    [Theory]
    [InlineData("-1", true)]
    [InlineData("0", true)]
    [InlineData("0x3c", true)]
    [InlineData("100", true)]
    [InlineData("101", false)]
    [InlineData("-2", false)]
    [InlineData("0.5", false)]
    public void A_swappiness_lies_between_minus_one_and_a_hundred(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, IntegerValue.TryParseSwappiness(text, out _, out _));

    [Theory]
    [InlineData("0", true)]
    [InlineData("500", true)]
    [InlineData("0xffff", true)]
    [InlineData("010", true)]
    [InlineData("65536", false)]
    [InlineData("-1", false)]
    [InlineData("-0", false)]
    [InlineData("+5", false)]
    [InlineData("", false)]
    public void A_weight_has_sixteen_bits_and_no_sign(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, UnsignedIntegerValue.TryParse16(text, out _, out _));

    [Theory]
    [InlineData("18446744073709551615", true)]
    [InlineData("0xffffffffffffffff", true)]
    [InlineData("1777777777777777777777", false)]
    [InlineData("01777777777777777777777", true)]
    [InlineData("18446744073709551616", false)]
    [InlineData("0x1_0000_0000_0000_0000", false)]
    public void An_unsigned_integer_has_sixty_four_bits(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, UnsignedIntegerValue.TryParse(text, out _, out _));

    [Property]
    public bool Every_number_is_read_back(long number) =>
        IntegerValue.TryParse(IntegerValue.From(number).Text, out var read, out _) && read.Value == number;

    [Property]
    public bool Every_unsigned_number_is_read_back(ulong number) =>
        UnsignedIntegerValue.TryParse(UnsignedIntegerValue.From(number).Text, out var read, out _) && read.Value == number;

    [Fact]
    public void Numbers_convert()
    {
        IntegerValue signed = 2048;
        UnsignedIntegerValue unsigned = 500;

        Assert.Equal("2048", signed.Text);
        Assert.Equal("500", unsigned.Text);
    }
}
