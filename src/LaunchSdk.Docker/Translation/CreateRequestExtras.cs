using System.Text;
using System.Text.Json.Nodes;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Members of the create request that Docker.DotNet's model lacks, or holds less exactly than docker sends them.</summary>
internal sealed class CreateRequestExtras
{
    /// <summary><c>HostConfig.KernelMemory</c> in bytes; API 1.40 and 1.41 only.</summary>
    public long? KernelMemory { get; set; }

    /// <summary>A restart policy by a name that the model's enumeration does not have; docker passes any name on.</summary>
    public string? RestartPolicyName { get; set; }

    /// <summary>Health durations in nanoseconds, where a TimeSpan (100 ns) cuts them.</summary>
    public HealthNanoseconds? Health { get; set; }

    /// <summary><c>StopTimeout</c> in seconds, where it is outside of a TimeSpan.</summary>
    public long? StopTimeoutSeconds { get; set; }

    /// <summary>Whether the model says everything.</summary>
    public bool IsEmpty => KernelMemory is null && RestartPolicyName is null && Health is null && StopTimeoutSeconds is null;

    /// <summary>Puts the members into a body, where nobody has changed in the model what they refine.</summary>
    public byte[] Overlay(byte[] body, CreateContainerParameters parameters)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        var host = root["HostConfig"]?.AsObject();

        // They belong to the query; the model sends them in both places.
        root.Remove(nameof(CreateContainerParameters.Name));
        root.Remove(nameof(CreateContainerParameters.Platform));
        if (KernelMemory is { } bytes && host is not null)
        {
            host[nameof(KernelMemory)] = bytes;
        }

        if (RestartPolicyName is { } name && parameters.HostConfig?.RestartPolicy is { Name: RestartPolicyKind.Undefined })
        {
            host!["RestartPolicy"]!["Name"] = name;
        }

        if (StopTimeoutSeconds is { } seconds && parameters.StopTimeout is null)
        {
            root["StopTimeout"] = seconds;
        }

        if (Health is { } exact && parameters.Healthcheck is { } health && root["Healthcheck"] is JsonObject check)
        {
            Refine(check, "Interval", health.Interval, exact.Interval);
            Refine(check, "Timeout", health.Timeout, exact.Timeout);
            Refine(check, "StartPeriod", health.StartPeriod, exact.StartPeriod);
            Refine(check, "StartInterval", health.StartInterval, exact.StartInterval);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Refine(JsonObject check, string member, TimeSpan? rounded, long nanoseconds)
    {
        if (rounded?.Ticks == nanoseconds / TimeSpan.NanosecondsPerTick)
        {
            check[member] = nanoseconds;
        }
    }
}
