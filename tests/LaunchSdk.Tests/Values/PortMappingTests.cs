using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class PortMappingTests
{
    [Theory]
    [InlineData("80", "80/tcp :")]
    [InlineData("8080:80", "80/tcp :8080")]
    [InlineData(":80", "80/tcp :")]
    [InlineData("::80", "80/tcp :")]
    [InlineData("0080:0080", "80/tcp :80")]
    [InlineData("8080:80/", "80/tcp :8080")]
    [InlineData("8080:80/UDP", "80/udp :8080")]
    [InlineData("127.0.0.1:8080:80", "80/tcp 127.0.0.1:8080")]
    [InlineData("127.0.0.1::80", "80/tcp 127.0.0.1:")]
    [InlineData("[2001:db8::1]::80", "80/tcp 2001:db8::1:")]
    [InlineData("::1:8080:80", "80/tcp ::1:8080")]
    [InlineData("[::ffff:1.2.3.4]:80:80", "80/tcp ::ffff:1.2.3.4:80")]
    [InlineData("[127.0.0.1]:80:80", "80/tcp 127.0.0.1:80")]
    [InlineData("[]:80:80", "80/tcp :80")]
    [InlineData("80-80:90-90", "90/tcp :80")]
    [InlineData("8000-8010:80", "80/tcp :8000-8010")]
    [InlineData("8000-8001:80-81/udp", "80/udp :8000|81/udp :8001")]
    [InlineData("80-81", "80/tcp :|81/tcp :")]
    [InlineData("+80:+80", "80/tcp :80")]
    [InlineData("+80-+81", "80/tcp :|81/tcp :")]
    [InlineData("[2001:DB8:0::1]:80:80", "80/tcp 2001:db8::1:80")]
    [InlineData("published=8080,target=80", "80/tcp :8080")]
    [InlineData("protocol=udp,target=80,published=8080", "80/udp :8080")]
    [InlineData("target=80", "80/tcp :")]
    [InlineData("target=80,published=127.0.0.1:8080,mode=host", "80/tcp 127.0.0.1:8080")]
    public void A_text_expands_to_bindings(string text, string bindings)
    {
        Assert.True(PortMapping.TryParse(text, out var mapping, out _));

        Assert.Equal(
            bindings,
            string.Join("|", mapping.Bindings.Select(binding => $"{binding.Key} {binding.HostAddress}:{binding.HostPort}"))
        );
    }

    [Theory]
    [InlineData("", 0, 0, null)]
    [InlineData("127.0.0.1:80:", 13, 0, null)]
    [InlineData("localhost:8080:80", 0, 9, "127.0.0.1:8080:80")]
    [InlineData("[::1:80:80", 0, 4, null)]
    [InlineData("[fe80::1%eth0]:80:80", 0, 14, null)]
    [InlineData(" 8080:80", 0, 5, "8080:80")]
    [InlineData("++80:80", 0, 4, null)]
    [InlineData("80-81-82", 0, 8, "80-81")]
    [InlineData("80-81-82:90-91", 0, 8, "80-81:90-91")]
    [InlineData("8080:80/tcp/udp", 8, 7, "8080:80/tcp")]
    [InlineData("target=80/udp,published=1", 0, 25, null)]
    [InlineData("8080:65536", 5, 5, null)]
    [InlineData("8080:80/tpc", 8, 3, "8080:80/tcp")]
    [InlineData("1-3:80-81", 0, 3, null)]
    [InlineData("8080:81-80", 5, 5, null)]
    [InlineData("8080:80/tcp ", 8, 4, "8080:80/tcp")]
    [InlineData("published=8080,target=80,", 25, 0, null)]
    [InlineData("published=8080,target", 15, 6, null)]
    [InlineData("published=8080", 0, 14, null)]
    [InlineData("published=8080,target=80,protocol=foo", 0, 37, null)]
    [InlineData("Target=80", 0, 9, null)]
    public void A_fault_is_pointed_at(string text, int start, int length, string? suggestion)
    {
        Assert.False(PortMapping.TryParse(text, out _, out var error));

        Assert.Equal((start, length), (error.Range.Start, error.Range.Length));
        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void The_widest_range_has_a_binding_for_each_port() => Assert.Equal(65536, PortMapping.Parse("0-65535:0-65535").Bindings.Count);

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("8080:80", PortMapping.Tcp(8080, 80).Text);
        Assert.Equal("53:53/udp", PortMapping.Udp(53, 53).Text);
        Assert.Equal("80", PortMapping.AnyHostPort(80).Text);
        Assert.Equal("127.0.0.1:8080:80", PortMapping.Tcp(8080, 80).On("127.0.0.1").Text);
        Assert.Equal("[::1]::80", PortMapping.AnyHostPort(80).On("::1").Text);
        Assert.Throws<ArgumentException>(() => PortMapping.Tcp(65536, 80));
    }
}
