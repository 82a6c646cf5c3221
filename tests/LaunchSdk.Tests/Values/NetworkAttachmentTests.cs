using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class NetworkAttachmentTests
{
    [Theory]
    [InlineData("mynet", "mynet", true)]
    [InlineData("MyNet", "MyNet", true)]
    [InlineData("host", "host", false)]
    [InlineData("container:", "container:", false)]
    [InlineData("container:other", "container:other", false)]
    [InlineData("Host", "Host", true)]
    [InlineData("name=MyNet", "mynet", true)]
    [InlineData("name=a,name=b", "b", true)]
    [InlineData(" name = mynet , alias = web ", " name = mynet , alias = web ", true)]
    [InlineData("name = MyNet ,ip=1.1.1.1", "mynet", true)]
    [InlineData("name=", "name=", true)]
    [InlineData("\"name=a\"", "a", true)]
    [InlineData("сеть", "сеть", true)]
    public void A_word_with_a_value_makes_the_long_notation(string text, string target, bool isUserDefined)
    {
        Assert.True(NetworkAttachment.TryParse(text, out var network, out _));

        Assert.Equal(target, network.Target);
        Assert.Equal(isUserDefined, network.IsUserDefined);
    }

    [Fact]
    public void Every_key_has_its_place()
    {
        var network = NetworkAttachment.Parse(
            "name=n,alias=Web,alias=db,ip=172.20.88.22,ip6=2001:DB8::1,mac-address=02:32:1C:23:00:04,driver-opt=F= V=x ,gw-priority=-3,link-local-ip=169.254.1.1,link-local-ip=FE80::1%eth0"
        );

        Assert.Equal(["web", "db"], network.Aliases);
        Assert.Equal(("172.20.88.22", "2001:db8::1"), (network.IPv4Address, network.IPv6Address));
        Assert.Equal("02:32:1c:23:00:04", network.MacAddress);
        Assert.Equal(new Dictionary<string, string> { ["f"] = "v=x" }, network.DriverOptions);
        Assert.Equal(-3, network.GatewayPriority);
        Assert.Equal(["169.254.1.1", "fe80::1%eth0"], network.LinkLocalIps);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("ip=1.1.1.1", null)]
    [InlineData("mynet,alias=web", "name=mynet,alias=web")]
    [InlineData("nmae=a", "name=a")]
    [InlineData("name=a,driver-opt=x", null)]
    [InlineData("name=a,gw-priority=x", null)]
    [InlineData("name=a,gw-priority=9223372036854775808", null)]
    [InlineData("name=a,mac-address=zz", null)]
    [InlineData("name=a,ip=10.0.0.5/24", "name=a,ip=10.0.0.5")]
    [InlineData("name=a,ip=010.0.0.5", "name=a,ip=10.0.0.5")]
    [InlineData("name=a,ip=10.5", null)]
    [InlineData("name=a,ip=", null)]
    [InlineData("name=a,ip6=[::1]", "name=a,ip6=::1")]
    [InlineData("name=a,ip6=fe80::1%", "name=a,ip6=fe80::1")]
    [InlineData("name=a,link-local-ip=x", null)]
    [InlineData("name=bridge,alias=web", null)]
    [InlineData("name=host,alias=", null)]
    [InlineData("name=a,=b", null)]
    [InlineData("name=a,", null)]
    [InlineData("name=a,link=b", null)]
    [InlineData("container:a=b", null)]
    [InlineData("name=a\"b\"", null)]
    public void Other_texts_are_refused(string text, string? suggestion)
    {
        Assert.False(NetworkAttachment.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("mynet", NetworkAttachment.Named("mynet").Text);
        Assert.Equal("container:db", NetworkAttachment.OfContainer("db").Text);
        Assert.Equal(
            "name=mynet,alias=web,ip=10.0.0.5,driver-opt=a=b,gw-priority=2",
            NetworkAttachment
                .Named("mynet")
                .WithAlias("web")
                .WithIPv4Address("10.0.0.5")
                .WithDriverOption("a", "b")
                .WithGatewayPriority(2)
                .Text
        );
        Assert.Throws<ArgumentException>(() => NetworkAttachment.Named("MyNet").WithAlias("web"));
        Assert.Throws<ArgumentException>(() => NetworkAttachment.Host.WithAlias("web"));
        Assert.Throws<ArgumentException>(() => NetworkAttachment.Named("mynet").WithMacAddress("nope"));
    }
}
