using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class ContainerPlatformTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("linux", "linux/amd64")]
    [InlineData("windows", "windows/amd64")]
    [InlineData("linux(6.1)", "linux/amd64")]
    [InlineData("arm64", "linux/arm64")]
    [InlineData("aarch64", "linux/arm64")]
    [InlineData("x86_64", "linux/amd64")]
    [InlineData("i386", "linux/386")]
    [InlineData("armhf", "linux/arm")]
    [InlineData("arm", "linux/arm")]
    [InlineData("armel", "linux/arm/v6")]
    [InlineData("linux/amd64", "linux/amd64")]
    [InlineData("Linux/AMD64", "linux/amd64")]
    [InlineData("linux/armhf", "linux/arm")]
    [InlineData("linux/armel", "linux/arm/v6")]
    [InlineData("linux/arm/v7", "linux/arm/v7")]
    [InlineData("linux/arm/7", "linux/arm/v7")]
    [InlineData("linux/arm/6", "linux/arm/v6")]
    [InlineData("linux/arm64/v8", "linux/arm64/v8")]
    [InlineData("linux/arm64/8", "linux/arm64/v8")]
    [InlineData("linux/arm64/9.0", "linux/arm64/v9")]
    [InlineData("linux/amd64/v1", "linux/amd64")]
    [InlineData("linux/amd64/V2", "linux/amd64/v2")]
    [InlineData("macos/arm64", "darwin/arm64")]
    [InlineData("bogus/weird", "bogus/weird")]
    [InlineData("windows(10.0.17763)/amd64", "windows/amd64")]
    [InlineData("windows()/amd64", "windows/amd64")]
    [InlineData("linux/.", "linux")]
    [InlineData("linux/..", ".")]
    [InlineData("linux/../..", "..")]
    public void A_platform_is_sent_with_canonical_names(string text, string sent) =>
        Assert.Equal(sent, GrammarProbe.Accept<ContainerPlatform>(ContainerPlatform.TryParse, text).Resolve("linux", "amd64"));

    [Theory]
    [InlineData(" ", null)]
    [InlineData("bogus", null)]
    [InlineData("linux/", "linux")]
    [InlineData("/amd64", "amd64")]
    [InlineData("linux//v8", null)]
    [InlineData("linux/*", null)]
    [InlineData("linux/amd64,linux/arm64", "linux/amd64")]
    [InlineData("linux/arm64/v8/x", null)]
    [InlineData("li.nux/amd64", "linux/amd64")]
    [InlineData("linux(/amd64", "linux/amd64")]
    [InlineData("linux(1))/amd64", null)]
    [InlineData("linux(1)x/amd64", null)]
    [InlineData("amd64(1)", null)]
    [InlineData("amd46", "amd64")]
    [InlineData("linux/amd64\n", "linux/amd64")]
    [InlineData("linux/\u00e9", null)]
    public void What_is_no_platform_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<ContainerPlatform>(ContainerPlatform.TryParse, text).Suggestion);

    [Fact]
    public void What_is_missing_is_the_clients_own()
    {
        var system = ContainerPlatform.Parse("linux");
        var architecture = ContainerPlatform.Parse("arm64");

        Assert.Null(system.Architecture);
        Assert.Equal("linux/arm64", system.Resolve("darwin", "arm64"));
        Assert.Null(architecture.OperatingSystem);
        Assert.Equal("windows/arm64", architecture.Resolve("windows", "amd64"));
    }

    [Fact]
    public void A_version_of_the_system_is_read() =>
        Assert.Equal("10.0.17763", ContainerPlatform.Parse("windows(10.0.17763)/amd64").OperatingSystemVersion);
}
