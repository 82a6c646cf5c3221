using System.Text.Json.Serialization;

namespace LaunchSdk.Benchmarks.Plain;

/// <summary>What somebody without LaunchSdk would write: strings as they stand in the file, nothing checked.</summary>
internal sealed class PlainQueue
{
    [JsonPropertyName("env")]
    public List<string>? Env { get; set; }

    [JsonPropertyName("env-file")]
    public string? EnvFile { get; set; }

    [JsonPropertyName("volume")]
    public List<string>? Volume { get; set; }

    [JsonPropertyName("tmpfs")]
    public string? Tmpfs { get; set; }

    [JsonPropertyName("memory")]
    public string? Memory { get; set; }

    [JsonPropertyName("memory-swap")]
    public string? MemorySwap { get; set; }

    [JsonPropertyName("memory-reservation")]
    public string? MemoryReservation { get; set; }

    [JsonPropertyName("cpus")]
    public string? Cpus { get; set; }

    [JsonPropertyName("cpuset-cpus")]
    public string? CpusetCpus { get; set; }

    [JsonPropertyName("shm-size")]
    public string? ShmSize { get; set; }

    [JsonPropertyName("ulimit")]
    public List<string>? Ulimit { get; set; }

    [JsonPropertyName("pids-limit")]
    public long? PidsLimit { get; set; }

    [JsonPropertyName("gpus")]
    public string? Gpus { get; set; }

    [JsonPropertyName("network")]
    public string? Network { get; set; }

    [JsonPropertyName("publish")]
    public List<string>? Publish { get; set; }

    [JsonPropertyName("add-host")]
    public string? AddHost { get; set; }

    [JsonPropertyName("dns")]
    public string? Dns { get; set; }

    [JsonPropertyName("workdir")]
    public string? Workdir { get; set; }

    [JsonPropertyName("user")]
    public string? User { get; set; }

    [JsonPropertyName("hostname")]
    public string? Hostname { get; set; }

    [JsonPropertyName("label")]
    public List<string>? Label { get; set; }

    [JsonPropertyName("cap-add")]
    public string? CapAdd { get; set; }

    [JsonPropertyName("security-opt")]
    public string? SecurityOpt { get; set; }

    [JsonPropertyName("stop-timeout")]
    public int? StopTimeout { get; set; }

    [JsonPropertyName("rm")]
    public bool? Rm { get; set; }
}
