using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class DeviceLimitTests
{
    [Theory]
    [InlineData("/dev/sda:1mb", "/dev/sda", 1048576)]
    [InlineData("/dev/sda:1 mb", "/dev/sda", 1048576)]
    [InlineData("/dev/sda:1024", "/dev/sda", 1024)]
    [InlineData("/dev/:5", "/dev/", 5)]
    public void A_byte_rate_is_a_size_a_second(string text, string path, long rate)
    {
        Assert.True(DeviceByteRate.TryParse(text, out var limit, out _));

        Assert.Equal((path, rate), (limit.Path, limit.BytesPerSecond));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/dev/sda")]
    [InlineData("/dev/sda:")]
    [InlineData("/dev/sda:-1")]
    [InlineData("/dev/sda:fast")]
    [InlineData("/dev/sda:1mb:2")]
    [InlineData("/dev/sda:9999999p")]
    [InlineData(":1mb")]
    [InlineData("sda:1mb")]
    [InlineData("/DEV/sda:1mb")]
    public void Other_texts_are_no_byte_rate(string text) => Assert.False(DeviceByteRate.TryParse(text, out _, out _));

    [Theory]
    [InlineData("/dev/sda:0", true)]
    [InlineData("/dev/sda:18446744073709551615", true)]
    [InlineData("/dev/sda:18446744073709551616", false)]
    [InlineData("/dev/sda:0010", true)]
    [InlineData("/dev/sda:0x10", false)]
    [InlineData("/dev/sda:1_000", false)]
    [InlineData("/dev/sda:-1", false)]
    [InlineData("/dev/sda:1k", false)]
    [InlineData("sda:1", false)]
    public void An_operation_rate_is_decimal_digits(string text, bool isRate) =>
        Assert.Equal(isRate, DeviceOperationRate.TryParse(text, out _, out _));

    [Theory]
    [InlineData("/dev/sda:0", true)]
    [InlineData("/dev/sda:9", false)]
    [InlineData("/dev/sda:10", true)]
    [InlineData("/dev/sda:1000", true)]
    [InlineData("/dev/sda:1001", false)]
    [InlineData("/dev/sda:65546", false)]
    [InlineData("/dev/sda:abc", false)]
    [InlineData("/sda:10", false)]
    public void A_weight_is_zero_or_ten_to_a_thousand(string text, bool isWeight) =>
        Assert.Equal(isWeight, DeviceWeight.TryParse(text, out _, out _));

    [Fact]
    public void A_missing_dev_is_suggested()
    {
        Assert.False(DeviceWeight.TryParse("sda:500", out _, out var error));

        Assert.Equal("/dev/sda:500", error.Suggestion);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("/dev/sda:1m", DeviceByteRate.Limit("/dev/sda", "1m").Text);
        Assert.Equal("/dev/sda:1000", DeviceOperationRate.Limit("/dev/sda", 1000).Text);
        Assert.Equal("/dev/sda:500", DeviceWeight.Of("/dev/sda", 500).Text);
        Assert.Throws<ArgumentException>(() => DeviceWeight.Of("/dev/sda", 5));
        Assert.Throws<ArgumentException>(() => DeviceOperationRate.Limit("sda", 5));
    }

    [Theory]
    [InlineData("a *:* rwm", "a", "*", "*", "rwm")]
    [InlineData("c 195:* rmw", "c", "195", "*", "rmw")]
    [InlineData("b 8:0 rrr", "b", "8", "0", "rrr")]
    public void A_cgroup_rule_has_four_parts(string text, string type, string major, string minor, string permissions)
    {
        Assert.True(DeviceCgroupRule.TryParse(text, out var rule, out _));

        Assert.Equal((type, major, minor, permissions), (rule.Type, rule.Major, rule.Minor, rule.Permissions));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("x 1:1 r", null)]
    [InlineData("c  1:1 r", "c 1:1 r")]
    [InlineData("C 1:1 RW", "c 1:1 rw")]
    [InlineData("c -1:1 r", null)]
    [InlineData("c 1:1 r ", "c 1:1 r")]
    [InlineData("c 1:1 r\n", null)]
    [InlineData("c 1:1 rwmr", null)]
    [InlineData("c *1:1 r", null)]
    [InlineData("c 1:1", null)]
    [InlineData("c ١:1 r", null)]
    public void Other_texts_are_no_cgroup_rules(string text, string? suggestion)
    {
        Assert.False(DeviceCgroupRule.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Cgroup_rules_can_be_made()
    {
        Assert.Equal("a *:* rwm", DeviceCgroupRule.All.Text);
        Assert.Equal("c 195:* rwm", DeviceCgroupRule.Character(195, null).Text);
        Assert.Equal("b 8:0 r", DeviceCgroupRule.Block(8, 0, "r").Text);
        Assert.Throws<ArgumentException>(() => DeviceCgroupRule.Block(-8, 0));
    }
}
