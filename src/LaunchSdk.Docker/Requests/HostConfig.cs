using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Requests;

/// <summary>The part of a container's settings that depends on its host. A member that is null is not sent.</summary>
public sealed class HostConfig
{
    /// <summary>Bind mounts and named volumes as <c>source:target[:options]</c>: <c>--volume</c>.</summary>
    public IList<string>? Binds { get; set; }

    /// <summary>The client's file that gets the container's id: <c>--cidfile</c>.</summary>
    public string ContainerIDFile { get; set; } = "";

    /// <summary>The log driver: <c>--log-driver</c>, <c>--log-opt</c>.</summary>
    public LogConfig? LogConfig { get; set; }

    /// <summary>The network, or how the network of the host or another container is shared: <c>--network</c>.</summary>
    public string NetworkMode { get; set; } = "";

    /// <summary>Ports of the host by port of the container (<c>80/tcp</c>): <c>--publish</c>.</summary>
    public IDictionary<string, IList<PortBinding>>? PortBindings { get; set; }

    /// <summary>What the engine does when the container ends: <c>--restart</c>.</summary>
    public RestartPolicyConfig? RestartPolicy { get; set; }

    /// <summary>Whether the engine removes the container after its end: <c>--rm</c>.</summary>
    public bool AutoRemove { get; set; }

    /// <summary>The driver of the volumes in <c>--volume</c>: <c>--volume-driver</c>.</summary>
    public string VolumeDriver { get; set; } = "";

    /// <summary>Containers whose volumes are mounted too: <c>--volumes-from</c>.</summary>
    public IList<string>? VolumesFrom { get; set; }

    /// <summary>Height and width of the client's terminal, in characters; zeros for unknown.</summary>
    public IList<int>? ConsoleSize { get; set; }

    /// <summary>Annotations for the OCI runtime: <c>--annotation</c>.</summary>
    public IDictionary<string, string>? Annotations { get; set; }

    /// <summary>Capabilities to add: <c>--cap-add</c>.</summary>
    public IList<string>? CapAdd { get; set; }

    /// <summary>Capabilities to drop: <c>--cap-drop</c>.</summary>
    public IList<string>? CapDrop { get; set; }

    /// <summary>The cgroup namespace: <c>--cgroupns</c>.</summary>
    public string CgroupnsMode { get; set; } = "";

    /// <summary>Name servers: <c>--dns</c>.</summary>
    public IList<string> Dns { get; set; } = [];

    /// <summary>Options of the resolver: <c>--dns-option</c>.</summary>
    public IList<string> DnsOptions { get; set; } = [];

    /// <summary>Search domains: <c>--dns-search</c>.</summary>
    public IList<string> DnsSearch { get; set; } = [];

    /// <summary>Lines of the hosts file as <c>host:address</c>: <c>--add-host</c>.</summary>
    public IList<string>? ExtraHosts { get; set; }

    /// <summary>Further groups of the process: <c>--group-add</c>.</summary>
    public IList<string>? GroupAdd { get; set; }

    /// <summary>The IPC namespace: <c>--ipc</c>.</summary>
    public string IpcMode { get; set; } = "";

    /// <summary>The cgroup of another container; docker always sends it empty.</summary>
    public string Cgroup { get; set; } = "";

    /// <summary>Links to other containers: <c>--link</c>.</summary>
    public IList<string>? Links { get; set; }

    /// <summary>The adjustment of the score for the out-of-memory killer, -1000 to 1000: <c>--oom-score-adj</c>.</summary>
    public long OomScoreAdj { get; set; }

    /// <summary>The PID namespace: <c>--pid</c>.</summary>
    public string PidMode { get; set; } = "";

    /// <summary>Whether the container has all capabilities and devices: <c>--privileged</c>.</summary>
    public bool Privileged { get; set; }

    /// <summary>Whether all exposed ports get a port of the host: <c>--publish-all</c>.</summary>
    public bool PublishAllPorts { get; set; }

    /// <summary>Whether the root file system is read-only: <c>--read-only</c>.</summary>
    public bool ReadonlyRootfs { get; set; }

    /// <summary>Security options; seccomp profiles are sent whole: <c>--security-opt</c>.</summary>
    public IList<string>? SecurityOpt { get; set; }

    /// <summary>Options of the storage driver: <c>--storage-opt</c>.</summary>
    public IDictionary<string, string>? StorageOpt { get; set; }

    /// <summary>Options of tmpfs mounts by path: <c>--tmpfs</c>.</summary>
    public IDictionary<string, string>? Tmpfs { get; set; }

    /// <summary>The UTS namespace: <c>--uts</c>.</summary>
    public string UTSMode { get; set; } = "";

    /// <summary>The user namespace: <c>--userns</c>.</summary>
    public string UsernsMode { get; set; } = "";

    /// <summary>The size of <c>/dev/shm</c> in bytes: <c>--shm-size</c>. 0 for the engine's default.</summary>
    public long ShmSize { get; set; }

    /// <summary>Kernel parameters: <c>--sysctl</c>.</summary>
    public IDictionary<string, string>? Sysctls { get; set; }

    /// <summary>The OCI runtime: <c>--runtime</c>. Null for the engine's default.</summary>
    public string? Runtime { get; set; }

    /// <summary>The isolation on Windows: <c>--isolation</c>.</summary>
    public string Isolation { get; set; } = "";

    /// <summary>The relative weight of CPU time: <c>--cpu-shares</c>. 0 for the default.</summary>
    public long CpuShares { get; set; }

