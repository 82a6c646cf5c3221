using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class PairValueTests
{
    [Theory]
    [InlineData("k=v", "k", "v")]
    [InlineData("k=a=b", "k", "a=b")]
    [InlineData("k", "k", "")]
    [InlineData("=v", "", "v")]
    [InlineData("", "", "")]
    public void A_pair_is_divided_at_its_first_sign(string text, string key, string value)
    {
        var pair = GrammarProbe.Accept<KeyValue>(KeyValue.TryParse, text);

        Assert.Equal((key, value), (pair.Key, pair.Value));
    }

    [Theory]
    [InlineData("size=120g", true, null)]
    [InlineData("=", true, null)]
    [InlineData("", false, null)]
    [InlineData("x", false, null)]
    [InlineData("size: 120g", false, "size=120g")]
    public void A_storage_option_needs_the_sign(string text, bool isAccepted, string? suggestion)
    {
        Assert.Equal(isAccepted, KeyValue.TryParseStorageOption(text, out _, out var error));
        Assert.Equal(suggestion, error?.Suggestion);
    }

    [Theory]
    [InlineData("key1=value1", "key1", "value1")]
    [InlineData("key1=", "key1", "")]
    [InlineData("key1", "key1", "")]
    [InlineData("   label=a b", "   label", "a b")]
    [InlineData("a\nb=c", "a\nb", "c")]
    [InlineData("a\u00a0b=c", "a\u00a0b", "c")]
    [InlineData("k=a=b", "k", "a=b")]
    public void A_label_has_a_key_without_spaces(string text, string key, string value)
    {
        var label = GrammarProbe.Accept<ContainerLabel>(ContainerLabel.TryParse, text);

        Assert.Equal((key, value), (label.Key, label.Value));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("=v", null)]
    [InlineData(" \t=v", null)]
    [InlineData("this is a label", null)]
    [InlineData("key = value", "key=value")]
    [InlineData("key\t=v", "key=v")]
    public void Another_label_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<ContainerLabel>(ContainerLabel.TryParse, text).Suggestion);

    [Theory]
    [InlineData("net.core.somaxconn=1024", "net.core.somaxconn", "1024")]
    [InlineData("net.=1", "net.", "1")]
    [InlineData("net.x=a=b", "net.x", "a=b")]
    [InlineData("fs.mqueue.msg_max=", "fs.mqueue.msg_max", "")]
    [InlineData("kernel.sem=250 32000 100 128", "kernel.sem", "250 32000 100 128")]
    public void A_sysctl_is_of_the_containers_own_namespaces(string text, string name, string value)
    {
        var sysctl = GrammarProbe.Accept<Sysctl>(Sysctl.TryParse, text);

        Assert.Equal((name, value), (sysctl.Name, sysctl.Value));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("=1", null)]
    [InlineData("vm.swappiness=1", null)]
    [InlineData("net=1", null)]
    [InlineData("kernel.hostname=x", null)]
    [InlineData("net.core.somaxconn", null)]
    [InlineData("net.core.somaxconn: 1024", "net.core.somaxconn=1024")]
    [InlineData("net/core/somaxconn=1", "net.core.somaxconn=1")]
    [InlineData("kernel.shmmx=1", "kernel.shmmax=1")]
    [InlineData("kernel.mgsmax=1", "kernel.msgmax=1")]
    [InlineData(" net.x=1", "net.x=1")]
    public void Another_sysctl_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<Sysctl>(Sysctl.TryParse, text).Suggestion);

    [Fact]
    public void Pairs_are_made_of_their_parts()
    {
        Assert.Equal("k=a=b", KeyValue.Of("k", "a=b").Text);
        Assert.Equal("team=ml", ContainerLabel.Of("team", "ml").Text);
        Assert.Equal("net.core.somaxconn=1024", Sysctl.Of("net.core.somaxconn", "1024").Text);
        Assert.Throws<ArgumentException>(() => KeyValue.Of("a=b", "c"));
        Assert.Throws<FormatException>(() => ContainerLabel.Of("", "ml"));
        Assert.Throws<FormatException>(() => Sysctl.Of("vm.swappiness", "1"));
    }

    [Theory]
    [InlineData("nofile=1024:2048", "nofile", 1024, 2048)]
    [InlineData("nofile=65536", "nofile", 65536, 65536)]
    [InlineData("memlock=-1", "memlock", -1, -1)]
    [InlineData("core=5:-1", "core", 5, -1)]
    [InlineData("cpu=-2", "cpu", -2, -2)]
    [InlineData("nice=+5", "nice", 5, 5)]
    [InlineData("stack=010", "stack", 10, 10)]
    [InlineData("rttime=9223372036854775807", "rttime", long.MaxValue, long.MaxValue)]
    public void A_limit_is_a_type_a_soft_and_a_hard_number(string text, string type, long soft, long hard)
    {
        var limit = GrammarProbe.Accept<Ulimit>(Ulimit.TryParse, text);

        Assert.Equal((type, soft, hard), (limit.Type, limit.Soft, limit.Hard));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("nofile", null)]
    [InlineData("nofile=", null)]
    [InlineData("nofile=1:", null)]
    [InlineData("nofile=:1", null)]
    [InlineData("nofile=1:2:3", null)]
    [InlineData("nofile=0x10", null)]
    [InlineData("nofile=1_0", "nofile=10")]
    [InlineData("nofile=1k", null)]
    [InlineData("nofile= 1", "nofile=1")]
    [InlineData("nofile=unlimited", "nofile=-1")]
    [InlineData("nofile=9223372036854775808", null)]
    [InlineData("nofile=2048:1024", "nofile=1024:2048")]
    [InlineData("nofile=-1:5", "nofile=-1")]
    [InlineData("foo=1", null)]
    [InlineData("as=1", null)]
    [InlineData("NOFILE=1", "nofile=1")]
    [InlineData("RLIMIT_NOFILE=1", "nofile=1")]
    [InlineData("nofiles=1", "nofile=1")]
    [InlineData("nofile:1024", "nofile=1024")]
    public void Another_limit_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<Ulimit>(Ulimit.TryParse, text).Suggestion);

    [Fact]
    public void Limits_are_made_of_their_parts()
    {
        Assert.Equal("nofile=1024:2048", Ulimit.Of("nofile", 1024, 2048).Text);
        Assert.Equal("memlock=-1", Ulimit.Unlimited("memlock").Text);
        Assert.Throws<FormatException>(() => Ulimit.Of("nofile", 2, 1));
    }
}
