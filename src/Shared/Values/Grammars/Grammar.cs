namespace LaunchSdk.Values;

/// <summary>The grammars of docker's option values; <c>x-launch-grammar</c> in the schema names one in kebab-case.</summary>
public enum Grammar
{
    /// <summary>No value: a flag.</summary>
    Flag,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>64-bit integer as Go reads it with base 0: <c>0x</c>, <c>0o</c>, <c>0b</c>, leading-0 octal, <c>_</c> between digits.</summary>
    Integer,

    /// <summary>As <see cref="Integer"/> without a sign, 64 bit.</summary>
    UnsignedInteger,

    /// <summary>As <see cref="UnsignedInteger"/>, up to 65535.</summary>
    UnsignedInteger16,

    /// <summary><see cref="Integer"/> that is 0 or more.</summary>
    NonNegativeInteger,

    /// <summary><see cref="Integer"/> that is -1 or 0 to 100.</summary>
    Swappiness,

    /// <summary>Size in bytes.</summary>
    ByteSize,

    /// <summary>Size in bytes, or -1.</summary>
    MemorySwap,

    /// <summary>Number of CPUs, an exact rational.</summary>
    Cpus,

    /// <summary>Go duration such as <c>1m30s</c>, not negative.</summary>
    Duration,

    /// <summary><c>NAME=value</c> or <c>NAME</c>.</summary>
    EnvironmentVariable,

    /// <summary><c>key=value</c> or <c>key</c>, key without white space.</summary>
    Label,

    /// <summary><c>key=value</c> or <c>key</c>, unchecked.</summary>
    KeyValue,

    /// <summary><c>key=value</c>, the sign required.</summary>
    StorageOption,

    /// <summary>A namespaced kernel parameter and its value.</summary>
    Sysctl,

    /// <summary><c>[source:]target[:options]</c>.</summary>
    VolumeMount,

    /// <summary>CSV of <c>key=value</c> that describes a mount.</summary>
    Mount,

    /// <summary><c>path[:options]</c>.</summary>
    TmpfsMount,

    /// <summary><c>[ip:][host:]container[/protocol]</c> with ranges, or <c>published=,target=,protocol=</c>.</summary>
    PortMapping,

    /// <summary>Port or range with an optional protocol.</summary>
    ExposedPort,

    /// <summary><c>host[:container][:permissions]</c> or a CDI name.</summary>
    DeviceMapping,

    /// <summary><c>type major:minor mode</c>.</summary>
    DeviceCgroupRule,

    /// <summary><c>/dev/path:size</c>.</summary>
    DeviceByteRate,

    /// <summary><c>/dev/path:number</c>.</summary>
    DeviceOperationRate,

    /// <summary><c>/dev/path:weight</c>.</summary>
    DeviceWeight,

    /// <summary>CSV: <c>all</c>, a count, or <c>count= device= capabilities= driver= options=</c>.</summary>
    GpuRequest,

    /// <summary><c>type=soft[:hard]</c>.</summary>
    Ulimit,

    /// <summary>A network's name, or CSV of <c>name= alias= ip= ...</c>.</summary>
    NetworkAttachment,

    /// <summary><c>name:ip</c> or <c>name=ip</c>.</summary>
    HostMapping,

    /// <summary>IPv4 or IPv6 address.</summary>
    IpAddress,

    /// <summary>DNS search domain, or a dot.</summary>
    DnsSearchDomain,

    /// <summary><c>container</c> or <c>container:alias</c>.</summary>
    ContainerLink,

    /// <summary>MAC address.</summary>
    MacAddress,

    /// <summary><c>name[:count]</c>.</summary>
    RestartPolicy,

    /// <summary>Empty, <c>host</c> or <c>container:NAME</c>.</summary>
    PidMode,

    /// <summary>Empty or <c>host</c>.</summary>
    UtsMode,

    /// <summary>Empty or <c>host</c>.</summary>
    UsernsMode,

    /// <summary>Empty, <c>host</c> or <c>private</c>.</summary>
    CgroupnsMode,

    /// <summary><c>always</c>, <c>missing</c>, <c>never</c> or empty.</summary>
    Pull,

    /// <summary><c>os[/arch[/variant]]</c> or an architecture.</summary>
    Platform,

    /// <summary><c>stdin</c>, <c>stdout</c> or <c>stderr</c>.</summary>
    AttachStream,

    /// <summary><c>key=value</c>, <c>key:value</c> or <c>no-new-privileges</c>.</summary>
    SecurityOption,

    /// <summary>A Linux capability with or without <c>CAP_</c>.</summary>
    Capability,

    /// <summary>An image reference as docker takes it.</summary>
    ImageReference,

    /// <summary>Keys with commas between them: one character, <c>ctrl-</c> and a letter, or <c>DEL</c>.</summary>
    DetachKeys,

    /// <summary>As <see cref="IpAddress"/>, or empty.</summary>
    OptionalIpAddress,
}