    /// <summary>The memory limit in bytes: <c>--memory</c>. 0 for none.</summary>
    public long Memory { get; set; }

    /// <summary>CPUs in units of 1e-9: <c>--cpus</c>. 0 for no limit.</summary>
    public long NanoCpus { get; set; }

    /// <summary>The parent cgroup: <c>--cgroup-parent</c>.</summary>
    public string CgroupParent { get; set; } = "";

    /// <summary>The relative weight of block IO, 10 to 1000: <c>--blkio-weight</c>. 0 for none.</summary>
    public int BlkioWeight { get; set; }

    /// <summary>Weights by device: <c>--blkio-weight-device</c>.</summary>
    public IList<WeightDevice>? BlkioWeightDevice { get; set; }

    /// <summary>Limits of bytes read in a second: <c>--device-read-bps</c>.</summary>
    public IList<ThrottleDevice>? BlkioDeviceReadBps { get; set; }

    /// <summary>Limits of bytes written in a second: <c>--device-write-bps</c>.</summary>
    public IList<ThrottleDevice>? BlkioDeviceWriteBps { get; set; }

    /// <summary>Limits of reads in a second: <c>--device-read-iops</c>.</summary>
    public IList<ThrottleDevice>? BlkioDeviceReadIOps { get; set; }

    /// <summary>Limits of writes in a second: <c>--device-write-iops</c>.</summary>
    public IList<ThrottleDevice>? BlkioDeviceWriteIOps { get; set; }

    /// <summary>The period of the CPU scheduler in microseconds: <c>--cpu-period</c>. 0 for the default.</summary>
    public long CpuPeriod { get; set; }

    /// <summary>The CPU time in a period, in microseconds: <c>--cpu-quota</c>. 0 for no limit.</summary>
    public long CpuQuota { get; set; }

    /// <summary>The period of the realtime scheduler in microseconds: <c>--cpu-rt-period</c>.</summary>
    public long CpuRealtimePeriod { get; set; }

    /// <summary>The realtime CPU time in a period, in microseconds: <c>--cpu-rt-runtime</c>.</summary>
    public long CpuRealtimeRuntime { get; set; }

    /// <summary>The CPUs that may be used, such as <c>0-3</c>: <c>--cpuset-cpus</c>.</summary>
    public string CpusetCpus { get; set; } = "";

    /// <summary>The memory nodes that may be used: <c>--cpuset-mems</c>.</summary>
    public string CpusetMems { get; set; } = "";

    /// <summary>Devices of the host: <c>--device</c>.</summary>
    public IList<DeviceConfig> Devices { get; set; } = [];

    /// <summary>Rules of the device cgroup: <c>--device-cgroup-rule</c>.</summary>
    public IList<string>? DeviceCgroupRules { get; set; }

    /// <summary>Devices that a driver provides, GPUs above all: <c>--gpus</c>.</summary>
    public IList<DeviceRequest>? DeviceRequests { get; set; }

    /// <summary>The limit of kernel memory in bytes, API 1.40 and 1.41 only: <c>--kernel-memory</c>.</summary>
    public long? KernelMemory { get; set; }

    /// <summary>The soft memory limit in bytes: <c>--memory-reservation</c>. 0 for none.</summary>
    public long MemoryReservation { get; set; }

    /// <summary>Memory and swap together in bytes: <c>--memory-swap</c>. 0 for the default, -1 for unlimited swap.</summary>
    public long MemorySwap { get; set; }

    /// <summary>How readily memory is swapped, 0 to 100: <c>--memory-swappiness</c>. -1 for the host's.</summary>
    public long? MemorySwappiness { get; set; }

    /// <summary>Whether the out-of-memory killer spares the container: <c>--oom-kill-disable</c>.</summary>
    public bool? OomKillDisable { get; set; }

    /// <summary>The most processes: <c>--pids-limit</c>. 0 or -1 for no limit.</summary>
    public long? PidsLimit { get; set; }

    /// <summary>Limits of the process: <c>--ulimit</c>.</summary>
    public IList<UlimitConfig>? Ulimits { get; set; }

    /// <summary>The CPUs on Windows: <c>--cpu-count</c>.</summary>
    public long CpuCount { get; set; }

    /// <summary>The share of CPU time on Windows, in percent: <c>--cpu-percent</c>.</summary>
    public long CpuPercent { get; set; }

    /// <summary>The most operations of the system drive in a second, on Windows: <c>--io-maxiops</c>.</summary>
    public ulong IOMaximumIOps { get; set; }

    /// <summary>The most bytes of the system drive in a second, on Windows: <c>--io-maxbandwidth</c>.</summary>
    public ulong IOMaximumBandwidth { get; set; }

    /// <summary>Mounts: <c>--mount</c>.</summary>
    public IList<MountConfig>? Mounts { get; set; }

    /// <summary>
    /// Paths that the container cannot see; empty for none, null for the engine's: <c>--security-opt</c> systempaths=unconfined.
    /// </summary>
    public IList<string>? MaskedPaths { get; set; }

    /// <summary>Paths that are read-only; empty for none, null for the engine's: <c>--security-opt</c> systempaths=unconfined.</summary>
    public IList<string>? ReadonlyPaths { get; set; }

    /// <summary>Whether an init process runs as PID 1: <c>--init</c>. Null for the engine's default.</summary>
    public bool? Init { get; set; }

    /// <summary>Members that this model does not have, sent as they are; null for none.</summary>
    [JsonExtensionData]
    public JsonObject? Extra { get; set; }
}
