namespace LaunchSdk.Values;

/// <summary>Checks a text against a grammar by name: the one way from the option table to the parsers of the value types.</summary>
internal static class GrammarCheck
{
    /// <summary>Null when <paramref name="text"/> is of the grammar; else why it is not. Knows nothing of templates.</summary>
    public static GrammarError? Check(Grammar grammar, string text)
    {
        GrammarError? error = null;
        _ =
            PlainValues.Holds(grammar, text)
            || grammar switch
            {
                Grammar.Flag => GoBool.TryParse(text, out _) || Fail(text, "a flag takes true or false", out error),
                Grammar.Text => true,
                Grammar.Integer => IntegerValue.TryParse(text, out _, out error),
                Grammar.NonNegativeInteger => IntegerValue.TryParseNonNegative(text, out _, out error),
                Grammar.Swappiness => IntegerValue.TryParseSwappiness(text, out _, out error),
                Grammar.UnsignedInteger => UnsignedIntegerValue.TryParse(text, out _, out error),
                Grammar.UnsignedInteger16 => UnsignedIntegerValue.TryParse16(text, out _, out error),
                Grammar.ByteSize => ByteSize.TryParse(text, out _, out error),
                Grammar.MemorySwap => MemorySwap.TryParse(text, out _, out error),
                Grammar.Cpus => CpuCount.TryParse(text, out _, out error),
                Grammar.Duration => DockerDuration.TryParse(text, out _, out error),
                Grammar.EnvironmentVariable => EnvironmentVariable.TryParse(text, out _, out error),
                Grammar.Label => ContainerLabel.TryParse(text, out _, out error),
                Grammar.KeyValue => KeyValue.TryParse(text, out _, out error),
                Grammar.StorageOption => KeyValue.TryParseStorageOption(text, out _, out error),
                Grammar.Sysctl => Sysctl.TryParse(text, out _, out error),
                Grammar.VolumeMount => VolumeMount.TryParse(text, out _, out error),
                Grammar.Mount => Mount.TryParse(text, out _, out error),
                Grammar.TmpfsMount => TmpfsMount.TryParse(text, out _, out error),
                Grammar.PortMapping => PortMapping.TryParse(text, out _, out error),
                Grammar.ExposedPort => ExposedPort.TryParse(text, out _, out error),
                Grammar.DeviceMapping => DeviceMapping.TryParse(text, out _, out error),
                Grammar.DeviceCgroupRule => DeviceCgroupRule.TryParse(text, out _, out error),
                Grammar.DeviceByteRate => DeviceByteRate.TryParse(text, out _, out error),
                Grammar.DeviceOperationRate => DeviceOperationRate.TryParse(text, out _, out error),
                Grammar.DeviceWeight => DeviceWeight.TryParse(text, out _, out error),
                Grammar.GpuRequest => GpuRequest.TryParse(text, out _, out error),
                Grammar.Ulimit => Ulimit.TryParse(text, out _, out error),
                Grammar.NetworkAttachment => NetworkAttachment.TryParse(text, out _, out error),
                Grammar.HostMapping => HostMapping.TryParse(text, out _, out error),
                Grammar.IpAddress => IpAddressValue.TryParse(text, out _, out error),
                Grammar.OptionalIpAddress => IpAddressValue.TryParseOptional(text, out _, out error),
                Grammar.DnsSearchDomain => DnsSearchDomain.TryParse(text, out _, out error),
                Grammar.ContainerLink => ContainerLink.TryParse(text, out _, out error),
                Grammar.MacAddress => MacAddress.TryParse(text, out _, out error),
                Grammar.RestartPolicy => RestartPolicy.TryParse(text, out _, out error),
                Grammar.PidMode => PidMode.TryParse(text, out _, out error),
                Grammar.UtsMode => UtsMode.TryParse(text, out _, out error),
                Grammar.UsernsMode => UsernsMode.TryParse(text, out _, out error),
                Grammar.CgroupnsMode => CgroupnsMode.TryParse(text, out _, out error),
                Grammar.Pull => Pull.TryParse(text, out _, out error),
                Grammar.Platform => ContainerPlatform.TryParse(text, out _, out error),
                Grammar.AttachStream => AttachStream.TryParse(text, out _, out error),
                Grammar.SecurityOption => SecurityOption.TryParse(text, out _, out error),
                Grammar.Capability => Capability.TryParse(text, out _, out error),
                Grammar.DetachKeys => DetachKeys.TryParse(text, out _, out error),
                Grammar.ImageReference => ImageReference.TryParse(text, out _, out error),
                _ => throw new ArgumentOutOfRangeException(nameof(grammar), grammar, "a grammar without a parser"),
            };
        return error;
    }

    private static bool Fail(string text, string rule, out GrammarError error)
    {
        error = GrammarError.Whole(text, $"'{text}' is not a flag: {rule}");
        return false;
    }
}
