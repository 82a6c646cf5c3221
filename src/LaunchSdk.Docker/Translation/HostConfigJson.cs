using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Writes the <c>HostConfig</c> of a create request.</summary>
internal static class HostConfigJson
{
    public static void Write(Utf8JsonWriter json, HostConfig host, CreateRequestExtras extras)
    {
        json.WriteStartObject();
        json.WriteTexts("Binds", host.Binds);
        json.WriteString("ContainerIDFile", host.ContainerIDFile);
        WriteLogConfig(json, host.LogConfig);
        json.WriteString("NetworkMode", host.NetworkMode);
        json.WriteMap("PortBindings", host.PortBindings, static (json, bindings) => WriteBindings(json, bindings));
        WriteRestartPolicy(json, host.RestartPolicy, extras.RestartPolicyName);
        json.WriteBoolean("AutoRemove", host.AutoRemove);
        json.WriteString("VolumeDriver", host.VolumeDriver);
        json.WriteTexts("VolumesFrom", host.VolumesFrom);
        if (host.ConsoleSize is { } size)
        {
            json.WriteStartArray("ConsoleSize");
            json.WriteNumberValue(size.Height);
            json.WriteNumberValue(size.Width);
            json.WriteEndArray();
        }

        json.WriteMap("Annotations", host.Annotations);
        WriteSecurity(json, host);
        WriteNames(json, host);
        ResourcesJson.Write(json, host, extras);
        json.WriteList("Mounts", host.Mounts, MountJson.Write);
        json.WriteTexts("MaskedPaths", host.MaskedPaths);
        json.WriteTexts("ReadonlyPaths", host.ReadonlyPaths);
        json.WriteOptional("Init", host.Init);
        json.WriteEndObject();
    }

    private static void WriteSecurity(Utf8JsonWriter json, HostConfig host)
    {
        json.WriteTexts("CapAdd", host.CapAdd);
        json.WriteTexts("CapDrop", host.CapDrop);
        json.WriteString("CgroupnsMode", host.CgroupnsMode);
        json.WriteString("IpcMode", host.IpcMode);
        json.WriteString("Cgroup", host.Cgroup);
        json.WriteString("PidMode", host.PidMode);
        json.WriteString("UTSMode", host.UTSMode);
        json.WriteString("UsernsMode", host.UsernsMode);
        json.WriteBoolean("Privileged", host.Privileged);
        json.WriteBoolean("ReadonlyRootfs", host.ReadonlyRootfs);
        json.WriteTexts("SecurityOpt", host.SecurityOpt);
        json.WriteMap("Sysctls", host.Sysctls);
        json.WriteOptional("Runtime", host.Runtime);
        json.WriteString("Isolation", host.Isolation);
    }

    private static void WriteNames(Utf8JsonWriter json, HostConfig host)
    {
        json.WriteTexts("Dns", host.DNS);
        json.WriteTexts("DnsOptions", host.DNSOptions);
        json.WriteTexts("DnsSearch", host.DNSSearch);
        json.WriteTexts("ExtraHosts", host.ExtraHosts);
        json.WriteTexts("GroupAdd", host.GroupAdd);
        json.WriteTexts("Links", host.Links);
        json.WriteNumber("OomScoreAdj", host.OomScoreAdj);
        json.WriteBoolean("PublishAllPorts", host.PublishAllPorts);
        json.WriteMap("StorageOpt", host.StorageOpt);
        json.WriteMap("Tmpfs", host.Tmpfs);
        json.WriteNumber("ShmSize", host.ShmSize);
    }

    private static void WriteLogConfig(Utf8JsonWriter json, LogConfig? log)
    {
        if (log is null)
        {
            return;
        }

        json.WriteStartObject("LogConfig");
        json.WriteString("Type", log.Type);
        json.WriteMap("Config", log.Config);
        json.WriteEndObject();
    }

    private static void WriteBindings(Utf8JsonWriter json, IList<PortBinding> bindings)
    {
        json.WriteStartArray();
        foreach (var binding in bindings)
        {
            json.WriteStartObject();
            json.WriteString("HostIp", binding.HostIP);
            json.WriteString("HostPort", binding.HostPort);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRestartPolicy(Utf8JsonWriter json, RestartPolicy? policy, string? otherName)
    {
        if (policy is null)
        {
            return;
        }

        json.WriteStartObject("RestartPolicy");
        json.WriteString("Name", policy.Name switch
        {
            RestartPolicyKind.No => "no",
            RestartPolicyKind.Always => "always",
            RestartPolicyKind.OnFailure => "on-failure",
            RestartPolicyKind.UnlessStopped => "unless-stopped",
            _ => otherName ?? "",
        });
        json.WriteNumber("MaximumRetryCount", policy.MaximumRetryCount);
        json.WriteEndObject();
    }
}
