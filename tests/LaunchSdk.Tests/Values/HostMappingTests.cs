using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class HostMappingTests
{
    [Theory]
    [InlineData("myhost:192.168.0.1", "myhost", "192.168.0.1")]
    [InlineData("myhost=192.168.0.1", "myhost", "192.168.0.1")]
    [InlineData("h:::1", "h", "::1")]
    [InlineData("h=::1", "h", "::1")]
    [InlineData("h=[::1]", "h", "::1")]
    [InlineData("h:[10.0.0.1]", "h", "10.0.0.1")]
    [InlineData("h=0:0:0:0:0:0:0:1", "h", "0:0:0:0:0:0:0:1")]
    [InlineData("h= 1.1.1.1", "h", " 1.1.1.1")]
    [InlineData("h:host-gateway", "h", "host-gateway")]
    public void A_name_is_split_from_its_address(string text, string host, string address)
    {
        Assert.True(HostMapping.TryParse(text, out var mapping, out _));

        Assert.Equal((host, address), (mapping.Host, mapping.Address));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("h", null)]
    [InlineData("=1.1.1.1", null)]
    [InlineData("a:b=1.1.1.1", null)]
    [InlineData("h=nope", null)]
    [InlineData("h=[::1", null)]
    [InlineData("h=[]", null)]
    [InlineData("h=fe80::1%eth0", null)]
    [InlineData("h=01.1.1.1", null)]
    [InlineData("h:Host-Gateway", "h:host-gateway")]
    [InlineData("h:host_gateway", "h:host-gateway")]
    public void Other_texts_are_refused(string text, string? suggestion)
    {
        Assert.False(HostMapping.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("db=10.0.0.5", HostMapping.To("db", "10.0.0.5").Text);
        Assert.True(HostMapping.ToHostGateway("host.docker.internal").IsHostGateway);
        Assert.Throws<ArgumentException>(() => HostMapping.To("a:b", "10.0.0.5"));
        Assert.Throws<ArgumentException>(() => HostMapping.To("db", "x"));
    }
}
