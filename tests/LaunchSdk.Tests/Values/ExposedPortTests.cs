using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class ExposedPortTests
{
    [Theory]
    [InlineData("80", "80/tcp")]
    [InlineData("80/", "80/tcp")]
    [InlineData("53/UDP", "53/udp")]
    [InlineData("80/foo", "80/foo")]
    [InlineData("80/tcp/x", "80/tcp/x")]
    [InlineData("80/a:b", "80/a:b")]
    [InlineData("3000-3002", "3000/tcp|3001/tcp|3002/tcp")]
    [InlineData("0", "0/tcp")]
    public void A_range_stands_for_each_of_its_ports(string text, string ports)
    {
        Assert.True(ExposedPort.TryParse(text, out var port, out _));

        Assert.Equal(ports, string.Join("|", port.Ports));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("/tcp", null)]
    [InlineData("5-3", null)]
    [InlineData("-1", null)]
    [InlineData("65536", null)]
    [InlineData("8080:80", "80")]
    [InlineData("1-2-3/udp", "1-2/udp")]
    [InlineData("+80", "80")]
    [InlineData(" 80", "80")]
    [InlineData("٣", null)]
    public void Other_texts_are_refused(string text, string? suggestion)
    {
        Assert.False(ExposedPort.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        ExposedPort fromNumber = 80;

        Assert.Equal("80", fromNumber.Text);
        Assert.Equal("53/udp", ExposedPort.Udp(53).Text);
        Assert.Equal("1-3/sctp", ExposedPort.Range(1, 3, "sctp").Text);
        Assert.Throws<ArgumentException>(() => ExposedPort.Range(3, 1, "tcp"));
    }
}
