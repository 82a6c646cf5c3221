using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Writes the limits and devices of a <c>HostConfig</c>.</summary>
internal static class ResourcesJson
{
    public static void Write(Utf8JsonWriter json, HostConfig host, CreateRequestExtras extras)
    {
        json.WriteNumber("CpuShares", host.CPUShares);
        json.WriteNumber("Memory", host.Memory);
        json.WriteNumber("NanoCpus", host.NanoCPUs);
        json.WriteString("CgroupParent", host.CgroupParent);
        json.WriteNumber("BlkioWeight", host.BlkioWeight);
        json.WriteList("BlkioWeightDevice", host.BlkioWeightDevice, static (json, device) => WritePair(json, device.Path, "Weight", device.Weight));
        json.WriteList("BlkioDeviceReadBps", host.BlkioDeviceReadBps, WriteThrottle);
        json.WriteList("BlkioDeviceWriteBps", host.BlkioDeviceWriteBps, WriteThrottle);
        json.WriteList("BlkioDeviceReadIOps", host.BlkioDeviceReadIOps, WriteThrottle);
        json.WriteList("BlkioDeviceWriteIOps", host.BlkioDeviceWriteIOps, WriteThrottle);
        json.WriteNumber("CpuPeriod", host.CPUPeriod);
        json.WriteNumber("CpuQuota", host.CPUQuota);
        json.WriteNumber("CpuRealtimePeriod", host.CPURealtimePeriod);
        json.WriteNumber("CpuRealtimeRuntime", host.CPURealtimeRuntime);
        json.WriteString("CpusetCpus", host.CpusetCpus);
        json.WriteString("CpusetMems", host.CpusetMems);
        json.WriteList("Devices", host.Devices, WriteDevice);
        json.WriteTexts("DeviceCgroupRules", host.DeviceCgroupRules);
        json.WriteList("DeviceRequests", host.DeviceRequests, WriteDeviceRequest);
        json.WriteOptional("KernelMemory", extras.KernelMemory);
        json.WriteNumber("MemoryReservation", host.MemoryReservation);
        json.WriteNumber("MemorySwap", host.MemorySwap);
        json.WriteOptional("MemorySwappiness", host.MemorySwappiness);
        json.WriteOptional("OomKillDisable", host.OomKillDisable);
        json.WriteOptional("PidsLimit", host.PidsLimit);
        json.WriteList("Ulimits", host.Ulimits, WriteUlimit);
        json.WriteNumber("CpuCount", host.CPUCount);
        json.WriteNumber("CpuPercent", host.CPUPercent);
        json.WriteNumber("IOMaximumIOps", host.IOMaximumIOps);
        json.WriteNumber("IOMaximumBandwidth", host.IOMaximumBandwidth);
    }

    private static void WriteThrottle(Utf8JsonWriter json, ThrottleDevice device) => WritePair(json, device.Path, "Rate", device.Rate);

    private static void WritePair(Utf8JsonWriter json, string path, string name, ulong value)
    {
        json.WriteStartObject();
        json.WriteString("Path", path);
        json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static void WriteUlimit(Utf8JsonWriter json, Ulimit ulimit)
    {
        json.WriteStartObject();
        json.WriteString("Name", ulimit.Name);
        json.WriteNumber("Hard", ulimit.Hard);
        json.WriteNumber("Soft", ulimit.Soft);
        json.WriteEndObject();
    }

    private static void WriteDevice(Utf8JsonWriter json, DeviceMapping device)
    {
        json.WriteStartObject();
        json.WriteString("PathOnHost", device.PathOnHost);
        json.WriteString("PathInContainer", device.PathInContainer);
        json.WriteString("CgroupPermissions", device.CgroupPermissions);
        json.WriteEndObject();
    }

    private static void WriteDeviceRequest(Utf8JsonWriter json, DeviceRequest request)
    {
        json.WriteStartObject();
        json.WriteString("Driver", request.Driver);
        json.WriteNumber("Count", request.Count);
        json.WriteTexts("DeviceIDs", request.DeviceIDs);
        json.WriteList("Capabilities", request.Capabilities, static (json, group) =>
        {
            json.WriteStartArray();
            foreach (var capability in group)
            {
                json.WriteStringValue(capability);
            }

            json.WriteEndArray();
        });
        json.WriteMap("Options", request.Options);
        json.WriteEndObject();
    }
}
