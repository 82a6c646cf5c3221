using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

/// <summary>No text makes a grammar throw; what is accepted prints back, and a suggestion is itself accepted.</summary>
[Properties(Arbitrary = [typeof(NearTexts)], MaxTest = 1000)]
public sealed class GrammarPropertyTests
{
    [Property]
    public bool Integers_hold(string text) =>
        GrammarProbe.Holds<IntegerValue>(IntegerValue.TryParse, text)
        && GrammarProbe.Holds<IntegerValue>(IntegerValue.TryParseNonNegative, text)
        && GrammarProbe.Holds<IntegerValue>(IntegerValue.TryParseSwappiness, text)
        && GrammarProbe.Holds<UnsignedIntegerValue>(UnsignedIntegerValue.TryParse, text)
        && GrammarProbe.Holds<UnsignedIntegerValue>(UnsignedIntegerValue.TryParse16, text);

    [Property]
    public bool Sizes_hold(string text) =>
        GrammarProbe.Holds<ByteSize>(ByteSize.TryParse, text) && GrammarProbe.Holds<MemorySwap>(MemorySwap.TryParse, text);

    [Property]
    public bool Cpus_hold(string text) => GrammarProbe.Holds<CpuCount>(CpuCount.TryParse, text);

    [Property]
    public bool Durations_hold(string text) => GrammarProbe.Holds<DockerDuration>(DockerDuration.TryParse, text);

    [Property]
    public bool Modes_hold(string text) =>
        GrammarProbe.Holds<RestartPolicy>(RestartPolicy.TryParse, text)
        && GrammarProbe.Holds<PidMode>(PidMode.TryParse, text)
        && GrammarProbe.Holds<UtsMode>(UtsMode.TryParse, text)
        && GrammarProbe.Holds<UsernsMode>(UsernsMode.TryParse, text)
        && GrammarProbe.Holds<CgroupnsMode>(CgroupnsMode.TryParse, text)
        && GrammarProbe.Holds<Pull>(Pull.TryParse, text)
        && GrammarProbe.Holds<AttachStream>(AttachStream.TryParse, text);

    [Property]
    public bool Addresses_hold(string text) =>
        GrammarProbe.Holds<IpAddressValue>(IpAddressValue.TryParse, text)
        && GrammarProbe.Holds<MacAddress>(MacAddress.TryParse, text)
        && GrammarProbe.Holds<DnsSearchDomain>(DnsSearchDomain.TryParse, text);

    [Property]
    public bool Pairs_hold(string text) =>
        GrammarProbe.Holds<KeyValue>(KeyValue.TryParse, text)
        && GrammarProbe.Holds<KeyValue>(KeyValue.TryParseStorageOption, text)
        && GrammarProbe.Holds<ContainerLabel>(ContainerLabel.TryParse, text)
        && GrammarProbe.Holds<Sysctl>(Sysctl.TryParse, text)
        && GrammarProbe.Holds<Ulimit>(Ulimit.TryParse, text);

    [Property]
    public bool Names_hold(string text) =>
        GrammarProbe.Holds<ImageReference>(ImageReference.TryParse, text)
        && GrammarProbe.Holds<ContainerPlatform>(ContainerPlatform.TryParse, text)
        && GrammarProbe.Holds<Capability>(Capability.TryParse, text)
        && GrammarProbe.Holds<SecurityOption>(SecurityOption.TryParse, text);
}
