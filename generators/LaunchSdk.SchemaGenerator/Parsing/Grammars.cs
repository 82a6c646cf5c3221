namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>
/// The grammars that <c>x-launch-grammar</c> may name: one row makes the member of the enum, the check and the type of members.
/// Grammars of a few words need no row: <c>x-launch-words</c> makes grammar and type of them.
/// </summary>
internal static class Grammars
{
    /// <summary>Grammar of an option without a value.</summary>
    public const string Flag = nameof(Flag);

    /// <summary>Grammar of any text.</summary>
    public const string Text = nameof(Text);

    /// <summary>The type of a list of texts.</summary>
    public const string TextValue = nameof(TextValue);

    /// <summary>The grammars that have a value type. The first of several rows of a type is the one that its <c>Parse</c> reads.</summary>
    public static IReadOnlyList<GrammarRow> Rows { get; } =
    [
        new(
            "Integer",
            "IntegerValue",
            "64-bit integer as Go reads it with base 0: <c>0x</c>, <c>0o</c>, <c>0b</c>, leading-0 octal, <c>_</c> between digits."
        )
        {
            HasPlainTexts = true,
        },
        new("UnsignedInteger", "UnsignedIntegerValue", "As <see cref=\"Integer\"/> without a sign, 64 bit."),
        new("UnsignedInteger16", "UnsignedIntegerValue", "As <see cref=\"UnsignedInteger\"/>, up to 65535.") { Parse = "TryParse16" },
        new("NonNegativeInteger", "IntegerValue", "<see cref=\"Integer\"/> that is 0 or more.") { Parse = "TryParseNonNegative" },
        new("Swappiness", "IntegerValue", "<see cref=\"Integer\"/> that is -1 or 0 to 100.") { Parse = "TryParseSwappiness" },
        new("ByteSize", "ByteSize", "Size in bytes.") { HasPlainTexts = true },
        new("MemorySwap", "MemorySwap", "Size in bytes, or -1.") { HasPlainTexts = true },
        new("Cpus", "CpuCount", "Number of CPUs, an exact rational.") { HasPlainTexts = true },
        new("Duration", "DockerDuration", "Go duration such as <c>1m30s</c>, not negative."),
        new("EnvironmentVariable", "EnvironmentVariable", "<c>NAME=value</c> or <c>NAME</c>.") { HasPlainTexts = true },
        new("Label", "ContainerLabel", "<c>key=value</c> or <c>key</c>, key without white space.") { HasPlainTexts = true },
        new("KeyValue", "KeyValue", "<c>key=value</c> or <c>key</c>, unchecked."),
        new("StorageOption", "KeyValue", "<c>key=value</c>, the sign required.") { Parse = "TryParseStorageOption" },
        new("Sysctl", "Sysctl", "A namespaced kernel parameter and its value."),
        new("VolumeMount", "VolumeMount", "<c>[source:]target[:options]</c>.") { HasPlainTexts = true },
        new("Mount", "Mount", "CSV of <c>key=value</c> that describes a mount."),
        new("TmpfsMount", "TmpfsMount", "<c>path[:options]</c>.") { TakesAnyText = true },
        new("PortMapping", "PortMapping", "<c>[ip:][host:]container[/protocol]</c> with ranges, or <c>published=,target=,protocol=</c>.")
        {
            HasPlainTexts = true,
        },
        new("ExposedPort", "ExposedPort", "Port or range with an optional protocol."),
        new("DeviceMapping", "DeviceMapping", "<c>host[:container][:permissions]</c> or a CDI name.") { TakesAnyText = true },
        new("DeviceCgroupRule", "DeviceCgroupRule", "<c>type major:minor mode</c>."),
        new("DeviceByteRate", "DeviceByteRate", "<c>/dev/path:size</c>."),
        new("DeviceOperationRate", "DeviceOperationRate", "<c>/dev/path:number</c>."),
        new("DeviceWeight", "DeviceWeight", "<c>/dev/path:weight</c>."),
        new("GpuRequest", "GpuRequest", "CSV: <c>all</c>, a count, or <c>count= device= capabilities= driver= options=</c>.")
        {
            HasPlainTexts = true,
        },
        new("Ulimit", "Ulimit", "<c>type=soft[:hard]</c>.") { HasPlainTexts = true },
        new("NetworkAttachment", "NetworkAttachment", "A network's name, or CSV of <c>name= alias= ip= ...</c>.") { HasPlainTexts = true },
        new("HostMapping", "HostMapping", "<c>name:ip</c> or <c>name=ip</c>.") { HasPlainTexts = true },
        new("IpAddress", "IpAddressValue", "IPv4 or IPv6 address.") { HasPlainTexts = true },
        new("DnsSearchDomain", "DnsSearchDomain", "DNS search domain, or a dot."),
        new("ContainerLink", "ContainerLink", "<c>container</c> or <c>container:alias</c>."),
        new("MacAddress", "MacAddress", "MAC address."),
        new("RestartPolicy", "RestartPolicy", "<c>name[:count]</c>."),
        new("PidMode", "PidMode", "Empty, <c>host</c> or <c>container:NAME</c>."),
        new("Platform", "ContainerPlatform", "<c>os[/arch[/variant]]</c> or an architecture."),
        new("AttachStream", "AttachStream", "<c>stdin</c>, <c>stdout</c> or <c>stderr</c>."),
        new("SecurityOption", "SecurityOption", "<c>key=value</c>, <c>key:value</c> or <c>no-new-privileges</c>.") { HasPlainTexts = true },
        new("Capability", "Capability", "A Linux capability with or without <c>CAP_</c>.") { TakesAnyText = true },
        new("ImageReference", "ImageReference", "An image reference as docker takes it."),
        new("DetachKeys", "DetachKeys", "Keys with commas between them: one character, <c>ctrl-</c> and a letter, or <c>DEL</c>."),
        new("OptionalIpAddress", "IpAddressValue", "As <see cref=\"IpAddress\"/>, or empty.")
        {
            Parse = "TryParseOptional",
            HasPlainTexts = true,
        },
    ];

    /// <summary>The member of the enum for <c>byte-size</c>; null when there is no such grammar.</summary>
    public static string? Find(string kebabName)
    {
        var member = Names.ToMember(kebabName);
        return member == Text || Rows.Any(row => row.Name == member) ? member : null;
    }

    /// <summary>The class in <c>LaunchSdk.Values</c> of a grammar's values; null for a flag and for text.</summary>
    public static string? ValueType(string grammar) => Rows.FirstOrDefault(row => row.Name == grammar)?.Type;
}
