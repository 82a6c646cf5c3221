using FsCheck;
using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class CpuCountTests
{
    [Theory]
    [InlineData("2", 2_000_000_000)]
    [InlineData("2.0", 2_000_000_000)]
    [InlineData("0.5", 500_000_000)]
    [InlineData(".5", 500_000_000)]
    [InlineData("5.", 5_000_000_000)]
    [InlineData("+1", 1_000_000_000)]
    [InlineData("-1.5", -1_500_000_000)]
    [InlineData("1/2", 500_000_000)]
    [InlineData("-7/8", -875_000_000)]
    [InlineData("010", 10_000_000_000)]
    [InlineData("010/1", 8_000_000_000)]
    [InlineData("1/010", 125_000_000)]
    [InlineData("0x2", 2_000_000_000)]
    [InlineData("0x1e2", 482_000_000_000)]
    [InlineData("0x1p-1", 500_000_000)]
    [InlineData("0x.8", 500_000_000)]
    [InlineData("0b11", 3_000_000_000)]
    [InlineData("0b1.1", 1_500_000_000)]
    [InlineData("0o7.4", 7_500_000_000)]
    [InlineData("0b11e1", 30_000_000_000)]
    [InlineData("0x_2", 2_000_000_000)]
    [InlineData("1p1", 2_000_000_000)]
    [InlineData("1.5p-1", 750_000_000)]
    [InlineData("1e-9", 1)]
    [InlineData("10000000000e-19", 1)]
    [InlineData("1e1_0", -8446744073709551616)]
    [InlineData("1_0", 10_000_000_000)]
    [InlineData("0", 0)]
    [InlineData("0e999999999999", 0)]
    [InlineData("0/5", 0)]
    [InlineData("3/3", 1_000_000_000)]
    [InlineData("1e100", 0)]
    [InlineData("9223372036854775808e-9", long.MinValue)]
    public void A_number_of_CPUs_is_exact(string text, long nanoCpus) =>
        Assert.Equal(nanoCpus, GrammarProbe.Accept<CpuCount>(CpuCount.TryParse, text).NanoCpus);

    [Theory]
    [InlineData("", null)]
    [InlineData("abc", null)]
    [InlineData("NaN", null)]
    [InlineData("inf", null)]
    [InlineData(".", null)]
    [InlineData("-", null)]
    [InlineData("1/0", null)]
    [InlineData("1/-2", null)]
    [InlineData("1/2/3", null)]
    [InlineData("1.5/2", null)]
    [InlineData("08/1", null)]
    [InlineData("1/3", null)]
    [InlineData("1e", null)]
    [InlineData("1e1000001", null)]
    [InlineData("1p10000001", null)]
    [InlineData("0e99999999999999999999", null)]
    [InlineData("1_", null)]
    [InlineData("1_.5", null)]
    [InlineData("1._5", null)]
    [InlineData("1e_1", null)]
    [InlineData("0x", null)]
    [InlineData("0b2", null)]
    [InlineData("\uff12", null)]
    [InlineData("500m", "0.5")]
    [InlineData("50%", "0.5")]
    [InlineData("1,5", "1.5")]
    [InlineData(" 2 ", "2")]
    [InlineData("1.0000000001", "1")]
    [InlineData("0.33333333333", "0.333333333")]
    public void What_docker_refuses_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<CpuCount>(CpuCount.TryParse, text).Suggestion);

    [Fact]
    public void Numbers_convert()
    {
        CpuCount whole = 2;
        CpuCount part = 1.5;

        Assert.Equal("2", whole.Text);
        Assert.Equal("1.5", part.Text);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e10)]
    public void A_number_that_is_no_count_is_refused(double cpus) => Assert.Throws<ArgumentOutOfRangeException>(() => CpuCount.From(cpus));

    [Property]
    public bool Billionths_are_read_back(NonNegativeInt whole, NonNegativeInt billionths)
    {
        var cpus = CpuCount.FromNanoCpus(((long)whole.Get * 1_000_000_000) + billionths.Get);

        return CpuCount.TryParse(cpus.Text, out var read, out _) && read.NanoCpus == cpus.NanoCpus;
    }
}
