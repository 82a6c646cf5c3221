using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

/// <summary>The short way through a grammar takes nothing that the grammar's parser refuses.</summary>
[Properties(Arbitrary = [typeof(NearTexts)], MaxTest = 2000)]
public sealed class PlainTextTests
{
    private static readonly Dictionary<Grammar, Func<string, bool>> Plain = new()
    {
        [Grammar.EnvironmentVariable] = EnvironmentVariable.IsPlain,
        [Grammar.Label] = ContainerLabel.IsPlain,
        [Grammar.ByteSize] = ByteSize.IsPlain,
        [Grammar.MemorySwap] = MemorySwap.IsPlain,
        [Grammar.Cpus] = CpuCount.IsPlain,
        [Grammar.Integer] = IntegerValue.IsPlain,
        [Grammar.NetworkAttachment] = NetworkAttachment.IsPlain,
        [Grammar.GpuRequest] = GpuRequest.IsPlain,
        [Grammar.VolumeMount] = VolumeMount.IsPlain,
        [Grammar.PortMapping] = PortMapping.IsPlain,
        [Grammar.Ulimit] = Ulimit.IsPlain,
        [Grammar.SecurityOption] = SecurityOption.IsPlain,
        [Grammar.IpAddress] = IpAddressValue.IsPlain,
        [Grammar.HostMapping] = HostMapping.IsPlain,
    };

    [Property]
    public bool What_is_plain_is_of_the_grammar(string text) =>
        Agrees(Grammar.EnvironmentVariable, text, EnvironmentVariable.TryParse(text, out _, out _))
        && Agrees(Grammar.Label, text, ContainerLabel.TryParse(text, out _, out _))
        && Agrees(Grammar.ByteSize, text, ByteSize.TryParse(text, out _, out _))
        && Agrees(Grammar.MemorySwap, text, MemorySwap.TryParse(text, out _, out _))
        && Agrees(Grammar.Cpus, text, CpuCount.TryParse(text, out _, out _))
        && Agrees(Grammar.Integer, text, IntegerValue.TryParse(text, out _, out _))
        && Agrees(Grammar.NetworkAttachment, text, NetworkAttachment.TryParse(text, out _, out _))
        && Agrees(Grammar.GpuRequest, text, GpuRequest.TryParse(text, out _, out _))
        && Agrees(Grammar.VolumeMount, text, VolumeMount.TryParse(text, out _, out _))
        && Agrees(Grammar.PortMapping, text, PortMapping.TryParse(text, out _, out _))
        && Agrees(Grammar.Ulimit, text, Ulimit.TryParse(text, out _, out _))
        && Agrees(Grammar.SecurityOption, text, SecurityOption.TryParse(text, out _, out _))
        && Agrees(Grammar.IpAddress, text, IpAddressValue.TryParse(text, out _, out _))
        && Agrees(Grammar.HostMapping, text, HostMapping.TryParse(text, out _, out _));

    [Theory]
    [InlineData(Grammar.VolumeMount, "c:/data:/data")]
    [InlineData(Grammar.VolumeMount, "/a::/b")]
    [InlineData(Grammar.VolumeMount, "/src:/dst:ro:z")]
    [InlineData(Grammar.PortMapping, "8000-8001:80")]
    [InlineData(Grammar.PortMapping, "300.0.0.1:80:80")]
    [InlineData(Grammar.PortMapping, ":80")]
    [InlineData(Grammar.Ulimit, "nofile=1024:512")]
    [InlineData(Grammar.IpAddress, "10.0.0.01")]
    [InlineData(Grammar.HostMapping, "a=b:10.0.0.1")]
    [InlineData(Grammar.Label, " key=value")]
    public void What_is_not_plain_is_left_to_the_parser(Grammar grammar, string text) => Assert.False(Plain[grammar](text));

    [Theory]
    [InlineData(Grammar.VolumeMount, "/src:/dst:ro")]
    [InlineData(Grammar.PortMapping, "127.0.0.1:8888:8888/tcp")]
    [InlineData(Grammar.Ulimit, "memlock=-1")]
    [InlineData(Grammar.HostMapping, "registry.internal:10.0.0.5")]
    public void What_people_write_is_plain(Grammar grammar, string text) =>
        Assert.True(Plain[grammar](text) && GrammarCheck.Check(grammar, text) is null);

    private static bool Agrees(Grammar grammar, string text, bool parses) => parses || !Plain[grammar](text);
}
