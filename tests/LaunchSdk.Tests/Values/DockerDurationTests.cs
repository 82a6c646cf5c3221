using FsCheck;
using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class DockerDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+0", 0)]
    [InlineData("0s", 0)]
    [InlineData("-0s", 0)]
    [InlineData("30s", 30_000_000_000)]
    [InlineData("+5s", 5_000_000_000)]
    [InlineData("1m30s", 90_000_000_000)]
    [InlineData("1s1m", 61_000_000_000)]
    [InlineData("1h2m3s", 3_723_000_000_000)]
    [InlineData("500ms", 500_000_000)]
    [InlineData("100us", 100_000)]
    [InlineData("100\u00b5s", 100_000)]
    [InlineData("100\u03bcs", 100_000)]
    [InlineData("1ns", 1)]
    [InlineData("1.5h", 5_400_000_000_000)]
    [InlineData("1.s", 1_000_000_000)]
    [InlineData(".5s", 500_000_000)]
    [InlineData("0.9ns", 0)]
    [InlineData("0.3333333333333333333h", 1_200_000_000_000)]
    [InlineData("0.100000000000000000000h", 360_000_000_000)]
    [InlineData("0.830103483285477580700h", 2_988_372_539_827)]
    [InlineData("9223372036854775807ns", long.MaxValue)]
    [InlineData("2562047h47m16.854775807s", long.MaxValue)]
    [InlineData("9223372036854775808ns9223372036854775808ns", 0)]
    public void A_duration_is_read_as_Go_reads_it(string text, long nanoseconds) =>
        Assert.Equal(nanoseconds, GrammarProbe.Accept<DockerDuration>(DockerDuration.TryParse, text).Nanoseconds);

    [Theory]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData(".s", null)]
    [InlineData("-5s", null)]
    [InlineData("--5s", null)]
    [InlineData("abc", null)]
    [InlineData("1e3s", null)]
    [InlineData("9223372036854775808ns", null)]
    [InlineData("-9223372036854775808ns", null)]
    [InlineData("2562048h", null)]
    [InlineData("99999999999999999999s", null)]
    [InlineData("\uff15s", null)]
    [InlineData("30", "30s")]
    [InlineData("00", "00s")]
    [InlineData("1d", "24h")]
    [InlineData("1.5d", "36h")]
    [InlineData("1w", "168h")]
    [InlineData("1d12h", "24h12h")]
    [InlineData("5 s", "5s")]
    [InlineData(" 5s", "5s")]
    [InlineData("5S", "5s")]
    [InlineData("30 seconds", "30s")]
    [InlineData("1 min 30 sec", "1m30s")]
    [InlineData("1_0s", "10s")]
    [InlineData("1,5s", "1.5s")]
    [InlineData("00:01:30", "1m30s")]
    public void What_docker_refuses_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<DockerDuration>(DockerDuration.TryParse, text).Suggestion);

    [Fact]
    public void A_TimeSpan_converts()
    {
        DockerDuration duration = TimeSpan.FromSeconds(90);

        Assert.Equal("1m30s", duration.Text);
        Assert.Equal(TimeSpan.FromSeconds(90), duration.ToTimeSpan());
        Assert.Equal("0s", DockerDuration.From(TimeSpan.Zero).Text);
        Assert.Equal("1h500ms", DockerDuration.From(TimeSpan.FromMilliseconds(3_600_500)).Text);
    }

    [Fact]
    public void A_TimeSpan_that_docker_cannot_count_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DockerDuration.From(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DockerDuration.From(TimeSpan.MaxValue));
    }

    [Property]
    public bool Nanoseconds_are_read_back(NonNegativeInt high, NonNegativeInt low)
    {
        var duration = DockerDuration.FromNanoseconds(((long)high.Get << 32) | (uint)low.Get);

        return DockerDuration.TryParse(duration.Text, out var read, out _) && read.Nanoseconds == duration.Nanoseconds;
    }
}
