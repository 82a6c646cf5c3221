namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>The grammars that <c>x-launch-grammar</c> may name, and the C# types of their values.</summary>
internal static class Grammars
{
    /// <summary>Grammar of an option without a value.</summary>
    public const string Flag = nameof(Flag);

    /// <summary>Grammar of any text.</summary>
    public const string Text = nameof(Text);

    /// <summary>The type of a list of texts.</summary>
    public const string TextValue = nameof(TextValue);

    // Members of LaunchSdk.Values.Grammar whose type is not called as they are.
    private static readonly Dictionary<string, string> OtherTypes = new(StringComparer.Ordinal)
    {
        ["Integer"] = "IntegerValue",
        ["NonNegativeInteger"] = "IntegerValue",
        ["Swappiness"] = "IntegerValue",
        ["UnsignedInteger"] = "UnsignedIntegerValue",
        ["UnsignedInteger16"] = "UnsignedIntegerValue",
        ["Cpus"] = "CpuCount",
        ["Duration"] = "DockerDuration",
        ["Label"] = "ContainerLabel",
        ["StorageOption"] = "KeyValue",
        ["IpAddress"] = "IpAddressValue",
        ["OptionalIpAddress"] = "IpAddressValue",
        ["Platform"] = "ContainerPlatform",
    };

    private static readonly HashSet<string> SameTypes = new(StringComparer.Ordinal)
    {
        "ByteSize",
        "MemorySwap",
        "EnvironmentVariable",
        "KeyValue",
        "Sysctl",
        "VolumeMount",
        "Mount",
        "TmpfsMount",
        "PortMapping",
        "ExposedPort",
        "DeviceMapping",
        "DeviceCgroupRule",
        "DeviceByteRate",
        "DeviceOperationRate",
        "DeviceWeight",
        "GpuRequest",
        "Ulimit",
        "NetworkAttachment",
        "HostMapping",
        "DnsSearchDomain",
        "ContainerLink",
        "MacAddress",
        "RestartPolicy",
        "PidMode",
        "UtsMode",
        "UsernsMode",
        "CgroupnsMode",
        "Pull",
        "AttachStream",
        "SecurityOption",
        "Capability",
        "ImageReference",
        "DetachKeys",
    };

    /// <summary>All of them, as members of the enum.</summary>
    public static IEnumerable<string> All => new[] { Flag, Text }.Concat(OtherTypes.Keys).Concat(SameTypes);

    /// <summary>The member of the enum for <c>byte-size</c>; null when there is no such grammar.</summary>
    public static string? Find(string kebabName)
    {
        var member = Names.ToMember(kebabName);
        return All.Contains(member) ? member : null;
    }

    /// <summary>The class in <c>LaunchSdk.Values</c> that holds a value of the grammar; null for a flag and for text.</summary>
    public static string? ValueType(string grammar) =>
        OtherTypes.TryGetValue(grammar, out var type) ? type
        : SameTypes.Contains(grammar) ? grammar
        : null;
}
